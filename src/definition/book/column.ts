import type { CellValue } from "../../domain";
import type { Codec } from "./codec";

/** Where the words come from that a cell offers: a column of a sheet of the workbook. */
export interface Offer {
  readonly sheet: string;
  readonly heading: string;
  /** What is not offered is refused; else only asked about. */
  readonly strict?: true;
}

/**
 * What a blank cell means. Without one it is a key that is not there, which the schema may ask for.
 * @param book all that was read before, as far as it was understood
 * @param row of the cell, the columns before this one
 */
export type Blank = (book: Readonly<Record<string, unknown>>, row: Readonly<Record<string, unknown>>) => unknown;

/** A column of a sheet, or an item of 基本信息 and 版式: how it is written, how it is read, what is said beside it. */
export interface Column {
  readonly heading: string;
  readonly codec: Codec;
  /** Characters of the default font. */
  readonly width?: number;
  readonly prompt: string;
  readonly offer?: Offer;
  readonly blank?: Blank;
  /** The sheet may do without it; of an item: its content may be blank. */
  readonly optional?: true;
  /** What the cell says of a row, and the keys of the row that come of what it says; its own key where absent. */
  readonly from?: (row: never) => unknown;
  readonly into?: (value: never) => Readonly<Record<string, unknown>>;
}

/** A key that is written within the column of another. */
export interface Within<T> {
  readonly within: keyof T;
}

/** A column for each key of a row: one that is forgotten does not compile. They stand in this order. */
export type Columns<T> = { readonly [K in keyof Required<T>]: Column | Within<T> };

/** A column with its key. */
export type Keyed = Column & { readonly key: string };

/** A sheet of rows. */
export interface Table {
  readonly sheet: string;
  /** Where its rows are in the JSON of a catalogue. */
  readonly path: readonly string[];
  readonly columns: readonly Keyed[];
  /** Headings of the design of this workbook that nothing uses yet. */
  readonly unused: readonly string[];
  /** The workbook may do without it. */
  readonly optional?: true;
}

/** The columns of a table, in their order. */
export function keyed<T>(columns: Columns<T>): Keyed[] {
  return Object.entries<Column | Within<T>>(columns).flatMap(([key, column]) => ("within" in column ? [] : [{ ...column, key }]));
}

/** What a cell of a column holds for a value; blank where there is none. */
export function cellValue({ codec }: Pick<Column, "codec">, value: unknown): CellValue {
  return value === undefined ? null : codec.write(value as never);
}

/** What a cell of a column holds for a row. */
export function written(column: Keyed, row: object): CellValue {
  return cellValue(column, column.from ? column.from(row as never) : partAt(row, [column.key]));
}

/** The part of a definition under some keys, one within the other; undefined where there is none. */
export function partAt(whole: unknown, path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((part, key) => (part as Readonly<Record<string | number, unknown>> | undefined)?.[key], whole);
}

/** Items of a sheet of 项目 and 内容: one for each key of a part of the definition, those of its parts within it. */
export type Items<T> = {
  readonly [K in keyof Required<T>]: NonNullable<T[K]> extends string | number | boolean | readonly string[]
    ? Column
    : Items<NonNullable<T[K]>>;
};

/** An item, and where it is in the JSON of a catalogue. */
export type Placed = Column & { readonly path: readonly string[] };

/** Items in their order, each with its path. */
export function placed(items: object, path: readonly string[]): Placed[] {
  return Object.entries(items as Readonly<Record<string, Column | object>>).flatMap(([key, one]) =>
    "codec" in one ? [{ ...one, path: [...path, key] }] : placed(one, [...path, key]),
  );
}
