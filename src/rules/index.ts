import type { ExplanationPolicy, Finding, Severity } from "../domain";
import type { Messages, Rule, Subject } from "./define";
import { judgeWith } from "./judge";
import { partsSumToTotal } from "./parts-sum-to-total";

/** The registry: a rule exists if it stands here. */
export const rules = {
  [partsSumToTotal.id]: partsSumToTotal,
} as const;

export type RuleId = keyof typeof rules;
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- `any` is what lets the conditional type see each rule's own options
type OptionsOf<R> = R extends Rule<string, any, infer O> ? O : never;

/** Message ids of a rule. */
export type MessageId<Id extends RuleId> = keyof (typeof rules)[Id]["messages"] & string;

/** One line of a ruleset: plain data, so that it can travel and be compared. */
export type RuleSetting = {
  [Id in RuleId]: {
    /** Number in 审核关系, such as `A06`. */
    readonly ref: string;
    readonly rule: Id;
    readonly severity?: Severity;
    readonly options: OptionsOf<(typeof rules)[Id]>;
  };
}[RuleId];

export interface Ruleset {
  readonly id: string;
  readonly version: number;
  readonly explanation: ExplanationPolicy;
  readonly settings: readonly RuleSetting[];
}

/**
 * Judges a submission: all findings at once, ordered by sheet, row and ref.
 * @throws RuleBug where a rule itself fails
 */
export function judge(subject: Subject, ruleset: Ruleset): Finding[] {
  return judgeWith(rules as unknown as Readonly<Record<string, Rule<string, Messages, never>>>, ruleset.settings, ruleset.explanation, subject);
}

export { RuleBug } from "./judge";
export type { Subject } from "./define";
