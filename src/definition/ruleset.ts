import type { ExplanationPolicy, MessageWords, Ruleset, Setting, SettingWords } from "../domain";
import { acrossSchools, rules } from "../rules";
import { namePolicy, optionEntries, type Names } from "./options";
import { anything, dependent, list, object, oneOf, optional, sentence, text, where, whole, type Entries, type Schema } from "./schema";

/** So many of each a ruleset may have. */
export const MOST = { settings: 500, across: 100, boilerplate: 50 };
const REF = /^[A-Z]\d\d$/;
/** Longest title, longest sentence, and longest brief: a formula takes no more than 255 characters for one text. */
const [TITLE, SENTENCE, BRIEF] = [60, 500, 60];

/** The rules of one of the two registries, as far as a definition knows them. */
type Registry = Readonly<Record<string, { readonly messages: Readonly<Record<string, readonly string[]>> }>>;

const explanation: Schema<ExplanationPolicy> = object<ExplanationPolicy>({
  minLength: whole(1, 200),
  boilerplate: list(text(20), 0, MOST.boilerplate),
  repeatedRows: whole(2, 1_000),
});

/** What a relation says in its own terms, in one language: messages that its rule has, with facts that those have. */
function settingWords(messages: Registry[string]["messages"]): Schema<SettingWords> {
  const wordsOf = (facts: readonly string[]): Schema<Partial<MessageWords>> =>
    object<Partial<MessageWords>>({
      message: optional(sentence(SENTENCE, facts)),
      cure: optional(sentence(SENTENCE, [...facts, "where"])),
      brief: optional(sentence(BRIEF, facts)),
    });
  const entries = Object.fromEntries(Object.entries(messages).map(([id, facts]) => [id, optional(wordsOf(facts))]));
  return object<SettingWords>({
    title: optional(text(TITLE)),
    description: optional(text(SENTENCE)),
    why: optional(text(SENTENCE)),
    messages: optional(object(entries as Entries<NonNullable<SettingWords["messages"]>>)),
  });
}

/** A line of the ruleset by the rule that it names: of one that does not exist nobody knows what options and words it takes. */
function setting(registry: Registry, options: Readonly<Record<string, object>>): Schema<Setting> {
  const of = (rule: string | undefined): Schema<Setting> => {
    const words = rule === undefined ? anything : settingWords(registry[rule]!.messages);
    return object<Setting>({
      ref: where(text(10), (value) => REF.test(value), "bad-ref"),
      rule: where(text(60), (value) => value === rule, "no-such-rule"),
      severity: optional(oneOf("fatal", "error", "query", "advisory")),
      act: optional(oneOf("sheet")),
      accuses: optional(oneOf("sheet")),
      options: rule === undefined ? anything : object(options[rule] as Entries<object>),
      words: optional(object<NonNullable<Setting["words"]>>({ "zh-CN": optional(words), "en-US": optional(words) })),
    });
  };
  const unknown = of(undefined);
  const known = new Map(Object.keys(registry).map((rule) => [rule, of(rule)]));
  return dependent((value) => known.get((value as { readonly rule?: unknown } | null)?.rule as string) ?? unknown);
}

/** The shape of a ruleset for a form with these indicators and texts. */
export function rulesetSchema(names: Names): Schema<Ruleset> {
  const options = optionEntries(names);
  return object<Ruleset>({
    id: text(100),
    version: whole(1, 9_999),
    explanation,
    schoolNames: namePolicy,
    settings: list(setting(rules, options), 1, MOST.settings),
    across: list(setting(acrossSchools, options), 0, MOST.across),
  });
}
