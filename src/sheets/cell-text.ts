import { MAX_TEXT, type CellValue } from "../domain";

/** What people and files say, as the value of a cell: an empty text is an empty cell, one that no cell can hold is cut and says so. */
export function cellText(value: CellValue | undefined): CellValue {
  if (value === undefined || value === "") return null;
  return typeof value === "string" && value.length > MAX_TEXT ? `${value.slice(0, MAX_TEXT - 1)}…` : value;
}
