import type { XmlScanner } from "./xml-scan";

/**
 * Built-in formats that show a date. 27 to 58 differ between languages (ECMA-376 part 1, 18.8.30): these are zh-CN's.
 * Pure times (18 to 21, 32 to 35, 45 to 47, 55, 56) are none: they count hours, and know no calendar.
 */
const BUILT_IN_DATES = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);

/** Whether a number format code shows a date: it names a day, weekday or year, or a month that is not the minutes of a time. */
export function showsDate(code: string): boolean {
  const withoutTexts = code.replace(/"[^"]*"?|\\.|[_*]./g, "");
  const elapsed = /\[[hms]+\]/i.test(withoutTexts);
  // What only looks like a letter of a date: colours and locales, AM/PM, General, exponents.
  const letters = withoutTexts.replace(/\[[^\]]*\]|am\/pm|a\/p|上午\/下午|general|e[+-]/gi, "");
  if (/[yde]|aaa/i.test(letters)) return true;
  return /m/i.test(letters) && !elapsed && !/[hs]/i.test(letters);
}

/** Which cell styles show a number as a date, by style number (`cellXfs`, ECMA-376 part 1, 18.8.10). */
export function readDateStyles(xml: XmlScanner): readonly boolean[] {
  if (!xml.root("styleSheet")) xml.fail("no styleSheet");
  const custom = new Map<number, boolean>();
  const formats: number[] = [];
  while (xml.nextChild(1)) {
    if (xml.is("numFmts")) {
      while (xml.nextChild(2)) custom.set(Number(xml.attribute("numFmtId")), showsDate(xml.attribute("formatCode") ?? ""));
    } else if (xml.is("cellXfs")) {
      while (xml.nextChild(2)) formats.push(Number(xml.attribute("numFmtId") ?? 0));
    }
  }
  xml.toEnd();
  return formats.map((format) => custom.get(format) ?? BUILT_IN_DATES.has(format));
}
