import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildIfNeeded, serve } from "./serve-page.mjs";

/** Takes the pictures of the guide from the page as it is now, with a form that it issues and spoils itself. */
const { launchBrowser } = createRequire(import.meta.url)("./browser.cjs");
const pictures = fileURLToPath(new URL("../src/guide/pictures/", import.meta.url));
const SCHOOL = "武汉职业技术学院";

buildIfNeeded();
mkdirSync(pictures, { recursive: true });
const { server, url } = await serve(0);
const browser = await launchBrowser();
const page = await browser.newPage({
  viewport: { width: 1280, height: 760 },
  locale: "zh-CN",
  reducedMotion: "reduce",
  acceptDownloads: true,
});
const take = (name) => page.screenshot({ path: join(pictures, `${name}.png`) });

await page.goto(url);
await page.locator(".tasks").waitFor();
await take("home");

await page.goto(`${url}#/take`);
await page.getByRole("combobox", { name: /填报单位/ }).click();
await page.getByRole("combobox", { name: /填报单位/ }).pressSequentially("武汉职业");
await page.getByRole("option", { name: SCHOOL }).click();
await page.getByRole("combobox", { name: /报告期/ }).selectOption("2026-S2");
await take("take");
const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "下载统计表" }).click()]);
const path = await download.path();

await page.goto(`${url}#/check`);
await page.locator(".drop input[accept]").setInputFiles({ name: download.suggestedFilename(), mimeType: "", buffer: readFileSync(path) });
await page.getByRole("button", { name: "表1", exact: false }).first().click();
for (const [name, value] of [
  [/^01 .*，F/, "12"],
  [/^02 .*，F/, "15"],
  [/^03 .*，F/, "6"],
]) {
  await page.getByRole("textbox", { name }).fill(value);
  await page.keyboard.press("Enter");
  await page.locator('.bar button[aria-label="撤消"]:not([aria-disabled="true"])').waitFor();
  await page.locator(".progress").waitFor({ state: "detached" });
}
await page.locator('[data-row^="A02"]').first().click();
await page.evaluate(() => window.scrollTo(0, 0));
await take("check");

// What a reviewer sees: one form has come, filled in with some mistakes, for the period of today. A blank one would be no report.
const samples = mkdtempSync(join(tmpdir(), "guide-"));
execFileSync(process.execPath, [fileURLToPath(new URL("../dist/demo.js", import.meta.url))], { cwd: samples, stdio: "ignore" });
const buffer = readFileSync(join(samples, "samples", "示例-有错误.xlsx"));
rmSync(samples, { recursive: true });
await page.goto(`${url}#/consolidate`);
const mimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
await page.locator(".drop input[accept]").setInputFiles([{ name: `${SCHOOL}.xlsx`, mimeType, buffer }]);
await page.getByRole("button", { name: "开始汇总" }).click();
await page.locator('.downloads button:not([aria-disabled="true"])').first().waitFor();
await page.locator(".consolidated").evaluate((result) => window.scrollTo(0, result.getBoundingClientRect().top + window.scrollY - 90));
await take("consolidate");
await browser.close();
server.close();
