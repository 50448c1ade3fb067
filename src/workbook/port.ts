import type { CellRef, Change, Grid, Refusal, Result, SheetPlan, WorkbookPlan } from "../domain";

/** All that the actions ask of a workbook. Every adapter does all of it; what only a live Excel can do is in LiveWorkbook. */
export interface Workbook {
  /** The whole workbook, or why it cannot be taken. */
  read(): Promise<Result<Grid, Refusal>>;
  /** Applies changes; everything that no change names stays as it was. All of them, or none. */
  write(changes: readonly Change[]): Promise<Result<void, Refusal>>;
}

/** A workbook that is a file. */
export interface FileWorkbook extends Workbook {
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
  /** Excel on the web may not hand out the file itself. */
  | { readonly kind: "no-bytes" }
  /** What was inserted did not arrive whole and could not be mended; `what` names a sheet or cell. */
  | { readonly kind: "damaged-insert"; readonly what: string }
  /** A sheet of the user's own has a name that is needed; `what` is the name. */
  | { readonly kind: "name-taken"; readonly what: string }
  /** Anything else, with the code of the host. */
  | { readonly kind: "host-error"; readonly code: string };

/** A workbook in a running Excel: what a file can do, and what only a live one can. */
export interface LiveWorkbook extends Workbook {
  /** Puts a form into this workbook: all its sheets in one call, then reads back and mends what did not arrive whole. */
  insert(plan: WorkbookPlan, bytes: Uint8Array, options?: { readonly replace?: boolean }): Promise<Result<void, LiveTrouble>>;
  /** Opens a form as a new workbook, in a window of its own. */
  openAsNew(bytes: Uint8Array): Promise<Result<void, LiveTrouble>>;
  hasForm(): Promise<Result<boolean, LiveTrouble>>;
  /** Selects a cell and brings it into view. */
  reveal(at: CellRef): Promise<Result<void, LiveTrouble>>;
  /** A hint that something changed: events get lost and doubled, so a full read decides. Own writes give none. @returns how to stop listening */
  onChange(listener: () => void): Promise<Result<() => void, LiveTrouble>>;
  /** Saves where the workbook lies; one that was never saved is asked for its place. */
  save(): Promise<Result<void, LiveTrouble>>;
  /** Whether there are changes since the last save. */
  isDirty(): Promise<Result<boolean, LiveTrouble>>;
  /** The file itself, as it would be saved now. */
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
  /** Small settings that are saved with the workbook. */
  remember(key: string, value: string | undefined): Promise<Result<void, LiveTrouble>>;
  recall(key: string): string | undefined;
}
