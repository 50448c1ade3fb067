import { address, areaAddress } from "../../src/domain/cell";
import { keyColumn, keyRow, type GridCell, type GridSheet } from "../../src/domain/grid";

function drawnCell([key, { value, formula, date }]: [number, GridCell]): string {
  const shown = typeof value === "object" && value !== null ? value.error : JSON.stringify(value);
  return `${address({ row: keyRow(key), column: keyColumn(key) })}=${shown}${date ? "d" : ""}${formula === undefined ? "" : `{${formula}}`}`;
}

/** A sheet as a line: its cells in order (`A1=5`, dates with `d`, formulas in braces), then its validations after a `!`. */
export function drawn(sheet: GridSheet): string {
  const cells = [...sheet.cells].sort(([a], [b]) => a - b).map(drawnCell);
  const rules = sheet.validations.map((rule) => `! ${rule.areas.map(areaAddress).join(",")} ${rule.type} ${rule.formula1}`);
  return [...cells, ...rules].join(" ");
}
