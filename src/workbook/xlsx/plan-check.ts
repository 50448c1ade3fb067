import { address, areaAddress, areaOf, holds, MAX_COLUMNS, MAX_ROWS, MAX_TEXT, type Area, type CellValue } from "../../domain/cell";
import { formulaFits, MAX_FORMULA, MAX_HEIGHT, MAX_LITERAL, MAX_URL } from "../../domain/fit";
import type { Validation } from "../../domain/grid";
import type { PlanCell, RowCell, SheetPlan, TablePlan, WorkbookPlan } from "../../domain/plan";

/** Error codes that every Excel since 2007 knows (ECMA-376 part 1, 18.18.11 and 18.17.3). */
const ERROR_CODES = new Set(["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA"]);

function must(holds: boolean, sentence: string): asserts holds {
  if (!holds) throw new RangeError(sentence);
}

/**
 * Stops a plan that Excel would open with a repair prompt, or not at all.
 * The cells of rows that are made while they are written are checked then (`CellOrder`).
 * @returns the area that each sheet uses
 * @throws RangeError naming the place; such a plan is a bug of whoever made it
 */
export function checkPlan(plan: WorkbookPlan): ReadonlyMap<SheetPlan, Area> {
  must(plan.sheets.length > 0, "A workbook needs a sheet");
  const names = new Set<string>();
  const areas = new Map<SheetPlan, Area>();
  for (const sheet of plan.sheets) {
    checkSheetName(sheet.name);
    must(!names.has(sheet.name.toLowerCase()), `Two sheets are called ${sheet.name}`);
    names.add(sheet.name.toLowerCase());
    areas.set(sheet, checkCells(sheet));
    checkSheet(sheet);
  }
  must(
    plan.sheets.some((sheet) => sheet.state === "visible"),
    "A workbook needs a visible sheet",
  );
  if (plan.active !== undefined)
    must(plan.sheets[plan.active]?.state === "visible", `The active sheet ${plan.active} is not a visible one`);
  checkNames(plan);
  checkTables(plan);
  return areas;
}

function checkSheetName(name: string): void {
  must(name.length > 0 && name.length <= 31, `A sheet name has 1 to 31 characters: ${name}`);
  // eslint-disable-next-line no-control-regex
  must(!/[[\]:*?/\\\u0000-\u001f]|^'|'$/.test(name), `A sheet name cannot hold []:*?/\\, nor begin or end with ': ${name}`);
  must(name.toLowerCase() !== "history", "Excel keeps the sheet name History for itself");
}

/** @returns the area that the cells of a sheet use, those of its rows among them */
function checkCells({ name, cells, rows }: SheetPlan): Area {
  const order = new CellOrder(name);
  let area: Area | undefined;
  for (const cell of cells) {
    order.next(cell, cell.row);
    area = area ? around(area, areaOf(cell)) : areaOf(cell);
  }
  if (rows) {
    checkArea(rows.area, `rows of ${name}`);
    must(rows.area.top > (area?.bottom ?? -1), `The rows of ${name} begin above the last of its cells`);
    area = area ? around(area, rows.area) : rows.area;
  }
  return area ?? areaOf({ row: 0, column: 0 });
}

function around(one: Area, other: Area): Area {
  return {
    top: Math.min(one.top, other.top),
    left: Math.min(one.left, other.left),
    bottom: Math.max(one.bottom, other.bottom),
    right: Math.max(one.right, other.right),
  };
}

/** Checks cells of a sheet as they come: row by row, left to right. There may be millions, nearly all of them sound. */
export class CellOrder {
  private before = -1;

  /** @param area where they have to lie; anywhere where absent */
  constructor(
    private readonly sheet: string,
    private readonly area?: Area,
  ) {}

  /** @throws RangeError naming the cell */
  next(cell: RowCell, row: number): void {
    const { column, value, formula } = cell;
    const place = row * MAX_COLUMNS + column;
    const sound = place > this.before && isPlace(row, column) && isValue(value) && (formula === undefined || formulaFits(formula));
    // A sentence is made only where one is needed.
    if (!sound || (this.area && !holds(this.area, { row, column }))) this.explain({ ...cell, row }, place);
    this.before = place;
  }

  private explain(cell: PlanCell, place: number): void {
    const where = `${this.sheet}!${address(cell)}`;
    checkCell(cell, where);
    must(place > this.before, `Cells go row by row, left to right, each once: ${where}`);
    must(false, `${where} lies outside the rows of its sheet`);
  }
}

function checkSheet(sheet: SheetPlan): void {
  for (const width of sheet.columnWidths ?? []) must(width >= 0 && width <= 255, `Column width ${width} on ${sheet.name} is not 0 to 255`);
  for (const [row, height] of sheet.rowHeights ?? []) {
    must(
      row >= 0 && row < MAX_ROWS && height >= 0 && height <= MAX_HEIGHT,
      `Row height ${height} of row ${row} on ${sheet.name} is not 0 to ${MAX_HEIGHT}`,
    );
  }
  if (sheet.zoom !== undefined) must(sheet.zoom >= 10 && sheet.zoom <= 400, `Zoom ${sheet.zoom} is not 10 to 400`);
  for (const text of [sheet.page?.header, sheet.page?.footer])
    must((text ?? "").length <= 255, `Header or footer of ${sheet.name} is over 255 characters`);
  let above = 0;
  for (const { first, last } of sheet.folds ?? []) {
    must(first > above && first <= last && last < MAX_ROWS, `Folds of ${sheet.name} go downwards, each under a row: ${first} to ${last}`);
    above = last + 1;
  }
  checkMerges(sheet);
  for (const validation of sheet.validations ?? []) checkValidation(validation, sheet.name);
  for (const format of sheet.conditionalFormats ?? []) checkFormula(format.formula, `conditional format on ${sheet.name}`);
  for (const link of sheet.links ?? []) {
    const where = `The link at ${sheet.name}!${address(link)}`;
    must(("url" in link.to ? link.to.url : link.to.place).length <= MAX_URL, `${where} is over ${MAX_URL} characters`);
    must((link.tip ?? "").length <= MAX_LITERAL, `The tip of ${where} is over ${MAX_LITERAL} characters`);
  }
}

function isPlace(row: number, column: number): boolean {
  return Number.isInteger(row) && Number.isInteger(column) && row >= 0 && row < MAX_ROWS && column >= 0 && column < MAX_COLUMNS;
}

/** @throws RangeError for a place outside a sheet */
export function checkPlace(at: { readonly row: number; readonly column: number }, where: string): void {
  must(isPlace(at.row, at.column), `${where} lies outside a sheet`);
}

function checkCell(cell: PlanCell, where: string): void {
  checkPlace(cell, where);
  checkValue(cell.value, where);
  if (cell.formula !== undefined) checkFormula(cell.formula, where);
}

function isValue(value: CellValue): boolean {
  if (typeof value === "string") return value.length <= MAX_TEXT;
  if (typeof value === "number") return Number.isFinite(value);
  return typeof value !== "object" || value === null || ERROR_CODES.has(value.error);
}

/** @throws RangeError for a value that no cell can hold */
export function checkValue(value: CellValue, where: string): void {
  if (isValue(value)) return;
  if (typeof value === "string") must(false, `The text of ${where} is over ${MAX_TEXT} characters`);
  if (typeof value === "number") must(false, `The number of ${where} is not finite`);
  must(false, `${(value as { readonly error: string }).error} of ${where} is no error code`);
}

function checkFormula(formula: string, where: string): void {
  must(formula.length > 0 && formula.length <= MAX_FORMULA, `The formula of ${where} is empty or over ${MAX_FORMULA} characters`);
  must(!formula.startsWith("="), `The formula of ${where} is written with its =`);
  must(formulaFits(formula), `The formula of ${where} holds a text of over ${MAX_LITERAL} characters`);
}

function checkMerges(sheet: SheetPlan): void {
  const byTop = [...(sheet.merges ?? [])].sort((a, b) => a.top - b.top);
  byTop.forEach((merge, index) => {
    const where = `${sheet.name}!${areaAddress(merge)}`;
    checkArea(merge, where);
    must(merge.top !== merge.bottom || merge.left !== merge.right, `A merge of one cell: ${where}`);
    for (let next = index + 1; next < byTop.length && byTop[next]!.top <= merge.bottom; next++) {
      const other = byTop[next]!;
      must(other.left > merge.right || other.right < merge.left, `Merges overlap: ${where} and ${areaAddress(other)}`);
    }
  });
}

function checkArea(area: Area, where: string): void {
  checkPlace({ row: area.top, column: area.left }, where);
  checkPlace({ row: area.bottom, column: area.right }, where);
  must(area.top <= area.bottom && area.left <= area.right, `The edges of ${where} are out of order`);
}

/**
 * Stops a validation Excel would drop: titles over 32 characters, prompts over 255, alerts over 225, literal lists over 255.
 * @throws RangeError
 */
export function checkValidation(validation: Validation, sheet: string): void {
  const where = `validation on ${sheet}!${validation.areas.map(areaAddress).join(" ")}`;
  must(validation.areas.length > 0, `A ${where} covers no cell`);
  for (const area of validation.areas) checkArea(area, where);
  checkFormula(validation.formula1, where);
  if (validation.formula2 !== undefined) checkFormula(validation.formula2, where);
  must(!validation.formula1.startsWith('"') || validation.formula1.length <= 257, `The literal list of ${where} is over 255 characters`);
  must((validation.prompt?.title ?? "").length <= 32, `The prompt title of ${where} is over 32 characters`);
  must((validation.prompt?.text ?? "").length <= 255, `The prompt of ${where} is over 255 characters`);
  must((validation.alert?.title ?? "").length <= 32, `The alert title of ${where} is over 32 characters`);
  must((validation.alert?.text ?? "").length <= 225, `The alert of ${where} is over 225 characters`);
}

function checkNames(plan: WorkbookPlan): void {
  const seen = new Set<string>();
  for (const { name, sheet, refersTo } of plan.names ?? []) {
    must(/^[\p{L}_\\][\p{L}\p{N}\p{M}_.\\?]{0,254}$/u.test(name), `${name} is no defined name`);
    must(!/^(?:[A-Za-z]{1,3}\d{1,7}|[Rr]\d*[Cc]\d*|[RrCc])$/.test(name), `The defined name ${name} looks like a cell`);
    must(sheet === undefined || plan.sheets.some((one) => one.name === sheet), `The name ${name} belongs to the unknown sheet ${sheet}`);
    const key = `${sheet ?? ""}\n${name.toLowerCase()}`;
    must(!seen.has(key), `Two defined names ${name}`);
    seen.add(key);
    checkFormula(refersTo, `name ${name}`);
  }
}

function checkTables(plan: WorkbookPlan): void {
  const seen = new Set((plan.names ?? []).map((name) => name.name.toLowerCase()));
  for (const sheet of plan.sheets) {
    for (const table of sheet.tables ?? []) {
      must(/^[\p{L}_\\][\p{L}\p{N}_.\\]{0,254}$/u.test(table.name), `${table.name} is no table name`);
      must(!seen.has(table.name.toLowerCase()), `Two tables or names are called ${table.name}`);
      seen.add(table.name.toLowerCase());
      checkTable(table, sheet);
    }
  }
}

function checkTable(table: TablePlan, sheet: SheetPlan): void {
  const { area, columns } = table;
  checkArea(area, `table ${table.name}`);
  must(area.bottom > area.top, `The table ${table.name} has no row under its heading`);
  must(columns.length === area.right - area.left + 1, `The table ${table.name} names ${columns.length} columns for ${areaAddress(area)}`);
  must(
    new Set(columns.map((column) => column.toLowerCase())).size === columns.length,
    `Two columns of the table ${table.name} have one name`,
  );
  const heading = new Map(sheet.cells.filter((cell) => cell.row === area.top).map((cell) => [cell.column, cell.value]));
  columns.forEach((column, index) => {
    must(
      column !== "" && heading.get(area.left + index) === column,
      `The heading cell of column ${column} of the table ${table.name} says something else`,
    );
  });
}
