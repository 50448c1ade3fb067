import { unzipSync } from "fflate";
import type { Page } from "playwright-core";
import { keyColumn, keyRow, schools, type Catalogue } from "../../src/domain";
import { catalogue, form, roster } from "../../src/forms";
import { enUS, fill, zhCN } from "../../src/locales";
import { readXlsx } from "../../src/workbook/xlsx";
import { inBrowser } from "../browser";
import { run } from "../cli/built";
import { newFolder, put } from "../cli/folder";
import { coded } from "../coded";
import { bookOf, checkedBook } from "../definition/book/books";
import { filledByOpenpyxl } from "../foreign/openpyxl";
import { describeWith } from "../foreign/programs";
import { farms } from "../second-form/farms";
import { downloaded, give, Place, speakEnglish } from "./open";

let place: Place;
beforeAll(async () => {
  place = await Place.start();
}, 600_000);
afterAll(() => place?.end(), 60_000);

const words = zhCN.page.define;

/** Cells of a sheet of the 表式簿, by the key of its row and its heading. */
function cellOf(bytes: Uint8Array, sheet: string, key: string, heading: string): { sheet: string; row: number; column: number } {
  const grid = readXlsx(bytes);
  if (!grid.ok) throw new Error(grid.error.code);
  const cells = [...grid.value.sheets.find(({ name }) => name === sheet)!.cells].map(([at, { value }]) => ({
    row: keyRow(at),
    column: keyColumn(at),
    value,
  }));
  const column = cells.find(({ row, value }) => row === 0 && value === heading)!.column;
  return { sheet, row: cells.find(({ column: at, value }) => at === 0 && value === key)!.row, column };
}

const changesOn = (page: Page): Promise<string[]> =>
  page.locator(".defined section").filter({ hasText: words.difference }).locator("tbody tr").allInnerTexts();

describeWith(["openpyxl"], "with what openpyxl edits", () => {
  inBrowser(
    "a department exports the form, changes it, sees its mistake and then what it changed, and issues it to all schools",
    async () => {
      const { page, context, trouble } = await place.open({}, "#/define");
      const own = await downloaded(page, () => page.getByRole("button", { name: words.exportOwn }).click());
      expect([own.name, checkedBook(own.bytes).catalogue?.code]).toEqual(["进展情况统计表-表式簿.xlsx", catalogue.code]);

      // As an author does: three things are changed, and one of them wrongly.
      const name = { at: cellOf(own.bytes, "指标", "08", "指标名称"), value: "合作单位数" };
      const threshold = { at: cellOf(own.bytes, "审核关系", "B02", "参数"), value: "变动百分比=50；变动量=5" };
      const measure = cellOf(own.bytes, "指标", "10", "时点/时期");
      const wrong = filledByOpenpyxl(own.bytes, [name, threshold, { at: measure, value: "" }]);
      await give(page, { name: "改.xlsx", bytes: wrong });
      await page.getByText(fill(words.faulty, { errors: 1, questions: 0 })).waitFor();
      expect(await page.locator(".defined section").first().locator("tbody tr").allInnerTexts()).toEqual([
        expect.stringMatching(/^指标!F\d+\s+错误/),
      ]);
      expect(await page.getByRole("button", { name: words.issueGo }).count()).toBe(0);

      // The version was forgotten: that is said, with what has changed.
      const same = filledByOpenpyxl(own.bytes, [name, threshold, { at: measure, value: "时期" }]);
      await give(page, { name: "改.xlsx", bytes: same });
      await page.getByText("版次相同而内容不同", { exact: false }).waitFor();
      const changes = await changesOn(page);
      expect(changes.map((row) => row.split("\t").slice(0, 2))).toEqual([
        ["时点/时期", expect.stringMatching(/^10 /)],
        ["阈值", expect.stringMatching(/^B02 /)],
        ["指标改名", "08 合作单位数"],
      ]);
      expect(await page.getByRole("button", { name: words.issueGo }).count()).toBe(0);

      const next = filledByOpenpyxl(same, [{ at: cellOf(same, "基本信息", "版次", "内容"), value: form.version + 1 }]);
      await give(page, { name: "新.xlsx", bytes: next });
      await page.getByText(words.usable).waitFor();
      expect(await changesOn(page)).toEqual(changes);
      const zip = await downloaded(page, () => page.getByRole("button", { name: words.issueGo }).click());
      await page.getByText(fill(words.issuedDone, { name: zip.name, count: schools(roster).length })).waitFor();
      const files = Object.entries(unzipSync(zip.bytes));
      const list = files.find(([file]) => file.endsWith("-下发.xlsx"))!;
      const forms = files.filter((one) => one !== list);
      expect(forms.map(([file]) => file.split("-")[0]).sort()).toEqual([...schools(roster)].sort());
      const { code } = checkedBook(next).catalogue!;
      const said = readXlsx(list[1]);
      const texts = said.ok ? [...said.value.sheets[0]!.cells.values()].map(({ value }) => String(value)) : [];
      expect(texts.filter((text) => forms.some(([file]) => file === text)).length).toBe(roster.entries.length);
      expect(texts.join("\n")).toContain(`表式码 ${code}`);

      // What was issued is judged by what it carries, and is laid beside the definition of before as well.
      const [file, bytes] = forms[0]!;
      const folder = newFolder();
      put(folder, "一校.xlsx", bytes);
      const { files: checked } = JSON.parse(run(folder, ["check", "一校.xlsx", "--format", "json"]).out) as { files: { form: object }[] };
      expect(checked[0]!.form).toMatchObject({ version: form.version + 1, code, from: "file" });
      await give(page, { name: file, bytes });
      await page.getByText(words.issued).waitFor();
      expect(await changesOn(page)).toEqual(changes);
      expect(trouble).toEqual([]);
      await context.close();
    },
    600_000,
  );
});

inBrowser(
  "a form of another subject is compared with the workbook that is chosen; what is none is refused in words, in both languages",
  async () => {
    const later: Catalogue = coded({ ...farms, form: { ...farms.form, version: 2, title: "示例情况表" } });
    const { page, context, trouble } = await place.open({}, "#/define");
    await give(page, { name: "农场.xlsx", bytes: bookOf(later) });
    await page.getByText(words.differenceOf).waitFor();
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: words.earlier }).click()]);
    await chooser.setFiles({ name: "原.xlsx", mimeType: "", buffer: Buffer.from(bookOf(farms)) });
    await page.getByText("标题：原为", { exact: false }).waitFor();
    expect((await changesOn(page)).length).toBe(1);
    await page.getByText(fill(words.relations, { count: later.ruleset.settings.length + later.ruleset.across.length })).click();
    expect(await page.locator("details tbody tr").count()).toBe(later.ruleset.settings.length + later.ruleset.across.length);
    await speakEnglish(page);
    await page.getByText(enUS.page.define.usable).waitFor();
    await give(page, { name: "坏.xlsx", bytes: new Uint8Array([80, 75, 3, 4, 0]) });
    await page.locator(".done.bad").waitFor();
    expect(await page.locator(".done.bad strong").innerText()).toBe(enUS.refusal.damaged);
    expect(trouble).toEqual([]);
    await context.close();
  },
  600_000,
);
