import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { serve } from "../.scripts/serve-page.mjs";

/**
 * Page and pane in a real browser: JavaScript before a task is chosen, first paint to usable, a form dropped to its findings beside
 * the command line. Medians; what is compared is measured in turns.
 */
const require = createRequire(import.meta.url);
const { launchBrowser } = require("../.scripts/browser.cjs");
const root = fileURLToPath(new URL("..", import.meta.url));
const dist = (...names) => join(root, "dist", ...names);
const ROUNDS = 9;
const MANY = 41;
const WARM = 30;
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

const folder = mkdtempSync(join(tmpdir(), "bench-page-"));
const form = join(folder, "form.xlsx");
const cli = (...args) => {
  const start = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [dist("cli.js"), ...args]);
  if (status === 2) throw new Error(stderr.toString());
  return performance.now() - start;
};
cli("template", "--school", "武汉职业技术学院", "--period", "2026-S2", "--out", form);
const many = Array.from({ length: MANY }, (_, index) => join(folder, `${index}.xlsx`));
for (const path of many) copyFileSync(form, path);

/** What stands for office.js beside the pane: Microsoft's client and the in-memory Excel of the tests. */
function officeStub() {
  const config = join(root, "test/taskpane/browser/stub.webpack.cjs");
  const { status, stdout } = spawnSync(process.execPath, [
    require.resolve("webpack-cli/bin/cli.js"),
    "--config",
    config,
    "--output-path",
    folder,
  ]);
  if (status !== 0) throw new Error(stdout.toString());
  const client = readFileSync(require.resolve("@microsoft/office-js/dist/excel-web-16.00.js"), "utf8");
  return `${client}\n;${readFileSync(join(folder, "stub.js"), "utf8")}`;
}

const sizeOf = (path) => gzipSync(readFileSync(path), { level: 9 }).length;
const initial = [...readFileSync(dist("page", "index.html"), "utf8").matchAll(/<script[^>]* src="?([^"\s>]+)/g)].reduce(
  (sum, [, name]) => sum + sizeOf(dist("page", name)),
  0,
);

const here = await serve(0);
const there = await serve(0, dist("pane"));
const browser = await launchBrowser();

/** Milliseconds from the first paint until what is waited for is drawn. */
async function usable(address, selector, prepare = async () => undefined) {
  const page = await (await browser.newContext()).newPage();
  await prepare(page);
  await page.addInitScript((wanted) => {
    window.usable = new Promise((done) => {
      const look = () =>
        document.querySelector(wanted)
          ? requestAnimationFrame(() => setTimeout(() => done(performance.now())))
          : requestAnimationFrame(look);
      look();
    });
  }, selector);
  await page.goto(address);
  const time = await page.evaluate(async () => {
    const end = await window.usable;
    return end - (performance.getEntriesByName("first-paint")[0]?.startTime ?? 0);
  });
  await page.context().close();
  return time;
}

const stub = officeStub();
const asOffice = async (page) => {
  await page.addInitScript(`window.testBook = { locale: "zh-CN" }`);
  await page.route(/\/office\.js$/, (route) => route.fulfill({ contentType: "text/javascript", body: stub }));
};
const opened = Array.from({ length: ROUNDS });
for (const round of opened.keys())
  opened[round] = [await usable(here.url, ".tasks a"), await usable(`${there.url}taskpane.html`, '[role="tab"]', asOffice)];

const page = await browser.newPage();
await page.goto(`${here.url}#/check`);
await page.locator(".drop").waitFor();

/** Milliseconds from the moment the page has a file to its findings. */
async function dropped() {
  await page.evaluate(() => {
    window.shown = new Promise((done) => {
      const observer = new MutationObserver(() => document.querySelector("[data-row]") && (observer.disconnect(), done(performance.now())));
      observer.observe(document.body, { childList: true, subtree: true });
    });
    document
      .querySelector('.drop input[type="file"]')
      .addEventListener("change", () => (window.begun = performance.now()), { capture: true, once: true });
  });
  await page.locator('.drop input[type="file"]').setInputFiles(form);
  const time = await page.evaluate(async () => (await window.shown) - window.begun);
  await page.getByRole("button", { name: /返回文件列表/ }).click();
  return time;
}
// What a browser has just loaded runs slowly until it has been compiled: both sides of a comparison of the warm are warm.
for (let round = 0; round < WARM; round++) await dropped();
const found = [];
for (let round = 0; round < ROUNDS; round++)
  found.push([await dropped(), cli("check", form, "--format", "json"), cli("check", ...many, "--format", "json")]);
const ofPage = median(found.map(([time]) => time));
const ofRun = median(found.map(([, time]) => time));
const ofFile = median(found.map(([, one, all]) => (all - one) / (MANY - 1)));

await browser.close();
here.server.close();
there.server.close();
rmSync(folder, { recursive: true });

const all = readdirSync(dist("page")).reduce((sum, name) => sum + statSync(dist("page", name)).size, 0);
const [ofHome, ofPane] = [0, 1].map((at) => median(opened.map((times) => times[at])));
const ms = (value) => `${value.toFixed(0)} ms`;
const ratio = (value) => `${value.toFixed(2)}×`;
const rows = [
  ["page, JavaScript before a task is chosen, gzip", `${(initial / 1000).toFixed(0)} kB`, "≤ 125 kB", initial <= 125_000],
  ["page, all files", `${(all / 1e6).toFixed(1)} MB`, "", true],
  ["first paint to usable, page / pane", `${ratio(ofHome / ofPane)} (${ms(ofHome)} / ${ms(ofPane)})`, "", true],
  ["form dropped to findings / run of check on it", `${ratio(ofPage / ofRun)} (${ms(ofPage)} / ${ms(ofRun)})`, "≤ 3×", ofPage <= 3 * ofRun],
  ["form dropped to findings / one more file in a run of check", `${ratio(ofPage / ofFile)} (${ms(ofPage)} / ${ms(ofFile)})`, "", true],
];
console.log("| what | measured | limit | |\n|---|---|---|---|");
for (const [what, measured, limit, kept] of rows)
  console.log(`| ${what} | ${measured} | ${limit} | ${limit === "" ? "" : kept ? "kept" : "MISSED"} |`);
process.exitCode = rows.every(([, , , kept]) => kept) ? 0 : 1;
