import { beijingClock } from "./calendar";

/**
 * A half-year, written as SDMX writes it: `2026-S1` is January to June.
 * Source: letter 鄂教职成办函〔2022〕19号, clause 3 ("从2023年6月开始每半年…报送一次").
 */
export interface ReportingPeriod {
  readonly year: number;
  readonly half: 1 | 2;
}

/** `2026-S2`. */
export function periodId(period: ReportingPeriod): string {
  return `${period.year}-S${period.half}`;
}

/** `2026年下半年`, as it stands in the form and in file names. */
export function periodLabel(period: ReportingPeriod): string {
  return `${period.year}年${period.half === 1 ? "上" : "下"}半年`;
}

/** Reads `2026-S2`, `2026S2` or `2026年下半年`; undefined for anything else. */
export function parsePeriod(text: string): ReportingPeriod | undefined {
  const match = /^(\d{4})(?:-?[Ss]([12])|年(上|下)半年)$/.exec(text.normalize("NFKC").replace(/\s+/g, ""));
  if (!match) return undefined;
  return { year: Number(match[1]), half: match[2] === "1" || match[3] === "上" ? 1 : 2 };
}

/** Halves since year 0: the order of periods, and their distance. */
export function periodIndex(period: ReportingPeriod): number {
  return period.year * 2 + period.half - 1;
}

/** The period `steps` halves later, or earlier where negative. */
export function shiftPeriod(period: ReportingPeriod, steps: number): ReportingPeriod {
  const index = periodIndex(period) + steps;
  return { year: Math.floor(index / 2), half: index % 2 === 0 ? 1 : 2 };
}

/**
 * The period that is reported on, on a day, where nobody says which: the running half-year, and in its first month the one just over.
 * By the date in China, whatever clock the machine goes by.
 */
export function defaultPeriod(now: Date): ReportingPeriod {
  const [year, month] = beijingClock(now).split("-").map(Number) as [number, number];
  const running: ReportingPeriod = { year, half: month <= 6 ? 1 : 2 };
  return month % 6 === 1 ? shiftPeriod(running, -1) : running;
}

/** First and last day, as `YYYY-MM-DD`. The last day is also the day the report is due. */
export function periodDays(period: ReportingPeriod): { readonly first: string; readonly last: string } {
  return period.half === 1
    ? { first: `${period.year}-01-01`, last: `${period.year}-06-30` }
    : { first: `${period.year}-07-01`, last: `${period.year}-12-31` };
}
