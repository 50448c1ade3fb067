import {
  cellName,
  parseAddress,
  type CellValue,
  type Grid,
  type PlanCell,
  type SheetPlan,
  type Validation,
  type WorkbookPlan,
} from "../../src/domain";
import { catalogue } from "../../src/forms";
import { zhCN } from "../../src/locales";
import { template, type Issue } from "../../src/sheets";
import { readXlsx, writeXlsx } from "../../src/workbook/xlsx";

export { catalogue };

/** A blank form, by default of a school with three programmes. */
export function blank(change: Partial<Issue> = {}): WorkbookPlan {
  return template({ ...catalogue, school: "武汉职业技术学院", period: { year: 2026, half: 2 }, previous: [], locale: zhCN, ...change });
}

/** The plan as real bytes, read back by the reader of files. */
export function asGrid(plan: WorkbookPlan): Grid {
  const read = readXlsx(writeXlsx(plan));
  if (!read.ok) throw new Error(`${read.error.code}: ${read.error.detail}`);
  return read.value;
}

export function onSheet(plan: WorkbookPlan, name: string, change: (sheet: SheetPlan) => SheetPlan): WorkbookPlan {
  if (!plan.sheets.some((sheet) => sheet.name === name)) throw new Error(`no sheet ${name}`);
  return { ...plan, sheets: plan.sheets.map((sheet) => (sheet.name === name ? change(sheet) : sheet)) };
}

/** Sets values by address, such as `{ "表1!F10": 5 }`; a formula there goes. Cells that do not exist are added. */
export function withValues(plan: WorkbookPlan, values: Readonly<Record<string, CellValue>>): WorkbookPlan {
  return Object.entries(values).reduce((current, [name, value]) => {
    const [sheet = "", at = ""] = name.split("!");
    const place = parseAddress(at);
    if (!place) throw new Error(`no address ${name}`);
    return onSheet(current, sheet, (one) => {
      const others = one.cells.filter((cell) => cellName({ sheet, ...cell }) !== name);
      const style = one.cells.find((cell) => cellName({ sheet, ...cell }) === name)?.style;
      return { ...one, cells: inOrder([...others, { ...place, value, style }]) };
    });
  }, plan);
}

function inOrder(cells: readonly PlanCell[]): PlanCell[] {
  return [...cells].sort((a, b) => a.row - b.row || a.column - b.column);
}

/** Moves everything from a row, or a column, on by one: what inserting one does to a sheet. */
export function inserted(sheet: SheetPlan, at: { readonly row?: number; readonly column?: number }): SheetPlan {
  const row = (r: number): number => (at.row !== undefined && r >= at.row ? r + 1 : r);
  const column = (c: number): number => (at.column !== undefined && c >= at.column ? c + 1 : c);
  const area = <A extends { top: number; left: number; bottom: number; right: number }>(a: A): A => ({
    ...a,
    top: row(a.top),
    bottom: row(a.bottom),
    left: column(a.left),
    right: column(a.right),
  });
  return {
    ...sheet,
    cells: sheet.cells.map((cell) => ({ ...cell, row: row(cell.row), column: column(cell.column) })),
    merges: (sheet.merges ?? []).map(area),
    validations: (sheet.validations ?? []).map((one): Validation => ({ ...one, areas: one.areas.map(area) })),
    rowHeights: new Map([...(sheet.rowHeights ?? [])].map(([r, height]) => [row(r), height])),
    autoHeights: new Map([...(sheet.autoHeights ?? [])].map(([r, height]) => [row(r), height])),
  };
}
