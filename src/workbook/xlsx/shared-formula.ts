import { columnLetters, MAX_COLUMNS, MAX_ROWS, parseAddress } from "../../domain/cell";

/** Texts, quoted sheets, brackets, whole columns and rows, and words of a formula; what is none of them is copied. */
const PIECES =
  /"[^"]*"|'[^']*'|\[[^\]]*\]|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?![\p{L}\p{N}_$.(!])|\$?\d{1,7}:\$?\d{1,7}(?![\p{L}\p{N}_$.(!])|[\p{L}\p{N}_$.\\?]+/gu;
/** After a word: it is a function or a sheet; in `Sheet1:Sheet3!A1` also the first sheet. */
const NOT_A_CELL = /[(!]|:[\p{L}\p{N}_.]+!/uy;
const CELL = /^(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6})$/;
const LINE = /^(\$?)(?:([A-Za-z]{1,3})|(\d{1,7}))$/;

/** A relative column or row of a formula, as it moves; undefined where it leaves the sheet. */
type Moving = (rows: number, columns: number) => string | undefined;

function movingColumn(dollar: string, letters: string): Moving {
  const at = parseAddress(`${letters}1`);
  if (dollar || !at) return () => dollar + letters;
  return (_, columns) => {
    const column = at.column + columns;
    return column >= 0 && column < MAX_COLUMNS ? columnLetters(column) : undefined;
  };
}

function movingRow(dollar: string, digits: string): Moving {
  if (dollar) return () => dollar + digits;
  const start = Number(digits);
  return (rows) => {
    const row = start + rows;
    return row >= 1 && row <= MAX_ROWS ? String(row) : undefined;
  };
}

function joined(first: Moving, between: string, second: Moving): (rows: number, columns: number) => string {
  return (rows, columns) => {
    const [before, after] = [first(rows, columns), second(rows, columns)];
    return before === undefined || after === undefined ? "#REF!" : before + between + after;
  };
}

function movingLine(end: string): Moving {
  const [, dollar = "", letters, digits = ""] = LINE.exec(end)!;
  return letters === undefined ? movingRow(dollar, digits) : movingColumn(dollar, letters);
}

function movingPiece(piece: string): ((rows: number, columns: number) => string) | undefined {
  if (piece.includes(":")) {
    const [from = "", to = ""] = piece.split(":");
    return joined(movingLine(from), ":", movingLine(to));
  }
  const cell = CELL.exec(piece);
  // Four letters and more, or XFE1 and beyond, are names and not cells.
  if (!cell || !parseAddress(piece)) return undefined;
  return joined(movingColumn(cell[1]!, cell[2]!), "", movingRow(cell[3]!, cell[4]!));
}

/**
 * Takes a shared formula apart, to be spelled out for cells further down or right (ECMA-376 part 1, 18.3.1.40):
 * relative references move along; absolute ones, texts, sheet and function names stay.
 * @returns the formula for a cell so many rows below and columns right of the cell that holds it
 */
export function movingFormula(formula: string): (rows: number, columns: number) => string {
  const pieces: (string | ((rows: number, columns: number) => string))[] = [];
  let from = 0;
  for (const match of formula.matchAll(PIECES)) {
    const [piece] = match;
    const end = match.index + piece.length;
    NOT_A_CELL.lastIndex = end;
    const moving = /^["'[]/.test(piece) || NOT_A_CELL.test(formula) ? undefined : movingPiece(piece);
    if (!moving) continue;
    pieces.push(formula.slice(from, match.index), moving);
    from = end;
  }
  pieces.push(formula.slice(from));
  // Joined at once: a text grown piece by piece keeps all its pieces.
  return (rows, columns) => pieces.map((piece) => (typeof piece === "string" ? piece : piece(rows, columns))).join("");
}
