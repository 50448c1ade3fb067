/// <reference types="office-js" />
import type { LiveWorkbook } from "../../../src/workbook/port";
import type { Hand } from "./recording";

type Queue = (sheet: Excel.Worksheet, context: Excel.RequestContext) => void;

/** What a scenario has at hand. Nothing of it throws: what fails is recorded, and the scenario goes on. */
export interface Kit {
  /** Name of the scenario's own fresh sheet. */
  readonly sheet: string;
  /** The product's own adapter over this Excel. */
  readonly live: LiveWorkbook;
  /** One batch about the sheet. @param grouped as one step of undo */
  batch(queue: Queue, grouped?: boolean): Promise<void>;
  /** Waits until a person has done something in the sheet, which is in view. */
  hand(does: Hand): Promise<void>;
  /** Asks one of `CALLS`. */
  call(name: string): Promise<void>;
  /** Does something with `live`. */
  attempt(work: () => Promise<unknown>): Promise<void>;
  /** Lets events arrive that are under way. */
  pause(): Promise<void>;
}

export interface Scenario {
  readonly id: string;
  run(kit: Kit): Promise<void>;
}

/** What a cell tells of itself. */
export const CELLS = "values,formulas,numberFormat,valueTypes,text";

/** A scenario of batches, one after the other: one that fails does not stop those behind it. */
export function batches(id: string, ...queues: readonly Queue[]): Scenario {
  return {
    id,
    async run(kit) {
      for (const queue of queues) await kit.batch(queue);
    },
  };
}
