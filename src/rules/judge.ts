import {
  explanationFault,
  inOrder,
  textOf,
  type ExplanationPolicy,
  type Finding,
  type FindingState,
  type ProgrammeReport,
  type Setting,
  type Severity,
} from "../domain";
import type { Case, Messages, Out, Place, Rule, Subject } from "./define";
import { lapsesOf } from "./lapsed";

/** A rule that threw: a bug, reported with its id. It is never a finding, and the rule never counts as passed. */
export class RuleBug extends Error {
  constructor(
    readonly rule: string,
    readonly ref: string,
    cause: unknown,
  ) {
    super(`Rule ${ref} ${rule} failed: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  }
}

/**
 * Applies one rule.
 * @throws RuleBug where the rule itself fails
 */
function run<M extends Messages, O>(rule: Rule<string, M, O>, judged: Case, setting: Setting, policy: ExplanationPolicy): Finding[] {
  const findings: Finding[] = [];
  const found = (message: string, place: Place, facts: Finding["facts"], notChecked = false): void => {
    findings.push(
      findingOf(
        rule.id,
        setting.ref,
        setting.severity ?? place.severity ?? rule.severity,
        message,
        place,
        facts,
        notChecked,
        judged,
        policy,
      ),
    );
  };
  const out: Out<M> = {
    report: (message, place, facts) => found(message, place, declared(rule.messages[message]!, facts)),
    notChecked: (place, inputs) =>
      found("notChecked", { ...place, related: inputs.map((input) => input.at) }, { inputs: inputs.length }, true),
  };
  try {
    rule.check(judged, setting.options as O, out);
  } catch (cause) {
    throw new RuleBug(rule.id, setting.ref, cause);
  }
  return findings;
}

/** The facts a message declares, and no other: several messages may share one set of facts in a rule. */
function declared(names: readonly string[], facts: Finding["facts"]): Finding["facts"] {
  return Object.fromEntries(names.map((name) => [name, facts[name]!]));
}

function findingOf(
  rule: string,
  ref: string,
  severity: Severity,
  message: string,
  place: Place,
  facts: Finding["facts"],
  notChecked: boolean,
  judged: Case,
  policy: ExplanationPolicy,
): Finding {
  const { report, row, for: whom } = place;
  const explanation = severity === "query" && !notChecked ? explanationOf(judged, place, policy) : undefined;
  const state: FindingState = notChecked ? "notChecked" : explanation && !explanation.fault ? "explained" : "open";
  return {
    rule,
    ref,
    severity,
    state,
    ...(whom ? { for: whom } : {}),
    ...(place.unidentified ? { unidentified: true } : {}),
    ...(place.earlier ? { earlier: place.earlier } : {}),
    message,
    facts,
    at: place.at,
    related: place.related ?? [],
    ...(row !== undefined && row !== "line" ? { indicator: row } : {}),
    ...(report ? { programme: textOf(report.programme) ?? "" } : {}),
    ...(place.found === undefined ? {} : { found: place.found }),
    ...(place.expected === undefined ? {} : { expected: place.expected }),
    ...(place.fix && !notChecked && !whom ? { fix: place.fix } : {}),
    ...(explanation ? { explanation } : {}),
  };
}

/**
 * The explanation of a query's row, and why it does not count, if so. What is for the reviewer alone was never asked of the school:
 * a text may settle it all the same, but none is missing.
 */
function explanationOf(judged: Case, { report, row, for: whom }: Place, policy: ExplanationPolicy): Finding["explanation"] {
  const cell = report && row !== undefined ? report.explanations[row] : undefined;
  if (!report || !cell || row === undefined) return undefined;
  const text = textOf(cell);
  const fault = explanationFault(text, rowsWith(report, text), policy) ?? (judged.lapsed(report, row) ? "lapsed" : undefined);
  if (fault && whom) return undefined;
  return { at: cell.at, text: text ?? "", ...(fault ? { fault } : {}) };
}

/** On how many rows of a report the same explanation stands. */
function rowsWith(report: ProgrammeReport, text: string | undefined): number {
  return text === undefined ? 0 : Object.values(report.explanations).filter((cell) => textOf(cell) === text).length;
}

/**
 * All findings of a submission under a list of settings, in the order of the contract: sheet, row, ref.
 * @throws RuleBug where a rule itself fails
 */
export function judgeWith(
  rules: Readonly<Record<string, Rule<string, Messages, never>>>,
  settings: readonly Setting[],
  policy: ExplanationPolicy,
  subject: Subject,
): Finding[] {
  const found: Finding[] = [];
  const judged: Case = { ...subject, lapsed: lapsesOf(subject.submission), found };
  for (const setting of settings) {
    const rule = Object.hasOwn(rules, setting.rule) ? rules[setting.rule] : undefined;
    if (!rule) throw new Error(`The ruleset names a rule that does not exist: ${setting.rule}`);
    found.push(...run(rule as Rule<string, Messages, object>, judged, setting, policy));
  }
  return inOrder(found, [subject.submission.school.at.sheet, ...subject.submission.programmes.map((p) => p.sheet)]);
}
