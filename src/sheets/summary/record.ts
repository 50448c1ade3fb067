import {
  cellAt,
  detailRows,
  MAX_ROWS,
  type CellValue,
  type Consolidation,
  type EarlierLine,
  type Form,
  type GridSheet,
  type PlanCell,
  type RowsPlan,
} from "../../domain";
import { cellText } from "../cell-text";
import { codeIn } from "../codes";
import { columnRange, DETAIL_COLUMNS, DETAIL_ROWS, SUMMARY_SHEETS } from "./places";
import { planRows, rowsPlan } from "./rows-plan";

/** Columns before those of the indicators. */
const NUMBER = 0;
const NAMES = ["school", "cluster", "programme"] as const;
const FIRST_VALUE = 1 + NAMES.length;
/** Primes that keep the check small enough to be exact: rows of 明细 after which weights repeat, and numbers that count as the same. */
const [WEIGHTS, NUMBERS] = [997, 1_000_003];

/** The numbers of 明细 once more, a line a row: what a reader can take where 明细 itself is too large for it. */
export function recordPlan(consolidation: Consolidation, form: Form, first: number): RowsPlan | undefined {
  const last = FIRST_VALUE + form.indicators.length - 1;
  return rowsPlan(first, consolidation.lines.length, last, () => planRows(recordRows(consolidation, form, first)));
}

function* recordRows({ lines }: Consolidation, form: Form, first: number): Generator<PlanCell[]> {
  for (const [index, line] of lines.entries()) {
    const row = first + index;
    const values = form.indicators.map(({ code }) => line.values[code]!.value);
    const all: readonly (CellValue | undefined)[] = [index + 1, ...NAMES.map((name) => line[name]), ...values];
    yield all.flatMap((value, column): PlanCell[] => (cellText(value) === null ? [] : [{ row, column, value: cellText(value) }]));
  }
}

/** What stands over the columns of the record: codes of the indicators, since their order may change. */
export function recordHeading(form: Form, row: number): PlanCell[] {
  return ["", ...NAMES, ...form.indicators.map(({ code }) => code)].map((value, column) => ({ row, column, value: cellText(value) }));
}

/**
 * Tells whether the numbers of 明细 are still those of the record: what they came to, and a formula for what they come to. It is of whole
 * numbers, so that all programs get the same, and weighted by 序号: sorting changes nothing, two numbers that change places do.
 */
export function recordCheck({ lines }: Consolidation, form: Form, row: number): PlanCell[] {
  const codes = form.indicators.map(({ code }) => code);
  const scale = 10 ** Math.max(...form.indicators.map(({ type }) => type.decimals));
  let [sum, number] = [0, 0];
  for (const { value } of detailRows(lines, codes)) sum += (Math.round((value.value ?? 0) * scale) % NUMBERS) * ((++number % WEIGHTS) + 1);
  const range = (column: number): string => columnRange(SUMMARY_SHEETS.detail, column, DETAIL_ROWS.first, number);
  const formula = `SUMPRODUCT(MOD(ROUND(${range(DETAIL_COLUMNS.value)}*${scale},0),${NUMBERS}),MOD(${range(DETAIL_COLUMNS.number)},${WEIGHTS})+1)`;
  return [
    { row, column: 0, value: "numbers" },
    { row, column: 1, value: sum },
    { row, column: 2, value: sum, formula },
  ];
}

/**
 * Reads the record back.
 * @param rows where check and heading stand; lines follow the heading
 * @returns undefined where there is none for all indicators, or 明细 was changed since
 */
export function readRecord(
  sheet: GridSheet,
  form: Form,
  rows: { readonly check: number; readonly heading: number },
): EarlierLine[] | undefined {
  const at = (row: number, column: number): CellValue | undefined => cellAt(sheet, { row, column })?.value;
  const [was, is] = [at(rows.check, 1), at(rows.check, 2)];
  if (typeof was !== "number" || was !== is) return undefined;
  const columns = new Map<string | undefined, number>();
  for (let column = FIRST_VALUE; at(rows.heading, column) !== undefined; column++)
    columns.set(codeIn(at(rows.heading, column), form), column);
  if (!form.indicators.every(({ code }) => columns.has(code))) return undefined;
  const lines: EarlierLine[] = [];
  for (let row = rows.heading + 1; row < MAX_ROWS && typeof at(row, NUMBER) === "number"; row++) {
    const [school, cluster, programme] = NAMES.map((_, index) => String(at(row, index + 1) ?? "")) as [string, string, string];
    const values = form.indicators.flatMap(({ code }) => {
      const value = at(row, columns.get(code)!);
      return typeof value === "number" ? [[code, value] as const] : [];
    });
    lines.push({ school, cluster, programme, values: Object.fromEntries(values) });
  }
  return lines;
}
