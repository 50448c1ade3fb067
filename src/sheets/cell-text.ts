import type { CellValue } from "../domain";

/** Characters a cell may hold (Excel specifications and limits). */
const LONGEST = 32_767;

/** What people and files say, as the value of a cell: an empty text is an empty cell, one that no cell can hold is cut and says so. */
export function cellText(value: CellValue | undefined): CellValue {
  if (value === undefined || value === "") return null;
  return typeof value === "string" && value.length > LONGEST ? `${value.slice(0, LONGEST - 1)}…` : value;
}
