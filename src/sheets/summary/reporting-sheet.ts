import {
  arrivalName,
  grouped,
  forSchool,
  isAnswered,
  isPerhapsCorrection,
  isUndecided,
  unsettled,
  type PlanCell,
  type RankedFinding,
  type SchoolRecord,
  type SheetPlan,
} from "../../domain";
import { fill } from "../../locales";
import { cellText } from "../cell-text";
import { fitted } from "../row-heights";
import { listHead } from "./list-head";
import { STYLE } from "./styles";
import { REPORTING, SUMMARY_SHEETS } from "./places";
import type { SummaryContext } from "./summary-context";
import { periodName, sayDay, sayReceived } from "./words";

const HEADING = REPORTING.first - 1;
const WIDTHS = [5, 24, 7, 11, 6, 38, 16, 11, 11, 13, 8, 8, 10, 40];
const STATES = { received: STYLE.good, late: STYLE.warn, missing: STYLE.bad, refused: STYLE.bad } as const;

/** 报送情况: every school of the roster and every other that sent something. The state is a word; its colour only repeats it. */
export function reportingSheet(context: SummaryContext): SheetPlan {
  const { consolidation, words, locale } = context;
  const open = grouped(
    consolidation.findings.filter(({ finding }) => unsettled(finding)),
    ({ school }) => school,
  );
  const rows = consolidation.schools.map((one, index) => rowOf(context, one, open.get(one.school) ?? [], REPORTING.first + index));
  const title = fill(words.reporting.title, { period: periodName(consolidation.period, locale) });
  const head = listHead({ title, note: words.reporting.note, heads: words.reporting.heads, rows: rows.length });
  return {
    name: SUMMARY_SHEETS.reporting,
    state: "visible",
    ...head,
    cells: [...head.cells, ...rows.flat()],
    columnWidths: WIDTHS,
    autoHeights: fitted(rows, WIDTHS),
    rowHeights: new Map([
      [0, 28],
      [1, 18],
      [HEADING, 28],
    ]),
    freeze: { row: REPORTING.first, column: 2 },
  };
}

/** @param open its unsettled findings */
function rowOf(
  { consolidation, words, locale }: SummaryContext,
  school: SchoolRecord,
  open: readonly RankedFinding[],
  row: number,
): PlanCell[] {
  const file = school.file === undefined ? undefined : consolidation.files[school.file];
  const form = file?.form;
  const counts = form?.counts;
  const cells: readonly (readonly [PlanCell["value"] | undefined, PlanCell["style"]])[] = [
    [row - REPORTING.first + 1, STYLE.count],
    [school.school, STYLE.given],
    [school.onRoster ? words.yes : words.no, STYLE.centred],
    [words.schoolState[school.state], STATES[school.state]],
    [school.files.length, STYLE.count],
    [file && arrivalName(file.arrival), STYLE.given],
    [file && sayReceived(file.arrival, locale), STYLE.centred],
    [form?.reported, STYLE.centred],
    [form && words.seal[form.seal.state], STYLE.centred],
    [form && locale.commands.report.status[form.status], STYLE.centred],
    [counts && counts.fatal + counts.error, STYLE.count],
    [counts && counts.query - open.filter(isAnswered).length, STYLE.count],
    [counts?.explained, STYLE.count],
    [remarks(school, consolidation, open, words, locale.commands.report.comma), STYLE.given],
  ];
  return cells.map(([value, style], column) => ({ row, column, value: cellText(value), style }));
}

/** Whom an unknown name may mean, which files do not count or may be the school's, and which lines of the roster its file leaves out. */
function remarks(
  { meant, missingLines, file, files: its, possible = [] }: SchoolRecord,
  { files }: SummaryContext["consolidation"],
  open: readonly RankedFinding[],
  words: SummaryContext["words"],
  comma: string,
): string {
  const refused = its.filter((index) => files[index]!.fate.kind === "refused");
  const corrections = its.filter((index) => isPerhapsCorrection(files[index]!));
  const answered = open.filter(isAnswered).length;
  const review = open.filter(({ finding }) => !forSchool(finding)).length;
  const undecided = its.filter((index) => isUndecided(files[index]!.fate));
  const numbered = (sentence: string, of: readonly number[]): string =>
    of.length === 0 ? "" : fill(sentence, { numbers: of.map((index) => index + 1).join(comma) });
  const lines = missingLines.map(({ cluster, programme }) => `${cluster} ${programme}`).join(comma);
  return [
    meant === undefined ? "" : fill(words.reporting.meant, { school: meant }),
    numbered(words.reporting.refused, refused),
    numbered(words.reporting.perhapsCorrection, corrections),
    numbered(words.reporting.undecided, undecided),
    numbered(words.reporting.possible, possible),
    file === undefined ? "" : sayDay(files[file]!, words),
    answered === 0 ? "" : fill(words.reporting.answered, { count: answered }),
    review === 0 ? "" : fill(words.reporting.review, { count: review }),
    file === undefined || lines === "" ? "" : fill(words.reporting.missingLines, { lines }),
  ]
    .filter(Boolean)
    .join("\n");
}
