import { address } from "../../domain/cell";
import { keyColumn, keyRow } from "../../domain/grid";
import { applySplices, type Splice } from "./splice";
import type { XmlScanner } from "./xml-scan";

/** The elements that come before `calcPr` (CT_Workbook, ECMA-376 part 1, 18.2.27). */
const BEFORE_CALCULATION = new Set([
  "fileVersion",
  "fileSharing",
  "workbookPr",
  "AlternateContent",
  "revisionPtr",
  "absPath",
  "workbookProtection",
  "bookViews",
  "sheets",
  "functionGroups",
  "externalReferences",
  "definedNames",
]);

/** Lets the next program that opens the workbook calculate all of it: the cached results of formulas are stale. */
export function askForCalculation(xml: XmlScanner): string {
  if (!xml.root("workbook")) xml.fail("no workbook");
  const prefix = xml.prefix();
  let place = xml.at;
  let splice: Splice | undefined;
  while (xml.nextChild(1)) {
    const name = xml.name();
    if (name === "calcPr") splice = calculationSplice(xml);
    while (xml.nextChild(2));
    if (BEFORE_CALCULATION.has(name)) place = xml.at;
  }
  xml.toEnd();
  return applySplices(xml.text, [splice ?? { from: place, to: place, text: `<${prefix}calcPr fullCalcOnLoad="1"/>` }]);
}

function calculationSplice(xml: XmlScanner): Splice {
  const slot = xml.slot("fullCalcOnLoad");
  if (slot < 0) return { from: xml.end, to: xml.end, text: ' fullCalcOnLoad="1"' };
  return { from: xml.attributes[slot + 2]!, to: xml.attributes[slot + 3]!, text: "1" };
}

/** The `sheetId` of each sheet, in the order of the workbook: what a calculation chain calls the sheets by. */
export function sheetIds(xml: XmlScanner): readonly string[] {
  const ids: string[] = [];
  if (!xml.root("workbook")) xml.fail("no workbook");
  while (xml.nextChild(1)) {
    if (!xml.is("sheets")) continue;
    while (xml.nextChild(2)) if (xml.is("sheet")) ids.push(xml.attribute("sheetId") ?? "");
  }
  return ids;
}

/**
 * Takes cells that are no formulas any more out of the calculation chain (ECMA-376 part 1, 18.6.2): a link to a value is a repair prompt.
 * @param lost cell keys by `sheetId`
 * @returns the text of the part, or undefined where no cell is left in it
 */
export function patchCalcChain(xml: XmlScanner, lost: ReadonlyMap<string, ReadonlySet<number>>): string | undefined {
  if (!xml.root("calcChain")) xml.fail("no calcChain");
  const names = new Map(
    [...lost].map(([id, keys]) => [id, new Set([...keys].map((key) => address({ row: keyRow(key), column: keyColumn(key) })))]),
  );
  const splices: Splice[] = [];
  let sheet = "";
  let dropped = false;
  let left = 0;
  while (xml.nextChild(1)) {
    const { tagStart: from, end } = xml;
    const own = xml.attribute("i");
    const name = xml.attribute("r") ?? "";
    sheet = own ?? sheet;
    while (xml.nextChild(2));
    if (names.get(sheet)?.has(name)) {
      splices.push({ from, to: xml.at, text: "" });
      dropped = true;
      continue;
    }
    left++;
    // A link without a sheet is on the sheet of the one before, which may just have gone.
    if (own === undefined && dropped && sheet !== "") splices.push({ from: end, to: end, text: ` i="${sheet}"` });
    dropped = false;
  }
  return left === 0 ? undefined : applySplices(xml.text, splices);
}

/** Drops the elements under the root of which `attribute` fits. */
export function dropElements(xml: XmlScanner, attribute: string, fits: (value: string) => boolean): string {
  const splices: Splice[] = [];
  while (xml.next() !== 1);
  while (xml.nextChild(1)) {
    const from = xml.tagStart;
    const value = xml.attribute(attribute);
    while (xml.nextChild(2));
    if (value !== undefined && fits(value)) splices.push({ from, to: xml.at, text: "" });
  }
  return applySplices(xml.text, splices);
}
