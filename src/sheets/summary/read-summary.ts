import {
  cellAt,
  MAX_ROWS,
  ok,
  parseAddress,
  parsePeriod,
  refuse,
  type CellValue,
  type Consolidation,
  type Form,
  type Grid,
  type GridSheet,
  type LineValue,
  type PlanCell,
  type Refusal,
  type ReportingPeriod,
  type ReportLine,
  type Result,
  type SealSummary,
  type SheetPlan,
} from "../../domain";
import type { SummaryWords } from "../../locales/summary-words";
import { markerLine, markedSheets } from "./marker";
import { DETAIL_COLUMNS, DETAIL_ROWS, SUMMARY_META, SUMMARY_SHEETS, type DetailColumn } from "./places";

/** Of the geometry of 明细 and of this record; raised when either changes. */
const VERSION = 1;
const ROWS = { summary: 0, form: 1, ruleset: 2, period: 3, seal: 4, sheets: 5 };
const SEALS = ["sealed", "changed", "none"] as const;

/** A line of an earlier summary: what a report line holds, with its file by name. */
export interface SummaryLine extends Omit<ReportLine, "file"> {
  /** As `arrivalName` says it. */
  readonly file: string;
  readonly seal: SealSummary["state"];
}

/** An earlier summary as read. */
export interface ReadSummary {
  readonly form: Consolidation["form"];
  readonly ruleset: Consolidation["ruleset"];
  readonly period: ReportingPeriod;
  readonly lines: readonly SummaryLine[];
}

/** The very hidden sheet that says what the workbook is: the next period's run finds it by this. */
export function summaryMeta({ form, ruleset, period }: Consolidation, words: SummaryWords): SheetPlan {
  const lines: readonly (readonly CellValue[])[] = [
    ["summary", VERSION],
    ["form", form.id, form.version],
    ["ruleset", ruleset.id, ruleset.version],
    ["period", `${period.year}-S${period.half}`],
    ["seal", ...SEALS.map((state) => words.seal[state])],
  ];
  const cells = lines.flatMap((line, row) => line.map((value, column): PlanCell => ({ row, column, value })));
  return { name: SUMMARY_META, state: "veryHidden", cells: [...cells, ...markerLine(ROWS.sheets)] };
}

const textOf = (value: CellValue | undefined): string =>
  typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
const numberOf = (value: CellValue | undefined): number | undefined => (typeof value === "number" ? value : undefined);

/**
 * Reads the lines of a summary workbook back. Lines keep their order however the rows of 明细 were sorted.
 * @param grid the workbook
 * @param form whose indicators every line has
 * @returns the lines, or `not-this-form` where the workbook is no summary of this form, `newer-form` where it is of a newer version,
 *   `structure-changed` where 明细 is not whole
 */
export function readSummary(grid: Grid, form: Form): Result<ReadSummary, Refusal> {
  const sheet = (name: string): GridSheet | undefined => grid.sheets.find((one) => one.name === name);
  const meta = sheet(SUMMARY_META);
  const detail = sheet(markedSheets(grid).detail ?? SUMMARY_SHEETS.detail);
  const at = (row: number, column: number): CellValue | undefined => meta && cellAt(meta, { row, column })?.value;
  if (at(ROWS.summary, 0) !== "summary" || textOf(at(ROWS.form, 1)) !== form.id)
    return refuse({ code: "not-this-form", detail: "summary" });
  const version = numberOf(at(ROWS.summary, 1)) ?? 0;
  if (version > VERSION) return refuse({ code: "newer-form", detail: "summary", version, known: VERSION });
  const period = parsePeriod(textOf(at(ROWS.period, 1)));
  const lines = detail && period ? linesOf(detail, form, SEALS.map((_, index) => textOf(at(ROWS.seal, index + 1)))) : undefined; // prettier-ignore
  if (!period || !lines)
    return refuse({ code: "structure-changed", detail: "summary", where: SUMMARY_SHEETS.detail, missing: form.labels.code });
  const versioned = (row: number) => ({ id: textOf(at(row, 1)), version: numberOf(at(row, 2)) ?? 0 });
  return ok({ form: versioned(ROWS.form), ruleset: versioned(ROWS.ruleset), period, lines });
}

/** @returns undefined where a row names no line, indicator or cell, or a line lacks an indicator */
function linesOf(sheet: GridSheet, form: Form, seals: readonly string[]): SummaryLine[] | undefined {
  const found = new Map<number, { line: SummaryLine; values: Record<string, LineValue> }>();
  const codes = new Set(form.indicators.map(({ code }) => code));
  for (let row: number = DETAIL_ROWS.first; row < MAX_ROWS; row++) {
    const cell = (column: DetailColumn): CellValue | undefined => cellAt(sheet, { row, column: DETAIL_COLUMNS[column] })?.value;
    const number = numberOf(cell("lineNumber"));
    if (number === undefined) break;
    const place = parseAddress(textOf(cell("cell")));
    const code = textOf(cell("code"));
    if (!place || !codes.has(code)) return undefined;
    let entry = found.get(number);
    if (!entry) {
      const values: Record<string, LineValue> = {};
      const text = (column: DetailColumn): string => textOf(cell(column));
      const line: SummaryLine = {
        file: text("file"),
        school: text("school"),
        category: text("category"),
        cluster: text("cluster"),
        programme: text("programme"),
        sheet: text("sheet"),
        seal: SEALS[seals.indexOf(text("seal"))] ?? "none",
        values,
      };
      found.set(number, (entry = { line, values }));
    }
    entry.values[code] = { ...place, ...contentOf(cell("value"), cell("shown"), cell("comparison")) };
  }
  const lines = [...found].sort(([a], [b]) => a - b).map(([, { line }]) => line);
  return lines.every(({ values }) => Object.keys(values).length === codes.size) ? lines : undefined;
}

function contentOf(value: CellValue | undefined, shown: CellValue | undefined, comparison: CellValue | undefined): Partial<LineValue> {
  return {
    ...(typeof value === "number" ? { value } : {}),
    ...(typeof shown === "string" || typeof shown === "number" ? { shown } : {}),
    ...(typeof comparison === "number" ? { comparison } : {}),
  };
}
