import {
  carriedRowsOf,
  cellKey,
  definitionRows,
  DEFINITION_LANGUAGE,
  isRosterRow,
  keyColumn,
  keyRow,
  type Anomaly,
  type Catalogue,
  type Form,
  type CellRef,
  type CellValue,
  type Grid,
  type GridSheet,
  type PlanCell,
  type SheetPlan,
} from "../domain";
import { META_ROWS, recordNumber, recordText, type Identification } from "./meta";
import { DEFINITION_SHEET, META_SHEET, printedName } from "./places";

/** Characters of a row that stand in one cell: Excel holds some more, and a longer row goes on in the next. */
const PIECE = 30_000;

/** The definition that a file was issued with, in a very hidden sheet: its head, then a row of JSON a line. */
export function definitionSheet(catalogue: Catalogue): SheetPlan {
  const { form, code } = catalogue;
  const rows = carriedRowsOf(catalogue);
  const head = [form.id, form.version, DEFINITION_LANGUAGE, code, rows.length];
  const cells: PlanCell[] = head.map((value, column) => ({ row: 0, column, value }));
  rows.forEach((text, index) => {
    for (let column = 0; column * PIECE < text.length; column++)
      cells.push({ row: index + 1, column, value: text.slice(column * PIECE, (column + 1) * PIECE) });
  });
  return { name: DEFINITION_SHEET, state: "veryHidden", cells };
}

/** What a file carries of its definition, as it stands there: nothing of it is taken for granted. */
export interface CarriedDefinition {
  readonly id: string;
  readonly version: number;
  /** The version of the rows. */
  readonly language: number;
  /** 表式码, as the file says it. */
  readonly code: string;
  /** All rows, in their order. */
  readonly rows: readonly string[];
  /** Whether there are as many as there should be. */
  readonly whole: boolean;
}

/** Reads the sheet of the definition. */
export function readDefinitionSheet(sheet: GridSheet): CarriedDefinition {
  const lines = new Map<number, string[]>();
  for (const [key, { value }] of sheet.cells) {
    const row = keyRow(key);
    let line = lines.get(row);
    if (!line) lines.set(row, (line = []));
    line[keyColumn(key)] = recordText(value);
  }
  const [id = "", version, language, code = "", count] = lines.get(0) ?? [];
  lines.delete(0);
  const rows = [...lines].sort(([a], [b]) => a - b).map(([, pieces]) => pieces.join(""));
  return {
    id,
    version: recordNumber(version) ?? 0,
    language: recordNumber(language) ?? 0,
    code,
    rows,
    whole: rows.length === recordNumber(count),
  };
}

/** Which form a file says it is of. */
export interface StatedForm {
  readonly id: string;
  readonly version: number;
  /** 表式码; empty where it was issued before there were any. */
  readonly code: string;
}

/** Which form a file says it is of, by its identification; undefined where it has none. */
export function statedForm(sheets: readonly GridSheet[]): StatedForm | undefined {
  const meta = sheets.find(({ name }) => name === META_SHEET);
  const at = (column: number): CellValue => meta?.cells.get(cellKey(META_ROWS.form, column))?.value ?? null;
  return recordText(at(0)) === "form" ? { id: recordText(at(1)), version: recordNumber(at(2)) ?? 0, code: recordText(at(4)) } : undefined;
}

/**
 * That a file carries another definition than the one it is judged by, or was sealed under another. Files that were issued before they
 * carried any differ in nothing.
 * @param at where it is told
 */
export function definitionAltered({ sheets }: Grid, { form, seal }: Identification, catalogue: Catalogue, at: CellRef): Anomaly[] {
  const altered = (rows: readonly string[], more: { readonly sealedBy?: string; readonly printed?: Printed } = {}): Anomaly[] => [
    { kind: "definition-altered", at, rows, ...more },
  ];
  const sheet = sheets.find(({ name }) => name === DEFINITION_SHEET);
  if (sheet) {
    const carried = readDefinitionSheet(sheet);
    const own = definitionRows(catalogue);
    const rows = carried.rows.filter((text) => !isRosterRow(text));
    if (rows.length !== own.length || rows.some((text, index) => text !== own[index]))
      return altered(differing(rows, own), { printed: printedIn(rows, own, catalogue.form) });
    const { id, version } = catalogue.form;
    const head = carried.id === id && carried.version === version && carried.language === DEFINITION_LANGUAGE && carried.whole;
    if (!head || carried.code !== catalogue.code || form.code !== catalogue.code) return altered([DEFINITION_SHEET]);
  } else if (form.code !== "") return altered([]);
  return seal && seal.formCode !== "" && seal.formCode !== catalogue.code ? altered([], { sealedBy: seal.formCode }) : [];
}

type Printed = Readonly<Record<string, readonly string[]>>;

/** What rows that the definition at hand does not have print of their indicators. */
function printedIn(rows: readonly string[], own: readonly string[], form: Form): Printed {
  const known = new Set(own);
  const printed = new Map<string, readonly string[]>();
  for (const text of rows) {
    if (known.has(text) || !text.startsWith('["indicator"')) continue;
    const { code, name, unit, partOf } = contentOf(text).content;
    if (typeof code !== "string" || typeof name !== "string" || typeof unit !== "string") continue;
    printed.set(code, [printedName({ name, ...(typeof partOf === "string" ? { partOf } : {}) }, form), unit]);
  }
  return Object.fromEntries(printed);
}

/** What a row says, by its kind; nothing where it is no row of ours. */
function contentOf(text: string): { readonly kind?: unknown; readonly content: Readonly<Record<string, unknown>> } {
  try {
    const [kind, content] = JSON.parse(text) as [unknown, unknown];
    return { kind, content: typeof content === "object" && content !== null ? (content as Readonly<Record<string, unknown>>) : {} };
  } catch {
    return { content: {} };
  }
}

/** What rows are about that stand on one side alone, in the order in which they stand. */
function differing(rows: readonly string[], own: readonly string[]): string[] {
  const [here, there] = [new Set(rows), new Set(own)];
  const names = [...own.filter((text) => !here.has(text)), ...rows.filter((text) => !there.has(text))].map(nameOfRow);
  // Doubled or in another order, and otherwise the same.
  return names.length > 0 ? [...new Set(names)] : [DEFINITION_SHEET];
}

/** The sheets of a 表式簿 that rows without a name of their own come from. */
const SHEET_OF: Readonly<Record<string, string>> = { form: "基本信息", labels: "版式", ruleset: "基本信息" };
const LONGEST_NAME = 40;

/** What a row is about: a code, a number, a label, or the sheet of a 表式簿 that it comes from. */
function nameOfRow(text: string): string {
  const { kind, content } = contentOf(text);
  if (typeof kind === "string" && Object.hasOwn(SHEET_OF, kind)) return SHEET_OF[kind]!;
  const name = [content["ref"], content["code"], content["label"]].find((one) => typeof one === "string" && one !== "") as
    string | undefined;
  // A stranger's text is not repeated.
  return (name ?? DEFINITION_SHEET).slice(0, LONGEST_NAME);
}
