import fc from "fast-check";
import { LONG, runs } from "../long";

/** A counterexample as a person can read it: of a long text its beginning and its length. */
function brief(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === "string" && part.length > 60) return `${part.slice(0, 40)}… (${part.length} characters)`;
    return part instanceof Uint8Array ? `bytes ${Buffer.from(part).toString("hex")}` : part;
  });
}

/**
 * Tries a property of whole runs.
 * CI does not look for the smallest counterexample, which takes long: the long run with the seed does.
 * @throws Error in a few lines, with what to run to see it again
 */
export async function holds<T>(property: fc.IAsyncProperty<[T]>, few: number, many?: number): Promise<void> {
  const out = await fc.check(property, { ...runs(few, many), endOnFailure: !LONG });
  if (!out.failed) return;
  const { seed, counterexample, errorInstance } = out;
  throw new Error(`SEED=${seed} npm run test:long finds it again: ${brief(counterexample)}`, { cause: errorInstance });
}
