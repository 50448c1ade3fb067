import { check } from "../../src/actions/check";
import type { WorkbookPlan } from "../../src/domain";
import { zhCN } from "../../src/locales";
import { openOffice } from "../../src/workbook/office";
import type { LiveWorkbook } from "../../src/workbook/port";
import { openXlsx, readXlsx, writeXlsx } from "../../src/workbook/xlsx";
import { startExcel, type MemoryExcel, type StartOptions } from "../host";
import { catalogue } from "../sheets/plans";
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

test("a filled form gives byte-equal findings through the file and through Excel", async () => {
  const live = await check(await openInExcel(filled()), catalogue, { locale: zhCN });
  const file = await check(openXlsx(writeXlsx(filled())), catalogue, { locale: zhCN });
  if (!live.ok || !file.ok) throw new Error("refused");
  expect(live.value.findings.length).toBeGreaterThan(10);
  expect(JSON.stringify(live.value.findings)).toBe(JSON.stringify(file.value.findings));
  expect(live.value.code).toBe(file.value.code);
});
