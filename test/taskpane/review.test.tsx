/**
 * @jest-environment ./test/taskpane/environment.ts
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { unzipSync } from "fflate";
import { screen, waitFor, within } from "@testing-library/react";
import { parsePeriod } from "../../src/domain";
import { fill, enUS, zhCN } from "../../src/locales";
import { DETAIL_COLUMNS, DETAIL_ROWS, readSummary, SUMMARY_SHEETS, type DETAIL_COLUMNS as Columns } from "../../src/sheets/summary";
import { form } from "../../src/forms";
import { readXlsx } from "../../src/workbook/xlsx";
import { built, run } from "../cli/built";
import { shownValue } from "../host/enter";
import type { MemoryExcel } from "../host";
import { province, type Province } from "../province/province";
import { write } from "../province/write";
import { letterIn } from "../consolidate/letter";
import { compoundFile } from "../xlsx/zip-maker";
import { filledForm } from "../cli/folder";
import { button, openPane, tab, unwatched, type OpenPane } from "./pane";
import { difference } from "../difference";

const words = zhCN.pane.review;
const PERIOD = "2026-S2";
let made: Province;
let folder: string;
/** What the command line sends back to the schools. */
let back: string;
/** All that came, earlier forms that somebody sent once more among it. */
let received: File[];
let details: string[];

beforeAll(async () => {
  unwatched();
  built();
  made = await province(1);
  folder = mkdtempSync(join(tmpdir(), "review-"));
  // Pages learn the names of picked files alone, so for the command line they lie in one folder.
  const flat = new Map([...made.folder].map(([path, bytes]) => [basename(path), bytes]));
  for (const files of made.earlier) for (const [name, bytes] of files) flat.set(name, bytes);
  write(folder, flat);
  received = [...flat].map(([name, bytes]) => new File([bytes.slice()], name, { lastModified: Date.UTC(2026, 11, 21) }));
  back = mkdtempSync(join(tmpdir(), "review-back-"));
  const { out } = run(folder, ["consolidate", ...flat.keys(), "--period", PERIOD, "--format", "json", "--notices", back]);
  details = out.slice(out.indexOf('"details": [') + 13, out.indexOf("\n  ],", out.indexOf('"details": ['))).split("\n").map((line) => line.trim().replace(/,$/, "")); // prettier-ignore
}, 900_000);
afterAll(() => [folder, back].forEach((one) => rmSync(one, { recursive: true, force: true })));

const picker = (label: string): HTMLInputElement => document.querySelector<HTMLInputElement>(`input[type=file][aria-label="${label}"]`)!;

/** Opens 汇总, picks files, and makes the summary. */
async function reviewed(
  files: readonly File[],
  options: Parameters<typeof openPane>[0] = {},
  earlier: readonly File[] = [],
): Promise<OpenPane> {
  const pane = await openPane(options);
  await pane.user.click(await screen.findByRole("tab", { name: zhCN.pane.tabs.review }));
  await button(words.start);
  expect(screen.getByRole("combobox", { name: words.period })).toHaveValue(PERIOD);
  await pane.user.upload(picker(words.files), [...files]);
  if (earlier.length > 0) await pane.user.upload(picker(words.earlier), [...earlier]);
  await pane.user.click(await button(words.start));
  await screen.findByRole("heading", { name: new RegExp(words.result) }, { timeout: 180_000 });
  return pane;
}

/** The rows of 明细 as they stand in Excel, as the command line tells them. */
function detailsIn(excel: MemoryExcel): string[] {
  const { cells } = excel.sheet(SUMMARY_SHEETS.detail);
  const seals = new Map(Object.entries(zhCN.summary.seal).map(([state, said]) => [said, state]));
  const rows: string[] = [];
  for (let row: number = DETAIL_ROWS.first; ; row++) {
    const at = (column: keyof typeof Columns): unknown => cells.get(row * 16_384 + DETAIL_COLUMNS[column])?.value ?? undefined;
    if (at("code") === undefined) return rows;
    const text = (column: keyof typeof Columns): string => String(at(column) ?? "");
    rows.push(
      JSON.stringify({
        school: text("school"),
        category: text("category"),
        cluster: text("cluster"),
        programme: text("programme"),
        indicator: text("code"),
        value: at("value"),
        shown: at("shown"),
        comparison: at("comparison"),
        file: text("file").split(" › "),
        sheet: text("sheet"),
        cell: text("cell"),
        seal: seals.get(text("seal")),
        pending: at("pending") === 1 || undefined,
      }),
    );
  }
}

test("a province of more than 50 files: picked, judged again, told, inserted in at most 8 round trips; the rows are the command line's, byte for byte", async () => {
  expect(received.length).toBeGreaterThan(50);
  const { excel, user, downloads } = await reviewed(received);
  // What came of the files, in words: none is lost.
  const refused = made.files.filter(({ fate }) => fate.kind === "refused").length + 2 * made.earlier[0]!.size;
  expect(screen.getByText(new RegExp(`读取 ${made.files.length + 2 * made.earlier[0]!.size} 份.*未采用 ${refused} 份`))).toBeVisible();
  expect(screen.getByText(fill(words.refused, { count: refused }))).toBeVisible();
  expect(screen.getByRole("heading", { name: new RegExp(words.result) })).toHaveFocus();
  excel.resetTraffic();
  await user.click(await button(words.insert));
  await screen.findByText(fill(zhCN.pane.notice.summary, { sheet: "汇总" }));
  expect(excel.traffic.requests).toBeLessThanOrEqual(8);
  expect(excel.traffic.requestBytes).toBeLessThan(5_000_000);
  expect(detailsIn(excel)).toEqual(details);
  expect(excel.sheet(SUMMARY_SHEETS.charts).charts.length).toBeGreaterThan(4);
  expect(excel.book.active.name).toBe(SUMMARY_SHEETS.totals);

  // Each total that Excel shows is the sum of the command line's rows.
  const sums = new Map<string, number>();
  for (const line of details) {
    const { indicator, value = 0 } = JSON.parse(line) as { indicator: string; value?: number };
    sums.set(indicator, (sums.get(indicator) ?? 0) + value);
  }
  const totals = excel.sheet(SUMMARY_SHEETS.totals).cells;
  const rowOf = (code: string): number => [...totals].find(([at, { value }]) => at % 16_384 === 1 && value === code)![0] >> 14;
  for (const { code } of form.indicators)
    expect([code, shownValue(totals.get(rowOf(code) * 16_384 + 4)?.value)]).toEqual([code, Number(sums.get(code)!.toFixed(2))]);

  // The file for those whose Excel cannot take it says the same.
  await user.click(await button(words.download));
  const grid = readXlsx(downloads[0]!.bytes);
  const inBook = readXlsx(await excel.bytes());
  if (!grid.ok || !inBook.ok) throw new Error("unreadable");
  expect(readSummary(grid.value, form)).toEqual(readSummary(inBook.value, form));
  expect(downloads[0]!.name).toBe(`2026年下半年-${words.fileName}.xlsx`);

  // So does what goes back to the schools.
  const letters = zhCN.notice.zip;
  await user.click(await button(letters.take));
  expect(downloads[1]!.name).toBe(`2026年下半年-${letters.name}.zip`);
  const packed = unzipSync(downloads[1]!.bytes);
  expect(Object.keys(packed).sort()).toEqual(readdirSync(back).sort());
  for (const [name, bytes] of Object.entries(packed))
    expect([name, difference(bytes, readFileSync(join(back, name)))]).toEqual([name, undefined]);
}, 900_000);

test("once more with fewer files: asked first, own sheets and formulas stay, earlier files give the comparison", async () => {
  const few = received.filter(({ name }) => name.endsWith(".xlsx")).slice(0, 3);
  const earlier = [...made.earlier[1]!].slice(0, 2).map(([name, bytes]) => new File([bytes.slice()], name));
  const { excel, user } = await reviewed(few, {}, [...earlier, ...few.slice(0, 1)]);
  expect(screen.getByText(fill(words.earlierRemarks, { count: 1 }))).toBeVisible();
  await user.click(await button(words.insert));
  await screen.findByText(fill(zhCN.pane.notice.summary, { sheet: "汇总" }));
  const own = excel.sheet("Sheet1");
  own.cells.set(0, { value: 0, formula: "汇总!E10", format: "General", locked: true });
  const before = excel.book.sheets.find(({ name }) => name === "汇总")!.id;
  await user.click(await button(words.insert));
  const dialog = await screen.findByRole("alertdialog", { hidden: true });
  expect(within(dialog).getByText(fill(words.exists.links, { count: 1 }))).toBeVisible();
  await user.click(within(dialog).getByRole("button", { hidden: true, name: zhCN.pane.cancel }));
  expect(excel.sheet("汇总").id).toBe(before);
  await user.click(await button(words.insert));
  await user.click(within(await screen.findByRole("alertdialog", { hidden: true })).getByRole("button", { hidden: true, name: words.exists.replace })); // prettier-ignore
  await screen.findByText(fill(zhCN.pane.notice.summaryLinks, { count: 1 }));
  expect(excel.sheet("汇总").id).not.toBe(before);
  expect(own.cells.get(0)!.formula).toBe("汇总!E10");
  expect(excel.book.sheets.filter(({ name }) => name.startsWith("汇总"))).toHaveLength(1);
  // The pane opens at 汇总 in this workbook from now on.
  expect(excel.book.settings.get("summary")).toBe(PERIOD);
}, 300_000);

test("own sheets of the summary's names are kept, on request", async () => {
  const { excel, user } = await reviewed(received.slice(0, 1), {
    prepare: (book) => void (book.book.sheets[0]!.name = "汇总"),
  });
  await user.click(await button(words.insert));
  const dialog = await screen.findByRole("alertdialog", { hidden: true });
  expect(within(dialog).getByText(fill(words.taken.text, { sheets: "汇总" }))).toBeVisible();
  await user.click(within(dialog).getByRole("button", { hidden: true, name: words.taken.beside }));
  await screen.findByText(fill(zhCN.pane.notice.summary, { sheet: "汇总 (2)" }));
  expect(excel.book.sheets[0]!.name).toBe("汇总");
}, 300_000);

test.each([
  ["busy", "busy", 4],
  ["access-denied", "access-denied", 1],
  ["cell-edit", "cell-edit-mode", 1],
] as const)(
  "%s: told with its cure, what was made stays, and it can be inserted again",
  async (failure, kind, times) => {
    const { excel, user } = await reviewed(received.slice(0, 1));
    const sheets = excel.book.sheets.length;
    excel.afterNext(() => excel.failNext(...Array.from({ length: times }, () => failure)));
    await user.click(await button(words.insert));
    expect(await screen.findByText(zhCN.pane.trouble[kind].cure)).toBeVisible();
    expect(excel.book.sheets).toHaveLength(sheets);
    await user.click(await button(words.insert));
    await screen.findByText(fill(zhCN.pane.notice.summary, { sheet: "汇总" }));
  },
  300_000,
);

test("what Excel does not take leads to the file, and the workbook is as it was", async () => {
  const { excel, user } = await reviewed(received.slice(0, 1));
  excel.afterNext(() => excel.failNext("request-too-large"));
  await user.click(await button(words.insert));
  expect(await screen.findByText(zhCN.pane.notice.summaryTooLargeCure)).toBeVisible();
  expect(excel.book.sheets).toHaveLength(1);
}, 300_000);

test("nothing picked, something cancelled, nothing in it: each is told, and nothing was made", async () => {
  let stop: () => void = () => undefined;
  const pane = await openPane({
    around: {
      summaries: {
        make: (_, __, step) => {
          step(1);
          return new Promise((resolve) => (stop = () => resolve({ ok: false, error: "asked" })));
        },
        stop: () => stop(),
      },
    },
  });
  await pane.user.click(await screen.findByRole("tab", { name: zhCN.pane.tabs.review }));
  await pane.user.click(await button(words.start));
  expect(screen.getByText(words.noFiles)).toBeVisible();
  await pane.user.upload(picker(words.files), received.slice(0, 2));
  await pane.user.click(await button(fill(zhCN.pane.fill.removeFile, { name: received[1]!.name })));
  await pane.user.upload(picker(words.files), received.slice(0, 2));
  expect(screen.getByText(fill(words.chosen, { count: 2 }))).toBeVisible();
  await pane.user.click(await button(words.start));
  expect(await screen.findByText(fill(words.progress, { done: 1, total: 2 }))).toBeVisible();
  await pane.user.click(await button(zhCN.pane.cancel));
  await screen.findByText(words.stopped);
  expect(screen.getByText(fill(words.chosen, { count: 2 }))).toBeVisible();
  await waitFor(() => expect(screen.queryByText(words.result)).toBeNull());
  expect(tab(/汇总/)).toHaveAttribute("aria-selected", "true");
});

test("a summary that is put in beside a form is told before anything is sent", async () => {
  const { user } = await reviewed([new File([new Uint8Array([1])], "表.xlsx")], { file: await filledForm() });
  await user.click(await button(words.insert));
  await user.click(await screen.findByRole("tab", { name: new RegExp(`^${zhCN.pane.tabs.send}`) }));
  expect(await screen.findByText(zhCN.commands.beside.summary)).toBeVisible();
  expect(screen.queryByText(zhCN.pane.send.ready)).toBeNull();
});

test("in English, too", async () => {
  const { user } = await openPane({ lang: enUS });
  await user.click(await screen.findByRole("tab", { name: enUS.pane.tabs.review }));
  await screen.findByText(enUS.pane.review.lead);
  expect(parsePeriod(PERIOD)).toBeDefined();
});

test("a file that nobody knows whose it is: the reviewer says it, and the letters follow; it holds while files are added", async () => {
  const school = "武汉职业技术学院";
  const { ask } = zhCN.summary.claims;
  const late = { lastModified: Date.UTC(2026, 11, 21) };
  const { user, downloads } = await reviewed([new File([compoundFile("EncryptionInfo", "EncryptedPackage").slice()], "武职.xlsx", late)]);
  const label = ask.label.replace("{file}", "武职.xlsx");
  await user.selectOptions(await screen.findByRole("combobox", { name: label }), school);
  await user.click(await button(ask.again));
  await screen.findByRole("heading", { name: fill(ask.done, { count: 1 }) });
  await user.upload(picker(words.files), [new File([new Uint8Array([1])], "表.xlsx", late)]);
  await user.click(await button(words.start));
  await screen.findByRole("heading", { name: fill(ask.title, { count: 1 }) });
  // Questions are drawn a few a frame.
  expect(await screen.findByRole("combobox", { name: label })).toHaveValue(school);
  await user.click(await button(zhCN.notice.zip.take));
  const letters = Object.entries(unzipSync(downloads[0]!.bytes)).map(([name, bytes]) => [name, letterIn(bytes)] as const);
  expect(letters.find(([name]) => name.startsWith(school))![1].body).toContain("· 武职.xlsx：文件经过加密");
  for (const [name, { body }] of letters) expect([name, body.includes("尚未收到")]).toEqual([name, false]);
}, 300_000);

test("on a Mac the summary opens in a window of its own, and the letters are left to the page: nothing offers a download", async () => {
  const late = { lastModified: Date.UTC(2026, 11, 21) };
  const file = new File([compoundFile("EncryptionInfo", "EncryptedPackage").slice()], "武汉职业技术学院.xlsx", late);
  const { excel, user } = await reviewed([file], { behaviours: ["downloads-do-nothing"] });
  const offered = screen.getAllByRole("button").map(({ ariaLabel, textContent }) => ariaLabel ?? textContent ?? "");
  expect(offered.filter((name) => /下载|\.zip/.test(name))).toEqual([]);
  expect(within(screen.getByText(new RegExp(words.noLetters))).getByRole("link", { name: zhCN.pane.openPage })).toBeVisible();
  await user.click(await button(words.openNew));
  await screen.findByText(zhCN.pane.notice.summaryOpened);
  expect(screen.getByText(zhCN.pane.notice.openedBehind)).toBeVisible();
  const grid = readXlsx(excel.opened[0]!);
  expect(grid.ok && grid.value.sheets.map(({ name }) => name)).toContain(SUMMARY_SHEETS.totals);
}, 300_000);
