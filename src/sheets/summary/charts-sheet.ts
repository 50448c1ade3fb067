import { absolute, type Area, type ChartPlan, type PlanCell, type SheetPlan, type Style } from "../../domain";
import { fill } from "../../locales";
import { Canvas } from "../canvas";
import { STYLE, NONE, numberStyle, MARGINS } from "./styles";
import { columnRange, REPORTING, SUMMARY_SHEETS } from "./places";
import { isQuotable, topMovements, type Change } from "./movements-sheet";
import { named, type SummaryContext } from "./summary-context";
import { changeText, decimalsOf } from "./shares";
import { totalReference } from "./totals-places";
import { fittedWidths } from "../widths";
import { periodName } from "./words";

/** Two charts beside each other, each of so many columns and rows. */
const CHART = { columns: 9, top: 3 };
/** Rows of a chart: so many, or as many as its longest list of bars needs. */
const ROWS = { least: 20, beside: 4 };
/** The numbers of the charts stand to their right, and are not printed. */
const DATA = { column: 2 * CHART.columns + 1, top: 3 };
const TOP_MOVEMENTS = 10;
/** More decimals only where a number has them: what fell by 99.96 % did not fall by all. */
const PERCENT: Style = { ...numberStyle(1), numberFormat: "#,##0.0#####_ " };

/** One column of numbers beside its names, as a chart reads it. */
interface Block {
  readonly title: string;
  readonly kind: ChartPlan["kind"];
  /** Without a value where there is nothing to draw. */
  readonly rows: readonly { readonly name: string; readonly value?: number; readonly formula?: string }[];
  readonly style: PlanCell["style"];
}

/** 图表: native charts over cells of this sheet, which refer to the other sheets. */
export function chartsSheet(context: SummaryContext): SheetPlan {
  const { words, locale, consolidation } = context;
  const canvas = new Canvas();
  const last = 2 * CHART.columns - 1;
  const title = fill(words.charts.title, { period: periodName(consolidation.period, locale) });
  canvas.span(0, 0, last, title, STYLE.title);
  canvas.span(1, 0, last, words.charts.note, STYLE.note);
  canvas.put(1, DATA.column, words.charts.data, STYLE.note);
  const blocks = [progress(context), movements(context), ...headlines(context)].filter(({ rows }) => rows.length > 0);
  const height = Math.max(ROWS.least, ROWS.beside + Math.max(...blocks.map(({ rows }) => rows.length)));
  let row = DATA.top;
  const charts = blocks.map((block, index) => {
    const chart = chartOf(canvas, block, row, areaAt(index, height));
    row += block.rows.length + 2;
    return chart;
  });
  const bottom = areaAt(blocks.length - 1, height).bottom;
  return {
    name: SUMMARY_SHEETS.charts,
    state: "visible",
    cells: canvas.sorted(),
    merges: canvas.merges,
    columnWidths: fittedWidths([...Array.from({ length: DATA.column }, () => 9), 100, 14], canvas.cells),
    rowHeights: new Map([
      [0, 28],
      [1, 30],
    ]),
    gridLines: false,
    charts,
    page: {
      paper: 8,
      centred: true,
      fitTo: { width: 1, height: 1 },
      area: { top: 0, left: 0, bottom, right: last },
      margins: MARGINS,
      footer: "&C&P/&N",
    },
  };
}

function areaAt(index: number, height: number): Area {
  const left = (index % 2) * CHART.columns;
  const top = CHART.top + Math.floor(index / 2) * height;
  return { top, left, bottom: top + height - 1, right: left + CHART.columns - 1 };
}

/** Writes the numbers of a block and gives the chart over them. */
function chartOf(canvas: Canvas, { title, kind, rows, style }: Block, top: number, area: Area): ChartPlan {
  canvas.put(top, DATA.column, title, STYLE.strongName);
  canvas.put(top, DATA.column + 1, null, STYLE.strongName);
  rows.forEach(({ name, value, formula }, index) => {
    canvas.put(top + 1 + index, DATA.column, name, STYLE.given);
    // Empty where nothing is known: Excel draws a text as 0, and writes #N/A beside an error.
    canvas.put(top + 1 + index, DATA.column + 1, value ?? null, style!, formula);
  });
  const range = (column: number): string =>
    `${SUMMARY_SHEETS.charts}!${absolute({ row: top + 1, column })}:${absolute({ row: top + rows.length, column })}`;
  return {
    kind,
    title,
    area,
    labels: "value",
    series: [
      {
        name: title,
        categories: range(DATA.column),
        values: range(DATA.column + 1),
        cachedCategories: rows.map(({ name }) => name),
        cachedValues: rows.map(({ value }) => value ?? null),
      },
    ],
  };
}

function progress({ consolidation: { schools }, words }: SummaryContext): Block {
  const range = columnRange(SUMMARY_SHEETS.reporting, REPORTING.state, REPORTING.first, schools.length);
  return {
    title: words.charts.progress,
    kind: "column",
    style: STYLE.count,
    rows: (["received", "late", "missing", "refused"] as const).map((state) => ({
      name: words.schoolState[state],
      value: schools.filter((school) => school.state === state).length,
      formula: `COUNTIF(${range},"${words.schoolState[state]}")`,
    })),
  };
}

function movements(context: SummaryContext): Block {
  const { words } = context;
  const top = topMovements(context, TOP_MOVEMENTS);
  const drawn = top.filter(isQuotable).reduce((sum, { pending }) => sum + pending, 0);
  const title = words.charts.movements;
  return {
    title: drawn === 0 ? title : fill(words.charts.among, { title, count: drawn }),
    kind: "bar",
    style: PERCENT,
    rows: top.map((movement) => {
      const { indicator, all, settled } = movement;
      const name = `${indicator.name}（${words.movements.basis[indicator.measure]}）`;
      if (!isQuotable(movement)) return { name: doubtful(context, name, all, settled) };
      const decimals = decimalsOf(all.share * 100);
      const scale = 10 ** decimals;
      return {
        name,
        value: Math.round(all.share * 100 * scale) / scale,
        formula: `ROUND(${all.reference}*100,${decimals})`,
      };
    }),
  };
}

/** A name that says how the change differs with what is 待核 and without it. */
function doubtful({ words }: SummaryContext, name: string, all: Change, settled: Change): string {
  const said = ({ share }: Change): string => (share === undefined ? NONE : changeText(share));
  return fill(words.charts.doubtful, { name, all: said(all), settled: said(settled) });
}

/** A title that says what its chart leaves out. @param pending figures 待核 */
function without({ words }: SummaryContext, title: string, pending: number): string {
  return pending === 0 ? title : fill(words.charts.without, { title, count: pending });
}

/** By cluster, one chart for the first indicator of each group of the form: the one that the group is about. */
function headlines(context: SummaryContext): Block[] {
  const { form, tally, words } = context;
  const reference = totalReference(context);
  return form.indicators
    .filter(({ group }, index) => form.indicators[index - 1]?.group !== group)
    .map(({ code, name, unit, type }) => ({
      title: without(context, fill(words.charts.byCluster, { name, unit }), tally.total(code).items),
      kind: "bar",
      style: numberStyle(type.decimals),
      rows: tally.clusters.map((cluster) => {
        const { settled, settledNumbers } = tally.total(code, cluster.number, cluster.number);
        const name = named(cluster.cluster, context);
        // As 汇总 shows it: 0 would say that somebody reported that.
        return settledNumbers === 0 ? { name: `${name} ${NONE}` } : { name, value: settled, formula: reference(cluster, code) };
      }),
    }));
}
