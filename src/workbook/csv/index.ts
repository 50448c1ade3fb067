import Papa from "papaparse";
import { cellKey, type Grid, type GridCell } from "../../domain/grid";
import type { Refusal } from "../../domain/refusal";
import { ok, refuse, type Result } from "../../domain/result";

/** Cells of the longest list worth reading. */
const MOST_CELLS = 200_000;

/** A text of UTF-8, or as programs of Chinese Windows write it. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

/**
 * Reads a list with commas, semicolons or tabs between its cells (RFC 4180) as a grid of one sheet. Every cell is a text.
 * @param sheet what the sheet is called
 * @returns the grid, or why it is none: `empty-file`, `not-a-workbook` where it holds what no text does, `too-large`
 */
export function readCsv(bytes: Uint8Array, sheet: string): Result<Grid, Refusal> {
  if (bytes.length === 0) return refuse({ code: "empty-file", detail: "0 bytes" });
  const text = decoded(bytes);
  if (text.includes("\0")) return refuse({ code: "not-a-workbook", detail: "a NUL in a list" });
  const { data } = Papa.parse<string[]>(text, { header: false, dynamicTyping: false });
  const cells = new Map<number, GridCell>();
  for (const [row, values] of data.entries()) {
    for (const [column, value] of values.entries()) if (value !== "") cells.set(cellKey(row, column), { value });
    if (cells.size > MOST_CELLS) return refuse({ code: "too-large", detail: `more than ${MOST_CELLS} cells` });
  }
  return ok({ sheets: [{ name: sheet, state: "visible", cells, merges: [], validations: [], protected: false }], names: [] });
}
