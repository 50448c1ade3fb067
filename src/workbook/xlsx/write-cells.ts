import { columnLetters } from "../../domain/cell";
import { memoized } from "../../domain/memoized";
import type { Fold, RowCell, SheetPlan } from "../../domain/plan";
import { CellOrder } from "./plan-check";
import type { StyleBook } from "./write-styles";
import { MAIN_NS, preserveSpace, XML_HEAD, xmlText } from "./xml-write";

/** Cells of one look that are kept ready: a summary says the same few thousand texts a million times. */
const MOST_READY = 5_000;

/** The shared strings of a workbook, each once (ECMA-376 part 1, 18.4). */
export class StringTable {
  private readonly numbers = new Map<string, number>();
  /** By the number of a style. */
  private readonly ready = new Map<number, Map<string, string>>();
  private uses = 0;

  /** What follows the address of a cell that holds a text. */
  cellEnd(style: number, text: string): string {
    this.used();
    let ofStyle = this.ready.get(style);
    if (!ofStyle) this.ready.set(style, (ofStyle = new Map()));
    return memoized(ofStyle, MOST_READY, text, () => `"${styleXml(style)} t="s"><v>${this.numberOf(text)}</v></c>`);
  }

  /** Counts a text that is said again. */
  used(): void {
    this.uses++;
  }

  private numberOf(text: string): number {
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

/** Everything inside and around the value of a cell: its `t` attribute and its children. */
function cellContent({ value, formula: said }: RowCell): { readonly type: string; readonly children: string } {
  const formula = said === undefined ? "" : `<f>${xmlText(said)}</f>`;
  if (value === null) return { type: "", children: formula };
  if (typeof value === "number") return { type: "", children: `${formula}<v>${value}</v>` };
  if (typeof value === "boolean") return { type: ' t="b"', children: `${formula}<v>${value ? 1 : 0}</v>` };
  if (typeof value === "object") return { type: ' t="e"', children: `${formula}<v>${xmlText(value.error)}</v>` };
  // A cached text stands in the cell itself; an entered one in the shared strings, where no program takes it for a formula.
  if (formula) return { type: ' t="str"', children: `${formula}<v${preserveSpace(value)}>${xmlText(value)}</v>` };
  return { type: ' t="inlineStr"', children: `<is><t${preserveSpace(value)}>${xmlText(value)}</t></is>` };
}

/** Writes the cells of one sheet. What is alike in the rows of a sheet is mostly one object: that is not made again. */
class CellWriter {
  /** By column: what follows the address of the last cell there. */
  private readonly above: { readonly cell: RowCell; readonly end: string; readonly shared: boolean }[] = [];

  /** @param strings absent where texts stand in the cells */
  constructor(
    private readonly styles: StyleBook,
    private readonly strings: StringTable | undefined,
  ) {}

  /** @param row the number of its row, from 1 on */
  xml(cell: RowCell, row: string): string {
    return `<c r="${columnLetters(cell.column)}${row}${this.end(cell)}`;
  }

  /** What follows the address. */
  private end(cell: RowCell): string {
    const above = this.above[cell.column];
    if (above?.cell === cell) {
      if (above.shared) this.strings?.used();
      return above.end;
    }
    const shared = this.strings !== undefined && typeof cell.value === "string" && cell.formula === undefined;
    const style = this.styles.styleNumber(cell.style);
    const end = shared ? this.strings.cellEnd(style, cell.value) : ownEnd(cell, style);
    this.above[cell.column] = { cell, end, shared };
    return end;
  }
}

/** What follows the address of a cell that holds its value itself. */
function ownEnd(cell: RowCell, style: number): string {
  const { type, children } = cellContent(cell);
  return `"${styleXml(style)}${type}${children ? `>${children}</c>` : "/>"}`;
}

/** The `s` attribute of a cell; the first style is that of a cell without one. */
function styleXml(style: number): string {
  return style ? ` s="${style}"` : "";
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
function rowXml(sheet: SheetPlan, row: number, cells: string, start = sheet.autoHeights?.get(row)): string {
  const fixed = sheet.rowHeights?.get(row);
  const height = fixed === undefined ? (start === undefined ? "" : ` ht="${start}"`) : ` ht="${fixed}" customHeight="1"`;
  const open = `<row r="${row + 1}"${height}${foldXml(sheet.folds ?? [], row)}`;
  return cells ? `${open}>${cells}</row>` : `${open}/>`;
}

/**
 * The `sheetData` element (ECMA-376 part 1, 18.3.1.80) row by row: rows with cells, and rows with a height of their own.
 * @throws RangeError for a cell of `rows` that no sheet can hold
 */
export function* sheetDataXml(sheet: SheetPlan, styles: StyleBook, shared: StringTable): Generator<string> {
  const writer = new CellWriter(styles, sheet.ownTexts ? undefined : shared);
  const rows = new Map<number, string>();
  for (const row of sheet.rowHeights?.keys() ?? []) rows.set(row, "");
  for (const cell of sheet.cells) rows.set(cell.row, (rows.get(cell.row) ?? "") + writer.xml(cell, `${cell.row + 1}`));
  const planned = [...rows.entries()].sort(([a], [b]) => b - a);
  yield "<sheetData>";
  const order = new CellOrder(sheet.name, sheet.rows?.area);
  for (const { row, cells } of sheet.rows ?? []) {
    for (const cell of cells) order.next(cell, row);
    for (let next = planned.at(-1); next && next[0] <= row; next = planned.at(-1)) {
      planned.pop();
      if (next[0] < row) yield rowXml(sheet, ...next);
    }
    let xml = "";
    const number = `${row + 1}`;
    for (const cell of cells) xml += writer.xml(cell, number);
    yield rowXml(sheet, row, xml, sheet.rows?.heightOf?.(cells));
  }
  for (const next of planned.reverse()) yield rowXml(sheet, ...next);
  yield "</sheetData>";
}
