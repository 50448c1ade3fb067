import { address, type Catalogue, type Definition, type Grid } from "../../domain";
import { parseDefinition } from "../../definition";
import { LIST_MISTAKES, readRosterList, type BatchMode, type BookSeverity } from "../../definition/book";
import { fill, type Locale } from "../../locales";
import { bookWords, sayListProblem, sayMistake } from "../../locales/mistakes";
import { plain } from "../report/plain";

/** Something that is said of a list, in words. */
export interface SaidOfList {
  readonly sheet: string;
  /** `C5`; absent for what is said of a line as a whole. */
  readonly cell: string;
  readonly severity: BookSeverity;
  readonly message: string;
  readonly cure: string;
}

/** What a list made of a roster. */
export interface BatchOutcome {
  /** With the roster as it is to be, a version later; absent where the list has mistakes. */
  readonly definition?: Definition;
  readonly said: readonly SaidOfList[];
}

/**
 * Lays a list of schools over the roster of a definition.
 * @param list as it was read from .xlsx or .csv
 */
export function withRosterList(list: Grid, { form, roster, ruleset }: Catalogue, mode: BatchMode, locale: Locale): BatchOutcome {
  const { entries, cells, problems } = readRosterList(list, { form, roster, ruleset }, mode);
  const said = problems.map((problem): SaidOfList => ({
    sheet: problem.at.sheet,
    cell: address(problem.at),
    severity: LIST_MISTAKES[problem.code].severity,
    ...sayListProblem(problem, locale.tag),
  }));
  if (!entries) return { said };
  // A list that changes nothing makes no other roster.
  const version = JSON.stringify(entries) === JSON.stringify(roster.entries) ? roster.version : roster.version + 1;
  const units = form.indicators.map(({ unit }) => unit);
  const parsed = parseDefinition({ form, ruleset, roster: { ...roster, version, entries } }, { units });
  if (parsed.ok) return { definition: parsed.value, said };
  const mistakes = parsed.error.map((mistake): SaidOfList => {
    const [, , line] = mistake.path;
    const at = typeof line === "number" ? cells.get(line) : undefined;
    return { sheet: at?.sheet ?? "", cell: at ? address(at) : "", severity: "error", ...sayMistake(mistake, locale.tag) };
  });
  return { said: [...said, ...mistakes] };
}

/** What is said of a list, for people at a terminal. */
export function listText(said: readonly SaidOfList[], locale: Locale): string {
  const words = bookWords[locale.tag];
  const { colon, cure } = locale.commands.report;
  return said
    .map((one) => {
      const at = [one.sheet, one.cell].filter(Boolean).join("!");
      return `  ${plain(at)}  ${words.severity[one.severity]}${colon}${plain(one.message)}\n      ${cure}${colon}${plain(one.cure)}\n`;
    })
    .join("");
}

/** How many questions a list leaves open. */
export function questionsOf(said: readonly SaidOfList[]): number {
  return said.filter(({ severity }) => severity === "question").length;
}

/** What a roster is called: its version, and how many lines it has. */
export function sayRoster({ roster }: Pick<Definition, "roster">, locale: Locale): string {
  return fill(bookWords[locale.tag].rosterSaid, { version: roster.version, lines: roster.entries.length });
}
