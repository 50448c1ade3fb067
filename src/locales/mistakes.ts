import type { Mistake } from "../definition";
import type { BookProblem, DefinitionChange, ListProblem, ORDER_HEADING } from "../definition/book";
import type { Language } from "../domain";
import type { DefinitionBookWords, DifferenceWords } from "./definition-book-words";
import type { DefinitionWords, MistakeWords } from "./definition-words";
import { definitionWords as enUS } from "./en-US/definition";
import { definitionBookWords as enUSBook } from "./en-US/definition-book";
import { fill } from "./say";
import { definitionWords as zhCN } from "./zh-CN/definition";
import { definitionBookWords as zhCNBook } from "./zh-CN/definition-book";

const words: Readonly<Record<Language, DefinitionWords>> = { "zh-CN": zhCN, "en-US": enUS };

/** A mistake of a definition in words. Where it stands is told beside it, as its readers know the place: `pathText`, or a cell. */
export function sayMistake({ code, facts }: Mistake, language: Language): MistakeWords {
  const { message, cure } = words[language][code];
  return { message: fill(message, facts), cure: fill(cure, facts) };
}

/** The words about a definition that is a workbook, by their languages. */
export const bookWords: Readonly<Record<Language, DefinitionBookWords>> = { "zh-CN": zhCNBook, "en-US": enUSBook };

/** A problem of a workbook that defines a form in words. Its cell is told beside it. */
export function sayBookProblem(problem: BookProblem, language: Language): MistakeWords {
  const { mistakes, cures } = bookWords[language];
  if ("mistake" in problem) {
    const { message, cure } = sayMistake(problem.mistake, language);
    return { message, cure: cures[problem.mistake.code] ?? cure };
  }
  const { message, cure } = mistakes[problem.code];
  return { message: fill(message, problem.facts), cure: fill(cure, problem.facts) };
}

/** Something that is to be said of a list of schools, in words. Its cell is told beside it. */
export function sayListProblem({ code, facts }: ListProblem, language: Language): MistakeWords {
  const { message, cure } = bookWords[language].list[code];
  return { message: fill(message, facts), cure: fill(cure, facts) };
}

/** A change of a definition in words. What it is about stands beside it: a code, a number, a line of the roster. */
export function sayChange({ kind, line, heading, before, after }: DefinitionChange, language: Language): string {
  const words = bookWords[language].difference;
  return fill(templateOf(words, { kind, line, heading, before, after }), {
    heading: heading ?? "",
    before: before ?? "",
    after: after ?? "",
  });
}

function templateOf(words: DifferenceWords, { kind, line, heading, before, after }: Partial<DefinitionChange>): string {
  if (heading !== undefined) {
    if (heading === ORDER) return words.moved;
    return before === undefined ? words.filled : after === undefined ? words.emptied : words.changed;
  }
  if (line === undefined) return before === undefined ? words.came : words.went;
  if (kind === "roster-asked") return words.lineAsked;
  return before === undefined ? words.lineCame : after === undefined ? words.lineWent : words.lineMoved;
}

/** The heading of changes in the order of rows, which no column has. */
const ORDER: typeof ORDER_HEADING = "顺序";
