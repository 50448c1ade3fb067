/** Whose number a reference means: of this report, of an earlier one, or whichever the form prints as 对比数. */
export type Basis = "current" | "previous" | "sameHalf" | "comparison";

/** How a relation says whose number it means; of this report a code alone does. */
export const BASIS_WORDS: Readonly<Record<Exclude<Basis, "current">, string>> = {
  previous: "上期",
  sameHalf: "上年同期",
  comparison: "对比",
};

/** The number of one indicator. */
export interface Ref {
  readonly kind: "ref";
  readonly code: string;
  readonly basis: Basis;
}

/** A number that stands in a relation. */
interface Constant {
  readonly kind: "constant";
  readonly value: number;
  /** 计量单位, where one was written, or what stands beside it has one. */
  readonly unit?: string;
  /** Nobody wrote its unit. */
  readonly isUnitImplied?: true;
  /** It was written as a percentage of something: 85% is 0.85. */
  readonly percent?: true;
}

export type FunctionName = "sum" | "max" | "min" | "abs" | "round" | "count";

/** Arithmetic over indicators. */
export type Expression =
  | Ref
  | Constant
  | { readonly kind: "negative"; readonly of: Expression }
  | { readonly kind: "+" | "-" | "*" | "/"; readonly left: Expression; readonly right: Expression }
  | { readonly kind: "call"; readonly name: Exclude<FunctionName, "round">; readonly args: readonly Expression[] }
  | { readonly kind: "round"; readonly of: Expression; readonly decimals: number };

export type Comparator = "=" | "<>" | "<" | "<=" | ">" | ">=";

/** Two expressions side by side. */
interface Compare {
  readonly kind: "compare";
  readonly left: Expression;
  readonly op: Comparator;
  readonly right: Expression;
}

/** What may hold or not. Three-valued: over an unknown number nothing is said. */
export type Condition =
  | Compare
  /** Both ends belong to it. */
  | { readonly kind: "between"; readonly of: Expression; readonly low: Expression; readonly high: Expression }
  /** 同有同无: all are 0, or none is. */
  | { readonly kind: "together"; readonly refs: readonly Ref[] }
  /** 至少一项: one of them is as the limit says. */
  | { readonly kind: "some"; readonly refs: readonly Ref[]; readonly op: Comparator; readonly limit: Expression }
  | { readonly kind: "not"; readonly of: Condition }
  | { readonly kind: "and" | "or"; readonly of: readonly Condition[] }
  | { readonly kind: "if"; readonly when: Condition; readonly then: Condition };

/** A relation between the figures of one report: where `when` holds, each of `then` must. */
export interface Relation {
  /** As its author wrote it. */
  readonly text: string;
  readonly when?: Condition;
  /** What must hold; each of them is a finding of its own. At least one. */
  readonly then: readonly Condition[];
}

/** The options of a setting that is a relation. */
export interface RelationOptions {
  /** As its author wrote it: `20 = 21 + 22 + 23`. */
  readonly relation: string;
  /** 允许误差: how far two sides may be apart that should be =, <=, >=, or must be apart for <>; none where absent, so that no threshold is passed by less. */
  readonly tolerance?: number;
  /** 落在: the indicator on whose row it is shown, where that is not the one its shape suggests. */
  readonly at?: string;
}

/** The expressions of a condition, from left to right. */
export function expressionsOf(condition: Condition): readonly Expression[] {
  switch (condition.kind) {
    case "compare":
      return [condition.left, condition.right];
    case "between":
      return [condition.of, condition.low, condition.high];
    case "together":
      return condition.refs;
    case "some":
      return [...condition.refs, condition.limit];
    case "not":
      return expressionsOf(condition.of);
    case "and":
    case "or":
      return condition.of.flatMap(expressionsOf);
    case "if":
      return [...expressionsOf(condition.when), ...expressionsOf(condition.then)];
  }
}

/** The comparisons of two expressions in a condition, those that a phrase is made of among them. */
export function comparisonsIn(condition: Condition): readonly Compare[] {
  switch (condition.kind) {
    case "compare":
      return [condition];
    case "between": {
      const { of: left, low, high } = condition;
      return [
        { kind: "compare", left, op: ">=", right: low },
        { kind: "compare", left, op: "<=", right: high },
      ];
    }
    case "together":
      return [];
    case "some":
      return condition.refs.map((left) => ({ kind: "compare", left, op: condition.op, right: condition.limit }));
    case "not":
      return comparisonsIn(condition.of);
    case "and":
    case "or":
      return condition.of.flatMap(comparisonsIn);
    case "if":
      return [condition.when, condition.then].flatMap(comparisonsIn);
  }
}

/** The parts of an expression. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "ref":
    case "constant":
      return [];
    case "negative":
    case "round":
      return [expression.of];
    case "call":
      return expression.args;
    case "+":
    case "-":
    case "*":
    case "/":
      return [expression.left, expression.right];
  }
}

/** A reference as a relation names it, with `code` for its code: `上期08`. */
export function refText({ basis }: Pick<Ref, "basis">, code: string): string {
  return `${basis === "current" ? "" : BASIS_WORDS[basis]}${code}`;
}

/** The conditions of a relation, its `when` first. */
export function conditionsOf({ when, then }: Relation): readonly Condition[] {
  return when ? [when, ...then] : then;
}

/** The references in an expression, from left to right. */
export function refsIn(expression: Expression): readonly Ref[] {
  return expression.kind === "ref" ? [expression] : partsOf(expression).flatMap(refsIn);
}

/** The references in a condition, from left to right. */
export function refsOf(condition: Condition): readonly Ref[] {
  return expressionsOf(condition).flatMap(refsIn);
}

/** The references of a relation, from left to right. */
export function refsOfRelation(relation: Relation): readonly Ref[] {
  return conditionsOf(relation).flatMap(refsOf);
}
