import type { Catalogue, Form, Setting } from "../../domain";
import type { RelationReading } from "../../definition/book";
import { readRelation } from "../../locales/relation-reading";
import type { Locale } from "../../locales";
import { hasTolerance, knownRelation, refText, samplesOf, type RelationOptions, type Sample } from "../../relations";
import { ruleEntries } from "../report/rules";

/** Every relation of a ruleset in words, those that are written out with a report that keeps them and one that breaks them. */
export function relationReadings({ form, ruleset }: Catalogue, locale: Locale): RelationReading[] {
  const settings = [...ruleset.settings, ...ruleset.across];
  return ruleEntries(ruleset, locale).map(({ ref, severity, title, description, why }, index) => ({
    ...{ ref, title, why, reading: description },
    severity: locale.severity[severity],
    ...writtenOut(settings[index]!, form, locale),
  }));
}

function writtenOut({ options }: Setting, form: Form, locale: Locale): Partial<RelationReading> {
  if (!("relation" in options)) return {};
  const written = options as RelationOptions;
  const { relation } = knownRelation(written, form);
  const { passing, failing } = samplesOf(relation, form, written);
  return {
    relation: written.relation,
    reading: readRelation(relation, form, locale.tag, hasTolerance(relation) ? written.tolerance : 0),
    ...(passing ? { passing: numbers(passing) } : {}),
    ...(failing ? { failing: numbers(failing) } : {}),
  };
}

function numbers(sample: Sample): string {
  return sample.map(({ ref, value }) => `${refText(ref, `[${ref.code}]`)}=${value}`).join("，");
}
