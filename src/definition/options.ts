import type { NamePolicy } from "../domain";
import { RELATION_LIMITS, type RelationOptions } from "../relations";
import type { TypedRuleset } from "../rules";
import { list, number, object, optional, text as line, where, whole, type Entries, type Schema } from "./schema";

type AnySetting = TypedRuleset["settings"][number] | TypedRuleset["across"][number];

/** The shape of the options of each rule: a rule, or an option of one, that is forgotten here does not compile. */
type OptionEntries = { readonly [S in AnySetting as S["rule"]]: Entries<S["options"]> };

/** How many indicators a relation names. */
const MOST_NAMED = 100;
/** Larger numbers than this are no counts and no thresholds. */
const LARGEST = 1e9;

const likeness = number(0, 1);
/** How near a name has to be to a known one to be meant by it. */
export const namePolicy: Schema<NamePolicy> = object<NamePolicy>({ threshold: likeness, lead: likeness });

/** What options may name; undefined where nobody knows. */
export interface Names {
  readonly codes: ReadonlySet<string> | undefined;
  readonly texts: ReadonlySet<string> | undefined;
}

/** The shapes of the options of all rules, for a form with these indicators and texts. */
export function optionEntries({ codes, texts }: Names): OptionEntries {
  const code = where(line(20), (value) => codes?.has(value) ?? true, "no-such-code");
  const text = where(line(40), (value) => texts?.has(value) ?? true, "no-such-text");
  const some = list(code, 1, MOST_NAMED);
  const count = whole(1, LARGEST);
  const size = number(0, LARGEST);
  // Whether it can be read is told by `between-ruleset`.
  const relation: Entries<RelationOptions> = { relation: line(RELATION_LIMITS.characters), tolerance: optional(size), at: optional(code) };
  return {
    "activity-without-partners": relation,
    "both-or-neither": relation,
    "comparison-altered": {},
    "contact-well-formed": {},
    "date-in-number-cell": {},
    "error-value": {},
    "figures-repeated": { least: count },
    "definition-altered": {},
    "foreign-sheet": {},
    "formula-in-input": {},
    "identification-valid": { school: namePolicy, line: namePolicy },
    "identity-changed": {},
    "indicator-filled": {},
    "label-altered": {},
    "large-change": { percent: size, units: size },
    "leader-differs": { text },
    "line-of-two-schools": {},
    "needs-one-of": relation,
    "number-as-text": {},
    "number-in-range": {},
    "on-roster": {},
    "part-at-most-whole": relation,
    "partner-names": { count: code, text, atMost: count },
    "parts-sum-to-total": relation,
    "programme-reported-twice": {},
    "ratio-far-from-others": { numerators: some, denominator: code, least: count, deviations: size, factor: number(1, LARGEST) },
    "ratio-in-range": relation,
    relation,
    "required-text": { lasting: list(text, 0, MOST_NAMED) },
    "result-overwritten": {},
    "round-numbers-only": { least: count, from: size, step: whole(1, LARGEST) },
    "same-as-previous": { least: count },
    "sheet-hidden": {},
    "stale-explanation": {},
    "stock-falls": { tolerance: optional(size) },
    "text-copied": { texts: list(text, 1, MOST_NAMED) },
    "text-length": {},
    "validation-removed": {},
    "zero-forces-zero": relation,
    "zero-turned": {},
  };
}
