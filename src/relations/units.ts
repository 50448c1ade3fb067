import { indicatorsByCode, type Form, type Indicator } from "../domain";
import { comparisonsIn, conditionsOf, expressionsOf, partsOf, type Expression, type Relation } from "./tree";

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
    case "*":
      return unitOf(expression.left, indicators, out) ?? unitOf(expression.right, indicators, out);
    case "/":
      partsOf(expression).forEach((part) => unitOf(part, indicators, out));
      return RATIO;
    case "call": {
      const unit = same(expression.args, indicators, out);
      return expression.name === "count" ? undefined : unit;
    }
    case "negative":
    case "round":
      return unitOf(expression.of, indicators, out);
  }
}

function same(all: readonly Expression[], indicators: Indicators, out: UnitQuestion[]): string | undefined {
  const units = all.map((one) => unitOf(one, indicators, out)).filter((unit) => unit !== undefined);
  const other = units.find((unit) => unit !== units[0]);
  if (other !== undefined) out.push({ left: units[0]!, right: other });
  return units[0];
}

/**
 * A number as it is meant beside another expression: against an indicator that counts in %, 85% is 85; without 计量单位 it has that of what
 * stands beside it.
 */
export function asBeside(expression: Expression, beside: Expression, indicators: Indicators): Expression {
  if (expression.kind !== "constant" || expression.unit !== undefined || expression.value === 0) return expression;
  const unit = unitOf(beside, indicators, []);
  if (expression.percent) {
    return unit === PERCENT ? { kind: "constant", value: Number((expression.value * 100).toPrecision(15)), unit } : expression;
  }
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
    if (beside === undefined || own === undefined || beside === own || (own === PERCENT && beside === RATIO)) continue;
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
