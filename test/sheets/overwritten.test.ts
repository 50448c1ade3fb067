import { cellName, sameCell, type CellRef, type PlanCell, type WorkbookPlan } from "../../src/domain";
import { zhCN } from "../../src/locales";
import { readForm } from "../../src/sheets";
import { sampled } from "../long";
import { asGrid, blank, catalogue } from "./plans";

/** The cells that anomalies of a form name as overwritten. */
function overwritten(plan: WorkbookPlan) {
  const read = readForm(asGrid(plan), catalogue, { locale: zhCN });
  if (!read.ok) throw new Error(read.error.code);
  return read.value.submission.anomalies.flatMap((one) => (one.kind === "result-overwritten" ? one.cells : []));
}

/** A form with some of its formula cells holding something else. */
function instead(plan: WorkbookPlan, value: PlanCell["value"], which: (sheet: string, cell: PlanCell) => boolean): WorkbookPlan {
  const replaced = (sheet: string, { formula, ...cell }: PlanCell): PlanCell =>
    formula !== undefined && which(sheet, { ...cell, formula })
      ? { ...cell, value }
      : { ...cell, ...(formula === undefined ? {} : { formula }) };
  return {
    ...plan,
    sheets: plan.sheets.map((sheet) => ({ ...sheet, cells: sheet.cells.map((cell) => replaced(sheet.name, cell)) })),
  };
}

const plan = blank();
const COVER = "封面";
/** What is filled in elsewhere is repeated by formulas above and below each table: those are no results. */
const isResult = (sheet: string, { formula = "" }: PlanCell): boolean =>
  sheet === COVER ? !/^IF\([^()]*="","",/.test(formula) : !formula.includes(COVER);
const shown: CellRef[] = plan.sheets
  .filter(({ state }) => state === "visible")
  .flatMap(({ name, cells }) =>
    cells.flatMap((cell) =>
      cell.formula !== undefined && isResult(name, cell) ? [{ sheet: name, row: cell.row, column: cell.column }] : [],
    ),
  );

test("a form as issued, and one whose results were emptied, show nothing that nobody found out", () => {
  expect(overwritten(plan)).toEqual([]);
  expect(overwritten(instead(plan, null, () => true))).toEqual([]);
});

test.each(["审核通过", 0, true])("all that a form found out, typed over by %p, is told, cell by cell", (value) => {
  expect(shown.length).toBeGreaterThan(100);
  const names = (cells: readonly CellRef[]): string[] => cells.map(cellName).sort();
  expect(names(overwritten(instead(plan, value, isResult)))).toEqual(names(shown));
});

test("a formula that looks at no cell reckons nothing, whatever its texts say", () => {
  for (const formula of ['"审核通过"', '"A1"&"审核通过"', "NOW()>0"]) {
    const forged = (at: CellRef): WorkbookPlan => ({
      ...plan,
      sheets: plan.sheets.map((sheet) => ({
        ...sheet,
        cells: sheet.cells.map((cell) => (sameCell({ ...cell, sheet: sheet.name }, at) ? { ...cell, value: "审核通过", formula } : cell)),
      })),
    });
    for (const at of sampled(shown, 4)) expect(overwritten(forged(at))).toEqual([at]);
  }
});

test("one cell that is typed over is told alone", () => {
  for (const at of sampled(shown, 12))
    expect(overwritten(instead(plan, "审核通过", (sheet, { row, column }) => sameCell({ sheet, row, column }, at)))).toEqual([at]);
});

test("a program that saves values alone is told once for each sheet", () => {
  const read = readForm(asGrid(instead(plan, "审核通过", () => true)), catalogue, { locale: zhCN });
  const kinds = read.ok ? read.value.submission.anomalies.filter(({ kind }) => kind === "result-overwritten") : [];
  expect(kinds.map(({ at }) => at.sheet)).toEqual(plan.sheets.filter(({ state }) => state === "visible").map(({ name }) => name));
});
