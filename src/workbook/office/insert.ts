/// <reference types="office-js" />
import { ok, refuse, type Result, type WorkbookPlan } from "../../domain";
import type { LiveTrouble } from "../port";
import { base64Of } from "./file";
import { queueInspection, type Inspected } from "./inspect";
import { beyondMending, queueMending, queuePages, stillDamaged, unguarded } from "./mend";
import type { SheetMemory } from "./sheet-write";
import { queueList } from "./read";
import { trip } from "./trip";

/** What an insert needs to know of forms. */
export interface FormSheets {
  /** Name of the sheet by which a workbook with a form is known. */
  readonly marker: string;
}

export interface Sheet {
  readonly id: string;
  readonly name: string;
}

export interface SheetList {
  readonly sheets: readonly Sheet[];
  readonly locked: boolean;
  readonly readOnly: boolean;
}

/** Lists the sheets, and tells whether any can be added. */
export function listSheets(): Promise<Result<SheetList, LiveTrouble>> {
  return trip((context) => {
    const { workbook } = context;
    const sheets = workbook.worksheets.load("items/id,items/name");
    workbook.load("readOnly,protection/protected");
    return () => ({
      sheets: sheets.items.map(({ id, name }) => ({ id, name })),
      locked: workbook.protection.protected,
      readOnly: workbook.readOnly,
    });
  });
}

/** The sheets of a form: those named as the plan's, and those that are numbered like them. */
function ofForm({ sheets }: SheetList, plan: WorkbookPlan, { marker }: FormSheets): Sheet[] {
  const stem = (name: string): string => name.replace(/\d+$/, "");
  const numbered = new Set(plan.sheets.filter(({ name }) => stem(name) !== name).map(({ name }) => stem(name)));
  const form = sheets.some(({ name }) => name === marker);
  return sheets.filter(
    ({ name }) => plan.sheets.some((one) => one.name === name) || (form && name !== stem(name) && numbered.has(stem(name))),
  );
}

/** A free name for a sheet that makes room, until the new one has arrived whole. */
const aside = (index: number): string => `~${index + 1}~`;

function queueNames(context: Excel.RequestContext, sheets: readonly Sheet[], name: (sheet: Sheet, index: number) => string): void {
  sheets.forEach((sheet, index) => (context.workbook.worksheets.getItem(sheet.id).name = name(sheet, index)));
}

async function rename(sheets: readonly Sheet[], name: (sheet: Sheet, index: number) => string): Promise<Result<void, LiveTrouble>> {
  return trip((context) => {
    queueNames(context, sheets, name);
    return () => undefined;
  });
}

/** One call for all sheets: formulas between sheets that come apart turn into links to another workbook. */
async function insertSheets(plan: WorkbookPlan, bytes: Uint8Array, old: readonly Sheet[]): Promise<Result<readonly string[], LiveTrouble>> {
  const inserted = await trip((context) => {
    queueNames(context, old, (_, index) => aside(index));
    context.workbook.insertWorksheetsFromBase64(base64Of(bytes), { positionType: "End" });
    const sheets = context.workbook.worksheets.load("items/name");
    return () => sheets.items.map(({ name }) => name);
  });
  if (inserted.ok || inserted.error.kind === "busy" || inserted.error.kind === "cell-edit-mode") return inserted;
  // Excel on the web has told an error though the sheets were there.
  const after = await listSheets();
  const names = after.ok ? after.value.sheets.map(({ name }) => name) : [];
  if (
    after.ok &&
    plan.sheets.some(({ name }) => names.includes(name)) &&
    old.every(({ name, id }) => after.value.sheets.find((one) => one.id === id)?.name !== name)
  )
    return ok(names);
  if (after.ok && old.length > 0)
    await rename(
      old.filter(({ id }) => after.value.sheets.some((one) => one.id === id)),
      ({ name }) => name,
    );
  return inserted;
}

export function inspect(plan: WorkbookPlan, present: readonly string[]): Promise<Result<Inspected, LiveTrouble>> {
  return trip((context) => queueInspection(context, plan, present));
}

/** Mends, takes the old form away and shows the new one: in one round trip, since the first one after an insert must not activate. */
function finish(plan: WorkbookPlan, inspected: Inspected, old: readonly Sheet[]): Promise<Result<readonly SheetMemory[], LiveTrouble>> {
  return trip((context) => {
    queueMending(context, plan, inspected);
    for (const { id } of old) {
      const sheet = context.workbook.worksheets.getItem(id);
      // A very hidden sheet cannot be deleted.
      sheet.visibility = "Hidden";
      sheet.delete();
    }
    const first = plan.sheets[plan.active ?? 0];
    if (first?.state === "visible") context.workbook.worksheets.getItem(first.name).activate();
    return queueList(context);
  });
}

/** Takes away what was inserted, and gives the old form its names back. */
async function takeBack(plan: WorkbookPlan, old: readonly Sheet[]): Promise<void> {
  const after = await listSheets();
  if (!after.ok) return;
  const come = after.value.sheets.filter(({ name }) => plan.sheets.some((one) => one.name === name));
  await trip((context) => {
    for (const { id } of come) {
      const sheet = context.workbook.worksheets.getItem(id);
      sheet.visibility = "Hidden";
      sheet.delete();
    }
    queueNames(context, old, ({ name }) => name);
    return () => undefined;
  });
}

/** A form that has arrived: the sheets as they are then, and those whose validations Excel did not take. */
export interface Arrived {
  readonly sheets: readonly SheetMemory[];
  readonly unguarded: readonly string[];
}

/**
 * Inserts a form and makes sure that it is what its plan says. An old form stays until the new one has arrived whole. Cells, visibility
 * and protection must be as planned; validations are mended, and where Excel does not take them that is told; print set-up is tried once.
 * Four round trips where all is well, one more where something had to be mended, one more where Excel refuses the print set-up.
 */
export async function insertForm(
  plan: WorkbookPlan,
  bytes: Uint8Array,
  form: FormSheets,
  replace: boolean,
): Promise<Result<Arrived, LiveTrouble>> {
  const before = await listSheets();
  if (!before.ok) return before;
  if (before.value.readOnly) return refuse({ kind: "read-only" });
  if (before.value.locked) return refuse({ kind: "protected-structure" });
  const old = ofForm(before.value, plan, form);
  // Somebody's own sheet called 封面 is no form to be replaced.
  if (old.length > 0 && !before.value.sheets.some(({ name }) => name === form.marker))
    return refuse({ kind: "name-taken", what: old.map(({ name }) => name).join("、") });
  if (old.length > 0 && !replace) return refuse({ kind: "form-exists" });
  const inserted = await insertSheets(plan, bytes, old);
  if (!inserted.ok) return inserted;
  const whole = await makeWhole(plan, inserted.value, old);
  if (!whole.ok) await takeBack(plan, old);
  return whole;
}

async function makeWhole(plan: WorkbookPlan, present: readonly string[], old: readonly Sheet[]): Promise<Result<Arrived, LiveTrouble>> {
  const found = await inspect(plan, present);
  if (!found.ok) return found;
  const lost = beyondMending(found.value);
  if (lost !== undefined) return refuse({ kind: "damaged-insert", what: lost });
  const mended = stillDamaged(found.value) !== undefined || unguarded(found.value).length > 0;
  // The old form goes only when the new one is known to be whole.
  const finished = await finish(plan, found.value, mended ? [] : old);
  if (!finished.ok) return finished;
  if (!mended) {
    await setPages(found.value);
    return ok({ sheets: finished.value, unguarded: [] });
  }
  const again = await setPagesAndInspect(plan, found.value);
  if (!again.ok) return again;
  const still = stillDamaged(again.value);
  if (still !== undefined) return refuse({ kind: "damaged-insert", what: still });
  const shown = old.length === 0 ? finished : await finish(plan, { damages: [], names: [] }, old);
  return shown.ok ? ok({ sheets: shown.value, unguarded: unguarded(again.value) }) : shown;
}

/** Sets up printing where the file's own did not arrive. What Excel does not take is let be: a form prints without it, too. */
export async function setPages(found: Inspected): Promise<void> {
  if (!found.damages.some(({ page }) => page)) return;
  await trip((context) => {
    queuePages(context, found);
    return () => undefined;
  });
}

/** Looks once more at all sheets, and sets up printing in the same round trip, where Excel takes both. */
async function setPagesAndInspect(plan: WorkbookPlan, found: Inspected): Promise<Result<Inspected, LiveTrouble>> {
  const names = plan.sheets.map(({ name }) => name);
  const both = await trip((context) => {
    const inspected = queueInspection(context, plan, names);
    queuePages(context, found);
    return inspected;
  });
  return both.ok ? both : inspect(plan, names);
}
