import type { GridSheet } from "../../domain";
import type { Path } from "../mistake";
import type { Column, Table } from "./column";
import type { Draft } from "./draft";
import { readRows, type SheetCell } from "./read-sheet";

/**
 * Takes a cell into the definition: what it says, what it means where it is blank, or that it was told about.
 * @param path of what it says
 * @param row what the row said before
 */
export function take(
  cell: SheetCell,
  { codec, blank, into }: Column,
  path: Path,
  row: Readonly<Record<string, unknown>>,
  draft: Draft,
): void {
  draft.place(path, cell.at);
  if (cell.faulty) return draft.fault(path);
  if (cell.typed === undefined) {
    const value = blank?.(draft.json, row);
    if (value !== undefined) draft.put(path, value);
    return;
  }
  const reading = codec.read(cell.typed);
  if ("fault" in reading) return draft.tellFault(reading.fault, cell.at, path);
  const values = into ? into(reading.value as never) : { [path[path.length - 1]!]: reading.value };
  for (const [key, value] of Object.entries(values)) {
    const of = [...path.slice(0, -1), key];
    draft.place(of, cell.at);
    draft.put(of, value);
  }
}

/** A column that is no part of the list. */
export interface Beside {
  readonly column: Column;
  /** Called for each row with its cell there, and what the row says. */
  each(cell: SheetCell, row: Readonly<Record<string, unknown>>): void;
}

/**
 * Reads a sheet of rows into the list that it is.
 * @param most rows that are looked at
 */
export function readTable(sheet: GridSheet, { columns, path, unused }: Table, most: number, draft: Draft, beside?: Beside): void {
  draft.place(path, { sheet: sheet.name, row: 0, column: 0 });
  const known: readonly Column[] = beside ? [...columns, beside.column] : columns;
  const rows = readRows(sheet, { columns: known, unused, most }, draft);
  draft.put(path, []);
  rows.forEach((row, index) => {
    const of: Path = [...path, index];
    const said: Record<string, unknown> = {};
    draft.put(of, said);
    draft.place(of, row.at);
    for (const column of columns) take(row.cell(column), column, [...of, column.key], said, draft);
    if (beside) beside.each(row.cell(beside.column), said);
  });
}
