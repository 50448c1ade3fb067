import type { Catalogue, Form, MessageWords, Setting } from "../../domain";
import type { RelationReading } from "../../definition/book";
import { readRelation, readUsualSeverity } from "../../locales/relation-reading";
import type { Locale } from "../../locales";
import { hasTolerance, knownRelation, refText, samplesOf, type RelationOptions, type Sample } from "../../relations";
import { ruleEntries } from "../report/rules";

/** Every relation of a ruleset in words, those that are written out with a report that keeps them and one that breaks them. */
export function relationReadings({ form, ruleset }: Catalogue, locale: Locale): RelationReading[] {
  const settings = [...ruleset.settings, ...ruleset.across];
  return ruleEntries(ruleset, locale).map(({ ref, rule, severity, title, description, why }, index) => ({
    ...{ ref, title, why, reading: description },
    severity: locale.severity[severity],
    messages: generalMessages(rule, locale),
    ...writtenOut(settings[index]!, locale.severity[severity], form, locale),
  }));
}

function writtenOut({ severity: given, options }: Setting, severity: string, form: Form, locale: Locale): Partial<RelationReading> {
  if (!("relation" in options)) return {};
  const written = options as RelationOptions;
  const { relation } = knownRelation(written, form);
  const { passing, failing } = samplesOf(relation, form, written);
  return {
    relation: written.relation,
    severity: given ? severity : readUsualSeverity(severity, locale.tag),
    reading: readRelation(relation, form, locale.tag, hasTolerance(relation) ? written.tolerance : 0),
    ...(passing ? { passing: numbers(passing) } : {}),
    ...(failing ? { failing: numbers(failing) } : {}),
  };
}

/** What each message of a rule says in general, its facts not filled in. */
function generalMessages(rule: string, { rules }: Locale): Readonly<Record<string, string>> {
  const { messages } = (rules as Readonly<Record<string, { readonly messages: Readonly<Record<string, MessageWords>> }>>)[rule]!;
  return Object.fromEntries(Object.entries(messages).map(([id, { message }]) => [id, message]));
}

function numbers(sample: Sample): string {
  return sample.map(({ ref, value }) => `${refText(ref, `[${ref.code}]`)}=${value}`).join("，");
}
