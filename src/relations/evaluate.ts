import { indicatorsByCode, rounded, type Form } from "../domain";
import {
  comparisonsIn,
  partsOf,
  refsIn,
  type Comparator,
  type Condition,
  type Expression,
  type FunctionName,
  type Ref,
  type Relation,
} from "./tree";

/** The number of a reference: undefined where it is at fault, `absent` where the form has none to compare with. */
export type Lookup = (ref: Ref) => number | "absent" | undefined;

/** What became of one condition of a relation. */
export type Verdict = "holds" | "fails" | "notChecked" | "notApplicable";

/** Decimals of each indicator by its code. */
export type Decimals = (code: string) => number;

/** Rounding for what no indicator's decimals bound: fine enough for ratios, coarse enough for binary fractions. */
const FINEST = 9;

/** Decimals of the indicators of a form. */
export function decimalsOf(form: Pick<Form, "indicators">): Decimals {
  const indicators = indicatorsByCode(form);
  return (code) => indicators.get(code)?.type.decimals ?? 0;
}

/**
 * How many decimals an expression can have at most; undefined where that has no end, as in a ratio. Differences are rounded to them:
 * so sums of money agree to the last fen, however large.
 */
export function placesOf(expression: Expression, decimals: Decimals): number | undefined {
  const parts = partsOf(expression).map((part) => placesOf(part, decimals));
  const over = (join: (places: readonly number[]) => number): number | undefined =>
    parts.includes(undefined) ? undefined : join(parts as number[]);
  switch (expression.kind) {
    case "ref":
      return decimals(expression.code);
    case "constant":
      return String(expression.value).split(".")[1]?.length ?? 0;
    case "/":
      return undefined;
    case "round":
      return expression.decimals;
    case "*":
      return over((places) => places.reduce((a, b) => a + b, 0));
    case "call":
      return expression.name === "count" ? 0 : over((places) => Math.max(...places));
    case "negative":
    case "+":
    case "-":
      return over((places) => Math.max(...places));
  }
}

/** By the left side: a relation is judged over thousands of reports, and its sides are what they are. */
const known = new WeakMap<Expression, { readonly right: Expression; readonly places: number }>();

/** To how many decimals the difference of two sides is looked at. */
export function precisionOf(left: Expression, right: Expression, decimals: Decimals): number {
  const before = known.get(left);
  if (before?.right === right) return before.places;
  const places = Math.min(FINEST, Math.max(...[left, right].map((side) => placesOf(side, decimals) ?? FINEST)));
  known.set(left, { right, places });
  return places;
}

/** Whether 允许误差 has a say in a relation: what must be less, more or 0 knows none. */
export function hasTolerance({ then }: Relation): boolean {
  return then.flatMap(comparisonsIn).some(({ op }) => op !== "<" && op !== ">");
}

/**
 * Whether two sides that must be equal can have unlike decimals, as a count and a third of another: without 允许误差 they hardly ever are.
 * A number that stands alone is meant as it is.
 */
export function isHardlyEqual({ then }: Relation, decimals: Decimals): boolean {
  return then.flatMap(comparisonsIn).some(({ left, op, right }) => {
    const sides = [left, right];
    return op === "=" && sides.every((side) => refsIn(side).length > 0) && placesOf(left, decimals) !== placesOf(right, decimals);
  });
}

/** What an expression comes to. `absent` where an earlier report is not there, or nothing can be divided. */
export function valueOf(expression: Expression, lookup: Lookup): number | "absent" | undefined {
  if (expression.kind === "ref") return lookup(expression);
  if (expression.kind === "constant") return expression.value;
  const values = partsOf(expression).map((part) => valueOf(part, lookup));
  if (values.includes("absent")) return "absent";
  // 0 in a denominator leaves nothing to compare, whatever stands above it.
  if (expression.kind === "/" && values[1] === 0) return "absent";
  if (values.includes(undefined)) return undefined;
  return computed(expression, values as number[]);
}

function computed(expression: Exclude<Expression, { kind: "ref" | "constant" }>, values: readonly number[]): number {
  const [a = 0, b = 0] = values;
  switch (expression.kind) {
    case "negative":
      return -a;
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "/":
      return a / b;
    case "round":
      return rounded(a, expression.decimals);
    case "call":
      return called(expression.name, values);
  }
}

function called(name: Exclude<FunctionName, "round">, values: readonly number[]): number {
  switch (name) {
    case "sum":
      return values.reduce((sum, value) => sum + value, 0);
    case "max":
      return Math.max(...values);
    case "min":
      return Math.min(...values);
    case "abs":
      return Math.abs(values[0]!);
    case "count":
      return values.filter((value) => value !== 0).length;
  }
}

/** Three-valued: undefined is unknown. `absent` is noted beside, since what is not there is nobody's fault. */
type Truth = boolean | undefined;

/** Judges conditions over the numbers of one report. */
class Judgement {
  absent = false;

  constructor(
    private readonly lookup: Lookup,
    private readonly decimals: Decimals,
    private readonly tolerance: number,
  ) {}

  truth(condition: Condition): Truth {
    switch (condition.kind) {
      case "compare":
        return this.compare(condition.left, condition.op, condition.right, this.tolerance);
      case "between":
        return every([
          this.compare(condition.low, "<=", condition.of, this.tolerance),
          this.compare(condition.of, "<=", condition.high, this.tolerance),
        ]);
      case "together": {
        const zeros = condition.refs.map((ref) => this.compare(ref, "=", ZERO, 0));
        return some([every(zeros), every(zeros.map(not))]);
      }
      case "some":
        return some(condition.refs.map((ref) => this.compare(ref, condition.op, condition.limit, this.tolerance)));
      case "not":
        return not(this.truth(condition.of));
      case "and":
        return every(condition.of.map((one) => this.truth(one)));
      case "or":
        return some(condition.of.map((one) => this.truth(one)));
      case "if":
        return some([not(this.truth(condition.when)), this.truth(condition.then)]);
    }
  }

  private compare(left: Expression, op: Comparator, right: Expression, tolerance: number): Truth {
    const [a, b] = [valueOf(left, this.lookup), valueOf(right, this.lookup)];
    if (a === "absent" || b === "absent") this.absent = true;
    if (typeof a !== "number" || typeof b !== "number") return undefined;
    return agrees(rounded(a - b, precisionOf(left, right, this.decimals)), op, tolerance);
  }
}

const ZERO: Expression = { kind: "constant", value: 0 };

/** Whether two sides that are so far apart stand to each other as said. Strict signs know no tolerance. */
function agrees(difference: number, op: Comparator, tolerance: number): boolean {
  switch (op) {
    case "=":
      return Math.abs(difference) <= tolerance;
    case "<>":
      return Math.abs(difference) > tolerance;
    case "<=":
      return difference <= tolerance;
    case ">=":
      return difference >= -tolerance;
    case "<":
      return difference < 0;
    case ">":
      return difference > 0;
  }
}

function not(truth: Truth): Truth {
  return truth === undefined ? undefined : !truth;
}

function every(all: readonly Truth[]): Truth {
  if (all.includes(false)) return false;
  return all.includes(undefined) ? undefined : true;
}

function some(all: readonly Truth[]): Truth {
  return not(every(all.map(not)));
}

/**
 * Judges a relation over the numbers of one report.
 * @param tolerance 允许误差
 * @returns one verdict for each of `relation.then`. Where the relation does not apply, because of what it says or because there is
 *   nothing to compare with, all is well
 */
export function verdictsOf({ when, then }: Relation, lookup: Lookup, decimals: Decimals, tolerance = 0): readonly Verdict[] {
  return then.map((condition) => {
    // 允许误差 is for what must hold: whether a relation applies is a plain question.
    const [guard, judgement] = [new Judgement(lookup, decimals, 0), new Judgement(lookup, decimals, tolerance)];
    const applies = when ? guard.truth(when) : true;
    if (applies === false) return "notApplicable";
    const holds = judgement.truth(condition);
    if (holds === true) return "holds";
    if (holds === false && applies === true) return "fails";
    return guard.absent || judgement.absent ? "notApplicable" : "notChecked";
  });
}
