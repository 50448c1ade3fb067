import type { Area, CellValue, PlanCell, Style } from "../domain";

/** Collects the cells of a sheet, and the merges over them. */
export class Canvas {
  readonly cells: PlanCell[] = [];
  readonly merges: Area[] = [];
  put(row: number, column: number, value: CellValue, style: Style, formula?: string): void {
    this.cells.push({ row, column, value, style, ...(formula === undefined ? {} : { formula }) });
  }
  /** A value over several cells of a row; the covered cells keep the style, so that borders close. */
  span(row: number, from: number, to: number, value: CellValue, style: Style, formula?: string): void {
    this.put(row, from, value, style, formula);
    for (let column = from + 1; column <= to; column++) this.put(row, column, null, style);
    this.merges.push({ top: row, left: from, bottom: row, right: to });
  }
  /** The cells as a plan wants them: row by row, from left to right. */
  sorted(): PlanCell[] {
    return [...this.cells].sort((a, b) => a.row - b.row || a.column - b.column);
  }
}
