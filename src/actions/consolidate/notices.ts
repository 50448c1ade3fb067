import {
  blocks,
  MAX_NAME,
  periodId,
  periodLabel,
  uniqueNames,
  type Consolidation,
  type Form,
  type RankedFinding,
  type SchoolRecord,
  type WorkbookPlan,
} from "../../domain";
import type { Locale } from "../../locales";
import { noticeBook } from "../../sheets/notice-sheet";
import { mailDraft } from "../dispatch";
import { sayPeriod } from "../report/reporter";
import type { NamedFile } from "../send";
import { addressOf, noticeName, reminder, written, type LetterScene } from "./reminders";

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

/** How many notices there are of each kind, and for how many no valid address is known. */
export interface NoticeCount {
  queries: number;
  missing: number;
  refused: number;
  /** Schools whose files wait for the reviewer: nothing goes to them. */
  held: number;
  unknown: number;
}

export const noNotices = (): NoticeCount => ({ queries: 0, missing: 0, refused: 0, held: 0, unknown: 0 });

/** The files of notices one after the other. @param count grows as they are taken */
export function* letters(all: Iterable<SchoolNotice>, count: NoticeCount): Generator<NamedFile> {
  for (const { kind, to, files } of all) {
    count[kind]++;
    if (to === "" && files.length > 0) count.unknown++;
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
  const scene = { consolidation, form, locale, unique: uniqueNames(MAX_NAME) };
  for (const record of consolidation.schools) {
    const its = bySchool.get(record.school) ?? [];
    if (record.file !== undefined && its.length > 0) yield queries(record, its, scene, write);
    const reminding = reminder(record, scene);
    if (reminding) yield reminding;
  }
}

function queries(
  record: SchoolRecord,
  its: readonly RankedFinding[],
  { consolidation: { period, files }, form, locale, unique }: LetterScene,
  write: (plan: WorkbookPlan) => Uint8Array,
): SchoolNotice {
  const { school } = record;
  const name = unique(noticeName(school, periodLabel(period), locale.notice.fileName, "xlsx"));
  const label = sayPeriod(periodId(period), locale);
  const sheet = [...its].sort((a, b) => inSheet(a, b));
  const bytes = write(noticeBook({ form, school, period: periodId(period), periodLabel: label, items: sheet }, locale));
  const errors = its.filter(({ finding }) => finding.severity !== "query").length;
  const facts = { school, period: label, office: form.recipient.office, file: name, errors, queries: its.length - errors };
  const to = addressOf(record, files);
  const mail = mailDraft({ to, ...written(locale.notice.mail, facts), attachment: { name, bytes } });
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
