import type { Form } from "../domain";
import { decimalsOf, precisionOf, refsIn, type Comparator, type Condition, type Expression, type Ref } from "../relations";
import type { RowCells } from "./check-context";
import { whereSound } from "./check-formula";

const ZERO: Expression = { kind: "constant", value: 0 };

/**
 * Prints conditions as formulas that are TRUE or FALSE whatever their cells hold. Where a cell is at fault a condition is neither true nor
 * false, so that each can be asked for.
 */
export class RelationPrinter {
  /** @param tolerance 允许误差 of the relation */
  constructor(
    private readonly form: Pick<Form, "indicators">,
    private readonly cells: RowCells,
    private readonly tolerance = 0,
  ) {}

  /** A formula: the condition surely holds. */
  isTrue(condition: Condition): string {
    return this.print(condition, true);
  }

  /** A formula: the condition surely does not hold. */
  isFalse(condition: Condition): string {
    return this.print(condition, false);
  }

  private print(condition: Condition, truth: boolean): string {
    switch (condition.kind) {
      case "compare":
        return this.compare(condition.left, condition.op, condition.right, truth, this.tolerance);
      case "between": {
        const { of, low, high } = condition;
        return joined(truth, [this.compare(low, "<=", of, truth, this.tolerance), this.compare(of, "<=", high, truth, this.tolerance)]);
      }
      case "together": {
        const zero = (wanted: boolean): string[] => condition.refs.map((ref) => this.compare(ref, "=", ZERO, wanted, 0));
        // All are 0, or none is: surely not where one is and another is not.
        return truth
          ? joined(false, [joined(true, zero(true)), joined(true, zero(false))])
          : joined(true, [joined(false, zero(true)), joined(false, zero(false))]);
      }
      case "some":
        return joined(
          !truth,
          condition.refs.map((ref) => this.compare(ref, condition.op, condition.limit, truth, this.tolerance)),
        );
      case "not":
        return this.print(condition.of, !truth);
      case "and":
      case "or":
        return joined(
          (condition.kind === "and") === truth,
          condition.of.map((one) => this.print(one, truth)),
        );
      case "if":
        return joined(!truth, [this.print(condition.when, !truth), this.print(condition.then, truth)]);
    }
  }

  private compare(left: Expression, op: Comparator, right: Expression, truth: boolean, tolerance: number): string {
    const places = precisionOf(left, right, decimalsOf(this.form));
    const test = compared(`ROUND(${this.expression(left)}-${bracketed(this.expression(right))},${places})`, op, tolerance);
    return this.whereKnown([left, right], truth ? test : `NOT(${test})`);
  }

  /** `test` where all cells of some expressions hold numbers that they can have, there is something to compare with, and nothing is divided by 0. */
  private whereKnown(sides: readonly Expression[], test: string): string {
    const refs = sides.flatMap(refsIn);
    const codes = (current: boolean): string[] => [
      ...new Set(refs.filter(({ basis }) => (basis === "current") === current).map(({ code }) => code)),
    ];
    const [own, earlier] = [codes(true), codes(false).map((code) => this.cells.comparison(code))];
    const divisible = sides.flatMap(denominators).reduceRight((then, one) => `IF(${this.expression(one)}=0,FALSE,${then})`, test);
    const comparable = earlier.length === 0 ? divisible : `IF(COUNT(${earlier.join(",")})=${earlier.length},${divisible},FALSE)`;
    return own.length === 0 ? comparable : whereSound(this.form, this.cells.value, own, comparable);
  }

  private cell({ code, basis }: Ref): string {
    return basis === "current" ? this.cells.value(code) : this.cells.comparison(code);
  }

  private expression(expression: Expression): string {
    switch (expression.kind) {
      case "ref":
        return this.cell(expression);
      case "constant":
        return String(expression.value);
      case "negative":
        return `(-${this.expression(expression.of)})`;
      case "round":
        return `ROUND(${this.expression(expression.of)},${expression.decimals})`;
      case "call":
        return called(
          expression.name,
          expression.args.map((one) => this.expression(one)),
        );
      case "+":
      case "-":
      case "*":
      case "/":
        return `(${this.expression(expression.left)}${expression.kind}${this.expression(expression.right)})`;
    }
  }
}

function called(name: Extract<Expression, { readonly kind: "call" }>["name"], args: readonly string[]): string {
  switch (name) {
    case "sum":
      return `SUM(${args.join(",")})`;
    case "max":
      return `MAX(${args.join(",")})`;
    case "min":
      return `MIN(${args.join(",")})`;
    case "abs":
      return `ABS(${args.join(",")})`;
    case "count":
      return `(${args.map((one) => `(${one}<>0)`).join("+")})`;
  }
}

/** The divisors in an expression, the inner ones first. */
function denominators(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "ref":
    case "constant":
      return [];
    case "negative":
    case "round":
      return denominators(expression.of);
    case "call":
      return expression.args.flatMap(denominators);
    case "+":
    case "-":
    case "*":
    case "/": {
      const inner = [...denominators(expression.left), ...denominators(expression.right)];
      return expression.kind === "/" ? [...inner, expression.right] : inner;
    }
  }
}

function compared(difference: string, op: Comparator, tolerance: number): string {
  switch (op) {
    case "=":
      return `ABS(${difference})<=${tolerance}`;
    case "<>":
      return `ABS(${difference})>${tolerance}`;
    case "<=":
      return `${difference}<=${tolerance}`;
    case ">=":
      return `${difference}>=-${tolerance}`;
    case "<":
    case ">":
      return `${difference}${op}0`;
  }
}

function bracketed(text: string): string {
  return text.startsWith("-") ? `(${text})` : text;
}

function joined(all: boolean, parts: readonly string[]): string {
  return parts.length === 1 ? parts[0]! : `${all ? "AND" : "OR"}(${parts.join(",")})`;
}
