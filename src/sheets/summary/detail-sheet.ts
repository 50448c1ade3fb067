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
import { STYLE, numberStyle, page } from "./styles";
import { DETAIL_COLUMNS, DETAIL_ROWS, SUMMARY_SHEETS, type DetailColumn } from "./places";
import { rowsPlan } from "./rows-plan";
import type { SummaryContext } from "./summary-context";
import { fittedWidths } from "../widths";
import { periodName } from "./words";

const LAST = DETAIL_COLUMNS.itemNumber;
const WIDTHS = [6, 22, 19, 22, 22, 5, 37, 6, 11, 12, 11, 42, 8, 8, 11, 7, 7, 6, 6];

/** 明细: every number with the cell it was read from. The rows are made as they are written. */
export function detailSheet(context: SummaryContext): SheetPlan {
  const { words, detail, consolidation, form, locale } = context;
  const rows = Math.max(detail.rows, 1);
  const title = fill(words.detail.title, { period: periodName(consolidation.period, locale), formTitle: form.title });
  const heads = Object.keys(DETAIL_COLUMNS) as (keyof typeof DETAIL_COLUMNS)[];
  return {
    name: SUMMARY_SHEETS.detail,
    state: "visible",
    cells: [
      { row: 0, column: 0, value: title, style: STYLE.title },
      { row: 1, column: 0, value: words.detail.note, style: STYLE.note },
      ...heads.map((key, column) => ({ row: DETAIL_ROWS.heading, column, value: words.detail.heads[key], style: STYLE.heading })),
    ],
    rows: rowsPlan(DETAIL_ROWS.first, detail.rows, LAST, () => rowsOf(context)),
    merges: [0, 1].map((row) => ({ top: row, left: 0, bottom: row, right: LAST })),
    columnWidths: widths(context),
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

function widths({ consolidation: { lines }, form: { indicators } }: SummaryContext): number[] {
  const cells = (["value", "comparison"] as const).flatMap((of) => {
    const most = indicators.map(() => 0);
    for (const { values } of lines)
      for (const [index, { code }] of indicators.entries()) most[index] = Math.max(most[index]!, values[code]![of] ?? 0);
    return indicators.map(({ type }, index) => ({ column: DETAIL_COLUMNS[of], value: most[index]!, style: numberStyle(type.decimals) }));
  });
  return fittedWidths(WIDTHS, cells);
}

function* rowsOf(context: SummaryContext): Generator<PlanRow> {
  const { consolidation, form, tally, words } = context;
  const ofIndicators = form.indicators.map((indicator, index) => cellsOfIndicator(indicator, index + 1));
  const files = consolidation.files.map(({ arrival, form: said }) => ({
    name: arrivalName(arrival),
    seal: words.seal[said?.seal.state ?? "none"],
  }));
  let row = DETAIL_ROWS.first;
  for (const [index, line] of consolidation.lines.entries()) {
    const about = { ...files[line.file]!, cluster: tally.numberOf(line.category, line.cluster), number: index + 1 };
    const ofLine = cellsOfLine(line, about);
    for (const of of ofIndicators) yield { row, cells: rowOf(context, line, of, ofLine, row++) };
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
      cell("school", school, STYLE.line),
      cell("category", category, STYLE.line),
      cell("cluster", cluster, STYLE.line),
      cell("programme", programme, STYLE.line),
    ],
    source: [cell("file", about.name, STYLE.line), cell("sheet", sheet, STYLE.line)],
    seal: cell("seal", about.seal, STYLE.centred),
    keys: [cell("clusterNumber", about.cluster, STYLE.key), cell("lineNumber", about.number, STYLE.key)],
  };
}

/** The cells that all rows of an indicator have, and how its numbers look. */
function cellsOfIndicator({ code, name, unit, partOf, type }: Indicator, item: number) {
  const number = numberStyle(type.decimals);
  return {
    code,
    names: [
      cell("code", code, STYLE.code),
      cell("indicator", name, partOf === undefined ? STYLE.name : STYLE.part),
      cell("unit", unit, STYLE.centred),
    ],
    number,
    value: cell("value", null, number),
    comparison: cell("comparison", null, number),
    key: cell("itemNumber", item, STYLE.key),
  };
}

const NOTHING_SHOWN = cell("shown", null, STYLE.line);
const [PENDING, REVIEW, SETTLED] = [1, 2, null].map((mark) => cell("pending", mark, STYLE.key)) as [RowCell, RowCell, RowCell];

function rowOf(
  { options, isPending, isReview }: SummaryContext,
  line: ReportLine,
  of: ReturnType<typeof cellsOfIndicator>,
  { names, source, seal, keys }: ReturnType<typeof cellsOfLine>,
  row: number,
): RowCell[] {
  const { value, shown, comparison, ...at } = line.values[of.code]!;
  const url = options.link?.(line.file, line.sheet, at.row, at.column);
  return [
    cell("number", row - DETAIL_ROWS.first + 1, STYLE.count),
    ...names,
    ...of.names,
    value === undefined ? of.value : cell("value", value, of.number),
    shown === undefined ? NOTHING_SHOWN : cell("shown", shown, STYLE.line),
    comparison === undefined ? of.comparison : cell("comparison", comparison, of.number),
    ...source,
    linkCell(row, DETAIL_COLUMNS.cell, address(at), url, [STYLE.centred, STYLE.link]),
    seal,
    ...keys,
    isPending(line, of.code) ? PENDING : isReview(line, of.code) ? REVIEW : SETTLED,
    of.key,
  ];
}
