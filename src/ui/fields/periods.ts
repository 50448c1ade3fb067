import { defaultPeriod, parsePeriod, periodIndex, shiftPeriod, type ReportingPeriod } from "../../domain";

/** The periods on offer, newest first: from the first one due to the one after today's. */
export function periodsUntil(today: Date, first: string): ReportingPeriod[] {
  const from = parsePeriod(first) ?? defaultPeriod(today);
  const last = shiftPeriod(defaultPeriod(today), 1);
  const count = Math.max(periodIndex(last) - periodIndex(from) + 1, 1);
  return Array.from({ length: count }, (_, step) => shiftPeriod(last, -step));
}
