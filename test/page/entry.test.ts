import type { Locator, Page } from "playwright-core";
import { check } from "../../src/actions/check";
import { shown } from "../../src/domain";
import { zhCN } from "../../src/locales";
import { openXlsx } from "../../src/workbook/xlsx";
import { inBrowser } from "../browser";
import { catalogue } from "../sheets/plans";
import { downloaded, give, Place, type Opened } from "./open";
import { filled } from "./filled";

let place: Place;
beforeAll(async () => {
  place = await Place.start();
}, 600_000);
afterAll(() => place?.end(), 60_000);

const CODES = catalogue.form.indicators.map(({ code }) => code);

/** The page with one form open. */
async function opened(bytes: Uint8Array): Promise<Opened> {
  const it = await place.open({}, "#/check");
  await give(it.page, { name: "form.xlsx", bytes });
  await it.page.locator('input[aria-label^="32 "].number').waitFor();
  return it;
}

function cell(page: Page, code: string): Locator {
  return page.locator(`input.number[aria-label^="${code} "]`);
}

/** Puts a text into a cell, as pasting does, without leaving it. */
async function put(page: Page, code: string, text: string): Promise<void> {
  await cell(page, code).focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.insertText(text);
}

/** What the form on the page shows, by code. */
async function onScreen(page: Page): Promise<Record<string, string>> {
  const all = await page
    .locator("input.number")
    .evaluateAll((inputs) => inputs.map((input) => [input.getAttribute("aria-label")!.split(" ")[0]!, (input as HTMLInputElement).value]));
  return Object.fromEntries(all) as Record<string, string>;
}

/** What stands in a file, by code. */
async function inFile(bytes: Uint8Array): Promise<Record<string, string>> {
  const checked = await check(openXlsx(bytes), catalogue, { locale: zhCN });
  if (!checked.ok) throw new Error(checked.error.code);
  const [report] = checked.value.form.submission.programmes;
  return Object.fromEntries(CODES.map((code) => [code, String(shown(report!.values[code]!))]));
}

const draft = async (page: Page): Promise<Uint8Array> =>
  (await downloaded(page, () => page.getByRole("button", { name: "下载修改稿" }).click())).bytes;
const undo = (page: Page): Locator => page.getByRole("button", { name: "撤消" });

inBrowser(
  "what is entered faster than it is checked stays on the screen, is in the file that is asked for next, and is undone cell by cell",
  async () => {
    const before = await filled();
    const { page, trouble } = await opened(before);
    const wanted = Object.fromEntries(CODES.map((code, index) => [code, String(300 + index)]));
    for (const code of CODES) {
      await put(page, code, wanted[code]!);
      // Leaving the last one is left to the press that asks for the file.
      if (code !== CODES.at(-1)) await page.keyboard.press("Tab");
    }
    const [cover, first] = [page.locator(".form .sheet").nth(0), page.locator(".form .sheet").nth(1)];
    const file = await draft(page);
    expect(await inFile(file)).toEqual(wanted);
    expect(await onScreen(page)).toEqual(wanted);

    // Another sheet and back, while what was entered is on its way.
    await put(page, "01", "401");
    await page.keyboard.press("Tab");
    await put(page, "02", "402");
    await cover.click();
    await first.click();
    await cell(page, CODES.at(-1)!).waitFor();
    expect(await onScreen(page)).toEqual({ ...wanted, "01": "401", "02": "402" });
    await undo(page).click();
    expect(await inFile(await draft(page))).toEqual({ ...wanted, "01": "401" });
    expect(await onScreen(page)).toEqual({ ...wanted, "01": "401" });
    expect(trouble).toEqual([]);
  },
  300_000,
);

inBrowser(
  "what is typed on after Enter, and what is entered as one leaves the form, is in the file",
  async () => {
    const { page, trouble } = await opened(await filled());
    await put(page, "18", "3");
    await page.keyboard.press("Enter");
    await page.keyboard.insertText("1");
    await page.keyboard.press("Tab");
    await put(page, "20", "187");
    await page.getByRole("button", { name: "返回" }).click();
    await page.getByRole("button", { name: "打开 form.xlsx" }).click();
    await cell(page, CODES.at(-1)!).waitFor();
    expect(await onScreen(page)).toMatchObject({ "18": "31", "20": "187" });
    expect(await inFile(await draft(page))).toMatchObject({ "18": "31", "20": "187" });
    // All is on the disk, but for the cell that is being typed in: of that it is asked, and whoever stays has it.
    await put(page, "19", "5");
    const asked = page.waitForEvent("dialog");
    const [dialog] = await Promise.all([asked, page.evaluate(() => void setTimeout(() => location.reload()))]);
    await dialog.dismiss();
    expect((await inFile(await draft(page)))["19"]).toBe("5");
    expect(trouble).toEqual([]);
  },
  300_000,
);

inBrowser(
  "a form is sealed with what was entered just before, and not at all where that must be corrected",
  async () => {
    const { page, trouble } = await opened(await filled());
    const send = page.locator(".bar").getByRole("button", { name: "生成报送文件" });
    await put(page, "18", "27");
    const sealed = await downloaded(page, () => send.click());
    expect((await inFile(sealed.bytes))["18"]).toBe("27");
    // A change that is taken back leaves what was made for sending as it was.
    const mail = page.getByRole("button", { name: "下载邮件草稿" });
    const unsaved = page.locator(".file-name .tag");
    await mail.waitFor();
    await put(page, "18", "28");
    await page.keyboard.press("Enter");
    await unsaved.waitFor();
    await mail.waitFor({ state: "detached" });
    await undo(page).click();
    await mail.waitFor();
    await unsaved.waitFor({ state: "detached" });
    const files: string[] = [];
    page.on("download", (download) => files.push(download.suggestedFilename()));
    await put(page, "18", "-1");
    await send.click();
    await page.locator('[data-row$="|表1!F27"]').waitFor();
    // Whatever the press before it had made would have come before.
    expect((await inFile(await draft(page)))["18"]).toBe("-1");
    expect(files).toEqual([expect.stringContaining("-修改稿")]);
    expect(trouble).toEqual([]);
  },
  300_000,
);

inBrowser(
  "a row that was corrected leaves the keyboard at the one that took its place",
  async () => {
    const { page, trouble } = await opened(await filled([{ values: { "18": "２６", "20": "１８６", "26": null } }]));
    const focused = (): Promise<string | undefined> => page.evaluate(() => (document.activeElement as HTMLElement).dataset["row"]);
    const rows = await page.locator("[data-row]").evaluateAll((all) => all.map((row) => (row as HTMLElement).dataset["row"]!));
    await page.locator(`[data-row="${rows[0]}"]`).focus();
    await page.keyboard.press("Control+Enter");
    await page.locator(`[data-row="${rows[0]}"]`).waitFor({ state: "detached" });
    expect(await focused()).toBe(rows[1]);
    // The button of all repairs goes with the last of them.
    const all = page.getByRole("button", { name: /^全部修正/ });
    await all.click();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /^修正 / })
      .click();
    await all.waitFor({ state: "detached" });
    expect(await focused()).toBe(await page.locator("[data-row]").first().getAttribute("data-row"));
    expect(trouble).toEqual([]);
  },
  300_000,
);

/** The box of the explanation that a form needs, opened from the list. */
async function explanation(page: Page): Promise<Locator> {
  await page.locator('[data-row="B04|表1!F38"]').click();
  return page.getByRole("textbox", { name: "说明", exact: true });
}

inBrowser(
  "what is half typed stays with its file, wherever one looks meanwhile, over a reload, too; and is asked about before it goes",
  async () => {
    const { page, context, trouble } = await opened(await filled([{ values: { "29": 20_000 } }]));
    const HALF = "本期承接国家级";
    await (await explanation(page)).fill(HALF);
    await page.getByRole("button", { name: "返回文件列表" }).click();
    await page.locator(".files .tag", { hasText: "说明尚未写入" }).waitFor();
    await page.getByRole("button", { name: "打开 form.xlsx" }).click();
    expect(await (await explanation(page)).inputValue()).toBe(HALF);

    await page.getByRole("link", { name: "使用说明" }).first().click();
    await page.locator("article h2").first().waitFor();
    await page.getByRole("link", { name: "检查并报送" }).first().click();
    expect(await (await explanation(page)).inputValue()).toBe(HALF);
    await page.getByRole("button", { name: "返回文件列表" }).click();
    // Another file with the very same cell has a text of its own.
    await give(page, { name: "other.xlsx", bytes: await filled([{ values: { "18": 27, "29": 20_000 } }]) });
    await page.locator(".file-name", { hasText: "other.xlsx" }).waitFor();
    expect(await (await explanation(page)).inputValue()).toBe("");
    await page.goBack();
    await page.getByRole("button", { name: "打开 form.xlsx" }).click();

    // A cell is left by the browser's own way back, too.
    await put(page, "18", "31");
    await page.goBack();
    await page.getByRole("button", { name: "打开 form.xlsx" }).click();
    await cell(page, CODES.at(-1)!).waitFor();
    expect((await inFile(await draft(page)))["18"]).toBe("31");
    await page.getByText("已下载：form-修改稿.xlsx").waitFor();

    // The file lies on the disk; what is typed does not.
    const asked = page.waitForEvent("dialog");
    const [dialog] = await Promise.all([asked, page.evaluate(() => void setTimeout(() => location.reload()))]);
    await Promise.all([page.waitForEvent("load"), dialog.accept()]);
    await cell(page, CODES.at(-1)!).waitFor();
    expect(await (await explanation(page)).inputValue()).toBe(HALF);
    expect((await onScreen(page))["18"]).toBe("31");
    page.on("dialog", (one) => void one.accept());
    await page.getByRole("button", { name: "返回文件列表" }).click();
    await page.getByRole("button", { name: "移除 form.xlsx" }).click();
    await page.locator(".confirm .primary").click();
    await page.getByRole("button", { name: "打开 form.xlsx" }).waitFor({ state: "detached" });
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    expect(trouble).toEqual([]);
    await context.close();
  },
  300_000,
);

inBrowser(
  "two tabs with one file lose nothing: each goes on from what the other kept, and says so",
  async () => {
    const { page: one, context, trouble } = await opened(await filled());
    const two = await context.newPage();
    await two.goto(`${place.url}#/check`);
    await cell(two, CODES.at(-1)!).waitFor();
    const elsewhere = (page: Page): Locator => page.getByText("这份文件在另一个标签页中改动过");

    await put(two, "18", "31");
    await two.keyboard.press("Enter");
    await elsewhere(one).waitFor();
    expect((await onScreen(one))["18"]).toBe("31");
    await put(one, "20", "187");
    await one.keyboard.press("Enter");
    await elsewhere(two).waitFor();
    expect(await onScreen(two)).toMatchObject({ "18": "31", "20": "187" });

    // A tab that hears nothing, as one that sleeps, finds what another one kept as it keeps its own.
    const deaf = await context.newPage();
    await deaf.addInitScript(() => {
      BroadcastChannel.prototype.dispatchEvent = () => true;
      Object.defineProperty(BroadcastChannel.prototype, "onmessage", { set: () => undefined });
    });
    await deaf.goto(`${place.url}#/check`);
    await cell(deaf, CODES.at(-1)!).waitFor();
    await put(one, "20", "188");
    await one.keyboard.press("Enter");
    await elsewhere(two).waitFor();
    await put(deaf, "18", "32");
    await deaf.keyboard.press("Enter");
    await elsewhere(deaf).waitFor();
    for (const page of [one, two])
      await page.waitForFunction(() => document.querySelector<HTMLInputElement>('input.number[aria-label^="18 "]')?.value === "32");
    for (const page of [deaf, one, two]) expect(await inFile(await draft(page))).toMatchObject({ "18": "32", "20": "188" });
    await one.reload();
    await cell(one, CODES.at(-1)!).waitFor();
    expect(await onScreen(one)).toMatchObject({ "18": "32", "20": "188" });
    expect(trouble).toEqual([]);
    await context.close();
  },
  300_000,
);
