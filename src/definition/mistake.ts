import type { Fact } from "../domain";
import { RELATION_MISTAKES, type RelationMistake } from "../relations";

/** Where something stands in the JSON of a catalogue: `["form", "indicators", 3, "unit"]`. */
export type Path = readonly (string | number)[];

/** That a text is blank or too long is told of any text. */
const { blank: _blank, "too-long": _tooLong, ...OWN } = RELATION_MISTAKES;
type OfRelations = { readonly [C in keyof typeof OWN as `relation-${C}`]: (typeof OWN)[C] };

/** Mistakes in the text of a relation, under the names that they have among the others. */
const OF_RELATIONS = Object.fromEntries(Object.entries(OWN).map(([code, facts]) => [`relation-${code}`, facts])) as OfRelations;

/** Every mistake that a definition can hold, with the facts that its sentences may use. The sentences are in `locales`, under the same codes. */
export const MISTAKES = {
  // What the shape of the data forbids.
  missing: [],
  "unknown-key": [],
  "not-text": ["found"],
  "not-number": ["found"],
  "not-list": ["found"],
  "not-object": ["found"],
  "not-boolean": ["found"],
  "not-one-of": ["found", "choices"],
  blank: [],
  "outer-spaces": ["found"],
  "forbidden-character": [],
  separator: ["found"],
  "too-long": ["count", "most"],
  "too-few": ["count", "least"],
  "too-many": ["count", "most"],
  "too-small": ["found", "least"],
  "too-large": ["found", "most"],
  "not-whole": ["found"],
  "bad-code": ["found"],
  "bad-id": ["found"],
  "bad-ref": ["found"],
  "bad-period": ["found"],
  "bad-email": ["found"],
  "bad-sheet-name": ["found"],
  "bad-numbering": ["found"],
  "without-max": ["found"],
  "unknown-unit": ["found"],
  // What does not go together with something that stands elsewhere.
  "no-such-code": ["found"],
  "no-such-text": ["found"],
  "no-such-rule": ["found"],
  "no-such-fact": ["found", "choices"],
  repeated: ["found", "first"],
  alike: ["found", "other", "first"],
  "not-before": ["found"],
  interrupted: ["found"],
  "two-categories": ["found", "other"],
  "programme-of-school": ["found"],
  "wrong-kind": ["role", "expected", "found"],
  overlap: ["found", "other"],
  "out-of-order": ["found", "before"],
  "before-queries": ["before"],
  "rule-left-out": ["found"],
  "fixed-severity": ["found"],
  /** A relation under the rule of another shape. */
  "other-shape": ["found", "expected"],
  ...OF_RELATIONS,
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type MistakeCode = keyof typeof MISTAKES;
export type MistakeFacts<C extends MistakeCode> = { readonly [Name in (typeof MISTAKES)[C][number]]: Fact };

/** One mistake of a definition: where it stands, which it is, and the facts of it. */
export type Mistake = { [C in MistakeCode]: { readonly path: Path; readonly code: C; readonly facts: MistakeFacts<C> } }[MistakeCode];

/** Writes down a mistake. */
export function mistake<C extends MistakeCode>(path: Path, code: C, facts: MistakeFacts<C>): Mistake {
  return { path, code, facts } as unknown as Mistake;
}

/** What is wrong with the text of a relation, as a mistake of the definition that holds it; none where it is told of any text. */
export function relationMistake(path: Path, { code, facts }: RelationMistake): readonly Mistake[] {
  return Object.hasOwn(OWN, code) ? [{ path, code: `relation-${code}`, facts } as unknown as Mistake] : [];
}

/** A path as people write it: `form.indicators[3].unit`. */
export function pathText(path: Path): string {
  const parts = path.map((key) => {
    if (typeof key === "number") return `[${key}]`;
    return /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
  });
  return parts.join("").replace(/^\./, "");
}

const LONGEST_SHOWN = 40;

/** A value as a sentence quotes it. What is long or has parts is not written out: a stranger's JSON may be of any size and depth. */
export function shown(value: unknown): string {
  if (typeof value === "string") return value.length > LONGEST_SHOWN ? `${value.slice(0, LONGEST_SHOWN)}…` : value;
  if (Array.isArray(value)) return "[…]";
  return typeof value === "object" && value !== null ? "{…}" : String(value);
}
