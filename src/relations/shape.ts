import { indicatorsByCode, type Form } from "../domain";
import { refsIn, refsOfRelation, type Condition, type Expression, type Ref, type Relation, type RelationOptions } from "./tree";

/** What a relation is about, where it is one of those that most forms have: their sentences say more than a formula does. */
export type Shape =
  /** 其中项不大于总项. `exceptZeroWhole`: a whole of 0 is left to another relation. */
  | { readonly id: "part-at-most-whole"; readonly part: string; readonly whole: string; readonly exceptZeroWhole: boolean }
  | { readonly id: "parts-sum-to-total"; readonly total: string; readonly parts: readonly string[] }
  | { readonly id: "zero-forces-zero"; readonly whole: string; readonly parts: readonly string[] }
  | { readonly id: "both-or-neither"; readonly a: string; readonly b: string }
  | {
      readonly id: "ratio-in-range";
      readonly numerator: string;
      readonly denominator: string;
      readonly min: number;
      readonly max: number;
    }
  /** A number above 0 rests on one of some others being above 0. */
  | { readonly id: "needs-one-of"; readonly code: string; readonly of: readonly string[] }
  /** Where one of some is above 0, what they all rest on is above 0 too. */
  | { readonly id: "activity-without-partners"; readonly partners: string; readonly active: readonly string[] }
  | { readonly id: "relation"; readonly codes: readonly string[] };

export type ShapeId = Shape["id"];

/** The ids of all shapes, which are those of the rules that judge them. */
export const SHAPES = [
  "part-at-most-whole",
  "parts-sum-to-total",
  "zero-forces-zero",
  "both-or-neither",
  "ratio-in-range",
  "needs-one-of",
  "activity-without-partners",
  "relation",
] as const satisfies readonly ShapeId[];

/**
 * The shape of a relation; `relation` where it has none of its own, or the sentences of that shape would not be true of it: its author wants
 * another row, or a tolerance where none belongs, or its indicators are not what those sentences say they are.
 * @param form whose indicators it names
 * @param options as its setting has them
 */
export function shapeOf(
  relation: Relation,
  form: Pick<Form, "indicators">,
  { at, tolerance = 0 }: Pick<RelationOptions, "at" | "tolerance"> = {},
): Shape {
  const shape = special(relation);
  const own = shape && (at === undefined || at === rowOf(shape)) && (tolerance === 0 || TOLERANT.includes(shape.id));
  return own && isTrueOf(shape, form) ? shape : { id: "relation", codes: codesOf(relation) };
}

/** Whether indicators are what the sentences of a shape say: of one 计量单位 where they name one for all, a part of the whole where they say 其中. */
function isTrueOf(shape: Shape, form: Pick<Form, "indicators">): boolean {
  const indicators = indicatorsByCode(form);
  const inOneUnit = (codes: readonly string[]): boolean =>
    new Set(codes.map((code) => indicators.get(code)!.unit.normalize("NFKC"))).size === 1;
  switch (shape.id) {
    case "part-at-most-whole": {
      const [seen, { part, whole }] = [new Set<string>(), shape];
      for (let code: string | undefined = part; code !== undefined && !seen.has(code); code = indicators.get(code)?.partOf) seen.add(code);
      return seen.has(whole) && inOneUnit([part, whole]);
    }
    case "parts-sum-to-total":
      return inOneUnit([shape.total, ...shape.parts]);
    case "needs-one-of":
      return inOneUnit([shape.code, ...shape.of]);
    case "zero-forces-zero":
    case "both-or-neither":
    case "ratio-in-range":
    case "activity-without-partners":
    case "relation":
      return true;
  }
}

const TOLERANT: readonly ShapeId[] = ["part-at-most-whole", "parts-sum-to-total"];

/** The one row where the findings of a shape stand; undefined where they stand on several. */
function rowOf(shape: Shape): string | undefined {
  switch (shape.id) {
    case "part-at-most-whole":
      return shape.part;
    case "parts-sum-to-total":
      return shape.total;
    case "ratio-in-range":
      return shape.numerator;
    case "needs-one-of":
      return shape.code;
    case "activity-without-partners":
      return shape.partners;
    case "zero-forces-zero":
    case "both-or-neither":
    case "relation":
      return undefined;
  }
}

/** The codes that a relation names, each once, from left to right. */
export function codesOf(relation: Relation): readonly string[] {
  return [...new Set(refsOfRelation(relation).map(({ code }) => code))];
}

function special(relation: Relation): Shape | undefined {
  const { when, then } = relation;
  if (refsOfRelation(relation).some(({ basis }) => basis !== "current")) return undefined;
  const only = then.length === 1 ? then[0] : undefined;
  if (when) return zeroForcesZero(when, then) ?? (only && guarded(when, only));
  if (!only) return undefined;
  if (only.kind === "together") return only.refs.length === 2 ? bothOrNeither(only.refs) : undefined;
  return part(only, undefined) ?? total(only);
}

function guarded(when: Condition, then: Condition): Shape | undefined {
  return part(then, when) ?? ratio(when, then) ?? needsOneOf(when, then) ?? activity(when, then);
}

function bothOrNeither([a, b]: readonly Ref[]): Shape | undefined {
  return a!.code === b!.code ? undefined : { id: "both-or-neither", a: a!.code, b: b!.code };
}

function part(condition: Condition, when: Condition | undefined): Shape | undefined {
  if (condition.kind !== "compare") return undefined;
  const { left, op, right } = condition;
  const [small, large] = op === "<=" ? [left, right] : op === ">=" ? [right, left] : [];
  if (small?.kind !== "ref" || large?.kind !== "ref" || small.code === large.code) return undefined;
  const exceptZeroWhole = when !== undefined;
  if (when && aboveZero(when) !== large.code) return undefined;
  return { id: "part-at-most-whole", part: small.code, whole: large.code, exceptZeroWhole };
}

function total(condition: Condition): Shape | undefined {
  if (condition.kind !== "compare" || condition.op !== "=") return undefined;
  const { left, right } = condition;
  const [whole, sum] = left.kind === "ref" ? [left, right] : [right, left];
  const parts = addends(sum)?.map(({ code }) => code);
  if (whole.kind !== "ref" || !parts || parts.length < 2) return undefined;
  if (new Set([whole.code, ...parts]).size !== parts.length + 1) return undefined;
  return { id: "parts-sum-to-total", total: whole.code, parts };
}

/** The indicators that are added up, and nothing else. */
function addends(expression: Expression): readonly Ref[] | undefined {
  if (expression.kind === "ref") return [expression];
  const isSum = expression.kind === "+" || (expression.kind === "call" && expression.name === "sum");
  if (!isSum) return undefined;
  const parts = expression.kind === "call" ? expression.args : [expression.left, expression.right];
  const all = parts.map(addends);
  return all.includes(undefined) ? undefined : all.flatMap((refs) => refs!);
}

function zeroForcesZero(when: Condition, then: readonly Condition[]): Shape | undefined {
  const [whole, parts] = [zero(when), then.map(zero)];
  if (whole === undefined || parts.includes(undefined) || new Set([whole, ...parts]).size !== parts.length + 1) return undefined;
  return { id: "zero-forces-zero", whole, parts: parts as string[] };
}

function ratio(when: Condition, then: Condition): Shape | undefined {
  if (then.kind !== "between" || then.of.kind !== "/") return undefined;
  const { left, right } = then.of;
  if (left.kind !== "ref" || right.kind !== "ref" || then.low.kind !== "constant" || then.high.kind !== "constant") return undefined;
  const positive = when.kind === "and" ? when.of.map(aboveZero) : [];
  if (positive.length !== 2 || !positive.includes(left.code) || !positive.includes(right.code)) return undefined;
  return { id: "ratio-in-range", numerator: left.code, denominator: right.code, min: then.low.value, max: then.high.value };
}

function needsOneOf(when: Condition, then: Condition): Shape | undefined {
  const [code, of] = [aboveZero(when), someAboveZero(then)];
  return code === undefined || of === undefined || of.includes(code) ? undefined : { id: "needs-one-of", code, of };
}

function activity(when: Condition, then: Condition): Shape | undefined {
  const [active, partners] = [someAboveZero(when), aboveZero(then)];
  if (active === undefined || partners === undefined || active.includes(partners)) return undefined;
  return { id: "activity-without-partners", partners, active };
}

/** The one indicator that is compared with 0 in this way. */
function besideZero(condition: Condition, op: "=" | ">"): string | undefined {
  if (condition.kind !== "compare" || condition.op !== op || condition.left.kind !== "ref") return undefined;
  return condition.right.kind === "constant" && condition.right.value === 0 ? condition.left.code : undefined;
}

const zero = (condition: Condition): string | undefined => besideZero(condition, "=");
const aboveZero = (condition: Condition): string | undefined => besideZero(condition, ">");

/** Of `至少一项>0` the indicators, each once; also of a single one. */
function someAboveZero(condition: Condition): readonly string[] | undefined {
  const one = aboveZero(condition);
  if (one !== undefined) return [one];
  if (condition.kind !== "some" || condition.op !== ">" || condition.limit.kind !== "constant" || condition.limit.value !== 0)
    return undefined;
  const codes = condition.refs.flatMap(refsIn).map(({ code }) => code);
  return new Set(codes).size === codes.length ? codes : undefined;
}
