import type { Ruleset } from "../domain";
import { fill, type Locale } from "../locales";
import { optionsOf, ruleEntries, type RuleEntry } from "./report/rules";

/** 审核关系 in one language as Markdown: a chapter per rule, under the first reference that applies it. */
export function ruleBook(locale: Locale, ruleset: Ruleset): string {
  const words = locale.commands.report;
  const entries = ruleEntries(ruleset, locale);
  const chapters = [...new Set(entries.map(({ rule }) => rule))].map((id) => entries.filter(({ rule }) => rule === id));
  const title = fill(words.ruleset, { id: ruleset.id, version: ruleset.version, count: entries.length });
  return [`## ${title}`, ...chapters.map((chapter) => chapterOf(chapter, locale))].join("\n\n") + "\n";
}

function chapterOf(chapter: readonly RuleEntry[], locale: Locale): string {
  const { why, colon } = locale.commands.report;
  const [first] = chapter as readonly [RuleEntry, ...RuleEntry[]];
  const refs = chapter.map(({ ref }) => ref).join(" ");
  return [
    `### ${refs} ${first.title}`,
    "",
    `\`${first.rule}\` · ${locale.severity[first.severity]}`,
    "",
    first.description,
    "",
    `- ${why}${colon}${first.why}`,
    ...chapter.flatMap((entry) => {
      const set = optionsOf(entry, locale);
      return set ? [`- ${set[0]}${chapter.length > 1 ? ` ${entry.ref}` : ""}${colon}\`${set[1]}\``] : [];
    }),
  ].join("\n");
}
