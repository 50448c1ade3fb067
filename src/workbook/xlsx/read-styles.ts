import { kindOfFormat, type NumberKind } from "../../domain/calendar";
import { ANYWHERE, Memo } from "./memo";
import type { XmlScanner } from "./xml-scan";

/** Built-in formats that show a date, and those that show a time. 27 to 58 differ between languages (ECMA-376 part 1, 18.8.30): these are zh-CN's. */
const BUILT_IN_DATES = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);
const BUILT_IN_TIMES = new Set([18, 19, 20, 21, 32, 33, 34, 35, 45, 46, 47, 55, 56]);

const STYLES = new Memo<readonly NumberKind[]>();

/** As what each cell style shows a number, by style number (`cellXfs`, ECMA-376 part 1, 18.8.10). */
export function readNumberKinds(xml: XmlScanner): readonly NumberKind[] {
  if (!xml.root("styleSheet")) xml.fail("no styleSheet");
  const styles = xml.known(STYLES, ANYWHERE, () => kindsOf(xml));
  xml.toEnd();
  return styles;
}

function kindsOf(xml: XmlScanner): readonly NumberKind[] {
  const custom = new Map<number, NumberKind>();
  const formats: number[] = [];
  while (xml.nextChild(1)) {
    if (xml.is("numFmts")) {
      while (xml.nextChild(2)) custom.set(Number(xml.attribute("numFmtId")), kindOfFormat(xml.attribute("formatCode") ?? ""));
    } else if (xml.is("cellXfs")) {
      while (xml.nextChild(2)) formats.push(Number(xml.attribute("numFmtId") ?? 0));
    }
  }
  return formats.map((format) => custom.get(format) ?? builtIn(format));
}

function builtIn(format: number): NumberKind {
  if (BUILT_IN_DATES.has(format)) return "date";
  return BUILT_IN_TIMES.has(format) ? "time" : "number";
}
