import type { Catalogue, WorkbookPlan } from "../../domain";
import type { Locale } from "../../locales";
import type { openParcel, PARCEL_LIMITS, passedOver } from "../../workbook/parcel";
import type { FileWorkbook } from "../../workbook/port";
import type { zipPieces } from "../../workbook/xlsx";
import type { JobStep } from "./job";

/** The way into archives and mails, and out into archives. */
export interface Parcels {
  readonly openParcel: typeof openParcel;
  readonly passedOver: typeof passedOver;
  readonly PARCEL_LIMITS: typeof PARCEL_LIMITS;
  readonly pack: typeof zipPieces;
}

/** What the work needs around it: the file library, and somebody who hears of each step. */
export interface JobContext {
  readonly catalogue: Catalogue;
  open(bytes: Uint8Array): FileWorkbook;
  write(plan: WorkbookPlan): Uint8Array;
  readonly locale: Locale;
  readonly version: string;
  /** Bytes of the largest file worth reading. */
  readonly largestFile: number;
  step(step: JobStep): void;
  /** What opens and packs parcels: only 汇总 asks for it. */
  parcels(): Promise<Parcels>;
}
