import { columnLetters, type Indicator } from "../../domain";
import type { Canvas } from "../canvas";
import { printedName } from "../places";
import { PENDING, sentence, SETTLED, type Criterion } from "./formulas";
import { STYLE, numberStyle } from "./styles";
import type { SummaryContext } from "./summary-context";
import { shareStyle } from "./shares";
import { clusterIs, COLUMNS, keyColumn, type IndicatorPlace, type TotalsColumn } from "./totals-places";

/** The totals of an indicator; and once more below without what is 待核, where there is any. */
export function indicatorRows(
  canvas: Canvas,
  context: SummaryContext,
  { indicator, row, settled }: IndicatorPlace,
  columns: readonly TotalsColumn[],
): void {
  const { detail, tally, words, itemNumbers } = context;
  const { code, unit, partOf, type } = indicator;
  canvas.put(row, COLUMNS.code, code, STYLE.code);
  canvas.put(row, COLUMNS.name, printedName(indicator, context.form), partOf === undefined ? STYLE.name : STYLE.part);
  canvas.put(row, COLUMNS.unit, unit, STYLE.centred);
  const key = keyColumn(columns);
  canvas.put(row, key, itemNumbers.get(code)!, STYLE.key);
  const own: Criterion = ["itemNumber", `$${columnLetters(key)}${row + 1}`];
  const all = tally.total(code);
  const [total, items] = [COLUMNS.total, COLUMNS.items].map((column) => `$${columnLetters(column)}${row + 1}`);
  const share = `IF(N(${total})=0,0,${detail.sum("value", type.decimals, own, PENDING)}/${total})`;
  canvas.put(row, COLUMNS.items, all.items, STYLE.pendingCount, detail.count(own, PENDING));
  const pending = all.value === 0 ? 0 : all.pending / all.value;
  canvas.put(row, COLUMNS.share, pending, shareStyle("pendingShare", pending), share);
  const whole: TotalsColumn = { column: COLUMNS.total, clusters: tally.clusters, subtotal: true };
  for (const column of [whole, ...columns]) {
    const { value, numbers, items: marked } = tally.total(code, column.clusters[0]?.number, column.clusters.at(-1)?.number);
    const style = numberStyle(type.decimals, column.subtotal ? "strong" : "plain", numbers === 0, marked > 0);
    const criteria = [...clusterIs(column, column === whole), own];
    canvas.put(row, column.column, value, style, detail.sum("value", type.decimals, ...criteria));
    if (settled > row) settledCell(canvas, context, indicator, settled, column, criteria);
  }
  if (settled === row) return;
  const said = sentence(words.totals.settled, { count: { formula: items!, value: all.items } });
  canvas.put(settled, COLUMNS.code, null, STYLE.code);
  canvas.put(settled, key, null, STYLE.key);
  canvas.put(settled, COLUMNS.name, said.value, STYLE.settledName, said.formula);
  for (const column of [COLUMNS.unit, COLUMNS.items, COLUMNS.share]) canvas.put(settled, column, null, STYLE.pendingHead);
}

function settledCell(
  canvas: Canvas,
  { detail, tally }: SummaryContext,
  { code, type: { decimals } }: Indicator,
  row: number,
  { column, clusters, subtotal }: TotalsColumn,
  criteria: readonly Criterion[],
): void {
  const { settled, settledNumbers, items } = tally.total(code, clusters[0]?.number, clusters.at(-1)?.number);
  // Where nothing is left out it only repeats the number above it.
  const kind = items === 0 ? "faint" : subtotal ? "strong" : "plain";
  canvas.put(row, column, settled, numberStyle(decimals, kind, settledNumbers === 0), detail.sum("value", decimals, ...criteria, SETTLED));
}

/** The group at the left of its indicators, merged where it has several. */
export function groupNames(canvas: Canvas, places: readonly IndicatorPlace[]): void {
  places.forEach(({ indicator: { group }, row, settled }, index) => {
    const begins = places[index - 1]?.indicator.group !== group;
    for (let at = row; at <= settled; at++) canvas.put(at, COLUMNS.group, begins && at === row ? group : null, STYLE.group);
    if (!begins) return;
    const end = places.findLast(({ indicator }) => indicator.group === group)!.settled;
    if (end > row) canvas.merges.push({ top: row, left: COLUMNS.group, bottom: end, right: COLUMNS.group });
  });
}
