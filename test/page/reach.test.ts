import { readFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { enUS, fill, zhCN } from "../../src/locales";
import { readXlsx } from "../../src/workbook/xlsx";
import { inBrowser } from "../browser";
import { catalogue, form } from "../../src/forms";
import { coded } from "../coded";
import { bookOf } from "../definition/book/books";
import { schoolByKeyboard } from "../taskpane/browser/school";
import { makeZip } from "../xlsx/zip-maker";
import { objections } from "./axe";
import { filled } from "./filled";
import { downloaded, give, PAGE, Place, speakEnglish } from "./open";

let place: Place;
beforeAll(async () => {
  place = await Place.start();
}, 600_000);
afterAll(() => place?.end(), 60_000);

inBrowser(
  "axe-core finds nothing, and nothing sticks out, at any width, in any colours and language",
  async () => {
    const bytes = await filled([{ values: { "20": 365, "18": "２６", "26": null, "29": 20_000 } }]);
    const changedBook = bookOf(coded({ ...catalogue, form: { ...form, version: 9, title: "示例统计表" } }));
    for (const look of [
      { width: 320, options: {}, language: "zh-CN" },
      { width: 1920, options: { colorScheme: "dark" as const }, language: "en-US" },
      { width: 1024, options: { forcedColors: "active" as const }, language: "zh-CN" },
      { width: 768, options: { forcedColors: "active" as const, colorScheme: "dark" as const }, language: "en-US" },
      { width: 1366, options: {}, language: "en-US" },
    ]) {
      const { page, context, trouble } = await place.open({ viewport: { width: look.width, height: 900 }, ...look.options });
      if (look.language === "en-US") await speakEnglish(page);
      for (const task of ["", "take", "check", "consolidate", "define", "help"]) {
        await page.goto(`${place.url}#/${task}`);
        await page.locator("h1").waitFor();
        if (task === "check") {
          await give(page, { name: "form.xlsx", bytes });
          await page.locator("[data-row]").first().click();
        }
        if (task === "define") {
          await give(page, { name: "表式簿.xlsx", bytes: changedBook });
          await page.locator(".defined section").last().waitFor();
        }
        expect([look, task, await objections(page)]).toEqual([look, task, []]);
        expect([look, task, await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth <= 0)]).toEqual([
          look,
          task,
          true,
        ]);
      }
      expect(trouble).toEqual([]);
      await context.close();
    }
  },
  300_000,
);

inBrowser(
  "before a task is chosen at most 125 kB of JavaScript are loaded, packed",
  async () => {
    const { page, trouble } = await place.open();
    await page.locator(".tasks").waitFor();
    const scripts = await page.evaluate(() =>
      performance
        .getEntriesByType("resource")
        .map(({ name }) => new URL(name).pathname)
        .filter((path) => path.endsWith(".js")),
    );
    const sizes = scripts.map((path) => gzipSync(readFileSync(join(PAGE, path))).length);
    expect(sizes.length).toBeGreaterThan(1);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(125_000);
    expect(trouble).toEqual([]);
  },
  300_000,
);

inBrowser(
  "another language comes when it is asked for; where it cannot be loaded that is said, and the page stays as it is",
  async () => {
    // No worker of the page keeps what is fetched.
    const { page, context } = await place.open({ serviceWorkers: "block" });
    await page.locator(".tasks").waitFor();
    const fetched: string[] = [];
    page.on("request", (request) => fetched.push(request.url()));
    await page.route(/\.js$/, (route) => route.abort());
    await page.getByRole("button", { name: "English" }).click();
    await page.getByText(zhCN.page.languageMissing).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("zh-CN");
    await page.unroute(/\.js$/);
    await speakEnglish(page);
    expect(await page.getByText(zhCN.page.languageMissing).count()).toBe(0);
    // What was chosen is there again, else Chinese, which came with the page.
    const english = [...new Set(fetched)].filter((url) => url.endsWith(".js"));
    await page.reload();
    await page.getByRole("heading", { name: enUS.page.title }).waitFor();
    await page.route(
      (url) => english.includes(url.href),
      (route) => route.abort(),
    );
    await page.reload();
    await page.getByRole("heading", { name: zhCN.page.title }).waitFor();
    expect(english).not.toEqual([]);
    await context.close();
  },
  300_000,
);

inBrowser(
  "a school is found by an abbreviation, pasted over another, and taken where the roster lacks it, by the keyboard alone",
  async () => {
    const { page, context, trouble } = await place.open({}, "#/take");
    await schoolByKeyboard(page);
    expect(await objections(page)).toEqual([]);
    // A name that may stand for one of the roster gives no form until somebody has said which.
    const field = page.getByRole("combobox", { name: zhCN.pane.fill.school });
    await field.fill("软件");
    await page.getByRole("button", { name: zhCN.page.take.make }).click();
    await page.getByText(zhCN.pane.fill.which.open).waitFor();
    await page.getByRole("button", { name: "武汉软件工程职业学院" }).click();
    await page.getByText(zhCN.pane.fill.which.open).waitFor({ state: "detached" });
    expect(await page.getByRole("button", { name: "Open" }).count()).toBe(0);
    // Where nothing was used there are no texts to carry over.
    const drafts = page.getByRole("checkbox", { name: zhCN.pane.fill.drafts });
    await page.locator('input[type="file"]').setInputFiles({ name: "旧.xlsx", mimeType: "", buffer: Buffer.from("不是统计表") });
    await page.getByText(zhCN.refusal["not-a-workbook"]).waitFor();
    expect(await drafts.count()).toBe(0);
    await page.getByRole("button", { name: fill(zhCN.pane.fill.removeFile, { name: "旧.xlsx" }) }).click();
    await field.fill("湖北职业技术学院");
    await page.getByRole("spinbutton", { name: zhCN.pane.fill.sheets }).fill("2");
    const blank = await downloaded(page, () => page.getByRole("button", { name: zhCN.page.take.make }).click());
    const read = readXlsx(blank.bytes);
    expect(read.ok && read.value.sheets.map(({ name }) => name).filter((name) => /^表\d/.test(name))).toEqual(["表1", "表2"]);
    expect(trouble).toEqual([]);
    await context.close();
  },
  300_000,
);

inBrowser(
  "with the keyboard alone one comes from the first screen to a fixed cell",
  async () => {
    const { page, trouble } = await place.open();
    const press = async (key: string, until: () => Promise<boolean>): Promise<void> => {
      for (let times = 0; times < 60 && !(await until()); times++) await page.keyboard.press(key);
      expect(await until()).toBe(true);
    };
    const focused = (selector: string) => (): Promise<boolean> =>
      page.evaluate((one) => document.activeElement?.matches(one) ?? false, selector);
    await press("Tab", focused('.tasks a[href="#/check"]'));
    await page.keyboard.press("Enter");
    await page.locator(".drop").waitFor();
    // Listened for early: a busy browser takes its time to hand its chooser over.
    const chooser = page.waitForEvent("filechooser");
    await press("Tab", focused(".drop button"));
    await page.keyboard.press("Enter");
    await (await chooser).setFiles({ name: "form.xlsx", mimeType: "", buffer: Buffer.from(await filled([{ values: { "18": "２６" } }])) });
    await page.locator("[data-row]").first().waitFor();
    await press("Tab", focused("[data-row]"));
    await page.keyboard.press("Control+Enter");
    await page.getByText(/^已修正 表1!F27/).waitFor();
    const fault = page.locator('[data-row="F01|表1!F27"]');
    await fault.waitFor({ state: "detached" });
    await page.keyboard.press("Control+z");
    await fault.waitFor();
    await page.keyboard.press("Control+y");
    await fault.waitFor({ state: "detached" });
    await press("Tab", focused('.bar button:not([aria-disabled="true"])[aria-label="撤消"], .mark, .sheet-table input'));
    expect(trouble).toEqual([]);
  },
  300_000,
);

inBrowser(
  "between the list and a file one goes by the keyboard and the browser's own way back; a file is there once, under a name of its own",
  async () => {
    const { page, context, trouble } = await place.open({}, "#/check");
    // By then the forms are late.
    await page.clock.setFixedTime("2027-03-01T04:00:00Z");
    const form = { name: "form.xlsx", bytes: await filled([{ values: { "18": "２６" } }]) };
    const opened = (name: string): Promise<void> => page.locator(".file-name", { hasText: name }).waitFor();
    const list = async (count: number): Promise<(string | null)[]> => {
      const links = page.locator(".files .link");
      await links.nth(count - 1).waitFor();
      return links.allTextContents();
    };
    const focused = (selector: string): Promise<unknown> =>
      page.waitForFunction((one) => document.activeElement?.matches(one) ?? false, selector);
    await give(page, form);
    await page.getByText("不是现在应报送的2027年上半年").waitFor();
    await page.goBack();
    await give(page, form);
    await opened("form.xlsx");
    await page.goBack();
    expect(await list(1)).toEqual(["form.xlsx"]);
    await give(page, { ...form, bytes: await filled() });
    await opened("form (2).xlsx");
    await page.goBack();
    expect(await list(2)).toEqual(["form.xlsx", "form (2).xlsx"]);
    expect(await page.locator(".files td.period").allTextContents()).toEqual(["2026年下半年", "2026年下半年"]);

    await focused('[aria-label="打开 form (2).xlsx"]');
    await page.getByRole("button", { name: "打开 form.xlsx" }).focus();
    await page.keyboard.press("Enter");
    await focused(".file-name");
    const row = page.locator('[data-row="F01|表1!F27"]');
    await row.focus();
    await page.keyboard.press("Enter");
    await page.locator(".shown").waitFor();
    await focused('[data-row="F01|表1!F27"]');
    await page.keyboard.press("Enter");
    await focused('input[aria-label$="，F27"]');
    await page.goBack();
    await focused('[aria-label="打开 form.xlsx"]');

    // What forms come in is told from what is no form at all.
    await give(page, { name: "forms.zip", bytes: makeZip([{ name: "form.xlsx", content: form.bytes }]) });
    await page.getByText(zhCN.refusal.packed).waitFor();
    expect(trouble).toEqual([]);
    await context.close();
  },
  300_000,
);

inBrowser(
  "a reload restores the work, leaving asks first, and clearing leaves nothing behind",
  async () => {
    const { page, context } = await place.open({}, "#/check");
    await give(page, { name: "form.xlsx", bytes: await filled([{ values: { "18": "２６" } }]) });
    await page.locator("[data-row]").first().focus();
    await page.keyboard.press("Control+Enter");
    await page.getByText(/^已修正 表1!F27/).waitFor();
    const asked = page.waitForEvent("dialog");
    const [dialog] = await Promise.all([asked, page.evaluate(() => void setTimeout(() => location.reload()))]);
    expect(dialog.type()).toBe("beforeunload");
    await Promise.all([page.waitForEvent("load"), dialog.accept()]);
    await page.getByText("有修改未下载").waitFor();
    await page.locator(".file-name, .files .link").first().waitFor();
    await page.getByRole("button", { name: "清除本机数据" }).click();
    await page.locator(".confirm .primary").click();
    await page.getByText("本机数据已清除。").waitFor();
    expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual([]);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await context.close();
  },
  300_000,
);

inBrowser(
  "the server hands out nothing but the page, and only under the names of this machine",
  async () => {
    const ask = (path: string, host = "localhost"): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        const sent = request({ port: Number(new URL(place.url).port), host: "127.0.0.1", path, headers: { host } }, (response) => {
          response.resume();
          resolve(response.statusCode);
        });
        sent.once("error", reject).end();
      });
    expect(await ask("/")).toBe(200);
    for (const path of ["/../package.json", "/%2e%2e/package.json", "/..%2fpackage.json", "/%00", "/%", "/nothing", "//etc/passwd"])
      expect([path, await ask(path)]).toEqual([path, 404]);
    expect(await ask("/", "elsewhere.example")).toBe(404);
  },
  300_000,
);

inBrowser(
  "after the first visit the page works without a network",
  async () => {
    const { page, trouble } = await place.open();
    await page.evaluate(async () => void (await navigator.serviceWorker.ready));
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    place.stopServing();
    await page.goto("about:blank");
    await page.goto(`${place.url}#/check`);
    await page.locator(".drop").waitFor();
    await give(page, { name: "form.xlsx", bytes: await filled([{ values: { "18": "２６" } }]) });
    await page.locator("[data-row]").first().waitFor();
    await page.goto(`${place.url}#/help`);
    await page.locator("article h2").first().waitFor();
    // What 汇总 needs comes only when it is wanted: from the store of the browser.
    await page.goto(`${place.url}#/consolidate`);
    await page.locator(".drop").waitFor();
    await page.getByRole("combobox", { name: /报告期/ }).selectOption("2026-S2");
    await give(page, { name: "forms.zip", bytes: makeZip([{ name: "form.xlsx", content: await filled() }]) });
    await page.getByRole("button", { name: zhCN.page.consolidate.start }).click();
    await page.getByText("读取 1 份：采用 1 份").waitFor();
    const { name, bytes } = await downloaded(page, () =>
      page.getByRole("button", { name: zhCN.page.consolidate.take.xlsx, exact: true }).click(),
    );
    expect([name.endsWith(".xlsx"), readXlsx(bytes).ok]).toEqual([true, true]);
    expect(trouble).toEqual([]);
  },
  300_000,
);
