import type { CellValue } from "../domain";

/** What people and files say, as the value of a cell: an empty text is an empty cell. What no cell can hold, `fitPlan` cuts. */
export function cellText(value: CellValue | undefined): CellValue {
  return value === undefined || value === "" ? null : value;
}
