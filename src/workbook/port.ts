import type { Change, Grid, Refusal, Result } from "../domain";

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
