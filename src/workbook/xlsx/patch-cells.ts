import { address, holds, MAX_ROWS, type Area, type CellValue } from "../../domain/cell";
import { cellKey, keyColumn, keyRow } from "../../domain/grid";
import type { SheetChanges } from "./sheet-changes";
import { shown } from "./refused";
import { movingFormula } from "./shared-formula";
import type { Splice } from "./splice";
import type { XmlScanner } from "./xml-scan";
import { fromXstring } from "./xml-text";
import { preserveSpace, xmlText } from "./xml-write";

/** A `<c>` of a row that changes. */
interface FoundCell {
  readonly column: number;
  readonly from: number;
  readonly to: number;
  /** The written value of its `s`, or "". */
  readonly style: string;
  readonly formula: boolean;
  /** Where an `r` goes that the cell lacks, or -1. */
  readonly unnamed: number;
}

/** A row that changes. */
interface FoundRow {
  readonly row: number;
  /** Just after its opening tag, and just before its closing one. */
  readonly opened: number;
  closed: number;
  readonly selfClosed: boolean;
  readonly spans?: Splice;
  readonly cells: FoundCell[];
}

interface SharedUse {
  readonly key: number;
  readonly shared: string;
  readonly from: number;
  readonly to: number;
}

/** What is written in place of a number, where the file counts days from 1904. */
export type Rewrite = (value: number, style: string) => number;

/** Finds the cells to change in a `sheetData` element, and the splices that change them and nothing else. */
export class CellPatch {
  readonly splices: Splice[] = [];
  /** Keys of cells that were formulas and are values now. */
  readonly lostFormulas = new Set<number>();
  /** Keys of cells that were not there before. */
  readonly added: number[] = [];

  private readonly rows = new Map<number, FoundRow>();
  /** All rows in the order of the file: number, and where the row begins. */
  private readonly places: { readonly row: number; readonly from: number; readonly unnamed: number }[] = [];
  private readonly masters = new Map<string, { readonly key: number; readonly formula: string }>();
  private readonly followers: SharedUse[] = [];
  private readonly changes: ReadonlyMap<number, CellValue>;
  private readonly heights: ReadonlyMap<number, number>;
  private readonly stale: readonly Area[];
  private readonly changedRows = new Map<number, [column: number, value: CellValue][]>();
  private prefix = "";
  private sheetData = { from: 0, opened: 0, closed: 0, selfClosed: false };

  constructor(
    private readonly xml: XmlScanner,
    sheet: Pick<SheetChanges, "cells" | "heights" | "stale">,
    private readonly rewrite: Rewrite,
  ) {
    this.changes = sheet.cells;
    this.heights = sheet.heights;
    this.stale = sheet.stale;
    for (const [key, value] of [...sheet.cells].sort(([a], [b]) => a - b)) {
      const row = this.changedRows.get(keyRow(key));
      if (row) row.push([keyColumn(key), value]);
      else this.changedRows.set(keyRow(key), [[keyColumn(key), value]]);
    }
  }

  /** Reads the `sheetData` element, which is the present token, and makes the splices. */
  run(): void {
    this.find();
    this.changeRows();
    this.addRows();
    this.releaseFollowers();
  }

  private find(): void {
    const { xml } = this;
    const { depth, selfClosed } = xml;
    this.prefix = xml.prefix();
    this.sheetData = { from: xml.tagStart, opened: xml.at, closed: xml.at, selfClosed };
    let row = -1;
    while (xml.nextChild(depth)) {
      if (!xml.is("row")) continue;
      const slot = xml.slot("r");
      row = slot < 0 ? row + 1 : Number(xml.attribute("r")) - 1;
      if (!Number.isInteger(row) || row < 0 || row >= MAX_ROWS) xml.fail(`row ${shown(String(row + 1))}`);
      this.places.push({ row, from: xml.tagStart, unnamed: slot < 0 ? xml.end : -1 });
      this.findCells(row);
    }
    if (!selfClosed) this.sheetData.closed = xml.tagStart;
  }

  private findCells(row: number): void {
    const { xml } = this;
    const { depth, selfClosed, at } = xml;
    const found: FoundRow = {
      row,
      opened: at,
      closed: at,
      selfClosed,
      // `spans` says in which columns the row has cells: a hint that a new cell would make wrong.
      spans: this.attributeSplice("spans"),
      cells: [],
    };
    const wanted = this.changedRows.has(row);
    this.setHeight(row);
    let column = -1;
    while (xml.nextChild(depth)) {
      if (!xml.is("c")) continue;
      column = this.columnOf(row, column);
      const cell = this.findCell(row, column);
      if (wanted) found.cells.push(cell);
    }
    if (!selfClosed) found.closed = xml.tagStart;
    if (!wanted) return;
    if (this.rows.has(row)) xml.fail(`two rows ${row + 1}`);
    this.rows.set(row, found);
  }

  private setHeight(row: number): void {
    const points = this.heights.get(row);
    if (points === undefined) return;
    for (const name of ["ht", "customHeight"]) {
      const old = this.attributeSplice(name);
      if (old) this.splices.push(old);
    }
    const at = this.xml.end;
    this.splices.push({ from: at, to: at, text: ` ht="${points}"` });
  }

  private isStale(row: number, column: number): boolean {
    return !this.changes.has(cellKey(row, column)) && this.stale.some((area) => holds(area, { row, column }));
  }

  /** What takes an attribute of the present tag away. */
  private attributeSplice(name: string): Splice | undefined {
    const slot = this.xml.slot(name);
    if (slot < 0) return undefined;
    return { from: this.xml.attributes[slot]!, to: this.xml.attributes[slot + 3]! + 1, text: "" };
  }

  private columnOf(row: number, before: number): number {
    const { xml } = this;
    const slot = xml.slot("r");
    if (slot < 0) return before + 1;
    const name = xml.text.slice(xml.attributes[slot + 2], xml.attributes[slot + 3]).toUpperCase();
    const digits = name.search(/\d/);
    let column = 0;
    for (let at = 0; at < digits; at++) column = column * 26 + name.charCodeAt(at) - 64;
    return name === address({ row, column: column - 1 }) ? column - 1 : xml.fail(`the cell ${shown(name)} on row ${row + 1}`);
  }

  private findCell(row: number, column: number): FoundCell {
    const { xml } = this;
    const { depth, tagStart: from } = xml;
    const style = xml.attribute("s") ?? "";
    const unnamed = xml.slot("r") < 0 ? xml.end : -1;
    const type = this.attributeSplice("t");
    let formula = false;
    let result: Splice | undefined;
    while (xml.nextChild(depth)) {
      if (xml.is("f")) {
        formula = true;
        this.readFormula(cellKey(row, column));
      } else if (xml.is("v")) {
        const start = xml.tagStart;
        xml.content();
        result = { from: start, to: xml.at, text: "" };
      }
    }
    if (formula && result && this.isStale(row, column)) this.splices.push(result, ...(type ? [type] : []));
    return { column, from, to: xml.at, style, formula, unnamed };
  }

  private readFormula(key: number): void {
    const { xml } = this;
    if (xml.attribute("t") !== "shared") return;
    const shared = xml.attribute("si") ?? xml.fail("a shared formula without a number");
    const from = xml.tagStart;
    const formula = fromXstring(xml.content());
    if (formula === "") this.followers.push({ key, shared, from, to: xml.at });
    else this.masters.set(shared, { key, formula });
  }

  private changeRows(): void {
    for (const row of this.rows.values()) {
      const cells = new Map(row.cells.map((cell) => [cell.column, cell]));
      if (cells.size < row.cells.length) this.xml.fail(`two cells in one place of row ${row.row + 1}`);
      const missing: [number, CellValue][] = [];
      for (const [column, value] of this.changedRows.get(row.row)!) {
        const cell = cells.get(column);
        if (cell) this.replaceCell(row.row, cell, value);
        else if (value !== null) missing.push([column, value]);
      }
      if (missing.length > 0) this.addCells(row, missing);
    }
  }

  private replaceCell(row: number, cell: FoundCell, value: CellValue): void {
    if (cell.formula) this.lostFormulas.add(cellKey(row, cell.column));
    this.splices.push({ from: cell.from, to: cell.to, text: this.cellXml(row, cell.column, cell.style, value) });
  }

  /** A new cell goes before the first one right of it; where there is none, to the end of the row. */
  private addCells(row: FoundRow, missing: readonly [column: number, value: CellValue][]): void {
    const last: string[] = [];
    for (const [column, value] of missing) {
      this.added.push(cellKey(row.row, column));
      const text = this.cellXml(row.row, column, "", value);
      const after = row.cells.find((cell) => cell.column > column);
      if (after) this.splices.push({ from: after.from, to: after.from, text });
      else last.push(text);
    }
    this.nameCells(row);
    if (row.spans) this.splices.push(row.spans);
    if (last.length === 0) return;
    if (row.selfClosed) this.splices.push({ from: row.opened - 2, to: row.opened, text: `>${last.join("")}</${this.prefix}row>` });
    else this.splices.push({ from: row.closed, to: row.closed, text: last.join("") });
  }

  /** Cells may go without a name and count from the one before: once another stands between, they need one. */
  private nameCells(row: FoundRow): void {
    for (const { column, unnamed } of row.cells) {
      if (unnamed < 0 || this.changes.has(cellKey(row.row, column))) continue;
      this.splices.push({ from: unnamed, to: unnamed, text: ` r="${address({ row: row.row, column })}"` });
    }
  }

  private addRows(): void {
    const atEnd: string[] = [];
    let inserted = false;
    for (const [row, changes] of this.changedRows) {
      const cells = changes.filter(([, value]) => value !== null);
      if (this.rows.has(row) || cells.length === 0) continue;
      inserted = true;
      for (const [column] of cells) this.added.push(cellKey(row, column));
      const inner = cells.map(([column, value]) => this.cellXml(row, column, "", value)).join("");
      const text = `<${this.prefix}row r="${row + 1}">${inner}</${this.prefix}row>`;
      const after = this.places.find((place) => place.row > row);
      if (after) this.splices.push({ from: after.from, to: after.from, text });
      else atEnd.push(text);
    }
    if (inserted)
      for (const { row, unnamed } of this.places)
        if (unnamed >= 0) this.splices.push({ from: unnamed, to: unnamed, text: ` r="${row + 1}"` });
    if (atEnd.length === 0) return;
    const { opened, closed, selfClosed } = this.sheetData;
    if (selfClosed) this.splices.push({ from: opened - 2, to: opened, text: `>${atEnd.join("")}</${this.prefix}sheetData>` });
    else this.splices.push({ from: closed, to: closed, text: atEnd.join("") });
  }

  /** Cells that shared the formula of an overwritten cell get it spelled out, each for itself. */
  private releaseFollowers(): void {
    for (const { key, shared, from, to } of this.followers) {
      const master = this.masters.get(shared) ?? this.xml.fail(`no shared formula ${shown(shared)}`);
      if (!this.lostFormulas.has(master.key) || this.lostFormulas.has(key)) continue;
      const formula = movingFormula(master.formula)(keyRow(key) - keyRow(master.key), keyColumn(key) - keyColumn(master.key));
      this.splices.push({ from, to, text: `<${this.prefix}f>${xmlText(formula)}</${this.prefix}f>` });
    }
  }

  private cellXml(row: number, column: number, style: string, value: CellValue): string {
    const { prefix: p } = this;
    const start = `<${p}c r="${address({ row, column })}"${style === "" ? "" : ` s="${xmlText(style)}"`}`;
    if (value === null) return `${start}/>`;
    if (typeof value === "number") return `${start}><${p}v>${this.rewrite(value, style)}</${p}v></${p}c>`;
    if (typeof value === "boolean") return `${start} t="b"><${p}v>${value ? 1 : 0}</${p}v></${p}c>`;
    if (typeof value === "object") return `${start} t="e"><${p}v>${xmlText(value.error)}</${p}v></${p}c>`;
    return `${start} t="inlineStr"><${p}is><${p}t${preserveSpace(value)}>${xmlText(value)}</${p}t></${p}is></${p}c>`;
  }
}
