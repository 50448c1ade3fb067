import { enUS } from "./en-US";
import { speaksEnglish } from "./language";
import type { Locale } from "./locale";
import { zhCN } from "./zh-CN";

export { enUS, zhCN };
export {
  briefHead,
  fill,
  formFacts,
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
export { messageWords, relationOf, relationWords } from "./relation-words";
export { loadLocale } from "./load";
export type { Locale } from "./locale";

/** All languages, Chinese first. */
export const locales: readonly Locale[] = [zhCN, enUS];

/** The language for a BCP 47 tag: English for `en…`, Chinese for everything else. */
export function localeFor(tag: string | undefined): Locale {
  return speaksEnglish(tag) ? enUS : zhCN;
}
