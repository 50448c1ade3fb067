/** Days between the two date systems of spreadsheets (ECMA-376 part 1, 18.17.4.1). */
export const DAYS_1904 = 1_462;
const DAY = 86_400_000;
const ISO = /^(?:(\d{4})-(\d\d)-(\d\d))?(?:T?(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?(?:Z|[+-]\d\d:\d\d)?$/;

/**
 * The serial of an ISO 8601 date or time, as strict files write it (`t="d"`, ECMA-376 part 1, 18.18.11).
 * @returns days in the 1900 system, or undefined where the text is no date
 */
export function serialOfIso(text: string): number | undefined {
  const match = ISO.exec(text.trim());
  if (!match || match[0] === "") return undefined;
  const [, year, month, day, hours = "0", minutes = "0", seconds = "0"] = match;
  const time = (Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds)) / 86_400;
  if (year === undefined) return time;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCFullYear() !== Number(year)) return undefined;
  const days = date.getTime() / DAY + 25_569;
  // The 1900 system counts a 29 February 1900 that never was.
  return (days < 61 ? days - 1 : days) + time;
}
