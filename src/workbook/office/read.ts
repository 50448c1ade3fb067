/// <reference types="office-js" />
import {
  areaAddress,
  areaOf,
  keyColumn,
  keyRow,
  ok,
  type DefinedName,
  type Grid,
  type GridSheet,
  type Result,
  type SheetState,
} from "../../domain";
import type { LiveTrouble } from "../port";
import type { Memory } from "./memory";
import type { SheetMemory } from "./sheet-write";
import { draftOf, queueSheet, type Draft } from "./read-sheet";
import { trip } from "./trip";
import { gather, VALIDATION_PARTS, validationOf } from "./validations";

/** Where all of a marker's record stands. */
const MARKER = "A1:Z20";
/** What is looked at of a sheet that may be a person's own: enough for the labels of a form, and never all of it. */
const TOP = "A1:P60";
const STATES: Readonly<Record<string, SheetState>> = { Visible: "visible", Hidden: "hidden", VeryHidden: "veryHidden" };

/** Queues the list of sheets. */
export function queueList(context: Excel.RequestContext): () => SheetMemory[] {
  const sheets = context.workbook.worksheets.load(
    "items/id,items/name,items/visibility,items/protection/protected,items/protection/options",
  );
  return () =>
    sheets.items.map(({ id, name, visibility, protection }) => ({
      id,
      name,
      state: STATES[visibility] ?? "visible",
      ...(protection.protected ? { protection: protection.options } : {}),
    }));
}

/** What one round trip gave: the sheets as they are, and those that were asked for. */
export interface Taken {
  /** The sheets that were read, as they were known when they were asked for. */
  readonly asked: readonly SheetMemory[];
  readonly list: readonly SheetMemory[];
  readonly drafts: readonly Draft[];
  readonly names: readonly DefinedName[];
  /** Sheets that were looked at, with the texts at their top. */
  readonly tops: readonly { readonly sheet: SheetMemory; readonly texts: readonly string[] }[];
}

function queueTop(context: Excel.RequestContext, sheet: SheetMemory): () => string[] {
  const range = context.workbook.worksheets.getItem(sheet.id).getRange(TOP).untrack().load("values");
  return () => (range.values as unknown[][]).flat().filter((value): value is string => typeof value === "string" && value !== "");
}

/** Queues everything of the sheets that are known, with the list of those that really are there. */
export function queueAll(context: Excel.RequestContext, memory: Memory): () => Taken {
  memory.touched = false;
  const list = queueList(context);
  const names = context.workbook.names.load("items/name,items/formula,items/visible");
  const before = memory.sheets;
  const asked = before
    .filter((sheet) => !memory.known(sheet))
    .map((sheet) => ({ sheet, asked: queueSheet(context, sheet, memory.placesOf(sheet)) }));
  const tops = memory.strangers.map((sheet) => ({ sheet, texts: queueTop(context, sheet) }));
  return () => {
    const now = list();
    return {
      asked: before,
      list: now,
      tops: tops.map(({ sheet, texts }) => ({ sheet, texts: texts() })),
      names: names.items.map(({ name, formula, visible }) => ({
        name,
        refersTo: String(formula).replace(/^=/, ""),
        ...(visible ? {} : { hidden: true }),
      })),
      drafts: asked.map(({ sheet, asked: one }) => draftOf(now.find(({ id }) => id === sheet.id) ?? sheet, one, memory.mergesOf(sheet))),
    };
  };
}

/** Asks for validations cell by cell, and adds them to the drafts. */
async function askRest(drafts: readonly Draft[]): Promise<Result<void, LiveTrouble>> {
  const rest = drafts.filter(({ unasked }) => unasked.length > 0);
  if (rest.length === 0) return ok(undefined);
  return trip((context) => {
    const asked = rest.flatMap((draft) => {
      const sheet = context.workbook.worksheets.getItem(draft.sheet.id);
      return draft.unasked.map((key) => {
        const at = areaOf({ row: keyRow(key), column: keyColumn(key) });
        return { draft, key, range: sheet.getRange(areaAddress(at)).untrack().load(VALIDATION_PARTS) };
      });
    });
    return () => {
      for (const { draft, key, range } of asked) {
        const content = validationOf(range.dataValidation);
        if (content && content !== "mixed") draft.found.push({ key, content });
      }
    };
  });
}

function gridOf({ drafts, names }: Taken, memory: Memory): Grid {
  const read = new Map(
    drafts.map(({ sheet, cells: found, open, found: told }): [string, GridSheet] => {
      const validations = gather(told);
      memory.learn(sheet, validations, open);
      const grid = { name: sheet.name, state: sheet.state, cells: found, validations, protected: sheet.protection !== undefined };
      memory.keep(sheet, grid);
      return [sheet.id, grid];
    }),
  );
  const sheets = memory.sheets.flatMap((sheet) => read.get(sheet.id) ?? memory.known(sheet) ?? []);
  const its = new Set(sheets.map(({ name }) => name));
  const unread = memory.listed.filter(({ name }) => !its.has(name)).map(({ name, state }) => ({ name, state }));
  return { sheets, names, unread };
}

/** Makes the grid of what was taken; asks again where sheets came, went or hold validations not asked for. */
export async function complete(taken: Taken, memory: Memory): Promise<Result<Grid, LiveTrouble>> {
  for (const { sheet, texts } of taken.tops) memory.look(sheet, texts);
  memory.take(taken.list);
  const unchanged =
    memory.strangers.length === 0 &&
    memory.sheets.length === taken.asked.length &&
    memory.sheets.every(({ id, state }, index) => taken.asked[index]!.id === id && taken.asked[index]!.state === state);
  if (!unchanged) return readAll(memory);
  const rest = await askRest(taken.drafts);
  return rest.ok ? ok((memory.grid = gridOf(taken, memory))) : rest;
}

/** The sheets of a summary, which can be large, and which no form ever asks about. One round trip, where there is a marker. */
async function summaryIn(list: readonly SheetMemory[], { summary }: Memory): Promise<Result<ReadonlySet<string>, LiveTrouble>> {
  const marker = summary && list.find(({ name }) => name === summary.marker);
  if (!marker) return ok(new Set());
  const formulas = await trip((context) => queueMarker(context, marker.id));
  if (!formulas.ok) return formulas;
  const names = summary.sheetsIn(formulas.value);
  return ok(new Set(names ? list.flatMap(({ id, name }) => (id === marker.id || names.includes(name) ? [id] : [])) : []));
}

/** Queues the formulas of a marker sheet. */
export function queueMarker(context: Excel.RequestContext, id: string): () => unknown[][] {
  const used = context.workbook.worksheets.getItem(id).getRange(MARKER).untrack().load("formulas");
  return () => used.formulas as unknown[][];
}

/**
 * Reads the workbook: one round trip where its sheets are known from before, one more to list them where they are not, and one more for
 * validations at places that nobody named before.
 */
export async function readAll(memory: Memory): Promise<Result<Grid, LiveTrouble>> {
  if (memory.listed.length === 0) {
    const listed = await trip(queueList);
    if (!listed.ok) return listed;
    const aside = await summaryIn(listed.value, memory);
    if (!aside.ok) return aside;
    memory.aside = aside.value;
    memory.take(listed.value);
  }
  const taken = await trip((context) => queueAll(context, memory));
  if (taken.ok) return complete(taken.value, memory);
  // A sheet that was known is gone: list them anew.
  if (taken.error.kind !== "host-error" || taken.error.code !== "ItemNotFound" || memory.lost) return taken;
  memory.forget();
  const again = await readAll(Object.assign(memory, { lost: true }));
  memory.lost = false;
  return again;
}
