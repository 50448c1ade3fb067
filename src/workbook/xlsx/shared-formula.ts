import { columnLetters, MAX_COLUMNS, MAX_ROWS, parseAddress } from "../../domain/cell";

/** Texts, quoted sheets, brackets and words of a formula; what is none of them is copied. */
const PIECES =
  /"[^"]*"|'[^']*'|\[[^\]]*\]|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?![\p{L}\p{N}_$.(!])|\$?\d{1,7}:\$?\d{1,7}(?![\p{L}\p{N}_$.(!])|[\p{L}\p{N}_$.\\?]+/gu;
const CELL = /^(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6})$/;

function movedColumn(dollar: string, letters: string, columns: number): string | undefined {
  if (dollar) return dollar + letters;
  const at = parseAddress(`${letters}1`);
  if (!at) return undefined;
  const column = at.column + columns;
  return column >= 0 && column < MAX_COLUMNS ? columnLetters(column) : undefined;
}

function movedRow(dollar: string, digits: string, rows: number): string | undefined {
  if (dollar) return dollar + digits;
  const row = Number(digits) + rows;
  return row >= 1 && row <= MAX_ROWS ? String(row) : undefined;
}

function movedRange(range: string, rows: number, columns: number): string {
  const ends = range.split(":").map((end) => {
    const dollar = end.startsWith("$") ? "$" : "";
    const name = end.slice(dollar.length);
    return /^\d/.test(name) ? movedRow(dollar, name, rows) : movedColumn(dollar, name, columns);
  });
  return ends.includes(undefined) ? "#REF!" : ends.join(":");
}

function movedCell(piece: string, rows: number, columns: number): string {
  const cell = CELL.exec(piece);
  // Four letters and more, or XFE1 and beyond, are names and not cells.
  if (!cell || !parseAddress(piece)) return piece;
  const column = movedColumn(cell[1]!, cell[2]!, columns);
  const row = movedRow(cell[3]!, cell[4]!, rows);
  return column === undefined || row === undefined ? "#REF!" : column + row;
}

/**
 * Spells out a shared formula for a cell further down or right (ECMA-376 part 1, 18.3.1.40):
 * relative references move along, absolute ones, texts, sheet and function names stay.
 * @param rows how far below the cell that holds the formula, in rows
 * @param columns how far to its right, in columns
 */
export function moveFormula(formula: string, rows: number, columns: number): string {
  return formula.replace(PIECES, (piece: string, offset: number) => {
    if (/^["'[]/.test(piece)) return piece;
    const after = formula.slice(offset + piece.length, offset + piece.length + 40);
    // A function, or a sheet; in Sheet1:Sheet3!A1 also the first sheet.
    if (/^(?:[(!]|:[\p{L}\p{N}_.]+!)/u.test(after)) return piece;
    return piece.includes(":") ? movedRange(piece, rows, columns) : movedCell(piece, rows, columns);
  });
}
