import { indicatorsByCode, type Form, type Indicator } from "../domain";
import { comparisonsIn, conditionsOf, partsOf, type Expression, type Relation } from "./tree";

/** Two 计量单位 that are added or compared. */
export interface UnitQuestion {
  readonly left: string;
  readonly right: string;
}

/** What a ratio counts in: it is like no number of 家 or 人. */
const RATIO = "比值";

type Indicators = ReadonlyMap<string, Indicator>;

/** 计量单位 of an expression; undefined where it has none, or any will do. */
function unitOf(expression: Expression, indicators: Indicators, out: UnitQuestion[]): string | undefined {
  switch (expression.kind) {
    case "ref":
      return indicators.get(expression.code)?.unit.normalize("NFKC");
    case "constant":
      return expression.unit === "%" ? undefined : expression.unit;
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

/** A percentage as it is meant beside another expression: against an indicator that counts in %, 85% is 85. */
export function inPercent(expression: Expression, beside: Expression, indicators: Indicators): Expression {
  if (expression.kind !== "constant" || expression.unit !== "%" || unitOf(beside, indicators, []) !== "%") return expression;
  return { kind: "constant", value: Number((expression.value * 100).toPrecision(15)) };
}

/**
 * What is compared or added in a relation though its 计量单位 differ: its author may mean it, and is asked. Comparing with a number
 * without unit is no question.
 */
export function unitQuestions(relation: Relation, form: Pick<Form, "indicators">): readonly UnitQuestion[] {
  const indicators = indicatorsByCode(form);
  const out: UnitQuestion[] = [];
  for (const { left, right } of conditionsOf(relation).flatMap(comparisonsIn)) same([left, right], indicators, out);
  return out;
}
