import { indicatorsByCode, type Form, type Indicator } from "../domain";
import { comparisonsIn, conditionsOf, expressionsOf, partsOf, refsIn, type Expression, type Relation } from "./tree";

/** Two 计量单位 that are added or compared. */
export interface UnitQuestion {
  readonly left: string;
  readonly right: string;
  /** The number that is counted in `right`, where it stands alone. */
  readonly number?: number;
}

/** What a ratio counts in: it is like no number of 家 or 人. */
const RATIO = "比值";
const PERCENT = "%";

type Indicators = ReadonlyMap<string, Indicator>;

/** 计量单位 of an expression; undefined where it has none, or any will do. */
function unitOf(expression: Expression, indicators: Indicators, out: UnitQuestion[]): string | undefined {
  switch (expression.kind) {
    case "ref":
      return indicators.get(expression.code)?.unit.normalize("NFKC");
    case "constant":
      return expression.unit;
    case "+":
    case "-":
      return same([expression.left, expression.right], indicators, out);
    case "*": {
      const units = partsOf(expression).flatMap((part) => unitOf(part, indicators, out) ?? []);
      return units.find((unit) => unit !== PERCENT) ?? units[0];
    }
    case "/":
      partsOf(expression).forEach((part) => unitOf(part, indicators, out));
      return RATIO;
    case "call":
      if (expression.name !== "count") return same(expression.args, indicators, out);
      // 个数 asks of each whether it is 0, and puts none beside another.
      expression.args.forEach((one) => unitOf(one, indicators, out));
      return undefined;
    case "negative":
    case "round":
      return unitOf(expression.of, indicators, out);
  }
}

function same(all: readonly Expression[], indicators: Indicators, out: UnitQuestion[]): string | undefined {
  const [first, ...others] = all.flatMap((one) => unitOf(one, indicators, out) ?? []);
  const percent = all.some((one) => one.kind === "constant" && one.percent) ? PERCENT : undefined;
  const other = others.find((unit) => unit !== first) ?? (first === RATIO ? undefined : percent);
  if (first !== undefined && other !== undefined && other !== first) out.push({ left: first, right: other });
  return first ?? percent;
}

/** What is added up, with its percentages as points: 5% is 5. */
function inPoints(expression: Expression): Expression {
  switch (expression.kind) {
    case "constant":
      return expression.percent ? { kind: "constant", value: Number((expression.value * 100).toPrecision(15)), unit: PERCENT } : expression;
    case "negative":
    case "round":
      return { ...expression, of: inPoints(expression.of) };
    case "+":
    case "-":
      return { ...expression, left: inPoints(expression.left), right: inPoints(expression.right) };
    case "call":
      return expression.name === "count" ? expression : { ...expression, args: expression.args.map(inPoints) };
    case "ref":
    case "*":
    case "/":
      return expression;
  }
}

/** Expressions that are added up or stand beside each other: where one counts in %, 85% is 85 in all of them. */
export function inOneMeasure<All extends readonly Expression[]>(all: All, indicators: Indicators): All {
  const isInPercent = all.some((one) => unitOf(one, indicators, []) === PERCENT && refsIn(one).length > 0);
  return isInPercent ? (all.map(inPoints) as unknown as All) : all;
}

/** A number as it is meant beside another expression: without 计量单位 it has that of what stands beside it. */
export function asBeside(expression: Expression, beside: Expression, indicators: Indicators): Expression {
  if (expression.kind !== "constant" || expression.percent || expression.unit !== undefined || expression.value === 0) return expression;
  const unit = unitOf(beside, indicators, []);
  return unit === undefined || unit === RATIO ? expression : { ...expression, unit, isUnitImplied: true };
}

/**
 * What is compared or added in a relation though its 计量单位 differ: its author may mean it, and is asked. Comparing with a number
 * without unit is no question.
 */
export function unitQuestions(relation: Relation, form: Pick<Form, "indicators">): readonly UnitQuestion[] {
  const indicators = indicatorsByCode(form);
  const out: UnitQuestion[] = [];
  for (const { left, right } of conditionsOf(relation).flatMap(comparisonsIn)) {
    const [one, other] = left.kind === "constant" ? [right, left] : [left, right];
    const beside = unitOf(one, indicators, out);
    const own = other.kind === "constant" && other.percent ? PERCENT : unitOf(other, indicators, out);
    if (beside === undefined || own === undefined || beside === own) continue;
    // A ratio is a part of a whole as 85% is; an indicator in % holds 85.
    if (beside === RATIO && own === PERCENT && refsIn(other).length === 0) continue;
    const number = other.kind === "constant" && !other.percent && beside !== RATIO ? { number: other.value } : {};
    out.push({ left: beside, right: own, ...number });
  }
  return out;
}

/** The numbers of a relation whose 计量单位 nobody wrote, with the one that they are taken in. */
export function impliedUnits(relation: Relation): readonly { readonly number: number; readonly unit: string }[] {
  return conditionsOf(relation)
    .flatMap(expressionsOf)
    .flatMap((one) => (one.kind === "constant" && one.isUnitImplied ? [{ number: one.value, unit: one.unit! }] : []));
}
