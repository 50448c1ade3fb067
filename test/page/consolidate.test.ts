import { existsSync, mkdirSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { unzipSync } from "fflate";
import type { Page } from "playwright-core";
import { enUS, fill, zhCN } from "../../src/locales";
import { inBrowser } from "../browser";
import { run } from "../cli/built";
import { newFolder } from "../cli/folder";
import { foreign, python } from "../foreign/programs";
import { answered } from "../province/answered";
import { mail } from "../province/mail";
import { largeSummary } from "../province/large-summary";
import { annex2 } from "../province/plot";
import { PERIODS, province, type Province } from "../province/province";
import { write } from "../province/write";
import { hostileFiles } from "../xlsx/hostile-files";
import { makeZip } from "../xlsx/zip-maker";
import { objections } from "./axe";
import { filled } from "./filled";
import { downloaded, dropPaths, Place, speakEnglish, workersGone } from "./open";
import { ANSWER, longestTask } from "./tasks";
import { difference } from "../difference";

let place: Place;
let made: Province;
let folder: string;
beforeAll(async () => {
  place = await Place.start();
  made = await province(1);
  folder = newFolder();
  write(join(folder, "来件"), made.folder);
  // Of a time between two milliseconds browser and Node tell different ones.
  for (const name of made.folder.keys()) utimesSync(join(folder, "来件", name), 1_798_000_000, 1_798_000_000);
  made.earlier.forEach((files, index) => write(join(folder, `上期${index}`), files));
}, 1_800_000);
afterAll(() => place?.end(), 60_000);

const words = zhCN.page.consolidate;
const cli = (...args: readonly string[]): string =>
  run(folder, ["consolidate", ...args, "--period", "2026-S2", "--format", "json", "--lang", "zh-CN"]).out;

async function choosePeriod(page: Page): Promise<void> {
  await page.getByRole("combobox", { name: /报告期/ }).selectOption("2026-S2");
}

async function consolidated(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^(开始|重新)汇总$/ }).click();
  await page.getByRole("heading", { name: /^汇总结果（2026年下半年）/ }).waitFor({ timeout: 600_000 });
  await page.locator('.downloads button:not([aria-disabled="true"])').first().waitFor();
}

async function taken(page: Page, label: string): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  return downloaded(page, () => page.getByRole("button", { name: label, exact: true }).click());
}

/** The detail rows as they stand in the JSON, to the byte. */
const details = (json: string): string => json.slice(json.indexOf('"details": ['), json.indexOf('"findings": ['));

/** Every file with its fate, as the page shows it. */
async function rows(page: Page): Promise<{ readonly file: string; readonly fate: string; readonly why: string }[]> {
  const total = Number(/\d+/.exec(await page.locator(".sheet").first().innerText())![0]);
  const all = page.locator(".arrivals tbody tr");
  await all.nth(total - 1).waitFor();
  return all.evaluateAll((each) =>
    each.map((row) => ({
      file: row.querySelector("th")!.textContent!,
      fate: row.querySelector(".outcome")!.textContent!,
      why: row.querySelector(".note")!.textContent!,
    })),
  );
}

inBrowser(
  "a reviewer chooses a folder of mails, archives and files, sees what came of each, and takes away the same numbers as the command line gives",
  async () => {
    const { page, trouble } = await place.open();
    await page.getByRole("link", { name: /^汇总/ }).last().click();
    await choosePeriod(page);
    await page.locator(".drop input[webkitdirectory]").setInputFiles(join(folder, "来件"));
    await page.getByText(`已放入 ${made.folder.size} 个文件`).waitFor();
    await consolidated(page);

    const shown = await rows(page);
    const nameOf = (path: readonly string[]): string => ["来件/" + path[0]!, ...path.slice(1)].join(" › ");
    // Of two files with the same bytes either may be the one that counts.
    const twins = new Set(
      made.files.filter((one) => made.files.some((other) => other !== one && other.bytes === one.bytes)).map(({ path }) => nameOf(path)),
    );
    expect(twins.size).toBe(2);
    const known = (file: string): string => (twins.has(file) ? "twin" : file);
    const due = made.files.map(({ path, fate }) => [known(nameOf(path)), zhCN.summary.fate[fate.kind]]);
    expect(shown.map(({ file, fate }) => [known(file), fate]).sort()).toEqual(due.sort());
    expect(shown.filter(({ fate, why }) => fate !== zhCN.summary.fate.used && why === "")).toEqual([]);
    const stands = (...said: readonly string[]): Promise<void> =>
      said
        .reduce((rows, hasText) => rows.filter({ hasText }), page.locator(".standing tbody tr"))
        .first()
        .waitFor();
    for (const school of made.missing) await stands(school, zhCN.summary.schoolState.missing);
    await stands(made.misspelt.typed, made.misspelt.meant);
    const standing = await page.locator(".standing tbody tr").allInnerTexts();
    for (const school of made.missing) expect(standing.some((row) => row.startsWith(school) && row.includes("未报送"))).toBe(true);
    expect(standing.some((row) => row.startsWith(made.misspelt.typed) && row.includes(made.misspelt.meant))).toBe(true);
    await page.locator(".heaviest tbody tr").first().waitFor();

    const json = (await taken(page, words.take.json)).bytes.toString("utf8");
    expect(difference(json, cli("来件"))).toBeUndefined();
    expect(details(json).length).toBeGreaterThan(100_000);

    const summary = await taken(page, words.take.xlsx);
    expect(summary.name).toBe("2026年下半年-进展情况统计表汇总.xlsx");
    const zip = await taken(page, words.take.zip);
    const out = newFolder();
    for (const [name, bytes] of Object.entries(unzipSync(zip.bytes))) {
      mkdirSync(dirname(join(out, name)), { recursive: true });
      writeFileSync(join(out, name), bytes);
    }
    // Refused files and superseded ones go along.
    expect(Object.keys(unzipSync(zip.bytes))).toHaveLength(1 + made.files.length);
    const book = join(out, "2026年下半年-进展情况统计表汇总.xlsx");
    expect(existsSync(book)).toBe(true);
    if (foreign("openpyxl")) {
      const said = python([join(__dirname, "..", "province", "links.py"), book, annex2.catalogue.form.labels.current]);
      const { followed, wrong } = JSON.parse(said) as { followed: number; wrong: unknown[] };
      expect([wrong, followed]).toEqual([[], (JSON.parse(json) as { details: unknown[] }).details.length]);
    }

    const letters = await taken(page, zhCN.notice.zip.take);
    const names = Object.keys(unzipSync(letters.bytes));
    expect(names.filter((name) => name.endsWith(".xlsx")).length).toBeGreaterThan(0);
    for (const school of made.missing) expect(names.some((name) => name.startsWith(school) && name.endsWith(".eml"))).toBe(true);

    // A list of queries comes back answered; the summary of last period and a form of the year before are what this one compares with.
    const list = names.find((name) => name.endsWith("核实单.xlsx"))!;
    const answer = "已核对原始凭证（张三）";
    writeFileSync(join(folder, "答复.xlsx"), await answered(unzipSync(letters.bytes)[list]!, answer));
    utimesSync(join(folder, "答复.xlsx"), 1_798_000_000, 1_798_000_000);
    const yearAgo = join("上期0", [...made.earlier[0]!.keys()][0]!);
    writeFileSync(join(folder, "上期汇总.xlsx"), await largeSummary(annex2, made.earlier[1]!, PERIODS[1]!));
    await page.locator(".drop input[accept]").setInputFiles(join(folder, "答复.xlsx"));
    await page
      .getByRole("group", { name: words.earlier })
      .locator("input[accept]")
      .setInputFiles([join(folder, "上期汇总.xlsx"), join(folder, yearAgo)]);
    await page.getByText(words.stale).waitFor();
    await consolidated(page);
    const compared = (await taken(page, words.take.json)).bytes.toString("utf8");
    expect(difference(compared, cli("来件", "答复.xlsx", "--previous", "上期汇总.xlsx", yearAgo))).toBeUndefined();
    const { replies, findings } = JSON.parse(compared) as { replies: unknown[]; findings: { answer?: string }[] };
    expect(replies).toMatchObject([{ matched: 1, unmatched: 0 }]);
    expect(findings.filter((one) => one.answer !== undefined).map((one) => one.answer)).toEqual([answer]);
    expect(trouble).toEqual([]);
  },
  1_200_000,
);

inBrowser(
  "a folder, an archive and a mail are dropped together with hostile files: each of these is refused in words, the others count, and the page answers",
  async () => {
    const inbox = newFolder();
    const put = (name: string, bytes: Uint8Array): string => {
      mkdirSync(dirname(join(inbox, name)), { recursive: true });
      writeFileSync(join(inbox, name), bytes);
      return join(inbox, name);
    };
    const one = await filled();
    const other = await filled([], "武汉软件工程职业学院");
    put("夹/子夹/统计表.xlsx", one);
    put("夹/~$统计表.xlsx", new Uint8Array(10));
    hostileFiles.forEach(([, , make], index) => put(`夹/恶意/${index}.xlsx`, make()));
    const zip = put(
      "打包.zip",
      makeZip([
        { name: "子/统计表.xlsx", content: other },
        ...hostileFiles.slice(0, 5).map(([, , make], index) => ({ name: `${index}.xlsx`, content: make() })),
      ]),
    );
    const eml = put("来信.eml", mail("统计表", "2026-12-20T01:00:00Z", [{ name: "统计表.xlsx", bytes: one }]));
    const nested = put(
      "套.zip",
      makeZip([{ name: "a.zip", content: makeZip([{ name: "b.zip", content: makeZip([{ name: "c.xlsx", content: one }]) }]) }]),
    );
    const { page, trouble } = await place.open({}, "#/consolidate");
    await page.locator(".drop").waitFor();
    await choosePeriod(page);
    const longest = await longestTask(place.browser, page, async () => {
      await dropPaths(page, { x: 300, y: 500 }, [join(inbox, "夹"), zip, eml, nested]);
      await page.locator(".added-files").waitFor();
      await consolidated(page);
      await rows(page);
    });
    process.stderr.write(`hostile consolidation: longest task ${longest.toFixed(0)} ms\n`);
    const shown = await rows(page);
    const of = (fate: "used" | "superseded" | "refused"): string[] =>
      shown.filter((row) => row.fate === zhCN.summary.fate[fate]).map(({ file }) => file);
    // A file that reads as a grid is refused all the same: it is no form.
    expect(of("refused")).toHaveLength(hostileFiles.length + 5 + 1);
    expect(shown.filter(({ fate, why }) => fate === zhCN.summary.fate.refused && why === "")).toEqual([]);
    expect(of("used")).toHaveLength(2);
    expect(of("superseded")).toHaveLength(1);
    expect(of("used")).toContain("打包.zip › 子/统计表.xlsx");
    await page.getByText("另有 1 个附件不是报送的文件").waitFor();
    expect(longest).toBeLessThan(ANSWER);
    expect(trouble).toEqual([]);
  },
  1_200_000,
);

inBrowser(
  "long work can be stopped and goes on from there; files of another period offer that period; clearing leaves nothing",
  async () => {
    const bytes = await filled();
    const many = newFolder();
    for (let index = 0; index < 250; index++) writeFileSync(join(many, `${index}.xlsx`), bytes);
    const { page, trouble } = await place.open({}, "#/consolidate");
    await page.locator(".drop input[webkitdirectory]").setInputFiles(many);
    await page.getByText("已放入 250 个文件").waitFor();
    await page.getByRole("combobox", { name: /报告期/ }).selectOption("2026-S1");
    await page.getByRole("button", { name: words.start }).click();
    const bar = page.getByRole("progressbar");
    await bar.waitFor();
    await page.getByRole("button", { name: zhCN.page.work.cancel }).click();
    await page.getByText(words.stopped).waitFor();
    await workersGone(page);
    expect(await page.locator(".consolidated").count()).toBe(0);
    const longest = await longestTask(place.browser, page, async () => {
      await page.getByRole("button", { name: words.start }).click();
      await page.getByRole("button", { name: "改为汇总2026年下半年" }).click({ timeout: 600_000 });
      await page.getByText("读取 250 份：采用 1 份，被替代 249 份，未采用 0 份。").waitFor({ timeout: 600_000 });
      await rows(page);
    });
    process.stderr.write(`250 files: longest task ${longest.toFixed(0)} ms\n`);
    expect(longest).toBeLessThan(ANSWER);
    await page.getByRole("button", { name: zhCN.page.clear }).click();
    await page.locator(".confirm .primary").click();
    await page.locator(".consolidated").waitFor({ state: "detached" });
    expect(await page.locator(".added-files").count()).toBe(0);
    await workersGone(page);
    expect(trouble).toEqual([]);
  },
  1_200_000,
);

inBrowser(
  "with the keyboard alone a file is chosen, consolidated and taken away; axe-core finds nothing in the result at any width, in any colours",
  async () => {
    const path = join(newFolder(), "统计表.xlsx");
    // One act is one row: five texts that stand where numbers belong unfold, three blanks name their cells.
    const texts = Object.fromEntries(["01", "02", "03", "04", "05"].map((code) => [code, "约30"]));
    writeFileSync(path, await filled([{ values: { ...texts, "20": 365, "26": null, "27": null, "30": null } }]));
    const { page, trouble } = await place.open({ viewport: { width: 320, height: 800 } });
    const press = async (until: () => Promise<boolean>): Promise<void> => {
      for (let times = 0; times < 60 && !(await until()); times++) await page.keyboard.press("Tab");
      expect(await until()).toBe(true);
    };
    const focused =
      (selector: string, text = "") =>
      (): Promise<boolean> =>
        page.evaluate(
          ([one, said]) => (document.activeElement?.matches(one!) ?? false) && (document.activeElement?.textContent ?? "").includes(said!),
          [selector, text],
        );
    await press(focused('.tasks a[href="#/consolidate"]'));
    await page.keyboard.press("Enter");
    await page.locator(".drop").waitFor();
    await press(focused("select"));
    // Whatever day it is: from the latest period downwards.
    const period = (): Promise<string> => page.getByRole("combobox", { name: /报告期/ }).inputValue();
    await page.keyboard.press("Home");
    for (let times = 0; times < 20 && (await period()) !== "2026-S2"; times++) await page.keyboard.press("ArrowDown");
    expect(await period()).toBe("2026-S2");
    // Listened for early: a busy browser takes its time to hand its chooser over.
    const chooser = page.waitForEvent("filechooser");
    await press(focused(".drop button", words.drop.choose));
    await page.keyboard.press("Enter");
    await (await chooser).setFiles(path);
    await page.locator(".added-files").waitFor();
    // An earlier file that is none: of that it is said, too, in the language that is read.
    const earlier = join(newFolder(), "旧.xlsx");
    writeFileSync(earlier, "不是统计表");
    await page.getByRole("group", { name: words.earlier }).locator("input[accept]").setInputFiles(earlier);
    await press(focused("button", words.start));
    await page.keyboard.press("Enter");
    await page.getByText("读取 1 份：采用 1 份").waitFor();
    await press(focused(".downloads button", words.take.zip));
    const [file] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    expect(file.suggestedFilename()).toMatch(/\.zip$/);
    await page.getByText(`已下载：${file.suggestedFilename()}`).waitFor();
    // 20 and its parts: of so few lines nothing tells which of them is wrong.
    await page.getByText(fill(zhCN.summary.pending, { count: 4 })).waitFor();
    const rows = await page.locator(".heaviest tbody tr").allInnerTexts();
    expect(rows.filter((row) => row.includes("A08")).map((row) => /共 3 处：26-27（F35:F36）、30（F39）/.test(row))).toEqual([true]);
    expect(rows.filter((row) => row.includes("F01"))).toHaveLength(1);
    await press(focused(".heaviest summary"));
    await page.keyboard.press("Enter");
    await page.locator(".heaviest details[open] li").nth(4).waitFor();
    for (const [width, media] of [
      [320, {}],
      [1366, { colorScheme: "dark" }],
      [1024, { forcedColors: "active" }],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia(media);
      expect([width, await objections(page)]).toEqual([width, []]);
      expect([width, await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth <= 0)]).toEqual([width, true]);
    }
    await speakEnglish(page);
    await page.getByText("1 file read: 1 used").waitFor();
    await page.getByRole("listitem").filter({ hasText: enUS.refusal["not-a-workbook"] }).waitFor();
    expect(await objections(page)).toEqual([]);
    expect(trouble).toEqual([]);
  },
  600_000,
);
