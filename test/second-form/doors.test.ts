import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { keyColumn, keyRow, type Grid } from "../../src/domain";
import { programmePlaces, valueAt } from "../../src/sheets/places";
import { readSummary, SUMMARY_SHEETS } from "../../src/sheets/summary";
import { readXlsx } from "../../src/workbook/xlsx";
import { inBrowser } from "../browser";
import { built, run, type Ran } from "../cli/built";
import { bookOf } from "../definition/book/books";
import { newFolder } from "../cli/folder";
import { downloaded, give, Place } from "../page/open";
import { builtForFarms, OUT } from "./built";
import { ANNEX2, farms, zhFarms } from "./farms";
import { EAST, filled, fillings, issued, patched, RED } from "./filled";

const root = join(__dirname, "..", "..");
const { form } = farms;
const CODES = form.indicators.map(({ code }) => code);

beforeAll(builtForFarms, 300_000);
beforeAll(built, 300_000);

function gridOf(bytes: Uint8Array): Grid {
  const grid = readXlsx(bytes);
  if (!grid.ok) throw new Error(grid.error.code);
  return grid.value;
}

describe.each([
  ["built for the form", join(OUT, "cli", "cli.js"), []],
  // What the form is defined by lies among what came: it is no arrival.
  ["built for another form, and given this one", undefined, ["--form", join("来件", "农场表式.xlsx")]],
  // Only who issues the form gives it: files say themselves what they are judged by.
  ["built for another form, with files that carry theirs", undefined, ["--form", join("来件", "农场表式.xlsx")], ["template", "rules"]],
] as const)("the command line, %s,", (_, program, given, givenTo?: readonly string[]) => {
  const folder = newFolder();
  beforeAll(() => {
    mkdirSync(join(folder, "来件"));
    if (given.length > 0) writeFileSync(join(folder, "来件", "农场表式.xlsx"), bookOf(farms));
  });
  const cli = (...args: readonly string[]): Ran => {
    const ran = run(folder, [...args, ...(givenTo?.includes(args[0]!) === false ? [] : given)], {}, program);
    expect(ran.out + ran.err).not.toMatch(ANNEX2);
    expect(ran.out + ran.err).not.toMatch(/undefined|程序出错/);
    return ran;
  };
  const carries = givenTo !== undefined;
  const bytesOf = (...path: readonly string[]): Uint8Array => new Uint8Array(readFileSync(join(folder, ...path)));
  const fileOf = (school: string, half = "下"): string => `${school}-2026年${half}半年-农场情况表.xlsx`;

  test("says what the form is judged by", () => {
    const { out, status } = cli("rules");
    expect([status, out.split("\n")[0]]).toEqual([0, "审核关系 example-farms 第 1 版，共 32 条"]);
  });

  test("issues to all schools, checks, mends, seals, consolidates two periods and writes to the schools", () => {
    expect(cli("template", "--all", "--period", "2026-S1", "--out", "上期")).toMatchObject({ status: 0 });
    const schools = [...new Set(farms.roster.entries.map(({ school }) => school))];
    expect(readdirSync(join(folder, "上期")).sort()).toEqual(schools.map((school) => fileOf(school, "上")).sort());
    mkdirSync(join(folder, "上期来件"));
    const sealedOf = (school: string): string => join("上期来件", `${school}.xlsx`);
    for (const school of schools) {
      const path = ["上期", fileOf(school, "上")];
      writeFileSync(join(folder, ...path), patched(bytesOf(...path), fillings({ school, cover: { on: 46_195 } })));
      expect(cli("seal", join(...path), "--out", sealedOf(school))).toMatchObject({ status: 0 });
    }
    expect(cli("consolidate", "上期来件", "--period", "2026-S1", "--out", "上期.xlsx")).toMatchObject({ status: 0 });

    const issuedNow = ["template", "--all", "--period", "2026-S2", "--previous", ...schools.map(sealedOf), "--out", "本期"];
    expect(cli(...issuedNow)).toMatchObject({ status: 0 });
    const put = (school: string, values: Parameters<typeof fillings>[0]): string => {
      const name = fileOf(school);
      writeFileSync(join(folder, "来件", name), patched(bytesOf("本期", name), fillings({ school, texts: { how: "本期新建冷库，扩大订单面积。" }, ...values }))); // prettier-ignore
      return join("来件", name);
    };
    const red = put(RED, { values: [{ "1.1": 5, "1-1": "３３" }, { "1.1": 6 }] });
    const east = put(EAST, { values: [{ "1.10": 99, "01": 125 }] });
    // So many that they are judged in workers; of one that came several times one counts.
    for (let copy = 1; copy < 10; copy++) writeFileSync(join(folder, "来件", `副本${copy}.xlsx`), bytesOf(east));

    const checked = JSON.parse(cli("check", red, "--format", "json").out) as { files: { status: string; findings: { ref: string; indicator?: string }[] }[] }; // prettier-ignore
    expect(checked.files[0]).toMatchObject({ status: "blocked", findings: [{ ref: "F01", indicator: "1-1" }] });
    const fixed = cli("fix", red, "--out", join("来件", "改.xlsx"));
    expect(fixed.out).toContain("33");
    expect(cli("seal", join("来件", "改.xlsx"))).toMatchObject({ status: 0 });
    const copy = readdirSync(folder).find((name) => name.startsWith(`${RED}-2026年下半年-农场情况表-`));
    writeFileSync(join(folder, "来件", copy!), bytesOf(copy!));

    // A summary does not say what its figures are.
    const all = ["consolidate", "来件", "--period", "2026-S2", "--previous", carries ? "上期来件" : "上期.xlsx"];
    const made = cli(...all, "--out", "汇总.xlsx", "--notices", "通知");
    expect(made.status).toBe(1);
    if (carries) expect(made.err).toContain(`收到的统计表不是程序自带的表式，已按来件所带的表式“${form.title}”`);
    const { details, movements, files } = JSON.parse(cli(...all, "--format", "json").out) as {
      files: { path: string[]; fate: string }[];
      details: { school: string; programme: string; indicator: string; value?: number; comparison?: number }[];
      movements: { indicator: string; total: number; comparable: number; before?: number }[];
    };
    const books = files.filter(({ path }) => path.join("/").includes("农场表式"));
    // One that was not asked for is no arrival of a school's either: nobody is asked whose it is.
    if (carries) expect(books).toMatchObject([{ fate: "refused", refusal: { code: "definition-book" } }]);
    else expect(books).toEqual([]);
    expect(books.filter((file) => "claim" in file)).toEqual([]);
    // Each indicator alone, in the order of the form, with what it was.
    expect(details.map(({ indicator }) => indicator)).toEqual(Array(3).fill(CODES).flat());
    const last = details.filter(({ school }) => school === EAST);
    expect(last.map(({ value }) => value)).toEqual([125, 30.5, 4, 99, 60.25, 28, 15, 32, 96.5]);
    const stocks = form.indicators.filter(({ measure }) => measure === "stock").map(({ code }) => code);
    const before = new Map([["01", 120.5], ["1", 30.5], ["1.1", 4], ["A1", 15]]); // prettier-ignore
    for (const code of stocks)
      expect([code, last.find(({ indicator }) => indicator === code)!.comparison]).toEqual([code, before.get(code)]);
    for (const code of stocks) {
      const sum = details.filter(({ indicator }) => indicator === code).reduce((total, { comparison = 0 }) => total + comparison, 0);
      const moved = movements.filter(({ indicator }) => indicator === code).reduce((total, one) => total + (one.before ?? 0), 0);
      expect([code, moved]).toEqual([code, sum]);
    }

    const grid = gridOf(bytesOf("汇总.xlsx"));
    const read = readSummary(grid, form);
    expect(read.ok && read.value.lines.map(({ values }) => CODES.map((code) => values[code]))).toEqual(
      [0, 1, 2].map((line) => details.slice(line * CODES.length, (line + 1) * CODES.length).map(({ value }) => value)),
    );
    const texts = grid.sheets.flatMap(({ cells }) => [...cells.values()].map(({ value }) => String(value))).join("\n");
    expect(texts).not.toMatch(ANNEX2);
    expect(readdirSync(join(folder, "通知")).length).toBeGreaterThan(2);
    expect(cli(...all, "--format", "parquet", "--out", "汇总.parquet").status).toBe(1);
  });
});

/** Those of the page as it is delivered, which knows annex 2 alone, and of one that is built for the form. */
describe.each([
  ["built for the form", join(OUT, "page"), false],
  ["built for another form, with files that carry theirs", join(root, "dist", "page"), true],
])("the page, %s,", (_, built, carries) => {
  let place: Place;
  beforeAll(async () => {
    place = await Place.of(built);
  }, 120_000);
  afterAll(() => place?.end(), 60_000);

  /** What the page itself says names its own form; what it says of a file does not. */
  const nothingOfAnnex2 = async (page: Page): Promise<void> => {
    if (!carries) expect(await page.locator("body").innerText()).not.toMatch(ANNEX2);
    for (const part of await page.locator(".findings, .form").allInnerTexts()) expect(part).not.toMatch(ANNEX2);
  };

  async function taken(page: Page): Promise<{ name: string; bytes: Uint8Array }> {
    if (carries) return { name: `${RED}-2026年下半年-农场情况表.xlsx`, bytes: issued() };
    await page.getByRole("link", { name: /^领取统计表 选择|领取统计表/ }).last().click(); // prettier-ignore
    await page.getByRole("combobox", { name: /农场名称/ }).click();
    await page.getByRole("combobox", { name: /农场名称/ }).pressSequentially("示例红");
    await page.getByRole("option", { name: RED }).click();
    await page.getByRole("combobox", { name: /统计期/ }).selectOption("2026-S2");
    return downloaded(page, () => page.getByRole("button", { name: "下载统计表" }).click());
  }

  inBrowser("issues the second form, shows it filled in, takes a correction, makes the copy to be sent, and consolidates it", async () => {
    const { page, trouble } = await place.open();
    const blank = await taken(page);
    expect(blank.name).toBe(`${RED}-2026年下半年-农场情况表.xlsx`);

    await page.getByRole("link", { name: "检查并报送" }).first().click();
    await give(page, { name: blank.name, bytes: patched(new Uint8Array(blank.bytes), fillings({ values: [{ "1": 121 }] })) });
    const row = programmePlaces(form, "作物1").indicators.get("1")! + 1;
    const list = page.getByRole("group", { name: "问题清单" });
    await list.locator(`[data-row="A02|作物1!F${row}"]`).waitFor();
    const codes = page.locator(".indicators").first().locator("td.code");
    await codes.nth(CODES.length - 1).waitFor();
    expect(await codes.allInnerTexts()).toEqual(CODES);
    await nothingOfAnnex2(page);
    await page.getByText(`表式码 ${farms.code}`).waitFor();
    expect(await page.getByText(/按文件自带的表式审核/).count()).toBe(carries ? 1 : 0);
    await page.getByRole("textbox", { name: new RegExp(`^1 有机播种面积，F${row}$`) }).fill("31");
    await page.keyboard.press("Enter");
    await list.locator("[data-row]").waitFor({ state: "detached" });
    const copy = await downloaded(page, () => page.locator(".bar").getByRole("button", { name: "生成报送文件" }).click());
    expect(copy.name).toMatch(new RegExp(`^${RED}-2026年下半年-农场情况表-.*\\.xlsx$`));
    const { cells } = gridOf(new Uint8Array(copy.bytes)).sheets.find(({ name }) => name === "作物1")!;
    const at = valueAt(programmePlaces(form, "作物1"), "1");
    expect([...cells].find(([key]) => keyRow(key) === at.row && keyColumn(key) === at.column)![1].value).toBe(31);

    await page.getByRole("link", { name: /^汇总/ }).last().click(); // prettier-ignore
    await page.getByRole("combobox", { name: carries ? /报告期/ : /统计期/ }).selectOption("2026-S2");
    await give(page, { name: copy.name, bytes: new Uint8Array(copy.bytes) }, { name: "东风.xlsx", bytes: filled({ school: EAST }) });
    await page.getByRole("button", { name: /^(开始|重新)汇总$/ }).click();
    await page.getByRole("heading", { name: /^汇总结果（2026年下半年）/ }).waitFor();
    expect(await page.getByText(`来件不是本程序自带的统计表，已按它们所带的表式（${form.id} 第 1 版`).count()).toBe(carries ? 1 : 0);
    await page.locator('.downloads button:not([aria-disabled="true"])').first().waitFor();
    const { xlsx } = zhFarms.page.consolidate.take;
    const summary = await downloaded(page, () => page.getByRole("button", { name: xlsx, exact: true }).click());
    expect(summary.name).toBe("2026年下半年-农场情况表汇总.xlsx");
    const grid = gridOf(new Uint8Array(summary.bytes));
    expect(grid.sheets.map(({ name }) => name)).toContain(SUMMARY_SHEETS.totals);
    const read = readSummary(grid, form);
    expect(read.ok && read.value.lines.map(({ school, values }) => [school, values["1"], values["01"]])).toEqual([
      [RED, 31, 120.5],
      [EAST, 30.5, 120.5],
      [RED, 31.5, 121.5],
    ]);
    expect(trouble).toEqual([]);
  });
});
