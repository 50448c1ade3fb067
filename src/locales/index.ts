import type { Form } from "../domain";
import { enUS } from "./en-US";
import { speaksEnglish } from "./language";
import type { Locale } from "./locale";
import { zhCN, zhCNOf } from "./zh-CN";

export { enUS, zhCN, zhCNOf };
export {
  briefHead,
  fill,
  formFacts,
  inWordsOf,
  say,
  sayExplanationFault,
  sayInNotice,
  sayPart,
  sayRefusal,
  sayState,
  sayUnusedEarlier,
  sayUsedEarlier,
  type Said,
} from "./say";
export { messageWords, ownTitle, relationOf, relationWords } from "./relation-words";
export { loadLocale } from "./load";
export type { Locale } from "./locale";

/** All languages, Chinese first, in general words: of no form. */
export const locales: readonly Locale[] = [zhCN, enUS];

/**
 * The language for a BCP 47 tag: English for `en…`, Chinese for everything else.
 * @param form that is spoken of: in Chinese its fields are called as they are printed
 */
export function localeFor(tag: string | undefined, form: Form): Locale {
  return speaksEnglish(tag) ? enUS : zhCNOf(form);
}
