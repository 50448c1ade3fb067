import type { ChartPlan } from "../../domain/plan";
import type { PartBook } from "./parts";
import { chartPart } from "./write-chart-part";
import { attributes, OFFICE_RELATIONS, plainXmlText, XML_HEAD, type Relation } from "./xml-write";

const CHART_NS = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const DRAWING_NS = "http://schemas.openxmlformats.org/drawingml/2006/main";
const ANCHOR_NS = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";

function corner(element: string, row: number, column: number): string {
  return `<xdr:${element}><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${element}>`;
}

function anchorXml(chart: ChartPlan, number: number): string {
  const { top, left, bottom, right } = chart.area;
  const identity = attributes({
    id: number + 1,
    name: `Chart ${number}`,
    descr: plainXmlText(chart.title) === chart.title ? chart.title : undefined,
  });
  return (
    `<xdr:twoCellAnchor>${corner("from", top, left)}${corner("to", bottom + 1, right + 1)}<xdr:graphicFrame macro="">` +
    `<xdr:nvGraphicFramePr><xdr:cNvPr${identity}/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    `<a:graphic><a:graphicData uri="${CHART_NS}"><c:chart xmlns:c="${CHART_NS}" r:id="rId${number}"/></a:graphicData></a:graphic>` +
    "</xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>"
  );
}

/**
 * Writes the drawing part of a sheet with its charts (ECMA-376 part 1, 20.5 and 21.2).
 * @returns the path of the drawing part
 */
export function writeDrawing(charts: readonly ChartPlan[], parts: PartBook): string {
  const relations: Relation[] = charts.map((chart) => {
    const path = parts.next("xl/charts/chart");
    parts.add(path, chartPart(chart), "drawingml.chart+xml");
    return { type: "chart", target: `/${path}` };
  });
  const path = parts.next("xl/drawings/drawing");
  const anchors = charts.map((chart, index) => anchorXml(chart, index + 1)).join("");
  const xml = `${XML_HEAD}<xdr:wsDr xmlns:xdr="${ANCHOR_NS}" xmlns:a="${DRAWING_NS}" xmlns:r="${OFFICE_RELATIONS}">${anchors}</xdr:wsDr>`;
  parts.add(path, xml, "drawing+xml", relations);
  return path;
}
