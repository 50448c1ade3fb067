/// <reference types="office-js" />
import { areaAddress, cellKey, type Area, type CellValue, type GridCell, type Validation } from "../../domain";
import type { SheetMemory } from "./sheet-write";
import { cellsOf, VALIDATION_PARTS, validationOf } from "./validations";
import { kindOfFormat } from "../../domain/calendar";

/** Nothing of a form stands beyond it, with room for rows and columns that somebody inserted. */
const MOST = "A1:AF400";

/** What was asked of one sheet. */
export interface Asked {
  readonly used: Excel.Range;
  /** Only of visible sheets: nobody types into the others. */
  readonly locks: OfficeExtension.ClientResult<Excel.CellProperties[][]> | undefined;
  readonly places: readonly { readonly area: Area; readonly range: Excel.Range }[];
}

/** Queues everything that a grid tells of a sheet. */
export function queueSheet(context: Excel.RequestContext, { id, state }: SheetMemory, places: readonly Area[]): Asked {
  const sheet = context.workbook.worksheets.getItem(id);
  // With formats: cells that wait for input are empty. An empty sheet gives its first cell. What people see is bounded, since a format
  // that somebody gave to whole columns makes the used range as large as the sheet; hidden lists are as long as they are.
  const used = (state === "visible" ? sheet.getRange(MOST).untrack().getUsedRange(false) : sheet.getUsedRange(false)).untrack();
  used.load("rowIndex,columnIndex,values,formulas,valueTypes,numberFormat");
  return {
    used,
    locks: state === "visible" ? used.getCellProperties({ format: { protection: true } }) : undefined,
    places: places.map((area) => ({ area, range: sheet.getRange(areaAddress(area)).untrack().load(VALIDATION_PARTS) })),
  };
}

function valueOf(raw: unknown, type: string): CellValue {
  if (type === "Error") return { error: String(raw) };
  return typeof raw === "string" || typeof raw === "number" || typeof raw === "boolean" ? raw : null;
}

/** A cell as `values`, `formulas`, `valueTypes` and `numberFormat` tell it; undefined where it is empty. */
export function cellAtPlace(raw: unknown, written: unknown, type: string, format: unknown): GridCell | undefined {
  // A text that starts with = is told the same way twice; a formula never equals its own result.
  const formula = typeof written === "string" && written.startsWith("=") && written !== raw ? written.slice(1) : undefined;
  if (formula === undefined && (raw === "" || raw === null)) return undefined;
  const value = valueOf(raw, type);
  const kind = typeof value === "number" && typeof format === "string" ? kindOfFormat(format) : "number";
  return { value, ...(formula === undefined ? {} : { formula }), ...(kind === "number" ? {} : { [kind]: true as const }) };
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
function validationsFound(
  { places }: Asked,
  open: readonly number[],
): { readonly found: { readonly key: number; readonly content: Omit<Validation, "areas"> }[]; readonly unasked: number[] } {
  const found: { key: number; content: Omit<Validation, "areas"> }[] = [];
  const asked = new Set<number>();
  for (const { area, range } of places) {
    const content = validationOf(range.dataValidation);
    if (content === "mixed") continue;
    for (const key of cellsOf([area])) {
      asked.add(key);
      if (content) found.push({ key, content });
    }
  }
  const mixed = places.filter(({ range }) => validationOf(range.dataValidation) === "mixed").flatMap(({ area }) => cellsOf([area]));
  return { found, unasked: [...new Set([...open, ...mixed])].filter((key) => !asked.has(key)) };
}

/** A sheet as it came, with the cells whose validation is still to be asked for. */
export interface Draft {
  readonly sheet: SheetMemory;
  readonly cells: ReadonlyMap<number, GridCell>;
  readonly open: readonly number[];
  readonly found: { readonly key: number; readonly content: Omit<Validation, "areas"> }[];
  readonly unasked: readonly number[];
}

/** Takes a sheet from what was loaded. @param merges as known from elsewhere: Excel is not asked for them */
export function draftOf(sheet: SheetMemory, asked: Asked, merges: readonly Area[]): Draft {
  const open = inputs(asked, merges);
  return { sheet, cells: cells(asked), open, ...validationsFound(asked, open) };
}
