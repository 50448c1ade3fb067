import type { CellValue, Change, PlanCell, RowCell } from "../domain";
import { ROW_HEIGHT } from "./places";
import type { ReadForm } from "./read-form";

/** Ideographs on one line of the 说明 column, and the points of a line: measured in LibreOffice with a face that is wider than 宋体. */
const LINE = { ideographs: 18, points: 12.6 };

/** @param ideographs that one line holds */
function linesOf(text: string, ideographs: number): number {
  const width = (line: string): number => [...line].reduce((sum, letter) => sum + (letter.charCodeAt(0) < 128 ? 0.55 : 1), 0);
  return text.split(/\r\n?|\n/).reduce((lines, line) => lines + Math.max(1, Math.ceil(width(line) / ideographs)), 0);
}

function heightOf(value: CellValue): number {
  return typeof value === "string" ? Math.max(ROW_HEIGHT, Math.ceil(linesOf(value, LINE.ideographs) * LINE.points + 2)) : ROW_HEIGHT;
}

/** The heights that rows need once explanations were changed from outside a spreadsheet program, which would have fitted them while typing. */
export function explanationHeights({ programmes }: ReadForm, changes: readonly Change[]): Change[] {
  return changes.flatMap((change): Change[] => {
    if (change.kind !== "value") return [];
    const places = programmes.find(({ sheet, columns }) => sheet === change.sheet && columns.explanation === change.column);
    const explains = places && [places.programme, ...places.indicators.values()].includes(change.row);
    return explains ? [{ kind: "height", sheet: change.sheet, row: change.row, points: heightOf(change.value) }] : [];
  });
}

/** Ideographs of 9 points that a column holds for each character of its width, and points of a line: measured with a face wider than 宋体. */
const TEXT = { ideographs: 0.55, points: 13, least: 18 };

/**
 * What rows start with, so that wrapped texts stand in them whole: no program fits rows again on loading.
 * @param widths of the columns, in characters
 * @returns points, by row
 */
export function fitted(rows: Iterable<readonly PlanCell[]>, widths: readonly number[]): Map<number, number> {
  const heights = new Map<number, number>();
  for (const cells of rows) if (cells[0]) heights.set(cells[0].row, fittedRow(cells, widths));
  return heights;
}

/** The same for one row. */
export function fittedRow(cells: readonly RowCell[], widths: readonly number[]): number {
  let lines = 1;
  for (const { column, value, style } of cells)
    if (typeof value === "string" && style?.wrap)
      lines = Math.max(lines, linesOf(value, Math.max(1, Math.floor(widths[column]! * TEXT.ideographs))));
  return Math.min(409, Math.max(TEXT.least, lines * TEXT.points + 4));
}
