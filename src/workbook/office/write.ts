/// <reference types="office-js" />
import { areaAddress, assertNever, cellName, ok, refuse, type Change, type Result, type Validation } from "../../domain";
import type { LiveTrouble } from "../port";
import type { Memory } from "./memory";
import type { SheetMemory, SheetWrite } from "./sheet-write";
import { queueAll, complete, readAll, type Taken } from "./read";
import { canGroup, trip } from "./trip";
import { cellsIn, keysOf, queueBefore, undone, type CellBefore } from "./before";
import { queueValidation } from "./validations";
import { blocks, checkValue, contentOf, type Block } from "./values";

/** The error of a group that holds what Excel cannot undo. */
const NOT_UNDONE = "UndoNotSupported";

/** Whether a protected sheet must be opened for a write. Where only input cells are written it stays closed: opening it empties Excel's own undo. */
function mustOpen({ sheet, blocks: some, validations }: SheetWrite, memory: Memory): boolean {
  if (!sheet.protection) return false;
  return validations !== undefined || some.some((block) => keysOf(block).some((key) => !memory.isOpen(sheet, key)));
}

/** Queues writes to a sheet; a closed one is opened for it, where it must, and closed again with the options it had. */
function queueWrite(context: Excel.RequestContext, { sheet, blocks: some, validations }: SheetWrite, opening: boolean): void {
  const worksheet = context.workbook.worksheets.getItem(sheet.id);
  if (opening) worksheet.protection.unprotect();
  for (const { row, column, rows } of some)
    worksheet.getRangeByIndexes(row, column, rows.length, rows[0]!.length).untrack().formulas = rows;
  if (validations) {
    worksheet.getRange().untrack().dataValidation.clear();
    for (const validation of validations) queueValidation(worksheet, validation);
  }
  if (opening) worksheet.protection.protect(sheet.protection);
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
type LiveChange = Exclude<Change, { readonly kind: "stale" | "height" }>;

function bySheet(changes: readonly LiveChange[], sheets: readonly SheetMemory[]): SheetWrite[] {
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
  const standing = undone(writes, cellsIn(memory.grid?.sheets ?? []), memory.grid?.sheets ?? []).filter(({ sheet }) =>
    listed.value.has(sheet.id),
  );
  await trip((context) => {
    for (const write of standing) {
      const worksheet = context.workbook.worksheets.getItem(write.sheet.id);
      if (listed.value.get(write.sheet.id) === true) worksheet.protection.unprotect();
      queueWrite(context, write, false);
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

/** Is told of writes before they happen. */
export type Announce = (written: readonly Written[]) => void;

/**
 * Writes, and reads back. All of it or none: what was written before an error is put back.
 * @param announce is told where, before it happens
 * @throws RangeError for an unknown sheet or a value no cell can hold, as the adapter of files does
 */
export async function writeAll(all: readonly Change[], memory: Memory, announce: Announce): Promise<Result<void, LiveTrouble>> {
  check(all);
  const changes = all.filter((change) => change.kind !== "stale" && change.kind !== "height");
  if (changes.length === 0) return ok(undefined);
  const missing = (): boolean => changes.some(({ sheet }) => !memory.sheets.some(({ name }) => name === sheet));
  if (!memory.grid || missing()) {
    const read = await readAll(memory);
    if (!read.ok) return read;
  }
  const first = await writeOnce(bySheet(changes, memory.sheets), memory, announce);
  if (first.ok || !first.surprised) return first.ok ? first : refuse(first.error);
  // Somebody took a protection away, or put one up, since the last read: now it is known.
  const read = await readAll(memory);
  if (!read.ok || missing()) return refuse(first.error);
  const second = await writeOnce(bySheet(changes, memory.sheets), memory, announce);
  return second.ok ? second : refuse(second.error);
}

type Outcome =
  { readonly ok: true; readonly value: undefined } | { readonly ok: false; readonly error: LiveTrouble; readonly surprised: boolean };

/** Writes once, and keeps what takes it back. `surprised`: protections were other than thought. */
export async function writeOnce(writes: readonly SheetWrite[], memory: Memory, announce: Announce): Promise<Outcome> {
  announce(writes.flatMap(({ sheet, blocks: some }) => some.map((block) => ({ sheet: sheet.id, address: addressOf(block) }))));
  for (const { sheet, validations } of writes) if (validations) memory.expect(sheet.id, validations);
  const opening = new Set(writes.filter((write) => mustOpen(write, memory)));
  if (!canGroup() || opening.size > 0) return writeAndRead(writes, opening, memory);
  if (memory.touched) {
    const read = await readAll(memory);
    if (!read.ok) return { ...read, surprised: false };
  }
  return writeGrouped(writes, memory);
}

/** Writes in a round trip that holds nothing but writes, so that they are one step of Excel's own undo; then reads what came of it. */
async function writeGrouped(writes: readonly SheetWrite[], memory: Memory): Promise<Outcome> {
  const before = memory.grid?.sheets ?? [];
  const back = undone(writes, cellsIn(before), before);
  const written = await trip((context) => {
    for (const write of writes) queueWrite(context, write, false);
    return () => undefined;
  }, true);
  if (written.ok) {
    const read = await readAll(memory);
    memory.last = { wrote: writes, back };
    return read.ok ? { ok: true, value: undefined } : { ...read, surprised: false };
  }
  if (written.error.kind !== "host-error" || written.error.code !== NOT_UNDONE) return failed(written.error, writes, memory);
  // This Excel does not make one step of them after all. What it has done before it said so is known only by looking.
  const read = await readAll(memory);
  if (!read.ok) return { ...read, surprised: false };
  const again = await writeAndRead(writes, new Set(), memory);
  if (again.ok) memory.last = { wrote: writes, back };
  return again;
}

/** Looks at the cells, writes, and reads everything back, in one round trip. @param opening what has its protection lifted for it */
async function writeAndRead(writes: readonly SheetWrite[], opening: ReadonlySet<SheetWrite>, memory: Memory): Promise<Outcome> {
  const before = memory.grid?.sheets ?? [];
  const written = await trip((context): (() => { readonly taken: Taken; readonly was: CellBefore }) => {
    // Sheets that are gone stop the batch before it has done anything.
    for (const { sheet } of writes) context.workbook.worksheets.getItem(sheet.id).load("id");
    const was = queueBefore(context, writes);
    for (const write of writes) queueWrite(context, write, opening.has(write));
    const taken = queueAll(context, memory);
    return () => ({ taken: taken(), was: was() });
  });
  if (!written.ok) return failed(written.error, writes, memory);
  memory.last = { wrote: writes, back: undone(writes, written.value.was, before) };
  const read = await complete(written.value.taken, memory);
  return read.ok ? { ok: true, value: undefined } : { ...read, surprised: false };
}

async function failed(error: LiveTrouble, writes: readonly SheetWrite[], memory: Memory): Promise<Outcome> {
  const surprised = beforeAnything(error) ? false : await putBack(writes, memory);
  memory.forget();
  return { ok: false, error, surprised };
}

function addressOf({ row, column, rows }: Block): string {
  return areaAddress({ top: row, left: column, bottom: row + rows.length - 1, right: column + rows[0]!.length - 1 });
}
