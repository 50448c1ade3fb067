import type { WorkbookPlan } from "../../src/domain";
import { openOffice } from "../../src/workbook/office";
import type { LiveWorkbook } from "../../src/workbook/port";
import { readXlsx, writeXlsx } from "../../src/workbook/xlsx";
import { startExcel, type MemoryExcel, type StartOptions } from "../host";
import { contract, filled, gridOf, seenOf } from "./contract";

let excel: MemoryExcel;

async function openInExcel(plan: WorkbookPlan, options: StartOptions = {}): Promise<LiveWorkbook> {
  excel = startExcel(options);
  await excel.openFile(writeXlsx(plan));
  return openOffice({ marker: "_meta" });
}

contract("a live Excel", (plan) => openInExcel(plan));
contract("an Excel of exactly ExcelApi 1.13, with the client's own check on,", (plan) => openInExcel(plan, { api: "1.13", strict: true }));

test("a filled form gives the same grid through the file and through Excel", async () => {
  const live = await gridOf(await openInExcel(filled()));
  const file = readXlsx(writeXlsx(filled()));
  expect(file.ok && seenOf(file.value)).toEqual(seenOf(live));
});
