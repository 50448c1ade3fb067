import type { PlanCell, PlanRow, RowsPlan } from "../../domain";
import { fittedRow } from "../row-heights";

/**
 * Rows from column A on, one below the other, made while they are written.
 * @param widths of the columns, in characters, where the rows are to be as high as their wrapped texts
 * @returns undefined where there are none
 */
export function rowsPlan(
  first: number,
  count: number,
  lastColumn: number,
  make: () => Iterable<PlanRow>,
  widths?: readonly number[],
): RowsPlan | undefined {
  if (count === 0) return undefined;
  return {
    area: { top: first, left: 0, bottom: first + count - 1, right: lastColumn },
    ...(widths ? { heightOf: (cells) => fittedRow(cells, widths) } : {}),
    [Symbol.iterator]: () => make()[Symbol.iterator](),
  };
}

/** Rows whose cells tell where they lie; those without cells are none. */
export function* planRows(rows: Iterable<readonly PlanCell[]>): Generator<PlanRow> {
  for (const cells of rows) if (cells[0]) yield { row: cells[0].row, cells };
}
