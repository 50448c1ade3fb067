import { check } from "../../src/actions/check";
import { seal } from "../../src/actions/seal";
import { textOf, type Previous, type Refusal, type Submission, type WorkbookPlan } from "../../src/domain";
import { form } from "../../src/forms";
import { zhCN } from "../../src/locales";
import { readForm, type ReadForm } from "../../src/sheets";
import { openXlsx } from "../../src/workbook/xlsx";
import { asChanges, blankForm, entries } from "../fill";
import { asGrid, blank, catalogue, inserted, onSheet, withValues } from "./plans";

function read(plan: WorkbookPlan): ReadForm {
  const result = readForm(asGrid(plan), catalogue, { locale: zhCN });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

function refused(plan: WorkbookPlan): Refusal {
  const result = readForm(asGrid(plan), catalogue, { locale: zhCN });
  if (result.ok) throw new Error("not refused");
  return result.error;
}

/** Everything a submission reports, without its places. */
function reports({ submission }: ReadForm): unknown {
  const plain = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value, (key, one: unknown) => (key === "at" || key === "sheet" ? undefined : one)));
  const { school, period, cover, programmes } = submission satisfies Submission;
  return plain({ school, period, cover, programmes });
}

const filled = withValues(blank(), {
  "封面!C7": "张三",
  "封面!C11": 46000,
  "表1!F10": 12,
  "表1!F11": "2000万",
  "表1!F12": { error: "#REF!" },
  "表1!H10": "本期新增两门核心课程",
  "表1!C44": "主要做法的正文",
  "表2!F41": 3,
  "表3!F10": true,
});

test("a blank form reads back as the lines of its school, with every value blank and nothing odd", () => {
  const { submission } = read(blank());
  expect(submission.issued).toEqual({ school: "武汉职业技术学院", period: "2026-S2" });
  expect(submission.programmes.map((one) => [one.sheet, textOf(one.category), textOf(one.cluster), textOf(one.programme)])).toEqual([
    ["表1", "5个万亿级支柱产业", "新一代信息技术（光芯屏端网）", "智能光电技术应用"],
    ["表2", "10个五千亿级优势产业", "高端装备", "装备智能制造技术"],
    ["表3", "10个五千亿级优势产业", "商务服务", "财经商贸与跨境电商"],
  ]);
  expect(
    submission.programmes.every(
      (one) => Object.keys(one.values).length === 32 && Object.values(one.values).every((v) => v.kind === "blank"),
    ),
  ).toBe(true);
  expect(submission.anomalies).toEqual([]);
  expect(submission.seal).toBeUndefined();
});

test("each kind of cell is read as what it is: number, text, date, fault, blank", () => {
  const { submission } = read(filled);
  const [one, two, three] = submission.programmes;
  expect(submission.cover["head"]).toMatchObject({ kind: "text", value: "张三" });
  expect(submission.cover["date"]).toMatchObject({ kind: "date", day: "2025-12-09" });
  expect(one!.values["01"]).toEqual({ kind: "number", value: 12, at: { sheet: "表1", row: 9, column: 5 } });
  expect(one!.values["02"]).toMatchObject({ kind: "text", value: "2000万" });
  expect(one!.values["03"]).toMatchObject({ kind: "fault", code: "#REF!" });
  expect(one!.values["04"]).toMatchObject({ kind: "blank" });
  expect(one!.explanations["01"]).toMatchObject({ kind: "text", value: "本期新增两门核心课程" });
  expect(one!.texts["practice"]).toMatchObject({ kind: "text", value: "主要做法的正文" });
  expect(two!.values["32"]).toMatchObject({ kind: "number", value: 3 });
  expect(three!.values["01"]).toMatchObject({ kind: "fault", code: "TRUE" });
});

test.each<[string, WorkbookPlan]>([
  ["a row inserted above the table", onSheet(filled, "表1", (sheet) => inserted(sheet, { row: 3 }))],
  ["a row inserted between two indicators", onSheet(filled, "表1", (sheet) => inserted(sheet, { row: 20 }))],
  ["a column inserted at the left", onSheet(filled, "表1", (sheet) => inserted(sheet, { column: 0 }))],
  ["a column inserted before 本期数", onSheet(filled, "表2", (sheet) => inserted(sheet, { column: 5 }))],
  ["rows and columns inserted on the cover", onSheet(filled, "封面", (sheet) => inserted(inserted(sheet, { row: 5 }), { column: 0 }))],
  [
    "a renamed programme sheet",
    { ...filled, sheets: filled.sheets.map((s) => (s.name === "表1" ? { ...s, name: "智能光电 (终稿)" } : s)) },
  ],
  ["a renamed cover", { ...filled, sheets: filled.sheets.map((s) => (s.name === "封面" ? { ...s, name: "首页" } : s)) }],
  [
    "a sheet of the user's own",
    { ...filled, sheets: [{ name: "草稿", state: "visible" as const, cells: [{ row: 0, column: 0, value: "代码" }] }, ...filled.sheets] },
  ],
  ["a code that became a number", withValues(filled, { "表1!B10": 1 })],
  ["a label with other white space and width", withValues(filled, { "表1!A5": " 产业类别 ", "表1!F8": "本期数　" })],
])("%s: every value is still read", (_, plan) => {
  expect(reports(read(plan))).toEqual(reports(read(filled)));
});

test.each<[string, WorkbookPlan, { where: string; missing: string }]>([
  ["an indicator row is gone", withValues(blank(), { "表1!B20": null }), { where: "表1", missing: "代码 11" }],
  ["an indicator row is doubled", withValues(blank(), { "表1!B20": "10" }), { where: "表1", missing: "代码 10" }],
  ["the 说明 column is gone", withValues(blank(), { "表2!H8": null }), { where: "表2", missing: "说明" }],
  ["the 本期数 column is doubled", withValues(blank(), { "表1!E8": "本期数" }), { where: "表1", missing: "对比数" }],
  ["a text row is gone", withValues(blank(), { "表1!A45": null }), { where: "表1", missing: "存在问题" }],
  ["a head row is gone", withValues(blank(), { "表3!A6": null }), { where: "表3", missing: "产业集群" }],
  ["a cover row is gone", withValues(blank(), { "封面!A9": null }), { where: "封面", missing: "联系电话" }],
  ["a programme sheet is gone", { ...blank(), sheets: blank().sheets.filter((s) => s.name !== "表2") }, { where: "表2", missing: "表2" }],
  ["the cover is gone", { ...blank(), sheets: blank().sheets.filter((s) => s.name !== "封面") }, { where: "封面", missing: "封面" }],
])("%s: refused as structure-changed, and where", (_, plan, { where, missing }) => {
  const refusal = refused(plan);
  expect(refusal.code).toBe("structure-changed");
  expect(refusal).toMatchObject({ where });
  expect("missing" in refusal && refusal.missing).toBe(missing);
});

test("where things stand in one form says nothing of the next", () => {
  const number = withValues(filled, { "表1!B10": 1 });
  const doubled = withValues(filled, { "表1!B11": 1 });
  const gone = withValues(filled, { "表1!B10": null });
  for (let round = 0; round < 2; round++) {
    expect(reports(read(filled))).toEqual(reports(read(number)));
    expect(refused(doubled)).toMatchObject({ code: "structure-changed", missing: "代码 01" });
    expect(refused(gone)).toMatchObject({ code: "structure-changed", missing: "代码 01" });
    expect(reports(read(number))).toEqual(reports(read(filled)));
    const typed = withValues(filled, { "表1!C44": "产业类别", "表1!G12": "代码" });
    expect(read(typed).submission.programmes[0]!.texts["practice"]).toMatchObject({ kind: "text", value: "产业类别" });
  }
});

test("a stranger's workbook, a form without identification and a newer form are each refused as such", () => {
  const stranger: WorkbookPlan = {
    defaultFont: { name: "宋体", size: 10 },
    sheets: [{ name: "工资表", state: "visible", cells: [{ row: 0, column: 0, value: "代码" }] }],
  };
  expect(refused(stranger).code).toBe("not-this-form");
  expect(refused({ ...blank(), sheets: blank().sheets.filter((s) => s.name !== "_meta") }).code).toBe("no-identification");
  expect(refused(withValues(blank(), { "_meta!B1": "annex9" })).code).toBe("not-this-form");
  expect(refused(withValues(blank(), { "_meta!C1": 7 }))).toMatchObject({ code: "newer-form", version: 7, known: form.version });
});

const previous: Previous[] = [
  {
    cluster: "高端装备",
    programme: "装备智能制造技术",
    lastPeriod: { "01": 10, "19": 5 },
    sameHalf: { "01": 8, "19": 4.5 },
    explanations: { "01": "上期新增两门课程，已通过校级评审", line: "名录之外，依据校企协议" },
    texts: { practice: "上期的做法" },
  },
];

test("earlier values travel in the form: a stock beside the last period, a flow beside the same half of last year", () => {
  const plan = blank({ previous });
  const sheet = asGrid(plan).sheets.find(({ name }) => name === "表2")!;
  const value = (row: number, column: number): unknown => sheet.cells.get(row * 16384 + column)?.value;
  expect([value(9, 4), value(27, 4)]).toEqual([10, 4.5]);
  expect([value(7, 8), value(9, 8), value(6, 8)]).toEqual(["上期说明", "上期新增两门课程，已通过校级评审", "名录之外，依据校企协议"]);
  const { submission } = read(plan);
  expect(submission.anomalies).toEqual([]);
  expect(submission.programmes[1]!.previous).toEqual(previous[0]);
  expect(submission.programmes[0]!.previous).toBeUndefined();
});

test("what was done to locked cells and to validations is seen, at its cell", () => {
  const plan = withValues(
    onSheet(blank({ previous }), "表1", (sheet) => ({
      ...sheet,
      validations: (sheet.validations ?? []).filter(({ type }) => type !== "decimal"),
    })),
    {
      "表2!E10": 99,
      "表1!D10": "种",
      "表1!C11": "其中：精品课程数",
    },
  );
  const withFormula = onSheet(plan, "表3", (sheet) => ({
    ...sheet,
    cells: sheet.cells.map((c) => (c.row === 9 && c.column === 5 ? { ...c, value: 7, formula: "3+4" } : c)),
  }));
  const { anomalies } = read(withFormula).submission;
  expect(anomalies.map((one) => [one.kind, one.at.sheet, one.at.row, one.at.column])).toEqual([
    ["validation-removed", "表1", 27, 5],
    ["label-altered", "表1", 9, 3],
    ["label-altered", "表1", 10, 2],
    ["comparison-altered", "表2", 9, 4],
    ["formula", "表3", 9, 5],
  ]);
  const removed = anomalies.find((one) => one.kind === "validation-removed");
  expect(removed?.kind === "validation-removed" && removed.cells.map(({ row }) => row)).toEqual([27, 37]);
});

test("the same issue lays out the same plan, without functions or names that break in other programs", () => {
  expect(JSON.stringify(blank())).toBe(JSON.stringify(blank()));
  const formulas = blank().sheets.flatMap((sheet) => [
    ...sheet.cells.flatMap((cell) => cell.formula ?? []),
    ...(sheet.validations ?? []).flatMap((one) => [one.formula1, one.formula2 ?? ""]),
    ...(sheet.conditionalFormats ?? []).map((one) => one.formula),
  ]);
  expect(formulas.length).toBeGreaterThan(300);
  for (const formula of formulas) {
    expect(formula).not.toMatch(/INDIRECT|\[|https?:|#REF!|LET\(|XLOOKUP|IFS\(|_xlfn/);
    expect(formula.length).toBeLessThanOrEqual(8192);
  }
  expect(blank().names ?? []).toEqual([]);
});

test("a school that the roster does not have gets as many blank sheets as asked", () => {
  const plan = blank({ school: "示例职业学院", blankSheets: 2 });
  const { submission } = read(plan);
  expect(submission.issued.school).toBe("示例职业学院");
  expect(submission.programmes.map(({ category }) => category.kind)).toEqual(["blank", "blank"]);
});

test("a form that was issued and sealed under an earlier version of the ruleset keeps its seal", async () => {
  const earlier = { ...catalogue, ruleset: { ...catalogue.ruleset, version: 1 } };
  const book = openXlsx(blankForm("武汉职业技术学院", { ruleset: earlier.ruleset }));
  await book.write(asChanges(entries("武汉职业技术学院")));
  const done = await seal(book, earlier, { locale: zhCN });
  if (!done.ok) throw new Error(done.error.kind);
  const checked = await check(openXlsx(book.bytes()), catalogue, { locale: zhCN });
  if (!checked.ok) throw new Error(checked.error.code);
  expect(checked.value.seal).toEqual({ state: "sealed", code: done.value.code });
  expect(checked.value.form.submission.ruleset.version).toBe(1);
});
