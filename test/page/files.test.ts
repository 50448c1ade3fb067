import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { check } from "../../src/actions/check";
import { reporters } from "../../src/actions/report";
import { enUS, zhCN } from "../../src/locales";
import { openOffice } from "../../src/workbook/office";
import { LARGEST_FILE } from "../../src/workbook/xlsx";
import { version } from "../../package.json";
import { inBrowser } from "../browser";
import { run } from "../cli/built";
import { newFolder } from "../cli/folder";
import { startExcel } from "../host";
import { catalogue } from "../sheets/plans";
import { hostileFiles } from "../xlsx/hostile-files";
import { downloaded, give, Place, speakEnglish, workersGone } from "./open";
import { filled, heavy, manySheets } from "./filled";
import { ANSWER, longestTask } from "./tasks";
import { difference } from "../difference";

let place: Place;
beforeAll(async () => {
  place = await Place.start();
}, 600_000);
afterAll(() => place?.end(), 60_000);

/** The same report as the command line writes, of the form as the pane finds it in Excel. */
async function reportThroughExcel(path: string, bytes: Uint8Array, locale: typeof zhCN): Promise<string> {
  await startExcel().openFile(bytes);
  const checked = await check(openOffice({ marker: "_meta" }), catalogue, { locale });
  if (!checked.ok) throw new Error(checked.error.code);
  const reporter = reporters.json({ tool: { name: "cluster-report", version }, from: "built-in", ...catalogue, locale });
  return [reporter.begin(), reporter.file({ path, outcome: { kind: "checked", checked: checked.value } }), ...reporter.end()].join("");
}

async function exported(page: Page, kind: "xlsx" | "html" | "json"): Promise<Buffer> {
  await page.getByRole("button", { name: /导出问题清单|Export the findings/ }).click();
  return (await downloaded(page, () => page.getByRole("menuitem", { name: new RegExp(`\\.${kind}`) }).click())).bytes;
}

/** Bytes of JavaScript objects that the page holds, and the elements it has. */
async function held(page: Page): Promise<{ readonly bytes: number; readonly nodes: number }> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  const { nodes } = await session.send("Memory.getDOMCounters");
  await session.detach();
  return { bytes: usedSize, nodes };
}

/** Empties the list; with the last file the worker goes, too, and all that it took. */
async function empty(page: Page): Promise<void> {
  await page.getByRole("button", { name: "全部移除" }).click();
  await page.locator(".files").waitFor({ state: "detached" });
  await workersGone(page);
}

inBrowser(
  "the same files give byte-equal JSON on the page and on the command line, and a form gives it in Excel, too",
  async () => {
    const faulty = await filled([{ values: { "20": 365, "18": "２６", "26": null } }]);
    const files = [
      { name: "b.xlsx", bytes: faulty },
      { name: "a.xlsx", bytes: await filled() },
      { name: "c.xlsx", bytes: new TextEncoder().encode("no workbook") },
    ];
    const folder = newFolder();
    for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes);
    for (const locale of [zhCN, enUS]) {
      const { page, context, trouble } = await place.open({}, "#/check");
      if (locale === enUS) await speakEnglish(page);
      const cli = (format: string, ...names: readonly string[]): string =>
        run(folder, ["check", ...names, "--format", format, "--lang", locale.tag]).out;
      await give(page, ...files);
      await page.locator(".tally").waitFor();
      for (const format of ["json", "html"] as const)
        expect(difference((await exported(page, format)).toString("utf8"), cli(format, "a.xlsx", "b.xlsx", "c.xlsx"))).toBeUndefined();
      expect([...(await exported(page, "xlsx")).subarray(0, 2)]).toEqual([0x50, 0x4b]);

      await page
        .getByRole("button", { name: /b\.xlsx$/ })
        .first()
        .click();
      await page.locator(".form tbody tr").first().waitFor();
      const one = (await exported(page, "json")).toString("utf8");
      expect(difference(one, cli("json", "b.xlsx"))).toBeUndefined();
      expect(difference(one, await reportThroughExcel("b.xlsx", faulty, locale))).toBeUndefined();
      expect(JSON.parse(one)).toMatchObject({ files: [{ path: "b.xlsx", findings: [{ ref: "F01" }, { ref: "A06" }, { ref: "A08" }] }] });
      expect(trouble).toEqual([]);
      await context.close();
    }
  },
  300_000,
);

inBrowser(
  "two hundred files at once are all checked while the page answers, and their memory comes back",
  async () => {
    const bytes = await filled([{ values: { "26": null } }]);
    const files = Array.from({ length: 200 }, (_, index) => ({ name: `${index}.xlsx`, bytes }));
    const { page, trouble } = await place.open({}, "#/check");
    const checked = async (): Promise<void> => {
      await give(page, ...files);
      await page.getByText("共 200 份：通过 0 份，未通过 200 份，未能读取 0 份。").waitFor({ timeout: 300_000 });
    };
    await page.locator(".drop").waitFor();
    const longest = await longestTask(place.browser, page, checked);
    expect(longest).toBeLessThan(ANSWER);
    const full = await held(page);
    await empty(page);
    // The first round loads what stays loaded; what the second leaves over that would be a leak.
    const once = await held(page);
    await checked();
    await empty(page);
    const twice = await held(page);
    process.stderr.write(`200 files: longest task ${longest.toFixed(0)} ms; heap ${full.bytes} -> ${once.bytes} -> ${twice.bytes}\n`);
    expect(twice.bytes / once.bytes).toBeLessThan(1.1);
    expect(twice.nodes / full.nodes).toBeLessThan(0.5);
    expect(trouble).toEqual([]);
  },
  900_000,
);

inBrowser(
  "each hostile file is refused in words while the page answers, and its memory comes back",
  async () => {
    const { page, trouble } = await place.open({}, "#/check");
    const files = [
      ...hostileFiles.map(([, , make], index) => ({ name: `${index}.xlsx`, bytes: make() })),
      { name: "large.xlsx", bytes: new Uint8Array(LARGEST_FILE + 1) },
      { name: "20 MB.xlsx", bytes: new Uint8Array(20 << 20).fill(80) },
    ];
    // Whatever stays loaded is loaded before.
    await give(page, ...files.slice(0, 2));
    await page.locator(".tally").waitFor();
    await empty(page);
    const before = await held(page);
    const longest = await longestTask(place.browser, page, async () => {
      await give(page, ...files);
      await page
        .locator(".files tbody tr")
        .nth(files.length - 1)
        .waitFor();
      await page.locator(".tally").waitFor({ timeout: 300_000 });
    });
    const outcomes = await page
      .locator(".files tbody tr")
      .evaluateAll((rows) => rows.map((row) => [row.querySelector(".outcome")?.textContent, row.querySelector(".why")?.textContent ?? ""]));
    for (const [outcome, why] of outcomes) expect([outcome, why !== ""]).toEqual(["未能读取", true]);
    expect(longest).toBeLessThan(ANSWER);
    await empty(page);
    const after = await held(page);
    process.stderr.write(`hostile: longest task ${longest.toFixed(0)} ms; heap ${before.bytes} -> ${after.bytes}\n`);
    expect(after.bytes / before.bytes).toBeLessThan(1.5);
    expect(trouble).toEqual([]);
  },
  900_000,
);

inBrowser(
  "a form of 20 MB, and one of thirty sheets full of faults, are shown and changed while the page answers",
  async () => {
    for (const [name, bytes] of [
      ["20 MB.xlsx", heavy(await filled([{ values: { "18": "２６" } }]), (20 << 20) - 200_000)],
      ["many.xlsx", manySheets(30)],
    ] as const) {
      const { page, context, trouble } = await place.open({}, "#/check");
      await page.locator(".drop").waitFor();
      const longest = await longestTask(place.browser, page, async () => {
        await give(page, { name, bytes });
        // By selectors of the browser's own: reckoning the names of a thousand buttons would itself be a long task.
        const [cover, first] = [page.locator(".form .sheet").nth(0), page.locator(".form .sheet").nth(1)];
        const code = page.locator('input[aria-label^="18 "][class="number"]');
        await first.click();
        const undo = page.locator('.bar [aria-keyshortcuts="Control+Z"]:not([aria-disabled="true"])');
        await code.fill("27");
        await page.keyboard.press("Enter");
        await undo.waitFor();
        await undo.click();
        await page.locator('.bar [aria-keyshortcuts="Control+Y"]:not([aria-disabled="true"])').waitFor();
        await cover.click();
        await first.click();
        await code.waitFor();
      });
      process.stderr.write(`${name}: ${bytes.length} bytes, longest task ${longest.toFixed(0)} ms\n`);
      expect(longest).toBeLessThan(ANSWER);
      const draft = await downloaded(page, () => page.getByRole("button", { name: "下载修改稿" }).click());
      expect(draft.bytes.length / bytes.length).toBeGreaterThan(0.99);
      expect(trouble).toEqual([]);
      await context.close();
    }
  },
  900_000,
);

inBrowser(
  "long work can be stopped: what was checked stays, the rest says so, and the next file is checked as ever",
  async () => {
    const bytes = await filled();
    const { page, trouble } = await place.open({}, "#/check");
    await give(page, ...Array.from({ length: 300 }, (_, index) => ({ name: `${index}.xlsx`, bytes })));
    await page.locator(".files .outcome.clean").first().waitFor();
    await page.getByRole("button", { name: "停止" }).click();
    await page.locator(".tally").waitFor();
    await page.locator(".files tbody tr").nth(299).waitFor();
    const stopped = await page.locator(".files .why", { hasText: "已停止，这份文件没有检查。" }).count();
    const clean = await page.locator(".files .outcome.clean").count();
    expect([stopped > 0, clean > 0, stopped + clean]).toEqual([true, true, 300]);
    await workersGone(page);
    await page.getByRole("button", { name: "打开 299.xlsx" }).click();
    await page.getByRole("heading", { name: "全部通过" }).waitFor();
    expect(trouble).toEqual([]);
  },
  300_000,
);
