import { rulesJson, rulesText } from "../actions/report";
import { ruleBook } from "../actions/rule-book";
import { valueOf } from "./args";
import type { Command } from "./context";

/** `rules`: prints the rule book. */
export const rulesCommand: Command = async ({ args, terminal, catalogue }) => {
  const { locale } = terminal;
  const format = valueOf(args, "format") ?? "text";
  const book = format === "json" ? rulesJson : format === "markdown" ? markdown : rulesText;
  await terminal.result(book(catalogue.ruleset, locale));
  return 0;
};

const markdown: typeof rulesText = (rules, locale) => ruleBook(locale, rules);
