import type { Area, CellValue } from "../../domain/cell";
import type { Validation } from "../../domain/grid";

/** What changes on one sheet. */
export interface SheetChanges {
  /** By `cellKey`. */
  readonly cells: Map<number, CellValue>;
  /** Points by row. */
  readonly heights: Map<number, number>;
  /** Where cached results of formulas are forgotten. */
  readonly stale: Area[];
  validations?: readonly Validation[];
}
