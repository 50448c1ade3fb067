import type { NumberKind } from "../../domain/calendar";
import { MAX_COLUMNS, MAX_ROWS } from "../../domain/cell";
import { cellKey, keyColumn, keyRow, type GridCell } from "../../domain/grid";
import type { Meter } from "./limits";
import { Memo } from "./memo";
import { readStringItem } from "./read-strings";
import { isTrue } from "./read-validations";
import { shown } from "./refused";
import { DAYS_1904, serialOfIso } from "./serial";
import { movingFormula } from "./shared-formula";
import type { XmlScanner } from "./xml-scan";
import { detach, fromXstring } from "./xml-text";

/** What the cells of all sheets refer to. */
export interface CellContext {
  /** Those that all sheets share; read when the first cell refers to one. */
  readonly strings: () => readonly string[];
  /** By style number: as what it shows a number. */
  readonly kinds: readonly NumberKind[];
  readonly date1904: boolean;
}

const LETTER_C = 99;
const LETTER_F = 102;
const LETTER_R = 114;
const LETTER_S = 115;
const LETTER_T = 116;
const LETTER_V = 118;

const DOUBLE = /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?\s*$/;

const FORMULAS = new Memo<string>();

/** A number of up to nine digits and nothing else: most numbers of a file are, and need no parser for all the others. */
function smallNumber(raw: string): number | undefined {
  const { length } = raw;
  if (length === 0 || length > 9) return undefined;
  let number = 0;
  for (let at = 0; at < length; at++) {
    const digit = raw.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return undefined;
    number = number * 10 + digit;
  }
  return number;
}

/** Reads the `sheetData` of a worksheet (ECMA-376 part 1, 18.3.1.80) into cells by their key. */
export class CellReader {
  readonly cells = new Map<number, GridCell>();
  readonly hiddenRows: number[] = [];
  private row = -1;
  private column = -1;
  private style = 0;
  private type = "n";
  private readonly masters = new Map<number, { readonly key: number; readonly formula: string }>();
  /** Cells whose shared formula stands elsewhere, spelled out at the end: its cell may come later. */
  private readonly followers: { readonly key: number; readonly shared: number }[] = [];
  private shared = -1;

  constructor(
    private readonly xml: XmlScanner,
    private readonly meter: Meter,
    private readonly context: CellContext,
  ) {}

  /** Reads all rows; the `sheetData` element is the present token. */
  read(): ReadonlyMap<number, GridCell> {
    const { xml } = this;
    const { depth } = xml;
    while (xml.nextChild(depth)) {
      if (!xml.is("row")) continue;
      this.openRow();
      while (xml.nextChild(depth + 1)) {
        if (xml.end - xml.start === 1 && xml.text.charCodeAt(xml.start) === LETTER_C) this.readCell(depth + 2);
      }
    }
    this.spellOutSharedFormulas();
    return this.cells;
  }

  private openRow(): void {
    const number = this.xml.attribute("r");
    this.row = number === undefined ? this.row + 1 : Number(number) - 1;
    this.column = -1;
    if (!Number.isInteger(this.row) || this.row < 0 || this.row >= MAX_ROWS) this.xml.fail(`row ${shown(String(number))}`);
    if (isTrue(this.xml.attribute("hidden"))) this.hiddenRows.push(this.row);
  }

  private readCell(depth: number): void {
    const { xml } = this;
    this.readCellAttributes();
    if (xml.selfClosed) return;
    const plain = xml.plainCellValue();
    if (plain !== undefined) return this.keep(this.valueOf(plain), undefined);
    this.shared = -1;
    let raw: string | undefined;
    let formula: string | undefined;
    let inline: string | undefined;
    while (xml.nextChild(depth)) {
      const letter = xml.end - xml.start === 1 ? xml.text.charCodeAt(xml.start) : 0;
      if (letter === LETTER_V) raw = xml.content();
      else if (letter === LETTER_F) formula = this.readFormula();
      else if (xml.is("is")) inline = readStringItem(xml);
    }
    this.keep(inline !== undefined && this.type === "inlineStr" ? inline : this.valueOf(raw), formula);
  }

  private readCellAttributes(): void {
    const { text, attributes, attributeCount } = this.xml;
    this.column++;
    this.style = 0;
    this.type = "n";
    for (let slot = 0; slot < 4 * attributeCount; slot += 4) {
      const name = attributes[slot]!;
      if (attributes[slot + 1]! - name !== 1) continue;
      const from = attributes[slot + 2]!;
      const to = attributes[slot + 3]!;
      const letter = text.charCodeAt(name);
      if (letter === LETTER_R) this.moveTo(from, to);
      // Some writers leave an attribute empty that they have nothing to say with.
      else if (from === to) continue;
      else if (letter === LETTER_S) this.style = this.digits(from, to);
      else if (letter === LETTER_T) this.type = text.slice(from, to);
    }
    if (this.column >= MAX_COLUMNS) this.xml.fail("a cell to the right of the last column");
  }

  /** Takes the place from a reference (`C5`): it must lie on the present row. */
  private moveTo(from: number, to: number): void {
    const { text } = this.xml;
    let column = 0;
    let at = from;
    for (; at < to; at++) {
      // Lower case is upper case plus 32; digits become less than A.
      const letter = (text.charCodeAt(at) & ~32) - 64;
      if (letter < 1 || letter > 26) break;
      column = column * 26 + letter;
    }
    if (at === from || at - from > 3 || this.digits(at, to) !== this.row + 1)
      this.xml.fail(`the cell ${shown(text.slice(from, to))} on row ${this.row + 1}`);
    this.column = column - 1;
  }

  private digits(from: number, to: number): number {
    const { text } = this.xml;
    let number = 0;
    for (let at = from; at < to; at++) {
      const digit = text.charCodeAt(at) - 48;
      if (digit < 0 || digit > 9) this.xml.fail(`${shown(text.slice(from, to))} is no number`);
      number = number * 10 + digit;
    }
    return from < to && to - from < 10 ? number : this.xml.fail(`${shown(text.slice(from, to))} is no number`);
  }

  private readFormula(): string | undefined {
    const { xml } = this;
    let table = false;
    if (xml.attributeCount > 0) {
      const kind = xml.attribute("t");
      if (kind === "shared") this.shared = Number(xml.attribute("si") ?? xml.fail("a shared formula without a number"));
      table = kind === "dataTable";
    }
    const formula = xml.known(FORMULAS, cellKey(this.row, this.column), () => detach(fromXstring(xml.content())));
    if (this.shared < 0) return table ? "TABLE()" : formula || undefined;
    const key = cellKey(this.row, this.column);
    if (formula === "") this.followers.push({ key, shared: this.shared });
    else this.masters.set(this.shared, { key, formula });
    return formula;
  }

  private valueOf(raw: string | undefined): GridCell["value"] | { readonly serial: number } {
    if (raw === undefined) return null;
    if (this.type === "str" || this.type === "inlineStr") return detach(fromXstring(raw));
    if (raw === "") return null;
    switch (this.type) {
      case "n":
        return this.numberOf(raw);
      case "s":
        return this.context.strings()[this.stringNumber(raw)] ?? this.xml.fail(`no shared string ${shown(raw)}`);
      case "b":
        return raw === "1" || raw === "true" || (raw !== "0" && raw !== "false" && this.xml.fail(`${shown(raw)} is no boolean`));
      case "e":
        return { error: detach(raw) };
      case "d":
        return { serial: serialOfIso(raw) ?? this.xml.fail(`${shown(raw)} is no date`) };
      default:
        return this.xml.fail(`a cell of type ${shown(this.type)}`);
    }
  }

  private stringNumber(raw: string): number {
    const number = smallNumber(raw) ?? Number(raw);
    return Number.isInteger(number) ? number : this.xml.fail(`${shown(raw)} is no number of a string`);
  }

  private numberOf(raw: string): number {
    const small = smallNumber(raw);
    if (small !== undefined) return small;
    const value = Number(raw);
    // Number() also takes 0x10 and a blank, which no file may write (xsd:double). One digit and digits after it need no closer look.
    const first = raw.charCodeAt(0);
    const plain = first >= 48 && first <= 57 && !(raw.charCodeAt(1) > 57);
    if (!Number.isFinite(value) || !(plain || DOUBLE.test(raw))) this.xml.fail(`${shown(raw)} is no number`);
    return value;
  }

  private keep(value: GridCell["value"] | { readonly serial: number }, formula: string | undefined): void {
    if (value === null && formula === undefined) return;
    this.meter.cell();
    const before = this.cells.size;
    this.cells.set(cellKey(this.row, this.column), this.cellOf(value, formula));
    if (this.cells.size === before) this.xml.fail(`two cells in column ${this.column + 1} of row ${this.row + 1}`);
  }

  private cellOf(value: GridCell["value"] | { readonly serial: number }, formula: string | undefined): GridCell {
    if (typeof value === "object" && value !== null && "serial" in value) {
      return formula === undefined ? { value: value.serial, date: true } : { value: value.serial, formula, date: true };
    }
    const kind = typeof value === "number" ? this.context.kinds[this.style] : undefined;
    if (kind === "date") {
      const serial = (value as number) + (this.context.date1904 ? DAYS_1904 : 0);
      return formula === undefined ? { value: serial, date: true } : { value: serial, formula, date: true };
    }
    if (kind === "time") return formula === undefined ? { value, time: true } : { value, formula, time: true };
    return formula === undefined ? { value } : { value, formula };
  }

  private spellOutSharedFormulas(): void {
    const moving = new Map<number, (rows: number, columns: number) => string>();
    for (const { key, shared } of this.followers) {
      const master = this.masters.get(shared) ?? this.xml.fail(`no shared formula ${shared}`);
      this.meter.spend("formulas", master.formula.length);
      let move = moving.get(shared);
      if (!move) moving.set(shared, (move = movingFormula(master.formula)));
      const formula = move(keyRow(key) - keyRow(master.key), keyColumn(key) - keyColumn(master.key));
      this.cells.set(key, { ...this.cells.get(key)!, formula });
    }
  }
}
