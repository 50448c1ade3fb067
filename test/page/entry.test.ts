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
