import type { SheetPlan, Style } from "../../domain";
import { fill } from "../../locales";
import { Canvas } from "../canvas";
import { PENDING } from "./formulas";
import { STYLE, MARGINS } from "./styles";
import { SUMMARY_SHEETS } from "./places";
import { named, type SummaryContext } from "./summary-context";
import type { ClusterColumn } from "./tally";
import { categoryColumns, clusterIs, COLUMNS, indicatorPlaces, keyColumn, ROWS, type TotalsColumn } from "./totals-places";
import { groupNames, indicatorRows } from "./totals-rows";
import { pendingSaid, proofSaid, schoolsSaid } from "./totals-said";
import { fittedWidths } from "../widths";
import { periodName } from "./words";

const WIDTHS = [9, 5, 37, 6, 11, 6, 8];
/** More rows than these are not to be read on one page. */
const ROWS_OF_PAGE = 52;

/** 汇总: an indicator a row, a cluster a column, so that units and 其中 read as on the form and one A3 page holds the province. */
export function totalsSheet(context: SummaryContext): SheetPlan {
  const canvas = new Canvas();
  const groups = categoryColumns(context);
  const columns = groups.flat();
  const key = keyColumn(columns);
  const last = key - 1;
  head(canvas, context, last);
  headings(canvas, context, groups);
  down(canvas, ROWS.category, ROWS.cluster, key, context.words.detail.heads.itemNumber, STYLE.key);
  const places = indicatorPlaces(context);
  for (const place of places) indicatorRows(canvas, context, place, columns);
  groupNames(canvas, places);
  const bottom = places.at(-1)!.settled + 1;
  canvas.span(bottom, 0, last, context.words.totals.note, STYLE.note);
  return {
    name: SUMMARY_SHEETS.totals,
    state: "visible",
    cells: canvas.sorted(),
    merges: canvas.merges,
    columnWidths: fittedWidths([...WIDTHS, ...columns.map(() => 9.5), 7], canvas.cells),
    rowHeights: new Map([
      [ROWS.title, 36],
      [ROWS.schools, 20],
      [ROWS.proof, 22],
      [ROWS.pending, context.reviewItems > 0 ? 32 : 22],
      [ROWS.lines, 20],
      [ROWS.due, 20],
      [ROWS.items, 18],
      [ROWS.category, 22],
      [ROWS.cluster, 54],
      ...places.flatMap(({ row, settled }) => [[row, 24] as const, ...(settled > row ? [[settled, 18] as const] : [])]),
      [bottom, 30],
    ]),
    freeze: { row: ROWS.first, column: COLUMNS.first },
    gridLines: false,
    page: {
      paper: 8,
      landscape: true,
      centred: true,
      // A nation has more clusters than a page has columns, and where much is 待核 there are more rows.
      fitTo: { width: Math.ceil((last + 1) / 30), height: Math.ceil(bottom / ROWS_OF_PAGE) },
      area: { top: 0, left: 0, bottom, right: last },
      titleRows: [ROWS.category, ROWS.items],
      margins: MARGINS,
      footer: "&C&P/&N",
    },
  };
}

/** Title, basis, and sentences whose numbers are formulas: how complete the reports are, that no file was lost, and what is 待核. */
function head(canvas: Canvas, context: SummaryContext, last: number): void {
  const { form, words, consolidation, locale } = context;
  canvas.span(
    ROWS.title,
    0,
    last,
    fill(words.title, { formTitle: form.title, period: periodName(consolidation.period, locale) }),
    STYLE.title,
  );
  const { code, carried } = consolidation.form;
  const basis = `${form.basis}　${fill(words.formCode, { code })}${carried ? words.carried : ""}`;
  canvas.span(ROWS.basis, 0, last, basis, carried ? STYLE.pendingSaid : STYLE.basis);
  for (const [row, { formula, value }] of [
    [ROWS.schools, schoolsSaid(context)],
    [ROWS.proof, proofSaid(context)],
  ] as const)
    canvas.span(row, 0, last, value, STYLE.said, formula);
  const pending = pendingSaid(context);
  canvas.span(ROWS.pending, 0, last, pending.value, context.tally.items() > 0 ? STYLE.pendingSaid : STYLE.said, pending.formula);
}

function headings(canvas: Canvas, context: SummaryContext, groups: readonly TotalsColumn[][]): void {
  const { words, detail, tally } = context;
  const { labels } = context.form;
  for (const [column, text] of [labels.group, labels.code, labels.name, labels.unit, words.totals.total].entries())
    down(canvas, ROWS.category, ROWS.cluster, column, text, STYLE.heading);
  down(canvas, ROWS.category, ROWS.cluster, COLUMNS.items, words.totals.items, STYLE.pendingHead);
  down(canvas, ROWS.category, ROWS.cluster, COLUMNS.share, words.totals.share, STYLE.pendingHead);
  for (const group of groups) {
    const [first, last] = [group[0]!, group.at(-1)!];
    const text = named(first.clusters[0]!.category, context);
    if (first === last) canvas.put(ROWS.category, first.column, text, STYLE.heading);
    else canvas.span(ROWS.category, first.column, last.column, text, STYLE.heading);
    for (const { column, clusters, subtotal } of group) {
      canvas.put(ROWS.cluster, column, subtotal ? words.totals.subtotal : named(clusters[0]!.cluster, context), STYLE.heading);
      canvas.put(ROWS.number, column, subtotal ? null : clusters[0]!.number, STYLE.key);
    }
  }
  for (const [row, text] of [
    [ROWS.number, words.totals.number],
    [ROWS.lines, words.totals.lines],
    [ROWS.due, words.totals.due],
    [ROWS.items, words.totals.items],
  ] as const)
    canvas.span(row, 0, COLUMNS.unit, text, row === ROWS.number ? STYLE.key : row === ROWS.items ? STYLE.pendingHead : STYLE.centred);
  canvas.put(ROWS.number, COLUMNS.total, null, STYLE.key);
  for (const row of [ROWS.number, ROWS.lines, ROWS.due, ROWS.items])
    for (const column of [COLUMNS.items, COLUMNS.share]) canvas.put(row, column, null, STYLE.pendingHead);
  const sum = (of: readonly ClusterColumn[], what: "lines" | "due"): number => of.reduce((total, one) => total + one[what], 0);
  const all: TotalsColumn = { column: COLUMNS.total, clusters: tally.clusters, subtotal: true };
  for (const column of [all, ...groups.flat()]) {
    const counted = detail.count(...clusterIs(column, column === all), ["itemNumber", "1"]);
    canvas.put(ROWS.lines, column.column, sum(column.clusters, "lines"), STYLE.count, counted);
    canvas.put(ROWS.due, column.column, sum(column.clusters, "due"), STYLE.count);
    const items = tally.items(column.clusters[0]?.number, column.clusters.at(-1)?.number);
    canvas.put(ROWS.items, column.column, items, STYLE.pendingCount, detail.count(...clusterIs(column, column === all), PENDING));
  }
}

/** A heading over two rows. */
function down(canvas: Canvas, top: number, bottom: number, column: number, text: string, style: Style): void {
  canvas.put(top, column, text, style);
  canvas.put(bottom, column, null, style);
  canvas.merges.push({ top, left: column, bottom, right: column });
}
