import type { Claim, Fate, FileRecord } from "../../domain";
import type { JudgedFile } from "./judged";

/** The files that are left, numbered anew. @param left their indices among all */
export function recordsOf(
  left: readonly number[],
  files: readonly JudgedFile[],
  fates: readonly Fate[],
  claims: readonly (Claim | undefined)[],
): FileRecord[] {
  const numbers = new Map(left.map((index, number) => [index, number]));
  return left.map((index): FileRecord => {
    const { arrival, outcome } = files[index]!;
    const [decided, claim] = [fates[index]!, claims[index]];
    const fate = decided.kind === "superseded" ? { ...decided, by: numbers.get(decided.by)! } : decided;
    return { arrival, fate, ...(claim ? { claim } : {}), ...(outcome.kind === "form" ? { form: outcome.record } : {}) };
  });
}

/** Whose a file is: as its form says, where that counts; as was found out, where it does not. */
export function schoolOfFile({ fate, form, claim }: FileRecord): string {
  if (fate.kind !== "refused") return form?.school ?? "";
  return claim?.kind === "matched" ? claim.school : "";
}
