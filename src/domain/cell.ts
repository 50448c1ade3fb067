/** Characters a cell may hold (Excel specifications and limits). */
export const MAX_TEXT = 32_767;

/** A cell of a workbook. Row 0, column 0 is A1. */
export interface CellRef {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** Whether two references name one cell. */
export function sameCell(a: CellRef, b: CellRef): boolean {
  return a.sheet === b.sheet && samePlace(a, b);
}

type Place = Pick<CellRef, "row" | "column">;

/** The same, of cells that are known to be on one sheet. */
export function samePlace(a: Place, b: Place): boolean {
  return a.row === b.row && a.column === b.column;
}

/** A rectangle of cells on one sheet; all four edges belong to it. Row 0, column 0 is A1. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** What a cell can hold, as spreadsheet programs tell it. An error value keeps its code, such as `#REF!`. */
export type CellValue = string | number | boolean | null | { readonly error: string };

/** The limits of a worksheet (ECMA-376 part 1, 18.3.1.73 and 18.3.1.13). */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

/** Column letters of a column index: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  return LETTERS[column] ?? lettersOf(column);
}

/** Those of one and two letters, ready: a summary has millions of cells. */
const LETTERS: readonly string[] = Array.from({ length: 26 + 26 * 26 }, (_, column) => lettersOf(column));

function lettersOf(column: number): string {
  let letters = "";
  for (let n = column + 1; n > 0; n = Math.floor((n - 1) / 26)) letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return letters;
}

/** The A1 address of a cell, without its sheet. */
export function address(at: { readonly row: number; readonly column: number }): string {
  return `${columnLetters(at.column)}${at.row + 1}`;
}

/** The absolute A1 address of a cell, such as `$C$5`. */
export function absolute(at: { readonly row: number; readonly column: number }): string {
  return `$${columnLetters(at.column)}$${at.row + 1}`;
}

/** The A1 address of an area, such as `A1:C3`, or `A1` where it is one cell. */
export function areaAddress(area: Area): string {
  const from = address({ row: area.top, column: area.left });
  return area.top === area.bottom && area.left === area.right ? from : `${from}:${address({ row: area.bottom, column: area.right })}`;
}

/**
 * Reads an A1 address (`C5`, `$C$5`).
 * @returns row and column, or undefined where the text is no address inside a worksheet
 */
export function parseAddress(text: string): { readonly row: number; readonly column: number } | undefined {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(text);
  if (!match) return undefined;
  let column = 0;
  for (const letter of match[1]!.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(match[2]);
  return column <= MAX_COLUMNS && row <= MAX_ROWS ? { row: row - 1, column: column - 1 } : undefined;
}

/**
 * Reads an A1 area (`A1:C3`, or one cell), whichever corners it names.
 * @returns the area with its edges in order, or undefined where the text is no area
 */
export function parseArea(text: string): Area | undefined {
  const [a = "", b = a, rest] = text.split(":");
  const from = parseAddress(a);
  const to = parseAddress(b);
  if (!from || !to || rest !== undefined) return undefined;
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
}

/** The area of one cell. */
export function areaOf(at: { readonly row: number; readonly column: number }): Area {
  return { top: at.row, left: at.column, bottom: at.row, right: at.column };
}

/** Whether an area holds a cell. */
export function holds(area: Area, at: { readonly row: number; readonly column: number }): boolean {
  return at.row >= area.top && at.row <= area.bottom && at.column >= area.left && at.column <= area.right;
}

/** `表1!F12`, as people and the JSON contract write it. */
export function cellName(at: CellRef): string {
  return `${at.sheet}!${address(at)}`;
}
