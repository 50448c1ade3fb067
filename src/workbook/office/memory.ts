/// <reference types="office-js" />
import { areaOf, keyColumn, keyRow, type Area, type Grid, type GridSheet, type Validation } from "../../domain";
import { cellsOf } from "./validations";
import type { LastWrite, SheetMemory } from "./sheet-write";

/** Where to look for validations on a sheet, and its merges. */
export interface ExpectedPlaces {
  readonly inputs: readonly Area[];
  readonly merges: readonly Area[];
}

/** What to expect of sheets of some names, before a first read tells. */
export type Expected = (sheets: readonly string[]) => ReadonlyMap<string, ExpectedPlaces>;

/** How the sheets of a form are told from a person's own, which are never read. */
export interface Own {
  named(sheet: string): boolean;
  looksLike(texts: readonly string[]): boolean;
  /** Whether a sheet is read once and then known: a large one that nobody but a program changes. */
  once?(sheet: string): boolean;
}

/** How a summary is known that a workbook may hold beside a form. */
export interface SummaryMarker {
  /** Name of its marker sheet. */
  readonly marker: string;
  /** The summary's sheets, out of the formulas of the marker sheet, in the order of its plan; undefined where it is no such marker. */
  sheetsIn(formulas: readonly (readonly unknown[])[]): readonly (string | undefined)[] | undefined;
}

/** What the adapter knows from before, so that the next read is one round trip. Never taken for what stands in the workbook now. */
export class Memory {
  /** Those that are read. Empty where nothing is known. */
  sheets: readonly SheetMemory[] = [];
  /** Those whose top is looked at with the next read: nobody knows yet whose they are. */
  strangers: readonly SheetMemory[] = [];
  /** All that were there when last listed. */
  listed: readonly SheetMemory[] = [];
  /** As last read. */
  grid: Grid | undefined;
  /** Whether somebody was heard to change something since the last read was asked for. */
  touched = false;
  /** True while a read is repeated because a sheet was gone. */
  lost = false;
  /** Ids of the sheets of a summary: they are no part of what is read. */
  aside: ReadonlySet<string> = new Set();
  /** What the last write did, until it is taken back. */
  last: LastWrite | undefined;
  /** Ids of sheets that were looked at: whether they are a form's. */
  private readonly looked = new Map<string, boolean>();
  private readonly places = new Map<string, readonly Area[]>();
  private readonly merges = new Map<string, readonly Area[]>();
  private readonly open = new Map<string, ReadonlySet<number>>();

  /** Sheets that are read once and then known, by their ids. */
  private readonly kept = new Map<string, GridSheet>();

  constructor(
    private expected: Expected | undefined,
    readonly summary: SummaryMarker | undefined,
    /** Absent where all sheets are read. */
    private own: Own | undefined,
  ) {}

  /** Expects the sheets of another form from now on. */
  expectForm(expected: Expected | undefined, own: Own | undefined): void {
    this.expected = expected;
    this.own = own;
    for (const known of [this.looked, this.places, this.merges, this.open]) known.clear();
    this.take(this.listed);
  }

  /** Keeps a sheet that nobody but a program changes. */
  keep({ id }: SheetMemory, sheet: GridSheet): void {
    if (this.own?.once?.(sheet.name)) this.kept.set(id, sheet);
  }

  /** A sheet as it was read, where it is one of those that are read once. */
  known({ id }: SheetMemory): GridSheet | undefined {
    return this.kept.get(id);
  }

  /** Takes the sheets that are there: which are read, and which are to be looked at first. */
  take(list: readonly SheetMemory[]): void {
    const known = ({ id, name }: SheetMemory): boolean | undefined => !this.own || this.own.named(name) || this.looked.get(id);
    this.listed = list;
    const rest = list.filter(({ id }) => !this.aside.has(id));
    this.sheets = rest.filter((sheet) => known(sheet) === true);
    this.strangers = rest.filter((sheet) => known(sheet) === undefined);
  }

  /** Keeps what the top of a sheet says. */
  look({ id }: SheetMemory, texts: readonly string[]): void {
    this.looked.set(id, this.own?.looksLike(texts) ?? true);
  }

  /** Somebody changed something on a sheet: what was no form's may be one now. */
  changed(id: string): void {
    this.touched = true;
    const sheet = this.looked.get(id) === false && this.listed.find((one) => one.id === id);
    if (!sheet) return;
    this.looked.delete(id);
    this.take(this.listed);
  }

  /** Areas whose validation is asked for; each was uniform, or is expected to be. */
  placesOf(sheet: SheetMemory): readonly Area[] {
    return this.places.get(sheet.id) ?? this.expectedOf(sheet)?.inputs ?? [];
  }

  /** Merges as far as the form's own layout tells: cells under one that moved are asked for like any open cell. */
  mergesOf(sheet: SheetMemory): readonly Area[] {
    return this.merges.get(sheet.id) ?? this.expectedOf(sheet)?.merges ?? [];
  }

  private expectedOf({ name }: SheetMemory): ExpectedPlaces | undefined {
    return this.expected?.(this.sheets.map((sheet) => sheet.name)).get(name);
  }

  /** Whether a cell of a protected sheet waits for input. */
  isOpen({ id }: SheetMemory, key: number): boolean {
    return this.open.get(id)?.has(key) ?? false;
  }

  /** Keeps where validations stood, and the open cells without any: one of them may get one. */
  learn({ id }: SheetMemory, validations: readonly Validation[], open: readonly number[]): void {
    this.open.set(id, new Set(open));
    const areas = validations.flatMap((one) => one.areas);
    const known = new Set(cellsOf(areas));
    const before = cellsOf(this.places.get(id) ?? []);
    const bare = new Set([...open, ...before].filter((key) => !known.has(key)));
    this.places.set(id, [...areas, ...[...bare].map((key) => areaOf({ row: keyRow(key), column: keyColumn(key) }))]);
  }

  /** Adds places that were just written to. @param merges where they are known, too */
  expect(id: string, validations: readonly Validation[], merges?: readonly Area[]): void {
    this.places.set(
      id,
      validations.flatMap((one) => one.areas),
    );
    if (merges) this.merges.set(id, merges);
  }

  forget(): void {
    this.sheets = [];
    this.strangers = [];
    this.listed = [];
    this.aside = new Set();
    this.grid = undefined;
    this.kept.clear();
  }
}
