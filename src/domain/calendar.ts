/** Days from 1899-12-30, the zero of the 1900 date system as spreadsheet programs count it from March 1900 on. */
const EPOCH = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;

/** The ISO day (`YYYY-MM-DD`) of a serial number; undefined before March 1900, where the 1900 system counts a day that never was, and after the year 9999. */
export function dayOfSerial(serial: number): string | undefined {
  if (!(serial >= 61 && serial < 2_958_466)) return undefined;
  return new Date(EPOCH + Math.floor(serial) * DAY).toISOString().slice(0, 10);
}

/** The serial number of an ISO day; undefined where the day does not exist. */
export function serialOfDay(day: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!match) return undefined;
  const time = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  const back = new Date(time).toISOString().slice(0, 10);
  const serial = (time - EPOCH) / DAY;
  return back === day && serial >= 61 ? serial : undefined;
}

const BEIJING_HOURS = 8;

/** What the clocks of Beijing (UTC+8, no summer time) show at an instant: `2026-11-27T16:05:00.000`. */
export function beijingClock(instant: Date): string {
  return new Date(instant.getTime() + BEIJING_HOURS * 3_600_000).toISOString().slice(0, -1);
}

/** What a number looks like. */
export type NumberKind = "date" | "time" | "number";

/**
 * As what a number format code shows a number: as a date where it names a day, weekday or year, or a month that is not the minutes of a
 * time; as a time where it names hours, minutes or seconds alone.
 */
export function kindOfFormat(code: string): NumberKind {
  const withoutTexts = code.replace(/"[^"]*"?|\\.|[_*]./g, "");
  const elapsed = /\[[hms]+\]/i.test(withoutTexts);
  // What only looks like a letter of a date: colours and locales, AM/PM, General, exponents.
  const letters = withoutTexts.replace(/\[[^\]]*\]|am\/pm|a\/p|上午\/下午|general|g\/通用格式|e[+-]/gi, "");
  if (/[yde]|aaa/i.test(letters)) return "date";
  if (elapsed || /[hs]/i.test(letters)) return "time";
  return /m/i.test(letters) ? "date" : "number";
}

/** A time of day as clocks show it (`8:30`, `8:30:15`); undefined where the number is none, being 1 or more, or negative. */
export function clockOf(serial: number): string | undefined {
  if (!(serial >= 0 && serial < 1)) return undefined;
  const seconds = Math.round(serial * 86_400);
  const two = (part: number): string => String(part).padStart(2, "0");
  const clock = `${Math.floor(seconds / 3_600)}:${two(Math.floor(seconds / 60) % 60)}`;
  return seconds % 60 === 0 ? clock : `${clock}:${two(seconds % 60)}`;
}

/** Reads a day as people type it (`2026-12-20`, `2026/12/20`, `2026.12.20`, `2026年12月20日`) into an ISO day; undefined for anything else. */
export function parseDay(text: string): string | undefined {
  const match = /^(\d{4})(?:[-/.](\d{1,2})[-/.](\d{1,2})|年(\d{1,2})月(\d{1,2})日)$/.exec(text.normalize("NFKC").replace(/\s+/g, ""));
  if (!match) return undefined;
  const day = `${match[1]}-${(match[2] ?? match[4])!.padStart(2, "0")}-${(match[3] ?? match[5])!.padStart(2, "0")}`;
  return serialOfDay(day) === undefined ? undefined : day;
}
