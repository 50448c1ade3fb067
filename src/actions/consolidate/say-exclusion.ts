import type { Exclusion } from "../../domain";
import { fill, sayRefusal, type Locale } from "../../locales";
import { sayPeriod } from "../report/reporter";

/** Why a file does not count, and what to do about it. */
export function sayExclusion(why: Exclusion, locale: Locale): string {
  switch (why.code) {
    case "another-period":
      return fill(locale.notice.anotherPeriod, { period: sayPeriod(why.period, locale) });
    case "identity-unclear":
      return fill(locale.notice.identityUnclear, { detail: why.detail });
    default:
      return sayRefusal(why, locale);
  }
}
