import { openOffice } from "../../src/workbook/office";
import { writeXlsx } from "../../src/workbook/xlsx";
import { blank } from "../sheets/plans";
import { MemoryExcel } from "./excel";
import { turns } from "../turns";
import { byHand } from "./recorder/hand";
import { record } from "./recorder/record";
import { installWindowHost } from "./window-host";

/** What the test asks of the page. */
declare global {
  interface Window {
    story(): Promise<unknown>;
    /** What the recording kit makes of it, as JSON. */
    recording(): Promise<string>;
  }
}

const excel = new MemoryExcel({ api: "1.13" });
const host = installWindowHost(window, excel);

function loadOffice(): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = "/office/office.js";
    script.onload = () => resolve();
    script.onerror = () => reject(new Error("office.js"));
    document.head.append(script);
  });
}

window.story = async () => {
  await loadOffice();
  const info = await Office.onReady();
  const live = openOffice({ marker: "_meta" });
  const plan = blank();
  let heard = 0;
  const inserted = await live.insert(plan, writeXlsx(plan));
  await live.onChange(() => heard++);
  excel.type("表1!F10", "12");
  await turns();
  const written = await live.write([{ kind: "value", sheet: "表1", row: 10, column: 5, value: 5 }]);
  const read = await live.read();
  const cells = read.ok ? read.value.sheets.find(({ name }) => name === "表1")!.cells : new Map();
  await live.remember("school", "武汉");
  const bytes = await live.bytes();
  excel.failNext("cell-edit");
  const editing = await live.saveState();
  excel.failNext("busy");
  const saved = await live.save();
  Office.actions.associate("check", (event: Office.AddinCommands.Event) => event.completed());
  host.press("check");
  await turns();
  return {
    info,
    language: Office.context.displayLanguage,
    sets: [Office.context.requirements.isSetSupported("ExcelApi", "1.13"), Office.context.requirements.isSetSupported("ExcelApi", "1.14")],
    inserted,
    written,
    heard,
    values: [cells.get(9 * 16384 + 5)?.value, cells.get(10 * 16384 + 5)?.value],
    settings: [...excel.book.settings],
    startState: excel.book.startState,
    recalled: live.recall("school"),
    bytes: bytes.ok ? [bytes.value[0], bytes.value[1], bytes.value.length > 10_000] : bytes,
    editing,
    saved,
    completed: host.completed.length,
  };
};

window.recording = async () => {
  await loadOffice();
  await Office.onReady();
  return JSON.stringify(await record({ hand: async (does, sheet) => byHand(excel, sheet, does), pause: () => turns() }));
};
