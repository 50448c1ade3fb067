import {
  cellAt,
  MAX_ROWS,
  ok,
  parsePeriod,
  notThisForm,
  refuse,
  type CellValue,
  type Consolidation,
  type EarlierLine,
  type Form,
  type Grid,
  type GridSheet,
  type PlanCell,
  type Refusal,
  type ReportingPeriod,
  type Result,
  type SheetPlan,
} from "../../domain";
import { codeIn } from "../codes";
import { recordText } from "../meta";
import { markerLine, markedSheets } from "./marker";
import { DETAIL_COLUMNS, DETAIL_ROWS, SUMMARY_META, SUMMARY_SHEETS, type DetailColumn } from "./places";
import { readRecord, recordCheck, recordHeading, recordPlan } from "./record";

/** Of the geometry of 明细 and of what stands here; raised when a program of before could not read it. */
const VERSION = 1;
const ROWS = { summary: 0, form: 1, ruleset: 2, period: 3, check: 4, sheets: 5, heading: 6 };

/** An earlier summary as read. */
export interface ReadSummary {
  readonly form: Pick<Consolidation["form"], "id" | "version">;
  readonly ruleset: Consolidation["ruleset"];
  readonly period: ReportingPeriod;
  readonly lines: readonly EarlierLine[];
}

/** The very hidden sheet that says what the workbook is: the next period's run finds it by this, and its numbers in it. */
export function summaryMeta(consolidation: Consolidation, form: Form): SheetPlan {
  const { form: of, ruleset, period } = consolidation;
  const says: readonly (readonly CellValue[])[] = [
    ["summary", VERSION],
    ["form", of.id, of.version, of.code],
    ["ruleset", ruleset.id, ruleset.version],
    ["period", `${period.year}-S${period.half}`],
  ];
  return {
    name: SUMMARY_META,
    ownTexts: true,
    state: "veryHidden",
    cells: [
      ...says.flatMap((line, row) => line.map((value, column): PlanCell => ({ row, column, value }))),
      ...recordCheck(consolidation, form, ROWS.check),
      ...markerLine(ROWS.sheets),
      ...recordHeading(form, ROWS.heading),
    ],
    rows: recordPlan(consolidation, form, ROWS.heading + 1),
  };
}

const numberOf = (value: CellValue | undefined): number | undefined => (typeof value === "number" ? value : undefined);

/**
 * Reads the lines of a summary workbook back: out of 明细, so that what a reviewer mended there counts, and they keep their order however
 * its rows were sorted; out of the record where only `_summary` was read.
 * @param grid the workbook, or its sheet `_summary` alone
 * @param form whose indicators every line has
 * @returns the lines, or `not-this-form` where the workbook is no summary of this form, `newer-form` where it is of a newer version,
 *   `summary-changed` where 明细 is not whole, or was changed since the record was made
 */
export function readSummary(grid: Grid, form: Form): Result<ReadSummary, Refusal> {
  const sheet = (name: string): GridSheet | undefined => grid.sheets.find((one) => one.name === name);
  const meta = sheet(SUMMARY_META);
  const at = (row: number, column: number): CellValue | undefined => meta && cellAt(meta, { row, column })?.value;
  if (!meta || at(ROWS.summary, 0) !== "summary" || recordText(at(ROWS.form, 1)) !== form.id) return refuse(notThisForm(form, "summary"));
  const version = numberOf(at(ROWS.summary, 1)) ?? 0;
  if (version > VERSION) return refuse({ code: "newer-form", detail: "summary", version, known: VERSION });
  const alone = grid.sheets.length === 1;
  const detail = sheet(markedSheets(grid).detail ?? SUMMARY_SHEETS.detail);
  const period = parsePeriod(recordText(at(ROWS.period, 1)));
  const lines = alone ? readRecord(meta, form, ROWS) : detail && linesOf(detail, form);
  if (!period || !lines) return refuse({ code: "summary-changed", detail: alone ? SUMMARY_META : SUMMARY_SHEETS.detail });
  const versioned = (row: number) => ({ id: recordText(at(row, 1)), version: numberOf(at(row, 2)) ?? 0 });
  return ok({ form: versioned(ROWS.form), ruleset: versioned(ROWS.ruleset), period, lines });
}

/** @returns undefined where a row names no line or indicator, or a line lacks an indicator */
function linesOf(sheet: GridSheet, form: Form): EarlierLine[] | undefined {
  const found = new Map<number, { line: EarlierLine; values: Record<string, number>; codes: Set<string> }>();
  for (let row: number = DETAIL_ROWS.first; row < MAX_ROWS; row++) {
    const cell = (column: DetailColumn): CellValue | undefined => cellAt(sheet, { row, column: DETAIL_COLUMNS[column] })?.value;
    const number = numberOf(cell("lineNumber"));
    if (number === undefined) break;
    const code = codeIn(cell("code"), form);
    if (code === undefined) return undefined;
    let entry = found.get(number);
    if (!entry) {
      const values: Record<string, number> = {};
      const text = (column: DetailColumn): string => recordText(cell(column));
      const line = { school: text("school"), cluster: text("cluster"), programme: text("programme"), values };
      found.set(number, (entry = { line, values, codes: new Set() }));
    }
    entry.codes.add(code);
    const value = numberOf(cell("value"));
    if (value !== undefined) entry.values[code] = value;
  }
  const lines = [...found].sort(([a], [b]) => a - b).map(([, entry]) => entry);
  return lines.every(({ codes: its }) => its.size === form.indicators.length) ? lines.map(({ line }) => line) : undefined;
}
