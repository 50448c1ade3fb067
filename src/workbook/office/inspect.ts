/// <reference types="office-js" />
import {
  areaAddress,
  cellKey,
  keyColumn,
  keyRow,
  type PlanCell,
  type SheetPlan,
  type SheetState,
  type Validation,
  type WorkbookPlan,
} from "../../domain";
import { queuePageCheck } from "./page";
import { cellsOf, gather, plain, sameRule, VALIDATION_PARTS, validationOf } from "./validations";

/** What did not arrive as the plan says, sheet by sheet. Prompts are not looked at: a cell works without. */
export interface Damage {
  readonly plan: SheetPlan;
  /** The sheet is not there at all. */
  readonly missing: boolean;
  readonly cells: readonly PlanCell[];
  readonly validations: readonly Validation[];
  readonly state: boolean;
  readonly protection: boolean;
  readonly page: boolean;
}
export interface Inspected {
  readonly damages: readonly Damage[];
  /** Defined names that are missing or say something else. */
  readonly names: readonly string[];
}

const VISIBILITY: Readonly<Record<SheetState, string>> = { visible: "Visible", hidden: "Hidden", veryHidden: "VeryHidden" };

export function visibilityOf(state: SheetState): Excel.SheetVisibility {
  return VISIBILITY[state] as Excel.SheetVisibility;
}

/** Rows and columns that the cells of a plan take. */
function extent(cells: readonly PlanCell[]): { readonly rows: number; readonly columns: number } {
  // Not by spreading: a summary has more cells than a call takes arguments.
  let [rows, columns] = [1, 1];
  for (const { row, column } of cells) [rows, columns] = [Math.max(rows, row + 1), Math.max(columns, column + 1)];
  return { rows, columns };
}

/** Whether a cell holds what the plan says. A formula that links elsewhere never does. */
function sameCell({ value, formula }: PlanCell, found: unknown): boolean {
  if (formula !== undefined) return typeof found === "string" && plain(found) === plain(`=${formula}`);
  if (value === null) return found === "" || found === null;
  if (typeof value === "object") return found === value.error;
  // Excel's own text mark may be told with a text.
  return found === value || (typeof value === "string" && found === `'${value}`);
}

/** The validations of a plan in as few areas as can be. */
export function gathered(validations: readonly Validation[] = []): Validation[] {
  return gather(validations.flatMap((one) => cellsOf(one.areas).map((key) => ({ key, content: one }))));
}

function queueValidationCheck(sheet: Excel.Worksheet, validations: readonly Validation[]): () => Validation[] {
  const asked = validations.flatMap((validation) =>
    validation.areas.map((area) => ({ validation, area, range: sheet.getRange(areaAddress(area)).untrack().load(VALIDATION_PARTS) })),
  );
  return () =>
    asked.flatMap(({ validation, area, range }) => {
      const found = validationOf(range.dataValidation);
      const unchanged = found !== undefined && found !== "mixed" && sameRule(found) === sameRule(validation);
      return unchanged ? [] : [{ ...validation, areas: [area] }];
    });
}

function queueSheetCheck(context: Excel.RequestContext, plan: SheetPlan): () => Damage {
  const sheet = context.workbook.worksheets.getItem(plan.name).load("visibility,protection/protected");
  const { rows, columns } = extent(plan.cells);
  const range = sheet.getRangeByIndexes(0, 0, rows, columns).untrack().load("formulas");
  const validations = queueValidationCheck(sheet, gathered(plan.validations));
  const page = plan.page && queuePageCheck(sheet, plan.page);
  return () => {
    const found = range.formulas as unknown[][];
    const planned = new Map(plan.cells.map((cell) => [cellKey(cell.row, cell.column), cell]));
    // What the plan leaves empty must be empty, too: a form that is inserted brings nothing else along.
    const extra = found.flatMap((line, row) =>
      line.flatMap((value, column) => (value !== "" && !planned.has(cellKey(row, column)) ? [cellKey(row, column)] : [])),
    );
    const empty = extra.map((key): PlanCell => ({ row: keyRow(key), column: keyColumn(key), value: null }));
    return {
      plan,
      missing: false,
      cells: [...plan.cells.filter((cell) => !sameCell(cell, found[cell.row]?.[cell.column])), ...empty],
      validations: validations(),
      state: sheet.visibility !== visibilityOf(plan.state),
      protection: sheet.protection.protected !== (plan.protection !== undefined),
      page: page ? !page() : false,
    };
  };
}

/**
 * Queues a look at what was inserted.
 * @param present names of the sheets that are there
 * @returns what differs from the plan; empty where all arrived whole
 */
export function queueInspection(context: Excel.RequestContext, plan: WorkbookPlan, present: readonly string[]): () => Inspected {
  const names = context.workbook.names.load("items/name,items/formula");
  const looks = plan.sheets.map((sheet): (() => Damage) =>
    present.includes(sheet.name)
      ? queueSheetCheck(context, sheet)
      : () => ({
          plan: sheet,
          missing: true,
          cells: sheet.cells,
          validations: gathered(sheet.validations),
          state: true,
          protection: sheet.protection !== undefined,
          page: sheet.page !== undefined,
        }),
  );
  return () => ({
    damages: looks
      .map((look) => look())
      .filter((one) => one.missing || one.cells.length > 0 || one.validations.length > 0 || one.state || one.protection || one.page),
    names: (plan.names ?? [])
      .filter(({ name, refersTo }) => !names.items.some((one) => one.name === name && plain(String(one.formula)) === plain(`=${refersTo}`)))
      .map(({ name }) => name),
  });
}
