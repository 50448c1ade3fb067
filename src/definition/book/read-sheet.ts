import {
  address,
  areaAddress,
  cellAt,
  cellKey,
  holds,
  keyColumn,
  keyRow,
  plainName,
  type Area,
  type CellRef,
  type GridCell,
  type GridSheet,
} from "../../domain";
import { shown } from "../mistake";
import type { Typed } from "./codec";
import type { Column } from "./column";
import type { Draft } from "./draft";

/** A cell of a row, as far as a person typed something into it. */
export interface SheetCell {
  readonly at: CellRef;
  /** Absent where it is blank, or holds what nobody typed. */
  readonly typed?: Typed;
  /** It was told about. */
  readonly faulty: boolean;
}

/** A row that is not blank. */
export interface SheetRow {
  readonly at: CellRef;
  cell(column: Column): SheetCell;
}

/** What a sheet is read by. */
export interface Heads {
  readonly columns: readonly Column[];
  /** Headings that are known, and not read. */
  readonly beside?: readonly string[];
  /** Headings that nothing uses yet: told where there is something under them. */
  readonly unused?: readonly string[];
  /** So many rows at most are looked at. */
  readonly most: number;
}

/** The rows of a sheet below its headings, which are found by name in whatever order. What is odd about the sheet itself is told. */
export function readRows(sheet: GridSheet, heads: Heads, draft: Draft): SheetRow[] {
  const used = rowsOf(sheet);
  tellHidden(sheet, used, draft);
  const merged = unmerged(sheet, used, draft);
  const columns = findHeads(sheet, heads, draft);
  const rows = used.filter((row) => [...columns.values()].some((column) => !isBlank(merged(row, column))));
  const over = rows[heads.most];
  if (over !== undefined)
    draft.tell("too-many-rows", { sheet: sheet.name, row: over, column: 0 }, { count: rows.length, most: heads.most });
  return rows.slice(0, heads.most).map((row) => ({
    at: { sheet: sheet.name, row, column: 0 },
    cell: (column) => {
      const at = columns.get(plainName(column.heading));
      // A column that is missing was told once, if it may not be.
      if (at === undefined) return { at: { sheet: sheet.name, row, column: 0 }, faulty: column.optional !== true && !column.blank };
      return typedIn({ sheet: sheet.name, row, column: at }, merged(row, at), draft);
    },
  }));
}

/** What its author does not see counts all the same. */
function tellHidden({ name, state, hiddenRows = [] }: GridSheet, used: readonly number[], draft: Draft): void {
  if (state !== "visible") draft.tell("hidden-sheet", { sheet: name, row: 0, column: 0 }, { sheet: name });
  const seen = new Set(used);
  const hidden = hiddenRows.filter((row) => seen.has(row));
  if (hidden.length > 0) draft.tell("hidden-rows", { sheet: name, row: hidden[0]!, column: 0 }, { count: hidden.length });
}

type Look = (row: number, column: number) => GridCell | undefined;

function isBlank(cell: GridCell | undefined): boolean {
  return (
    cell === undefined ||
    (cell.formula === undefined && (cell.value === null || (typeof cell.value === "string" && cell.value.trim() === "")))
  );
}

/** The rows below the first that have something in them. */
function rowsOf({ cells }: GridSheet): number[] {
  const rows = new Set<number>();
  for (const key of cells.keys()) rows.add(keyRow(key));
  rows.delete(0);
  return [...rows].sort((a, b) => a - b);
}

/** Looks at cells as if nothing were merged: what stands in the first cell of a merge stands in those below it. */
function unmerged(sheet: GridSheet, used: readonly number[], draft: Draft): Look {
  const merges = (sheet.merges ?? []).filter(({ top, bottom }) => bottom > 0 && bottom > top);
  const filled = new Map<number, GridCell>();
  for (const area of merges) {
    const first = cellAt(sheet, { row: area.top, column: area.left });
    if (isBlank(first)) continue;
    draft.tell("merged", { sheet: sheet.name, row: area.top, column: area.left }, { area: areaAddress(area) });
    for (const row of rowsWithin(used, area)) filled.set(cellKey(row, area.left), first!);
  }
  return (row, column) => filled.get(cellKey(row, column)) ?? cellAt(sheet, { row, column });
}

/** Of the rows that have something in them: a merge may reach to the end of the sheet. */
function rowsWithin(used: readonly number[], area: Area): number[] {
  return used.filter((row) => holds(area, { row, column: area.left }));
}

/** Finds the headings. @returns columns by their plain headings */
function findHeads(sheet: GridSheet, { columns, beside = [], unused = [] }: Heads, draft: Draft): ReadonlyMap<string, number> {
  const [known, later] = [new Set([...columns.map(({ heading }) => heading), ...beside].map(plainName)), new Set(unused.map(plainName))];
  const found = new Map<string, number>();
  const [headed, filled] = columnsOf(sheet);
  for (const column of headed) {
    const at = { sheet: sheet.name, row: 0, column };
    const text = textOf(cellAt(sheet, at)!);
    const plain = plainName(text);
    const first = found.get(plain);
    if (first !== undefined) draft.tell("heading-twice", at, { heading: text, first: address({ ...at, column: first }) });
    else if (known.has(plain)) found.set(plain, column);
    else if (!later.has(plain)) draft.tell("unknown-heading", at, { found: text });
    else if (filled.has(column)) draft.tell("unused-heading", at, { heading: text });
  }
  const stray = [...filled].find(([column]) => !headed.includes(column));
  if (stray) draft.tell("without-heading", { sheet: sheet.name, row: stray[1].row, column: stray[0] }, { found: stray[1].text });
  for (const { heading, optional, blank } of columns)
    if (!found.has(plainName(heading)) && !optional && !blank)
      draft.tell("heading-missing", { sheet: sheet.name, row: 0, column: 0 }, { heading });
  return found;
}

/** What stands in a cell that nobody asked for, as a sentence quotes it. */
function textOf({ value, formula }: GridCell): string {
  if (typeof value === "object" && value !== null) return value.error;
  return shown(value ?? (formula === undefined ? "" : `=${formula}`));
}

/** The columns that have a heading, from left to right, and those that have something below, each with the first of it. */
function columnsOf({ cells }: GridSheet): [number[], ReadonlyMap<number, { readonly row: number; readonly text: string }>] {
  const headed: number[] = [];
  const filled = new Map<number, { readonly row: number; readonly text: string }>();
  for (const [key, cell] of cells) {
    const [row, column] = [keyRow(key), keyColumn(key)];
    if (isBlank(cell)) continue;
    if (row === 0) headed.push(column);
    else if (row < (filled.get(column)?.row ?? Infinity)) filled.set(column, { row, text: textOf(cell) });
  }
  return [headed.sort((a, b) => a - b), filled];
}

/** What a person typed into a cell: never the result of a formula, an error, or a day that a program made of a code. */
function typedIn(at: CellRef, cell: GridCell | undefined, draft: Draft): SheetCell {
  if (cell === undefined || isBlank(cell)) return { at, faulty: false };
  const { value, formula, date, time } = cell;
  if (formula !== undefined) draft.tell("formula", at, { formula: shown(`=${formula}`) });
  else if (typeof value === "object" && value !== null) draft.tell("error-value", at, { found: value.error });
  else if (date || time) draft.tell("turned-to-date", at, {});
  else return { at, typed: value!, faulty: false };
  return { at, faulty: true };
}
