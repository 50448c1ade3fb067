import { catalogue } from "../forms";
import { enUS, zhCN } from "../locales";
import { LARGEST_FILE, openXlsx, writeXlsx, zipPieces } from "../workbook/xlsx";
import type { Order, Word } from "./work/job";
import type { JobContext } from "./work/job-context";
import { RUN } from "./work/run";

declare const CLUSTER_REPORT_VERSION: string;

/** The side of the page that reads and writes files: strangers' bytes never meet the thread that draws. */
const say = (word: Word): void => self.postMessage(word);

async function work({ kind, ask, language }: Order): Promise<void> {
  const context: JobContext = {
    catalogue,
    open: (bytes) => openXlsx(bytes),
    write: (plan) => writeXlsx(plan),
    locale: language === "en-US" ? enUS : zhCN,
    version: CLUSTER_REPORT_VERSION,
    largestFile: LARGEST_FILE,
    step: (done, summary, piece) => say({ kind: "step", done, ...(summary ? { summary } : {}), ...(piece ? { piece } : {}) }),
    parcels: async () => ({ ...(await import("../workbook/parcel")), pack: zipPieces }),
  };
  try {
    // The pair of kind and question is checked where it is sent; here they have come apart for the compiler.
    const run = RUN[kind] as (ask: Order["ask"], context: JobContext) => Promise<unknown>;
    say({ kind: "done", value: await run(ask, context) });
  } catch (error) {
    say({ kind: "failed", what: error instanceof Error ? error.message : String(error) });
  }
}

self.addEventListener("message", ({ data }: MessageEvent<Order>) => void work(data));
