import type { Form } from "../domain";
import { loadLocale, zhCNOf, type Locale } from "../locales";

const KEY = "cluster-report-language";

/** The language of the page: Chinese, until somebody asks for another one. */
export interface Tongue {
  locale(): Locale;
  /** Rejects where the language cannot be loaded; the one of before stays. */
  choose(tag: Locale["tag"]): Promise<void>;
  forget(): void;
}

/**
 * The language that was chosen on this computer. Nobody is asked what the browser speaks: the form is Chinese, which comes with the page;
 * another language is loaded when somebody asks for it.
 */
export async function preferredLanguage(form: Form): Promise<Tongue> {
  let locale = await loadLocale(storedTag(), form).catch(() => zhCNOf(form));
  return {
    locale: () => locale,
    async choose(tag) {
      locale = await loadLocale(tag, form);
      quietly(() => localStorage.setItem(KEY, tag));
    },
    forget: () => quietly(() => localStorage.removeItem(KEY)),
  };
}

function storedTag(): string | undefined {
  try {
    return localStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Where the browser keeps nothing, the choice holds until the page is closed. */
function quietly(run: () => void): void {
  try {
    run();
  } catch {
    return;
  }
}
