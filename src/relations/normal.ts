import type { Condition, Expression, Relation } from "./tree";

/** One condition of a relation as a text that is the same however it was written, and the text of what would be its opposite. */
export interface NormalCondition {
  readonly text: string;
  readonly opposite?: string;
}

/**
 * The conditions of a relation, each with the `when` under which it must hold: `02 <= 01` is `01 >= 02`, and the opposite of `02 > 01`. What
 * is the same only by arithmetic is not seen.
 */
export function normalConditions({ when, then }: Relation): readonly NormalCondition[] {
  const guard = when ? `${condition(when)} → ` : "";
  return then.map((one) => {
    const opposite = one.kind === "compare" ? { ...one, op: OPPOSITE[one.op] } : undefined;
    return { text: guard + condition(one), ...(opposite ? { opposite: guard + condition(opposite) } : {}) };
  });
}

const OPPOSITE = { "=": "<>", "<>": "=", "<": ">=", ">=": "<", ">": "<=", "<=": ">" } as const;

function condition(one: Condition): string {
  switch (one.kind) {
    case "compare": {
      const [left, right] = [expression(one.left), expression(one.right)];
      if (one.op === "=" || one.op === "<>") return [left, right].sort().join(one.op);
      return one.op === ">" || one.op === ">=" ? `${right}${one.op.replace(">", "<")}${left}` : `${left}${one.op}${right}`;
    }
    case "between":
      return `${expression(one.of)} in ${expression(one.low)}~${expression(one.high)}`;
    case "together":
      return `together ${sorted(one.refs, expression)}`;
    case "some":
      return `some ${sorted(one.refs, expression)}${one.op}${expression(one.limit)}`;
    case "not":
      return `not(${condition(one.of)})`;
    case "and":
    case "or":
      return `${one.kind}(${sorted(one.of, condition)})`;
    case "if":
      return `if(${condition(one.when)},${condition(one.then)})`;
  }
}

function expression(one: Expression): string {
  switch (one.kind) {
    case "ref":
      return `${one.basis} [${one.code}]`;
    case "constant":
      return String(one.value);
    case "negative":
      return `-(${expression(one.of)})`;
    case "round":
      return `round(${expression(one.of)},${one.decimals})`;
    case "call":
      return one.name === "sum" ? sum(one) : `${one.name}(${sorted(one.args, expression)})`;
    case "+":
      return sum(one);
    case "*":
      return `(${sorted([one.left, one.right], expression, "*")})`;
    case "-":
    case "/":
      return `(${expression(one.left)}${one.kind}${expression(one.right)})`;
  }
}

/** What is added up, in whatever order and brackets. */
function sum(one: Expression): string {
  const addends = (each: Expression): readonly Expression[] => {
    if (each.kind === "+") return [each.left, each.right].flatMap(addends);
    return each.kind === "call" && each.name === "sum" ? each.args.flatMap(addends) : [each];
  };
  return `sum(${sorted(addends(one), expression)})`;
}

function sorted<T>(all: readonly T[], text: (one: T) => string, join = ","): string {
  return all.map(text).sort().join(join);
}
