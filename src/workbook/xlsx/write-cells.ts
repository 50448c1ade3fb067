import { address } from "../../domain/cell";
import type { Fold, PlanCell, SheetPlan } from "../../domain/plan";
import { CellOrder } from "./plan-check";
import type { StyleBook } from "./write-styles";
import { MAIN_NS, preserveSpace, XML_HEAD, xmlText } from "./xml-write";

/** The shared strings of a workbook, each once (ECMA-376 part 1, 18.4). */
export class StringTable {
  private readonly numbers = new Map<string, number>();
  private uses = 0;

  numberOf(text: string): number {
    this.uses++;
    let number = this.numbers.get(text);
    if (number === undefined) this.numbers.set(text, (number = this.numbers.size));
    return number;
  }

  /** The part, item by item. */
  *part(): Generator<string> {
    yield `${XML_HEAD}<sst xmlns="${MAIN_NS}" count="${this.uses}" uniqueCount="${this.numbers.size}">`;
    for (const text of this.numbers.keys()) yield `<si><t${preserveSpace(text)}>${xmlText(text)}</t></si>`;
    yield "</sst>";
  }
}

/** Everything inside and around the value of a cell: its `t` attribute and its children. @param strings absent where texts stand in the cells */
function cellContent(cell: PlanCell, strings: StringTable | undefined): { readonly type: string; readonly children: string } {
  const { value } = cell;
  const formula = cell.formula === undefined ? "" : `<f>${xmlText(cell.formula)}</f>`;
  if (value === null) return { type: "", children: formula };
  if (typeof value === "number") return { type: "", children: `${formula}<v>${value}</v>` };
  if (typeof value === "boolean") return { type: ' t="b"', children: `${formula}<v>${value ? 1 : 0}</v>` };
  if (typeof value === "object") return { type: ' t="e"', children: `${formula}<v>${xmlText(value.error)}</v>` };
  // A cached text stands in the cell itself; an entered one in the shared strings, where no program takes it for a formula.
  if (formula) return { type: ' t="str"', children: `${formula}<v${preserveSpace(value)}>${xmlText(value)}</v>` };
  if (!strings) return { type: ' t="inlineStr"', children: `<is><t${preserveSpace(value)}>${xmlText(value)}</t></is>` };
  return { type: ' t="s"', children: `<v>${strings.numberOf(value)}</v>` };
}

function cellXml(cell: PlanCell, styles: StyleBook, strings: StringTable | undefined): string {
  const style = styles.styleNumber(cell.style);
  const { type, children } = cellContent(cell, strings);
  const start = `<c r="${address(cell)}"${style ? ` s="${style}"` : ""}${type}`;
  return children ? `${start}>${children}</c>` : `${start}/>`;
}

/** The outline of a row (18.3.1.73): a folded row is hidden, the row above it says so. */
function foldXml(folds: readonly Fold[], row: number): string {
  let [from, to] = [0, folds.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (folds[middle]!.last < row) from = middle + 1;
    else to = middle;
  }
  const next = folds[from];
  if (next === undefined || row < next.first - 1) return "";
  return row === next.first - 1 ? ' collapsed="1"' : ' hidden="1" outlineLevel="1"';
}

/** @param start points of a row that grows with its text */
function rowXml(sheet: SheetPlan, row: number, cells: readonly string[], start = sheet.autoHeights?.get(row)): string {
  const fixed = sheet.rowHeights?.get(row);
  const height = fixed === undefined ? (start === undefined ? "" : ` ht="${start}"`) : ` ht="${fixed}" customHeight="1"`;
  const open = `<row r="${row + 1}"${height}${foldXml(sheet.folds ?? [], row)}`;
  return cells.length > 0 ? `${open}>${cells.join("")}</row>` : `${open}/>`;
}

/**
 * The `sheetData` element (ECMA-376 part 1, 18.3.1.80) row by row: rows with cells, and rows with a height of their own.
 * @throws RangeError for a cell of `rows` that no sheet can hold
 */
export function* sheetDataXml(sheet: SheetPlan, styles: StyleBook, shared: StringTable): Generator<string> {
  const strings = sheet.ownTexts ? undefined : shared;
  const rows = new Map<number, string[]>();
  for (const row of sheet.rowHeights?.keys() ?? []) rows.set(row, []);
  for (const cell of sheet.cells) {
    let row = rows.get(cell.row);
    if (!row) rows.set(cell.row, (row = []));
    row.push(cellXml(cell, styles, strings));
  }
  const planned = [...rows.entries()].sort(([a], [b]) => b - a);
  yield "<sheetData>";
  const order = new CellOrder(sheet.name, sheet.rows?.area);
  for (const cells of sheet.rows ?? []) {
    if (!cells[0]) continue;
    for (const cell of cells) order.next(cell);
    const { row } = cells[0];
    for (let next = planned.at(-1); next && next[0] <= row; next = planned.at(-1)) {
      planned.pop();
      if (next[0] < row) yield rowXml(sheet, ...next);
    }
    yield rowXml(
      sheet,
      row,
      cells.map((cell) => cellXml(cell, styles, strings)),
      sheet.rows?.heightOf?.(cells),
    );
  }
  for (const next of planned.reverse()) yield rowXml(sheet, ...next);
  yield "</sheetData>";
}
