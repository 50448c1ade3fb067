import { areaAddress, parseArea, type Area } from "../../domain/cell";
import { keyColumn, keyRow } from "../../domain/grid";
import { CellPatch, type Rewrite } from "./patch-cells";
import type { SheetChanges } from "./sheet-changes";
import { applySplices, type Splice } from "./splice";
import { validationsXml } from "./write-validations";
import type { XmlScanner } from "./xml-scan";

export interface PatchedSheet {
  readonly text: string;
  /** Keys of cells that were formulas and are values now. */
  readonly lostFormulas: ReadonlySet<number>;
}

/** The elements that come before `dataValidations` (CT_Worksheet, ECMA-376 part 1, 18.3.1.99). */
const BEFORE_VALIDATIONS = new Set([
  "sheetPr",
  "dimension",
  "sheetViews",
  "sheetFormatPr",
  "cols",
  "sheetData",
  "sheetCalcPr",
  "sheetProtection",
  "protectedRanges",
  "scenarios",
  "autoFilter",
  "sortState",
  "dataConsolidate",
  "customSheetViews",
  "mergeCells",
  "phoneticPr",
  "conditionalFormatting",
]);

/** Changes the text of a worksheet part, and of it only what the changes name. */
export function patchSheet(xml: XmlScanner, changes: SheetChanges, rewrite: Rewrite): PatchedSheet {
  if (!xml.root("worksheet")) xml.fail("no worksheet");
  const prefix = xml.prefix();
  const splices: Splice[] = [];
  const old: Splice[] = [];
  let cells: CellPatch | undefined;
  let dimension: (Splice & { readonly area: Area | undefined }) | undefined;
  let place = xml.at;
  while (xml.nextChild(1)) {
    const name = xml.name();
    const from = xml.tagStart;
    if (name === "dimension") dimension = dimensionOf(xml);
    else if (name === "sheetData") (cells = new CellPatch(xml, changes, rewrite)).run();
    else if (name === "extLst" && changes.validations) old.push(...extensionsToDrop(xml, from));
    if (xml.depth > 1) toElementEnd(xml);
    if (name === "dataValidations") old.push({ from, to: xml.at, text: "" });
    if (BEFORE_VALIDATIONS.has(name)) place = xml.at;
  }
  xml.toEnd();
  const { splices: cellSplices, added, lostFormulas } = cells ?? xml.fail("no sheetData");
  splices.push(...cellSplices);
  if (dimension?.area && added.length > 0) splices.push({ ...dimension, text: areaAddress(around(dimension.area, added)) });
  if (changes.validations) splices.push(...old, { from: place, to: place, text: validationsXml(changes.validations, prefix) });
  return { text: applySplices(xml.text, splices), lostFormulas };
}

/** Moves to the end of the element at depth 2 in which the scanner stands. */
function toElementEnd(xml: XmlScanner): void {
  while (xml.nextChild(2));
}

function dimensionOf(xml: XmlScanner): (Splice & { readonly area: Area | undefined }) | undefined {
  const slot = xml.slot("ref");
  if (slot < 0) return undefined;
  const from = xml.attributes[slot + 2]!;
  const to = xml.attributes[slot + 3]!;
  return { from, to, text: "", area: parseArea(xml.text.slice(from, to)) };
}

function around(area: Area, keys: readonly number[]): Area {
  let { top, left, bottom, right } = area;
  for (const key of keys) {
    top = Math.min(top, keyRow(key));
    bottom = Math.max(bottom, keyRow(key));
    left = Math.min(left, keyColumn(key));
    right = Math.max(right, keyColumn(key));
  }
  return { top, left, bottom, right };
}

/** The x14 validations of a sheet, with the whole list of extensions where nothing else is in it: it may not be empty. */
function extensionsToDrop(xml: XmlScanner, from: number): Splice[] {
  const { depth } = xml;
  const dropped: Splice[] = [];
  let others = 0;
  while (xml.nextChild(depth)) {
    const start = xml.tagStart;
    let validations = false;
    while (xml.nextChild(depth + 1)) validations ||= xml.is("dataValidations");
    if (validations) dropped.push({ from: start, to: xml.at, text: "" });
    else others++;
  }
  return others === 0 ? [{ from, to: xml.at, text: "" }] : dropped;
}
