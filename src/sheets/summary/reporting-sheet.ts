import {
  arrivalName,
  bySchool,
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
import { LOOK, page } from "./looks";
import { REPORTING, SUMMARY_SHEETS } from "./places";
import type { Scene } from "./scene";
import { periodName, sayDay, sayReceived } from "./words";

const HEADING = REPORTING.first - 1;
const WIDTHS = [5, 24, 7, 11, 6, 38, 16, 11, 11, 13, 8, 8, 10, 40];
const STATES = { received: LOOK.good, late: LOOK.warn, missing: LOOK.bad, refused: LOOK.bad } as const;

/** 报送情况: every school of the roster and every other that sent something. The state is a word; its colour only repeats it. */
export function reportingSheet(scene: Scene): SheetPlan {
  const { consolidation, words, locale } = scene;
  const { heads } = words.reporting;
  const open = bySchool(consolidation.findings.filter(({ finding }) => unsettled(finding)));
  const rows = consolidation.schools.map((one, index) => rowOf(scene, one, open.get(one.school) ?? [], REPORTING.first + index));
  const last = heads.length - 1;
  const title = fill(words.reporting.title, { period: periodName(consolidation.period, locale) });
  return {
    name: SUMMARY_SHEETS.reporting,
    state: "visible",
    cells: [
      ...heads.map((_, column): PlanCell => ({ row: 0, column, value: column ? null : title, style: LOOK.title })),
      ...heads.map((_, column): PlanCell => ({ row: 1, column, value: column ? null : words.reporting.note, style: LOOK.note })),
      ...heads.map((value, column) => ({ row: HEADING, column, value, style: LOOK.heading })),
      ...rows.flat(),
    ],
    merges: [0, 1].map((row) => ({ top: row, left: 0, bottom: row, right: last })),
    columnWidths: WIDTHS,
    autoHeights: fitted(rows, WIDTHS),
    rowHeights: new Map([
      [0, 28],
      [1, 18],
      [HEADING, 28],
    ]),
    freeze: { row: REPORTING.first, column: 2 },
    autoFilter: { top: HEADING, left: 0, bottom: HEADING + Math.max(consolidation.schools.length, 1), right: last },
    gridLines: false,
    page: page([HEADING, HEADING]),
  };
}

/** @param open its unsettled findings */
function rowOf({ consolidation, words, locale }: Scene, school: SchoolRecord, open: readonly RankedFinding[], row: number): PlanCell[] {
  const file = school.file === undefined ? undefined : consolidation.files[school.file];
  const form = file?.form;
  const counts = form?.counts;
  const cells: readonly (readonly [PlanCell["value"] | undefined, PlanCell["style"]])[] = [
    [row - REPORTING.first + 1, LOOK.count],
    [school.school, LOOK.given],
    [school.onRoster ? words.yes : words.no, LOOK.centred],
    [words.schoolState[school.state], STATES[school.state]],
    [school.files.length, LOOK.count],
    [file && arrivalName(file.arrival), LOOK.given],
    [file && sayReceived(file.arrival, locale), LOOK.centred],
    [form?.reported, LOOK.centred],
    [form && words.seal[form.seal.state], LOOK.centred],
    [form && locale.commands.report.status[form.status], LOOK.centred],
    [counts && counts.fatal + counts.error, LOOK.count],
    [counts?.query, LOOK.count],
    [counts?.explained, LOOK.count],
    [remarks(school, consolidation, open, words, locale.commands.report.comma), LOOK.given],
  ];
  return cells.map(([value, style], column) => ({ row, column, value: cellText(value), style }));
}

/** Whom an unknown name may mean, which files do not count or may be the school's, and which lines of the roster its file leaves out. */
function remarks(
  { meant, missingLines, file, files: its, possible = [] }: SchoolRecord,
  { files }: Scene["consolidation"],
  open: readonly RankedFinding[],
  words: Scene["words"],
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
