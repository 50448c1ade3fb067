export type { InflateRaw, InflateTrouble } from "./inflate";
export { DEFAULT_LIMITS, type Limits } from "./limits";
export { readXlsx, type ReadOptions } from "./read";
export { writeXlsx } from "./write";
