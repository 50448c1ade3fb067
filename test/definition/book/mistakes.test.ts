import { MISTAKES } from "../../../src/definition";
import { BOOK_MISTAKES, definitionBook, type BookProblem } from "../../../src/definition/book";
import { cellName, type CellValue, type PlanCell, type SheetPlan, type WorkbookPlan } from "../../../src/domain";
import { catalogue } from "../../../src/forms";
import { sayBookProblem } from "../../../src/locales/mistakes";
import { writeXlsx } from "../../../src/workbook/xlsx";
import { onSheet } from "../../sheets/plans";
import { cellOf, checkedGrid, gridOf, told, withCell } from "./books";

const BOOK = definitionBook(catalogue, []);

/** A cell by its sheet, what stands first in its row, and its heading; or by its name. */
type Where = readonly [sheet: string, key: CellValue, heading: string] | string;
const nameOf = (where: Where): string => (typeof where === "string" ? where : cellName(cellOf(BOOK, ...where)));

type Plant = (plan: WorkbookPlan) => WorkbookPlan;
const put =
  ([sheet, key, heading]: Exclude<Where, string>, cell: Partial<PlanCell> & Pick<PlanCell, "value">): Plant =>
  (plan) =>
    withCell(plan, cellOf(plan, sheet, key, heading), cell);
/** The heads of a sheet are its row 0. */
const head =
  (sheet: string, column: number, value: CellValue, row = 0): Plant =>
  (plan) =>
    withCell(plan, { sheet, row, column }, { value });
const sheets =
  (change: (all: readonly SheetPlan[]) => SheetPlan[]): Plant =>
  (plan) => ({ ...plan, sheets: change(plan.sheets) });
const extra = (name: string): Plant => sheets((all) => [...all, { name, state: "visible", cells: [{ row: 0, column: 0, value: "代码" }] }]);
const rows =
  (sheet: string, count: number): Plant =>
  (plan) =>
    onSheet(plan, sheet, (one) => {
      const made = Array.from({ length: count }, (_, row) => ({ row: row + 1, column: 0, value: row + 1 }));
      return { ...one, cells: [...one.cells.filter(({ row }) => row === 0), ...made] };
    });
const merged =
  (sheet: string, top: number, bottom: number, column: number): Plant =>
  (plan) =>
    onSheet(plan, sheet, (one) => ({
      ...one,
      cells: one.cells.map((cell) => (cell.column === column && cell.row > top && cell.row <= bottom ? { ...cell, value: null } : cell)),
      merges: [{ top, bottom, left: column, right: column }],
    }));

const rule = (ref: string, heading: string): Exclude<Where, string> => ["审核关系", ref, heading];
const row = (code: string, heading: string): Exclude<Where, string> => ["指标", code, heading];
const basic = (item: string): Exclude<Where, string> => ["基本信息", item, "内容"];
/** 审核关系 without the rows of some rules. */
const unlisted = (...refs: readonly string[]): Plant =>
  sheets((all) => {
    const gone = refs.map((ref) => cellOf(BOOK, ...rule(ref, "编号")).row);
    return all.map((one) => (one.name === "审核关系" ? { ...one, cells: one.cells.filter(({ row: at }) => !gone.includes(at)) } : one));
  });

/** What one cell says wrongly, told at that cell unless another is named. */
const CELLS: readonly (readonly [code: string, where: Exclude<Where, string>, value: CellValue, at?: Where])[] = [
  // What the workbook alone can say wrongly.
  ["item-missing", basic("标题"), null],
  ["item-missing", basic("版次"), null],
  ["version-taken", basic("版次"), 99],
  ["cell-blank", ["基本信息", "标题", "项目"], null],
  ["item-missing", ["基本信息", "标题", "项目"], null, "基本信息!A35"],
  ["item-twice", ["基本信息", "邮箱", "项目"], "标题"],
  ["no-such-item", ["基本信息", "空话", "项目"], "套话"],
  ["error-value", row("03", "计量单位"), { error: "#N/A" }],
  ["not-a-choice", row("03", "时点/时期"), "时段"],
  ["not-a-choice", row("03", "时点/时期"), "constructor"],
  ["not-a-choice", row("03", "小数位"), 3],
  ["not-a-choice", row("03", "单位已确认"), "对"],
  ["not-a-choice", rule("B02", "级别"), "严重"],
  ["not-a-choice", rule("B02", "同表合并"), "对"],
  ["not-a-choice", basic("名录完整"), "不完整"],
  ["not-a-choice", basic("来源性质"), "抄写"],
  ["not-a-choice", basic("报告周期"), "季度"],
  ["not-a-choice", basic("填报对象"), "班级"],
  ["programme-of-school", basic("填报对象"), "学校", "名录!F2"],
  ["not-a-choice", ["封面项", "head", "用途"], "校长"],
  ["not-a-choice", ["封面项", "head", "类型"], "数字"],
  ["bad-requirement", ["文字项", "partners", "必填"], "有企业时"],
  ["relation-missing", rule("A06", "关系式"), null],
  ["units-differ", rule("A06", "关系式"), "20 = 21 + 29", rule("A06", "单位已确认")],
  ["number-in-other-unit", rule("A07", "关系式"), "24 <= 300家", rule("A07", "单位已确认")],
  ["number-without-unit", rule("A07", "关系式"), "24 <= 300"],
  ["beyond-excel", rule("A07", "关系式"), `${catalogue.form.indicators.map(({ code }) => code).join("、")} 同有同无`],
  ["never-fails", rule("A07", "关系式"), "24 >= 0"],
  ["never-holds", rule("A07", "关系式"), "24 < 0"],
  ["same-as", rule("A07", "关系式"), "01>=02"],
  ["opposite-of", rule("A07", "关系式"), "01 < 02"],
  ["opposite-of", rule("A07", "关系式"), "20 <> 合计(23、22、21)"],
  ["hardly-equal", rule("B05", "关系式"), "24 = 20*33%"],
  ["tolerance-unused", rule("B05", "允许误差"), 2],
  ["relation-of-rule", rule("B02", "关系式"), "20 <= 21"],
  ["relation-of-rule", rule("B02", "允许误差"), 1],
  ["bad-parameter", rule("B02", "参数"), "变动百分比=30；变动量=5；约"],
  ["no-such-parameter", rule("B02", "参数"), "变动百分比=30；变动量=5；幅度=3"],
  ["no-such-parameter", rule("B02", "参数"), "变动百分比=30；变动量=5；__proto__=3"],
  ["no-parameters", rule("A01", "参数"), "幅度=3"],
  ["no-parameters", rule("A06", "参数"), "合计=20"],
  ["parameter-twice", rule("B02", "参数"), "变动百分比=30；变动量=5；变动量=6"],
  ["parameter-missing", rule("B02", "参数"), "变动百分比=30"],
  ["no-such-relation", ["关系用语", "A09", "编号"], "A99"],
  ["no-such-message", ["关系用语", "B10", "情形"], "toString"],
  ["message-missing", ["关系用语", "B10", "情形"], null],
  ["cell-blank", ["关系用语", "A10", "语言"], null],
  ["words-twice", ["关系用语", "A10", "编号"], "A09", "关系用语!F3"],
  // What the JSON of a definition can say wrongly, at the cell that it came from.
  ["missing", row("03", "计量单位"), null],
  ["missing", ["名录", 3, "学校"], null],
  ["missing", ["文字项", "leader", "打印行数"], null],
  ["missing", rule("A01", "编号"), null],
  ["not-text", row("08", "代码"), 8],
  ["not-text", row("09", "其中属于"), 8],
  ["not-number", ["文字项", "leader", "最多字数"], "六十"],
  ["not-number", ["名录", 3, "序号"], "三"],
  ["not-number", rule("A06", "允许误差"), "半"],
  ["not-number", rule("B02", "参数"), "变动百分比=三十；变动量=5"],
  ["outer-spaces", ["名录", 3, "学校"], "湖北交通职业技术学院 "],
  ["blank", ["版式", "说明", "内容"], "——"],
  ["forbidden-character", basic("标题"), "统计表\n二"],
  ["separator", ["名录", 3, "专业（群）"], "新能源|汽车"],
  ["too-long", basic("简称"), "长".repeat(101)],
  ["too-long", row("03", "指标名称"), "长".repeat(32_767)],
  ["too-long", rule("A06", "关系式"), `20 = ${"21 + ".repeat(200)}21`],
  ["too-long", row("03", "代码"), "0".repeat(32_767)],
  ["too-few", rule("C03", "参数"), "分子=；分母=08；至少行数=8；偏差倍数=4；中位数倍数=4"],
  ["too-small", ["文字项", "leader", "最多字数"], 0],
  ["too-large", ["文字项", "leader", "最多字数"], 40_000],
  ["too-large", basic("校名相似度"), 2],
  ["not-whole", basic("版次"), 1.5],
  ["bad-code", row("03", "代码"), "0 3"],
  ["bad-code", row("03", "代码"), "__proto__"],
  ["bad-code", row("03", "代码"), "constructor"],
  ["bad-id", ["文字项", "leader", "代号"], "school"],
  ["bad-ref", rule("A01", "编号"), "A1"],
  ["bad-period", basic("首个报告期"), "2023年6月"],
  ["bad-email", basic("邮箱"), "职成处 <hbhvte@126.com>"],
  ["bad-sheet-name", ["版式", "封面工作表", "内容"], "封面/1"],
  ["bad-numbering", ["版式", "栏号", "内容"], "甲 乙"],
  ["without-max", ["版式", "字数提示", "内容"], "（不超过规定字数）"],
  ["unknown-unit", row("03", "计量单位"), "们"],
  ["no-such-code", row("09", "其中属于"), "77"],
  ["no-such-code", ["文字项", "partners", "必填"], "77>0 时"],
  ["no-such-code", rule("A06", "落在"), "77"],
  ["no-such-text", rule("C02", "参数"), "文字项=做法"],
  ["no-such-rule", rule("B07", "种类"), "不存在的审核"],
  ["no-such-rule", rule("B07", "种类"), "__proto__"],
  ["no-such-fact", rule("B08", "提示语"), "请核对 {limit}。"],
  ["repeated", row("03", "代码"), "02"],
  ["repeated", row("03", "指标名称"), catalogue.form.indicators[1]!.name],
  ["repeated", ["封面项", "filler", "用途"], "负责人"],
  ["repeated", ["名录", 3, "序号"], 2],
  ["repeated", rule("B07", "编号"), "B06"],
  ["alike", ["版式", "本期数", "内容"], "对比 数"],
  ["not-before", row("02", "其中属于"), "08"],
  ["interrupted", row("32", "指标分组"), "师资"],
  ["two-categories", ["名录", 4, "产业类别"], "别的类别"],
  ["wrong-kind", ["封面项", "email", "类型"], "文字"],
  ["overlap", basic("空话"), "已、核实、情况属实、情况"],
  ["fixed-severity", rule("F01", "级别"), "提示性审核"],
  ["other-shape", rule("A06", "种类"), "其中项不大于总项"],
  ["relation-number-or-code", rule("A03", "关系式"), "09<=8"],
  ["relation-no-such-indicator", rule("A03", "关系式"), "09 <= [8]"],
  ["relation-unexpected", rule("A03", "关系式"), "=HYPERLINK(1)"],
  ["relation-unfinished", rule("A03", "关系式"), "09 <="],
  ["relation-too-deep", rule("A03", "关系式"), `${"(".repeat(200)}09${")".repeat(200)}<=08`],
  ["relation-too-many-parts", rule("A06", "关系式"), `20 = ${"21+".repeat(99)}21`],
  ["relation-range-backwards", rule("A06", "关系式"), "20 = 合计(23~21)"],
  ["relation-product", rule("A06", "关系式"), "20 = 21*22"],
  ["relation-without-then", rule("A09", "关系式"), "若 08=0，09=0"],
  ["relation-name-for-code", rule("A03", "关系式"), "规模以上企业数 <= 合作企业数"],
  ["relation-word-for-sign", rule("A03", "关系式"), "09 不超过 08"],
  ["relation-thousands", rule("A03", "关系式"), "09 <= 1,000"],
  ["relation-unit-of-none", rule("A03", "关系式"), "29 <= 3亿元"],
  ["relation-stop-at-end", rule("A03", "关系式"), "09 <= 08。"],
  ["relation-no-indicator", rule("A06", "关系式"), "1家 < 2家"],
  ["relation-not-on-the-form", rule("A06", "关系式"), "20 >= 上年同期20"],
];

const period = (from: string, until: string): Plant => {
  const of = cellOf(BOOK, ...rule("A06", "编号")).row;
  const [last, second] = [17, 18];
  const heads = [head("审核关系", last, "起用期"), head("审核关系", second, "停用期")];
  const values = [head("审核关系", last, from, of), head("审核关系", second, until, of)];
  return (plan) => [...heads, ...values].reduce((before, plant) => plant(before), plan);
};

/** What a whole sheet, or a kind of cell, has wrong; and the cell where it is told. */
const BOOKS: readonly (readonly [code: string, plant: Plant, at: string])[] = [
  ["sheet-missing", sheets((all) => all.filter(({ name }) => name !== "名录")), "名录!A1"],
  ["sheet-twice", extra("指标 (2)"), "指标 (2)!A1"],
  ["sheet-twice", extra("指标（2）"), "指标（2）!A1"],
  [
    "bad-column",
    (plan) => ({ ...plan, sheets: [...plan.sheets, { name: "栏目", state: "visible", cells: ["栏号", "名称", "a-b", "本期"].map((value, at) => ({ row: at >> 1, column: at % 2, value })) }] }), // prettier-ignore
    "栏目!A2",
  ],
  ["heading-missing", head("指标", 4, "位数"), "指标!A1"],
  ["heading-twice", head("指标", 9, "代码"), "指标!J1"],
  ["too-many-rows", rows("名录", 5_001), "名录!A5002"],
  ["too-many-rows", rows("指标", 501), "指标!A502"],
  ["formula", put(rule("A06", "关系式"), { value: 66, formula: "21+22+23" }), nameOf(rule("A06", "关系式"))],
  ["formula", put(row("03", "代码"), { value: "03", formula: '"0"&3' }), nameOf(row("03", "代码"))],
  ["turned-to-date", put(row("03", "代码"), { value: 45_658, style: { numberFormat: "yyyy-mm-dd" } }), nameOf(row("03", "代码"))],
  ["ends-before-start", period("2027年下半年", "2026-S1"), "审核关系!S7"],
  ["not-a-period", period("2027年6月", "2027-S2"), "审核关系!R7"],
  ["unused-heading", period("2026-S1", "2027-S2"), "审核关系!R1"],
  ["unused-heading", (plan) => head("名录", 6, "第一批", 2)(head("名录", 6, "批次")(plan)), "名录!G1"],
  ["unknown-heading", head("名录", 6, "联系人"), "名录!G1"],
  ["without-heading", head("名录", 6, "张三", 2), "名录!G3"],
  ["hidden-sheet", (plan) => onSheet(plan, "名录", (one) => ({ ...one, state: "hidden" })), "名录!A1"],
  // A fold is rows that are hidden until it is opened.
  ["hidden-rows", (plan) => onSheet(plan, "指标", (one) => ({ ...one, folds: [{ first: 4, last: 5 }] })), "指标!A5"],
  ["unknown-sheet", extra("我的备注"), "我的备注!A1"],
  ["unused-sheet", extra("更名"), "更名!A1"],
  ["merged", merged("指标", 1, 7, 1), "指标!B2"],
  ["no-texts", sheets((all) => all.filter(({ name }) => !["文字项", "审核关系", "关系用语"].includes(name))), "文字项!A1"],
  ["no-words", sheets((all) => all.filter(({ name }) => name !== "关系用语")), "关系用语!A1"],
  ["no-labels", sheets((all) => all.filter(({ name }) => name !== "版式")), "版式!A1"],
  ["no-relations", sheets((all) => all.filter(({ name }) => name !== "审核关系" && name !== "关系用语")), "审核关系!A1"],
  ["part-unbound", put(row("16", "其中属于"), { value: "08" }), nameOf(row("16", "其中属于"))],
  ["rule-not-listed", unlisted("A10"), nameOf(["文字项", "leader", "必填"])],
  ["rule-not-listed", unlisted("A11"), nameOf(["文字项", "leader", "最多字数"])],
  ["rule-not-listed", unlisted("A14"), nameOf(["封面项", "phone", "类型"])],
  [
    "rules-added",
    sheets((all) => all.map((one) => (one.name === "审核关系" ? { ...one, cells: one.cells.filter(({ row: r }) => r < 33) } : one))),
    "审核关系!A1",
  ],
];

function problemsOf(plant: Plant): readonly BookProblem[] {
  return checkedGrid(gridOf(writeXlsx(plant(BOOK))))!.problems;
}

test.each(
  CELLS.map(([code, where, value, at = where]) => ({
    code,
    where: nameOf(where),
    value: String(value).slice(0, 30),
    plant: put(where, { value }),
    at: nameOf(at),
  })),
)("$code is told at its cell: “$value” in $where", ({ code, plant, at }) => {
  const problems = problemsOf(plant);
  expect(told(problems)).toContain(`${at} ${code}`);
  expect(problems.every(({ at: { sheet } }) => BOOK.sheets.some(({ name }) => name === sheet))).toBe(true);
});

test.each(BOOKS.map(([code, plant, at]) => ({ code, plant, at })))("$code is told at $at", ({ code, plant, at }) => {
  expect(told(problemsOf(plant))).toContain(`${at} ${code}`);
});

/** Mistakes that no workbook can hold: its reader makes the shape of the JSON itself, and lists what is indispensable. */
const NO_BOOK_SAYS = [
  "out-of-order",
  "before-queries",
  "unknown-key",
  "not-list",
  "not-object",
  "not-boolean",
  "not-one-of",
  "too-many",
  "rule-left-out",
  "relation-decimal-or-code",
];

test("each mistake that there is has been planted, and is said in both languages with its facts, without a word of the JSON", () => {
  const planted = new Set([...CELLS, ...BOOKS].map(([code]) => code));
  const all = [...Object.keys(BOOK_MISTAKES), ...Object.keys(MISTAKES).filter((code) => !NO_BOOK_SAYS.includes(code))];
  expect([...planted].sort()).toEqual([...new Set(all)].sort());
  for (const plant of [...CELLS.map(([, where, value]) => put(where, { value })), ...BOOKS.map(([, one]) => one)])
    for (const problem of problemsOf(plant)) {
      const [chinese, english] = (["zh-CN", "en-US"] as const).map((language) =>
        Object.values(sayBookProblem(problem, language)).join(" "),
      );
      expect(`${chinese} ${english}`).not.toMatch(/undefined|NaN|\[object|\{\w+\}(?!。)|ruleset|indicators\[|entries/);
      expect(chinese).toMatch(/。$/);
    }
});

test("one faulty indicator is told, and nothing that only rests on it", () => {
  for (const [where, value] of [
    [row("03", "小数位"), "两位"],
    [row("03", "代码"), 3],
  ] as const)
    expect(
      problemsOf(put(where, { value }))
        .filter(({ severity }) => severity === "error")
        .map(({ at }) => at.sheet),
    ).toEqual(["指标"]);
});

/** What is said where a sheet was deleted: the sheet alone, or what is taken in its place. */
const DELETED: readonly (readonly [sheet: string, due: readonly string[]])[] = [
  ["基本信息", ["基本信息!A1 sheet-missing"]],
  ["名录", ["名录!A1 sheet-missing"]],
  ["指标", ["指标!A1 sheet-missing"]],
  ["封面项", ["封面项!A1 sheet-missing"]],
  // The rules of annex 2 name its texts, and its words name its relations.
  ["文字项", ["文字项!A1 sheet-missing"]],
  ["审核关系", ["审核关系!A1 sheet-missing"]],
  ["关系用语", ["关系用语!A1 no-words"]],
  ["版式", ["版式!A1 no-labels"]],
  ["读法与样例", []],
  ["_选项", []],
];

test.each(DELETED)("where %s is gone, that is said, and nothing that only follows from it", (name, due) => {
  expect(told(problemsOf(sheets((all) => all.filter((one) => one.name !== name))))).toEqual(due);
  expect(
    told(problemsOf((plan) => onSheet(plan, name, (one) => ({ ...one, name: `${name}（旧）` })))).filter(
      (one) => !one.endsWith("unknown-sheet"),
    ),
  ).toEqual(due);
});

test("too many relations on a row are told with how many there are, which, and which is the longest", () => {
  const [problem] = problemsOf((plan) =>
    onSheet(plan, "审核关系", (one) => {
      const after = Math.max(...one.cells.map(({ row }) => row));
      const added = Array.from({ length: 70 }, (_, index) => [`G${10 + index}`, `24 <> ${1_000 + index}`]);
      const cells = added.flatMap(([ref, relation], index) => [
        { row: after + 1 + index, column: 0, value: ref! },
        { row: after + 1 + index, column: 3, value: relation! },
      ]);
      return { ...one, cells: [...one.cells, ...cells] };
    }),
  );
  const { message } = sayBookProblem(problem!, "zh-CN");
  expect(message).toMatch(/^“24”行上有 73 条审核（A07、B02、B05、G10、G11、.*……），审核公式超过 Excel 的限制，其中最长的是 B05。$/);
});

test("a sheet of indicators with nothing in it is told alone", () => {
  const empty = problemsOf((plan) => onSheet(plan, "指标", (one) => ({ ...one, cells: one.cells.filter((cell) => cell.row === 0) })));
  expect(told(empty)).toEqual(["指标!A1 too-few"]);
});

test("rows of relations may stand in any order: an author adds one where there is room", () => {
  const shuffled: Plant = (plan) =>
    onSheet(plan, "审核关系", (sheet) => {
      const last = Math.max(...sheet.cells.map((cell) => cell.row));
      return { ...sheet, cells: sheet.cells.map((cell) => (cell.row === 0 ? cell : { ...cell, row: last + 1 - cell.row })).sort((a, b) => a.row - b.row || a.column - b.column), merges: [] }; // prettier-ignore
    });
  const checked = checkedGrid(gridOf(writeXlsx(shuffled(BOOK))));
  expect(checked?.problems.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(checked?.catalogue).toEqual(catalogue);
});
