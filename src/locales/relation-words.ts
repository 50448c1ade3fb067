import { memoizedBy, type MessageWords, type Ruleset, type Setting, type SettingWords } from "../domain";
import type { Locale } from "./locale";

/** A relation of a ruleset, as far as words go. */
type Relation = Pick<Setting, "rule" | "words">;
type Words = Required<SettingWords>;

/** The general words of a rule; undefined for a rule that nobody knows. */
function general({ rule }: Relation, locale: Locale): Words | undefined {
  return Object.hasOwn(locale.rules, rule) ? (locale.rules as Readonly<Record<string, Words>>)[rule] : undefined;
}

/** Title, description and reason of a relation: its own words, else the general ones of its rule; undefined for a rule that nobody knows. */
export function relationWords(relation: Relation, locale: Locale): Omit<Words, "messages"> | undefined {
  const words = general(relation, locale);
  const own = relation.words?.[locale.tag] ?? {};
  return words && { title: own.title ?? words.title, description: own.description ?? words.description, why: own.why ?? words.why };
}

/** The title that a relation has of its own, in the words of a language. */
export function ownTitle({ words }: Pick<Relation, "words">, { tag }: Locale): string | undefined {
  return words?.[tag]?.title;
}

/** One sentence of a message of a relation, its facts not filled in. @throws Error where there are no words for it: a bug of the data */
export function messageWords(relation: Relation, message: string, part: keyof MessageWords, locale: Locale): string {
  const words = relation.words?.[locale.tag]?.messages?.[message]?.[part] ?? general(relation, locale)?.messages[message]?.[part];
  if (words === undefined) throw new Error(`No words for ${relation.rule}/${message}`);
  return words;
}

/** The relations of a ruleset by their numbers: a summary asks for those of half a million findings. */
const settingsOf = memoizedBy(
  ({ settings, across }: Ruleset) => new Map([...settings, ...across].map((setting): [string, Setting] => [setting.ref, setting])),
);

/** The relation that a finding or a rule's line is of; one that the ruleset does not have has the words of its rule. */
export function relationOf(of: { readonly ref: string; readonly rule: string }, ruleset: Ruleset): Relation {
  return settingsOf(ruleset).get(of.ref) ?? of;
}
