import { type Area, type CellRef, type Form, type Indicator, type TextItem } from "../domain";
import { fill } from "../locales";

/** Columns of a programme sheet, by what stands in them. */
export interface ProgrammeColumns {
  readonly group: number;
  readonly code: number;
  readonly name: number;
  readonly unit: number;
  readonly comparison: number;
  readonly current: number;
  readonly result: number;
  readonly explanation: number;
}

/** Where everything of one programme stands. Writing and reading both ask here, so they cannot disagree. */
export interface ProgrammePlaces {
  readonly sheet: string;
  readonly columns: ProgrammeColumns;
  /** Rows of the head: 产业类别, 产业集群, 专业（群）. */
  readonly category: number;
  readonly cluster: number;
  readonly programme: number;
  /** Rows of the indicators, by code. */
  readonly indicators: ReadonlyMap<string, number>;
  /** Rows of the texts, by id. */
  readonly texts: ReadonlyMap<string, number>;
}

/** Where a programme sheet shows what its formulas find out: beside the head, the indicators and the texts, column by column. */
export function resultColumns({ columns, category, cluster, programme, indicators, texts }: ProgrammePlaces): readonly {
  readonly column: number;
  readonly rows: readonly number[];
}[] {
  return [
    { column: columns.unit, rows: [category, cluster, programme] },
    { column: columns.result, rows: [...indicators.values()] },
    ...(texts.size > 0 ? [{ column: columns.explanation, rows: [...texts.values()] }] : []),
  ];
}

/** Where everything on the cover stands. */
export interface CoverPlaces {
  readonly sheet: string;
  /** Column of all inputs. */
  readonly input: number;
  readonly result: number;
  readonly school: number;
  readonly period: number;
  readonly seal: number;
  /** Rows of the other items, by id. */
  readonly items: ReadonlyMap<string, number>;
  /** First row of the list of programmes. */
  readonly programmes: number;
}

export const PROGRAMME_COLUMNS: ProgrammeColumns = {
  group: 0,
  code: 1,
  name: 2,
  unit: 3,
  comparison: 4,
  current: 5,
  result: 6,
  explanation: 7,
};
/** Rows of a programme sheet that stand before its indicators. */
export const PROGRAMME_ROWS = {
  annex: 0,
  title: 1,
  basis: 2,
  head: 3,
  category: 4,
  cluster: 5,
  programme: 6,
  labels: 7,
  numbering: 8,
  first: 9,
};
export const COVER_COLUMNS = { label: 0, category: 1, input: 2, programme: 3, sheet: 4, errors: 5, queries: 6 };
export const COVER_ROWS = { annex: 0, title: 1, basis: 2, school: 4 };

/** What a row of a programme sheet starts with, in points; it grows with its explanation. */
export const ROW_HEIGHT = 20;

/** Names of the hidden sheets; fixed, since programs look for them. */
export const META_SHEET = "_meta";
export const ROSTER_SHEET = "_名录";
/** The definition that the form was issued with. */
export const DEFINITION_SHEET = "_表式";
export const HIDDEN_SHEETS: readonly string[] = [META_SHEET, ROSTER_SHEET, DEFINITION_SHEET];

/** Sheets by which the definition of a form (表式簿) is known. */
export const DEFINITION_BOOK_SHEETS = { basics: "基本信息", indicators: "指标" } as const;

/** Name of the n-th programme sheet, counted from 0. */
export function programmeSheetName(form: Form, index: number): string {
  return `${form.labels.programmeSheet}${index + 1}`;
}

/** The places of a programme sheet as issued. */
export function programmePlaces(form: Form, sheet: string): ProgrammePlaces {
  const { first, category, cluster, programme } = PROGRAMME_ROWS;
  return {
    sheet,
    columns: PROGRAMME_COLUMNS,
    category,
    cluster,
    programme,
    indicators: new Map(form.indicators.map(({ code }, i) => [code, first + i])),
    texts: new Map(form.texts.map(({ id }, i) => [id, first + form.indicators.length + i])),
  };
}

/** The places of the cover as issued, for a number of programmes. */
export function coverPlaces(form: Form, programmes: number): CoverPlaces {
  const { school } = COVER_ROWS;
  const list = school + 2 + form.cover.length + 2;
  return {
    sheet: form.labels.coverSheet,
    input: COVER_COLUMNS.input,
    result: COVER_COLUMNS.programme,
    school,
    period: school + 1,
    items: new Map(form.cover.map(({ id }, i) => [id, school + 2 + i])),
    programmes: list,
    seal: list + programmes + 1,
  };
}

export type LinePart = "category" | "cluster" | "programme";

export function lineAt(places: ProgrammePlaces, part: LinePart): CellRef {
  return { sheet: places.sheet, row: places[part], column: places.columns.name };
}
export function valueAt(places: ProgrammePlaces, code: string): CellRef {
  return { sheet: places.sheet, row: places.indicators.get(code)!, column: places.columns.current };
}
export function comparisonAt(places: ProgrammePlaces, code: string): CellRef {
  return { sheet: places.sheet, row: places.indicators.get(code)!, column: places.columns.comparison };
}
/** @param row indicator code, or `line` for the programme's own row */
export function explanationAt(places: ProgrammePlaces, row: string): CellRef {
  return { sheet: places.sheet, row: row === "line" ? places.programme : places.indicators.get(row)!, column: places.columns.explanation };
}
export function textAt(places: ProgrammePlaces, id: string): CellRef {
  return { sheet: places.sheet, row: places.texts.get(id)!, column: places.columns.name };
}
/** The cells that a text is merged over. */
export function textArea({ columns, texts }: ProgrammePlaces, id: string): Area {
  const row = texts.get(id)!;
  return { top: row, left: columns.name, bottom: row, right: columns.result };
}
/** @param item `school`, `period` or the id of a cover item */
export function coverAt(places: CoverPlaces, item: string): CellRef {
  const row = item === "school" ? places.school : item === "period" ? places.period : places.items.get(item)!;
  return { sheet: places.sheet, row, column: places.input };
}

/** A sheet name as formulas write it: quoted where it must be. */
export function sheetReference(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? name : `'${name.replace(/'/g, "''")}'`;
}

/** The name of an indicator as it is printed: a part says that it is one. */
export function printedName({ name, partOf }: Pick<Indicator, "name" | "partOf">, { labels }: Form): string {
  return `${partOf === undefined ? "" : labels.partOf}${name}`;
}

/** How a label that ends with a note is printed: 主要做法与成效（不超过800字）. */
export function textLabel({ label, maxLength }: TextItem, { labels }: Form): string {
  return `${label}\n${fill(labels.lengthNote, { max: maxLength })}`;
}
