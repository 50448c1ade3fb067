/// <reference types="office-js" />
import {
  areaAddress,
  assertNever,
  cellAt,
  cellName,
  ok,
  refuse,
  type Change,
  type GridCell,
  type GridSheet,
  type Result,
  type Validation,
} from "../../domain";
import type { LiveTrouble } from "../port";
import type { Memory, SheetMemory } from "./memory";
import { queueAll, complete, readAll, type Taken } from "./read";
import { trip } from "./trip";
import { queueValidation } from "./validations";
import { blocks, checkValue, contentOf, contentOfCell, type Block } from "./values";

/** What changes on one sheet. */
interface SheetWrite {
  readonly sheet: SheetMemory;
  readonly blocks: readonly Block[];
  /** Absent where they stay. */
  readonly validations?: readonly Validation[];
}

/** Queues writes to a sheet that is open at that moment: a protected one is opened for it and closed again with the options it had. */
export function queueWrite(context: Excel.RequestContext, { sheet, blocks: some, validations }: SheetWrite): void {
  const worksheet = context.workbook.worksheets.getItem(sheet.id);
  if (sheet.protection) worksheet.protection.unprotect();
  for (const { row, column, rows } of some)
    worksheet.getRangeByIndexes(row, column, rows.length, rows[0]!.length).untrack().formulas = rows;
  if (validations) {
    worksheet.getRange().untrack().dataValidation.clear();
    for (const validation of validations) queueValidation(worksheet, validation);
  }
  if (sheet.protection) worksheet.protection.protect(sheet.protection);
}

function check(changes: readonly Change[]): void {
  for (const change of changes) {
    if (change.kind === "value") checkValue(change.value, cellName(change));
    else if (change.kind === "validations")
      for (const { areas, formula1 } of change.validations)
        if (areas.length === 0 || formula1 === "") throw new RangeError(`A validation on ${change.sheet} says nothing`);
  }
}

/** Changes that a live Excel has to be told: results it calculates anew by itself. */
type Told = Exclude<Change, { readonly kind: "stale" | "height" }>;

function bySheet(changes: readonly Told[], sheets: readonly SheetMemory[]): SheetWrite[] {
  return [...new Set(changes.map((change) => change.sheet))].map((name) => {
    const sheet = sheets.find((one) => one.name === name);
    if (!sheet) throw new RangeError(`No worksheet is called ${name}`);
    const contents: { row: number; column: number; content: string | number | boolean }[] = [];
    let validations: readonly Validation[] | undefined;
    for (const change of changes) {
      if (change.sheet !== name) continue;
      if (change.kind === "value") contents.push({ row: change.row, column: change.column, content: contentOf(change.value) });
      else if (change.kind === "validations") validations = change.validations;
      else assertNever(change);
    }
    return { sheet, blocks: blocks(contents), ...(validations ? { validations } : {}) };
  });
}

/** The writes that put back what stood there before. */
function undone(writes: readonly SheetWrite[], before: readonly GridSheet[]): SheetWrite[] {
  return writes.map(({ sheet, blocks: some, validations }) => {
    const was = before.find(({ name }) => name === sheet.name);
    const cell = (row: number, column: number): GridCell | undefined => was && cellAt(was, { row, column });
    const back = some.map(({ row, column, rows }) => ({
      row,
      column,
      rows: rows.map((line, r) => line.map((_, c) => contentOfCell(cell(row + r, column + c)))),
    }));
    return { sheet, blocks: back, ...(validations ? { validations: was?.validations ?? [] } : {}) };
  });
}

/**
 * After a batch that failed half way: puts contents and protection back. Best effort, since Excel itself is in trouble.
 * @returns whether protections were other than thought, which may be all that was wrong
 */
async function putBack(writes: readonly SheetWrite[], memory: Memory): Promise<boolean> {
  const listed = await trip((context) => {
    const sheets = context.workbook.worksheets.load("items/id,items/protection/protected");
    return () => new Map(sheets.items.map(({ id, protection }) => [id, protection.protected]));
  });
  if (!listed.ok) return false;
  const surprised = writes.some(({ sheet }) => listed.value.get(sheet.id) === (sheet.protection === undefined));
  const standing = undone(writes, memory.grid?.sheets ?? []).filter(({ sheet }) => listed.value.has(sheet.id));
  await trip((context) => {
    for (const write of standing) {
      const worksheet = context.workbook.worksheets.getItem(write.sheet.id);
      if (listed.value.get(write.sheet.id) === true) worksheet.protection.unprotect();
      queueWrite(context, { ...write, sheet: { ...write.sheet, protection: undefined } });
      if (write.sheet.protection) worksheet.protection.protect(write.sheet.protection);
    }
    return () => undefined;
  });
  return surprised;
}

/** Trouble that comes before Excel has begun: nothing was written. */
function beforeAnything(trouble: LiveTrouble): boolean {
  return trouble.kind === "busy" || trouble.kind === "cell-edit-mode" || trouble.kind === "payload-too-large" || trouble.kind === "too-old";
}

/** Where a write goes, as `onChange` will hear of it. */
export interface Written {
  readonly sheet: string;
  readonly address: string;
}

/**
 * Writes, and reads back in the same round trip. All of it or none: what was written before an error is put back.
 * @param announce is told where, before it happens
 * @throws RangeError for an unknown sheet or a value no cell can hold, as the adapter of files does
 */
export async function writeAll(
  all: readonly Change[],
  memory: Memory,
  announce: (written: readonly Written[]) => void,
): Promise<Result<void, LiveTrouble>> {
  check(all);
  const changes = all.filter((change) => change.kind !== "stale" && change.kind !== "height");
  if (changes.length === 0) return ok(undefined);
  const missing = (): boolean => changes.some(({ sheet }) => !memory.sheets.some(({ name }) => name === sheet));
  if (!memory.grid || missing()) {
    const read = await readAll(memory);
    if (!read.ok) return read;
  }
  const first = await writeOnce(changes, memory, announce);
  if (first.ok || !first.surprised) return first.ok ? first : refuse(first.error);
  // Somebody took a protection away, or put one up, since the last read: now it is known.
  const read = await readAll(memory);
  if (!read.ok || missing()) return refuse(first.error);
  const second = await writeOnce(changes, memory, announce);
  return second.ok ? second : refuse(second.error);
}

type Outcome =
  { readonly ok: true; readonly value: undefined } | { readonly ok: false; readonly error: LiveTrouble; readonly surprised: boolean };

async function writeOnce(changes: readonly Told[], memory: Memory, announce: (written: readonly Written[]) => void): Promise<Outcome> {
  const writes = bySheet(changes, memory.sheets);
  announce(writes.flatMap(({ sheet, blocks: some }) => some.map((block) => ({ sheet: sheet.id, address: addressOf(block) }))));
  for (const { sheet, validations } of writes) if (validations) memory.expect(sheet.id, validations);
  const written = await trip((context): (() => Taken) => {
    // Sheets that are gone stop the batch before it has done anything.
    for (const { sheet } of writes) context.workbook.worksheets.getItem(sheet.id).load("id");
    for (const write of writes) queueWrite(context, write);
    return queueAll(context, memory);
  });
  if (written.ok) {
    const read = await complete(written.value, memory);
    return read.ok ? { ok: true, value: undefined } : { ...read, surprised: false };
  }
  const surprised = beforeAnything(written.error) ? false : await putBack(writes, memory);
  memory.forget();
  return { ...written, surprised };
}

function addressOf({ row, column, rows }: Block): string {
  return areaAddress({ top: row, left: column, bottom: row + rows.length - 1, right: column + rows[0]!.length - 1 });
}
