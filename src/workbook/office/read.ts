/// <reference types="office-js" />
import {
  areaAddress,
  areaOf,
  cellKey,
  keyColumn,
  keyRow,
  ok,
  parseArea,
  type Area,
  type CellValue,
  type DefinedName,
  type Grid,
  type GridCell,
  type GridSheet,
  type Result,
  type SheetState,
  type Validation,
} from "../../domain";
import type { LiveTrouble } from "../port";
import type { Memory, SheetMemory } from "./memory";
import { trip } from "./trip";
import { cellsOf, gather, VALIDATION_PARTS, validationOf } from "./validations";
import { showsDate } from "./values";

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

/** What was asked of one sheet. */
interface Asked {
  readonly used: Excel.Range;
  readonly merged: Excel.RangeAreas;
  /** Only of visible sheets: nobody types into the others. */
  readonly locks: OfficeExtension.ClientResult<Excel.CellProperties[][]> | undefined;
  readonly places: readonly { readonly area: Area; readonly range: Excel.Range }[];
}

function queueSheet(context: Excel.RequestContext, { id, state }: SheetMemory, places: readonly Area[]): Asked {
  const sheet = context.workbook.worksheets.getItem(id);
  // With formats: cells that wait for input are empty. An empty sheet gives its first cell.
  const used = sheet.getUsedRange(false).untrack();
  used.load("rowIndex,columnIndex,values,formulas,valueTypes,numberFormat");
  return {
    used,
    merged: used.getMergedAreasOrNullObject().untrack().load("address"),
    locks: state === "visible" ? used.getCellProperties({ format: { protection: true } }) : undefined,
    places: places.map((area) => ({ area, range: sheet.getRange(areaAddress(area)).untrack().load(VALIDATION_PARTS) })),
  };
}

function valueOf(raw: unknown, type: string): CellValue {
  if (type === "Error") return { error: String(raw) };
  return typeof raw === "string" || typeof raw === "number" || typeof raw === "boolean" ? raw : null;
}

function cellAtPlace(raw: unknown, written: unknown, type: string, format: unknown): GridCell | undefined {
  // A text that starts with = is told the same way twice; a formula never equals its own result.
  const formula = typeof written === "string" && written.startsWith("=") && written !== raw ? written.slice(1) : undefined;
  if (formula === undefined && (raw === "" || raw === null)) return undefined;
  const value = valueOf(raw, type);
  const date = typeof value === "number" && typeof format === "string" && showsDate(format);
  return { value, ...(formula === undefined ? {} : { formula }), ...(date ? { date: true as const } : {}) };
}

function cells({ used }: Asked): Map<number, GridCell> {
  const found = new Map<number, GridCell>();
  const { rowIndex, columnIndex, values, formulas, valueTypes, numberFormat } = used as {
    readonly [K in keyof Excel.Range]: Excel.Range[K];
  };
  values.forEach((line: readonly unknown[], r) =>
    line.forEach((raw, c) => {
      const cell = cellAtPlace(raw, formulas[r]?.[c], String(valueTypes[r]?.[c]), numberFormat[r]?.[c]);
      if (cell) found.set(cellKey(rowIndex + r, columnIndex + c), cell);
    }),
  );
  return found;
}

function mergesOf({ merged }: Asked): Area[] {
  if (merged.isNullObject) return [];
  // A name in quotes may hold a comma of its own.
  return merged.address
    .replace(/(?:'(?:[^']|'')*'|[^,!']+)!/g, "")
    .split(",")
    .flatMap((address) => parseArea(address) ?? []);
}

/** Cells that are open for input, each merge once. */
function inputs({ locks, used }: Asked, merges: readonly Area[]): number[] {
  const covered = new Set(merges.flatMap((merge) => cellsOf([merge]).slice(1)));
  const open: number[] = [];
  locks?.value.forEach((line, r) =>
    line.forEach(({ format }, c) => {
      const key = cellKey(used.rowIndex + r, used.columnIndex + c);
      if (format?.protection?.locked === false && !covered.has(key)) open.push(key);
    }),
  );
  return open;
}

/** Validations that were told, by cell; and cells to ask for one by one, since their area was mixed or never asked for. */
function validationsTold(
  { places }: Asked,
  open: readonly number[],
): { readonly told: { readonly key: number; readonly content: Omit<Validation, "areas"> }[]; readonly unasked: number[] } {
  const told: { key: number; content: Omit<Validation, "areas"> }[] = [];
  const asked = new Set<number>();
  for (const { area, range } of places) {
    const content = validationOf(range.dataValidation);
    if (content === "mixed") continue;
    for (const key of cellsOf([area])) {
      asked.add(key);
      if (content) told.push({ key, content });
    }
  }
  const mixed = places.filter(({ range }) => validationOf(range.dataValidation) === "mixed").flatMap(({ area }) => cellsOf([area]));
  return { told, unasked: [...new Set([...open, ...mixed])].filter((key) => !asked.has(key)) };
}

interface Draft {
  readonly sheet: SheetMemory;
  readonly cells: ReadonlyMap<number, GridCell>;
  readonly merges: readonly Area[];
  readonly open: readonly number[];
  readonly told: { readonly key: number; readonly content: Omit<Validation, "areas"> }[];
  readonly unasked: readonly number[];
}

/** What one round trip gave: the sheets as they are, and those that were asked for. */
export interface Taken {
  readonly list: readonly SheetMemory[];
  readonly drafts: readonly Draft[];
  readonly names: readonly DefinedName[];
}

/** Queues everything of the sheets that are known, with the list of those that really are there. */
export function queueAll(context: Excel.RequestContext, memory: Memory): () => Taken {
  const list = queueList(context);
  const names = context.workbook.names.load("items/name,items/formula,items/visible");
  const asked = memory.sheets.map((sheet) => ({ sheet, asked: queueSheet(context, sheet, memory.placesOf(sheet)) }));
  return () => {
    const now = list();
    return {
      list: now,
      names: names.items.map(({ name, formula, visible }) => ({
        name,
        refersTo: String(formula).replace(/^=/, ""),
        ...(visible ? {} : { hidden: true }),
      })),
      drafts: asked.map(({ sheet, asked: one }): Draft => {
        const merges = mergesOf(one);
        const open = inputs(one, merges);
        return { sheet: now.find(({ id }) => id === sheet.id) ?? sheet, cells: cells(one), merges, open, ...validationsTold(one, open) };
      }),
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
        if (content && content !== "mixed") draft.told.push({ key, content });
      }
    };
  });
}

function gridOf({ drafts, names }: Taken, memory: Memory): Grid {
  const sheets = drafts.map(({ sheet, cells: found, merges, open, told }): GridSheet => {
    const validations = gather(told);
    memory.learn(sheet, validations, open);
    return { name: sheet.name, state: sheet.state, cells: found, merges, validations, protected: sheet.protection !== undefined };
  });
  return { sheets, names };
}

/** Makes the grid of what was taken; asks again where sheets came, went or hold validations not asked for. */
export async function complete(taken: Taken, memory: Memory): Promise<Result<Grid, LiveTrouble>> {
  const same =
    taken.list.length === memory.sheets.length &&
    taken.list.every(({ id, state }, index) => memory.sheets[index]!.id === id && memory.sheets[index]!.state === state);
  memory.sheets = taken.list;
  if (!same) return readAll(memory);
  const rest = await askRest(taken.drafts);
  return rest.ok ? ok((memory.grid = gridOf(taken, memory))) : rest;
}

/**
 * Reads the workbook: one round trip where its sheets are known from before, one more to list them where they are not, and one more for
 * validations at places that nobody named before.
 */
export async function readAll(memory: Memory): Promise<Result<Grid, LiveTrouble>> {
  if (memory.sheets.length === 0) {
    const listed = await trip(queueList);
    if (!listed.ok) return listed;
    memory.sheets = listed.value;
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
