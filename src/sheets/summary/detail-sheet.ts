import { address, arrivalName, detailRows, type DetailRow, type PlanCell, type SheetPlan, type Style } from "../../domain";
import { fill } from "../../locales";
import { cellText } from "../cell-text";
import { linkCell } from "./formulas";
import { LOOK, numberStyle, page } from "./looks";
import { DETAIL_COLUMNS, DETAIL_ROWS, SUMMARY_SHEETS } from "./places";
import { rowsPlan } from "./rows-plan";
import type { Scene } from "./scene";
import { periodName } from "./words";

const LAST = DETAIL_COLUMNS.lineNumber;
const WIDTHS = [6, 22, 19, 22, 22, 5, 37, 6, 11, 12, 11, 42, 8, 8, 11, 7, 7];

/** 明细: every number with the cell it was read from. The rows are made as they are written. */
export function detailSheet(scene: Scene): SheetPlan {
  const { words, detail, consolidation, form, locale } = scene;
  const rows = Math.max(detail.rows, 1);
  const title = fill(words.detail.title, { period: periodName(consolidation.period, locale), form: form.title });
  const heads = Object.keys(DETAIL_COLUMNS) as (keyof typeof DETAIL_COLUMNS)[];
  return {
    name: SUMMARY_SHEETS.detail,
    state: "visible",
    cells: [
      { row: 0, column: 0, value: title, style: LOOK.title },
      { row: 1, column: 0, value: words.detail.note, style: LOOK.note },
      ...heads.map((key, column) => ({ row: DETAIL_ROWS.heading, column, value: words.detail.heads[key], style: LOOK.heading })),
    ],
    rows: rowsPlan(DETAIL_ROWS.first, detail.rows, LAST, () => rowsOf(scene)),
    merges: [0, 1].map((row) => ({ top: row, left: 0, bottom: row, right: LAST })),
    columnWidths: WIDTHS,
    rowHeights: new Map([
      [0, 28],
      [1, 28],
      [DETAIL_ROWS.heading, 28],
    ]),
    freeze: { row: DETAIL_ROWS.first, column: DETAIL_COLUMNS.category },
    autoFilter: { top: DETAIL_ROWS.heading, left: 0, bottom: DETAIL_ROWS.heading + rows, right: LAST },
    page: page([DETAIL_ROWS.heading, DETAIL_ROWS.heading]),
  };
}

function* rowsOf(scene: Scene): Generator<PlanCell[]> {
  const { consolidation, form } = scene;
  const codes = form.indicators.map(({ code }) => code);
  const names = consolidation.files.map(({ arrival }) => arrivalName(arrival));
  let index = 0;
  for (const one of detailRows(consolidation.lines, codes)) {
    yield rowOf(scene, one, names[one.line.file]!, index, Math.floor(index / codes.length) + 1);
    index++;
  }
}

function rowOf(scene: Scene, { line, indicator: code, value }: DetailRow, file: string, index: number, lineNumber: number): PlanCell[] {
  const { words, indicators, consolidation, options, tally } = scene;
  const row = DETAIL_ROWS.first + index;
  const { name, unit, partOf, type } = indicators.get(code)!;
  const number = numberStyle(type.decimals);
  const columns: readonly (readonly [value: PlanCell["value"] | undefined, style: Style])[] = [
    [index + 1, LOOK.count],
    [line.school, LOOK.line],
    [line.category, LOOK.line],
    [line.cluster, LOOK.line],
    [line.programme, LOOK.line],
    [code, LOOK.code],
    [name, partOf === undefined ? LOOK.name : LOOK.part],
    [unit, LOOK.centred],
    [value.value, number],
    [value.shown, LOOK.line],
    [value.comparison, number],
    [file, LOOK.line],
    [line.sheet, LOOK.line],
    [undefined, LOOK.centred],
    [words.seal[consolidation.files[line.file]?.form?.seal.state ?? "none"], LOOK.centred],
    [tally.numberOf(line.category, line.cluster), LOOK.key],
    [lineNumber, LOOK.key],
  ];
  const cells = columns.map(([content, style], column): PlanCell => ({ row, column, value: cellText(content), style }));
  const url = options.link?.(line.file, line.sheet, value.row, value.column);
  cells[DETAIL_COLUMNS.cell] = linkCell(row, DETAIL_COLUMNS.cell, address(value), url, [LOOK.centred, LOOK.link]);
  return cells;
}
