import type { Catalogue, Definition } from "./catalogue";
import type { Form } from "./form";
import { memoizedBy } from "./memoized";
import type { Roster } from "./roster";

/** The version of the rows that definitions are written in; a program knows those up to its own. */
export const DEFINITION_LANGUAGE = 1;

/** What stands in a row. */
export type DefinitionRowKind = "form" | "labels" | "cover" | "indicator" | "text" | "ruleset" | "setting" | "across" | "roster" | "entry";

/** JSON of which the same data always give the same text: keys are sorted, absent ones left out. */
function canonicalJsonOf(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

const row = (kind: DefinitionRowKind, content: object): string => canonicalJsonOf([kind, content]);

/**
 * A form and its ruleset as rows of JSON, `[kind, content]`: the canonical text that 表式码 is taken of, and that issued files carry. The
 * roster is not among them: it has a version of its own.
 */
export function definitionRows({ form, ruleset }: Pick<Definition, "form" | "ruleset">): readonly string[] {
  return rowsOf(form)(ruleset);
}

const rowsOf = memoizedBy((form: Form) => memoizedBy((ruleset: Definition["ruleset"]) => made(form, ruleset)));

function made(form: Form, ruleset: Definition["ruleset"]): readonly string[] {
  const { labels, cover, indicators, texts, ...formHead } = form;
  const { settings, across, ...rulesetHead } = ruleset;
  return [
    row("form", formHead),
    row("labels", labels),
    ...cover.map((one) => row("cover", one)),
    ...indicators.map((one) => row("indicator", one)),
    ...texts.map((one) => row("text", one)),
    row("ruleset", rulesetHead),
    ...settings.map((one) => row("setting", one)),
    ...across.map((one) => row("across", one)),
  ];
}

/** The text whose SHA-256 gives 表式码. */
export function definitionText(definition: Pick<Definition, "form" | "ruleset">): string {
  return definitionRows(definition).join("\n");
}

/** A roster as rows of the same kind. */
export const rosterRows: (roster: Roster) => readonly string[] = memoizedBy(({ entries, ...head }: Roster) => [
  row("roster", head),
  ...entries.map((one) => row("entry", one)),
]);

/** The rows that an issued file carries, in their order. */
export function carriedRowsOf(catalogue: Catalogue): readonly string[] {
  return [...definitionRows(catalogue), ...rosterRows(catalogue.roster)];
}

/** Whether a row is of the roster, which 表式码 leaves out. */
export function isRosterRow(text: string): boolean {
  return text.startsWith('["roster"') || text.startsWith('["entry"');
}
