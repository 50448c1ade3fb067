/// <reference types="office-js" />
import { ExcelUtilities } from "@microsoft/office-js-helpers";
import { address, ok, refuse, type PlanCell, type Result, type SheetPlan, type Style } from "../../domain";
import type { LiveTrouble } from "../port";
import { visibilityOf } from "./inspect";
import { troubleOfError } from "./trouble";
import { blocks, contentOf } from "./values";

/** Points a character of the default font takes, and those around it. */
const POINTS = { character: 5.25, around: 3.75 };

/** Stretches of a row in one style: one command each. */
function stretches(
  cells: readonly PlanCell[],
): { readonly row: number; readonly column: number; readonly width: number; readonly style: Style }[] {
  const found: { row: number; column: number; width: number; style: Style; same: string }[] = [];
  for (const { row, column, style } of cells) {
    if (!style) continue;
    const last = found.at(-1);
    const same = JSON.stringify(style);
    if (last && last.row === row && last.column + last.width === column && last.same === same) last.width++;
    else found.push({ row, column, width: 1, style, same });
  }
  return found;
}

function queueStyle({ format }: Excel.Range, { font, fill, wrap, vertical }: Style): void {
  if (font?.bold !== undefined) format.font.bold = font.bold;
  if (font?.colour !== undefined) format.font.color = `#${font.colour}`;
  if (font?.size !== undefined) format.font.size = font.size;
  if (fill !== undefined) format.fill.color = `#${fill}`;
  if (wrap !== undefined) format.wrapText = wrap;
  if (vertical !== undefined) format.verticalAlignment = vertical === "top" ? "Top" : vertical === "bottom" ? "Bottom" : "Center";
}

function queueSheet(sheet: Excel.Worksheet, plan: SheetPlan): void {
  const contents = plan.cells.map(({ row, column, value, formula }) => ({
    row,
    column,
    content: formula === undefined ? contentOf(value) : `=${formula}`,
  }));
  for (const { row, column, rows } of blocks(contents))
    sheet.getRangeByIndexes(row, column, rows.length, rows[0]!.length).untrack().formulas = rows;
  for (const { row, column, width, style } of stretches(plan.cells))
    queueStyle(sheet.getRangeByIndexes(row, column, 1, width).untrack(), style);
  plan.columnWidths?.forEach(
    (width, column) => (sheet.getRangeByIndexes(0, column, 1, 1).untrack().format.columnWidth = width * POINTS.character + POINTS.around),
  );
  for (const { row, column, to, tip } of plan.links ?? []) {
    const value = plan.cells.find((cell) => cell.row === row && cell.column === column)?.value;
    const shown = { ...(typeof value === "string" ? { textToDisplay: value } : {}), ...(tip === undefined ? {} : { screenTip: tip }) };
    sheet.getRange(address({ row, column })).untrack().hyperlink =
      "place" in to ? { documentReference: to.place, ...shown } : { address: to.url, ...shown };
  }
  if (plan.freeze && plan.freeze.row > 0) sheet.freezePanes.freezeRows(plan.freeze.row);
  if (plan.state !== "visible") sheet.visibility = visibilityOf(plan.state);
}

/** Rebuilds a sheet from a plan; what was on it before is gone. */
export async function writeFindings(plan: SheetPlan): Promise<Result<void, LiveTrouble>> {
  try {
    await Excel.run({ delayForCellEdit: true }, async (context) => {
      const sheet = await ExcelUtilities.forceCreateSheet(context.workbook, plan.name, true);
      queueSheet(sheet, plan);
      await context.sync();
    });
    return ok(undefined);
  } catch (error) {
    return refuse(troubleOfError(error));
  }
}
