import { arrivalName, type PlanCell, type RankedFinding, type SheetPlan, type Style } from "../../domain";
import { fill } from "../../locales";
import { cellText } from "../cell-text";
import { sayAll } from "../findings-sheet";
import { linkCell } from "./formulas";
import { LOOK, page } from "./looks";
import { SUMMARY_SHEETS } from "./places";
import { rowsPlan } from "./rows-plan";
import type { Scene } from "./scene";
import { periodName } from "./words";

const [HEADING, FIRST] = [2, 3];
/** The last, the names of the findings, is for programs: hidden. */
const WIDTHS = [5, 8, 18, 16, 18, 10, 10, 8, 38, 9, 9, 30, 22, 22, 26, 6, 7, 0];
const CELL = 16;
const STYLES: readonly Style[] = [
  LOOK.count,
  LOOK.share,
  ...Array<Style>(2).fill(LOOK.given),
  LOOK.text,
  ...Array<Style>(3).fill(LOOK.centred),
  ...Array<Style>(3).fill(LOOK.given),
  LOOK.text,
  ...Array<Style>(3).fill(LOOK.given),
  ...Array<Style>(2).fill(LOOK.centred),
  LOOK.key,
];

/** 问题清单: what moves the provincial totals most stands first, so that a reviewer clears the few that matter. */
export function rankedSheet(scene: Scene): SheetPlan {
  const { consolidation, words, locale } = scene;
  const { heads } = words.findings;
  const last = heads.length - 1;
  const title = fill(words.findings.title, { period: periodName(consolidation.period, locale) });
  return {
    name: SUMMARY_SHEETS.findings,
    state: "visible",
    cells: [
      ...heads.map((_, column): PlanCell => ({ row: 0, column, value: column ? null : title, style: LOOK.title })),
      ...heads.map((_, column): PlanCell => ({ row: 1, column, value: column ? null : words.findings.note, style: LOOK.note })),
      ...heads.map((value, column) => ({ row: HEADING, column, value, style: LOOK.heading })),
    ],
    rows: rowsPlan(FIRST, consolidation.findings.length, last, () => rowsOf(scene), WIDTHS),
    merges: [0, 1].map((row) => ({ top: row, left: 0, bottom: row, right: last })),
    columnWidths: WIDTHS,
    rowHeights: new Map([
      [0, 28],
      [1, 18],
      [HEADING, 28],
    ]),
    freeze: { row: FIRST, column: 3 },
    autoFilter: { top: HEADING, left: 0, bottom: HEADING + Math.max(consolidation.findings.length, 1), right: last },
    gridLines: false,
    page: page([HEADING, HEADING]),
  };
}

function* rowsOf(scene: Scene): Generator<PlanCell[]> {
  let row = FIRST;
  for (const ranked of scene.consolidation.findings) yield rowOf(scene, ranked, row++);
}

function rowOf({ consolidation, locale, options, indicators }: Scene, ranked: RankedFinding, row: number): PlanCell[] {
  const { id, file, school, finding, effect, answer } = ranked;
  const said = sayAll(finding, locale);
  const indicator = finding.indicator === undefined ? undefined : indicators.get(finding.indicator);
  const arrival = consolidation.files[file]?.arrival;
  const contents: readonly (PlanCell["value"] | undefined)[] = [
    row - FIRST + 1,
    effect,
    school,
    said.programme,
    indicator && `${indicator.code} ${indicator.name}`,
    said.severity,
    said.state,
    said.rule,
    said.message,
    said.found,
    said.expected,
    said.cure,
    said.explanation,
    answer,
    arrival && arrivalName(arrival),
    said.sheet,
    said.cell,
    id,
  ];
  const planned = contents.map((value, column): PlanCell => ({ row, column, value: cellText(value), style: STYLES[column]! }));
  const { sheet, row: at, column } = finding.at;
  planned[CELL] = linkCell(row, CELL, said.cell, options.link?.(file, sheet, at, column), [LOOK.centred, LOOK.link]);
  return planned;
}
