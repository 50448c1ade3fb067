import type { Result } from "../domain";
import { catalogue } from "../forms";
import { localeFor } from "../locales";
import { openParcel, PARCEL_LIMITS, passedOver } from "../workbook/parcel";
import { LARGEST_FILE, openXlsx, writeXlsx, zipPieces } from "../workbook/xlsx";
import type { MadeSummary, MixedForms } from "../actions/consolidate/make-summary";
import { browserPort } from "../workers/browser";
import { runWorker } from "../workers/worker";
import { makeOf, type SummaryJob } from "./review/work";

/** The side of the pane that makes summaries: Excel restarts an add-in whose own thread is busy for long. */
runWorker<SummaryJob, Result<MadeSummary, MixedForms>, number>(browserPort, ({ language, request }, step) =>
  makeOf(
    request,
    {
      open: (bytes: Uint8Array) => openXlsx(bytes),
      write: writeXlsx,
      pack: zipPieces,
      openParcel,
      passedOver,
      catalogue,
      locale: localeFor(language, catalogue.form),
      largestFile: LARGEST_FILE,
      largestParcel: PARCEL_LIMITS.zip,
    },
    step,
  ),
);
