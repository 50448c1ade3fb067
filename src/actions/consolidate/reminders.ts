import {
  fileName,
  mailAddress,
  periodDays,
  periodId,
  periodLabel,
  type Consolidation,
  type Exclusion,
  type FileRecord,
  type Form,
  type SchoolRecord,
} from "../../domain";
import { fill, sayRefusal, type Locale } from "../../locales";
import type { LetterWords } from "../../locales/notice-words";
import { beijingTime, periodOf } from "../../sheets/summary";
import { mailDraft } from "../dispatch";
import { sayPeriod } from "../report/reporter";
import type { SchoolNotice } from "./notices";

/** What is mended on the reviewer's side: nobody sends a file again because of it. */
const REVIEWERS_OWN: ReadonlySet<string> = new Set<Exclusion["code"]>([
  "unreadable",
  "newer-form",
  "newer-seal",
  "outlook-message",
  "mail-encrypted",
  "mail-signed",
]);

/** All that the letters of one consolidation are written from. */
export interface LetterScene {
  readonly consolidation: Consolidation;
  readonly form: Form;
  readonly locale: Locale;
  /** Gives each file a name of its own. */
  readonly unique: (name: string) => string;
}

/**
 * What a school is written from which no file counts, or that sent one more afterwards which cannot be taken.
 * @returns undefined where nothing is to be written; `held` where only the reviewer can do something about its files
 */
export function reminder(record: SchoolRecord, scene: LetterScene): SchoolNotice | undefined {
  const { files } = scene.consolidation;
  const refused = record.files.map((index) => files[index]!).filter(({ fate }) => fate.kind === "refused");
  const told = refused.filter(({ fate }) => fate.kind === "refused" && !REVIEWERS_OWN.has(fate.why.code));
  if (record.file !== undefined) return sentAfter(record, told, files[record.file]!, scene);
  if (told.length > 0) return letter(record, "refused", scene.locale.notice.refused, told, scene);
  if (refused.length > 0) return { kind: "held", school: record.school, to: "", files: [] };
  const { missing, perhaps, unclaimed } = scene.locale.notice;
  const possible = [...(record.possible ?? []), ...misnamed(record, scene)].map((index) => files[index]!);
  if (possible.length > 0) return letter(record, "missing", perhaps, possible, scene);
  // Where nobody knows whose a file is, nobody can say that a school sent none.
  const open = files.filter(({ claim }) => claim?.kind === "unclaimed");
  return letter(record, "missing", open.length > 0 ? unclaimed : missing, open, scene);
}

/** Forms that count under a name which the roster lacks and which may mean this school. */
function misnamed({ school }: SchoolRecord, { consolidation: { schools } }: LetterScene): number[] {
  return schools.flatMap(({ meant, file }) => (meant === school && file !== undefined ? [file] : []));
}

/** A file that came after the one that counts may be its correction. One of another period is none, and one that came before is past. */
function sentAfter(record: SchoolRecord, told: readonly FileRecord[], counts: FileRecord, scene: LetterScene): SchoolNotice | undefined {
  const since = counts.arrival.received;
  const after = told.filter(
    ({ arrival: { received }, fate }) =>
      since !== undefined && received !== undefined && received > since && fate.kind === "refused" && fate.why.code !== "another-period",
  );
  if (after.length === 0) return undefined;
  return letter(record, "refused", scene.locale.notice.refusedAfter, after, scene, ownName(counts, scene.locale));
}

function letter(
  record: SchoolRecord,
  kind: "missing" | "refused",
  words: LetterWords,
  about: readonly FileRecord[],
  { consolidation: { period, files }, form, locale, unique }: LetterScene,
  file = "",
): SchoolNotice {
  const { school } = record;
  const due = sayPeriod(periodId(period), locale);
  const said = about.map((one) => fill(locale.notice.refusedFile, { file: ownName(one, locale), why: whyRefused(one, due, locale) }));
  const facts = {
    school,
    period: due,
    office: form.recipient.office,
    due: periodDays(period).last,
    file,
    count: about.length,
    files: said.join("\n"),
  };
  const name = unique(noticeName(school, periodLabel(period), locale.notice.reminderName, "eml"));
  const to = addressOf(record, files);
  return { kind, school, to, files: [{ name, bytes: mailDraft({ to, ...written(words, facts) }) }] };
}

/** Where a school is written to: the first valid address that its own files of this period give, else its earlier form; empty where none does. */
export function addressOf({ files: its, file, email = "" }: SchoolRecord, files: readonly FileRecord[]): string {
  const given = [...(file === undefined ? [] : [file]), ...its].map((index) => {
    const { form, claim } = files[index]!;
    return form?.email ?? (claim?.kind === "matched" ? claim.email : undefined) ?? "";
  });
  for (const one of [...given, email]) {
    const address = mailAddress(one);
    if (address !== undefined) return address;
  }
  return "";
}

/** The file as the school knows it: without the folders and archives of the reviewer. */
function ownName({ arrival: { path, mail, mailed, received } }: FileRecord, locale: Locale): string {
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

/** Why a file does not count, as the school has to know it. */
function whyRefused({ fate, form }: FileRecord, due: string, locale: Locale): string {
  if (fate.kind !== "refused") return fill(locale.notice.misnamed, { name: form?.school ?? "" });
  const { why } = fate;
  if (why.code === "another-period") return fill(locale.notice.why[why.code], { period: periodOf(why.period, locale), due });
  if (why.code === "identity-unclear") return fill(locale.notice.why[why.code], { detail: why.detail });
  return sayRefusal(why, locale, (locale.notice.why as Partial<Record<Exclusion["code"], string>>)[why.code]);
}

/** A letter with its facts. */
export function written(
  { subject, body }: LetterWords,
  facts: Readonly<Record<string, string | number>>,
): { subject: string; body: string } {
  return { subject: fill(subject, facts), body: `${body.map((line) => fill(line, facts)).join("\n")}\n` };
}

/** The name of what goes back to a school. */
export function noticeName(school: string, period: string, what: string, ending: string): string {
  return fileName([school, period, what], `.${ending}`);
}
