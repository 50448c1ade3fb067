import { address, areaAddress, type Area } from "../../domain/cell";
import type { Hyperlink, PageSetup, SheetPlan } from "../../domain/plan";
import { quotePlace } from "./formula-names";
import type { PartBook } from "./parts";
import { RelationList } from "./parts";
import { sheetDataXml, type StringTable } from "./write-cells";
import { writeDrawing } from "./write-chart";
import { colourElement, type StyleBook } from "./write-styles";
import { tablePart } from "./write-table";
import { validationsXml } from "./write-validations";
import { attributes, MAIN_NS, OFFICE_RELATIONS, preserveSpace, XML_HEAD, xmlText } from "./xml-write";

/** What the sheets of a workbook share while it is written. */
export interface Shared {
  readonly parts: PartBook;
  readonly styles: StyleBook;
  readonly strings: StringTable;
}

/**
 * Writes one worksheet part with the parts it leads to.
 * The order of the elements is the schema's (CT_Worksheet, ECMA-376 part 1, 18.3.1.99): any other is a repair prompt.
 * @param used the area of its cells
 */
export function writeSheet(sheet: SheetPlan, used: Area, path: string, active: boolean, shared: Shared): void {
  const relations = new RelationList();
  const before = [
    `${XML_HEAD}<worksheet xmlns="${MAIN_NS}" xmlns:r="${OFFICE_RELATIONS}">`,
    propertiesXml(sheet),
    `<dimension ref="${areaAddress(used)}"/>`,
    viewXml(sheet, active),
    `<sheetFormatPr defaultRowHeight="15"${sheet.folds?.length ? ' outlineLevelRow="1"' : ""}/>`,
    columnsXml(sheet.columnWidths ?? []),
  ];
  const after = [
    protectionXml(sheet),
    sheet.autoFilter ? `<autoFilter ref="${areaAddress(sheet.autoFilter)}"/>` : "",
    mergesXml(sheet.merges ?? []),
    conditionalXml(sheet, shared.styles),
    validationsXml(sheet.validations ?? []),
    linksXml(sheet.links ?? [], relations),
    pageXml(sheet.page),
    drawingXml(sheet, shared.parts, relations),
    tablesXml(sheet, shared.parts, relations),
    "</worksheet>",
  ];
  const xml = piecesOf(before, sheetDataXml(sheet, shared.styles, shared.strings), after);
  // What is made row by row may be larger than memory should be; all else is deflated at once, which is faster.
  shared.parts.add(path, sheet.rows ? xml : [...xml].join(""), "spreadsheetml.worksheet+xml", relations.items);
}

function* piecesOf(...all: readonly Iterable<string>[]): Generator<string> {
  for (const pieces of all) yield* pieces;
}

function propertiesXml(sheet: SheetPlan): string {
  const inner =
    (sheet.tabColour ? colourElement("tabColor", sheet.tabColour) : "") +
    (sheet.folds?.length ? '<outlinePr summaryBelow="0"/>' : "") +
    (sheet.page?.fitTo ? '<pageSetUpPr fitToPage="1"/>' : "");
  return inner && `<sheetPr>${inner}</sheetPr>`;
}

function viewXml(sheet: SheetPlan, active: boolean): string {
  const view = attributes({
    showGridLines: sheet.gridLines === false ? false : undefined,
    tabSelected: active || undefined,
    zoomScale: sheet.zoom,
    zoomScaleNormal: sheet.zoom,
    workbookViewId: 0,
  });
  const { row = 0, column = 0 } = sheet.freeze ?? {};
  if (row === 0 && column === 0) return `<sheetViews><sheetView${view}/></sheetViews>`;
  const activePane = row === 0 ? "topRight" : column === 0 ? "bottomLeft" : "bottomRight";
  const pane = attributes({
    xSplit: column || undefined,
    ySplit: row || undefined,
    topLeftCell: address({ row, column }),
    activePane,
    state: "frozen",
  });
  return `<sheetViews><sheetView${view}><pane${pane}/><selection pane="${activePane}"/></sheetView></sheetViews>`;
}

function columnsXml(widths: readonly number[]): string {
  const columns: string[] = [];
  for (let first = 0; first < widths.length;) {
    let next = first;
    while (next < widths.length && widths[next] === widths[first]) next++;
    const hidden = widths[first] === 0 ? ' hidden="1"' : "";
    columns.push(`<col min="${first + 1}" max="${next}" width="${widths[first]}"${hidden} customWidth="1"/>`);
    first = next;
  }
  return columns.length > 0 ? `<cols>${columns.join("")}</cols>` : "";
}

/** Protection attributes are locks: what is allowed is written as 0 (18.3.1.85). */
function protectionXml(sheet: SheetPlan): string {
  if (!sheet.protection) return "";
  const allowed = Object.fromEntries((sheet.protection.allow ?? []).map((what) => [what, false]));
  return `<sheetProtection${attributes({ sheet: true, objects: true, scenarios: true, ...allowed })}/>`;
}

function mergesXml(merges: readonly Area[]): string {
  const cells = merges.map((area) => `<mergeCell ref="${areaAddress(area)}"/>`);
  return cells.length > 0 ? `<mergeCells count="${cells.length}">${cells.join("")}</mergeCells>` : "";
}

function conditionalXml(sheet: SheetPlan, styles: StyleBook): string {
  const formats = (sheet.conditionalFormats ?? []).map((format, index) => {
    const rule = attributes({
      type: "expression",
      dxfId: styles.differenceNumber(format.style),
      priority: index + 1,
      stopIfTrue: format.stopIfTrue || undefined,
    });
    const areas = format.areas.map(areaAddress).join(" ");
    return `<conditionalFormatting sqref="${areas}"><cfRule${rule}><formula>${xmlText(format.formula)}</formula></cfRule></conditionalFormatting>`;
  });
  return formats.join("");
}

/** An address outside must be a valid URI, or Excel finds the whole file unreadable. */
function uri(url: string): string {
  return url.replace(/[^!#$%&'()*+,\-./0-9:;=?@A-Z_a-z~]/gu, (character) => encodeURIComponent(character));
}

function linksXml(links: readonly Hyperlink[], relations: RelationList): string {
  const items = links.map(({ row, column, to, tip }) => {
    const target =
      "url" in to
        ? { "r:id": relations.add({ type: "hyperlink", target: uri(to.url), external: true }) }
        : { location: quotePlace(to.place) };
    return `<hyperlink${attributes({ ref: address({ row, column }), ...target, tooltip: tip })}/>`;
  });
  return items.length > 0 ? `<hyperlinks>${items.join("")}</hyperlinks>` : "";
}

function pageXml(page: PageSetup | undefined): string {
  if (!page) return "";
  const margins = page.margins ?? { left: 0.7, right: 0.7, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 };
  const setUp = attributes({
    paperSize: page.paper,
    fitToWidth: page.fitTo?.width,
    fitToHeight: page.fitTo?.height,
    orientation: page.landscape ? "landscape" : "portrait",
  });
  const header = page.header ? `<oddHeader${preserveSpace(page.header)}>${xmlText(page.header)}</oddHeader>` : "";
  const footer = page.footer ? `<oddFooter${preserveSpace(page.footer)}>${xmlText(page.footer)}</oddFooter>` : "";
  const { left, right, top, bottom, header: head, footer: foot } = margins;
  return (
    (page.centred ? '<printOptions horizontalCentered="1"/>' : "") +
    `<pageMargins${attributes({ left, right, top, bottom, header: head, footer: foot })}/><pageSetup${setUp}/>` +
    (header || footer ? `<headerFooter>${header}${footer}</headerFooter>` : "")
  );
}

function drawingXml(sheet: SheetPlan, parts: PartBook, relations: RelationList): string {
  const charts = sheet.charts ?? [];
  if (charts.length === 0) return "";
  const path = writeDrawing(charts, parts);
  return `<drawing r:id="${relations.add({ type: "drawing", target: `/${path}` })}"/>`;
}

function tablesXml(sheet: SheetPlan, parts: PartBook, relations: RelationList): string {
  const tables = (sheet.tables ?? []).map((table) => {
    const path = parts.next("xl/tables/table");
    const id = Number(/(\d+)\.xml$/.exec(path)![1]);
    parts.add(path, tablePart(table, id), "spreadsheetml.table+xml");
    return `<tablePart r:id="${relations.add({ type: "table", target: `/${path}` })}"/>`;
  });
  return tables.length > 0 ? `<tableParts count="${tables.length}">${tables.join("")}</tableParts>` : "";
}
