import { ANYWHERE, Memo } from "./memo";
import type { XmlScanner } from "./xml-scan";
import { detach, fromXstring } from "./xml-text";

/**
 * The text of a string item (`si` or `is`, ECMA-376 part 1, 18.4.8): its `t`, or those of its rich text runs.
 * Phonetic runs (`rPh`) say how it is read aloud and are no part of it.
 */
export function readStringItem(xml: XmlScanner): string {
  const { depth } = xml;
  let text = "";
  while (xml.nextChild(depth)) {
    if (xml.is("t")) text += fromXstring(xml.content());
    else if (xml.is("r")) {
      while (xml.nextChild(depth + 1)) if (xml.is("t")) text += fromXstring(xml.content());
    }
    xml.checkLength(text);
  }
  return detach(text);
}

const STRINGS = new Memo<readonly string[]>();

/** The shared strings of a workbook, by their number. */
export function readStrings(xml: XmlScanner): readonly string[] {
  if (!xml.root("sst")) xml.fail("no sst");
  const strings = xml.known(STRINGS, ANYWHERE, () => itemsOf(xml));
  xml.toEnd();
  return strings;
}

function itemsOf(xml: XmlScanner): readonly string[] {
  const strings: string[] = [];
  while (xml.nextChild(1)) if (xml.is("si")) strings.push(readStringItem(xml));
  return strings;
}
