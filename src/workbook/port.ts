import type { CellRef, Change, ChartPlan, Form, Grid, Refusal, Result, SheetPlan, WorkbookPlan } from "../domain";

/** All that the actions ask of a workbook. Every adapter does all of it; what only a live Excel can do is in LiveWorkbook. */
export interface Workbook {
  /** The whole workbook, or why it cannot be taken. */
  read(): Promise<Result<Grid, Refusal>>;
  /**
   * Says which form is expected from now on, where reading is limited to the sheets of one: in a live Excel.
   * @returns whether another was expected until now, so that the workbook is to be read again
   */
  expectForm?(form: Form): boolean;
  /** Applies changes; everything that no change names stays as it was. All of them, or none. */
  write(changes: readonly Change[]): Promise<Result<void, Refusal>>;
}

/** An add-in that keeps something in a file. */
export interface AddIn {
  /** What the place that it came from calls it: the id of its manifest, or an asset of the marketplace. */
  readonly id: string;
  /** By name; values as JSON. */
  readonly settings: ReadonlyMap<string, string>;
}

/** A workbook that is a file. */
export interface FileWorkbook extends Workbook {
  /** Only the sheets of these names, also of a file that is too large to be read whole; what is not asked for costs nothing. */
  readSheets(names: readonly string[]): Promise<Result<Grid, Refusal>>;
  /** Takes out what some add-ins keep in the file: their settings, and that their panes open with it. */
  dropAddIns(which: (addIn: AddIn) => boolean): Promise<Result<void, Refusal>>;
  /** The bytes as they are after the last write. */
  bytes(): Uint8Array;
}

/** Why a live Excel does not do something. Expected trouble: each has a sentence that says what to do. */
export type LiveTrouble =
  /** ExcelApi is older than the add-in needs: the browser page does the job there. */
  | { readonly kind: "too-old" }
  /** The structure of the workbook is protected: no sheet can be added. */
  | { readonly kind: "protected-structure" }
  | { readonly kind: "read-only" }
  /** The user is typing in a cell, and did not stop in time. */
  | { readonly kind: "cell-edit-mode" }
  /** The workbook already holds a form: open it, replace it, or cancel. */
  | { readonly kind: "form-exists" }
  | { readonly kind: "busy" }
  | { readonly kind: "access-denied" }
  | { readonly kind: "payload-too-large" }
  /** Excel on the web may not hand out the file itself, and on an iPad never does. */
  | { readonly kind: "no-bytes" }
  /** A policy, or this Excel, lets add-ins make no new workbooks. */
  | { readonly kind: "no-new-workbook" }
  /** What was inserted did not arrive whole and could not be mended; `what` names a sheet or cell. */
  | { readonly kind: "damaged-insert"; readonly what: string }
  /** A sheet of the user's own has a name that is needed; `what` is the name. */
  | { readonly kind: "name-taken"; readonly what: string }
  /**
   * The workbook already holds a summary: replace its sheets (`what`), or cancel. `links`: cells of other sheets that refer to them; absent
   * where they are too many to be looked through.
   */
  | { readonly kind: "summary-exists"; readonly what: string; readonly links?: number }
  /** Sheets (`what`) that an insert which Excel broke off left behind. */
  | { readonly kind: "summary-left"; readonly what: string }
  /** Cells of protected sheets (`what`) refer to the summary that is there: they could not be led to the new one. */
  | { readonly kind: "links-protected"; readonly what: string }
  /** Anything else, with the code of the host. */
  | { readonly kind: "host-error"; readonly code: string };

/** Where a live Excel runs, as far as it decides how a file gets out of the add-in: `other` is Windows and browsers, where one can be downloaded. */
export type Platform = "mac" | "ipad" | "other";

/** How far a workbook is saved. */
export interface SaveState {
  /** There are changes since the last save. */
  readonly dirty: boolean;
  /** Excel saves by itself what is changed. */
  readonly autoSave: boolean;
}

/** What became of a form that was put in. */
export interface Inserted {
  /** Sheets whose validations Excel did not take: everything else is as planned, and the check names their cells. */
  readonly unguarded: readonly string[];
}

/** A summary on its way into a workbook. */
export interface SummaryInsert {
  /** Its sheets under names for the time being, their cells all in `cells`, without charts. */
  readonly plan: WorkbookPlan;
  /** The same as a file. */
  readonly bytes: Uint8Array;
  /** The names that its sheets take in the end, in the order of the plan. */
  readonly names: readonly string[];
  /** Charts, by the index of their sheet; their references say the names for the time being. */
  readonly charts: readonly { readonly sheet: number; readonly chart: ChartPlan }[];
}

/** What became of a summary. */
export interface SummaryInserted {
  /** The names that its visible sheets have. */
  readonly sheets: readonly string[];
  /** Cells of other sheets that refer to the summary and were led to the new one. */
  readonly links: number;
  /** False where this Excel made no charts. */
  readonly charts: boolean;
}

/** A workbook in a running Excel: what a file can do, and what only a live one can. */
export interface LiveWorkbook extends Workbook {
  /** Puts a form into this workbook: all its sheets in one call, then reads back and mends what did not arrive whole. */
  insert(plan: WorkbookPlan, bytes: Uint8Array, options?: { readonly replace?: boolean }): Promise<Result<Inserted, LiveTrouble>>;
  /** Opens a file as a new workbook, in a window of its own, which a Mac shows behind the others. */
  openAsNew(bytes: Uint8Array): Promise<Result<void, LiveTrouble>>;
  hasForm(): Promise<Result<boolean, LiveTrouble>>;
  /** Selects a cell and brings it into view. */
  reveal(at: CellRef): Promise<Result<void, LiveTrouble>>;
  /** A hint that something changed: events get lost and doubled, so a full read decides. Own writes give none. @returns how to stop listening */
  onChange(listener: () => void): Promise<Result<() => void, LiveTrouble>>;
  /** Saves where the workbook lies; one that was never saved is asked for its place. */
  save(): Promise<Result<void, LiveTrouble>>;
  saveState(): Promise<Result<SaveState, LiveTrouble>>;
  /** The file itself, as it would be saved now. Where Excel does not hand it out, the workbook is saved, and asked for it once more. */
  bytes(): Promise<Result<Uint8Array, LiveTrouble>>;
  /**
   * Takes the last write back, cell by cell, once.
   * @returns false where there is none, or where one of its cells was changed since: then nothing happens
   */
  undo(): Promise<Result<boolean, Refusal>>;
  /** Rebuilds the sheet of findings (问题清单) from a plan of one sheet, and shows it. Known by name and first cell: no other sheet is touched. */
  writeFindings(sheet: SheetPlan): Promise<Result<void, LiveTrouble>>;
  /** Takes the sheet of findings away, where there is one. */
  dropFindings(sheet: SheetPlan): Promise<Result<void, LiveTrouble>>;
  /**
   * Puts a summary into this workbook, beside whatever else is in it; charts are made then and there. A summary that is there is known by
   * its marker, never by names, and replaced only when asked to; cells of other sheets that refer to it refer to the new one.
   * @param options `blind`: also where the other sheets are too large to be looked through; `beside`: where a sheet of the reviewer's own
   *   has a name, the new one takes another; without it that is `name-taken`
   */
  insertSummary(
    summary: SummaryInsert,
    options?: { readonly replace?: boolean; readonly blind?: boolean; readonly beside?: boolean },
  ): Promise<Result<SummaryInserted, LiveTrouble>>;
  /**
   * Takes the summary away, its hidden record too: sheets known by the marker, and no other. It cannot be undone, so without `sure` nothing
   * goes, and `summary-exists` tells what would.
   */
  dropSummary(options: { readonly sure: boolean }): Promise<Result<void, LiveTrouble>>;
  /** Small settings that are saved with the workbook. */
  remember(key: string, value: string | undefined): Promise<Result<void, LiveTrouble>>;
  recall(key: string): string | undefined;
}
