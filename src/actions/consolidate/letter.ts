import {
  fileName,
  isPerhapsCorrection,
  mailAddress,
  periodDays,
  periodId,
  type Catalogue,
  type Consolidation,
  type Exclusion,
  type FileRecord,
  type SchoolRecord,
} from "../../domain";
import { fill, formFacts, sayRefusal, type Locale } from "../../locales";
import type { LetterWords } from "../../locales/notice-words";
import { beijingTime, periodOf } from "../../sheets/summary";
import { sayPeriod } from "../report/reporter";
import type { NamedFile } from "../send";

/** A letter names so many files one by one. */
const MOST_LISTED = 20;

/**
 * What goes back to one school. `to` is its 电子邮箱; empty where no valid one is known. `held`: nothing, since its files only wait for something
 * that the reviewer has to do.
 */
export interface SchoolNotice {
  readonly kind: "queries" | "missing" | "refused" | "held";
  readonly school: string;
  readonly to: string;
  readonly files: readonly NamedFile[];
}

/** All that the letters of one consolidation are written from. */
export interface LetterContext {
  readonly consolidation: Consolidation;
  readonly catalogue: Catalogue;
  readonly locale: Locale;
  /** Gives each file a name of its own. */
  readonly unique: (name: string) => string;
  /** How many files nobody knows whose they are. */
  readonly unclaimed: number;
}

/** What every letter may name; `due` is the last day of the period, on which the form is due. */
export type CommonFacts = Readonly<Record<"school" | "period" | "office" | "due", string>> & ReturnType<typeof formFacts>;

export function commonFacts(school: string, { consolidation: { period }, catalogue: { form }, locale }: LetterContext): CommonFacts {
  return {
    ...formFacts(form, locale),
    school,
    period: sayPeriod(periodId(period), locale),
    office: form.recipient.office,
    due: periodDays(period).last,
  };
}

/** A letter with its facts. A line that has nothing to say leaves no gap. */
export function written(
  { subject, body }: LetterWords,
  facts: Readonly<Record<string, string | number>>,
): { subject: string; body: string } {
  const lines = body.map((line) => fill(line, facts).trimEnd());
  return { subject: fill(subject, facts), body: `${lines.join("\n").replace(/\n{3,}/g, "\n\n")}\n` };
}

/** The name of what goes back to a school. */
export function noticeName(school: string, period: string, what: string, ending: string): string {
  return fileName([school, period, what], `.${ending}`);
}

/**
 * Where a school is written to: the first valid address that its own files of this period give, else its earlier form, else the one that
 * mailed its files; empty where none does.
 */
export function addressOf({ files: its, file, email = "", sender = "" }: SchoolRecord, files: readonly FileRecord[]): string {
  const given = [...(file === undefined ? [] : [file]), ...its].map((index) => {
    const { form, claim } = files[index]!;
    return form?.email ?? (claim?.kind === "matched" ? claim.email : undefined) ?? "";
  });
  for (const one of [...given, email, sender]) {
    const address = mailAddress(one);
    if (address !== undefined) return address;
  }
  return "";
}

/** The file as the school knows it: without the folders and archives of the reviewer, with the time that its mail says. */
export function ownName({ arrival: { path, mail, mailed, received } }: FileRecord, locale: Locale): string {
  const words = locale.notice;
  const last = path.at(-1)!;
  const subject = mail?.subject?.replace(/\s+/g, " ").trim();
  const name =
    subject && /\.eml$/i.test(last)
      ? fill(words.mailNamed, { subject })
      : last
          .split(/[/\\]/)
          .at(-1)!
          .replace(/[\p{C}\s]+/gu, " ");
  return mailed ? fill(words.received, { name, time: beijingTime(received) }) : name;
}

/** Files that are not used, a line each, with the reason; of very many the first. */
export function listed(files: readonly FileRecord[], { consolidation: { period }, locale }: LetterContext): string {
  const due = sayPeriod(periodId(period), locale);
  const lines = files
    .slice(0, MOST_LISTED)
    .map((one) => fill(locale.notice.refusedFile, { file: ownName(one, locale), why: whyNotUsed(one, due, locale) }));
  if (files.length > MOST_LISTED) lines.push(fill(locale.notice.filesMore, { count: files.length }));
  return lines.join("\n");
}

/** Why a file is not used, as the school has to know it. */
function whyNotUsed(file: FileRecord, due: string, locale: Locale): string {
  const { fate, form } = file;
  const words = locale.notice;
  if (isPerhapsCorrection(file)) return words.unsealed[form?.seal.state === "changed" ? "changed" : "none"];
  if (fate.kind !== "refused") return fill(words.misnamed, { name: form?.school ?? "" });
  const { why } = fate;
  if (why.code === "blank-form") return words.why[why.code];
  if (why.code === "another-period") return fill(words.why[why.code], { period: periodOf(why.period, locale), due });
  if (why.code === "identity-unclear") return fill(words.why[why.code], { detail: why.detail });
  return sayRefusal(why, locale, (words.why as Partial<Record<Exclusion["code"], string>>)[why.code]);
}
