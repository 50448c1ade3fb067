import type { PlanCell } from "../../domain";
import { linesOf } from "../row-heights";

/** Ideographs of 9 points that a column holds for each character of its width, and points of a line: measured with a face wider than 宋体. */
const TEXT = { ideographs: 0.55, points: 13, least: 18 };

/**
 * What rows start with, so that wrapped texts stand in them whole: no program fits rows again on loading.
 * @param widths of the columns, in characters
 * @returns points, by row
 */
export function fitted(rows: Iterable<readonly PlanCell[]>, widths: readonly number[]): Map<number, number> {
  const heights = new Map<number, number>();
  for (const cells of rows) {
    let lines = 1;
    for (const { column, value, style } of cells)
      if (typeof value === "string" && style?.wrap)
        lines = Math.max(lines, linesOf(value, Math.max(1, Math.floor(widths[column]! * TEXT.ideographs))));
    if (cells[0]) heights.set(cells[0].row, Math.min(409, Math.max(TEXT.least, lines * TEXT.points + 4)));
  }
  return heights;
}
