import { planCells, withSheets, type ChartPlan, type SheetPlan, type WorkbookPlan } from "../../domain";
import type { SummaryInsert } from "../../workbook/port";

/** Behind the name of a sheet until all of it has arrived: letters alone, so that references need no quotes. */
const MEANWHILE = "_新";
/** Bytes of one request or answer that every Excel takes: 5 MB on the web, with room for what is around them. */
const MOST = 4_500_000;

/**
 * A summary as it goes into the workbook that is open in Excel: under names that nobody has, so that nothing that stands there is
 * touched before the new sheets are known to be whole; and without charts, which Excel on the web does not take with sheets.
 * @param write makes the bytes of a plan; only the doors know which library does it
 * @returns undefined where it is more than one request or answer can carry: then the file is the way
 */
export function liveSummary(summary: WorkbookPlan, write: (plan: WorkbookPlan) => Uint8Array): SummaryInsert | undefined {
  const names = new Map(summary.sheets.map(({ name }) => [name.toLowerCase(), `${name}${MEANWHILE}`]));
  const sheets: SheetPlan[] = [];
  let size = 0;
  for (const sheet of summary.sheets) {
    const renamed = meanwhile(sheet, names);
    size += bytesSent(renamed);
    if (size > MOST) return undefined;
    sheets.push(renamed);
  }
  const plan = { ...summary, sheets };
  const bytes = write(plan);
  if (Math.ceil(bytes.length / 3) * 4 > MOST) return undefined;
  const charts = summary.sheets.flatMap(({ charts: its = [] }, sheet) =>
    its.map((chart) => ({ sheet, chart: renamedChart(chart, names) })),
  );
  return { plan, bytes, names: summary.sheets.map(({ name }) => name), charts };
}

/** The sheet with all its cells in one list, no charts, and its name and references for the time being. */
function meanwhile(sheet: SheetPlan, names: ReadonlyMap<string, string>): SheetPlan {
  const cells = Array.from(planCells(sheet), (cell) =>
    cell.formula === undefined ? cell : { ...cell, formula: withSheets(cell.formula, names) },
  );
  return { ...sheet, name: names.get(sheet.name.toLowerCase())!, cells, rows: undefined, charts: [] };
}

function renamedChart(chart: ChartPlan, names: ReadonlyMap<string, string>): ChartPlan {
  const series = chart.series.map((one) => ({
    ...one,
    categories: withSheets(one.categories, names),
    values: withSheets(one.values, names),
  }));
  return { ...chart, series };
}

/** Bytes in which Excel tells the contents of a sheet: its used rectangle, empty cells included. */
function bytesSent({ cells }: SheetPlan): number {
  const encoder = new TextEncoder();
  let [bytes, rows, columns] = [0, 0, 0];
  for (const { row, column, value, formula } of cells) {
    rows = Math.max(rows, row + 1);
    columns = Math.max(columns, column + 1);
    bytes += encoder.encode(JSON.stringify(formula === undefined ? value : `=${formula}`)).length;
  }
  // Two quotes and a comma for each cell, a pair of brackets and a comma for each row.
  return bytes + 3 * rows * columns + 3 * rows;
}
