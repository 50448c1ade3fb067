import { keyRow, type Grid, type GridSheet } from "../../domain";
import { MOST } from "../form";
import { MOST_ENTRIES } from "../roster";
import { folded } from "./codec";
import { Draft } from "./draft";
import { basics, FIXED, labels } from "./items";
import { SHEETS, UNUSED_SHEETS } from "./names";
import { readItems } from "./read-items";
import { readRelations } from "./read-relations";
import { readTable, type Beside } from "./read-table";
import { readWords } from "./read-words";
import { coverTable, figureColumnTable, indicatorTable, rosterTable, textTable, UNIT_CONFIRMED_COLUMN, type FigureColumn } from "./tables";

/** So many figures a row may have. */
const MOST_COLUMNS = 20;

/** Sheets without which a workbook defines no form. */
const NEEDED = [SHEETS.basics, SHEETS.roster, SHEETS.indicators, SHEETS.cover];

/** A definition as its workbook says it. */
export interface DefinitionDraft {
  readonly draft: Draft;
  /** Relations that it lists. */
  readonly relations: number;
}

/**
 * Reads a 表式簿.
 * @returns undefined where a workbook is none: it has neither 基本信息 nor 指标
 */
export function readDefinitionBook(grid: Grid): DefinitionDraft | undefined {
  const draft = new Draft();
  const sheets = findSheets(grid, draft);
  if (!sheets.has(SHEETS.basics) && !sheets.has(SHEETS.indicators)) return undefined;
  for (const sheet of NEEDED) if (!sheets.has(sheet)) tellMissing(sheet, draft);
  if (!sheets.has(SHEETS.labels)) draft.tell("no-labels", { sheet: SHEETS.labels, row: 0, column: 0 }, {});
  readItems(sheets.get(SHEETS.basics), SHEETS.basics, basics, FIXED, draft);
  readItems(sheets.get(SHEETS.labels), SHEETS.labels, labels, [], draft);
  readTables(sheets, draft);
  readColumns(sheets.get(SHEETS.columns), draft);
  const { byRef, count } = readRelations(sheets.get(SHEETS.relations), draft);
  const words = sheets.get(SHEETS.words);
  // Words of relations without the relations: the sheet is gone by mistake, and nothing is said of its words.
  if (words && !sheets.has(SHEETS.relations) && hasRows(words)) tellMissing(SHEETS.relations, draft);
  else {
    if (count === 0) draft.tell("no-relations", { sheet: SHEETS.relations, row: 0, column: 0 }, {});
    if (words) readWords(words, byRef, draft);
    else draft.tell("no-words", { sheet: SHEETS.words, row: 0, column: 0 }, {});
  }
  return { draft, relations: count };
}

/** Says that a sheet is missing. */
export function tellMissing(sheet: string, draft: Draft): void {
  draft.tell("sheet-missing", { sheet, row: 0, column: 0 }, { sheet });
}

function hasRows({ cells }: GridSheet): boolean {
  return [...cells.keys()].some((key) => keyRow(key) > 0);
}

/** Makes of each row of 指标 an indicator for each column of the form, where it has several. */
function readColumns(sheet: GridSheet | undefined, draft: Draft): void {
  if (!sheet) return;
  readTable(sheet, figureColumnTable, MOST_COLUMNS, draft);
  const columns = draft.get(figureColumnTable.path) as readonly Partial<FigureColumn>[];
  const sound = columns.filter(({ id, name }, index): boolean => {
    const twice = columns.findIndex((one) => one.id === id) < index;
    if (typeof id === "string" && /^[\p{L}\p{N}]{1,8}$/u.test(id) && name !== undefined && !twice) return true;
    draft.tell("bad-column", draft.placeOf([...figureColumnTable.path, index, "id"]), { found: String(id ?? "") });
    return false;
  }) as readonly FigureColumn[];
  delete draft.json[figureColumnTable.path[0]!];
  if (sound.length === 0) return;
  const rows = (draft.get(indicatorTable.path) ?? []) as readonly Readonly<Record<string, unknown>>[];
  const made = rows.flatMap((row, index) => sound.map((column) => ({ index, figure: figureOf(row, column) })));
  draft.replace(
    indicatorTable.path,
    made.map(({ figure }) => figure),
    made.map(({ index }) => index),
  );
}

/** One figure of a row. What the row does not say is not made up: its own mistake is told. */
function figureOf(row: Readonly<Record<string, unknown>>, { id, name, ...rest }: FigureColumn): object {
  const keyed = (key: string, of: (value: string) => string): object => (typeof row[key] === "string" ? { [key]: of(row[key]) } : {});
  return {
    ...row,
    ...keyed("code", (code) => `${code};${id}`),
    ...keyed("partOf", (code) => `${code};${id}`),
    ...keyed("name", (text) => `${text}（${name}）`),
    ...rest,
  };
}

function readTables(sheets: ReadonlyMap<string, GridSheet>, draft: Draft): void {
  const most = new Map([
    [rosterTable, MOST_ENTRIES],
    [indicatorTable, MOST.indicators],
    [textTable, MOST.texts],
    [coverTable, MOST.cover],
  ]);
  for (const [table, rows] of most) {
    const sheet = sheets.get(table.sheet);
    if (!sheet && table.optional) {
      draft.put(table.path, []);
      draft.tell("no-texts", { sheet: table.sheet, row: 0, column: 0 }, {});
    } else if (!sheet) {
      // It was told, and what names its rows is not to blame.
      draft.fault(table.path);
    } else if (table === indicatorTable) readTable(sheet, table, rows, draft, { column: UNIT_CONFIRMED_COLUMN, each: confirmed(draft) });
    else readTable(sheet, table, rows, draft);
  }
}

/** Takes in that an author says a unit is right. */
function confirmed(draft: Draft): Beside["each"] {
  return ({ at, typed }, { unit }) => {
    const reading = typed === undefined ? undefined : UNIT_CONFIRMED_COLUMN.codec.read(typed);
    if (reading && "fault" in reading) draft.tellFault(reading.fault, at);
    else if (reading?.value === true && typeof unit === "string") draft.units.push(unit);
  };
}

/** The sheets that the definition is in, by their names. A second copy, as programs make one, is told: nobody knows which is meant. */
function findSheets({ sheets }: Grid, draft: Draft): ReadonlyMap<string, GridSheet> {
  const names: readonly string[] = Object.values(SHEETS);
  const found = new Map<string, GridSheet>();
  for (const sheet of sheets) {
    const [, name = "", copy] = /^(.*?)\s*(\(\d+\))?$/.exec(folded(sheet.name)) ?? [];
    const at = { sheet: sheet.name, row: 0, column: 0 };
    if (names.includes(name) && (found.has(name) || copy !== undefined)) draft.tell("sheet-twice", at, { sheet: name });
    else if (names.includes(name)) found.set(name, sheet);
    else if (UNUSED_SHEETS.includes(name)) draft.tell("unused-sheet", at, { sheet: name });
    else if (sheet.state !== "veryHidden") draft.tell("unknown-sheet", at, { sheet: sheet.name });
  }
  return found;
}
