/// <reference types="office-js" />
import type { SheetState, Validation } from "../../domain";
import type { Block } from "./values";

/** A sheet as it was last seen. */
export interface SheetMemory {
  readonly id: string;
  readonly name: string;
  readonly state: SheetState;
  /** Its options; absent where the sheet is open. */
  readonly protection?: Excel.WorksheetProtectionOptions;
}

/** What changes on one sheet. */
export interface SheetWrite {
  readonly sheet: SheetMemory;
  readonly blocks: readonly Block[];
  /** Absent where they stay. */
  readonly validations?: readonly Validation[];
}

/** A write, and what takes it back. */
export interface LastWrite {
  readonly wrote: readonly SheetWrite[];
  readonly back: readonly SheetWrite[];
}
