import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { inBrowser } from "../browser";
import { newFolder } from "../cli/folder";
import { downloaded, drop, give, paste, Place } from "./open";
import { filled, repacked } from "./filled";

let place: Place;
beforeAll(async () => {
  place = await Place.start();
}, 600_000);
afterAll(() => place?.end(), 60_000);

inBrowser(
  "a script in a cell, in the name of a sheet or in the name of a file never runs, neither here nor in the report",
  async () => {
    const script = '<img src=x onerror="window.bad=1"><script>window.bad=1</script>';
    // As long as the name of a sheet may be.
    const sheet = "<img src=x onerror=bad=1>";
    const name = '<img src=x onerror="window.bad=1">.xlsx';
    const form = await filled([{ values: { "18": script, "20": 365 }, texts: { partners: script }, explanations: { "20": script } }]);
    const bytes = repacked(form, (_, text) => text.replaceAll("表1", sheet.replace("<", "&lt;").replace(">", "&gt;")));
    const { page, context, trouble } = await place.open({}, "#/check");
    await give(page, { name, bytes }, { name: `second ${name}`, bytes });
    await page.locator(".tally").waitFor();
    await page.locator(".files .link").first().click();
    await page.getByRole("group", { name: "问题清单" }).waitFor();
    await page.getByRole("button", { name: sheet }).first().click();
    await page.getByRole("heading", { name: sheet }).first().waitFor();
    await page.locator("[data-row]").first().click();
    await page.getByText(script.slice(0, 20)).first().waitFor();
    expect(await page.evaluate(() => [...document.images].map(({ src }) => src).filter((src) => !src.endsWith("icon.svg")))).toEqual([]);
    expect(await page.evaluate(() => "bad" in window)).toBe(false);

    await page.getByRole("button", { name: "导出问题清单" }).click();
    const report = join(newFolder(), "report.html");
    writeFileSync(report, (await downloaded(page, () => page.getByRole("menuitem", { name: /\.html/ }).click())).bytes);
    expect(trouble).toEqual([]);
    await page.goto(pathToFileURL(report).href);
    await page.getByText(sheet).first().waitFor();
    expect(await page.evaluate(() => ["bad" in window, document.images.length, document.scripts.length])).toEqual([false, 0, 0]);
    await context.close();
  },
  300_000,
);

inBrowser(
  "files come in by a drop anywhere in the window, by pasting, and by the chooser, one or several; what is no file is left alone",
  async () => {
    const bytes = await filled([{ values: { "18": "２６" } }]);
    const { page, trouble } = await place.open({}, "#/check");
    await page.locator(".drop").waitFor();
    const names = (): Promise<(string | null)[]> => page.locator(".files .link").allTextContents();

    // Far from the marked place.
    await drop(page, { x: 700, y: 860 }, { name: "dropped.xlsx", bytes });
    await page.locator(".file-name", { hasText: "dropped.xlsx" }).waitFor();
    await page.locator("[data-row]").first().waitFor();
    // Files that come while a form is open join the list behind it.
    await paste(page, { name: "pasted.xlsx", bytes }, { name: "pasted too.xlsx", bytes });
    await page.getByRole("button", { name: "返回文件列表 (3)" }).click();
    expect(await names()).toEqual(["dropped.xlsx", "pasted.xlsx", "pasted too.xlsx"]);

    const box = (await page.locator(".drop").boundingBox())!;
    await drop(page, { x: box.x + 20, y: box.y + 20 }, { name: "a.xlsx", bytes }, { name: "b.xlsx", bytes });
    await page.getByText("共 5 份").waitFor();
    // Listened for early: a busy browser takes its time to hand its chooser over.
    const choosing = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "添加文件" }).hover();
    await page.getByRole("button", { name: "添加文件" }).click();
    const chooser = await choosing;
    expect(chooser.isMultiple()).toBe(true);
    await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", "不是文件");
      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    });
    expect((await names()).length).toBe(5);
    expect(trouble).toEqual([]);
  },
  300_000,
);
