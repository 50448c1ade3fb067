import { checkDefinitionBook, definitionBook, type BookProblem, type CheckedBook } from "../../../src/definition/book";
import {
  cellName,
  type Catalogue,
  type CellRef,
  type CellValue,
  type Definition,
  type Grid,
  type PlanCell,
  type WorkbookPlan,
} from "../../../src/domain";
import { catalogue } from "../../../src/forms";
import { zhCN } from "../../../src/locales";
import { rowsBeyondExcel } from "../../../src/sheets/formula-limits";
import { readXlsx, writeXlsx } from "../../../src/workbook/xlsx";
import { coded } from "../../coded";
import { onSheet } from "../../sheets/plans";

/** A definition as the bytes of its workbook. */
export function bookOf(catalogue: Catalogue): Uint8Array {
  return writeXlsx(definitionBook(catalogue, []));
}

/** @throws Error where a file cannot be read at all */
export function gridOf(bytes: Uint8Array): Grid {
  const read = readXlsx(bytes);
  if (!read.ok) throw new Error(`${read.error.code}: ${read.error.detail}`);
  return read.value;
}

/** What is said of a workbook, with the catalogue that it defines. */
export interface Checked extends Omit<CheckedBook, "definition"> {
  readonly catalogue?: Catalogue;
}

/** A program that has a later version of the form that is tried. */
const PROGRAM: Definition = { ...catalogue, form: { ...catalogue.form, version: 99, title: `${catalogue.form.title}（新）` } };

/**
 * What is said of a workbook as it was read; undefined where it defines no form.
 * @param builtIn what the program is built with
 */
export function checkedGrid(grid: Grid, builtIn = PROGRAM): Checked | undefined {
  const checked = checkDefinitionBook(grid, builtIn, (definition) => rowsBeyondExcel({ ...definition, locale: zhCN }));
  if (!checked) return undefined;
  const { definition, ...rest } = checked;
  return { ...rest, ...(definition ? { catalogue: coded(definition) } : {}) };
}

/** What is said of the bytes of a workbook that defines a form. */
export function checkedBook(bytes: Uint8Array): Checked {
  const checked = checkedGrid(gridOf(bytes));
  if (!checked) throw new Error("no definition");
  return checked;
}

/** Problems as `cell kind`. */
export function told(problems: readonly BookProblem[]): string[] {
  return problems.map((one) => `${cellName(one.at)} ${"mistake" in one ? one.mistake.code : one.code}`);
}

/** The cell of a row that begins with a key, under a heading. */
export function cellOf(plan: WorkbookPlan, sheet: string, key: CellValue, heading: string): CellRef {
  const { cells } = plan.sheets.find(({ name }) => name === sheet)!;
  const row = cells.find(({ column, value }) => column === 0 && value === key)?.row;
  const column = cells.find(({ row: at, value }) => at === 0 && value === heading)?.column;
  if (row === undefined || column === undefined) throw new Error(`no cell ${sheet} ${String(key)} ${heading}`);
  return { sheet, row, column };
}

/** A plan with one cell changed, whether or not it has one there. */
export function withCell(plan: WorkbookPlan, at: CellRef, cell: Pick<PlanCell, "value"> & Partial<PlanCell>): WorkbookPlan {
  return onSheet(plan, at.sheet, (sheet) => {
    const others = sheet.cells.filter((one) => one.row !== at.row || one.column !== at.column);
    const all = [...others, { ...cell, row: at.row, column: at.column }];
    return { ...sheet, cells: all.sort((a, b) => a.row - b.row || a.column - b.column) };
  });
}
