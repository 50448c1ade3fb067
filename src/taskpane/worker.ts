import { catalogue } from "../forms";
import { enUS, zhCN } from "../locales";
import { openParcel, PARCEL_LIMITS } from "../workbook/parcel";
import { LARGEST_FILE, openXlsx, writeXlsx, zipPieces } from "../workbook/xlsx";
import { makeOrdered, type Order, type Word } from "./review/work";

/** The side of the pane that makes summaries: Excel restarts an add-in whose own thread is busy for long. */
const say = (word: Word): void => self.postMessage(word);

async function work({ language, request }: Order): Promise<void> {
  try {
    const options = {
      open: (bytes: Uint8Array) => openXlsx(bytes),
      write: writeXlsx,
      pack: zipPieces,
      openParcel,
      catalogue,
      locale: language === "en-US" ? enUS : zhCN,
      largestFile: LARGEST_FILE,
      largestParcel: PARCEL_LIMITS.zip,
    };
    say({ kind: "made", made: await makeOrdered(request, options, (done) => say({ kind: "step", done })) });
  } catch (error) {
    say({ kind: "failed", what: error instanceof Error ? error.message : String(error) });
  }
}

self.addEventListener("message", ({ data }: MessageEvent<Order>) => void work(data));
