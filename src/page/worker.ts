import { catalogue } from "../forms";
import { localeFor } from "../locales";
import { LARGEST_FILE, openXlsx, writeXlsx, zipPieces } from "../workbook/xlsx";
import { browserPort } from "../workers/browser";
import { runWorker } from "../workers/worker";
import type { Job, JobStep } from "./work/job";
import type { JobContext } from "./work/job-context";
import { RUN } from "./work/run";

declare const CLUSTER_REPORT_VERSION: string;

/** The side of the page that reads and writes files: strangers' bytes never meet the thread that draws. */
runWorker<Job, unknown, JobStep>(browserPort, ({ kind, ask, language }, step) => {
  const context: JobContext = {
    catalogue,
    open: (bytes) => openXlsx(bytes),
    write: (plan) => writeXlsx(plan),
    locale: localeFor(language, catalogue.form),
    version: CLUSTER_REPORT_VERSION,
    largestFile: LARGEST_FILE,
    step,
    parcels: async () => ({ ...(await import("../workbook/parcel")), pack: zipPieces }),
  };
  // The pair of kind and question is checked where it is sent; here they have come apart for the compiler.
  return (RUN[kind] as (ask: Job["ask"], context: JobContext) => Promise<unknown>)(ask, context);
});
