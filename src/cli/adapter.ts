import type { WorkbookPlan } from "../domain";
import type { FileWorkbook } from "../workbook/port";

/** What the commands need of a workbook adapter. The entry chooses it; nothing in this room knows which. */
export interface Adapter {
  open(bytes: Uint8Array): FileWorkbook;
  write(plan: WorkbookPlan): Uint8Array;
  /** Bytes of the largest file worth reading. */
  readonly largestFile: number;
}
