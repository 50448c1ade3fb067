import { setFlagsFromString } from "node:v8";

/** Releases of V8 that know these flags, those of Node 20 to 24; another would complain on stderr. */
const KNOWN = [11, 12, 13];

const FLAGS = {
  /** The heap may grow to twice what lives before it is collected, not to four times: for work that leaves nothing but garbage. */
  collectSooner: "--heap-growing-percent=100",
  /** No helpers for collecting short-lived objects: where each processor has a thread of ours, they only take its time. */
  collectAlone: "--no-parallel-scavenge",
} as const;

/** Tells the engine how to collect garbage. It may be told so at any time (both are looked up at each collection). */
export function tellEngine(what: keyof typeof FLAGS): void {
  if (KNOWN.includes(Number.parseInt(process.versions.v8, 10))) setFlagsFromString(FLAGS[what]);
}
