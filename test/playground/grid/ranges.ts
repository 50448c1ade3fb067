import type { IRange } from "@univerjs/core";
import { keyColumn, keyRow, type Area } from "../../../src/domain";

export function rangeOf({ top, left, bottom, right }: Area): IRange {
  return { startRow: top, endRow: bottom, startColumn: left, endColumn: right };
}

export function areaOfRange({ startRow, endRow, startColumn, endColumn }: IRange): Area {
  return { top: startRow, bottom: endRow, left: startColumn, right: endColumn };
}

/** Few rectangles that hold just some cells: runs down the columns. */
export function areasOf(keys: readonly number[]): Area[] {
  const sorted = keys.map((key) => ({ row: keyRow(key), column: keyColumn(key) })).sort((a, b) => a.column - b.column || a.row - b.row);
  const areas: { -readonly [K in keyof Area]: Area[K] }[] = [];
  for (const { row, column } of sorted) {
    const last = areas.at(-1);
    if (last && last.left === column && last.bottom + 1 === row) last.bottom = row;
    else areas.push({ top: row, bottom: row, left: column, right: column });
  }
  return areas;
}
