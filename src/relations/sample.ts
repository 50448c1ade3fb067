import { rounded, type Form } from "../domain";
import { decimalsOf, valueOf, verdictsOf, type Decimals, type Lookup } from "./evaluate";
import {
  conditionsOf,
  expressionsOf,
  partsOf,
  refsOfRelation,
  type Condition,
  type Expression,
  type Ref,
  type Relation,
  type RelationOptions,
} from "./tree";

/** A number for each reference of a relation, in the order in which it names them. */
export type Sample = readonly { readonly ref: Ref; readonly value: number }[];

/** One report that keeps a relation, and one that breaks it. */
export interface Samples {
  /** Absent where none was found: the relation may never apply, or never hold. */
  readonly passing?: Sample;
  /** Absent where none was found: the relation may hold for whatever numbers. */
  readonly failing?: Sample;
}

/** How many reports are tried. Most relations need fewer than ten. */
const TRIES = 4_000;
/** Numbers that forms are full of. */
const USUAL = [10, 0, 5, 20, 1, 2, 100, 3, 50, 200, 1_000];

/**
 * A passing and a failing report for a relation: what its author reads to see whether it says what was meant. The same relation gives the
 * same samples.
 */
export function samplesOf(
  relation: Relation,
  form: Pick<Form, "indicators">,
  { tolerance }: Pick<RelationOptions, "tolerance"> = {},
): Samples {
  const decimals = decimalsOf(form);
  const refs = [...new Map(refsOfRelation(relation).map((ref) => [keyOf(ref), ref])).values()];
  const candidates = candidatesOf(relation);
  const draw = drawing();
  const found: { passing?: Sample; failing?: Sample } = {};
  for (let round = 0; round < TRIES && !(found.passing && found.failing); round++) {
    const values = new Map(refs.map((ref, index) => [keyOf(ref), draw(candidates, round, index, decimals(ref.code))]));
    // Sums come out even by chance only: every other time one side is made what the other comes to.
    if (round % 2 === 1) for (const condition of relation.then) settle(condition, values, decimals);
    const verdicts = verdictsOf(relation, (ref) => values.get(keyOf(ref)), decimals, tolerance);
    const sample = (): Sample => refs.map((ref) => ({ ref, value: values.get(keyOf(ref))! }));
    if (verdicts.includes("fails")) found.failing ??= sample();
    else if (verdicts.every((verdict) => verdict === "holds")) found.passing ??= sample();
  }
  return found;
}

const keyOf = ({ basis, code }: Ref): string => `${basis} ${code}`;

/** Numbers near those that a relation names, and the usual ones. */
function candidatesOf(relation: Relation): readonly number[] {
  const named = conditionsOf(relation).flatMap(expressionsOf).flatMap(constantsIn);
  const near = named.flatMap((value) => [value, value + 1, value - 1, value * 2, value * 10]);
  return [...new Set([...USUAL, ...near.filter((value) => value >= 0 && value < 1e12)])];
}

function constantsIn(expression: Expression): readonly number[] {
  return expression.kind === "constant" ? [expression.value] : partsOf(expression).flatMap(constantsIn);
}

/** Draws numbers that look random and are the same each time (a linear congruential generator). */
function drawing(): (from: readonly number[], round: number, index: number, decimals: number) => number {
  let state = 1;
  return (from, round, index, decimals) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    const at = round === 0 ? index : Math.floor((state / 2_147_483_648) * from.length);
    return rounded(from[at % from.length]!, decimals);
  };
}

/** Where one side of an equation, or of a limit, is a figure alone, it takes what the other side comes to. */
function settle(condition: Condition, values: Map<string, number>, decimals: Decimals): void {
  if (condition.kind === "and") return condition.of.forEach((one) => settle(one, values, decimals));
  if (condition.kind !== "compare") return;
  const lookup: Lookup = (ref) => values.get(keyOf(ref));
  const { left, right } = condition;
  const [ref, other] = left.kind === "ref" ? [left, right] : right.kind === "ref" ? [right, left] : [];
  const value = other && valueOf(other, lookup);
  if (ref && typeof value === "number" && value >= 0) values.set(keyOf(ref), rounded(value, decimals(ref.code)));
}
