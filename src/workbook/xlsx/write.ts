import type { DefinedName } from "../../domain/grid";
import { joined } from "../../domain/joined";
import type { WorkbookPlan } from "../../domain/plan";
import { absoluteArea, absoluteRows } from "./formula-names";
import { PartBook } from "./parts";
import { checkPlan } from "./plan-check";
import { StringTable } from "./write-cells";
import { writeSheet } from "./write-sheet";
import { StyleBook } from "./write-styles";
import type { DeflatePieces } from "./zip-write";
import { attributes, MAIN_NS, OFFICE_RELATIONS, plainXmlText, XML_HEAD, xmlText, type Relation } from "./xml-write";

const CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml";
const CORE_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";

export interface WriteOptions {
  /** Deflates long parts, and the sheets whose rows are made while they are written; the engine for everywhere where absent. */
  readonly deflate?: DeflatePieces;
}

/**
 * Writes a workbook as .xlsx bytes (ECMA-376, transitional). The same plan gives the same bytes on every machine.
 * @param plan all of the workbook; rows and columns count from 0, widths are in characters, heights in points
 * @returns the bytes of the file
 * @throws RangeError where Excel would open the result with a repair prompt: texts over 32,767 characters, forbidden or
 *   doubled sheet names, numbers that are not finite, overlapping merges, prompts over 255 characters and the like
 */
export function writeXlsx(plan: WorkbookPlan, options?: WriteOptions): Uint8Array {
  return joined(writeXlsxPieces(plan, options));
}

/** The same bytes in pieces, one behind the other: a summary of thousands of files need not stand in memory twice. @throws RangeError as `writeXlsx` */
export function writeXlsxPieces(plan: WorkbookPlan, { deflate }: WriteOptions = {}): Uint8Array[] {
  const areas = checkPlan(plan);
  const parts = new PartBook(deflate);
  const styles = new StyleBook(plan.defaultFont);
  const strings = new StringTable();
  const active = plan.active ?? plan.sheets.findIndex((sheet) => sheet.state === "visible");
  const relations: Relation[] = plan.sheets.map((sheet, index) => {
    const path = parts.next("xl/worksheets/sheet");
    writeSheet(sheet, areas.get(sheet)!, path, index === active, { parts, styles, strings });
    return { type: "worksheet", target: `/${path}` };
  });
  relations.push({ type: "styles", target: "/xl/styles.xml" }, { type: "sharedStrings", target: "/xl/sharedStrings.xml" });
  parts.add("xl/workbook.xml", workbookXml(plan, active), "spreadsheetml.sheet.main+xml", relations);
  parts.add("xl/styles.xml", styles.part(), "spreadsheetml.styles+xml");
  const long = plan.sheets.some(({ rows }) => rows !== undefined);
  parts.add("xl/sharedStrings.xml", long ? strings.part() : [...strings.part()].join(""), "spreadsheetml.sharedStrings+xml");
  writeProperties(plan, parts);
  return parts.zip();
}

function workbookXml(plan: WorkbookPlan, active: number): string {
  const sheets = plan.sheets.map(({ name, state }, index) => {
    const said = attributes({ name, sheetId: index + 1, state: state === "visible" ? undefined : state, "r:id": `rId${index + 1}` });
    return `<sheet${said}/>`;
  });
  const names = definedNames(plan).map(({ name, sheet, hidden, refersTo }) => {
    const scope = sheet === undefined ? undefined : plan.sheets.findIndex((one) => one.name === sheet);
    return `<definedName${attributes({ name, localSheetId: scope, hidden: hidden || undefined })}>${xmlText(refersTo)}</definedName>`;
  });
  return (
    `${XML_HEAD}<workbook xmlns="${MAIN_NS}" xmlns:r="${OFFICE_RELATIONS}"><workbookPr/>` +
    (plan.lockStructure ? '<workbookProtection lockStructure="1"/>' : "") +
    `<bookViews><workbookView${attributes({ firstSheet: active || undefined, activeTab: active || undefined })}/></bookViews>` +
    `<sheets>${sheets.join("")}</sheets>` +
    (names.length > 0 ? `<definedNames>${names.join("")}</definedNames>` : "") +
    '<calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>'
  );
}

/**
 * The names of a plan, and those that say what is printed and filtered (ECMA-376 part 1, 18.2.6).
 */
export function definedNames(plan: WorkbookPlan): DefinedName[] {
  const names: DefinedName[] = [...(plan.names ?? [])];
  for (const { name: sheet, page, autoFilter } of plan.sheets) {
    if (autoFilter) names.push({ name: "_xlnm._FilterDatabase", refersTo: absoluteArea(sheet, autoFilter), sheet, hidden: true });
    if (page?.area) names.push({ name: "_xlnm.Print_Area", refersTo: absoluteArea(sheet, page.area), sheet });
    if (page?.titleRows) names.push({ name: "_xlnm.Print_Titles", refersTo: absoluteRows(sheet, page.titleRows), sheet });
  }
  return names;
}

function writeProperties(plan: WorkbookPlan, parts: PartBook): void {
  const title = plan.title === undefined ? "" : `<dc:title>${plainXmlText(plan.title)}</dc:title>`;
  parts.add(
    "docProps/core.xml",
    `${XML_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
      ` xmlns:dc="http://purl.org/dc/elements/1.1/">${title}</cp:coreProperties>`,
    CORE_TYPE,
  );
  parts.add(
    "docProps/app.xml",
    `${XML_HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">` +
      "<Application>cluster-report</Application></Properties>",
    "extended-properties+xml",
  );
  parts.addRelations("", [
    { type: "officeDocument", target: "xl/workbook.xml" },
    { type: CORE_RELATION, target: "docProps/core.xml" },
    { type: "extended-properties", target: "docProps/app.xml" },
  ]);
}
