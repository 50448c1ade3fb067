import { MAX_COLUMNS, type Area, type CellValue } from "./cell";

export type SheetState = "visible" | "hidden" | "veryHidden";

/** One cell as it stands in a workbook. */
export interface GridCell {
  readonly value: CellValue;
  /** Without the leading `=`. Present only where the cell holds a formula; `value` is then its cached result. */
  readonly formula?: string;
  /** True where a number is shown as a date: `value` is then a serial in the 1900 system. */
  readonly date?: true;
  /** True where a number is shown as a time of day or a duration: people do not see the value. */
  readonly time?: true;
}

export type ValidationType = "list" | "whole" | "decimal" | "date" | "time" | "textLength" | "custom";
export type ValidationOperator =
  "between" | "notBetween" | "equal" | "notEqual" | "greaterThan" | "lessThan" | "greaterThanOrEqual" | "lessThanOrEqual";

/** A data validation (ECMA-376 part 1, 18.3.1.32). */
export interface Validation {
  readonly areas: readonly Area[];
  readonly type: ValidationType;
  /** Absent for `list` and `custom`; `between` where a file leaves it out. */
  readonly operator?: ValidationOperator;
  readonly formula1: string;
  readonly formula2?: string;
  readonly allowBlank: boolean;
  readonly errorStyle: "stop" | "warning" | "information";
  readonly alert?: { readonly title: string; readonly text: string };
  readonly prompt?: { readonly title: string; readonly text: string };
}

export interface GridSheet {
  readonly name: string;
  readonly state: SheetState;
  /** By `cellKey(row, column)`. A cell without value and formula is absent. */
  readonly cells: ReadonlyMap<number, GridCell>;
  /** Absent where a live Excel was read: asking it for merges empties the user's undo (OfficeDev/office-js#5918). */
  readonly merges?: readonly Area[];
  readonly validations: readonly Validation[];
  /** Rows that people do not see, filtered out or hidden by hand; absent where there are none, or a live Excel was read. */
  readonly hiddenRows?: readonly number[];
  readonly protected: boolean;
}

export interface DefinedName {
  readonly name: string;
  /** The formula it stands for, without `=`. */
  readonly refersTo: string;
  /** Sheet name, where the name belongs to one sheet only. */
  readonly sheet?: string;
  readonly hidden?: boolean;
}

/** Sheets by name, and whether people see them. */
export type SheetList = readonly Pick<GridSheet, "name" | "state">[];

/** A workbook as read: whole or not at all. */
export interface Grid {
  readonly sheets: readonly GridSheet[];
  /** Those that are there and were not read: in a live Excel a person's own. */
  readonly unread?: SheetList;
  readonly names: readonly DefinedName[];
}

/** One number for a place on a sheet: maps keyed by numbers are several times faster than by text. */
export function cellKey(row: number, column: number): number {
  return row * MAX_COLUMNS + column;
}

/** The row of a cell key. */
export function keyRow(key: number): number {
  return Math.floor(key / MAX_COLUMNS);
}

/** The column of a cell key. */
export function keyColumn(key: number): number {
  return key % MAX_COLUMNS;
}

/** The cell at a place, or undefined where it is empty. */
export function cellAt(sheet: GridSheet, at: { readonly row: number; readonly column: number }): GridCell | undefined {
  return sheet.cells.get(cellKey(at.row, at.column));
}
