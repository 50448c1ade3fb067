import {
  blocks,
  grouped,
  isAnswered,
  MAX_NAME,
  periodId,
  periodLabel,
  uniqueNames,
  type Catalogue,
  type Consolidation,
  type RankedFinding,
  type SchoolRecord,
  type WorkbookPlan,
} from "../../domain";
import { fill, type Locale } from "../../locales";
import type { NoticeWords, QueryKind } from "../../locales/notice-words";
import { noticeBook } from "../../sheets/notice-sheet";
import { mailDraft } from "../dispatch";
import type { NamedFile } from "../send";
import { addressOf, commonFacts, noticeName, ownName, written, type LetterContext, type SchoolNotice } from "./letter";
import { reminder, sayNotUsed } from "./reminders";
import { consolidationTally } from "./tally";

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
 * One letter for each school that has something to do: a 核实单 for open errors and queries, with a mail draft that carries it; else a draft
 * to those from which nothing came, or whose files cannot be taken. One school at a time.
 * @param write makes the bytes of a plan; only the doors know which library does it
 */
export function* notices(
  consolidation: Consolidation,
  catalogue: Catalogue,
  locale: Locale,
  write: (plan: WorkbookPlan) => Uint8Array,
): Generator<SchoolNotice> {
  const open = grouped(
    consolidation.findings.filter(({ finding }) => blocks(finding)),
    ({ school }) => school,
  );
  const { unclaimed } = consolidationTally(consolidation);
  const context = { consolidation, catalogue, locale, unclaimed, unique: uniqueNames(MAX_NAME) };
  for (const record of consolidation.schools) {
    const its = open.get(record.school) ?? [];
    const notice =
      record.file !== undefined && its.some((one) => !isAnswered(one))
        ? queries(record, record.file, its, context, write)
        : reminder(record, context);
    if (notice) yield notice;
    // All that is left to do is the reviewer's.
    else if (its.length > 0) yield { kind: "held", school: record.school, to: "", files: [] };
  }
}

/** @param file index of the one that counts */
function queries(
  record: SchoolRecord,
  file: number,
  its: readonly RankedFinding[],
  context: LetterContext,
  write: (plan: WorkbookPlan) => Uint8Array,
): SchoolNotice {
  const { consolidation, catalogue, locale, unique } = context;
  const { period, files } = consolidation;
  const { school } = record;
  const name = unique(noticeName(school, periodLabel(period), locale.notice.fileName, "xlsx"));
  const facts = commonFacts(school, context);
  const judged = ownName(files[file]!, locale);
  const notUsed = sayNotUsed(record, context);
  const items = [...its].sort((a, b) => inSheet(a, b));
  const about = { catalogue, school, period: periodId(period), periodLabel: facts.period, judged, remark: notUsed, items };
  const bytes = write(noticeBook(about, locale));
  const text = written(locale.notice.mail, { ...facts, ...sayFound(its, locale.notice.mail), judged, file: name, notUsed });
  const to = addressOf(record, files);
  const mail = mailDraft({ to, ...text, attachment: { name, bytes } });
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

/** How much is left to correct and to verify, what to do about it, and how much was answered already. */
function sayFound(its: readonly RankedFinding[], words: NoticeWords["mail"]): Record<"found" | "todo" | "answered", string> {
  const asked = its.filter((one) => !isAnswered(one));
  const errors = asked.filter(({ finding }) => finding.severity !== "query").length;
  const queries = asked.length - errors;
  const answered = its.length - asked.length;
  const kind: QueryKind = queries === 0 ? "errors" : errors === 0 ? "queries" : "both";
  return {
    found: fill(words.found[kind], { errors, queries }),
    todo: words.todo[kind],
    answered: answered === 0 ? "" : fill(words.answered, { answered }),
  };
}

/** Sheet by sheet and downwards, as a school goes through its form. */
function inSheet({ finding: a }: RankedFinding, { finding: b }: RankedFinding): number {
  if (a.at.sheet !== b.at.sheet) return a.at.sheet < b.at.sheet ? -1 : 1;
  return a.at.row - b.at.row || a.at.column - b.at.column;
}
