import type { Exclusion, RefusalCode } from "../domain";

/** Reasons whose cure is another one for a school than for the reviewer. */
type SaidToSchools =
  | Extract<RefusalCode, `parcel-${string}` | `archive-${string}` | "empty-file" | "mail-empty" | "mail-cloud-only">
  | Exclude<Exclusion["code"], RefusalCode>;

/** 核实单 and 催报: what goes back to the schools. */
export interface NoticeWords {
  readonly sheet: string;
  /** `{formName}`. */
  readonly title: string;
  /** `{school}` `{period}` `{count}`. */
  readonly about: string;
  /** Behind it: the file that was judged, `{file}`. */
  readonly judged: string;
  readonly how: string;
  /** Behind it, where the school has answered before: queries that wait for the reviewer, and errors, which no reason settles. */
  readonly answeredBefore: { readonly queries: string; readonly errors: string };
  /** In place of what to do, where a query was answered. */
  readonly forReviewer: string;
  /** Eleven columns, the last of them for the answers. */
  readonly heads: readonly [string, string, string, string, string, string, string, string, string, string, string];
  /** `{min}`: characters of a reason. */
  readonly prompt: string;
  /** Where a reason is written, in its sentences. */
  readonly answerPlace: string;
  /** `{most}`. */
  readonly tooLong: string;
  /** Part of its file name, behind school and period. */
  readonly fileName: string;
  /** The mail that carries a 核实单: `{judged}` `{found}` `{answered}` `{todo}` `{notUsed}` beside what all letters have. */
  readonly mail: LetterWords & {
    /** What was found and what to do, where there are only errors, only queries, or both: `{errors}` `{queries}`. */
    readonly found: { readonly [K in QueryKind]: string };
    readonly todo: { readonly [K in QueryKind]: string };
    /** `{answered}`. */
    readonly answered: string;
  };
  /** The reminder of a school from which nothing came. */
  readonly missing: ReminderWords;
  /** The same of a school that may have sent one of the files that nobody knows whose they are. */
  readonly perhaps: ReminderWords;
  /** The same where there are such files, but none that is near to this school: `{count}`. */
  readonly unclaimed: ReminderWords;
  /** The reminder of a school whose files cannot be taken. */
  readonly refused: ReminderWords;
  /** To a school that has files beside the one that counts, `{file}`, which are not used: `{notUsed}`. */
  readonly refusedAfter: ReminderWords;
  /** Those files: `{files}`. */
  readonly notUsed: string;
  /** A file that cannot be taken, in these letters: `{file}` `{why}`. */
  readonly refusedFile: string;
  /** After the first files of many, `{count}` in all. */
  readonly filesMore: string;
  /** Of those that came back: `{count}` `{matched}` `{unmatched}`. */
  readonly replied: string;
  /** Why nobody can tell that a form is of a school: it gives a name that is only near, `{name}`. */
  readonly misnamed: string;
  /** The name of a mail: `{subject}`. */
  readonly mailNamed: string;
  /** The name of a file that was mailed: `{name}` `{time}`. */
  readonly received: string;
  /** Why a file does not count, where the reviewer is told something else than the school: `{period}` `{due}` `{detail}` `{format}`. */
  readonly why: { readonly [C in SaidToSchools]: string };
  /** Why a file that may be a correction is not used: it was never sealed, or changed after that. */
  readonly unsealed: { readonly none: string; readonly changed: string };
  readonly zip: NoticeZipWords;
}

/** What the findings of a 核实单 are. */
export type QueryKind = "errors" | "queries" | "both";

/** All of them in one archive, as page and pane hand it out. */
export interface NoticeZipWords {
  /** Of the file, behind the period. */
  readonly name: string;
  readonly take: string;
  readonly hint: string;
  /** `{queries}` `{missing}` `{refused}` `{unknown}`. */
  readonly made: string;
  /** `{held}`. */
  readonly held: string;
  readonly none: string;
}

/** `{formName}` `{formTitle}` `{school}` `{period}` `{office}` `{due}` `{errors}` `{queries}` `{file}` `{files}` `{count}`. */
export interface LetterWords {
  readonly subject: string;
  readonly body: readonly string[];
}

/** A letter that goes alone. `fileName`: what the reviewer sees that it is, behind school and period. */
export interface ReminderWords extends LetterWords {
  readonly fileName: string;
}
