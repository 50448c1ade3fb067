import {
  address,
  arrivalName,
  type CellValue,
  type Indicator,
  type PlanRow,
  type ReportLine,
  type RowCell,
  type SheetPlan,
  type Style,
} from "../../domain";
import { fill } from "../../locales";
import { cellText } from "../cell-text";
import { linkCell } from "./formulas";
import { LOOK, numberStyle, page } from "./looks";
import { DETAIL_COLUMNS, DETAIL_ROWS, SUMMARY_SHEETS, type DetailColumn } from "./places";
import { rowsPlan } from "./rows-plan";
import type { Scene } from "./scene";
import { fittedWidths } from "../widths";
import { periodName } from "./words";

const LAST = DETAIL_COLUMNS.itemNumber;
const WIDTHS = [6, 22, 19, 22, 22, 5, 37, 6, 11, 12, 11, 42, 8, 8, 11, 7, 7, 6, 6];

/** 明细: every number with the cell it was read from. The rows are made as they are written. */
export function detailSheet(scene: Scene): SheetPlan {
  const { words, detail, consolidation, form, locale } = scene;
  const rows = Math.max(detail.rows, 1);
  const title = fill(words.detail.title, { period: periodName(consolidation.period, locale), formTitle: form.title });
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
    columnWidths: widths(scene),
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

function widths({ consolidation: { lines }, form: { indicators } }: Scene): number[] {
  const cells = (["value", "comparison"] as const).flatMap((of) => {
    const most = indicators.map(() => 0);
    for (const { values } of lines)
      for (const [index, { code }] of indicators.entries()) most[index] = Math.max(most[index]!, values[code]![of] ?? 0);
    return indicators.map(({ type }, index) => ({ column: DETAIL_COLUMNS[of], value: most[index]!, style: numberStyle(type.decimals) }));
  });
  return fittedWidths(WIDTHS, cells);
}

function* rowsOf(scene: Scene): Generator<PlanRow> {
  const { consolidation, form, tally, words } = scene;
  const ofIndicators = form.indicators.map((indicator, index) => cellsOfIndicator(indicator, index + 1));
  const files = consolidation.files.map(({ arrival, form: said }) => ({
    name: arrivalName(arrival),
    seal: words.seal[said?.seal.state ?? "none"],
  }));
  let row = DETAIL_ROWS.first;
  for (const [index, line] of consolidation.lines.entries()) {
    const about = { ...files[line.file]!, cluster: tally.numberOf(line.category, line.cluster), number: index + 1 };
    const ofLine = cellsOfLine(line, about);
    for (const of of ofIndicators) yield { row, cells: rowOf(scene, line, of, ofLine, row++) };
  }
}

/** What all rows of a line say: the file it came in, its seal, the number of its cluster and its own. */
interface About {
  readonly name: string;
  readonly seal: string;
  readonly cluster: number;
  readonly number: number;
}

function cell(of: DetailColumn, value: CellValue | undefined, style: Style): RowCell {
  return { column: DETAIL_COLUMNS[of], value: cellText(value), style };
}

/** The cells that all rows of a line have: made once, since there are a row for each indicator. */
function cellsOfLine({ school, category, cluster, programme, sheet }: ReportLine, about: About) {
  return {
    names: [
      cell("school", school, LOOK.line),
      cell("category", category, LOOK.line),
      cell("cluster", cluster, LOOK.line),
      cell("programme", programme, LOOK.line),
    ],
    source: [cell("file", about.name, LOOK.line), cell("sheet", sheet, LOOK.line)],
    seal: cell("seal", about.seal, LOOK.centred),
    keys: [cell("clusterNumber", about.cluster, LOOK.key), cell("lineNumber", about.number, LOOK.key)],
  };
}

/** The cells that all rows of an indicator have, and how its numbers look. */
function cellsOfIndicator({ code, name, unit, partOf, type }: Indicator, item: number) {
  const number = numberStyle(type.decimals);
  return {
    code,
    names: [
      cell("code", code, LOOK.code),
      cell("indicator", name, partOf === undefined ? LOOK.name : LOOK.part),
      cell("unit", unit, LOOK.centred),
    ],
    number,
    value: cell("value", null, number),
    comparison: cell("comparison", null, number),
    key: cell("itemNumber", item, LOOK.key),
  };
}

const NOTHING_SHOWN = cell("shown", null, LOOK.line);
const [PENDING, REVIEW, SETTLED] = [1, 2, null].map((mark) => cell("pending", mark, LOOK.key)) as [RowCell, RowCell, RowCell];

function rowOf(
  { options, isPending, isReview }: Scene,
  line: ReportLine,
  of: ReturnType<typeof cellsOfIndicator>,
  { names, source, seal, keys }: ReturnType<typeof cellsOfLine>,
  row: number,
): RowCell[] {
  const { value, shown, comparison, ...at } = line.values[of.code]!;
  const url = options.link?.(line.file, line.sheet, at.row, at.column);
  return [
    cell("number", row - DETAIL_ROWS.first + 1, LOOK.count),
    ...names,
    ...of.names,
    value === undefined ? of.value : cell("value", value, of.number),
    shown === undefined ? NOTHING_SHOWN : cell("shown", shown, LOOK.line),
    comparison === undefined ? of.comparison : cell("comparison", comparison, of.number),
    ...source,
    linkCell(row, DETAIL_COLUMNS.cell, address(at), url, [LOOK.centred, LOOK.link]),
    seal,
    ...keys,
    isPending(line, of.code) ? PENDING : isReview(line, of.code) ? REVIEW : SETTLED,
    of.key,
  ];
}
