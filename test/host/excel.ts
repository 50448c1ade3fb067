import { address, areaOf, cellKey, parseAddress, type Area } from "../../src/domain";
import type { BehaviourId } from "./behaviours";
import { damaged, quoteSheetNames, type Damage } from "./damage";
import { enter, shownValue } from "./enter";
import { fail, SAYS } from "./errors";
import { fileOfBook, sheetsOfFile } from "./files";
import type { Host } from "./host";
import { Interpreter, type Answer, type Batch, type Use } from "./interpreter";
import { blankBook, cellOf, checkSheetName, type HostBook, type HostSheet } from "./model";
import type { HostObject } from "./object";
import { officeServices, type Runtime, type RuntimeState } from "./services";
import { sheetObject } from "./sheet-object";
import { UndoStack } from "./undo-stack";
import { NOT_UNDONE } from "./undo-table";
import { settingsOfFile } from "./web-extension";
import { workbookObject } from "./workbook-object";

/** What a request as a whole can fail with; the client turns the numbers into its own errors. */
export type Failure = "busy" | "cell-edit" | "access-denied" | "request-too-large" | "response-too-large" | "general";
export const FAILURE_NUMBERS: Readonly<Record<Failure, number>> = {
  busy: 5102,
  "cell-edit": 5004,
  "access-denied": 7000,
  "request-too-large": 5103,
  "response-too-large": 5104,
  general: 5001,
};

/** A message to the client about an event (`messageType` 10 is a change of cells, 16 a calculation, 65539 the pane being shown or hidden). */
export interface EventMessage {
  readonly messageCategory: 65536;
  readonly messageType: 10 | 16 | 65539;
  readonly targetId: string;
  readonly message: string;
}

export interface Traffic {
  /** Round trips. */
  requests: number;
  requestBytes: number;
  responseBytes: number;
}

/** Bytes of a request or a response over the wire: 5 MB on the web (resource limits of Office add-ins). */
const MOST_BYTES = 5 * 1024 * 1024;

export interface ExcelOptions {
  /** Highest requirement set, such as `1.13`; later members of events are left out. */
  readonly api?: string;
  /** Where Excel runs; some members behave otherwise on the web. */
  readonly platform?: Platform;
  /** What it does as real Excels are known to, beside what it always does. */
  readonly behaviours?: readonly BehaviourId[];
}

/** `Office.PlatformType` of the Excels that are told apart. */
export type Platform = "PC" | "Mac" | "OfficeOnline" | "iOS";

/** Up to this one, a write by an add-in empties the user's undo stack. */
const FIRST_WITH_UNDO = 20;

/** An Excel in memory that answers the real client. What it assumes of Excel is listed in README.md. */
export class MemoryExcel {
  book: HostBook = blankBook();
  readonly api: string;
  traffic: Traffic = { requests: 0, requestBytes: 0, responseBytes: 0 };
  /** Files that were opened as workbooks of their own. */
  readonly opened: Uint8Array[] = [];
  /** Where events go; set by a bridge. */
  deliver: (event: EventMessage) => void = () => undefined;
  /** The add-in asks for its pane; set by whoever can show one. */
  showPane: () => void = () => undefined;

  /** Where it runs, as it was asked for. */
  private readonly asked: Platform | undefined;
  /** What is switched on; may change while it runs. */
  readonly behaviours: Set<BehaviourId>;
  /** Where the page of the add-in is. */
  paneState: RuntimeState = "Visible";
  /** What a person can take back with Ctrl+Z. */
  readonly undoStack = new UndoStack();
  /** The run that the requests of this moment belong to, where it asked for one step of undo (`mergeUndoGroup`). */
  undoGroup: object | undefined;

  private readonly failures: Failure[] = [];
  private readonly damages: Damage[] = [];
  private readonly errors: { readonly code: string; readonly location: string }[] = [];
  private readonly before: (() => void)[] = [];
  private readonly after: (() => void)[] = [];
  private events: "once" | "lost" | "doubled" = "once";
  private interpreter: Interpreter;
  private wrote = false;
  private picking = false;
  private readonly paneListeners = new Set<(state: RuntimeState) => void>();
  private listeners = new Map<string, number>();
  private heard: EventMessage[] = [];
  private last: Promise<unknown> = Promise.resolve();

  constructor({ api = "1.15", platform, behaviours = [] }: ExcelOptions = {}) {
    this.api = api;
    this.asked = platform;
    this.behaviours = new Set(behaviours);
    this.interpreter = this.newInterpreter();
  }

  /** Where it runs: where nobody asked for a platform, a behaviour of one alone makes it that one. */
  get platform(): Platform {
    if (this.asked) return this.asked;
    if (this.behaviours.has("downloads-do-nothing")) return "Mac";
    return this.behaviours.has("ipad-hands-out-no-file") ? "iOS" : "PC";
  }

  /** Opens another book. Listeners and references of the client are gone, as after a reload. */
  async openFile(bytes: Uint8Array, name = "form.xlsx"): Promise<void> {
    const { sheets, names } = await sheetsOfFile(bytes);
    const active = sheets.find((sheet) => sheet.visibility === "Visible")!;
    this.book = { ...blankBook(), name, sheets, names, active, ...settingsOfFile(bytes) };
    this.forgetClient();
  }

  /** Opens an empty book, as `openFile` does. */
  openNew(): void {
    this.book = blankBook();
    this.forgetClient();
  }

  /** The client loads anew: what the last one listened to and referred to is gone. */
  forgetClient(): void {
    this.listeners = new Map();
    this.interpreter = this.newInterpreter();
  }

  private newInterpreter(): Interpreter {
    return new Interpreter(workbookObject(this.host()), officeServices(this.runtime), (use) => this.using(use));
  }

  /** Shows or hides the pane, as a person or the add-in does. */
  setPane(state: RuntimeState): void {
    if (state === this.paneState) return;
    this.paneState = state;
    if (state === "Visible") this.showPane();
    for (const listener of this.paneListeners) listener(state);
    const visibility = state === "Visible" ? "Visible" : "Hidden";
    this.heard.push({ messageCategory: 65536, messageType: 65539, targetId: "", message: JSON.stringify({ visibility }) });
    this.tell();
  }

  /** Hears of the pane, for a client that is not the whole of Office. @returns how to stop, as Office gives it */
  onPane(listener: (state: RuntimeState) => void): () => Promise<void> {
    this.paneListeners.add(listener);
    return async () => void this.paneListeners.delete(listener);
  }

  /**
   * What happens to the pane when the open book, as it is now, is opened where the add-in is installed.
   * @param manifest of the add-in
   * @returns how its page starts: `blank` is a pane that shows nothing
   */
  paneOnOpening(manifest: string): "closed" | "hidden" | "shown" | "blank" {
    const shownById = manifest.includes("<TaskpaneId>Office.AutoShowTaskpaneWithDocument</TaskpaneId>");
    if (shownById && this.book.settings.get("Office.AutoShowTaskpaneWithDocument") === true) {
      const shared = /<Runtime\b[^>]*lifetime="long"/.test(manifest);
      return shared && this.behaviours.has("pane-by-id-is-blank") ? "blank" : "shown";
    }
    return this.book.startState === "Background" ? "hidden" : "closed";
  }

  private get runtime(): Runtime {
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- accessors below stand for those of the host
    const self = this;
    return {
      get state() {
        return self.paneState;
      },
      set state(state) {
        self.setPane(state);
      },
      get startState() {
        return self.book.startState;
      },
      set startState(state) {
        self.book.startState = state;
      },
    };
  }

  /** Handlers that hear of changes now. */
  get listening(): number {
    return [...this.listeners.values()].reduce((sum, count) => sum + count, 0);
  }

  /** The book as bytes. */
  bytes(): Promise<Uint8Array> {
    return fileOfBook(this.book);
  }

  /** The book as Office hands it out; undefined where it does not. */
  async file(): Promise<Uint8Array | undefined> {
    const waits = this.behaviours.has("file-comes-after-a-save") && this.book.dirty;
    return waits || this.platform === "iOS" ? undefined : this.bytes();
  }

  sheet(name: string): HostSheet {
    return this.book.sheets.find((sheet) => sheet.name === name) ?? fail("ItemNotFound", `No sheet ${name}`);
  }

  /** A person types into a cell, such as `表1!F10`: coerced as Excel does, and refused as Excel does. */
  type(place: string, text: string | number): void {
    const [name = "", at = ""] = place.split("!");
    const sheet = this.sheet(name);
    const found = parseAddress(at) ?? fail("InvalidArgument", SAYS.invalid);
    const before = shownValue(cellOf(sheet, found.row, found.column)?.value);
    this.enterAll(sheet, areaOf(found), [{ ...found, value: text }], () => ({
      valueBefore: before,
      valueAfter: shownValue(cellOf(sheet, found.row, found.column)?.value),
    }));
  }

  /**
   * A person fills, empties or pastes over an area at once: all of its cells, or none where one of them is locked. One event.
   * @param entries what is put into some of its cells; the others stay as they are
   */
  enterAll(
    sheet: HostSheet,
    area: Area,
    entries: readonly { readonly row: number; readonly column: number; readonly value: string | number | boolean }[],
    details?: () => Readonly<Record<string, unknown>>,
  ): void {
    if (sheet.protection)
      for (const { row, column } of entries) if (cellOf(sheet, row, column)?.locked ?? true) fail("AccessDenied", SAYS.denied, sheet.name);
    for (const { row, column } of entries) this.undoStack.keep(sheet, areaOf({ row, column }));
    for (const { row, column, value } of entries) enter(sheet, row, column, value);
    this.undoStack.close();
    this.book.dirty = true;
    this.changed(sheet, area, "User", details?.());
    this.tell();
  }

  /** A person chooses from the drop-down list of a cell. */
  pick(place: string, text: string | number): void {
    this.picking = this.listedByFormula(place);
    try {
      this.type(place, text);
    } finally {
      this.picking = false;
    }
  }

  private listedByFormula(place: string): boolean {
    const [name = "", at = ""] = place.split("!");
    const { row, column } = parseAddress(at) ?? fail("InvalidArgument", SAYS.invalid);
    const rule = this.sheet(name).validations.get(cellKey(row, column))?.rule as
      { readonly list?: { readonly source: string } } | undefined;
    return rule?.list?.source.startsWith("=") === true;
  }

  /** A person presses Ctrl+Z. @returns whether there was something to take back */
  undo(): boolean {
    const back = this.undoStack.back();
    if (!back) return false;
    this.book.dirty = true;
    for (const { sheet, area } of back) this.changed(sheet, area, "User");
    this.tell();
    return true;
  }

  /** The add-in has settings saved with the workbook. */
  settingsSaved(): void {
    this.book.dirty = true;
    if (this.behaviours.has("settings-empty-undo")) this.undoStack.empty();
  }

  /** What a cell shows, such as `表1!F10`. */
  valueAt(place: string): unknown {
    const [name = "", at = ""] = place.split("!");
    const { row, column } = parseAddress(at)!;
    return shownValue(cellOf(this.sheet(name), row, column)?.value);
  }

  /** The next requests fail as a whole, one after the other. */
  failNext(...failures: readonly Failure[]): void {
    this.failures.push(...failures);
  }

  /** An error inside the batch that next reaches a member, such as `Range.values`. */
  failAt(location: string, code: string): void {
    this.errors.push({ code, location });
  }

  /** The next insert does damage. */
  damageNextInsert(...damages: readonly Damage[]): void {
    this.damages.push(...damages);
  }

  /** Something happens just before the next request is answered: somebody types, renames, deletes. */
  beforeNext(happens: () => void): void {
    this.before.push(happens);
  }

  /** Something happens just after the next request was answered. */
  afterNext(happens: () => void): void {
    this.after.push(happens);
  }

  /** What becomes of events from now on. */
  eventsAre(events: "once" | "lost" | "doubled"): void {
    this.events = events;
  }

  /** Starts counting anew. */
  resetTraffic(): void {
    this.traffic = { requests: 0, requestBytes: 0, responseBytes: 0 };
  }

  /** Answers one batch, after those before it. @returns the answer, or the number it fails with as a whole */
  answer(text: string): Promise<Answer | number> {
    const turn = this.last
      .then(() => this.answerNow(text))
      .finally(() => {
        for (const happens of this.after.splice(0)) happens();
      });
    this.last = turn.catch(() => undefined);
    return turn;
  }

  private async answerNow(text: string): Promise<Answer | number> {
    for (const happens of this.before.splice(0)) happens();
    this.traffic.requests++;
    this.traffic.requestBytes += utf8Length(text);
    const failure = this.failures.shift();
    if (failure) return FAILURE_NUMBERS[failure];
    if (utf8Length(text) > MOST_BYTES) return FAILURE_NUMBERS["request-too-large"];
    const answer = await this.interpreter.run(this.spoilt(JSON.parse(text) as Batch));
    if (this.version < FIRST_WITH_UNDO && this.wrote) this.undoStack.empty();
    this.undoStack.close(this.undoGroup);
    this.wrote = false;
    const bytes = utf8Length(JSON.stringify(answer));
    this.traffic.responseBytes += bytes;
    this.tell();
    return bytes > MOST_BYTES ? FAILURE_NUMBERS["response-too-large"] : answer;
  }

  private get version(): number {
    return Number(this.api.split(".")[1]);
  }

  /** What the use of a member does to undo, and whether a group may hold it. */
  private using({ kind, member }: Use): void {
    const grouped = this.undoGroup !== undefined;
    if (kind === "load") {
      if (grouped && this.behaviours.has("undo-group-takes-no-reads")) fail("UndoNotSupported", SAYS.notUndone, member);
      return;
    }
    const table = NOT_UNDONE[member];
    const unsupported = table === "everywhere" || table === (this.platform === "OfficeOnline" ? "on the web" : "on desktops");
    if (unsupported && grouped) fail("UndoNotSupported", SAYS.notUndone, member);
    if (unsupported || (member === "Range.getMergedAreasOrNullObject" && this.behaviours.has("merged-areas-empty-undo")))
      this.undoStack.empty();
  }

  /** Makes a member of the batch fail that a test named. */
  private spoilt(batch: Batch): Batch {
    const [wanted] = this.errors;
    if (!wanted) return batch;
    const name = wanted.location.split(".").at(-1)!;
    const index = batch.Actions.findIndex((action) => action.Name.toLowerCase() === name.toLowerCase());
    if (index < 0) return batch;
    this.errors.shift();
    const actions = batch.Actions.map((action, i) =>
      i === index ? { ...action, ActionType: 3, Name: `$fail:${wanted.code}:${wanted.location}` } : action,
    );
    return { ...batch, Actions: actions };
  }

  private host(): Host {
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- getters below need the host as it is at that time
    const self = this;
    const objects = new WeakMap<HostSheet, HostObject>();
    return {
      get book() {
        return self.book;
      },
      get listeners() {
        return self.listeners;
      },
      does: (behaviour) => self.behaviours.has(behaviour),
      keep(sheet, area) {
        self.wrote = true;
        self.undoStack.keep(sheet, area);
      },
      changed: (...args) => self.changed(...args),
      insert: (base64, options) => self.insert(base64, options),
      open: (base64) => void self.opened.push(bytesOfBase64(base64)),
      sheetObject(sheet) {
        const object = objects.get(sheet) ?? sheetObject(this, sheet);
        objects.set(sheet, object);
        return object;
      },
    };
  }

  private async insert(base64: string, options: Readonly<Record<string, unknown>>): Promise<readonly string[]> {
    const { sheetNamesToInsert = [], positionType = "End", ...rest } = options;
    if (Object.keys(rest).length > 0 || positionType !== "End")
      fail("ApiNotFound", `The host does not insert with ${JSON.stringify(options)}`, "Workbook.insertWorksheetsFromBase64");
    // Excel on the web refuses the whole insert (assumption 17). Names of parts stand uncompressed in the directory of a zip.
    if (/xl\/charts\//.test(new TextDecoder("latin1").decode(bytesOfBase64(base64))))
      fail("InvalidOperation", "The host inserts no sheets with charts", "Workbook.insertWorksheetsFromBase64");
    const file = await sheetsOfFile(bytesOfBase64(base64)).catch(() =>
      fail("InvalidArgument", SAYS.invalid, "Workbook.insertWorksheetsFromBase64"),
    );
    const wanted = sheetNamesToInsert as readonly string[];
    let sheets = wanted.length === 0 ? file.sheets : file.sheets.filter((sheet) => wanted.includes(sheet.name));
    if (this.behaviours.has("inserts-quote-sheet-names")) quoteSheetNames(sheets);
    for (const damage of this.damages.splice(0)) sheets = damaged(sheets, file.names, damage);
    for (const sheet of sheets) {
      for (let n = 2; this.book.sheets.some((one) => one.name.toLowerCase() === sheet.name.toLowerCase()); n++)
        sheet.name = `${sheet.name.replace(/ \(\d+\)$/, "")} (${n})`;
      checkSheetName(this.book, sheet.name);
      this.book.sheets.push(sheet);
    }
    this.book.names.push(...file.names);
    this.book.dirty = true;
    return sheets.map((sheet) => sheet.id);
  }

  private changed(sheet: HostSheet, area: Area, trigger: "ThisLocalAddin" | "User", details?: Readonly<Record<string, unknown>>): void {
    const [from, to] = [address({ row: area.top, column: area.left }), address({ row: area.bottom, column: area.right })];
    const source = { worksheetId: sheet.id, address: from === to ? from : `${from}:${to}`, changeType: "RangeEdited", source: "Local" };
    const late = this.version >= 14 && trigger === "ThisLocalAddin" ? { triggerSource: "ThisLocalAddin" } : {};
    const message = JSON.stringify({ ...source, ...late, ...details, referenceId: "", shiftDirection: "None" });
    const silent = this.picking && this.behaviours.has("picks-raise-no-change");
    for (const targetId of silent ? [] : ["Workbook", sheet.id])
      if ((this.listeners.get(targetId) ?? 0) > 0) this.heard.push({ messageCategory: 65536, messageType: 10, targetId, message });
    this.calculated(sheet);
  }

  /** Formulas follow each change of cells; whose change it was is not told. */
  private calculated(sheet: HostSheet): void {
    if ((this.listeners.get("Calculated") ?? 0) === 0) return;
    const message = JSON.stringify({ worksheetId: sheet.id, address: "" });
    this.heard.push({ messageCategory: 65536, messageType: 16, targetId: "Workbook", message });
  }

  /** Delivers what was heard, after the answer to the batch that made it happen. */
  private tell(): void {
    const events = this.heard.splice(0);
    const times = this.events === "once" ? 1 : this.events === "lost" ? 0 : 2;
    void Promise.resolve()
      .then(() => Promise.resolve())
      .then(() => {
        for (const event of events) for (let time = 0; time < times; time++) this.deliver(event);
      });
  }
}

export function bytesOfBase64(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

function utf8Length(text: string): number {
  return new TextEncoder().encode(text).length;
}
