import { isMainThread } from "node:worker_threads";
import type { Adapter } from "./cli/adapter";
import { judgeInWorker } from "./cli/judging";
import { main } from "./cli/main";
import { openParcel, PARCEL_LIMITS, passedOver } from "./workbook/parcel";
import { DEFAULT_LIMITS, writeXlsx } from "./workbook/xlsx";
import { nodeInflate } from "./workbook/xlsx/node-inflate";
import { openXlsx } from "./workbook/xlsx/workbook";

// The only place that knows which adapter the command line works with.
const adapter: Adapter = {
  open: (bytes) => openXlsx(bytes, { inflate: nodeInflate }),
  write: (plan) => writeXlsx(plan),
  parquet: async (columns) => (await import("./workbook/parquet/write")).writeParquet(columns),
  openParcel: (name, bytes) => openParcel(name, bytes, { inflate: nodeInflate }),
  passedOver,
  largestFile: DEFAULT_LIMITS.file,
  largestParcel: PARCEL_LIMITS.zip,
};

if (isMainThread)
  void main(process.argv.slice(2), adapter).then((status) => {
    process.exitCode = status;
  });
else judgeInWorker(adapter);
