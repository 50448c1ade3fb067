import type { Area } from "../../src/domain";
import type { BehaviourId } from "./behaviours";
import type { HostBook, HostSheet } from "./model";
import type { HostObject } from "./object";

/** What the objects of the model ask of the running host. */
export interface Host {
  readonly book: HostBook;
  /** Whether it behaves in one of the ways that real Excels are known to. */
  does(behaviour: BehaviourId): boolean;
  /** Keeps what stands in an area that a write is about to change, for undo. */
  keep(sheet: HostSheet, area: Area): void;
  /** Says that cells changed; whoever listens hears of it after the batch. */
  changed(sheet: HostSheet, area: Area, trigger: "ThisLocalAddin" | "User", details?: Readonly<Record<string, unknown>>): void;
  /** Puts the sheets of a file into the book; returns their ids. */
  insert(base64: string, options: Readonly<Record<string, unknown>>): Promise<readonly string[]>;
  /** Opens a file as a workbook of its own. */
  open(base64: string): void;
  /** Sheets whose changes somebody listens to; `Workbook` for all of them, `Calculated` for calculations of any. */
  readonly listeners: Map<string, number>;
  /** The object of a sheet; the same one each time. */
  sheetObject(sheet: HostSheet): HostObject;
}
