import { consolidate, earlierFiles, earlierValues, summaryBook, type JudgedFile } from "../../src/actions/consolidate";
import { zhCN } from "../../src/locales";
import { writeXlsx } from "../../src/workbook/xlsx";
import { filledForm } from "../cli/folder";
import { blankForm } from "../fill";
import { sealed, withNumber } from "../province/forms";
import { catalogue } from "../sheets/plans";
import { judged, PERIOD, SOFTWARE, TAX, TRAFFIC, WUHAN } from "./judged";

jest.setTimeout(120_000);

const BEFORE = { year: 2026, half: 1 } as const;

/** A form of the half-year before the one that is consolidated. */
const before = (school: string, day: string, entries: Parameters<typeof filledForm>[0] = []): Promise<Uint8Array> =>
  filledForm(entries, { date: { day } }, [], 1, school);

/** A summary of the half-year before. */
async function summaryOf(name: string, files: readonly JudgedFile[]): Promise<JudgedFile> {
  const consolidation = consolidate(files, { period: BEFORE, catalogue, passedOver: [] });
  return judged(name, writeXlsx(summaryBook(consolidation, catalogue, zhCN)));
}

test("each earlier file that gives nothing or is doubtful is named with its reason, and none that is sound", async () => {
  const { arrivals, earlier } = zhCN.summary;
  const { doubts } = zhCN.pane.fill;
  const doubtful = await sealed(await before(TRAFFIC, "2026-06-20"));
  const files = await Promise.all([
    judged("采用.xlsx", await sealed(await before(WUHAN, "2026-06-20"))),
    judged("先来的.xlsx", await before(SOFTWARE, "2026-06-10")),
    judged("后来的.xlsx", await before(SOFTWARE, "2026-06-20")),
    judged("改过的.xlsx", withNumber(doubtful, 0, "01", -1)),
    judged("空白.xlsx", blankForm(TAX, { period: BEFORE })),
    judged("本期.xlsx", await filledForm()),
    judged("加密.xlsx"),
  ]);
  const summary = await summaryOf("更早的汇总.xlsx", []);
  const older: JudgedFile = { ...summary, outcome: { kind: "summary", period: "2025-S1", lines: [] } };
  const { remarks } = earlierFiles([...files, older], PERIOD, catalogue.form, zhCN);
  expect(remarks.map(({ path, kind }) => [path, kind])).toEqual([
    ["先来的.xlsx", "unused"],
    ["后来的.xlsx", "doubtful"],
    ["改过的.xlsx", "doubtful"],
    ["空白.xlsx", "unused"],
    ["本期.xlsx", "unused"],
    ["加密.xlsx", "refused"],
    ["更早的汇总.xlsx", "unused"],
  ]);
  const said = new Map(remarks.map(({ path, message }) => [path, message]));
  expect(said.get("先来的.xlsx")).toContain(arrivals.why.older);
  expect(said.get("先来的.xlsx")).toContain("后来的.xlsx");
  expect(said.get("后来的.xlsx")).toContain(doubts.none);
  expect(said.get("改过的.xlsx")).toContain(doubts.changed);
  expect(said.get("空白.xlsx")).toContain(arrivals.blankForm);
  // It is of the very period that is consolidated: what is wrong with it is that nothing is compared with that.
  expect(said.get("本期.xlsx")).toBe("没有用到：报告期是2026年下半年，既不是上期，也不是上年同期");
  expect(said.get("更早的汇总.xlsx")).toContain("2025年上半年");
  expect(new Set(remarks.map(({ message }) => message.includes(earlier.refused.slice(0, 4))))).toEqual(new Set([true, false]));
});

test("of two sources that differ, the one that counts and the programmes are told; of two that agree, nothing", async () => {
  const school = await sealed(await before(WUHAN, "2026-06-20"));
  const [file, other] = [await judged("单位.xlsx", school), await judged("别的.xlsx", await sealed(await before(SOFTWARE, "2026-06-20")))];
  const same = await summaryOf("甲.xlsx", [file, other]);
  const changed = await judged("单位.xlsx", withNumber(school, 0, "01", 77));
  const differs = await summaryOf("乙.xlsx", [changed, other]);
  const told = (files: readonly JudgedFile[]): string[] =>
    earlierFiles(files, PERIOD, catalogue.form, zhCN).remarks.map(({ path, kind, message }) => `${kind} ${path} ${message}`);

  expect(told([file, same])).toEqual([]);
  const [remark, ...more] = told([differs, file]);
  expect(more).toEqual([]);
  expect(remark).toMatch(/^conflict 乙\.xlsx 有 1 个.*单位\.xlsx/);
  expect(remark).toContain(WUHAN);
  expect(told([differs, same])).toEqual(told([same, differs]));
  expect(told([same, differs])).toHaveLength(1);
  const counts = (files: readonly JudgedFile[]): unknown =>
    earlierValues(earlierFiles(files, PERIOD, catalogue.form, zhCN).lines, PERIOD, catalogue.form).schools.get(WUHAN);
  expect(counts([differs, same])).toEqual(counts([same, differs]));
  expect(counts([differs, file])).toEqual(counts([file]));
  expect(counts([differs])).not.toEqual(counts([file]));
});
