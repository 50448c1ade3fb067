import { beijingClock } from "./calendar";
import type { Arrival } from "./consolidation";
import { coverItem, type Form } from "./form";
import { byText } from "./order";
import { parsePeriod, periodDays, shiftPeriod, type ReportingPeriod } from "./period";
import { textOf, type Submission } from "./submission";

/** What decides which of several forms of one school and period counts. */
export interface Standing {
  /** A seal that does not hold is none. */
  readonly sealed: boolean;
  /** 报出日期, `2026-12-20`; absent where the cover has none. */
  readonly reported?: string;
  /** When it came, as text that sorts by time; absent where nobody knows. */
  readonly received?: string;
}

/** Sorts forms of one school and period, the one that counts first: sealed before unsealed, then the newer 报出日期, then the later arrival. */
export function byStanding(a: Standing, b: Standing): number {
  return Number(b.sealed) - Number(a.sealed) || byText(b.reported ?? "", a.reported ?? "") || byText(b.received ?? "", a.received ?? "");
}

/** 报出日期 of a submission, `2026-12-20`; undefined where its cover has no day, or the form asks for none. */
export function reportedDay({ cover }: Submission, form: Form): string | undefined {
  const item = coverItem(form, "reported");
  const day = item && textOf(cover[item.id]);
  return day !== undefined && /^\d{4}-\d\d-\d\d$/.test(day) ? day : undefined;
}

/** The last day that 报出日期 can say: by then the form of the next period is due. */
export function lastReportable(period: ReportingPeriod): string {
  return periodDays(shiftPeriod(period, 1)).last;
}

/**
 * 报出日期 as far as it can be true. What came by mail was reported by the day of the mail, whatever it says; of anything else a day after
 * `lastReportable` tells nothing.
 * @param period id of the period of the form
 * @returns undefined where nothing tells the day
 */
export function possibleDay(reported: string | undefined, period: string, { received, mailed }: Omit<Arrival, "path">): string | undefined {
  if (reported === undefined) return undefined;
  const mailedOn = mailed && received !== undefined ? beijingClock(new Date(received)).slice(0, 10) : undefined;
  if (mailedOn !== undefined) return reported > mailedOn ? mailedOn : reported;
  const of = parsePeriod(period);
  return of && reported > lastReportable(of) ? undefined : reported;
}
