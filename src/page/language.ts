import type { Form } from "../domain";
import { localeFor, type Locale } from "../locales";

const KEY = "cluster-report-language";

/** The language of the page: Chinese, until somebody asks for another one. */
export interface Tongue {
  locale(): Locale;
  choose(tag: Locale["tag"]): void;
  forget(): void;
}

/** The language that was chosen on this computer. Nobody is asked what the browser speaks: the form is Chinese. */
export function preferredLanguage(form: Form): Tongue {
  let locale = localeFor(storedTag(), form);
  return {
    locale: () => locale,
    choose(tag) {
      locale = localeFor(tag, form);
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
