import { showsDate } from "../../domain/calendar";
import { ANYWHERE, Memo } from "./memo";
import type { XmlScanner } from "./xml-scan";

/**
 * Built-in formats that show a date. 27 to 58 differ between languages (ECMA-376 part 1, 18.8.30): these are zh-CN's.
 * Pure times (18 to 21, 32 to 35, 45 to 47, 55, 56) are none: they count hours, and know no calendar.
 */
const BUILT_IN_DATES = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);

const STYLES = new Memo<readonly boolean[]>();

/** Which cell styles show a number as a date, by style number (`cellXfs`, ECMA-376 part 1, 18.8.10). */
export function readDateStyles(xml: XmlScanner): readonly boolean[] {
  if (!xml.root("styleSheet")) xml.fail("no styleSheet");
  const styles = xml.known(STYLES, ANYWHERE, () => dateStyles(xml));
  xml.toEnd();
  return styles;
}

function dateStyles(xml: XmlScanner): readonly boolean[] {
  const custom = new Map<number, boolean>();
  const formats: number[] = [];
  while (xml.nextChild(1)) {
    if (xml.is("numFmts")) {
      while (xml.nextChild(2)) custom.set(Number(xml.attribute("numFmtId")), showsDate(xml.attribute("formatCode") ?? ""));
    } else if (xml.is("cellXfs")) {
      while (xml.nextChild(2)) formats.push(Number(xml.attribute("numFmtId") ?? 0));
    }
  }
  return formats.map((format) => custom.get(format) ?? BUILT_IN_DATES.has(format));
}
