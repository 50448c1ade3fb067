import {
  canonical,
  explanationFault,
  inOrder,
  sealedItems,
  textOf,
  type ExplanationPolicy,
  type Finding,
  type FindingState,
  type ProgrammeReport,
  type SealedItem,
  type Severity,
} from "../domain";
import type { Messages, Out, Place, Rule, Subject } from "./define";

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

/** A rule as a ruleset sets it, with the types of its options forgotten. */
export interface Setting {
  readonly ref: string;
  readonly rule: string;
  readonly severity?: Severity;
  readonly options: object;
}

/**
 * Applies one rule.
 * @throws RuleBug where the rule itself fails
 */
export function run<M extends Messages, O>(rule: Rule<string, M, O>, subject: Subject, setting: Setting, policy: ExplanationPolicy): Finding[] {
  const findings: Finding[] = [];
  const severity = setting.severity ?? rule.severity;
  const found = (message: string, place: Place, facts: Finding["facts"], notChecked = false): void => {
    const { report, row } = place;
    const indicator = row !== undefined && row !== "line" ? { indicator: row } : {};
    const programme = report ? { programme: textOf(report.programme) ?? "" } : {};
    const settled = severity === "query" && !notChecked ? explained(subject, place, policy) : {};
    const state: FindingState = notChecked ? "notChecked" : "explanation" in settled && !settled.explanation.fault ? "explained" : "open";
    findings.push({
      rule: rule.id,
      ref: setting.ref,
      severity,
      state,
      message,
      facts,
      at: place.at,
      related: place.related ?? [],
      ...indicator,
      ...programme,
      ...(place.found === undefined ? {} : { found: place.found }),
      ...(place.expected === undefined ? {} : { expected: place.expected }),
      ...(place.fix && !notChecked ? { fix: place.fix } : {}),
      ...settled,
    });
  };
  const out: Out<M> = {
    report: (message, place, facts) => found(message, place, facts),
    notChecked: (place, inputs) =>
      found("notChecked", { ...place, related: inputs.map((input) => input.at) }, { inputs: inputs.length }, true),
  };
  try {
    rule.check(subject, setting.options as O, out);
  } catch (cause) {
    throw new RuleBug(rule.id, setting.ref, cause);
  }
  return findings;
}

type Settled = { readonly explanation: NonNullable<Finding["explanation"]> } | Record<string, never>;

/** The explanation of a query's row, and why it does not count, if so. */
function explained({ submission }: Subject, { report, row }: Place, policy: ExplanationPolicy): Settled {
  const cell = report && row !== undefined ? report.explanations[row] : undefined;
  if (!report || !cell || row === undefined) return {};
  const text = textOf(cell);
  const fault =
    explanationFault(text, rowsWith(report, text), policy) ??
    (lapsed(sealedItems(submission), submission.seal?.items, submission.programmes.indexOf(report), row) ? "lapsed" : undefined);
  return { explanation: { at: cell.at, text: text ?? "", ...(fault ? { fault } : {}) } };
}

/** On how many rows of a report the same explanation stands. */
function rowsWith(report: ProgrammeReport, text: string | undefined): number {
  return text === undefined ? 0 : Object.values(report.explanations).filter((cell) => textOf(cell) === text).length;
}

/**
 * Whether an explanation was written for another value: unchanged since the last seal, though the value beside it changed.
 * @param index of the report within the submission
 */
export function lapsed(items: readonly SealedItem[], sealed: ReadonlyMap<string, string> | undefined, index: number, row: string): boolean {
  if (!sealed) return false;
  const now = new Map(items.map(({ key, value }) => [key, canonical(value)]));
  const changed = (key: string): boolean => (sealed.get(key) ?? "") !== (now.get(key) ?? "");
  const of = String(index + 1);
  const values = row === "line" ? ["category", "cluster", "programme"].map((name) => `${of}|head|${name}`) : [`${of}|value|${row}`];
  const explanation = `${of}|explanation|${row}`;
  return (sealed.get(explanation) ?? "") !== "" && !changed(explanation) && values.some(changed);
}

/** All findings of a submission under a list of settings, in the order of the contract: sheet, row, ref. */
export function judgeWith(
  rules: Readonly<Record<string, Rule<string, Messages, never>>>,
  settings: readonly Setting[],
  policy: ExplanationPolicy,
  subject: Subject,
): Finding[] {
  const findings = settings.flatMap((setting) => {
    const rule = rules[setting.rule];
    if (!rule) throw new Error(`The ruleset names a rule that does not exist: ${setting.rule}`);
    return run(rule as Rule<string, Messages, object>, subject, setting, policy);
  });
  return inOrder(findings, [subject.submission.school.at.sheet, ...subject.submission.programmes.map((p) => p.sheet)]);
}
