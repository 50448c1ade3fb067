import { address, arrivalName, type Indicator, type PlanCell, type ReportLine, type SheetPlan, type Style } from "../../domain";
import { fill } from "../../locales";
import { cellText } from "../cell-text";
import { linkCell } from "./formulas";
import { LOOK, numberStyle, page } from "./looks";
import { DETAIL_COLUMNS, DETAIL_ROWS, SUMMARY_SHEETS } from "./places";
import { rowsPlan } from "./rows-plan";
import type { Scene } from "./scene";
import { fittedWidths } from "./widths";
import { periodName } from "./words";

const LAST = DETAIL_COLUMNS.pending;
const WIDTHS = [6, 22, 19, 22, 22, 5, 37, 6, 11, 12, 11, 42, 8, 8, 11, 7, 7, 6];

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

function* rowsOf(scene: Scene): Generator<PlanCell[]> {
  const { consolidation, form, tally, words } = scene;
  const stylesOf = form.indicators.map(styles);
  const files = consolidation.files.map(({ arrival, form: said }) => ({
    name: arrivalName(arrival),
    seal: words.seal[said?.seal.state ?? "none"],
  }));
  let row = DETAIL_ROWS.first;
  for (const [index, line] of consolidation.lines.entries()) {
    const about = { ...files[line.file]!, cluster: tally.numberOf(line.category, line.cluster), number: index + 1 };
    for (const [at, indicator] of form.indicators.entries()) yield rowOf(scene, line, indicator, about, row++, stylesOf[at]!);
  }
}

/** What all rows of a line say: the file it came in, its seal, the number of its cluster and its own. */
interface About {
  readonly name: string;
  readonly seal: string;
  readonly cluster: number;
  readonly number: number;
}

/** How the cells of an indicator's rows look, from the first column on. */
function styles({ partOf, type }: Indicator): readonly Style[] {
  const number = numberStyle(type.decimals);
  return [
    LOOK.count,
    ...Array<Style>(4).fill(LOOK.line),
    LOOK.code,
    partOf === undefined ? LOOK.name : LOOK.part,
    LOOK.centred,
    number,
    LOOK.line,
    number,
    ...Array<Style>(2).fill(LOOK.line),
    ...Array<Style>(2).fill(LOOK.centred),
    ...Array<Style>(3).fill(LOOK.key),
  ];
}

function rowOf(
  { options, isPending }: Scene,
  line: ReportLine,
  indicator: Indicator,
  about: About,
  row: number,
  styles: readonly Style[],
): PlanCell[] {
  const { code, name, unit } = indicator;
  const value = line.values[code]!;
  const contents: readonly (PlanCell["value"] | undefined)[] = [
    row - DETAIL_ROWS.first + 1,
    line.school,
    line.category,
    line.cluster,
    line.programme,
    code,
    name,
    unit,
    value.value,
    value.shown,
    value.comparison,
    about.name,
    line.sheet,
    undefined,
    about.seal,
    about.cluster,
    about.number,
    isPending(line, code) ? 1 : undefined,
  ];
  const cells = contents.map((content, column): PlanCell => ({ row, column, value: cellText(content), style: styles[column]! }));
  const url = options.link?.(line.file, line.sheet, value.row, value.column);
  cells[DETAIL_COLUMNS.cell] = linkCell(row, DETAIL_COLUMNS.cell, address(value), url, [LOOK.centred, LOOK.link]);
  return cells;
}
