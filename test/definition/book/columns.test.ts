import { check } from "../../../src/actions/check";
import { issue } from "../../../src/actions/issue";
import { seal } from "../../../src/actions/seal";
import { judgeFile, settleForm } from "../../../src/actions/consolidate";
import { definitionBook } from "../../../src/definition/book";
import { numberOf, type CellValue, type Change, type SheetPlan, type WorkbookPlan } from "../../../src/domain";
import { catalogue as annex2 } from "../../../src/forms";
import { programmePlaces, valueAt } from "../../../src/sheets/places";
import { readXlsx, writeXlsx } from "../../../src/workbook/xlsx";
import { farms, zhFarms } from "../../second-form/farms";
import { fillings, opened, patched, PERIOD, RED } from "../../second-form/filled";
import { summedUp } from "../../consolidate/judged";
import { bookOf, cellOf, checkedBook, checkedGrid, told, withCell } from "./books";

/** Sheets of a definition with what stands in them: in each, the headings first. */
function withSheet(plan: WorkbookPlan, name: string, rows: readonly (readonly CellValue[])[]): WorkbookPlan {
  const cells = rows.flatMap((row, r) => row.flatMap((value, column) => (value === null ? [] : [{ row: r, column, value }])));
  const sheet: SheetPlan = { name, state: "visible", cells };
  return { ...plan, sheets: [...plan.sheets.filter((one) => one.name !== name), sheet] };
}

/** The second form without words of its relations, one of its texts required where a figure is above 0. */
const plan = ((all: WorkbookPlan): WorkbookPlan => {
  const sheets = all.sheets.filter(({ name }) => name !== "关系用语");
  return withCell({ ...all, sheets }, cellOf(all, "文字项", "buyers", "必填"), { value: "01;1>0 时" });
})(definitionBook(farms, []));
const RELATIONS = [["编号", "级别", "种类", "关系式"], ["A02", "强制性审核", "关系式", "[01;1] <= [01;2]"], ["A03", "强制性审核", "关系式", "[1;1] <= [01;1]"]]; // prettier-ignore
const columns = (...rows: readonly (readonly CellValue[])[]): WorkbookPlan =>
  withSheet(withSheet(plan, "栏目", [["栏号", "名称", "时点/时期", "对比"], ...rows]), "审核关系", RELATIONS);
const grid = (of: WorkbookPlan): Parameters<typeof checkedGrid>[0] => {
  const read = readXlsx(writeXlsx(of));
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
};
const COLUMNS = [["1", "本期新增", "时期", null], ["2", "期末累计", "时点", "否"]] as const; // prettier-ignore

test("a row with several figures is an indicator for each of them, under a key of row and column", () => {
  const { catalogue, problems } = checkedGrid(grid(columns(...COLUMNS)))!;
  expect(told(problems).filter((one) => !/(rules-added|rule-not-listed|part-unbound|no-words)$/.test(one))).toEqual([]);
  const { indicators } = catalogue!.form;
  expect(indicators.slice(0, 4)).toMatchObject([
    { code: "01;1", name: "播种面积（本期新增）", measure: "flow" },
    { code: "01;2", name: "播种面积（期末累计）", measure: "stock", compared: false },
    { code: "1;1", name: "有机播种面积（本期新增）", partOf: "01;1" },
    { code: "1;2", partOf: "01;2" },
  ]);
  expect(indicators).toHaveLength(2 * farms.form.indicators.length);
  // As it is written again, each figure has a row of its own.
  expect(checkedBook(bookOf(catalogue!)).catalogue).toEqual(catalogue);
});

test("columns that are no columns are told at their cells", () => {
  const problems = told(checkedGrid(grid(columns(["1", "甲"], ["1", "乙"], ["a-b", "丙"], ["3", null], [null, "丁"])))!.problems);
  expect(problems.filter((one) => one.endsWith("bad-column"))).toEqual(["A3", "A4", "A5", "A6"].map((cell) => `栏目!${cell} bad-column`));
});

test("such a form is issued, filled in, checked, sealed and consolidated by what its files carry, each figure by its key", async () => {
  const { catalogue } = checkedGrid(grid(columns(...COLUMNS)))!;
  const blank = writeXlsx(issue(catalogue!, RED, PERIOD, [], zhFarms.ofForm(catalogue!.form)).plan);
  const { indicators } = catalogue!.form;
  const figures = (own: Readonly<Record<string, number>> = {}): Change[] =>
    ["作物1", "作物2"].flatMap((sheet, at) => {
      const places = programmePlaces(catalogue!.form, sheet);
      return indicators.map(({ code }, index): Change => ({ kind: "value", ...valueAt(places, code), value: own[code] ?? 1_000 - 20 * (index >> 1) + (index % 2) + 7 * at }));
    }); // prettier-ignore
  const rest = fillings().filter((change) => !("row" in change) || change.sheet === "首页");
  const texts = (at: string): Change[] => {
    const places = programmePlaces(catalogue!.form, at);
    return [...places.texts].map(([, row]): Change => ({ kind: "value", sheet: at, row, column: places.columns.name, value: "示例做法与成效，按期轮作。" }));
  }; // prettier-ignore
  const filled = (own: Readonly<Record<string, number>>): Uint8Array =>
    patched(blank, [...rest, ...figures(own), ...texts("作物1"), ...texts("作物2")]);
  const checked = await check(opened(filled({ "01;1": 2_000 })), annex2, { locale: zhFarms });
  if (!checked.ok) throw new Error(checked.error.code);
  expect(checked.value.carried?.code).toBe(catalogue!.code);
  expect(
    checked.value.findings.filter(({ ref }) => ref === "A02").map(({ facts, at }) => [at.sheet, facts["whole"] ?? facts["code"]]),
  ).not.toEqual([]);
  expect(checked.value.findings.filter(({ ref }) => ref === "A02").length).toBe(2);

  const book = opened(filled({}));
  const sealed = await seal(book, annex2, { locale: zhFarms });
  if (!sealed.ok) throw new Error(JSON.stringify(sealed.error.kind === "refused" ? sealed.error : sealed.error.checked.findings));
  const judged = structuredClone(
    await judgeFile({ arrival: { path: ["a.xlsx"] }, bytes: book.bytes() }, { open: opened, catalogue: annex2, locale: zhFarms }),
  );
  const settled = settleForm([judged], { own: annex2, asked: false });
  if (!settled.ok) throw new Error("mixed");
  const { judged: files, ...of } = settled.value;
  const { lines } = summedUp(files, of);
  const reported = sealed.value.checked.form.submission.programmes;
  expect(lines.map(({ values }) => indicators.map(({ code }) => values[code]!.value))).toEqual(
    reported.map(({ values }) => indicators.map(({ code }) => numberOf(values[code]))),
  );
});
