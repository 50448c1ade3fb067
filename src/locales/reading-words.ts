import type { Comparator, FunctionName, Ref } from "../relations";

type Comparing = { readonly [C in Comparator]: string };
/** A phrase where something is so, and where it must be so. */
export interface Mood {
  readonly is: string;
  readonly must: string;
}

/** The words in which relations are read out. */
export interface ReadingWords {
  readonly basis: { readonly [B in Ref["basis"]]: string };
  readonly is: Comparing;
  readonly must: Comparing;
  readonly between: Mood;
  readonly together: Mood;
  readonly some: Mood;
  /** Behind `some`. */
  readonly limit: Comparing;
  readonly not: Mood;
  readonly if: Mood;
  readonly and: string;
  readonly or: string;
  readonly list: string;
  readonly functions: { readonly [F in Exclude<FunctionName, "round">]: string };
  readonly round: string;
  readonly relation: string;
  /** Behind a relation whose two sides may be apart by `{tolerance}`. */
  readonly tolerance: string;
  readonly guarded: string;
  /** `{severity}` of a relation whose author left it to the program. */
  readonly usualSeverity: string;
}
