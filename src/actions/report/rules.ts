import type { Ruleset, Severity } from "../../domain";
import { fill, relationWords, type Locale } from "../../locales";
import { severityOf, type AcrossRuleId, type RuleId } from "../../rules";
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
    return { ref, rule, severity: severityOf({ severity, rule }), ...said, options };
  });
}

/** The relations for programs. */
export function rulesJson(ruleset: Ruleset, locale: Locale): string {
  const { id, version } = ruleset;
  return `${indented({ ruleset: { id, version }, rules: ruleEntries(ruleset, locale) }, 0)}\n`;
}

/** What a relation is set to, with what it is called; undefined where there is nothing to set. */
export function optionsOf(
  { options }: RuleEntry,
  { commands: { report: words } }: Locale,
): readonly [label: string, text: string] | undefined {
  if (Object.keys(options).length === 0) return undefined;
  if (!("relation" in options)) return [words.options, JSON.stringify(options)];
  const { relation, tolerance } = options as { readonly relation: string; readonly tolerance?: number };
  return [words.relation, `${relation}${tolerance ? fill(words.tolerance, { tolerance }) : ""}`];
}

/** The relations for people at a terminal. */
export function rulesText(ruleset: Ruleset, locale: Locale): string {
  const words = locale.commands.report;
  const entries = ruleEntries(ruleset, locale);
  const levels = Math.max(...entries.map(({ severity }) => columnsOf(locale.severity[severity])));
  const lines = entries.flatMap((entry) => {
    const { ref, rule, severity, title, description, why } = entry;
    const set = optionsOf(entry, locale);
    return [
      "",
      `${ref}  ${padded(locale.severity[severity], levels)}  ${title}  [${rule}]`,
      `     ${description}`,
      `     ${words.why}${words.colon}${why}`,
      ...(set ? [`     ${set[0]}${words.colon}${set[1]}`] : []),
    ];
  });
  return [fill(words.ruleset, { id: ruleset.id, version: ruleset.version, count: entries.length }), ...lines, ""].join("\n");
}
