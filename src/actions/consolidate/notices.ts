import {
  arrivalName,
  blocks,
  fileName,
  MAX_NAME,
  mailAddress,
  periodDays,
  periodId,
  periodLabel,
  uniqueNames,
  type Consolidation,
  type FileRecord,
  type Form,
  type RankedFinding,
  type SchoolRecord,
  type WorkbookPlan,
} from "../../domain";
import { fill, type Locale } from "../../locales";
import { noticeBook } from "../../sheets/notice-sheet";
import { mailDraft } from "../dispatch";
import type { LetterWords } from "../../locales/notice-words";
import { sayPeriod } from "../report/reporter";
import type { NamedFile } from "../send";
import { sayExclusion } from "../../sheets/summary";

/** What goes back to one school. `to` is its 电子邮箱; empty where no valid one is known. */
export interface SchoolNotice {
  readonly kind: "queries" | "missing" | "refused";
  readonly school: string;
  readonly to: string;
  readonly files: readonly NamedFile[];
}

/** How many notices there are of each kind, and for how many no valid address is known. */
export interface NoticeCount {
  queries: number;
  missing: number;
  refused: number;
  unknown: number;
}

export const noNotices = (): NoticeCount => ({ queries: 0, missing: 0, refused: 0, unknown: 0 });

/** The files of notices one after the other. @param count grows as they are taken */
export function* letters(all: Iterable<SchoolNotice>, count: NoticeCount): Generator<NamedFile> {
  for (const { kind, to, files } of all) {
    count[kind]++;
    if (to === "") count.unknown++;
    yield* files;
  }
}

/**
 * 核实单 for each school with open errors and queries, with a mail draft that carries it; 催报 drafts for those from which nothing came,
 * and for those whose files cannot be taken. One school at a time.
 * @param write makes the bytes of a plan; only the doors know which library does it
 */
export function* notices(
  consolidation: Consolidation,
  form: Form,
  locale: Locale,
  write: (plan: WorkbookPlan) => Uint8Array,
): Generator<SchoolNotice> {
  const bySchool = new Map<string, RankedFinding[]>();
  for (const one of consolidation.findings) if (blocks(one.finding)) bySchool.set(one.school, [...(bySchool.get(one.school) ?? []), one]);
  const unique = uniqueNames(MAX_NAME);
  for (const record of consolidation.schools) {
    const its = bySchool.get(record.school) ?? [];
    if (record.file !== undefined) {
      if (its.length > 0) yield queries(record, record.file, its, consolidation, form, locale, write, unique);
    } else yield reminder(record, consolidation, form, locale, unique);
  }
}

function queries(
  { school }: SchoolRecord,
  file: number,
  its: readonly RankedFinding[],
  { period, files }: Consolidation,
  form: Form,
  locale: Locale,
  write: (plan: WorkbookPlan) => Uint8Array,
  unique: (name: string) => string,
): SchoolNotice {
  const name = unique(noticeName(school, periodLabel(period), locale.notice.fileName, "xlsx"));
  const label = sayPeriod(periodId(period), locale);
  const sheet = [...its].sort((a, b) => inSheet(a, b));
  const bytes = write(noticeBook({ form, school, period: periodId(period), periodLabel: label, items: sheet }, locale));
  const errors = its.filter(({ finding }) => finding.severity !== "query").length;
  const facts = { school, period: label, office: form.recipient.office, file: name, errors, queries: its.length - errors };
  const to = addressIn([files[file]!]);
  const mail = mailDraft({ to, ...letter(locale.notice.mail, facts), attachment: { name, bytes } });
  return {
    kind: "queries",
    school,
    to,
    files: [
      { name, bytes },
      { name: name.replace(/\.xlsx$/, ".eml"), bytes: mail },
    ],
  };
}

/** Sheet by sheet and downwards, as a school goes through its form. */
function inSheet({ finding: a }: RankedFinding, { finding: b }: RankedFinding): number {
  if (a.at.sheet !== b.at.sheet) return a.at.sheet < b.at.sheet ? -1 : 1;
  return a.at.row - b.at.row || a.at.column - b.at.column;
}

function reminder(
  { school, files: its, unread = [] }: SchoolRecord,
  { period, files }: Consolidation,
  form: Form,
  locale: Locale,
  unique: (name: string) => string,
): SchoolNotice {
  const words = locale.notice;
  const refused = [...its, ...unread].map((index) => files[index]!);
  const facts = {
    school,
    period: sayPeriod(periodId(period), locale),
    office: form.recipient.office,
    due: periodDays(period).last,
    files: refused.map((file) => fill(words.refusedFile, { file: arrivalName(file.arrival), why: whyRefused(file, locale) })).join("\n"),
  };
  const kind = refused.length > 0 ? "refused" : "missing";
  const to = addressIn(refused);
  const name = unique(noticeName(school, periodLabel(period), words.reminderName, "eml"));
  return { kind, school, to, files: [{ name, bytes: mailDraft({ to, ...letter(words[kind], facts) }) }] };
}

/** The first valid address on the covers of some files; empty where there is none. */
function addressIn(files: readonly FileRecord[]): string {
  for (const { form } of files) {
    const address = mailAddress(form?.email ?? "");
    if (address !== undefined) return address;
  }
  return "";
}

function whyRefused({ fate }: FileRecord, locale: Locale): string {
  return fate.kind === "refused" ? sayExclusion(fate.why, locale) : "";
}

function letter({ subject, body }: LetterWords, facts: Readonly<Record<string, string | number>>): { subject: string; body: string } {
  return { subject: fill(subject, facts), body: `${body.map((line) => fill(line, facts)).join("\n")}\n` };
}

function noticeName(school: string, period: string, what: string, ending: string): string {
  return fileName([school, period, what], `.${ending}`);
}
