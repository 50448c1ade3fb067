/// <reference types="office-js" />
import { liveForm } from "../../../src/actions/live-form";
import { catalogue } from "../../../src/forms";
import { cellAt, parseAddress } from "../../../src/domain";
import { openOffice, startsWithFile } from "../../../src/workbook/office";
import { startWithFile } from "../../../src/workbook/office/pane";
import type { LiveWorkbook } from "../../../src/workbook/port";
import { readXlsx } from "../../../src/workbook/xlsx";

const live = (): LiveWorkbook => openOffice(liveForm(catalogue.form));

/** What `getFileAsync` hands out: whether a value that was never saved is in A1 of the sheet. */
async function bytes(sheet: string): Promise<unknown> {
  const file = await live().bytes();
  if (!file.ok) return file.error.kind;
  const read = readXlsx(file.value);
  if (!read.ok) return read.error.code;
  const found = read.value.sheets.find(({ name }) => name === sheet);
  return { A1: (found && cellAt(found, parseAddress("A1")!)?.value) ?? null };
}

/** Whether a setting of the document is there again once it was saved, and gone once it was taken away. */
async function settings(): Promise<unknown> {
  const kept = await live().remember("recorder", "1");
  const there = live().recall("recorder") ?? null;
  const dropped = await live().remember("recorder", undefined);
  return [kept.ok || kept.error.kind, there, dropped.ok || dropped.error.kind, live().recall("recorder") ?? null];
}

/** Whether Excel starts the add-in with the workbook once it was told to. */
async function startingWithFile(): Promise<unknown> {
  await startWithFile();
  return startsWithFile();
}

/** What is asked of Office beside the workbook, by name: recording and replaying ask the same. Answers are plain values. */
export const CALLS: Readonly<Record<string, (sheet: string) => Promise<unknown>>> = { bytes, settings, startingWithFile };
