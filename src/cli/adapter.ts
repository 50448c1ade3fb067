import type { Grid, PassedOver, Refusal, Result, WorkbookPlan } from "../domain";
import type { ParcelPiece } from "../workbook/parcel";
import type { FileWorkbook } from "../workbook/port";

/** What the commands need of a workbook adapter. The entry chooses it; nothing in this room knows which. */
export interface Adapter {
  open(bytes: Uint8Array): FileWorkbook;
  /** A list with commas between its cells. */
  readCsv(bytes: Uint8Array, sheet: string): Promise<Result<Grid, Refusal>>;
  write(plan: WorkbookPlan): Uint8Array;
  /** The same bytes in pieces, one behind the other. */
  writePieces(plan: WorkbookPlan): Uint8Array[];
  /** A table as a Parquet file. */
  parquet(
    columns: readonly { readonly name: string; readonly type: "number" | "text"; readonly values: (number | string | null)[] }[],
  ): Promise<Uint8Array>;
  /** What a file as it came holds: itself, or what lies in it. */
  openParcel(name: string, bytes: Uint8Array): AsyncIterable<ParcelPiece>;
  /** Why a file of a folder is none of a person's; undefined for one that is. */
  passedOver(name: string): PassedOver | undefined;
  /** Bytes of the largest file worth reading. */
  readonly largestFile: number;
  /** Bytes of the largest archive or mail worth opening. */
  readonly largestParcel: number;
  /** The file of this program, which its workers run. */
  readonly program: string;
}
