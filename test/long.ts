/** The one place that decides how much a test tries: little with fixed seeds in CI, all of it with `npm run test:long`. */

/** Whether the full matrices run. */
export const LONG = process.env["LONG"] === "1";

/** A number of rounds: `few` in CI, `many` in the long run. */
export function rounds(few: number, many = few * 50): number {
  return LONG ? many : few;
}

/**
 * Parameters of `fc.assert` and `fc.sample`.
 * CI draws the same inputs each time. The long run draws new ones and prints the seed of a failure; SEED=n draws them again.
 */
export function runs(few: number, many?: number): { readonly numRuns: number; readonly seed?: number } {
  const seed = process.env["SEED"];
  const fixed = seed === undefined ? (LONG ? undefined : 1) : Number(seed);
  return { numRuns: rounds(few, many), ...(fixed === undefined ? {} : { seed: fixed }) };
}

/** Cases of a matrix: `few` of them, evenly spread, in CI; all in the long run. */
export function sampled<T>(cases: readonly T[], few: number): T[] {
  if (LONG || cases.length <= few) return [...cases];
  return Array.from({ length: few }, (_, index) => cases[Math.floor((index * cases.length) / few)]!);
}
