/// <reference types="office-js" />
import * as fs from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { built } from "../cli/built";
import { turns } from "../turns";
import { BEHAVIOUR_IDS, startExcel, type BehaviourId, type MemoryExcel, type Platform, type StartOptions } from "./index";
import { byHand } from "./recorder/hand";
import { batches, type Scenario } from "./recorder/kit";
import { record, type NotRecorded } from "./recorder/record";
import type { Entry, Recording } from "./recorder/recording";
import { SCENARIOS } from "./recorder/scenarios";
import { replay } from "./replay";

const root = join(__dirname, "..", "..");

/** Records as the page does, with somebody at hand who does what is asked. */
function recorded(excel: MemoryExcel, scenarios?: readonly Scenario[]): Promise<Recording | NotRecorded> {
  return record({ hand: async (does, sheet) => byHand(excel, sheet, does), pause: () => turns() }, scenarios);
}

async function recording(options: StartOptions = {}, scenarios?: readonly Scenario[]): Promise<Recording> {
  const made = await recorded(startExcel(options), scenarios);
  if ("kind" in made) throw new Error(made.kind);
  return made;
}

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const entriesOf = (made: Recording, id: string): readonly Entry[] => made.scenarios.find((one) => one.id === id)!.entries;
const only = (...ids: readonly string[]): readonly Scenario[] => SCENARIOS.filter(({ id }) => ids.includes(id));
const codesOf = (entries: readonly Entry[]): unknown[] =>
  entries.flatMap((entry) => (entry.kind === "exchange" ? [(entry.response as { Error?: { Code?: string } }).Error?.Code ?? null] : []));

test.each<[string, StartOptions]>([
  ["the oldest Excel", { api: "1.13" }],
  ["Excel on the web with all switches on", { api: "1.20", platform: "OfficeOnline", behaviours: BEHAVIOUR_IDS }],
])("what %s answered the next one answers, whatever names it makes up", async (_, options) => {
  const made = await recording(options);
  expect(made.scenarios.map(({ id }) => id)).toEqual(SCENARIOS.map(({ id }) => id));
  expect(made.excel).toEqual({ platform: options.platform ?? "PC", version: "", language: "zh-CN", api: options.api });
  // Each scenario has come to Excel, and every error is one that a scenario is there for.
  for (const { id, entries } of made.scenarios) expect([id, codesOf(entries).length > 0]).toEqual([id, true]);
  const failed = made.scenarios.flatMap(({ entries }) => entries.flatMap((entry) => (entry.kind === "failed" ? [entry.code] : [])));
  const meant = ["InvalidArgument", "ItemNotFound", "ItemAlreadyExists", "InvalidOperation", "AccessDenied"];
  expect(failed.filter((code) => !meant.includes(code) && !options.behaviours)).toEqual([]);
  expect(await replay(copy(made), startExcel(options))).toEqual([]);
});

test.each<[BehaviourId, string, StartOptions?]>([
  ["protecting-twice-is-denied", "protecting"],
  ["dates-of-rules-are-iso", "validations"],
  ["rules-do-not-take", "validations"],
  ["page-setup-is-refused", "page-set-up"],
  ["picks-raise-no-change", "picked-from-a-list-of-a-formula"],
  ["inserts-quote-sheet-names", "insert-the-form"],
  ["merged-areas-empty-undo", "undone-after-merged-areas"],
  ["undo-group-takes-no-reads", "reading-in-a-group", { api: "1.20" }],
])("an Excel with %s shows it in the recording of %s, and one without it is told apart", async (id, scenario, options = {}) => {
  const made = await recording({ ...options, behaviours: [id] }, only(scenario));
  expect(await replay(made, startExcel({ ...options, behaviours: [id] }))).toEqual([]);
  const told = await replay(made, startExcel(options));
  expect(told.length).toBeGreaterThan(0);
  for (const line of told) expect(line).toMatch(new RegExp(`^${scenario}[ :]`));
});

test("an answer, an event and an error that differ are told with their place", async () => {
  const made = await recording({}, only("typed-by-hand", "protecting", "bytes-without-saving"));
  const text = JSON.stringify(made);
  const against = (from: string, to: string): Promise<string[]> => {
    expect(text).toContain(from);
    return replay(JSON.parse(text.replace(from, to)) as Recording, startExcel());
  };
  expect(await against('"valueAfter":1200', '"valueAfter":1201')).toEqual([
    expect.stringMatching(/^typed-by-hand event \d+\.valueAfter: recorded 1201, here 1200$/),
  ]);
  expect(await against('"Code":"AccessDenied"', '"Code":"InvalidOperation"')).toEqual([
    expect.stringMatching(/^protecting \d+\.Error\.Code: recorded "InvalidOperation", here "AccessDenied"$/),
  ]);
  expect(await against('"A1":"没有保存过"', '"A1":null')).toEqual(['bytes-without-saving bytes.A1: recorded null, here "没有保存过"']);
  const [first] = made.scenarios;
  const less = { ...made, scenarios: [{ ...first!, entries: first!.entries.filter(({ kind }) => kind !== "event") }] };
  expect(await replay(less, startExcel())).toEqual(["typed-by-hand: recorded 0 events, here 6"]);
});

test("results of formulas are not held against an Excel that calculates nothing, formulas and all else are", async () => {
  const made = await recording({}, only("formulas-and-errors"));
  const told = JSON.stringify(made);
  const calculated = told.replaceAll('"Values":[[""],[""],[""],[""]]', '"Values":[["#DIV/0!"],[""],["#N/A"],[0]]');
  expect(calculated).not.toBe(told);
  expect(await replay(JSON.parse(calculated) as Recording, startExcel())).toEqual([]);
  const other = told.replace('"Formulas":[["=1/0"]', '"Formulas":[["=1/00"]');
  expect(await replay(JSON.parse(other) as Recording, startExcel())).toEqual([expect.stringMatching(/Formulas\.0\.0: recorded "=1\/00"/)]);
});

test("what fails, breaks or never ends is recorded, and the next scenario goes on", async () => {
  const excel = startExcel();
  const scenarios: readonly Scenario[] = [
    batches("busy", (sheet) => void (sheet.getRange("A1").values = [[1]])),
    { id: "broken", run: () => Promise.reject(new TypeError("x")) },
    { id: "endless", run: ({ attempt }) => attempt(() => new Promise(() => undefined)) },
    batches("after-all", (sheet) => void (sheet.getRange("A1").values = [[1]])),
  ];
  const around = { hand: async () => undefined, pause: () => turns(), patience: 50 };
  const step = jest.fn((number: number) => void (number === 1 && excel.afterNext(() => excel.failNext("general"))));
  const made = (await record({ ...around, step }, scenarios)) as Recording;
  expect(step.mock.calls).toEqual(scenarios.map(({ id }, index) => [index + 1, 4, id]));
  expect(made.scenarios.map(({ id, entries }) => [id, entries.filter(({ kind }) => kind === "failed")])).toEqual([
    ["busy", [{ kind: "failed", code: "GeneralException" }]],
    ["broken", [{ kind: "failed", code: "TypeError" }]],
    ["endless", [{ kind: "failed", code: "NoAnswer" }]],
    ["after-all", []],
  ]);
  expect(entriesOf(made, "busy").at(-2)).toMatchObject({ kind: "exchange", response: "GeneralException" });
  expect(new Set(codesOf(entriesOf(made, "after-all")))).toEqual(new Set([null]));
});

test("only a new workbook will do: whatever else is in it, nothing is recorded and nothing changes", async () => {
  const refused = async (prepare: (excel: MemoryExcel) => void): Promise<void> => {
    const excel = startExcel();
    prepare(excel);
    excel.book.dirty = false;
    const names = excel.book.sheets.map(({ name }) => name);
    expect(await recorded(excel)).toEqual({ kind: "not-blank" });
    expect([excel.book.sheets.map(({ name }) => name), excel.book.dirty]).toEqual([names, false]);
  };
  await refused((excel) => excel.type("Sheet1!B7", "张三"));
  await refused((excel) => excel.type("Sheet1!B7", "=1+1"));
  await refused((excel) => void excel.book.sheets.push({ ...excel.sheet("Sheet1"), id: "{two}", name: "Sheet2" }));
  await refused((excel) => void excel.book.names.push({ name: "底稿", formula: "=Sheet1!$A$1", visible: true }));
  const excel = startExcel();
  await recorded(excel, only("selecting"));
  expect(await recorded(excel, only("selecting"))).toEqual({ kind: "not-blank" });
  excel.openNew();
  excel.failNext("access-denied");
  expect(await recorded(excel)).toEqual({ kind: "failed", code: "AccessDenied" });
});

test("nothing of the person's is in a recording: no name of a workbook or sheet, no sentence of Excel's, no id", async () => {
  const excel = startExcel({ api: "1.20" });
  excel.book.name = "张三的工资.xlsx";
  excel.sheet("Sheet1").name = "李四's 表";
  excel.book.selection = { sheet: "李四's 表", address: "A1" };
  const made = (await recorded(excel)) as Recording;
  const text = JSON.stringify(made);
  for (const own of ["张三", "李四", "permitted", "argument is invalid", "TraceIds", "00000000-0000"])
    expect([own, text.includes(own)]).toEqual([own, false]);
  expect(text).toContain('"Name":"Sheet1"');
  expect(await replay(copy(made), startExcel({ api: "1.20" }))).toEqual([]);
});

test("every recording of a real Excel that is kept here is answered alike", async () => {
  const folder = join(__dirname, "recordings");
  const names = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
  for (const name of names) {
    const made = JSON.parse(fs.readFileSync(join(folder, name), "utf8")) as Recording;
    const { api, platform, language } = made.excel;
    const excel = startExcel({ api, platform: platform as Platform, locale: language, behaviours: made.behaviours });
    expect([name, await replay(made, excel)]).toEqual([name, []]);
  }
  // Until there are some, each assumption of the README stays one.
  expect(fs.readFileSync(join(__dirname, "README.md"), "utf8").includes("There is no recording yet")).toBe(names.length === 0);
});

test("the kit is in no build that ships", () => {
  const builds = jest.requireActual<{ entry: Record<string, string | { import: string }> }[]>("../../webpack.config.js");
  const paths = builds.flatMap(({ entry }) => Object.values(entry)).map((one) => (typeof one === "string" ? one : one.import));
  const entries = paths.map((path) => relative(root, resolve(root, path)));
  expect(entries.length).toBeGreaterThan(4);
  // What lies in src imports nothing from outside it (test/rooms.test.ts).
  expect(entries.filter((path) => !path.startsWith(`src${sep}`))).toEqual([]);
  built();
  const files = (fs.readdirSync(join(root, "dist"), { recursive: true }) as string[]).filter((name) => /\.(js|html|xml)$/.test(name));
  expect(files.length).toBeGreaterThan(8);
  const id = /<Id>([^<]+)</.exec(fs.readFileSync(join(__dirname, "recorder", "manifest.xml"), "utf8"))![1]!;
  for (const name of files) {
    const text = fs.readFileSync(join(root, "dist", name), "utf8");
    expect([name, ["_requestExecutor", "recorder", id].filter((mark) => text.includes(mark))]).toEqual([name, []]);
  }
}, 600_000);
