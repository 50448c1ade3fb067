import { mkdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildIfNeeded, serve } from "./serve-playground.mjs";

/** `npm run pictures`: takes the pictures of the README from the playground as it is now. */
const { launchBrowser } = createRequire(import.meta.url)("./browser.cjs");
const pictures = fileURLToPath(new URL("../assets/pictures/", import.meta.url));

buildIfNeeded();
mkdirSync(pictures, { recursive: true });
const { server, url } = await serve(0);
const browser = await launchBrowser();
const page = await browser.newPage({ viewport: { width: 1440, height: 860 }, locale: "zh-CN", reducedMotion: "reduce" });
page.setDefaultTimeout(120_000);
await page.goto(`${url}#full-of-faults`);
const row = page.frameLocator("iframe").locator('[data-row="A06|表2!F29"]');
await row.click();
await page.waitForFunction(
  () => window.playground.excel.book.selection.address === "F29" && window.playground.shownAt("表2!G29").includes("A06"),
);
// The grid paints a while after it knows.
await page.waitForTimeout(3000);
await page.screenshot({ path: join(pictures, "playground.png") });
await browser.close();
server.close();
