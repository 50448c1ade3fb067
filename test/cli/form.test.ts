import * as fs from "node:fs";
import { join } from "node:path";
import { catalogue, form, ruleset } from "../../src/forms";
import { issue } from "../../src/actions/issue";
import { DEFINITION_SHEET } from "../../src/sheets";
import type { WorkbookPlan } from "../../src/domain";
import { writeXlsx } from "../../src/workbook/xlsx";
import { openXlsx } from "../../src/workbook/xlsx/workbook";
import { coded } from "../coded";
import { bookOf } from "../definition/book/books";
import { farms, zhFarms } from "../second-form/farms";
import { filled, issued, PERIOD, RED } from "../second-form/filled";
import { built, run } from "./built";
import { namesIn, newFolder, put } from "./folder";

beforeAll(built, 600_000);

/** A form that lost what it carried. */
function withoutDefinition(): WorkbookPlan {
  const { plan } = issue(farms, RED, PERIOD, [], zhFarms);
  return { ...plan, sheets: plan.sheets.filter(({ name }) => name !== DEFINITION_SHEET) };
}

/** A folder with the form that is built in as a workbook, with some cells changed. */
async function exported(
  changes: readonly { readonly sheet: string; readonly row: number; readonly column: number; readonly value: string }[] = [],
) {
  const folder = newFolder();
  expect(run(folder, ["form", "export", "--out", "表式簿.xlsx"])).toMatchObject({ status: 0, out: "表式簿.xlsx\n" });
  const book = openXlsx(new Uint8Array(fs.readFileSync(join(folder, "表式簿.xlsx"))));
  const written = await book.write(changes.map((change) => ({ kind: "value", ...change })));
  if (!written.ok) throw new Error(written.error.code);
  put(folder, "改.xlsx", book.bytes());
  return folder;
}

test("the form that is built in is exported, is found usable, and is exported from that as the same bytes", async () => {
  const folder = await exported();
  const { status, out, err } = run(folder, ["form", "check", "表式簿.xlsx", "--format", "json"]);
  expect([status, err]).toEqual([0, ""]);
  expect(JSON.parse(out)).toEqual({
    tool: { name: "cluster-report", version: expect.any(String) },
    file: "表式簿.xlsx",
    status: "usable",
    form: { id: form.id, version: form.version, code: catalogue.code },
    counts: { indicators: 32, texts: 5, relations: ruleset.settings.length + ruleset.across.length, roster: 31 },
    problems: [],
  });
  expect(run(folder, ["form", "check", "表式簿.xlsx"])).toMatchObject({ status: 0, out: expect.stringContaining("可以使用") });
  expect(run(folder, ["form", "export", "--form", "表式簿.xlsx", "--out", "again.xlsx"])).toMatchObject({ status: 0 });
  const [first, again] = ["表式簿.xlsx", "again.xlsx"].map((name) => fs.readFileSync(join(folder, name)));
  expect(first!.equals(again!)).toBe(true);
});

test("mistakes are told at their cells, in both languages and both formats, and such a definition is not exported", async () => {
  const folder = await exported([
    { sheet: "指标", row: 3, column: 0, value: "02" },
    { sheet: "名录", row: 2, column: 1, value: "别的类别" },
  ]);
  const { status, out } = run(folder, ["form", "check", "改.xlsx", "--format", "json", "--lang", "en-US"]);
  expect(status).toBe(1);
  const report = JSON.parse(out) as { status: string; form?: unknown; problems: object[] };
  expect([report.status, report.form]).toEqual(["faulty", undefined]);
  expect(report.problems[0]).toEqual({
    sheet: "名录",
    cell: "B3",
    severity: "error",
    kind: "two-categories",
    message: expect.stringContaining("stood under"),
    cure: expect.stringContaining("one category"),
  });
  expect(report.problems[1]).toMatchObject({ sheet: "指标", cell: "A4", kind: "repeated", message: expect.stringContaining("指标!A3") });
  const text = run(folder, ["form", "check", "改.xlsx"]);
  expect(text.status).toBe(1);
  expect(text.out).toMatch(/ {2}指标\n {4}A4 {2}错误 {2}“02”重复，已在 指标!A3 出现。\n +办法：/);
  const refused = run(folder, ["form", "export", "--form", "改.xlsx", "--out", "new.xlsx"]);
  expect([refused.status, refused.out]).toEqual([2, ""]);
  expect(refused.err).toContain("指标!A3");
  expect(namesIn(folder)).toEqual(["改.xlsx", "表式簿.xlsx"].sort());
});

test("an issued form is a definition too: it carries its own", () => {
  const folder = newFolder();
  put(folder, "farm.xlsx", issued());
  const { status, out } = run(folder, ["form", "check", "farm.xlsx", "--format", "json"]);
  expect([status, JSON.parse(out)]).toMatchObject([0, { status: "usable", form: { id: "example-farms", version: 1, code: farms.code } }]);
  expect(run(folder, ["template", "--form", "farm.xlsx", "--school", RED, "--period", "2026-S2", "--out", "again.xlsx"]).status).toBe(0);
  expect(fs.readFileSync(join(folder, "again.xlsx")).equals(Buffer.from(issued()))).toBe(true);
  put(folder, "damaged.xlsx", writeXlsx(withoutDefinition()));
  expect(run(folder, ["form", "check", "damaged.xlsx"])).toMatchObject({ status: 2, out: expect.stringContaining("_表式") });
});

test("another definition under the form and version of the program issues nothing; with another version it does", async () => {
  const [row, column] = [1 + ruleset.settings.findIndex(({ ref }) => ref === "A02"), 1];
  const folder = await exported([{ sheet: "审核关系", row, column, value: "提示性审核" }]);
  const told = run(folder, ["form", "check", "改.xlsx"]);
  expect([told.status, told.out]).toEqual([1, expect.stringMatching(/基本信息\n {4}B3 {2}错误 {2}程序已有 annex2 第 1 版/)]);
  expect(run(folder, ["template", "--form", "改.xlsx", "--all", "--period", "2026-S2", "--out", "下发"]).status).toBe(2);
  expect(namesIn(folder)).toEqual(["改.xlsx", "表式簿.xlsx"].sort());
  const raised = await exported([
    { sheet: "审核关系", row, column, value: "提示性审核" },
    { sheet: "基本信息", row: 2, column: 1, value: "2" },
  ]);
  expect(run(raised, ["form", "check", "改.xlsx"])).toMatchObject({ status: 0 });
});

test("files of several unknown forms are not counted together: the definition that is meant is asked for", () => {
  const folder = newFolder();
  put(folder, "甲.xlsx", filled());
  const later = coded({ ...farms, form: { ...farms.form, version: 2, title: "示例省示范农场经营情况统计表（二）" } });
  put(folder, "乙.xlsx", filled({ catalogue: later }));
  put(folder, "表式簿.xlsx", bookOf(farms));
  const all = ["consolidate", "甲.xlsx", "乙.xlsx", "--period", "2026-S2", "--out", "汇总.xlsx"];
  const { status, err } = run(folder, all);
  expect([status, err]).toEqual([2, expect.stringMatching(/分属几种表式.*example-farms\/1.*example-farms\/2.*--form/)]);
  expect(namesIn(folder)).toEqual(["甲.xlsx", "乙.xlsx", "表式簿.xlsx"].sort());
  // Who is asked has two ways to say it, and the other file is named as what it is.
  for (const given of ["表式簿.xlsx", "甲.xlsx"]) {
    const { out } = run(folder, [...all.slice(0, -2), "--form", given, "--format", "json"]);
    const { tool, files } = JSON.parse(out) as {
      tool: { form: object };
      files: { path: string[]; fate: string; refusal?: { code: string } }[];
    };
    expect(tool.form).toEqual({ id: "example-farms", version: 1, code: farms.code });
    // A form that says what is meant counts like any other.
    const fates = files.map(({ path, fate, refusal }) => [path[0], refusal?.code ?? fate]);
    expect(fates).toEqual([
      ["乙.xlsx", "newer-form"],
      ["甲.xlsx", "used"],
    ]);
  }
});

test("who gives the definition has only forms of it judged and sealed: another version passes nowhere", () => {
  const folder = newFolder();
  const later = coded({ ...farms, form: { ...farms.form, version: 2, title: "示例省示范农场经营情况统计表（二）" } });
  put(folder, "甲.xlsx", filled());
  put(folder, "新.xlsx", bookOf(later));
  expect(run(folder, ["check", "甲.xlsx", "--form", "新.xlsx"])).toMatchObject({ status: 2, out: expect.stringContaining("这份统计表是第 1 版，审核所用的是第 2 版") }); // prettier-ignore
  expect(run(folder, ["seal", "甲.xlsx", "--form", "新.xlsx"])).toMatchObject({ status: 2, err: expect.stringContaining("第 2 版") });
  expect(namesIn(folder)).toEqual(["新.xlsx", "甲.xlsx"].sort());
  expect(run(folder, ["check", "甲.xlsx"]).out).toContain("按文件所带的表式审核");
});

test("a definition that is handed in as a form is told apart from one", () => {
  const folder = newFolder();
  put(folder, "表式簿.xlsx", bookOf(farms));
  expect(run(folder, ["check", "表式簿.xlsx"])).toMatchObject({ status: 2, out: expect.stringContaining("这是表式簿") });
});

test("what is no definition is refused in words that say what to do", async () => {
  const folder = newFolder();
  put(
    folder,
    "other.xlsx",
    writeXlsx({
      title: "示例",
      defaultFont: { name: "宋体", size: 10 },
      active: 0,
      sheets: [{ name: "表", state: "visible", cells: [{ row: 0, column: 0, value: "示例" }] }],
    }),
  );
  put(folder, "big.xlsx", new Uint8Array((10 << 20) + 1));
  put(folder, "not.xlsx", "no workbook");
  for (const [name, code] of [
    ["other.xlsx", "not-a-definition"],
    ["big.xlsx", "too-large"],
    ["not.xlsx", "not-a-workbook"],
    ["nowhere.xlsx", "unreadable"],
  ] as const) {
    const { status, out } = run(folder, ["form", "check", name, "--format", "json"]);
    const report = JSON.parse(out) as { status: string; refusal: { code: string; message: string } };
    expect([name, status, report.status, report.refusal.code]).toEqual([name, 2, "refused", code]);
    expect(report.refusal.message).toMatch(/请.*。$/);
    expect(run(folder, ["form", "check", name]).out).toContain(report.refusal.message);
  }
});

test.each([
  [["form"], /没有“form”这个命令/],
  [["form", "chekc"], /是不是“form check”/],
  [["form", "check"], /form check 缺少文件名/],
  [["form", "export"], /缺少 --out/],
  [["form", "check", "a.xlsx", "--out", "b"], /form check 没有 --out 这个选项/],
])("%j is told what is wrong with it", (args, said) => {
  const { status, err } = run(newFolder(), args);
  expect(status).toBe(2);
  expect(err).toMatch(said);
});

test.each([
  [["form", "--help"], /form export .*\n.*form check/],
  [["form", "check", "--help"], /cluster-report form check FILE/],
])("%j tells how it is used", (args, said) => {
  const { status, out } = run(newFolder(), args);
  expect(status).toBe(0);
  expect(out).toMatch(said);
});
