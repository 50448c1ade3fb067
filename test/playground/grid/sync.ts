import {
  CellValueType,
  IUndoRedoService,
  type ICellData,
  type ICommandInfo,
  type IExecutionOptions,
  type ISheetDataValidationRule,
  type Nullable,
} from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { SheetDataValidationModel } from "@univerjs/preset-sheets-data-validation";
import { address, areaAddress, cellKey, keyColumn, keyRow, parseArea, type Area } from "../../../src/domain";
import { shownValue } from "../../host/enter";
import { HostError } from "../../host/errors";
import { boundsOf, blankSheet, cellFor, cellOf, type HostCell, type HostSheet, type HostValidation } from "../../host/model";
import type { PlayExcel } from "../play-excel";
import { bookData, contentOf } from "./book-data";
import { styleOf } from "./looks";
import { rangeOf } from "./ranges";
import { Settling } from "./tasks";
import type { Started } from "./univer";
import { rulesOf, takeRules } from "./validations";

const VALUES = "sheet.mutation.set-range-values";
const MOVED = "sheet.mutation.move-range";
const UNIT = "book";
/** Rows that stay in view above a cell that is shown. */
const ABOVE = 6;

type Matrix = Readonly<Record<number, Readonly<Record<number, ICellData | null>>>>;

/** What the person is told when Excel would not do it. */
export type Refusal = "locked";

/**
 * Keeps the grid and the in-memory Excel alike. The Excel is the master: what a person does in the grid goes through its rules, and what
 * they refuse is put back; what the pane does to the Excel is shown in the grid.
 */
export class Sync {
  /** Cells as the grid has them, by sheet: what differs from the model is shown at the next update. */
  private readonly mirror = new Map<string, Map<number, string>>();
  private readonly uids = new Map<string, HostValidation>();
  private rules = new Map<string, string>();
  private structure = "";
  private touched = new Map<string, Set<number>>();
  private ruled = new Set<string>();
  private applying = false;
  /** What comes from the grid next was chosen from a list. */
  private picked = false;
  private running: Started | undefined;
  private looks = new WeakMap<object, number>();
  private nextLook = 1;
  readonly settling = new Settling(40, () => this.takeFromGrid());
  /** The selection as both sides know it. */
  private selected = "";

  constructor(
    private readonly excel: PlayExcel,
    private readonly start: () => Started,
    /** A grid runs, and shows a book: what else listens to it. */
    private readonly runs: (started: Started) => void,
    private readonly refused: (why: Refusal) => void,
  ) {}

  /** The grid as it runs now; another one for each book. */
  get started(): Started {
    if (!this.running) throw new Error("No book is shown yet");
    return this.running;
  }

  private get api(): FUniver {
    return this.started.api;
  }

  /** Changes the grid by ourselves: what it tells of it is no act of a person. Ends even where the grid throws, or nothing a person does were heard again. */
  private apply(change: () => void): void {
    this.applying = true;
    try {
      change();
    } finally {
      this.applying = false;
    }
  }

  /** A person chooses from the list of a cell. */
  pick(): void {
    this.picked = true;
  }

  /** Nothing that was done before can be taken back any more. */
  emptyUndo(): void {
    this.running?.univer.__getInjector().get(IUndoRedoService).clearUndoRedo(UNIT);
  }

  /** Builds the grid anew: another book, or other sheets in it. */
  show(): void {
    const { book } = this.excel;
    this.apply(() => {
      // Within one grid a second book takes no typing: its editor listens to the first.
      this.running?.univer.dispose();
      this.running = this.start();
      this.uids.clear();
      this.touched.clear();
      this.ruled.clear();
      this.api.createWorkbook(bookData(book, UNIT, this.uids) as never);
      this.mirror.clear();
      for (const sheet of book.sheets)
        this.mirror.set(sheet.id, new Map([...sheet.cells].map(([key, cell]) => [key, this.signature(cell)])));
      this.rules = new Map(book.sheets.map((sheet) => [sheet.id, rulesText(sheet)]));
      this.structure = this.structureOf();
    });
    this.selected = "";
    this.listen();
    this.showSelection();
  }

  private listen(): void {
    const { api } = this;
    api.onCommandExecuted((command, options) => this.heard(command, options));
    api.addEvent(api.Event.SelectionChanged, () => this.takeSelection());
    api.addEvent(api.Event.ActiveSheetChanged, () => this.takeSelection());
    // Before the grid is steady it tells no selection, and afterwards not the one it has: what was clicked meanwhile is asked for.
    api.addEvent(api.Event.LifeCycleChanged, ({ stage }) => stage === api.Enum.LifecycleStages.Steady && this.takeSelection());
    this.runs(this.started);
  }

  /** Brings the grid up to date with the model: after each round trip of the pane. */
  update(): void {
    if (this.structure !== this.structureOf()) return this.show();
    this.apply(() => {
      for (const sheet of this.excel.book.sheets) {
        this.showCells(sheet);
        if (this.rules.get(sheet.id) !== rulesText(sheet)) this.showRules(sheet);
      }
    });
    this.showSelection();
  }

  /** What makes the grid be built anew when it changes. */
  private structureOf(): string {
    return JSON.stringify(
      this.excel.book.sheets.map(({ id, name, visibility, merges, look }) => [
        id,
        name,
        visibility,
        merges.length,
        look["freezePane"],
        look["columns"],
      ]),
    );
  }

  private signature({ value, formula, format, look }: HostCell): string {
    let looks = 0;
    if (look) {
      looks = this.looks.get(look) ?? this.nextLook++;
      this.looks.set(look, looks);
    }
    return `${typeof value}|${String(shownValue(value))}|${formula ?? ""}|${format}|${looks}`;
  }

  private mirrorOf(sheet: string): Map<number, string> {
    let mirror = this.mirror.get(sheet);
    if (!mirror) this.mirror.set(sheet, (mirror = new Map()));
    return mirror;
  }

  private showCells(sheet: HostSheet): void {
    const mirror = this.mirrorOf(sheet.id);
    const changed: Record<number, Record<number, ICellData>> = {};
    const put = (key: number, cell: HostCell | undefined): void => {
      (changed[keyRow(key)] ??= {})[keyColumn(key)] = {
        ...contentOf(cell),
        p: null,
        ...(cell ? { s: styleOf(cell.look, cell.format) } : {}),
      };
    };
    for (const [key, cell] of sheet.cells) {
      const signature = this.signature(cell);
      if (mirror.get(key) === signature) continue;
      mirror.set(key, signature);
      put(key, cell);
    }
    for (const key of [...mirror.keys()])
      if (!sheet.cells.has(key)) {
        mirror.delete(key);
        put(key, undefined);
      }
    if (Object.keys(changed).length > 0) this.api.syncExecuteCommand(VALUES, { unitId: UNIT, subUnitId: sheet.id, cellValue: changed });
  }

  private get validations(): SheetDataValidationModel {
    return this.started.univer.__getInjector().get(SheetDataValidationModel);
  }

  private showRules(sheet: HostSheet): void {
    const ids = { unitId: UNIT, subUnitId: sheet.id };
    const old = this.validations.getRules(ids.unitId, ids.subUnitId).map(({ uid }) => uid);
    if (old.length > 0) this.api.syncExecuteCommand("data-validation.mutation.removeRule", { ...ids, ruleId: old });
    const rule = rulesOf(sheet, this.uids);
    if (rule.length > 0) this.api.syncExecuteCommand("data-validation.mutation.addRule", { ...ids, rule });
    this.rules.set(sheet.id, rulesText(sheet));
  }

  /** Something ran in the grid. */
  private heard({ id, params }: Readonly<ICommandInfo>, options?: IExecutionOptions & { applyFormulaCalculationResult?: boolean }): void {
    if (this.applying || !params) return;
    const {
      subUnitId = "",
      cellValue,
      from,
      to,
    } = params as {
      subUnitId?: string;
      cellValue?: Matrix;
      from?: { subUnitId: string; value: Matrix };
      to?: { subUnitId: string; value: Matrix };
    };
    if (id === VALUES && cellValue) {
      if (options?.applyFormulaCalculationResult) return this.takeResults(subUnitId, cellValue);
      this.touch(subUnitId, cellValue);
    } else if (id === MOVED && from && to) {
      this.touch(from.subUnitId, from.value);
      this.touch(to.subUnitId, to.value);
    } else if (id.startsWith("data-validation.mutation.")) {
      this.ruled.add(subUnitId);
      this.settling.ask();
    } else if (id === "sheet.mutation.insert-sheet" || id === "sheet.mutation.remove-sheet" || id === "sheet.mutation.set-worksheet-name") {
      this.takeSheets();
    }
  }

  private touch(sheet: string, cells: Matrix): void {
    let keys = this.touched.get(sheet);
    if (!keys) this.touched.set(sheet, (keys = new Set()));
    for (const [row, line] of Object.entries(cells))
      for (const column of Object.keys(line ?? {})) keys.add(cellKey(Number(row), Number(column)));
    this.settling.ask();
  }

  /** The grid calculates, as Excel would: results go into the model and make no event of a change. */
  private takeResults(sheetId: string, cells: Matrix): void {
    const sheet = this.excel.book.sheets.find(({ id }) => id === sheetId);
    if (!sheet) return;
    for (const [row, line] of Object.entries(cells))
      for (const [column, content] of Object.entries(line ?? {})) {
        const cell = cellOf(sheet, Number(row), Number(column));
        if (cell?.formula === undefined) continue;
        cell.value = resultOf(content);
        this.mirrorOf(sheetId).set(cellKey(Number(row), Number(column)), this.signature(cell));
      }
  }

  /** Takes over what a person did. */
  private takeFromGrid(): void {
    const [touched, ruled] = [this.touched, this.ruled];
    [this.touched, this.ruled] = [new Map(), new Set()];
    for (const [id, keys] of touched) {
      const sheet = this.excel.book.sheets.find((one) => one.id === id);
      if (sheet && !this.takeCells(sheet, [...keys])) {
        // What came with it goes back, too.
        if (ruled.delete(id)) this.rules.set(id, "");
        this.refused("locked");
      }
    }
    this.picked = false;
    for (const id of ruled) {
      const sheet = this.excel.book.sheets.find((one) => one.id === id);
      if (!sheet) continue;
      takeRules(sheet, this.validations.getRules(UNIT, id) as ISheetDataValidationRule[], this.uids);
      this.rules.set(id, rulesText(sheet));
    }
    this.update();
  }

  /** @returns false where the model refuses, and the cells are to be put back */
  private takeCells(sheet: HostSheet, keys: readonly number[]): boolean {
    const grid = this.api.getWorkbook(UNIT)?.getSheetBySheetId(sheet.id)?.getSheet();
    if (!grid) return true;
    const mirror = this.mirrorOf(sheet.id);
    const entries = keys.flatMap((key) => {
      const [row, column] = [keyRow(key), keyColumn(key)];
      const value = typedOf(grid.getCellRaw(row, column), cellOf(sheet, row, column));
      return value === undefined ? [] : [{ row, column, value, key }];
    });
    // What the model makes of an entry may differ from what the grid did: an update will show it. Cells that hold the same formula
    // as before are left alone: to write them anew would make the grid calculate, and come back here, without end.
    for (const { key } of entries) mirror.set(key, "");
    if (entries.length === 0) return true;
    try {
      const [first] = entries;
      const area = boundsOf(entries.map(({ key }) => key))!;
      if (entries.length === 1)
        this.excel[this.picked ? "pick" : "type"](`${sheet.name}!${address(first!)}`, first!.value as string | number);
      else this.excel.enterAll(sheet, area, entries);
      // The grid keeps formulas itself; their results come later.
      for (const { row, column, key } of entries)
        if (cellFor(sheet, row, column).formula !== undefined) mirror.set(key, this.signature(cellFor(sheet, row, column)));
      return true;
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      for (const key of keys) mirror.set(key, "");
      return false;
    }
  }

  /** A person added, deleted or renamed a sheet. */
  private takeSheets(): void {
    const { book } = this.excel;
    const workbook = this.api.getWorkbook(UNIT);
    if (!workbook) return;
    book.sheets = workbook.getSheets().map((one) => {
      const id = one.getSheetId();
      const known = book.sheets.find((sheet) => sheet.id === id);
      const name = one.getSheetName();
      if (!known) return { ...blankSheet(name), id };
      known.name = name;
      return known;
    });
    if (!book.sheets.includes(book.active)) book.active = book.sheets.find(({ visibility }) => visibility === "Visible")!;
    book.dirty = true;
    this.structure = this.structureOf();
  }

  /** What a person selected. */
  private takeSelection(): void {
    if (this.applying) return;
    const workbook = this.api.getWorkbook(UNIT);
    const active = workbook?.getActiveSheet();
    const sheet = this.excel.book.sheets.find(({ id }) => id === active?.getSheetId());
    if (!active || !sheet) return;
    const range = active.getSelection()?.getActiveRange()?.getRange();
    const area: Area = range
      ? { top: range.startRow, left: range.startColumn, bottom: range.endRow, right: range.endColumn }
      : { top: 0, left: 0, bottom: 0, right: 0 };
    this.excel.book.active = sheet;
    this.excel.book.selection = { sheet: sheet.name, address: areaAddress(area) };
    this.selected = this.selectionOf();
  }

  private selectionOf(): string {
    const { active, selection } = this.excel.book;
    return `${active.id}|${selection.sheet}|${selection.address}`;
  }

  /** Shows what the pane selected, and brings it into view. */
  private showSelection(): void {
    const { active, selection } = this.excel.book;
    if (this.selected === this.selectionOf()) return;
    this.selected = this.selectionOf();
    const workbook = this.api.getWorkbook(UNIT);
    const sheet = workbook?.getSheetBySheetId(active.id);
    if (!workbook || !sheet) return;
    this.apply(() => {
      if (workbook.getActiveSheet().getSheetId() !== active.id) workbook.setActiveSheet(sheet);
      const area = parseArea(selection.address);
      if (area && selection.sheet === active.name) {
        const { startRow, startColumn, endRow, endColumn } = rangeOf(area);
        sheet.getRange(startRow, startColumn, endRow - startRow + 1, endColumn - startColumn + 1).activate();
        this.bringIntoView(active.id, area);
      }
    });
  }

  private bringIntoView(id: string, { top, left }: Area): void {
    const sheet = this.api.getWorkbook(UNIT)?.getSheetBySheetId(id);
    const visible = sheet?.getVisibleRange();
    if (!sheet || !visible) return;
    const across = left >= visible.startColumn && left < visible.endColumn;
    const frozen = sheet.getFreeze();
    if (across && (top < frozen.startRow || (top >= visible.startRow && top < visible.endRow))) return;
    sheet.scrollToCell(Math.max(0, top - ABOVE), across ? visible.startColumn : left);
  }
}

function rulesText(sheet: HostSheet): string {
  return JSON.stringify([...sheet.validations].filter(([, { type }]) => type !== "None"));
}

/** A result of a formula, as the model keeps values. */
function resultOf(content: ICellData | null): HostCell["value"] {
  const value = content?.v ?? "";
  if (content?.t === CellValueType.BOOLEAN) return value === 1 || value === true || value === "TRUE";
  return typeof value === "string" && /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A)$/.test(value) ? { error: value } : value;
}

/** The text of a cell, rich text without its looks. */
function textOf({ v, p }: ICellData): ICellData["v"] {
  const text = p?.body?.dataStream;
  return text === undefined ? v : text.replace(/\r\n$/, "").replace(/\r/g, "\n");
}

/** What a person put into a cell, as they would type it; undefined where the model has it already. */
function typedOf(grid: Nullable<ICellData>, host: HostCell | undefined): string | number | boolean | undefined {
  const formula = grid?.f || undefined;
  if (formula !== undefined) return formula.slice(1) === host?.formula ? undefined : formula;
  const value = (grid && textOf(grid)) ?? "";
  const typed = grid?.t === CellValueType.BOOLEAN ? value === 1 || value === true : value;
  if (host?.formula === undefined && typed === shownValue(host?.value)) return undefined;
  return grid?.t === CellValueType.FORCE_STRING ? `'${String(value)}` : typed;
}
