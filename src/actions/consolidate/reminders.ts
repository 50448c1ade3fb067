import { isPerhapsCorrection, periodLabel, timeOrder, type Exclusion, type FileRecord, type SchoolRecord } from "../../domain";
import { fill } from "../../locales";
import type { ReminderWords } from "../../locales/notice-words";
import { mailDraft } from "../dispatch";
import { addressOf, commonFacts, listed, noticeName, ownName, written, type LetterContext, type SchoolNotice } from "./letter";

/** What is mended on the reviewer's side: nobody sends a file again because of it. */
const REVIEWERS_OWN: ReadonlySet<string> = new Set<Exclusion["code"]>([
  "unreadable",
  "newer-form",
  "older-form",
  "other-form",
  "definition-damaged",
  "definition-book",
  "newer-seal",
  "outlook-message",
  "mail-encrypted",
  "mail-signed",
]);

/**
 * What a school is written to which nothing is asked about: no file of it counts, or others came that are not used.
 * @returns undefined where nothing is to be written; `held` where only the reviewer can do something about its files
 */
export function reminder(record: SchoolRecord, context: LetterContext): SchoolNotice | undefined {
  const { files } = context.consolidation;
  const words = context.locale.notice;
  if (record.file !== undefined) {
    const notUsed = sayNotUsed(record, context);
    const file = ownName(files[record.file]!, context.locale);
    return notUsed === "" ? undefined : letter(record, "refused", words.refusedAfter, { file, notUsed }, context);
  }
  const refused = record.files.map((index) => files[index]!).filter(({ fate }) => fate.kind === "refused");
  const mendable = refused.filter(isSchoolsOwn);
  if (mendable.length > 0) return letter(record, "refused", words.refused, { files: listed(mendable, context) }, context);
  if (refused.length > 0) return { kind: "held", school: record.school, to: "", files: [] };
  const possible = [...(record.possible ?? []), ...misnamed(record, context)].map((index) => files[index]!);
  if (possible.length > 0) return letter(record, "missing", words.perhaps, { files: listed(possible, context) }, context);
  // Where nobody knows whose a file is, nobody can say that a school sent none.
  const { unclaimed: count } = context;
  return letter(record, "missing", count > 0 ? words.unclaimed : words.missing, { count }, context);
}

/** Whether a file that cannot be taken is one that its school can mend. */
function isSchoolsOwn({ fate }: FileRecord): boolean {
  return fate.kind === "refused" && !REVIEWERS_OWN.has(fate.why.code);
}

/** Files under a name which the roster lacks and which may mean this school: the one that counts, or all of those that cannot be taken. */
function misnamed({ school }: SchoolRecord, { consolidation: { schools } }: LetterContext): number[] {
  return schools.flatMap(({ meant, file, files }) => (meant !== school ? [] : file !== undefined ? [file] : files));
}

/**
 * What a school of which a file counts is told of its other files: those that may be corrections of it. A file of another period is none,
 * and one that came before is past.
 * @returns empty where there are none
 */
export function sayNotUsed({ files: its, file }: SchoolRecord, context: LetterContext): string {
  const { files } = context.consolidation;
  const counts = file === undefined ? undefined : files[file];
  // Where nothing tells which of the two came first, the school knows.
  const after = ({ arrival }: FileRecord): boolean => counts !== undefined && (timeOrder(arrival, counts.arrival) ?? 1) > 0;
  const corrects = (one: FileRecord): boolean =>
    isPerhapsCorrection(one) || (isSchoolsOwn(one) && after(one) && one.fate.kind === "refused" && one.fate.why.code !== "another-period");
  const mendable = its.map((index) => files[index]!).filter(corrects);
  return mendable.length === 0 ? "" : fill(context.locale.notice.notUsed, { files: listed(mendable, context) });
}

function letter(
  record: SchoolRecord,
  kind: "missing" | "refused",
  words: ReminderWords,
  about: Readonly<Record<string, string | number>>,
  context: LetterContext,
): SchoolNotice {
  const { consolidation, unique } = context;
  const { school } = record;
  const name = unique(noticeName(school, periodLabel(consolidation.period), words.fileName, "eml"));
  const to = addressOf(record, consolidation.files);
  const text = written(words, { ...commonFacts(school, context), ...about });
  return { kind, school, to, files: [{ name, bytes: mailDraft({ to, ...text }) }] };
}
