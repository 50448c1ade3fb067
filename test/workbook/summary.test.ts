/// <reference types="office-js" />
import { liveForm } from "../../src/actions/live-form";
import { check } from "../../src/actions/check";
import { liveSummary, summaryBook } from "../../src/actions/consolidate";
import { planCells, type CellValue } from "../../src/domain";
import { form } from "../../src/forms";
import { zhCN } from "../../src/locales";
import { readForm } from "../../src/sheets";
import { readSummary, SUMMARY_SHEETS } from "../../src/sheets/summary";
import { openOffice } from "../../src/workbook/office";
import type { LiveTrouble, LiveWorkbook, SummaryInserted } from "../../src/workbook/port";
import { openXlsx, readXlsx, writeXlsx } from "../../src/workbook/xlsx";
import { blankForm, asChanges, entries } from "../fill";
import { startExcel, type Damage, type Failure, type MemoryExcel, type StartOptions } from "../host";
import { shownValue } from "../host/enter";
import { empty, province } from "../sheets/consolidated";
import { catalogue } from "../sheets/plans";

const plan = summaryBook(province(), catalogue, zhCN);
const insert = liveSummary(plan, writeXlsx)!;
const names = Object.values(SUMMARY_SHEETS);
const CHARTS = plan.sheets.flatMap(({ charts = [] }) => charts).length;

/** Of no files: as many sheets, few cells. */
const small = liveSummary(summaryBook(empty, catalogue, zhCN), writeXlsx)!;
// Processors are shared with other suites.
jest.setTimeout(120_000);

let excel: MemoryExcel;
let live: LiveWorkbook;

function start(options: StartOptions = {}): void {
  excel = startExcel({ api: "1.13", strict: true, ...options });
  live = openOffice(liveForm(catalogue.form));
}

const sheetNames = (): string[] => excel.book.sheets.map(({ name }) => name);

/** Everything that stands in the book, without ids. */
function standing(): unknown {
  return excel.book.sheets.map(({ name, visibility, cells, charts }) => [
    name,
    visibility,
    [...cells].flatMap(([key, { value, formula }]) =>
      value === null && formula === undefined ? [] : [`${key}: ${JSON.stringify(value)} ${formula ?? ""}`],
    ),
    charts.map(({ type, area, series }) => [type, area, series.map(({ values }) => [values?.sheet.name, values?.area])]),
  ]);
}

/** The sheets of the summary hold what the plan says, under the names they should have. */
function expectWhole(called: (name: string) => string = (name) => name): void {
  for (const sheet of plan.sheets.slice(0, -1)) {
    const host = excel.sheet(called(sheet.name));
    const found = new Map<string, CellValue>();
    for (const { row, column } of planCells(sheet)) {
      const cell = host.cells.get(row * 16_384 + column);
      found.set(`${row},${column}`, cell?.formula === undefined ? shownValue(cell?.value) : `=${cell.formula}`);
    }
    for (const { row, column, value, formula } of planCells(sheet)) {
      const due = formula === undefined ? (value ?? "") : `=${formula}`;
      const is = found.get(`${row},${column}`);
      if (is !== due && called(sheet.name) === sheet.name)
        throw new Error(`${sheet.name} ${row},${column}: ${String(is)}, not ${String(due)}`);
    }
  }
}

/** A sheet of the reviewer's own, with formulas that refer to the summary. */
async function ownSheet(): Promise<void> {
  await Excel.run(async (context) => {
    const own = context.workbook.worksheets.add("我的分析");
    own.getRange("A1:B2").values = [
      ["合计", "=汇总!E10"],
      ["比例", '=IF(汇总!$E$10=0,"汇总!无",ROUND(明细!I4/汇总!E10,2))'],
    ];
    await context.sync();
  });
}
const ownFormulas = (): unknown[] => [...excel.sheet("我的分析").cells.values()].map(({ formula }) => formula).filter(Boolean);

const inserted = (result: { ok: true; value: SummaryInserted } | { ok: false; error: LiveTrouble }): SummaryInserted => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

test("puts all sheets behind those that are there, whole, in 5 round trips, and draws the charts", async () => {
  start();
  expect(inserted(await live.insertSummary(insert))).toEqual({ sheets: names, links: 0, charts: true });
  expect(sheetNames()).toEqual(["Sheet1", ...names, "_summary"]);
  expect(excel.sheet("_summary").visibility).toBe("VeryHidden");
  expect(excel.book.active.name).toBe(SUMMARY_SHEETS.totals);
  expectWhole();
  expect(excel.traffic.requests).toBe(5);
  expect(excel.traffic.requestBytes).toBeLessThan(5_000_000);
});

test("each chart says what the plan says: kind, place, title, and its series by the cells of the sheet", async () => {
  start();
  await live.insertSummary(insert);
  const { charts } = excel.sheet(SUMMARY_SHEETS.charts);
  const due = plan.sheets.find(({ name }) => name === SUMMARY_SHEETS.charts)!.charts!;
  expect(charts.map(({ parts, area, series }) => [parts["title"]!["Text"], area, series.map(({ name }) => name)])).toEqual(
    due.map(({ title, area, series }) => [title, area, series.map(({ name }) => name)]),
  );
  for (const [index, { series, type, parts }] of charts.entries()) {
    expect(type).toBe(due[index]!.kind === "bar" ? "BarClustered" : "ColumnClustered");
    expect(parts["legend"]!["Visible"]).toBe(false);
    const { values, categories } = series[0]!;
    const { cachedCategories = [], cachedValues = [] } = due[index]!.series[0]!;
    const column = (of: typeof values): unknown[] =>
      Array.from({ length: of!.area.bottom - of!.area.top + 1 }, (_, step) => {
        // Excel leaves a gap for an empty cell, and draws a text, be it empty, as 0.
        return of!.sheet.cells.get((of!.area.top + step) * 16_384 + of!.area.left)?.value ?? null;
      });
    expect([column(values), column(categories)]).toEqual([cachedValues, cachedCategories]);
  }
  expect(charts).toHaveLength(CHARTS);
  expect(due.some(({ series }) => series[0]!.cachedValues!.includes(null))).toBe(true);
});

test("asks before it replaces a summary, and tells what refers to it", async () => {
  start();
  await live.insertSummary(small);
  await ownSheet();
  const before = standing();
  expect(await live.insertSummary(small)).toEqual({ ok: false, error: { kind: "summary-exists", what: names.join("、"), links: 2 } });
  expect(standing()).toEqual(before);
});

test("replaces its own sheets alone, in 7 round trips; formulas of other sheets refer to the new ones as they stood", async () => {
  start();
  await live.insertSummary(insert);
  await ownSheet();
  const [ids, formulas] = [excel.book.sheets.map(({ id }) => id), ownFormulas()];
  excel.type("汇总!A60", "写在汇总表里的话");
  excel.resetTraffic();
  expect(inserted(await live.insertSummary(insert, { replace: true }))).toEqual({ sheets: names, links: 2, charts: true });
  expect(excel.traffic.requests).toBe(7);
  expect(sheetNames()).toEqual(["Sheet1", "我的分析", ...names, "_summary"]);
  const kept = excel.book.sheets.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  expect(kept).toEqual(["Sheet1", "我的分析"]);
  expect(ownFormulas()).toEqual(formulas);
  expect(excel.valueAt("汇总!A60")).toBe("");
  expectWhole();
  expect(excel.sheet(SUMMARY_SHEETS.charts).charts).toHaveLength(CHARTS);
});

test("knows its sheets by the marker: one that was renamed is replaced under its name, one of the reviewer's own never", async () => {
  start();
  await live.insertSummary(insert);
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("汇总").name = "全省 2026";
    context.workbook.worksheets.getItem("图表").delete();
    const own = context.workbook.worksheets.add("图表");
    own.getRange("A1").values = [["我自己的图表"]];
    await context.sync();
  });
  expect(await live.insertSummary(insert, { replace: true })).toEqual({ ok: false, error: { kind: "name-taken", what: "图表" } });
  const done = inserted(await live.insertSummary(insert, { replace: true, beside: true }));
  expect(done.sheets).toEqual(["全省 2026", ...names.slice(1, -1), "图表 (2)"]);
  expect(excel.valueAt("图表!A1")).toBe("我自己的图表");
  expect(excel.sheet("图表 (2)").charts).toHaveLength(CHARTS);
  // The formulas of the other sheets go with the names, and the next time all are found again.
  expect([...excel.sheet("图表 (2)").cells.values()].some(({ formula }) => formula?.includes("'全省 2026'!"))).toBe(true);
  expect(inserted(await live.insertSummary(insert, { replace: true })).sheets).toEqual(done.sheets);
});

test("own sheets of its names are a question, and are kept where it takes others", async () => {
  start();
  await Excel.run(async (context) => {
    for (const name of ["明细", "汇总"]) context.workbook.worksheets.add(name).getRange("A1").values = [[`我的${name}`]];
    await context.sync();
  });
  const before = standing();
  expect(await live.insertSummary(insert)).toEqual({ ok: false, error: { kind: "name-taken", what: "汇总、明细" } });
  expect(standing()).toEqual(before);
  expect(inserted(await live.insertSummary(insert, { beside: true })).sheets).toEqual(
    names.map((name) => (["汇总", "明细"].includes(name) ? `${name} (2)` : name)),
  );
  expect([excel.valueAt("明细!A1"), excel.valueAt("汇总!A1")]).toEqual(["我的明细", "我的汇总"]);
  // The next period's reader finds the right 明细.
  const grid = readXlsx(await excel.bytes());
  expect(grid.ok && readSummary(grid.value, form)).toMatchObject({ ok: true, value: { lines: { length: province().lines.length } } });
});

describe("a form and a summary in one workbook", () => {
  test("do not disturb each other: the form is read and judged as before, the summary is no part of it", async () => {
    start();
    const workbook = openXlsx(blankForm("武汉职业技术学院"));
    await workbook.write(asChanges(entries("武汉职业技术学院")));
    await excel.openFile(workbook.bytes());
    const alone = await check(live, catalogue, { locale: zhCN });
    inserted(await live.insertSummary(insert));
    expect(await live.hasForm()).toEqual({ ok: true, value: true });
    const beside = await check(live, catalogue, { locale: zhCN });
    if (!alone.ok || !beside.ok) throw new Error("refused");
    expect([beside.value.findings, beside.value.code]).toEqual([alone.value.findings, alone.value.code]);
    // A pane that opens later, and the file itself.
    const later = await openOffice(liveForm(catalogue.form)).read();
    expect(later.ok && later.value.sheets.map(({ name }) => name).filter((name) => name.startsWith("汇总"))).toEqual([]);
    const grid = readXlsx(await excel.bytes());
    if (!grid.ok) throw new Error(grid.error.code);
    expect(readForm(grid.value, catalogue, { locale: zhCN })).toMatchObject({ ok: true, value: { programmes: { length: 3 } } });
    expect(readSummary(grid.value, form)).toMatchObject({ ok: true });
  });

  test("a summary alone is no form", async () => {
    start();
    inserted(await live.insertSummary(insert));
    expect(await live.hasForm()).toEqual({ ok: true, value: false });
    expect(await check(live, catalogue, { locale: zhCN })).toMatchObject({ ok: false, error: { code: "not-this-form" } });
    const grid = readXlsx(await excel.bytes());
    expect(grid.ok && readForm(grid.value, catalogue, { locale: zhCN })).toMatchObject({ error: { code: "not-this-form" } });
  });
});

describe("what did not arrive whole", () => {
  test.each<[string, number, Damage[]]>([
    ["formulas that became links", 6, [{ kind: "formulas-linked", sheet: "汇总_新" }]],
    ["formulas that became links on the web", 6, [{ kind: "formulas-on-the-web", sheet: "图表_新" }]],
    ["the marker left out", 6, [{ kind: "sheet-left-out", sheet: "_summary_新" }]],
    // Print set-up has a round trip of its own.
    ["a marker that anybody sees, print set-up lost", 7, [{ kind: "sheets-shown" }, { kind: "page-lost", sheet: "汇总_新" }]],
  ])("%s: mended, in %i round trips", async (_, trips, damages) => {
    start();
    excel.damageNextInsert(...damages);
    expect(inserted(await live.insertSummary(insert)).charts).toBe(true);
    expectWhole();
    expect(excel.sheet("_summary").visibility).toBe("VeryHidden");
    expect(excel.traffic.requests).toBe(trips);
  });

  test("a sheet that people see left out: refused, and the book is as it was", async () => {
    start();
    await live.insertSummary(insert);
    const before = standing();
    excel.damageNextInsert({ kind: "sheet-left-out", sheet: "按学校_新" });
    expect(await live.insertSummary(insert, { replace: true })).toEqual({
      ok: false,
      error: { kind: "damaged-insert", what: "按学校_新" },
    });
    expect(standing()).toEqual(before);
  });
});

describe.each<[Failure, number]>([
  ["busy", 4],
  ["cell-edit", 1],
  ["access-denied", 1],
  ["request-too-large", 1],
  ["response-too-large", 1],
  ["general", 1],
])("%s", (failure, times) => {
  test.each([1, 2, 3, 4, 5, 6, 7])("at round trip %i of a replacement: nothing is lost, and the next time it is done", async (at) => {
    start();
    await live.insertSummary(small);
    await ownSheet();
    const before = standing();
    let count = 0;
    const fail = (): void => {
      count++;
      if (count === at) excel.failNext(...Array.from({ length: times }, () => failure));
      else if (count < at) excel.beforeNext(fail);
    };
    excel.beforeNext(fail);
    const result = await live.insertSummary(small, { replace: true });
    // The charts come last: a summary without them is one all the same.
    if (result.ok) {
      expect(at).toBeGreaterThanOrEqual(3);
    } else expect(standing()).toEqual(before);
    expect(excel.book.sheets.some(({ name }) => name.endsWith("_新"))).toBe(false);
    expect(inserted(await live.insertSummary(small, { replace: true }))).toMatchObject({ links: 2, charts: true });
  });
});

test("a cell that cannot be led to the new summary stops it before anything is gone", async () => {
  start();
  await live.insertSummary(small);
  await ownSheet();
  const before = standing();
  let writes = 0;
  const fail = (): void => {
    // The first write of formulas is that of the links.
    if (++writes < 6) return void excel.beforeNext(fail);
    excel.failAt("Range.formulas", "InvalidOperation");
  };
  excel.beforeNext(fail);
  const result = await live.insertSummary(small, { replace: true });
  if (!result.ok) expect(standing()).toEqual(before);
  else expect(ownFormulas()).toHaveLength(2);
});

test("an Excel that draws no charts takes the summary all the same, and it is told", async () => {
  start();
  excel.failAt("Chart.setPosition", "ApiNotFound");
  expect(inserted(await live.insertSummary(small))).toEqual({ sheets: names, links: 0, charts: false });
});

test("protection is told in words before anything happens", async () => {
  start();
  excel.book.structureProtected = true;
  expect(await live.insertSummary(small)).toEqual({ ok: false, error: { kind: "protected-structure" } });
  excel.book.structureProtected = false;
  excel.book.readOnly = true;
  expect(await live.insertSummary(small)).toEqual({ ok: false, error: { kind: "read-only" } });
  excel.book.readOnly = false;
  await live.insertSummary(small);
  await ownSheet();
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("我的分析").protection.protect();
    await context.sync();
  });
  const before = standing();
  expect(await live.insertSummary(small, { replace: true })).toEqual({ ok: false, error: { kind: "links-protected", what: "我的分析" } });
  expect(standing()).toEqual(before);
});

test("what is too much for one request is no insert at all", () => {
  const detail = plan.sheets.findIndex(({ name }) => name === SUMMARY_SHEETS.detail);
  const [line] = plan.sheets[detail]!.rows!;
  function* many() {
    for (let row = 3; row < 20_003; row++) yield { ...line!, row };
  }
  const sheets = plan.sheets.map((sheet, index) =>
    index === detail ? { ...sheet, rows: { area: { ...sheet.rows!.area, bottom: 20_002 }, [Symbol.iterator]: many } } : sheet,
  );
  expect(liveSummary({ ...plan, sheets }, writeXlsx)).toBeUndefined();
});

describe("taken away", () => {
  test("what would go is told first; then the summary's own sheets go, whatever they are called by now, and no other", async () => {
    start();
    await live.insertSummary(small);
    await ownSheet();
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem(SUMMARY_SHEETS.detail).name = "改了名的明细";
      await context.sync();
    });
    const before = standing();
    const what = names.map((name) => (name === SUMMARY_SHEETS.detail ? "改了名的明细" : name)).join("、");
    const asked = await live.dropSummary({ sure: false });
    expect(asked).toMatchObject({ ok: false, error: { kind: "summary-exists", what } });
    expect(standing()).toEqual(before);
    expect(await live.dropSummary({ sure: true })).toEqual({ ok: true, value: undefined });
    expect(sheetNames()).toEqual(["Sheet1", "我的分析"]);
    expect(await live.dropSummary({ sure: true })).toEqual({ ok: true, value: undefined });
  });

  test("a sheet of somebody's own that has the marker's name stays, and so does everything under a protected structure", async () => {
    start();
    await live.insertSummary(small);
    const whole = standing();
    excel.book.structureProtected = true;
    expect(await live.dropSummary({ sure: true })).toEqual({ ok: false, error: { kind: "protected-structure" } });
    excel.book.structureProtected = false;
    expect(standing()).toEqual(whole);
    excel.sheet("_summary").cells.get(0)!.value = "我的";
    const owned = standing();
    expect(await live.dropSummary({ sure: true })).toEqual({ ok: false, error: { kind: "name-taken", what: "_summary" } });
    expect(standing()).toEqual(owned);
  });
});
