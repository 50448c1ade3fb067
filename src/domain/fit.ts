import { MAX_TEXT, type CellValue } from "./cell";
import type { Change, Hyperlink, RowCell, RowsPlan, SheetPlan, WorkbookPlan } from "./plan";

/** Limits of a workbook (Excel specifications and limits). */
export const MAX_FORMULA = 8_192;
/** Characters of a text within a formula, of an address in HYPERLINK, and of the tip of a link. */
export const MAX_LITERAL = 255;
/** Characters of the address of a link. */
export const MAX_URL = 2_079;
/** Points of a row. */
export const MAX_HEIGHT = 409.5;

/** Strings and quoted sheet names of a formula: a quote within either is doubled. */
const QUOTED = /"((?:[^"]|"")*)"|'(?:[^']|'')*'/g;

/** Cuts a text that is too long, visibly and never within a pair of surrogates. @param most characters that are left, the … among them */
export function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, whole(text, most - 1))}…` : text;
}

/** The same out of the middle: names of files are told apart by their ends. */
export function cutWithin(text: string, most: number): string {
  if (text.length <= most) return text;
  const head = whole(text, Math.floor((most - 1) / 2));
  const tail = text.length - (most - 1 - head);
  return `${text.slice(0, head)}…${text.slice(whole(text, tail) < tail ? tail + 1 : tail)}`;
}

/** The nearest place at or before `at` that does not part a pair of surrogates. */
function whole(text: string, at: number): number {
  const before = text.charCodeAt(at - 1);
  return before >= 0xd800 && before <= 0xdbff ? at - 1 : at;
}

/** Whether Excel takes a formula. */
export function formulaFits(formula: string): boolean {
  if (formula.length === 0 || formula.length > MAX_FORMULA || formula.startsWith("=")) return false;
  if (formula.length <= MAX_LITERAL) return true;
  for (const [, text = ""] of formula.matchAll(QUOTED)) if (text.replace(/""/g, '"').length > MAX_LITERAL) return false;
  return true;
}

/** What a cell can hold of a value: a text that is cut, and #NUM! for what is no number any more. */
function fitValue(value: CellValue): CellValue {
  if (typeof value === "string") return cut(value, MAX_TEXT);
  return typeof value === "number" && !Number.isFinite(value) ? { error: "#NUM!" } : value;
}

function fits({ value, formula }: RowCell): boolean {
  const sound = typeof value === "string" ? value.length <= MAX_TEXT : typeof value !== "number" || Number.isFinite(value);
  return sound && (formula === undefined || formulaFits(formula));
}

/** A formula that no cell can hold leaves its value. */
function fitCell(cell: RowCell): RowCell {
  if (fits(cell)) return cell;
  const { formula, ...rest } = cell;
  return { ...rest, value: fitValue(cell.value), ...(formula === undefined || !formulaFits(formula) ? {} : { formula }) };
}

function fitRows(rows: RowsPlan): RowsPlan {
  return {
    ...rows,
    *[Symbol.iterator]() {
      for (const row of rows) yield row.cells.every(fits) ? row : { ...row, cells: row.cells.map(fitCell) };
    },
  };
}

function fitLink(link: Hyperlink): Hyperlink[] {
  if (("url" in link.to ? link.to.url : link.to.place).length > MAX_URL) return [];
  return [link.tip === undefined ? link : { ...link, tip: cut(link.tip, MAX_LITERAL) }];
}

/** A sheet as Excel takes it: see `fitPlan`. */
export function fitSheet(sheet: SheetPlan): SheetPlan {
  return {
    ...sheet,
    cells: sheet.cells.every(fits) ? sheet.cells : sheet.cells.map((cell) => ({ ...fitCell(cell), row: cell.row })),
    ...(sheet.rows ? { rows: fitRows(sheet.rows) } : {}),
    ...(sheet.links ? { links: sheet.links.flatMap(fitLink) } : {}),
  };
}

/**
 * A workbook as Excel takes it, whatever the texts and numbers of files that went into it: texts are cut visibly, a formula that no cell
 * can hold leaves its value, a link that is too long goes. All that lays a workbook out ends with this: the writers take a plan that is over
 * a limit for a bug.
 */
export function fitPlan(plan: WorkbookPlan): WorkbookPlan {
  return { ...plan, sheets: plan.sheets.map(fitSheet) };
}

/** A change that a cell can take, as `fitPlan`. */
export function fitChange(change: Change): Change {
  switch (change.kind) {
    case "value":
      return { ...change, value: fitValue(change.value) };
    case "height":
      return { ...change, points: Math.min(change.points, MAX_HEIGHT) };
    case "validations":
    case "stale":
      return change;
  }
}
