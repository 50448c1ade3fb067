import type { Ruleset, Severity } from "../../domain";
import { fill, relationWords, type Locale } from "../../locales";
import { acrossSchools, rules, type AcrossRuleId, type RuleId } from "../../rules";
import { indented } from "./json";
import { columnsOf, padded } from "./plain";

/** One relation of a ruleset in words. */
export interface RuleEntry {
  readonly ref: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly title: string;
  readonly description: string;
  readonly why: string;
  readonly options: object;
}

/** The relations of a ruleset, in its order; those across schools come last. */
export function ruleEntries(ruleset: Ruleset, locale: Locale): RuleEntry[] {
  return [...ruleset.settings, ...ruleset.across].map(({ ref, rule: id, severity, options, words }) => {
    const rule = id as RuleId | AcrossRuleId;
    const said = relationWords({ rule, words }, locale)!;
    return { ref, rule, severity: severity ?? { ...rules, ...acrossSchools }[rule].severity, ...said, options };
  });
}

/** The relations for programs. */
export function rulesJson(ruleset: Ruleset, locale: Locale): string {
  const { id, version } = ruleset;
  return `${indented({ ruleset: { id, version }, rules: ruleEntries(ruleset, locale) }, 0)}\n`;
}

/** The relations for people at a terminal. */
export function rulesText(ruleset: Ruleset, locale: Locale): string {
  const words = locale.commands.report;
  const entries = ruleEntries(ruleset, locale);
  const levels = Math.max(...entries.map(({ severity }) => columnsOf(locale.severity[severity])));
  const lines = entries.flatMap(({ ref, rule, severity, title, description, why, options }) => [
    "",
    `${ref}  ${padded(locale.severity[severity], levels)}  ${title}  [${rule}]`,
    `     ${description}`,
    `     ${words.why}${words.colon}${why}`,
    ...(Object.keys(options).length === 0 ? [] : [`     ${words.options}${words.colon}${JSON.stringify(options)}`]),
  ]);
  return [fill(words.ruleset, { id: ruleset.id, version: ruleset.version, count: entries.length }), ...lines, ""].join("\n");
}
