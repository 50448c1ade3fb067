import type { Mistake } from "../definition";
import type { Language } from "../domain";
import type { DefinitionWords, MistakeWords } from "./definition-words";
import { definitionWords as enUS } from "./en-US/definition";
import { fill } from "./say";
import { definitionWords as zhCN } from "./zh-CN/definition";

const words: Readonly<Record<Language, DefinitionWords>> = { "zh-CN": zhCN, "en-US": enUS };

/** A mistake of a definition in words. Where it stands is told beside it, as its readers know the place: `pathText`, or a cell. */
export function sayMistake({ code, facts }: Mistake, language: Language): MistakeWords {
  const { message, cure } = words[language][code];
  return { message: fill(message, facts), cure: fill(cure, facts) };
}
