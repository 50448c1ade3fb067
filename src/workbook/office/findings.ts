/// <reference types="office-js" />
import { ExcelUtilities } from "@microsoft/office-js-helpers";
import { address, areaAddress, ok, refuse, type PlanCell, type Result, type SheetPlan, type Style } from "../../domain";
import type { LiveTrouble } from "../port";
import { visibilityOf } from "./inspect";
import { queuePage } from "./page";
import { trip } from "./trip";
import { troubleOfError } from "./trouble";
import { blocks, contentOf } from "./values";

/** Points a character of the default font takes, and those around it. */
const POINTS = { character: 5.25, around: 3.75 };

/** Cells of one style, side by side and row below row. */
interface Stretch {
  readonly row: number;
  readonly column: number;
  width: number;
  rows: number;
  readonly style: Style;
  readonly styleKey: string;
}

/** Rectangles of one style: one command each. */
function stretches(cells: readonly PlanCell[]): Stretch[] {
  const found: Stretch[] = [];
  for (const { row, column, style } of cells) {
    if (!style) continue;
    const last = found.at(-1);
    const styleKey = JSON.stringify(style);
    if (last && last.row === row && last.column + last.width === column && last.styleKey === styleKey) last.width++;
    else found.push({ row, column, width: 1, rows: 1, style, styleKey });
  }
  const tall: Stretch[] = [];
  for (const one of found) {
    const above = tall.find(
      ({ row, column, width, rows, styleKey }) =>
        row + rows === one.row && column === one.column && width === one.width && styleKey === one.styleKey,
    );
    if (above) above.rows++;
    else tall.push(one);
  }
  return tall;
}

const EDGES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideHorizontal", "InsideVertical"] as const;

/** Thin lines around each cell of a range: all borders that a list has. */
function queueBorders(format: Excel.RangeFormat): void {
  for (const edge of EDGES) {
    const border = format.borders.getItem(edge);
    border.style = "Continuous";
    border.color = "#808080";
  }
}

function queueStyle({ format }: Excel.Range, { font, fill, wrap, vertical, horizontal, border }: Style): void {
  if (font?.name !== undefined) format.font.name = font.name;
  if (font?.bold !== undefined) format.font.bold = font.bold;
  if (font?.colour !== undefined) format.font.color = `#${font.colour}`;
  if (font?.size !== undefined) format.font.size = font.size;
  if (fill !== undefined) format.fill.color = `#${fill}`;
  if (wrap !== undefined) format.wrapText = wrap;
  if (horizontal === "center") format.horizontalAlignment = "Center";
  if (border !== undefined) queueBorders(format);
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
  for (const { row, column, width, rows, style } of stretches(plan.cells))
    queueStyle(sheet.getRangeByIndexes(row, column, rows, width).untrack(), style);
  plan.columnWidths?.forEach(
    (width, column) => (sheet.getRangeByIndexes(0, column, 1, 1).untrack().format.columnWidth = width * POINTS.character + POINTS.around),
  );
  // Rows that an add-in writes are not fitted by every program that opens the file later: they get a height each.
  for (const [row, points] of plan.autoHeights ?? []) sheet.getRangeByIndexes(row, 0, 1, 1).untrack().format.rowHeight = points;
  for (const { row, column, to, tip } of plan.links ?? []) {
    const value = plan.cells.find((cell) => cell.row === row && cell.column === column)?.value;
    const shown = { ...(typeof value === "string" ? { textToDisplay: value } : {}), ...(tip === undefined ? {} : { screenTip: tip }) };
    sheet.getRange(address({ row, column })).untrack().hyperlink =
      "place" in to ? { documentReference: to.place, ...shown } : { address: to.url, ...shown };
  }
  if (plan.autoFilter) sheet.autoFilter.apply(areaAddress(plan.autoFilter));
  if (plan.freeze && plan.freeze.row > 0) sheet.freezePanes.freezeRows(plan.freeze.row);
  if (plan.state !== "visible") sheet.visibility = visibilityOf(plan.state);
}

/** What stands in the first cell of a sheet; undefined where there is no such sheet. */
async function firstCell(context: Excel.RequestContext, name: string): Promise<unknown> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name);
  await context.sync();
  if (sheet.isNullObject) return undefined;
  const first = sheet.getRange("A1").load("values");
  await context.sync();
  return (first.values as unknown[][])[0]![0];
}

/** Sets up printing in a trip of its own: there are Excels that refuse it, and a list that is written prints without it, too. */
async function setPage({ name, page }: SheetPlan): Promise<void> {
  if (!page) return;
  await trip((context) => {
    queuePage(context.workbook.worksheets.getItem(name), page);
    return () => undefined;
  });
}

/** Rebuilds a sheet from a plan; what was on it before is gone. Somebody else's sheet of that name, known by its first cell, is left alone. */
export async function writeFindings(plan: SheetPlan): Promise<Result<void, LiveTrouble>> {
  try {
    const written = await Excel.run({ delayForCellEdit: true }, async (context): Promise<Result<void, LiveTrouble>> => {
      const first = await firstCell(context, plan.name);
      if (first !== undefined && first !== plan.cells[0]?.value) return refuse({ kind: "name-taken", what: plan.name });
      const sheet = await ExcelUtilities.forceCreateSheet(context.workbook, plan.name, true);
      queueSheet(sheet, plan);
      sheet.activate();
      await context.sync();
      return ok(undefined);
    });
    if (written.ok) await setPage(plan);
    return written;
  } catch (error) {
    return refuse(troubleOfError(error));
  }
}
