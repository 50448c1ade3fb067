import { consolidationJson } from "../../src/actions/consolidate/json";
import { summaryBook } from "../../src/actions/consolidate";
import { cellName, isBlankForm, type CellRef, type CellValue, type Consolidation, type WorkbookPlan } from "../../src/domain";
import { form } from "../../src/forms";
import { zhCN } from "../../src/locales";
import { readForm } from "../../src/sheets";
import { coverAt, coverPlaces, explanationAt, lineAt, programmePlaces, textAt, valueAt } from "../../src/sheets/places";
import { SUMMARY_SHEETS } from "../../src/sheets/summary";
import { readXlsx, writeXlsx } from "../../src/workbook/xlsx";
import { nodeInflate } from "../../src/workbook/xlsx/node-inflate";
import { filledForm } from "../cli/folder";
import { earlier, TEXTS } from "../fill";
import { asGrid, blank, catalogue, onSheet, withValues } from "../sheets/plans";
import { judged, letterTo, mailed, summedUp } from "./judged";

jest.setTimeout(120_000);

const SCHOOL = "武汉职业技术学院";
const MARK = form.labels.draftMark;
const places = programmePlaces(form, "表1");
const cover = coverPlaces(form, 3);

const of = async (plan: WorkbookPlan): Promise<Consolidation> => summedUp([await judged("统计表.xlsx", writeXlsx(plan))]);
const put = (at: CellRef, value: CellValue): Readonly<Record<string, CellValue>> => ({ [cellName(at)]: value });
const fateOf = ({ files: [file] }: Consolidation): string => (file!.fate.kind === "refused" ? file!.fate.why.code : file!.fate.kind);

/** The same question put to the form alone, without judging it. */
function isBlank(plan: WorkbookPlan): boolean {
  const read = readForm(asGrid(plan), catalogue, { locale: zhCN });
  if (!read.ok) throw new Error(read.error.code);
  return isBlankForm(read.value.submission, form);
}

/** With the texts of the last period as drafts. */
const drafted = (): WorkbookPlan => blank({ previous: earlier(SCHOOL).map((one) => ({ ...one, texts: TEXTS })), drafts: true });
const everywhere = (value: CellValue): Readonly<Record<string, CellValue>> =>
  Object.fromEntries(
    ["表1", "表2", "表3"].flatMap((sheet) =>
      form.indicators.map(({ code }) => [cellName(valueAt(programmePlaces(form, sheet), code)), value]),
    ),
  );

test.each<[string, () => WorkbookPlan]>([
  ["as it was issued", () => blank()],
  ["with comparison values and drafts of the last period", drafted],
  ["of which only the cover was filled in", () => withValues(blank(), { ...put(coverAt(cover, "head"), "张三"), ...put(coverAt(cover, "email"), "a@example.edu.cn") })], // prettier-ignore
  ["with white space in its cells", () => withValues(blank(), { ...put(valueAt(places, "01"), " "), ...put(textAt(places, "practice"), "　\n") })], // prettier-ignore
])("a form %s reports nothing: it counts for nobody, and its school is asked to send again", async (_, plan) => {
  const result = await of(plan());
  expect([fateOf(result), result.lines, result.findings]).toEqual(["blank-form", [], []]);
  expect(result.schools.find(({ school }) => school === SCHOOL)).toMatchObject({ state: "refused", files: [0] });
  expect(result.movements.every(({ lines, pending }) => lines === 0 && pending === 0)).toBe(true);
  const { notice, letter } = letterTo(SCHOOL, result)!;
  expect([notice.kind, notice.files.length, letter.subject]).toEqual(["refused", 1, `请重新报送：${SCHOOL}2026年下半年进展情况统计表`]);
  expect(letter.body).toContain("· 统计表.xlsx：这是空白表");
  expect(letter.body).not.toMatch(/尚未收到|未报送/);
  expect(letter.body.length).toBeLessThan(300);
});

test("a school that the roster lacks and that only chose its programme has reported nothing either", async () => {
  const plan = blank({ school: "示例职业学院", blankSheets: 1 });
  const line = { ...put(lineAt(places, "cluster"), "大健康"), ...put(lineAt(places, "programme"), "护理") };
  expect(fateOf(await of(withValues(plan, line)))).toBe("blank-form");
});

test("any one cell that somebody filled in makes it a report, a 0 and a faulty entry too", async () => {
  const explained = ["line", ...form.indicators.map(({ code }) => code)].map((row) => explanationAt(places, row));
  const cells = [
    ...form.indicators.map(({ code }) => put(valueAt(places, code), 0)),
    ...form.texts.map(({ id }) => put(textAt(places, id), "已开展。")),
    ...explained.map((at) => put(at, "原因")),
    put(valueAt(places, "01"), "约30"),
    put(valueAt(places, "01"), { error: "#REF!" }),
    everywhere(0),
  ];
  for (const values of cells) expect([values, isBlank(withValues(blank(), values))]).toEqual([values, false]);
  expect([isBlank(blank()), fateOf(await of(withValues(blank(), cells[0]!)))]).toEqual([true, "used"]);
  const at = valueAt(programmePlaces(form, "表3"), "20");
  const formula = onSheet(blank(), "表3", (sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) => (cell.row === at.row && cell.column === at.column ? { ...cell, formula: "1+1", value: null } : cell)),
  }));
  expect(fateOf(await of(formula))).toBe("used");
});

test("a draft that somebody went on writing is a report, with its mark or without", async () => {
  for (const text of [`${MARK}${TEXTS["practice"]}又新建一个产业学院。`, TEXTS["practice"]!])
    expect(fateOf(await of(withValues(drafted(), put(textAt(places, "practice"), text))))).toBe("used");
});

test("a blank form beside a filled one takes nothing from it; sent afterwards, its school is told", async () => {
  const filled = await judged("填好.xlsx", await filledForm([], {}, [], 2, SCHOOL), mailed(20));
  const empty = async (day: number) => judged("空白.xlsx", writeXlsx(blank()), mailed(day));
  const [before, after] = [summedUp([filled, await empty(18)]), summedUp([filled, await empty(22)])];
  for (const result of [before, after]) expect(result.schools.find(({ school }) => school === SCHOOL)).toMatchObject({ state: "received" });
  expect(letterTo(SCHOOL, before)).toBeUndefined();
  expect(letterTo(SCHOOL, after)?.letter.body).toContain("· 空白.xlsx（2026-12-22 09:00 发出）：这是空白表");
});

test("a blank form under a name near to a school's is no reason to say that nothing came from that school", async () => {
  const result = await of(blank({ school: "武汉职业技术学校", blankSheets: 1 }));
  expect(fateOf(result)).toBe("blank-form");
  const { letter } = letterTo(SCHOOL, result)!;
  expect(letter.body).toContain("· 统计表.xlsx：这是空白表");
  expect(letter.body).not.toContain("尚未收到");
});

test("programs and the workbook read why", async () => {
  const result = await of(blank());
  const { files } = JSON.parse([...consolidationJson(result, catalogue, { name: "x", version: "1" }, zhCN)].join("")) as {
    files: object[];
  };
  const message = zhCN.summary.arrivals.blankForm;
  expect(files).toMatchObject([{ fate: "refused", refusal: { code: "blank-form", message }, claim: { state: "matched", school: SCHOOL } }]);
  const book = readXlsx(writeXlsx(summaryBook(result, catalogue, zhCN)), { inflate: nodeInflate });
  if (!book.ok) throw new Error(book.error.code);
  const arrivals = book.value.sheets.find(({ name }) => name === SUMMARY_SHEETS.arrivals)!;
  expect([...arrivals.cells.values()].map(({ value }) => value)).toContain(message);
});
