export type { InflateRaw, InflateTrouble } from "./inflate";
export { LARGEST_FILE, type Limits } from "./limits";
export { patchXlsx, type PatchOptions } from "./patch";
export { readXlsx, type ReadOptions } from "./read";
export { writeXlsx, writeXlsxPieces } from "./write";
export { zipPieces } from "./zip-write";
export { openXlsx } from "./workbook";
