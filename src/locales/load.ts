import { speaksEnglish } from "./language";
import type { Locale } from "./locale";

/** The language for a BCP 47 tag, as `localeFor` chooses it, without loading the other ones. */
export async function loadLocale(tag: string | undefined): Promise<Locale> {
  return speaksEnglish(tag) ? (await import("./en-US")).enUS : (await import("./zh-CN")).zhCN;
}
