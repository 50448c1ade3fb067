/// <reference types="office-js" />
import { readFileSync } from "node:fs";
import type { CellValue, Change, Grid, SheetPlan, Validation, WorkbookPlan } from "../../src/domain";
import { liveTroubleOf, openOffice } from "../../src/workbook/office";
import type { LiveWorkbook } from "../../src/workbook/port";
import { openXlsx, readXlsx, writeXlsx } from "../../src/workbook/xlsx";
import { BEHAVIOUR_IDS, startExcel, type BehaviourId, type Damage, type MemoryExcel, type StartOptions } from "../host";
import { form } from "../../src/forms";
import { ownSheets } from "../../src/sheets";
import { blank, onSheet } from "../sheets/plans";
import { turns } from "../turns";
import { cellIn, filled, gridOf, seenOf } from "./contract";

let excel: MemoryExcel;
let live: LiveWorkbook;
const marker = "_meta";
const plan = blank();
const bytes = writeXlsx(plan);

function start(options: StartOptions = {}): void {
  // The oldest Excel that is served, with the client's own check on, unless a test says otherwise.
  excel = startExcel({ api: "1.13", strict: true, ...options });
  live = openOffice({ marker });
}

async function startWith(form: WorkbookPlan, options: StartOptions = {}): Promise<void> {
  start(options);
  await excel.openFile(writeXlsx(form));
}

/** Lets messages arrive that are under way. */
const done = { ok: true, value: undefined };
const arrived = { ok: true, value: { unguarded: [] } };
const put = (value: number, row = 9): Change => ({ kind: "value", sheet: "表1", row, column: 5, value });

/** The book holds the form exactly as its plan says, for all that any judgement can see. */
async function expectWhole(): Promise<void> {
  const file = readXlsx(await excel.bytes());
  const wanted = readXlsx(bytes);
  if (!file.ok || !wanted.ok) throw new Error("unreadable");
  // A hidden sheet that had to be made anew stands last, which nobody sees.
  const sorted = (grid: Grid): unknown =>
    seenOf({
      ...grid,
      sheets: grid.sheets.filter(({ name }) => plan.sheets.some((one) => one.name === name)).sort((a, b) => (a.name < b.name ? -1 : 1)),
    });
  expect(sorted(file.value)).toEqual(sorted(wanted.value));
}

describe("inserting", () => {
  test("puts the whole form into a book, shows its cover, and has the add-in start with it", async () => {
    start({ api: "1.13", strict: true, behaviours: ["pane-by-id-is-blank"] });
    expect(await live.insert(plan, bytes)).toEqual(arrived);
    expect(excel.book.sheets.map(({ name, visibility }) => [name, visibility])).toEqual([
      ["Sheet1", "Visible"],
      ["封面", "Visible"],
      ["表1", "Visible"],
      ["表2", "Visible"],
      ["表3", "Visible"],
      ["_名录", "VeryHidden"],
      ["_表式", "VeryHidden"],
      ["_meta", "VeryHidden"],
    ]);
    expect(excel.book.active.name).toBe("封面");
    expect(excel.paneOnOpening(readFileSync("manifest.xml", "utf8"))).toBe("hidden");
    await expectWhole();
  });

  test("takes at most 4 round trips and 250 kB of requests, and the read after it one", async () => {
    start();
    await live.insert(plan, bytes);
    expect(excel.traffic.requests).toBeLessThanOrEqual(4);
    expect(excel.traffic.requestBytes).toBeLessThanOrEqual(250_000);
    excel.resetTraffic();
    await live.read();
    expect(excel.traffic.requests).toBe(1);
  });

  test.each<[string, Damage[]]>([
    [
      "validations that were dropped",
      [
        { kind: "validation-dropped", sheet: "表2", cell: "F10" },
        { kind: "validation-dropped", sheet: "封面", cell: "C5" },
      ],
    ],
    [
      "formulas that became links to another workbook",
      [
        { kind: "formulas-linked", sheet: "表1" },
        { kind: "formulas-linked", sheet: "封面" },
      ],
    ],
    ["formulas that became links on the web", [{ kind: "formulas-on-the-web", sheet: "表3" }]],
    ["a very hidden sheet that was left out, with all that referred to it", [{ kind: "sheet-left-out", sheet: "_名录" }]],
    ["the identification that was left out", [{ kind: "sheet-left-out", sheet: "_meta" }]],
    ["very hidden sheets that came in visible", [{ kind: "sheets-shown" }]],
    ["protection that was lost", [{ kind: "unprotected", sheet: "表1" }]],
    ["print set-up that was lost", [{ kind: "page-lost", sheet: "表1" }]],
    [
      "all of it at once",
      [
        { kind: "formulas-linked", sheet: "表1" },
        { kind: "sheet-left-out", sheet: "_名录" },
        { kind: "unprotected", sheet: "表1" },
        { kind: "page-lost", sheet: "表2" },
        { kind: "validation-dropped", sheet: "表3", cell: "F10" },
      ],
    ],
  ])("mends %s", async (_, damages) => {
    start({ api: "1.13", strict: true });
    excel.damageNextInsert(...damages);
    expect(await live.insert(plan, bytes)).toEqual(arrived);
    expect(excel.traffic.requests).toBeLessThanOrEqual(5);
    await expectWhole();
    const sheet = excel.sheet("表1");
    expect([sheet.page.titleRows, sheet.page.Orientation, sheet.page.Zoom]).toEqual([
      [7, 8],
      "Portrait",
      { horizontalFitToPages: 1, verticalFitToPages: 1 },
    ]);
    expect(sheet.protection?.allowFormatColumns).toBe(true);
  });

  describe("with all that real Excels are known to do", () => {
    const all = BEHAVIOUR_IDS.filter((id) => id !== "rules-do-not-take");
    const notRefused = all.filter((id) => id !== "page-setup-is-refused");

    test("a form that came whole is taken for whole, in four round trips", async () => {
      start({ behaviours: BEHAVIOUR_IDS });
      expect(await live.insert(plan, bytes)).toEqual(arrived);
      expect(excel.traffic.requests).toBe(4);
    });

    test("what is damaged is mended", async () => {
      start({ behaviours: notRefused });
      excel.damageNextInsert(
        { kind: "formulas-linked", sheet: "表1" },
        { kind: "unprotected", sheet: "表1" },
        { kind: "page-lost", sheet: "表2" },
        { kind: "validation-dropped", sheet: "表3", cell: "F10" },
      );
      expect(await live.insert(plan, bytes)).toEqual(arrived);
      expect([excel.traffic.requests, excel.sheet("表2").page.Orientation, excel.sheet("表2").page.titleRows]).toEqual([
        5,
        "Portrait",
        [7, 8],
      ]);
    });

    test("an Excel that does not set up the page keeps the form all the same", async () => {
      start({ behaviours: all });
      excel.damageNextInsert({ kind: "page-lost", sheet: "表2" });
      expect(await live.insert(plan, bytes)).toEqual(arrived);
      expect([excel.traffic.requests, excel.sheet("表2").page.Orientation]).toEqual([5, "Landscape"]);
      start({ behaviours: all });
      excel.damageNextInsert({ kind: "page-lost", sheet: "表2" }, { kind: "unprotected", sheet: "表1" });
      expect(await live.insert(plan, bytes)).toEqual(arrived);
      expect(excel.sheet("表1").protection).toBeDefined();
    });

    test("an Excel that does not take a validation is told of with its sheet, and the form stays", async () => {
      start({ behaviours: BEHAVIOUR_IDS });
      excel.damageNextInsert({ kind: "validation-dropped", sheet: "表3", cell: "F10" });
      expect(await live.insert(plan, bytes)).toEqual({ ok: true, value: { unguarded: ["表3"] } });
      expect(excel.sheet("表3").protection).toBeDefined();
    });

    test("a formula that leads elsewhere, a sheet that is shown, a protection that is gone are never let be", async () => {
      start({ behaviours: BEHAVIOUR_IDS });
      excel.damageNextInsert({ kind: "unprotected", sheet: "表1" });
      excel.failAt("WorksheetProtection.protect", "GeneralException");
      expect(await live.insert(plan, bytes)).toEqual({ ok: false, error: { kind: "host-error", code: "GeneralException" } });
      expect(excel.book.sheets.map(({ name }) => name)).toEqual(["Sheet1"]);
    });
  });

  test("mends a defined name that turned into #REF!", async () => {
    start();
    const named: WorkbookPlan = { ...plan, names: [{ name: "学校", refersTo: "封面!$C$5" }] };
    excel.damageNextInsert({ kind: "name-broken", name: "学校" });
    expect(await live.insert(named, writeXlsx(named))).toEqual(arrived);
    expect(excel.book.names.find(({ name }) => name === "学校")?.formula).toBe("=封面!$C$5");
  });

  test("takes back what came where a visible sheet is missing, and says which", async () => {
    start();
    excel.damageNextInsert({ kind: "sheet-left-out", sheet: "表2" });
    expect(await live.insert(plan, bytes)).toEqual({ ok: false, error: { kind: "damaged-insert", what: "表2" } });
    expect(excel.book.sheets.map(({ name }) => name)).toEqual(["Sheet1"]);
  });

  test("refuses a protected structure, a read-only book and a book with a form, and changes nothing", async () => {
    start();
    excel.book.structureProtected = true;
    expect(await live.insert(plan, bytes)).toEqual({ ok: false, error: { kind: "protected-structure" } });
    excel.book.structureProtected = false;
    excel.book.readOnly = true;
    expect(await live.insert(plan, bytes)).toEqual({ ok: false, error: { kind: "read-only" } });
    await startWith(filled());
    expect(await live.hasForm()).toEqual({ ok: true, value: true });
    expect(await live.insert(plan, bytes)).toEqual({ ok: false, error: { kind: "form-exists" } });
    expect([excel.book.dirty, excel.valueAt("表1!F10")]).toEqual([false, 12]);
  });

  test("leaves a user's own sheet alone that is called like one of the form's, even where replacing was asked for", async () => {
    await startWith(onSheet(plan, "_meta", (sheet) => ({ ...sheet, name: "x" })));
    expect(await live.insert(plan, bytes, { replace: true })).toEqual({
      ok: false,
      error: { kind: "name-taken", what: "封面、表1、表2、表3、_名录、_表式" },
    });
    expect(excel.book.dirty).toBe(false);
  });

  test("replaces a form that had more programmes, and leaves other sheets alone", async () => {
    await startWith(onSheet(blank({ school: "不在名单中的学校", blankSheets: 5 }), "表5", (sheet) => sheet));
    excel.book.sheets.push({ ...excel.sheet("_名录"), name: "我的底稿", id: "{own}", visibility: "Visible" });
    expect(await live.insert(plan, bytes, { replace: true })).toEqual(arrived);
    expect(excel.book.sheets.map(({ name }) => name)).toEqual(["我的底稿", "封面", "表1", "表2", "表3", "_名录", "_表式", "_meta"]);
    expect(excel.traffic.requests).toBeLessThanOrEqual(4);
    await expectWhole();
  });

  test("keeps the old form, under its old names, where replacing fails", async () => {
    await startWith(filled());
    const before = seenOf(await gridOf(live));
    excel.failAt("Workbook.insertWorksheetsFromBase64", "GeneralException");
    expect(await live.insert(plan, bytes, { replace: true })).toEqual({
      ok: false,
      error: { kind: "host-error", code: "GeneralException" },
    });
    expect(seenOf(await gridOf(live))).toEqual(before);
    excel.damageNextInsert({ kind: "sheet-left-out", sheet: "表2" });
    expect((await live.insert(plan, bytes, { replace: true })).ok).toBe(false);
    expect(seenOf(await gridOf(live))).toEqual(before);
  });

  test("opens the same bytes as a workbook of their own", async () => {
    start();
    expect(await live.openAsNew(bytes)).toEqual(done);
    expect(excel.opened).toEqual([bytes]);
  });

  test("refuses an Excel that is too old, without asking it anything", async () => {
    start({ api: "1.12" });
    expect(await live.insert(plan, bytes)).toEqual({ ok: false, error: { kind: "too-old" } });
    expect(excel.traffic.requests).toBe(0);
  });
});

describe("reading", () => {
  test("takes one round trip once it knows the book, and three at most before", async () => {
    await startWith(filled());
    await live.read();
    expect(excel.traffic.requests).toBeLessThanOrEqual(3);
    excel.resetTraffic();
    await live.read();
    expect(excel.traffic.requests).toBe(1);
  });

  test("takes two at first where the places of validations are expected", async () => {
    await startWith(plan);
    live = openOffice({
      marker,
      expected: () =>
        new Map(
          plan.sheets.map((sheet) => [
            sheet.name,
            { inputs: (sheet.validations ?? []).flatMap(({ areas }) => areas), merges: sheet.merges ?? [] },
          ]),
        ),
    });
    const grid = await gridOf(live);
    expect(excel.traffic.requests).toBe(2);
    const file = readXlsx(bytes);
    expect(file.ok && seenOf(file.value)).toEqual(seenOf(grid));
  });

  test("a person's own sheets are never read whole, whatever their size, and one that becomes a form's is", async () => {
    await startWith(plan);
    const own = { ...excel.sheet("表1"), id: "{own}", name: "台账", cells: new Map(), validations: new Map(), merges: [] };
    for (let row = 0; row < 20_000; row++)
      for (let column = 0; column < 12; column++)
        own.cells.set(row * 16384 + column, { value: `第${row + 1}行的台账内容`, format: "General", locked: true });
    excel.book.sheets.unshift(own);
    live = openOffice({ marker, own: ownSheets(form) });
    const stop = await live.onChange(() => undefined);
    const grid = await gridOf(live);
    expect(grid.sheets.map(({ name }) => name)).toEqual(plan.sheets.map(({ name }) => name));
    excel.resetTraffic();
    await live.read();
    expect([excel.traffic.requests, excel.traffic.responseBytes < 500_000]).toEqual([1, true]);
    // Somebody copies a form's cells into a sheet of their own.
    own.protection = undefined;
    for (const [key, cell] of excel.sheet("封面").cells) own.cells.set(key, { ...cell });
    excel.type("台账!J70", "1");
    await turns();
    expect((await gridOf(live)).sheets.map(({ name }) => name)).toContain("台账");
    if (stop.ok) stop.value();
  });

  test("sees what a user does between two reads, and during one", async () => {
    await startWith(plan);
    await live.read();
    excel.type("表1!F10", "7");
    expect(cellIn(await gridOf(live), "表1", 9, 5)?.value).toBe(7);
    excel.beforeNext(() => excel.type("表1!F10", "=3+4"));
    expect(cellIn(await gridOf(live), "表1", 9, 5)?.formula).toBe("3+4");
    excel.beforeNext(() => excel.sheet("表1").validations.delete(9 * 16384 + 5));
    expect(
      (await gridOf(live)).sheets[1]!.validations.some(({ areas }) =>
        areas.some((area) => area.top <= 9 && area.bottom >= 9 && area.left === 5),
      ),
    ).toBe(false);
  });

  test("follows sheets that are renamed, added and deleted between two reads", async () => {
    await startWith(plan);
    await live.read();
    excel.sheet("表3").name = "换了名字";
    excel.book.sheets = excel.book.sheets.filter(({ name }) => name !== "表2");
    excel.book.sheets.push({ ...excel.sheet("_名录"), name: "新表", id: "{new}" });
    expect((await gridOf(live)).sheets.map(({ name }) => name)).toEqual(["封面", "表1", "换了名字", "_名录", "_表式", "_meta", "新表"]);
  });
});

describe("writing", () => {
  test("takes one round trip, and the read that follows at once takes none", async () => {
    await startWith(plan);
    await live.read();
    excel.resetTraffic();
    expect(await live.write([put(3)])).toEqual(done);
    expect(cellIn(await gridOf(live), "表1", 9, 5)?.value).toBe(3);
    expect(excel.traffic.requests).toBe(1);
    await turns();
    excel.type("表1!F10", 4);
    expect(cellIn(await gridOf(live), "表1", 9, 5)?.value).toBe(4);
  });

  test("restores a protection with the options it had", async () => {
    await startWith(plan);
    const options = { ...excel.sheet("表1").protection! };
    await live.write([{ kind: "value", sheet: "表1", row: 0, column: 0, value: "锁定格" }]);
    expect([excel.valueAt("表1!A1"), excel.sheet("表1").protection]).toEqual(["锁定格", options]);
  });

  test.each<[string, readonly BehaviourId[]]>([
    ["told as an invalid operation", []],
    ["told as denied", ["protecting-twice-is-denied"]],
  ])("copes with a protection that somebody took away, or put up, since the last read, %s", async (_, behaviours) => {
    await startWith(plan, { behaviours });
    await live.read();
    excel.sheet("表1").protection = undefined;
    expect(await live.write([put(3)])).toEqual(done);
    excel.sheet("_meta").protection = { ...excel.sheet("表2").protection! };
    expect(await live.write([{ kind: "value", sheet: "_meta", row: 50, column: 0, value: "x" }])).toEqual(done);
    expect([excel.valueAt("表1!F10"), excel.valueAt("_meta!A51")]).toEqual([3, "x"]);
  });

  test("writes all or none: what came before an error inside the batch is put back", async () => {
    await startWith(filled());
    const before = seenOf(await gridOf(live));
    // Excel refuses a literal list of more than 255 characters, after the values before it are written.
    const refused: Validation = {
      areas: [{ top: 9, left: 5, bottom: 9, right: 5 }],
      type: "list",
      formula1: `"${"长".repeat(300)}"`,
      allowBlank: true,
      errorStyle: "stop",
    };
    const written = await live.write([put(99), put(98, 10), { kind: "validations", sheet: "表2", validations: [refused] }]);
    expect(!written.ok && liveTroubleOf(written.error)).toEqual({ kind: "host-error", code: "InvalidArgument" });
    expect(seenOf(await gridOf(live))).toEqual(before);
  });

  test("tries once more where only its knowledge of protections may have been wrong", async () => {
    await startWith(filled());
    await live.read();
    excel.failAt("WorksheetProtection.protect", "GeneralException");
    expect(await live.write([put(99)])).toEqual(done);
    expect([excel.valueAt("表1!F10"), excel.sheet("表1").protection?.allowFormatRows]).toEqual([99, true]);
  });

  test("needs no word about results that Excel calculates by itself", async () => {
    await startWith(plan);
    expect(await live.write([{ kind: "stale", sheet: "表1", areas: [{ top: 9, left: 6, bottom: 40, right: 6 }] }])).toEqual(done);
    expect(excel.traffic.requests).toBe(0);
  });

  test("checks, seals and saves in three round trips", async () => {
    await startWith(filled());
    await live.read();
    excel.resetTraffic();
    await live.read();
    await live.write(
      Array.from({ length: 600 }, (_, index) => ({
        kind: "value",
        sheet: "_meta",
        row: 40 + Math.floor(index / 3),
        column: index % 3,
        value: `值${index}`,
      })),
    );
    await live.read();
    expect(await live.save()).toEqual(done);
    expect(excel.traffic.requests).toBe(3);
    expect([excel.book.saves, excel.book.dirty]).toEqual([["Prompt"], false]);
    expect(await live.saveState()).toEqual({ ok: true, value: { dirty: false, autoSave: false } });
  });
});

describe("trouble", () => {
  test("a busy Excel is asked again, and its trouble is told only when it stays busy", async () => {
    await startWith(plan);
    excel.failNext("busy", "busy");
    expect((await live.read()).ok).toBe(true);
    excel.failNext("busy", "busy", "busy", "busy");
    const read = await live.read();
    expect(!read.ok && liveTroubleOf(read.error)).toEqual({ kind: "busy" });
  });

  test.each([
    ["cell-edit", "cell-edit-mode"],
    ["access-denied", "access-denied"],
    ["request-too-large", "payload-too-large"],
    ["response-too-large", "payload-too-large"],
  ] as const)("%s is told as %s, and nothing is lost", async (failure, kind) => {
    await startWith(filled());
    const before = seenOf(await gridOf(live));
    excel.failNext(failure);
    const written = await live.write([put(99)]);
    expect(!written.ok && liveTroubleOf(written.error)).toEqual({ kind });
    excel.failNext(failure);
    const read = await live.read();
    expect(!read.ok && liveTroubleOf(read.error)).toEqual({ kind });
    excel.failNext(failure);
    expect(await live.save()).toEqual({ ok: false, error: { kind } });
    excel.failNext(failure);
    expect(await live.hasForm()).toEqual({ ok: false, error: { kind } });
    expect(seenOf(await gridOf(live))).toEqual(before);
  });

  test("anything else is told with the code of the host", async () => {
    await startWith(plan);
    expect(await live.reveal({ sheet: "不在", row: 0, column: 0 })).toEqual({
      ok: false,
      error: { kind: "host-error", code: "ItemNotFound" },
    });
    expect(liveTroubleOf({ code: "unreadable", detail: "live:host-error:ItemNotFound" })).toEqual({
      kind: "host-error",
      code: "ItemNotFound",
    });
    expect(liveTroubleOf({ code: "damaged", detail: "a file" })).toBeUndefined();
  });
});

describe.each(["1.13", "1.15"])("listening in ExcelApi %s", (api) => {
  test("hears of what others change, not of its own writes, and stops when asked to", async () => {
    await startWith(plan, { api, strict: true });
    let heard = 0;
    const listening = await live.onChange(() => heard++);
    excel.type("表1!F10", 5);
    await turns();
    expect(heard).toBe(1);
    await live.write([put(6), put(7, 12)]);
    await turns();
    expect(heard).toBe(1);
    excel.type("表1!F10", 8);
    await turns();
    expect(heard).toBe(2);
    if (listening.ok) listening.value();
    await turns();
    excel.type("表1!F10", 9);
    await turns();
    expect(heard).toBe(2);
  });

  test("hears of a choice from a list that raises no change, and not of the calculation that an own write makes", async () => {
    await startWith(plan, { api, behaviours: BEHAVIOUR_IDS });
    await live.read();
    let heard = 0;
    const stop = await live.onChange(() => heard++);
    await live.write([put(5)]);
    await turns();
    expect(heard).toBe(0);
    const clock = jest.spyOn(Date, "now").mockReturnValue(Date.now() + 1_001);
    excel.pick("表1!C5", "10个五千亿级优势产业");
    await turns();
    expect(heard).toBe(1);
    clock.mockRestore();
    if (stop.ok) stop.value();
  });

  test("takes events for hints: a lost one costs nothing, a doubled one tells twice", async () => {
    await startWith(plan, { api });
    let heard = 0;
    await live.onChange(() => heard++);
    excel.eventsAre("lost");
    excel.type("表1!F10", 5);
    await turns();
    expect([heard, cellIn(await gridOf(live), "表1", 9, 5)?.value]).toEqual([0, 5]);
    excel.eventsAre("doubled");
    excel.type("表1!F10", 6);
    await turns();
    expect([heard, cellIn(await gridOf(live), "表1", 9, 5)?.value]).toEqual([2, 6]);
  });
});

describe("the rest", () => {
  test("leads to a cell", async () => {
    await startWith(plan);
    expect(await live.reveal({ sheet: "表2", row: 9, column: 5 })).toEqual(done);
    expect([excel.book.active.name, excel.book.selection]).toEqual(["表2", { sheet: "表2", address: "F10" }]);
  });

  test("hands out the file, with everything that was written", async () => {
    await startWith(filled());
    await live.write([put(31)]);
    const file = await live.bytes();
    if (!file.ok) throw new Error(file.error.kind);
    expect(seenOf(await gridOf(openXlsx(file.value)))).toEqual(seenOf(await gridOf(live)));
    await startWith(plan, { files: false });
    expect(await live.bytes()).toEqual({ ok: false, error: { kind: "no-bytes" } });
  });

  test("remembers small settings with the workbook", async () => {
    start();
    expect(live.recall("school")).toBeUndefined();
    expect(await live.remember("school", "武汉职业技术学院")).toEqual(done);
    expect(openOffice({ marker }).recall("school")).toBe("武汉职业技术学院");
    await live.remember("school", undefined);
    expect(live.recall("school")).toBeUndefined();
  });

  test("rebuilds the sheet of findings, and nothing of the old one is left", async () => {
    await startWith(plan, { api: "1.13", strict: true });
    expect(await live.writeFindings(list(["问题", "=1+1", "二"]))).toEqual(done);
    expect(await live.writeFindings(list(["问题", "甲"]))).toEqual(done);
    const grid = await gridOf(live);
    expect([...grid.sheets.at(-1)!.cells.values()]).toEqual([{ value: "问题" }, { value: "甲" }]);
    expect(excel.book.active.name).toBe("问题清单");
    expect(readXlsx(await excel.bytes()).ok).toBe(true);
  });

  test.each([
    ["sets up its page", [], "Landscape"],
    ["is written all the same where the page is not set up", ["page-setup-is-refused"], "Portrait"],
  ] as const)("the sheet of findings %s", async (_, behaviours, orientation) => {
    await startWith(plan, { api: "1.13", strict: true, behaviours });
    const page = { paper: 9, landscape: true, titleRows: [0, 0] } as const;
    for (const text of ["甲", "乙"]) expect(await live.writeFindings({ ...list(["问题", text]), page })).toEqual(done);
    expect([...(await gridOf(live)).sheets.at(-1)!.cells.values()]).toEqual([{ value: "问题" }, { value: "乙" }]);
    expect(excel.sheet("问题清单").page.Orientation).toBe(orientation);
  });

  test("takes the sheet of findings away, and only a sheet that is one", async () => {
    await startWith(plan, { api: "1.13", strict: true });
    await live.read();
    excel.resetTraffic();
    expect(await live.dropFindings(list(["问题"]))).toEqual(done);
    expect(excel.traffic.requests).toBe(0);
    await live.writeFindings(list(["问题", "甲"]));
    await live.read();
    expect(await live.dropFindings(list(["另一个"]))).toEqual(done);
    expect(excel.sheet("问题清单").name).toBe("问题清单");
    expect(await live.dropFindings(list(["问题"]))).toEqual(done);
    expect(excel.book.sheets.map(({ name }) => name)).toEqual(plan.sheets.map(({ name }) => name));
  });

  test("leaves somebody's own sheet of that name alone, and says so", async () => {
    await startWith(plan, { api: "1.13", strict: true });
    excel.book.sheets.push({ ...excel.sheet("_名录"), name: "问题清单", id: "{own}", visibility: "Visible" });
    const before = seenOf(await gridOf(live));
    expect(await live.writeFindings(list(["问题"]))).toEqual({ ok: false, error: { kind: "name-taken", what: "问题清单" } });
    await live.dropFindings(list(["问题"]));
    expect(seenOf(await gridOf(live))).toEqual(before);
  });
});

/** A list of findings, as far as the adapter minds. */
function list(texts: readonly string[]): SheetPlan {
  return {
    name: "问题清单",
    state: "visible",
    cells: texts.map((value, row) => ({ row, column: 0, value, style: { font: { bold: row === 0 }, fill: "E8EEF5", wrap: true } })),
    columnWidths: [30],
    freeze: { row: 1, column: 0 },
    autoFilter: { top: 0, left: 0, bottom: 1, right: 0 },
    links: texts.length > 1 ? [{ row: 1, column: 0, to: { place: "表1!F10" } }] : [],
  };
}

describe("taking back", () => {
  const cell = (value: CellValue, row: number): Change => ({ kind: "value", sheet: "表1", row, column: 5, value });
  const formula = (): void => void Object.assign(excel.sheet("表1").cells.get(9 * 16384 + 5)!, { value: "", formula: "3+4" });

  test("puts texts, numbers, formulas and validations back as they were, once", async () => {
    await startWith(filled(), { api: "1.13", strict: true });
    formula();
    const before = seenOf(await gridOf(live));
    const changes: Change[] = [
      cell(1, 9),
      cell(null, 10),
      cell(12, 12),
      cell("=1", 13),
      { kind: "validations", sheet: "表2", validations: [] },
    ];
    expect(await live.write(changes)).toEqual(done);
    expect(await live.undo()).toEqual({ ok: true, value: true });
    expect(seenOf(await gridOf(live))).toEqual(before);
    expect(await live.undo()).toEqual({ ok: true, value: false });
  });

  test("what somebody typed between the last read and the write comes back, too", async () => {
    await startWith(filled());
    await live.read();
    excel.beforeNext(() => excel.type("表1!F10", "刚填的"));
    await live.write([cell(5, 9)]);
    await live.undo();
    expect(excel.valueAt("表1!F10")).toBe("刚填的");
  });

  test("takes nothing back where a cell was changed since, or its sheet is gone", async () => {
    await startWith(filled());
    await live.write([cell(5, 9), cell(6, 10)]);
    excel.type("表1!F11", 7);
    expect(await live.undo()).toEqual({ ok: true, value: false });
    expect([excel.valueAt("表1!F10"), excel.valueAt("表1!F11")]).toEqual([5, 7]);
    await live.write([{ ...cell(5, 9), sheet: "表3" } as Change]);
    excel.book.sheets = excel.book.sheets.filter(({ name }) => name !== "表3");
    expect(await live.undo()).toEqual({ ok: true, value: false });
  });

  test("can be tried again where Excel did not do it", async () => {
    await startWith(filled());
    await live.write([cell(5, 9)]);
    excel.failNext("access-denied");
    expect((await live.undo()).ok).toBe(false);
    expect(await live.undo()).toEqual({ ok: true, value: true });
    expect(excel.valueAt("表1!F10")).toBe(12);
  });

  // Protecting and unprotecting empty the undo of Excel itself (Excel JavaScript API, undo support).
  test("a write to input cells leaves the protection alone, and is one step of Excel's own undo in a round trip of its own", async () => {
    await startWith(filled(), { api: "1.20", behaviours: BEHAVIOUR_IDS });
    await live.read();
    excel.failAt("WorksheetProtection.unprotect", "GeneralException");
    excel.resetTraffic();
    expect(await live.write([cell(5, 9), cell(6, 12)])).toEqual(done);
    expect([excel.traffic.requests, excel.undoStack.depth]).toEqual([2, 1]);
    expect([excel.undo(), excel.valueAt("表1!F10"), excel.valueAt("表1!F13")]).toEqual([true, 12, "12"]);
    // A locked cell cannot be written otherwise than by lifting the protection, which no group may hold.
    expect((await live.write([{ ...cell(5, 9), column: 4 } as Change])).ok).toBe(false);
  });

  test("what somebody typed since the last read is what undo brings back", async () => {
    await startWith(filled(), { api: "1.20", behaviours: BEHAVIOUR_IDS });
    const stop = await live.onChange(() => undefined);
    await live.read();
    excel.type("表1!F10", "77");
    await turns();
    await live.write([cell(5, 9)]);
    expect([await live.undo(), excel.valueAt("表1!F10")]).toEqual([{ ok: true, value: true }, 77]);
    if (stop.ok) stop.value();
  });

  test("an Excel that does not group after all is looked at first, then written to without grouping", async () => {
    await startWith(filled(), { api: "1.20" });
    await live.read();
    excel.failAt("Range.formulas", "UndoNotSupported");
    expect(await live.write([cell(5, 9), cell(6, 12)])).toEqual(done);
    expect([excel.valueAt("表1!F10"), excel.valueAt("表1!F13")]).toEqual([5, 6]);
    await live.undo();
    expect([excel.valueAt("表1!F10"), excel.valueAt("表1!F13")]).toEqual([12, "12"]);
  });

  test.each(["1.13", "1.20"])("with ExcelApi %s, reading leaves the user's own undo alone", async (api) => {
    await startWith(filled(), { api, behaviours: BEHAVIOUR_IDS });
    excel.type("表1!F10", "77");
    await live.read();
    await live.hasForm();
    await live.saveState();
    expect([excel.undo(), excel.valueAt("表1!F10")]).toEqual([true, 12]);
  });

  test("an older Excel forgets its undo with each write of an add-in, and the pane's own still works", async () => {
    await startWith(filled(), { api: "1.13" });
    excel.type("表1!F11", "8");
    await live.read();
    await live.write([cell(5, 9)]);
    expect(excel.undo()).toBe(false);
    expect([await live.undo(), excel.valueAt("表1!F10")]).toEqual([{ ok: true, value: true }, 12]);
  });
});
