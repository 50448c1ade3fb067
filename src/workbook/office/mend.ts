/// <reference types="office-js" />
import type { SheetPlan, WorkbookPlan } from "../../domain";
import { visibilityOf, type Damage, type Inspected } from "./inspect";
import { queuePage } from "./page";
import { queueValidation } from "./validations";
import { blocks, contentOf } from "./values";

/** The options of a plan's protection as the API has them. */
function optionsOf({ allow = [] }: NonNullable<SheetPlan["protection"]>): Excel.WorksheetProtectionOptions {
  return Object.fromEntries(allow.map((one) => [`allow${one[0]!.toUpperCase()}${one.slice(1)}`, true]));
}

function queueSheet(context: Excel.RequestContext, damage: Damage): void {
  const { plan, missing, cells, validations } = damage;
  const sheet = missing ? context.workbook.worksheets.add(plan.name) : context.workbook.worksheets.getItem(plan.name);
  const guarded = plan.protection !== undefined;
  const touched = cells.length > 0 || validations.length > 0;
  // As inspected: a sheet whose protection differs is open where the plan wants it closed, and the other way round.
  const closed = !missing && guarded !== damage.protection;
  if (closed && (touched || !guarded)) sheet.protection.unprotect();
  const contents = cells.map(({ row, column, value, formula }) => ({
    row,
    column,
    content: formula === undefined ? contentOf(value) : `=${formula}`,
  }));
  for (const { row, column, rows } of blocks(contents))
    sheet.getRangeByIndexes(row, column, rows.length, rows[0]!.length).untrack().formulas = rows;
  for (const validation of validations) queueValidation(sheet, validation);
  if (damage.state) sheet.visibility = visibilityOf(plan.state);
  if (plan.protection && (!closed || touched)) sheet.protection.protect(optionsOf(plan.protection));
}

/** Queues everything that makes an inserted form what its plan says. Sheets that are missing come first: the others refer to them. */
export function queueMending(context: Excel.RequestContext, plan: WorkbookPlan, { damages, names }: Inspected): void {
  for (const damage of [...damages].sort((a, b) => Number(b.missing) - Number(a.missing))) queueSheet(context, damage);
  for (const name of names) {
    const planned = plan.names?.find((one) => one.name === name);
    if (planned) context.workbook.names.getItem(name).formula = `=${planned.refersTo}`;
  }
}

/** What cannot be mended: a sheet that people see, whose looks only the file knows. */
export function beyondMending({ damages }: Inspected): string | undefined {
  return damages.find(({ missing, plan }) => missing && plan.state === "visible")?.plan.name;
}

/**
 * Queues the print set-up of sheets that came without it. Not together with anything that matters: there are Excels that take it only in
 * the page layout view, and fail the whole batch (OfficeDev/office-js#1860).
 */
export function queuePages(context: Excel.RequestContext, { damages }: Inspected): void {
  for (const { page, plan } of damages) if (page && plan.page) queuePage(context.workbook.worksheets.getItem(plan.name), plan.page);
}

/** A name for what is still damaged and must not be: cells, visibility, protection, names. */
export function stillDamaged({ damages, names }: Inspected): string | undefined {
  const fatal = damages.find(({ missing, cells, state, protection }) => missing || cells.length > 0 || state || protection);
  return fatal?.plan.name ?? names[0];
}

/** Sheets whose validations Excel did not take even when told: people can type there what they should not, and the check says so. */
export function unguarded({ damages }: Inspected): string[] {
  return damages.filter(({ validations }) => validations.length > 0).map(({ plan }) => plan.name);
}
