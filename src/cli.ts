import { main } from "./cli/main";
import { DEFAULT_LIMITS, writeXlsx } from "./workbook/xlsx";
import { nodeInflate } from "./workbook/xlsx/node-inflate";
import { openXlsx } from "./workbook/xlsx/workbook";

// The only place that knows which adapter the command line works with.
void main(process.argv.slice(2), {
  open: (bytes) => openXlsx(bytes, { inflate: nodeInflate }),
  write: (plan) => writeXlsx(plan),
  largestFile: DEFAULT_LIMITS.file,
}).then((status) => {
  process.exitCode = status;
});
