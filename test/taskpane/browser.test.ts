import { readdirSync, readFileSync } from "node:fs";
import type { Server } from "node:http";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser, Page } from "playwright-core";
import { check } from "../../src/actions/check";
import { cellName } from "../../src/domain";
import { catalogue } from "../../src/forms";
import { enUS, fill, localeFor, zhCN } from "../../src/locales";
import { programmePlaces, valueAt } from "../../src/sheets/places";
import { openXlsx } from "../../src/workbook/xlsx";
import { inBrowser, launchBrowser } from "../browser";
import { built } from "../cli/built";
import { builtForFarms, OUT } from "../second-form/built";
import { ANNEX2, farms } from "../second-form/farms";
import { EAST, filled, fillings, RED } from "../second-form/filled";
import { openPage, still, type Opening } from "./browser/open";
import { schoolByKeyboard } from "./browser/school";
import { PANE, servePane } from "./browser/serve";
import { clean, faulty, takeShots } from "./browser/shots";

jest.setTimeout(600_000);
let url: string;
let server: Server;
let browser: Browser;

beforeAll(async () => {
  built();
  ({ url, server } = await servePane());
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  server?.close();
});

/** What axe-core finds serious in a page as it is painted. */
async function serious(page: Page, look?: Opening["look"]): Promise<string[]> {
  // Not by a script element: the page's own policy would rightly refuse it.
  await page.evaluate(readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"));
  // The colours of a contrast theme are the person's own; axe reckons with those of the style sheet.
  return page.evaluate(async (colours) => {
    const { axe } = globalThis as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run({ resultTypes: ["violations"], rules: { "color-contrast": { enabled: colours } } });
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 140)}`));
  }, look !== "forced");
}

inBrowser("what is loaded first is at most 202 kB, packed, its language included", () => {
  const html = readFileSync(join(PANE, "taskpane.html"), "utf8");
  const first = [...html.matchAll(/src="?([\w.]+\.js)/g)].map(([, name]) => name!);
  const locale = readdirSync(PANE).find(
    (name) => name.endsWith(".js") && !first.includes(name) && readFileSync(join(PANE, name), "utf8").includes(zhCN.pane.fill.openNewHint),
  );
  const sizes = [...first, locale!].map((name) => gzipSync(readFileSync(join(PANE, name))).length);
  expect(sizes.length).toBeGreaterThan(3);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(202_000);
});

inBrowser.each([
  [320, "zh-CN", "light"],
  [450, "en-US", "dark"],
  [320, "en-US", "light"],
  [450, "zh-CN", "forced"],
  [320, "zh-CN", "contrast"],
] as const)(
  "at %i px in %s, %s: nothing serious for axe, nothing wider than the pane, no request to strangers, no breach of the CSP",
  async (width, locale, look) => {
    const { page, strangers, complaints } = await openPage(browser, url, { width, locale, look, file: await faulty() });
    const narrow = (): Promise<boolean> =>
      page.evaluate(
        () => document.documentElement.scrollWidth <= innerWidth && document.getElementById("screen")!.scrollWidth <= innerWidth,
      );
    await page.locator("[data-row]").nth(4).click();
    await page.locator("textarea").waitFor();
    expect([await serious(page, look), await narrow()]).toEqual([[], true]);
    for (const tab of [2, 0, 3]) {
      await page.getByRole("tab").nth(tab).click();
      await page
        .locator(`#screen[aria-labelledby="${await page.getByRole("tab").nth(tab).getAttribute("id")}"] button`)
        .first()
        .waitFor();
      await still(page);
      expect([await serious(page, look), await narrow()]).toEqual([[], true]);
    }
    expect([strangers, complaints]).toEqual([[], []]);
    await page.context().close();
  },
);

inBrowser("more contrast (macOS) keeps the ground of the pane: a light one stays light, a dark one dark", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route("**/office.js", (route) => route.abort());
  const colours: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, contrast: "more" });
    await page.goto(`${url}/taskpane.html`);
    const said = page.getByRole("heading").first();
    await said.waitFor();
    colours.push(
      ...(await said.evaluate((element) => [
        getComputedStyle(element.closest("div[lang]")!).backgroundColor,
        getComputedStyle(element).color,
      ])),
    );
  }
  const isLight = (rgb: string): boolean => Math.max(...[...rgb.matchAll(/\d+/g)].map(Number)) > 128;
  expect(colours.map(isLight)).toEqual([true, false, false, true]);
  await context.close();
});

inBrowser(
  "by keyboard alone, from a clean form to the file, the mail and its draft: the file is what the receiver finds sealed",
  async () => {
    const { page } = await openPage(browser, url, { width: 320, file: await clean() });
    await page.getByRole("heading", { name: zhCN.pane.check.clean }).waitFor();
    const file = page.waitForEvent("download");
    await page.keyboard.press("Tab");
    await page.keyboard.press("ArrowRight");
    await page.getByRole("button", { name: zhCN.pane.send.save }).waitFor();
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? "");
    for (let steps = 0; steps < 8 && (await focused()) !== zhCN.pane.send.file; steps++) await page.keyboard.press("Tab");
    expect(await focused()).toBe(zhCN.pane.send.file);
    await page.keyboard.press("Enter");
    const copy = await file;
    const received = await check(openXlsx(new Uint8Array(readFileSync(await copy.path()))), catalogue, { locale: zhCN });
    expect(received.ok && [received.value.status, received.value.seal.state]).toEqual(["clean", "sealed"]);
    expect(copy.suggestedFilename()).toContain(received.ok ? received.value.code : "");
    // On to the mail, part by part, and to the draft of it.
    const draft = page.waitForEvent("download");
    const passed: string[] = [];
    while (passed.length < 12 && passed.at(-1) !== zhCN.pane.send.draft.download) {
      await page.keyboard.press("Tab");
      passed.push(await page.evaluate(() => document.activeElement?.ariaLabel ?? document.activeElement?.textContent ?? ""));
    }
    expect(passed).toEqual(expect.arrayContaining([zhCN.pane.send.mail.subject].map((what) => fill(zhCN.pane.send.copyPart, { what }))));
    await page.keyboard.press("Enter");
    await still(page);
    expect(await serious(page)).toEqual([]);
    expect((await draft).suggestedFilename()).toBe(copy.suggestedFilename().replace(/xlsx$/, "eml"));
    await page.context().close();
  },
);

inBrowser("dialogs take the focus, keep it, give it back, and can be used a second time", async () => {
  const { page } = await openPage(browser, url, { width: 320, file: await faulty() });
  const all = page.getByRole("button", { name: /^全部修正/ });
  for (let time = 0; time < 2; time++) {
    await all.click();
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    await still(page);
    expect(await serious(page)).toEqual([]);
    expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    await page.waitForFunction((element) => element === document.activeElement, await all.elementHandle());
  }
  await page.getByRole("tab").first().click();
  await page.getByRole("combobox", { name: /填报单位/ }).click();
  await page.getByRole("option", { name: "武汉职业技术学院" }).click();
  await page.getByRole("button", { name: zhCN.pane.fill.exists.replace }).click();
  const question = page.getByRole("alertdialog");
  await question.waitFor();
  await still(page);
  expect(await serious(page)).toEqual([]);
  await question.getByRole("button", { name: zhCN.pane.fill.exists.open }).click();
  await page.locator("[data-row]").first().waitFor();
  await page.context().close();
});

inBrowser.each([
  [320, "zh-CN", "light"],
  [450, "en-US", "forced"],
] as const)(
  "汇总 at %i px in %s, %s: files are judged in a worker under the page's own policy, and the summary lands in the workbook",
  async (width, locale, look) => {
    const { page, strangers, complaints } = await openPage(browser, url, { width, locale, look });
    const words = (locale === "zh-CN" ? zhCN : enUS).pane;
    await page.getByRole("tab").nth(3).click();
    const files = [await clean(), await faulty()].map((bytes, at) => ({ name: `${at}.xlsx`, mimeType: "", buffer: Buffer.from(bytes) }));
    // By its name: while a screen is loaded, that of before is still there, hidden.
    await page
      .locator(`input[aria-label="${words.review.files}"]`)
      .setInputFiles([...files, { name: "x.xlsx", mimeType: "", buffer: Buffer.from("x") }]);
    await page.getByRole("button", { name: words.review.start }).click();
    await page.locator("#review-result").waitFor({ timeout: 60_000 });
    const narrow = await page.evaluate(
      () => document.documentElement.scrollWidth <= innerWidth && document.getElementById("screen")!.scrollWidth <= innerWidth,
    );
    expect([await serious(page, look), narrow]).toEqual([[], true]);
    // By keyboard from the result to the button, which puts the sheets in.
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("review-result");
    const insert = page.getByRole("button", { name: words.review.insert });
    await insert.focus();
    await page.keyboard.press("Enter");
    await page.getByText(words.notice.summary.replace("{sheet}", "汇总")).waitFor({ timeout: 60_000 });
    expect(await page.evaluate(() => window.testExcel.book.sheets.map(({ name }) => name))).toEqual(
      expect.arrayContaining(["汇总", "明细", "图表", "_summary"]),
    );
    await insert.focus();
    await page.keyboard.press("Enter");
    const question = page.getByRole("alertdialog");
    await question.waitFor();
    await still(page);
    expect([await serious(page, look), strangers, complaints]).toEqual([[], [], []]);
    await page.keyboard.press("Escape");
    await page.context().close();
  },
);

inBrowser.each(["zh-CN", "en-US"] as const)(
  "built for another form, it inserts that one, finds what is wrong, hands out the sealed file and sums up, in the form's own words (%s)",
  async (locale) => {
    builtForFarms();
    const { url: farm, server: farmServer } = await servePane(join(OUT, "pane"));
    const { page, strangers, complaints } = await openPage(browser, farm, { width: 320, locale });
    const words = localeFor(locale, farms.form).pane;
    const nothingOfAnnex2 = async (): Promise<void> => expect(await page.locator("body").innerText()).not.toMatch(ANNEX2);
    const school = page.getByRole("combobox", { name: words.fill.school });
    await school.click();
    await nothingOfAnnex2();
    await page.getByRole("option", { name: RED }).click();
    await page.getByText(fill(words.fill.lines, { count: 2 })).waitFor();
    await nothingOfAnnex2();
    await page.getByRole("button", { name: words.fill.insert }).click();
    await page.getByText(words.notice.inserted).waitFor();
    await nothingOfAnnex2();

    const at = valueAt(programmePlaces(farms.form, "作物1"), "1");
    const typed = fillings({ values: [{ "1": 121 }] }).flatMap((one) =>
      one.kind === "value" ? [{ place: cellName(one), value: one.value as string | number }] : [],
    );
    const type = (all: typeof typed): Promise<void> =>
      page.evaluate((cells) => cells.forEach(({ place, value }) => window.testExcel.type(place, value)), all);
    await type(typed);
    const row = page.locator(`[data-row="A02|${cellName(at)}"]`);
    await row.waitFor();
    expect(await row.innerText()).toMatch(/有机播种面积.*121/s);
    await nothingOfAnnex2();
    await type([{ place: cellName(at), value: 31 }]);
    await page.getByRole("heading", { name: words.check.clean }).waitFor();

    await page.getByRole("tab", { name: words.tabs.send }).click();
    const [copy] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: words.send.file }).click()]);
    const sent = new Uint8Array(readFileSync(await copy.path()));
    const received = await check(openXlsx(sent), farms, { locale: localeFor(locale, farms.form) });
    expect(received).toMatchObject({ ok: true, value: { status: "clean", seal: { state: "sealed" } } });
    await nothingOfAnnex2();

    // Judged in the worker, which is built with the form, too.
    await page.getByRole("tab", { name: words.tabs.review }).click();
    await page
      .locator(`input[aria-label="${words.review.files}"]`)
      .setInputFiles(
        [sent, filled({ school: EAST })].map((bytes, index) => ({ name: `${index}.xlsx`, mimeType: "", buffer: Buffer.from(bytes) })),
      );
    await page.getByRole("button", { name: words.review.start }).click();
    await page.getByText(fill(words.review.read, { files: 2, used: 2, superseded: 0, refused: 0 })).waitFor();
    await nothingOfAnnex2();
    expect([strangers, complaints]).toEqual([[], []]);
    await page.context().close();
    farmServer.close();
  },
);

inBrowser("汇总 is cancelled while the worker works, and begins anew", async () => {
  const { page } = await openPage(browser, url, { width: 320 });
  await page.getByRole("tab").nth(3).click();
  const bytes = await clean();
  const files = Array.from({ length: 30 }, (_, at) => ({ name: `${at}.xlsx`, mimeType: "", buffer: Buffer.from(bytes) }));
  await page.locator(`input[aria-label="${zhCN.pane.review.files}"]`).setInputFiles(files);
  await page.getByRole("button", { name: zhCN.pane.review.start }).click();
  await page.getByRole("button", { name: zhCN.pane.cancel }).click();
  await page.getByText(zhCN.pane.review.stopped).waitFor();
  expect(await page.locator("#review-result").count()).toBe(0);
  await page.getByRole("button", { name: zhCN.pane.review.start }).click();
  await page.locator("#review-result").waitFor({ timeout: 120_000 });
  await page.context().close();
});

inBrowser("Chinese is composed in the explanation, and no key of the composition moves the list or writes the cell", async () => {
  const { page } = await openPage(browser, url, { width: 320, file: await faulty() });
  await page.locator("[data-row]").nth(4).click();
  const box = page.locator("textarea");
  await box.focus();
  const session = await page.context().newCDPSession(page);
  await session.send("Input.imeSetComposition", { text: "kuan", selectionStart: 4, selectionEnd: 4 });
  await session.send("Input.insertText", { text: "款项下年一月拨付到账" });
  expect(await box.inputValue()).toBe("款项下年一月拨付到账");
  await page.getByText(zhCN.pane.check.explainReady).waitFor();
  await page.keyboard.press("Control+Enter");
  await page.getByText(zhCN.pane.check.explainWritten).waitFor();
  await page.context().close();
});

inBrowser(
  "Chinese is composed in the school field: the list opens, narrows to what was composed, and Enter of the input method picks nothing",
  async () => {
    const { page } = await openPage(browser, url, { width: 320 });
    const field = page.getByRole("combobox", { name: /填报单位/ });
    await field.focus();
    const session = await page.context().newCDPSession(page);
    const compose = (text: string): Promise<unknown> =>
      session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
    const options = page.getByRole("listbox").getByRole("option");
    await compose("xiang");
    // Letters of the input method are shown, and looked for by nobody.
    expect(await field.inputValue()).toBe("xiang");
    await options.first().waitFor();
    expect(await options.count()).toBeGreaterThan(10);
    expect(await page.getByText(zhCN.pane.fill.notOnRoster).count()).toBe(0);
    await session.send("Input.dispatchKeyEvent", { type: "rawKeyDown", key: "Enter", code: "Enter", windowsVirtualKeyCode: 229 });
    await session.send("Input.insertText", { text: "襄阳" });
    await options.filter({ hasText: "襄阳职业技术学院" }).waitFor();
    expect(await options.allTextContents()).toEqual(expect.arrayContaining(["襄阳职业技术学院"]));
    expect((await options.allTextContents()).every((name) => name.includes("襄阳"))).toBe(true);
    expect(await field.inputValue()).toBe("襄阳");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    expect(await field.inputValue()).toContain("襄阳");
    await options.first().waitFor({ state: "detached" });
    await page.getByText(/名录中有 \d+ 个专业/).waitFor();
    await page.context().close();
  },
);

inBrowser(
  "a school is found by an abbreviation, pasted over another, and taken where the roster lacks it, by the keyboard alone",
  async () => {
    const { page } = await openPage(browser, url, { width: 320 });
    await schoolByKeyboard(page);
    await page.context().close();
  },
);

inBrowser("without script, or in an engine too old for it, a plain sentence stands there", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${url}/taskpane.html`);
  expect(await page.locator(".old").isVisible()).toBe(true);
  // The help that the manifest names, too, with its pictures.
  for (const name of ["help.html", "help-en.html"]) {
    await page.goto(`${url}/${name}`);
    const widths = await page.locator("img").evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth));
    expect([name, widths.length > 2, widths.includes(0)]).toEqual([name, true, false]);
  }
  await context.close();
  const html = readFileSync(join(PANE, "taskpane.html"), "utf8");
  // An engine without modules loads no script of ours, and one without the query never hides the sentence.
  expect([...html.matchAll(/<script\b[^>]*>/g)].every(([tag]) => /type="?module/.test(tag))).toBe(true);
  expect(html.replace(/\s/g, "")).toMatch(/@supports\(aspect-ratio:1\)\{\.old\{display:none/);
});

inBrowser("where Office cannot be reached, the pane says so", async () => {
  const context = await browser.newContext({ locale: "zh-CN" });
  const page = await context.newPage();
  await page.route("**/office.js", (route) => route.abort());
  await page.goto(`${url}/taskpane.html`);
  await page.getByText(zhCN.pane.officeUnreachable.title).waitFor();
  expect(await serious(page)).toEqual([]);
  await context.close();
});

// `SHOTS=folder npx jest test/taskpane/browser -t pictures`: for eyes, not for machines; `SHOTS_ONLY=fill-320` takes those alone.
const shots = process.env["SHOTS"];
if (shots) test("pictures of every screen, in both widths, languages and all looks", () => takeShots(shots));
