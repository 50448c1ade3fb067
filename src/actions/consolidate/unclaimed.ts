import { arrivalName, type Consolidation } from "../../domain";
import type { Locale } from "../../locales";
import { sayExclusion } from "../../sheets/summary";

/** A file that could not be used and that the reviewer is asked about: whose is it? */
export interface UnclaimedFile {
  /** See `Claim.key`. */
  readonly key: string;
  readonly name: string;
  /** Why it does not count, in words. */
  readonly why: string;
  /** Schools it may be of, the nearest first. */
  readonly candidates: readonly string[];
  /** What the reviewer said; empty where no school sent it, undefined while nothing was said. */
  readonly school?: string;
}

/** Files 待认领, and those that the reviewer has spoken of, in the order of all files. */
export function unclaimedFiles({ files }: Consolidation, locale: Locale): UnclaimedFile[] {
  return files.flatMap(({ arrival, fate, claim }): UnclaimedFile[] => {
    if (!claim || fate.kind !== "refused") return [];
    const { key } = claim;
    const about = { key, name: arrivalName(arrival), why: sayExclusion(fate.why, locale) };
    switch (claim.kind) {
      case "unclaimed":
        return [{ ...about, candidates: claim.candidates }];
      case "nobody":
        return [{ ...about, candidates: [], school: "" }];
      case "matched":
        return claim.by === "reviewer" ? [{ ...about, candidates: [claim.school], school: claim.school }] : [];
    }
  });
}
