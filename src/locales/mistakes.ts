import type { Mistake } from "../definition";
import type { BookProblem } from "../definition/book";
import type { Language } from "../domain";
import type { DefinitionBookWords } from "./definition-book-words";
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
