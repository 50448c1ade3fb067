/// <reference types="office-js" />
import {
  address,
  ok,
  refuse,
  type CellRef,
  type Change,
  type Form,
  type Grid,
  type Refusal,
  type Result,
  type SheetPlan,
  type WorkbookPlan,
} from "../../domain";
import type { Inserted, LiveTrouble, LiveWorkbook, SaveState, SummaryInsert, SummaryInserted } from "../port";
import { Changes } from "./events";
import { base64Of, fileBytes } from "./file";
import type { FormSheets } from "./insert";
import { gathered } from "./inspect";
import { Memory, type Expected, type Own, type SummaryMarker } from "./memory";
import { readAll } from "./read";
import { startWithFile } from "./pane";
import { recall, remember } from "./settings";
import { trip } from "./trip";
import { refusalOf, troubleOfError } from "./trouble";
import { undoLast } from "./undo";
import { writeAll } from "./write";

export interface OfficeOptions extends FormSheets {
  /** Where validations are expected on sheets of some names: spares the first read a round trip. */
  readonly expected?: Expected;
  /** How a summary is known: its sheets are left out of every read. */
  readonly summary?: SummaryMarker;
  /** How the sheets of a form are known: a person's own are left out of every read. */
  readonly own?: Own;
  /** The form whose sheets are expected, and how those of another are known. */
  readonly form?: Form;
  readonly ofForm?: (form: Form) => Pick<OfficeOptions, "expected" | "own">;
}

function refused<T>(result: Result<T, LiveTrouble>): Result<T, Refusal> {
  return result.ok ? result : refuse(refusalOf(result.error));
}

const NOTHING = (): undefined => undefined;

/** The workbook that is open in this Excel. */
class OfficeWorkbook implements LiveWorkbook {
  private readonly memory: Memory;
  private readonly changes = new Changes();
  /** What the last write read back; gone as soon as anything else could have happened. */
  private fresh: Grid | undefined;
  private form: Form | undefined;

  constructor(private readonly options: OfficeOptions) {
    this.memory = new Memory(options.expected, options.summary, options.own);
    this.form = options.form;
  }

  expectForm(form: Form): boolean {
    const { ofForm } = this.options;
    if (!ofForm || form === this.form) return false;
    const { expected, own } = ofForm(form);
    this.form = form;
    this.fresh = undefined;
    this.memory.expectForm(expected, own);
    return true;
  }

  async read(): Promise<Result<Grid, Refusal>> {
    const { fresh } = this;
    this.fresh = undefined;
    return fresh ? ok(fresh) : refused(await readAll(this.memory));
  }

  async write(changes: readonly Change[]): Promise<Result<void, Refusal>> {
    this.fresh = undefined;
    const written = await writeAll(changes, this.memory, (places) => this.changes.announce(places));
    if (written.ok && changes.length > 0) {
      // A read that follows at once gets what came back with the write. By the next task somebody may have typed.
      this.fresh = this.memory.grid;
      setTimeout(() => (this.fresh = undefined), 0);
    }
    return refused(written);
  }

  async undo(): Promise<Result<boolean, Refusal>> {
    this.fresh = undefined;
    return refused(await undoLast(this.memory, (places) => this.changes.announce(places)));
  }

  async insert(
    plan: WorkbookPlan,
    bytes: Uint8Array,
    { replace = false }: { readonly replace?: boolean } = {},
  ): Promise<Result<Inserted, LiveTrouble>> {
    this.fresh = undefined;
    this.memory.forget();
    const { insertForm } = await import("./insert");
    const inserted = await insertForm(plan, bytes, this.options, replace);
    if (!inserted.ok) return inserted;
    const { sheets, unguarded } = inserted.value;
    this.memory.take(sheets);
    for (const { id, name } of sheets) {
      const sheet = plan.sheets.find((one) => one.name === name);
      if (sheet) this.memory.expect(id, gathered(sheet.validations), sheet.merges);
    }
    await startWithFile();
    return ok({ unguarded });
  }

  async openAsNew(bytes: Uint8Array): Promise<Result<void, LiveTrouble>> {
    try {
      await Excel.createWorkbook(base64Of(bytes));
      return ok(undefined);
    } catch (error) {
      const trouble = troubleOfError(error);
      // A policy tells itself by codes that stand for much else (OfficeDev/office-js#3568).
      const unknown = trouble.kind === "host-error" || trouble.kind === "access-denied";
      return refuse(unknown ? { kind: "no-new-workbook" } : trouble);
    }
  }

  hasForm(): Promise<Result<boolean, LiveTrouble>> {
    return trip((context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject(this.options.marker);
      return () => !sheet.isNullObject;
    });
  }

  reveal(at: CellRef): Promise<Result<void, LiveTrouble>> {
    return trip((context) => {
      const sheet = context.workbook.worksheets.getItem(at.sheet);
      sheet.activate();
      sheet.getRange(address(at)).untrack().select();
      return NOTHING;
    });
  }

  onChange(listener: () => void): Promise<Result<() => void, LiveTrouble>> {
    return this.changes.listen((sheet) => {
      this.fresh = undefined;
      this.memory.changed(sheet);
      listener();
    });
  }

  /** Asks for a place where there is none yet: without asking, Excel makes up a name. */
  save(): Promise<Result<void, LiveTrouble>> {
    return trip((context) => {
      context.workbook.save("Prompt");
      return NOTHING;
    });
  }

  saveState(): Promise<Result<SaveState, LiveTrouble>> {
    return trip((context) => {
      const workbook = context.workbook.load("isDirty,autoSave");
      return () => ({ dirty: workbook.isDirty, autoSave: workbook.autoSave });
    });
  }

  async bytes(): Promise<Result<Uint8Array, LiveTrouble>> {
    const file = await fileBytes();
    if (file.ok) return file;
    // Excel on the web may fail to hand out what it has not saved (OfficeDev/office-js#5297, #98, #6747).
    const saved = await this.save();
    return saved.ok ? fileBytes() : file;
  }

  async writeFindings(sheet: SheetPlan): Promise<Result<void, LiveTrouble>> {
    this.fresh = undefined;
    // With the helpers it brings along, only when somebody asks for the sheet.
    const { writeFindings } = await import("./findings");
    this.memory.forget();
    return writeFindings(sheet);
  }

  async dropFindings({ name, cells }: SheetPlan): Promise<Result<void, LiveTrouble>> {
    if (!this.memory.listed.some((one) => one.name === name)) return ok(undefined);
    this.fresh = undefined;
    const title = cells[0]?.value;
    const first = await trip((context) => {
      const range = context.workbook.worksheets.getItem(name).getRange("A1").untrack().load("values");
      return () => (range.values as unknown[][])[0]![0];
    });
    if (!first.ok || first.value !== title) return first.ok ? ok(undefined) : first;
    this.memory.forget();
    return trip((context) => {
      context.workbook.worksheets.getItem(name).delete();
      return NOTHING;
    });
  }

  async insertSummary(
    summary: SummaryInsert,
    options: { readonly replace?: boolean; readonly blind?: boolean; readonly beside?: boolean } = {},
  ): Promise<Result<SummaryInserted, LiveTrouble>> {
    const { summary: known } = this.options;
    if (!known) throw new Error("This workbook was opened without the marker of a summary");
    this.fresh = undefined;
    // With the charts it makes, only when a reviewer asks for it.
    const { insertSummary } = await import("./summary");
    this.memory.forget();
    return insertSummary(summary, known, options);
  }

  async dropSummary({ sure }: { readonly sure: boolean }): Promise<Result<void, LiveTrouble>> {
    const { summary: known } = this.options;
    if (!known) throw new Error("This workbook was opened without the marker of a summary");
    this.fresh = undefined;
    const { dropSummary } = await import("./summary");
    this.memory.forget();
    return dropSummary(known, sure);
  }

  remember(key: string, value: string | undefined): Promise<Result<void, LiveTrouble>> {
    return remember(key, value);
  }

  recall(key: string): string | undefined {
    return recall(key);
  }
}

/** The workbook that is open in this Excel, for use after `Office.onReady`. Nothing is asked of Excel before the first call. */
export function openOffice(options: OfficeOptions): LiveWorkbook {
  return new OfficeWorkbook(options);
}
