import type { NamePolicy } from "../../domain";
import type { ShapeId } from "../../relations";
import type { TypedRuleset } from "../../rules";
import { folded, listIn, numberIn } from "./codec";
import { partAt } from "./column";
import type { BookFault } from "./mistake";
import { ruleName } from "./rule-names";

type AnySetting = TypedRuleset["settings"][number] | TypedRuleset["across"][number];
type Kind = "word" | "words" | "number";

/** An option of a rule: what 参数 calls it, and how its value is written there. */
interface Parameter {
  readonly name: string;
  readonly kind: Kind;
  readonly optional?: true;
  /** What it is where nothing is said. */
  readonly usual?: readonly string[];
}

/**
 * The options of each rule, by their names in 参数; a `NamePolicy` has two. Relations have columns of their own. A rule, or an option of one,
 * that is forgotten does not compile.
 */
type Parameters = {
  readonly [S in AnySetting as Exclude<S["rule"], ShapeId>]: {
    readonly [O in keyof Required<S["options"]>]: Required<S["options"]>[O] extends NamePolicy
      ? { readonly [P in keyof NamePolicy]: Parameter }
      : Parameter;
  };
};

const word = (name: string): Parameter => ({ name, kind: "word" });
const words = (name: string): Parameter => ({ name, kind: "words" });
const number = (name: string): Parameter => ({ name, kind: "number" });
const maybe = (parameter: Parameter): Parameter => ({ ...parameter, optional: true });
const policy = (of: string) => ({ threshold: number(`${of}相似度`), lead: number(`${of}领先`) });

const PARAMETERS: Parameters = {
  "comparison-altered": {},
  "contact-well-formed": {},
  "date-in-number-cell": {},
  "error-value": {},
  "figures-repeated": { least: number("至少项数") },
  "definition-altered": {},
  "foreign-sheet": {},
  "formula-in-input": {},
  "identification-valid": { school: policy("学校"), line: policy("专业") },
  "identity-changed": {},
  "indicator-filled": {},
  "label-altered": {},
  "large-change": { percent: number("变动百分比"), units: number("变动量") },
  "leader-differs": { text: word("文字项") },
  "line-of-two-schools": {},
  "number-as-text": {},
  "number-in-range": {},
  "on-roster": {},
  "partner-names": { count: word("数量"), text: word("文字项"), atMost: number("至多核对") },
  "programme-reported-twice": {},
  "ratio-far-from-others": {
    numerators: words("分子"),
    denominator: word("分母"),
    least: number("至少行数"),
    deviations: number("偏差倍数"),
    factor: number("中位数倍数"),
  },
  "required-text": { lasting: { ...words("可沿用的文字项"), usual: [] } },
  "result-overwritten": {},
  "round-numbers-only": { least: number("至少项数"), from: number("起算数"), step: number("整数倍") },
  "same-as-previous": { least: number("至少项数") },
  "sheet-hidden": {},
  "stale-explanation": {},
  "stock-falls": { tolerance: maybe(number("容许减少")) },
  "text-copied": { texts: words("文字项") },
  "text-length": {},
  "validation-removed": {},
  "zero-turned": {},
};

type PlacedParameter = Parameter & { readonly path: readonly string[] };

/** The parameters of a rule, each with where its value stands in the options; none for a rule that nobody knows. */
function parametersOf(rule: string): PlacedParameter[] {
  const options: Readonly<Record<string, Parameter | Readonly<Record<string, Parameter>>>> = Object.hasOwn(PARAMETERS, rule)
    ? PARAMETERS[rule as keyof Parameters]
    : {};
  return Object.entries(options).flatMap(([key, one]) =>
    "kind" in one
      ? [{ ...(one as Parameter), path: [key] }]
      : Object.entries(one as Readonly<Record<string, Parameter>>).map(([inner, parameter]) => ({ ...parameter, path: [key, inner] })),
  );
}

/** The names of the parameters of a rule, in their order. */
export function parameterNames(rule: string): string[] {
  return parametersOf(rule).map(({ name }) => name);
}

/** The options of a rule as 参数 says them: `分子=29；分母=28`. */
export function parametersText(rule: string, options: object): string {
  const parts = parametersOf(rule).flatMap(({ name, path }) => {
    const value = partAt(options, path);
    return value === undefined ? [] : [`${name}=${Array.isArray(value) ? value.join("、") : String(value)}`];
  });
  return parts.join("；");
}

/** What is wrong with 参数. */
export interface ParameterFault extends BookFault {
  /** The option that is told by this. */
  readonly path: readonly string[];
}

function valueOf(kind: Kind, typed: string): unknown {
  switch (kind) {
    case "word":
      return typed;
    case "words":
      return listIn(typed);
    case "number":
      return numberIn(typed);
  }
}

/** Reads 参数 of a rule. @returns its options by their paths, as far as they are there, and what is wrong */
export function readParameters(
  rule: string,
  typed: string,
): { readonly options: readonly { readonly path: readonly string[]; readonly value: unknown }[]; readonly faults: ParameterFault[] } {
  const known = parametersOf(rule);
  const faults: ParameterFault[] = [];
  const found = new Map<PlacedParameter, unknown>();
  for (const part of folded(typed).split(/[;\n]/).map(folded).filter(Boolean)) {
    const at = part.indexOf("=");
    const name = folded(part.slice(0, Math.max(at, 0)));
    const parameter = known.find((one) => one.name === name);
    const choices = known.map((one) => one.name).join("、");
    if (at < 1) faults.push({ code: "bad-parameter", facts: { found: part }, path: [] });
    else if (known.length === 0) faults.push({ code: "no-parameters", facts: { rule: ruleName(rule) }, path: [] });
    else if (!parameter) faults.push({ code: "no-such-parameter", facts: { found: name, choices }, path: [] });
    else if (found.has(parameter)) faults.push({ code: "parameter-twice", facts: { name }, path: parameter.path });
    else found.set(parameter, valueOf(parameter.kind, folded(part.slice(at + 1))));
  }
  for (const one of known) if (one.usual && !found.has(one)) found.set(one, one.usual);
  const missing = known.filter((one) => !one.optional && !found.has(one));
  faults.push(...missing.map(({ name, path }): ParameterFault => ({ code: "parameter-missing", facts: { name }, path })));
  return { options: [...found].map(([{ path }, value]) => ({ path, value })), faults };
}
