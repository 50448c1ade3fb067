import type { Form } from "../domain";
import { speaksEnglish } from "./language";
import type { Locale } from "./locale";

/** The language for a BCP 47 tag, as `localeFor` chooses it, without loading the other ones. */
export async function loadLocale(tag: string | undefined, form: Form): Promise<Locale> {
  return speaksEnglish(tag) ? (await import("./en-US")).enUS : (await import("./zh-CN")).zhCNOf(form);
}
