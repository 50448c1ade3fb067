import { absolute, columnLetters, grouped, type PlanCell, type ReportLine, type Style } from "../../domain";
import { fill } from "../../locales";
import { cellText } from "../cell-text";
import { PENDING, rounded, SETTLED, type Criterion, type Living } from "./formulas";
import { STYLE, numberStyle } from "./styles";
import { DETAIL_COLUMNS, DETAIL_ROWS, SUMMARY_SHEETS, type DetailColumn } from "./places";
import { named, type SummaryContext } from "./summary-context";

export const COLUMNS = { number: 0, school: 1, cluster: 2, programme: 3, items: 4, first: 5 };
export const ROWS = { title: 0, note: 1, group: 2, name: 3, unit: 4, code: 5, item: 6, total: 7 };

/**
 * Lines up to which each number is looked up among all rows of 明细, so that sorting them changes nothing. The work grows with the square of
 * the lines: beyond, it would keep a program busy for minutes, and each number refers to its cell of 明细.
 */
export const LOOKED_UP = 300;

/** A school, with its lines by their index in the consolidation. */
export interface School {
  readonly school: string;
  readonly lines: readonly number[];
}

export function schoolsOf(lines: readonly ReportLine[]): School[] {
  return [...grouped(lines.keys(), (index) => lines[index]!.school)].map(([school, of]) => ({ school, lines: of }));
}

/** The last column: the numbers of the lines in 明细, by which they are looked up. */
export function keyColumn({ form }: SummaryContext): number {
  return COLUMNS.first + form.indicators.length;
}

/** Rows of the total: once more where a number of it is 待核, without that. */
export function totalRows({ form, tally }: SummaryContext): number {
  return form.indicators.map(({ code }) => tally.total(code)).some(({ numbers, settledNumbers }) => settledNumbers < numbers) ? 2 : 1;
}

function itemsOf({ form, consolidation, isPending }: SummaryContext, lines: readonly number[]): number {
  const pending = (line: number): number => form.indicators.filter(({ code }) => isPending(consolidation.lines[line]!, code)).length;
  return lines.reduce((sum, line) => sum + pending(line), 0);
}

/** Its lines; above several of them their sum, and their sum without what is 待核 where that is less. */
export function rowsOfSchool(context: SummaryContext, { lines }: School): number {
  return lines.length + (lines.length === 1 ? 0 : hasSettled(context, lines) ? 2 : 1);
}

/** Cells of one formula: beyond, it would be longer than Excel takes. */
const ADDED = 100;

function hasSettled({ consolidation, form, isPending }: SummaryContext, lines: readonly number[]): boolean {
  if (consolidation.lines.length > LOOKED_UP && lines.length > ADDED) return false;
  const its = lines.map((line) => consolidation.lines[line]!);
  return its.some((line) => form.indicators.some(({ code }) => line.values[code]!.value !== undefined && isPending(line, code)));
}

export function* rowsOf(context: SummaryContext, schools: readonly School[]): Generator<PlanCell[]> {
  yield totalRow(context);
  if (totalRows(context) > 1) yield settledTotalRow(context);
  let row = ROWS.total + totalRows(context);
  let number = 1;
  for (const school of schools) {
    const { lines } = school;
    const sums = rowsOfSchool(context, school) - lines.length;
    if (sums > 0) yield sumRow(context, school, row, row + sums, number);
    if (sums > 1) yield settledRow(context, lines, row + 1, row + sums);
    row += sums;
    for (const line of lines) yield lineRow(context, line, row++, sums > 0 ? undefined : number);
    number++;
  }
}

/** The cells of a row left of the numbers, and right of them. */
function around(
  context: SummaryContext,
  row: number,
  left: readonly PlanCell["value"][],
  style: Style,
  items: Living,
  line?: number,
): [PlanCell[], PlanCell] {
  const cells = left.map((value, column): PlanCell => ({
    row,
    column,
    value,
    style: column === 0 && line !== undefined ? STYLE.centred : style,
  }));
  const { value, formula } = items;
  const count: PlanCell = { row, column: COLUMNS.items, value, style: STYLE.pendingCount, ...(formula === "" ? {} : { formula }) };
  return [[...cells, count], { row, column: keyColumn(context), value: line === undefined ? null : line + 1, style: STYLE.key }];
}

export function totalRow(context: SummaryContext): PlanCell[] {
  const { words, form, tally, detail } = context;
  const items = { value: tally.items(), formula: detail.count(PENDING) };
  const [left, right] = around(context, ROWS.total, [words.totals.total, null, null, null], STYLE.strongName, items);
  const numbers = form.indicators.map(({ code, type }, index): PlanCell => {
    const { value, numbers: reported, items: marked } = tally.total(code);
    const style = numberStyle(type.decimals, "strong", reported === 0, marked > 0);
    return { row: ROWS.total, column: COLUMNS.first + index, value, formula: detail.sum("value", type.decimals, itemAbove(index)), style };
  });
  return [...left, ...numbers, right];
}

function settledTotalRow(context: SummaryContext): PlanCell[] {
  const { words, form, tally, detail } = context;
  const row = ROWS.total + 1;
  const [left, right] = around(context, row, [null, words.schools.settled, null, null], STYLE.settledName, NO_ITEMS);
  const numbers = form.indicators.map(({ code, type: { decimals } }, index): PlanCell => {
    const { settled, settledNumbers, items } = tally.total(code);
    const style = numberStyle(decimals, items > 0 ? "strong" : "faint", settledNumbers === 0);
    const formula = detail.sum("value", decimals, itemAbove(index), SETTLED);
    return { row, column: COLUMNS.first + index, value: settled, formula, style };
  });
  return [...left, ...numbers, right];
}

const NO_ITEMS: Living = { value: 0, formula: "" };

/** The criterion of an indicator: its 项号 over the column. */
function itemAbove(index: number): Criterion {
  return ["itemNumber", `${columnLetters(COLUMNS.first + index)}$${ROWS.item + 1}`];
}

/** A school with several lines: their sum, above them. @param first row of its lines */
function sumRow(context: SummaryContext, { school, lines }: School, row: number, first: number, number: number): PlanCell[] {
  const { consolidation, form, words, isPending } = context;
  const below = (column: number): string => `SUM(${columnLetters(column)}${first + 1}:${columnLetters(column)}${first + lines.length})`;
  const items = { value: itemsOf(context, lines), formula: below(COLUMNS.items) };
  const said = fill(words.schools.lines, { count: lines.length });
  const [left, right] = around(context, row, [number, school, said, null], STYLE.strongName, items);
  const numbers = form.indicators.map(({ code, type: { decimals } }, index): PlanCell => {
    const column = COLUMNS.first + index;
    const its = lines.map((line) => consolidation.lines[line]!);
    const none = its.every(({ values }) => values[code]!.value === undefined);
    const marked = its.some((line) => isPending(line, code));
    const value = sumOf(its, code, decimals);
    return { row, column, value, formula: rounded(below(column), decimals), style: numberStyle(decimals, "strong", none, marked) };
  });
  return [...left, ...numbers, right];
}

/** The same without what is 待核. */
function settledRow(context: SummaryContext, lines: readonly number[], row: number, first: number): PlanCell[] {
  const { consolidation, form, words, isPending, detail } = context;
  const [left, right] = around(context, row, [null, null, words.schools.settled, null], STYLE.settledName, NO_ITEMS);
  const key = columnLetters(keyColumn(context));
  const numbers = form.indicators.map(({ code, type: { decimals } }, index): PlanCell => {
    const column = COLUMNS.first + index;
    const its = lines.map((line) => consolidation.lines[line]!);
    const settled = its.filter((line) => !isPending(line, code));
    const added = lines.map((line, at) => `${columnLetters(column)}${first + at + 1}*(${absoluteIn(context, line, index, "pending")}<>1)`);
    const formula =
      consolidation.lines.length > LOOKED_UP
        ? rounded(added.join("+"), decimals)
        : detail.sumOfLines("value", decimals, `$${key}${first + 1}:$${key}${first + lines.length}`, itemAbove(index), SETTLED);
    const none = settled.every(({ values }) => values[code]!.value === undefined);
    const style = numberStyle(decimals, settled.length < its.length ? "strong" : "faint", none);
    return { row, column, value: sumOf(settled, code, decimals), formula, style };
  });
  return [...left, ...numbers, right];
}

/** Without what binary fractions leave behind. */
function sumOf(lines: readonly ReportLine[], code: string, decimals: number): number {
  const scale = 10 ** decimals;
  return lines.reduce((sum, { values }) => sum + Math.round((values[code]!.value ?? 0) * scale), 0) / scale;
}

/** A cell of 明细 where nobody sorts it. @param index of the indicator */
function absoluteIn({ form }: SummaryContext, line: number, index: number, column: DetailColumn): string {
  const at = { row: DETAIL_ROWS.first + line * form.indicators.length + index, column: DETAIL_COLUMNS[column] };
  return `${SUMMARY_SHEETS.detail}!${absolute(at)}`;
}

function lineRow(context: SummaryContext, line: number, row: number, number: number | undefined): PlanCell[] {
  const { consolidation, form, detail, isPending } = context;
  const { school, cluster, programme, values } = consolidation.lines[line]!;
  const isLookedUp = consolidation.lines.length <= LOOKED_UP;
  const lineIs: Criterion = ["lineNumber", `$${columnLetters(keyColumn(context))}${row + 1}`];
  const pending = [0, form.indicators.length - 1].map((index) => absoluteIn(context, line, index, "pending"));
  const items = {
    value: itemsOf(context, [line]),
    formula: isLookedUp ? detail.count(lineIs, PENDING) : `SUM(${pending[0]}:${pending[1]!.split("!")[1]})`,
  };
  const texts = [number ?? null, ...[school, named(cluster, context), named(programme, context)].map(cellText)];
  const [left, right] = around(context, row, texts, STYLE.line, items, line);
  const numbers = form.indicators.map(({ code, type: { decimals } }, index): PlanCell => {
    const { value } = values[code]!;
    const formula = isLookedUp
      ? detail.sum("value", decimals, lineIs, itemAbove(index))
      : `N(${absoluteIn(context, line, index, "value")})`;
    const style = numberStyle(decimals, "plain", value === undefined, isPending(consolidation.lines[line]!, code));
    return { row, column: COLUMNS.first + index, value: value ?? 0, formula, style };
  });
  return [...left, ...numbers, right];
}
