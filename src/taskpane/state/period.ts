import { parsePeriod, periodIndex, shiftPeriod, type ReportingPeriod } from "../../domain";

/** Days after the end of a half-year in which most people still report on it. */
const LATE_DAYS = 15;

/** The period most people mean on a day: the running half-year, or the one just over. */
export function defaultPeriod(today: Date): ReportingPeriod {
  const running: ReportingPeriod = { year: today.getFullYear(), half: today.getMonth() < 6 ? 1 : 2 };
  const fresh = today.getMonth() % 6 === 0 && today.getDate() <= LATE_DAYS;
  return fresh ? shiftPeriod(running, -1) : running;
}

/** The periods on offer, newest first: from the first one due to the one after today's. */
export function periodsUntil(today: Date, first: string): ReportingPeriod[] {
  const from = parsePeriod(first) ?? defaultPeriod(today);
  const last = shiftPeriod(defaultPeriod(today), 1);
  const count = Math.max(periodIndex(last) - periodIndex(from) + 1, 1);
  return Array.from({ length: count }, (_, step) => shiftPeriod(last, -step));
}
