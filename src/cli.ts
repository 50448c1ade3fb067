import { isMainThread } from "node:worker_threads";
import type { Adapter } from "./cli/adapter";
import { main } from "./cli/main";
import { catalogue } from "./forms";
import { passedOver } from "./workbook/parcel/pass-over";
import { PARCEL_LIMITS } from "./workbook/parcel/piece";
import { LARGEST_FILE, writeXlsx, writeXlsxPieces } from "./workbook/xlsx";
import { nodeDeflate } from "./workbook/xlsx/node-deflate";
import { nodeInflate } from "./workbook/xlsx/node-inflate";
import { openXlsx } from "./workbook/xlsx/workbook";

// The only place that knows with which adapter the command line works, and for which form.
const adapter: Adapter = {
  open: (bytes) => openXlsx(bytes, { inflate: nodeInflate }),
  readCsv: async (bytes, sheet) => (await import("./workbook/csv")).readCsv(bytes, sheet),
  write: (plan) => writeXlsx(plan, { deflate: nodeDeflate }),
  writePieces: (plan) => writeXlsxPieces(plan, { deflate: nodeDeflate }),
  parquet: async (columns) => (await import("./workbook/parquet/write")).writeParquet(columns),
  // As the consolidation itself, loaded where asked for: checking one form starts sooner without them.
  async *openParcel(name, bytes) {
    const { openParcel } = await import("./workbook/parcel");
    yield* openParcel(name, bytes, { inflate: nodeInflate });
  },
  passedOver,
  largestFile: LARGEST_FILE,
  largestParcel: PARCEL_LIMITS.zip,
  program: __filename,
};

if (isMainThread)
  void main(process.argv.slice(2), adapter, catalogue).then((status) => {
    process.exitCode = status;
  });
else void import("./cli/judging").then(({ judgeInWorker }) => judgeInWorker(adapter));
