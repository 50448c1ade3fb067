import { cellName, shownFix, type Fact, type Facts, type Finding, type Refusal, type Severity } from "../domain";
import type { Locale, MessageWords } from "./locale";

const LONGEST_QUOTE = 300;

/** Fills `{name}` with the fact of that name. A sentence that names a fact it does not get is a bug. */
export function fill(template: string, facts: Facts): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const fact = facts[name];
    if (fact === undefined) throw new Error(`No fact {${name}} for "${template}"`);
    return String(fact);
  });
}

function words(finding: Finding, locale: Locale): MessageWords {
  if (finding.state === "notChecked") return { ...locale.notChecked, brief: locale.state.notChecked };
  const rule = (locale.rules as Readonly<Record<string, { readonly messages: Readonly<Record<string, MessageWords>> }>>)[finding.rule];
  const found = rule?.messages[finding.message];
  if (!found) throw new Error(`No words for ${finding.rule}/${finding.message}`);
  return found;
}

/** What stands before a brief: `强制A06：`. */
export function briefHead(severity: Severity, ref: string, locale: Locale): string {
  return `${locale.severityBrief[severity]}${ref}${locale.colon}`;
}

/** How a finding stands, and whether it is the reviewer's alone. */
export function sayState({ for: whom, state }: Finding, locale: Locale): string {
  if (!whom) return locale.state[state];
  return state === "open" ? locale.reviewer.title : `${locale.reviewer.title} ${locale.state[state]}`;
}

/** A sentence quotes as much of a text as a reader needs to know it again; the cell and `found` hold all of it. */
function quoted(fact: Fact): Fact {
  return typeof fact === "string" && fact.length > LONGEST_QUOTE ? `${fact.slice(0, LONGEST_QUOTE)}…` : fact;
}

/** A finding in words. */
export interface Said {
  readonly message: string;
  readonly cure: string;
  /** As the 审核结果 column says it. */
  readonly brief: string;
  /** What a proposed fix would do. */
  readonly fix?: string;
}

/** Writes a finding in the reader's language. Nothing ever branches on what this returns. */
export function say(finding: Finding, locale: Locale): Said {
  const { message, cure, brief } = words(finding, locale);
  const facts = Object.fromEntries(Object.entries(finding.facts).map(([name, fact]) => [name, quoted(fact)]));
  const { earlier } = finding;
  const said = fill(message, facts);
  return {
    message: earlier ? fill(locale.reviewer.earlier[earlier], { message: said }) : said,
    cure: earlier ? locale.reviewer.cure : fill(cure, facts),
    brief: `${briefHead(finding.severity, finding.ref, locale)}${fill(brief, facts)}`,
    ...(finding.fix ? { fix: sayFix(finding.fix, locale) } : {}),
  };
}

function sayFix(fix: NonNullable<Finding["fix"]>, locale: Locale): string {
  switch (fix.kind) {
    case "validation":
      return fill(locale.fix.validation, { cell: cellName(fix.at) });
    case "value": {
      const [cell, value] = [cellName(fix.at), shownFix(fix)];
      return value === undefined ? fill(locale.fix.clear, { cell }) : fill(locale.fix.value, { cell, value });
    }
  }
}

/**
 * What a clerk should do about a file that cannot be taken.
 * @param words other ones for another reader
 */
export function sayRefusal(refusal: Refusal, locale: Locale, words = locale.refusal[refusal.code]): string {
  const { code: _, ...rest } = refusal;
  const facts = Object.entries(rest).map(([name, fact]: [string, Fact | readonly string[]]) => [
    name,
    Array.isArray(fact) ? fact.join(locale.commands.report.comma) : fact,
  ]);
  return fill(words, Object.fromEntries(facts) as Facts);
}
