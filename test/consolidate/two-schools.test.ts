import { consolidate, earlierFiles, notices, type JudgedFile } from "../../src/actions/consolidate";
import { consolidationJson } from "../../src/actions/consolidate/json";
import { readEarlier } from "../../src/actions/earlier";
import type { Consolidation, WorkbookPlan } from "../../src/domain";
import { form } from "../../src/forms";
import { zhCN } from "../../src/locales";
import { writeXlsx } from "../../src/workbook/xlsx";
import { nodeInflate } from "../../src/workbook/xlsx/node-inflate";
import { openXlsx } from "../../src/workbook/xlsx/workbook";
import { filledForm } from "../cli/folder";
import { blank, catalogue, withValues } from "../sheets/plans";
import { judged, PERIOD } from "./judged";
import { letterIn } from "./letter";

jest.setTimeout(120_000);

const [FIRST, SECOND, THIRD] = ["武汉职业技术学院", "武汉城市职业学院", "湖北财税职业学院"] as const;

const open = (bytes: Uint8Array) => openXlsx(bytes, { inflate: nodeInflate });
const all = (files: readonly JudgedFile[]): Consolidation => consolidate(files, { period: PERIOD, catalogue, passedOver: [] });

/** The form of the first school with all sheets of the second behind its own. */
function both(): Uint8Array {
  const filled = (school: string, email: string): WorkbookPlan =>
    withValues(blank({ school }), { "表1!F10": 1_000, "表2!F10": 2_000, "封面!C10": email });
  const [mine, theirs] = [filled(FIRST, "first@example.edu.cn"), filled(SECOND, "second@example.edu.cn")];
  const copied = theirs.sheets.filter(({ state }) => state === "visible").map((sheet) => ({ ...sheet, name: `${sheet.name} (2)` }));
  return writeXlsx({ ...mine, sheets: [...mine.sheets, ...copied] });
}

const letterTo = (
  result: Consolidation,
  school: string,
): { readonly kind: string; readonly to: string; readonly text: string } | undefined => {
  const found = [...notices(result, catalogue, zhCN, writeXlsx)].find((one) => one.school === school);
  return found && { kind: found.kind, to: found.to, text: letterIn(found.files.at(-1)!.bytes).body };
};

test("a workbook of two schools counts for neither, and each of the two is told so at its own address", async () => {
  const result = all([await judged(`${FIRST}.xlsx`, both()), await judged("丙.xlsx", await filledForm([], {}, [], 2, THIRD))]);
  expect(new Set(result.lines.map(({ school }) => school))).toEqual(new Set([THIRD]));
  const { files } = JSON.parse([...consolidationJson(result, catalogue, { name: "x", version: "1" }, zhCN)].join("")) as {
    files: { path: string[]; refusal?: { code: string; message: string } }[];
  };
  const index = result.files.findIndex(({ fate }) => fate.kind === "refused");
  expect(files[index]!.refusal).toEqual({
    code: "two-schools",
    message: `工作簿中有几所学校的统计表（${FIRST}、${SECOND}），不能计入任何一所。请各校分别报送，一个工作簿只保留本校的封面和统计表。`,
  });
  const record = (school: string) => result.schools.find((one) => one.school === school);
  expect(record(FIRST)).toMatchObject({ state: "refused", files: [index] });
  expect(record(SECOND)).toMatchObject({ state: "missing", files: [], possible: [index] });
  const [first, second] = [letterTo(result, FIRST), letterTo(result, SECOND)];
  expect([first?.kind, first?.to, second?.to]).toEqual(["refused", "first@example.edu.cn", ""]);
  expect(first?.text).toContain("你校报送的文件未能采用");
  for (const letter of [first, second]) expect(letter?.text).toContain(`工作簿中有几所学校的统计表（${FIRST}、${SECOND}）`);
  expect(second?.text).not.toContain("尚未收到");
});

test("a school whose sheets also lie in another's workbook counts by its own", async () => {
  const result = all([await judged(`${FIRST}.xlsx`, both()), await judged("乙.xlsx", await filledForm([], {}, [], 2, SECOND))]);
  expect(new Set(result.lines.map(({ school }) => school))).toEqual(new Set([SECOND]));
  expect(result.schools.find(({ school }) => school === SECOND)).toMatchObject({ state: "received", missingLines: [] });
  expect(letterTo(result, SECOND)).toBeUndefined();
});

test("an earlier workbook of two schools gives comparison values to neither, and is named as such", async () => {
  const before = [await judged("上期.xlsx", both())];
  const { lines, remarks } = earlierFiles(before, { year: 2027, half: 1 }, form, zhCN);
  expect(lines.flatMap((one) => one.lines)).toEqual([]);
  expect(remarks).toEqual([{ path: "上期.xlsx", kind: "refused", message: expect.stringContaining(SECOND) }]);
  const { previous, unused } = await readEarlier(
    [{ name: "上期.xlsx", workbook: open(both()) }],
    catalogue,
    FIRST,
    { year: 2027, half: 1 },
    zhCN,
  );
  expect([previous, unused]).toMatchObject([[], [{ name: "上期.xlsx", why: { code: "two-schools", schools: [FIRST, SECOND] } }]]);
});
