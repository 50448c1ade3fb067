import { REMEMBERED, takeArrival } from "../../src/actions/arrival";
import { run, type Ribbon, type ribbonFunctions } from "../../src/commands/functions";
import { cellName } from "../../src/domain";
import { form } from "../../src/forms";
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
  readonly ribbon: Ribbon;
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
  const ribbon: Ribbon = {
    workbook: openOffice({ marker: "_meta" }),
    locale: zhCN,
    write: async (plan) => writeXlsx(plan),
    troubleOf: liveTroubleOf,
    openPane: async () => void calls.push("pane opened"),
    tellPane: () => void calls.push("pane told"),
  };
  await run(name, ribbon, () => void calls.push("completed"));
  return { excel, calls, ribbon };
}

test("检查并保存 of a clean form seals and saves it, and needs no pane", async () => {
  const { excel, calls, ribbon } = await press("checkAndSave", await filled());
  expect(excel.book.saves).toEqual(["Prompt"]);
  expect(calls).toEqual(["completed", "pane told"]);
  expect(await takeArrival(ribbon.workbook)).toBeUndefined();
});

test("a form that is blocked is not saved: the pane opens at the finding, and the cell is selected", async () => {
  const { excel, calls, ribbon } = await press("checkAndSave", await filled([{}, { values: { "20": 180 } }]));
  expect(excel.book.saves).toEqual([]);
  expect(calls).toEqual(["pane opened", "completed", "pane told"]);
  expect(await takeArrival(ribbon.workbook)).toEqual({ to: "check" });
  expect(await takeArrival(ribbon.workbook)).toBeUndefined();
  expect(`${excel.book.active.name}!${excel.book.selection.address}`).toBe(cellName(valueAt(programmePlaces(form, "表2"), "20")));
});

test("生成报送文件 leaves the making to the pane, which can download in every Excel", async () => {
  const { ribbon } = await press("makeReportFiles", await filled());
  expect(await takeArrival(ribbon.workbook)).toEqual({ to: "send", send: true });
});

test("插入统计表 asks in the pane, unless the workbook remembers for whom", async () => {
  const asked = await press("insertStatForm");
  expect(await takeArrival(asked.ribbon.workbook)).toEqual({ to: "fill" });
  const known = await press("insertStatForm", undefined, ({ book: { settings } }) => {
    settings.set(REMEMBERED.school, SCHOOL);
    settings.set(REMEMBERED.period, "2026-S2");
  });
  expect(known.excel.book.sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(["封面", "表1", "表2", "表3", "_meta"]));
  const there = await press("insertStatForm", await filled());
  expect(await takeArrival(there.ribbon.workbook)).toEqual({ to: "replace" });
});

test("why a function did not do its work travels to the pane", async () => {
  const { ribbon } = await press("insertStatForm", undefined, ({ book }) => {
    book.settings.set(REMEMBERED.school, SCHOOL);
    book.settings.set(REMEMBERED.period, "2026-S2");
    book.structureProtected = true;
  });
  expect(await takeArrival(ribbon.workbook)).toEqual({ to: "fill", trouble: { kind: "protected-structure" } });
});

test("what stands in a file is no order: words that nobody left are not followed", async () => {
  for (const left of ["", "null", "send", '{"to":"elsewhere"}', '{"to":1}', "{"]) {
    const excel = startExcel();
    excel.book.settings.set(REMEMBERED.arrival, left);
    expect(await takeArrival(openOffice({ marker: "_meta" }))).toBeUndefined();
  }
});
