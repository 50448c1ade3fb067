import { leaveArrival, takeArrival, type Arrival } from "../../src/actions/arrival";
import { REMEMBERED } from "../../src/actions/remembered";
import { run, type Ribbon, type ribbonFunctions } from "../../src/commands/functions";
import { cellName } from "../../src/domain";
import { catalogue, form } from "../../src/forms";
import { zhCN } from "../../src/locales";
import { programmePlaces, valueAt } from "../../src/sheets/places";
import { liveTroubleOf, openOffice } from "../../src/workbook/office";
import { openXlsx, writeXlsx } from "../../src/workbook/xlsx";
import { asChanges, blankForm, entries, type Sheet } from "../fill";
import { startExcel, type MemoryExcel } from "../host";

jest.setTimeout(60_000);
const SCHOOL = "武汉职业技术学院";

async function filled(sheets: readonly Sheet[] = []): Promise<Uint8Array> {
  const workbook = openXlsx(blankForm(SCHOOL));
  await workbook.write(asChanges(entries(SCHOOL, sheets)));
  return workbook.bytes();
}

interface Pressed {
  readonly excel: MemoryExcel;
  readonly calls: readonly string[];
  /** Takes the word that was left for the pane. */
  readonly left: () => Arrival | undefined;
}

/** Presses a button of the ribbon over the real client. */
async function press(
  name: keyof typeof ribbonFunctions,
  file?: Uint8Array,
  prepare: (excel: MemoryExcel) => void = () => undefined,
): Promise<Pressed> {
  const excel = startExcel({ api: "1.13", strict: true });
  if (file) await excel.openFile(file);
  prepare(excel);
  const calls: string[] = [];
  const page = { dataset: {} };
  const remembered = [...excel.book.settings];
  const ribbon: Ribbon = {
    catalogue,
    workbook: openOffice({ marker: "_meta" }),
    locale: zhCN,
    write: async (plan) => writeXlsx(plan),
    troubleOf: liveTroubleOf,
    leave: (arrival) => leaveArrival(page, arrival),
    openPane: async () => void calls.push("pane opened"),
    tellPane: () => void calls.push("pane told"),
  };
  await run(name, ribbon, () => void calls.push("completed"));
  // The word is none of the workbook's: a copy of it, or the same tomorrow, must not carry an order.
  expect(
    [...excel.book.settings.keys()].filter((key) => ![...remembered.map(([known]) => known), "school", "period"].includes(key)),
  ).toEqual([]);
  return { excel, calls, left: () => takeArrival(page) };
}

test("检查并保存 of a clean form seals and saves it, and the pane says so", async () => {
  const { excel, calls, left } = await press("checkAndSave", await filled());
  expect([excel.book.saves, excel.book.dirty]).toEqual([["Prompt"], false]);
  expect(calls).toEqual(["pane opened", "completed", "pane told"]);
  expect(left()).toEqual({ to: "send", outcome: { kind: "saved", code: expect.stringMatching(/^[0-9A-Z]{4}(-[0-9A-Z]{4})+$/) } });
});

test("a form that is blocked is not saved: the pane opens at the finding, and the cell is selected", async () => {
  const { excel, calls, left } = await press("checkAndSave", await filled([{}, { values: { "20": 180 } }]));
  expect(excel.book.saves).toEqual([]);
  expect(calls).toEqual(["pane opened", "completed", "pane told"]);
  expect(left()).toEqual({ to: "check", outcome: { kind: "not-sealed", asked: "save", count: 1 } });
  expect(left()).toBeUndefined();
  expect(`${excel.book.active.name}!${excel.book.selection.address}`).toBe(cellName(valueAt(programmePlaces(form, "表2"), "20")));
});

test("生成报送文件 leaves the making to the pane, which can download in every Excel", async () => {
  const { left } = await press("makeReportFiles", await filled());
  expect(left()).toEqual({ to: "send", send: true });
});

test("插入统计表 asks in the pane, unless the workbook remembers for whom", async () => {
  const asked = await press("insertStatForm");
  expect(asked.left()).toEqual({ to: "fill" });
  const known = await press("insertStatForm", undefined, ({ book: { settings } }) => {
    settings.set(REMEMBERED.school, SCHOOL);
    settings.set(REMEMBERED.period, "2026-S2");
  });
  expect(known.excel.book.sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(["封面", "表1", "表2", "表3", "_meta"]));
  expect(known.left()).toEqual({ to: "check", outcome: { kind: "inserted", unguarded: [] } });
  const there = await press("insertStatForm", await filled());
  expect(there.left()).toEqual({ to: "replace" });
});

test("why a function did not do its work travels to the pane", async () => {
  const { left } = await press("insertStatForm", undefined, ({ book }) => {
    book.settings.set(REMEMBERED.school, SCHOOL);
    book.settings.set(REMEMBERED.period, "2026-S2");
    book.structureProtected = true;
  });
  expect(left()).toEqual({ to: "fill", outcome: { kind: "trouble", trouble: { kind: "protected-structure" } } });
});
