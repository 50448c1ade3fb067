import { MAX_COLUMNS, MAX_TEXT, cellKey, type CellValue, type GridCell } from "../../domain";

/** What `Range.formulas` takes: a text is marked as one, so that Excel makes no number, date or formula of it. Empty is empty. */
export function contentOf(value: CellValue): string | number | boolean {
  if (value === null || value === "") return "";
  if (typeof value === "string") return `'${value}`;
  return typeof value === "object" ? value.error : value;
}

/** What puts a cell back as it was. */
export function contentOfCell(cell: GridCell | undefined): string | number | boolean {
  if (!cell) return "";
  return cell.formula === undefined ? contentOf(cell.value) : `=${cell.formula}`;
}

/** @throws RangeError for a value that no cell can hold: a bug of the caller */
export function checkValue(value: CellValue, where: string): void {
  if (typeof value === "string" && value.length > MAX_TEXT) throw new RangeError(`The text of ${where} is over ${MAX_TEXT} characters`);
  if (typeof value === "number" && !Number.isFinite(value)) throw new RangeError(`The number of ${where} is not finite`);
}

/** Cells of one rectangle, row by row. */
export interface Block {
  readonly row: number;
  readonly column: number;
  readonly rows: (string | number | boolean)[][];
}

/** Gathers single contents into few rectangles: each is one command, however many cells it has. Of two for one place the later counts. */
export function blocks(
  contents: readonly { readonly row: number; readonly column: number; readonly content: string | number | boolean }[],
): Block[] {
  const byKey = new Map(contents.map(({ row, column, content }) => [cellKey(row, column), content]));
  const runs: Block[] = [];
  for (const key of [...byKey.keys()].sort((a, b) => a - b)) {
    const [row, column] = [Math.floor(key / MAX_COLUMNS), key % MAX_COLUMNS];
    const last = runs.at(-1);
    if (last && last.row === row && last.column + last.rows[0]!.length === column) last.rows[0]!.push(byKey.get(key)!);
    else runs.push({ row, column, rows: [[byKey.get(key)!]] });
  }
  const found: Block[] = [];
  for (const run of runs) {
    const above = found.find(
      (block) => block.column === run.column && block.rows[0]!.length === run.rows[0]!.length && block.row + block.rows.length === run.row,
    );
    if (above) above.rows.push(run.rows[0]!);
    else found.push(run);
  }
  return found;
}
