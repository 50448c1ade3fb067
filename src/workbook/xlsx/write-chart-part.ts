import type { ChartPlan, Colour } from "../../domain/plan";
import { attributes, OFFICE_RELATIONS, plainXmlText, XML_HEAD } from "./xml-write";

type Series = ChartPlan["series"][number];

/** Told apart by colour-blind readers too, and in grey print. Explicit, since programs differ in what they choose. */
const PALETTE = ["1F77B4", "E69F00", "2A9D6F", "C0504D", "7B5EA7", "8C6D46", "D16BA5", "5B6770"];
const QUIET_LINE = '<c:spPr><a:ln w="9525"><a:solidFill><a:srgbClr val="BFBFBF"/></a:solidFill></a:ln></c:spPr>';
/** In hundredths of a point. */
const SIZE = { title: 1200, text: 800 };
const CATEGORY_AXIS = 111111111;
const VALUE_AXIS = 222222222;

function solidFill(colour: Colour): string {
  return `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;
}

function element(name: string, val: string | number | boolean): string {
  return `<c:${name}${attributes({ val })}/>`;
}

/**
 * A chart part (ECMA-376 part 1, 21.2.2.27). The order of the elements is the schema's.
 * Cached points let programs that do not calculate draw it all the same.
 */
export function chartPart(chart: ChartPlan): string {
  const legend = chart.legend ? `<c:legend>${element("legendPos", chart.legend[0]!)}${element("overlay", false)}</c:legend>` : "";
  return (
    `${XML_HEAD}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"` +
    ` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${OFFICE_RELATIONS}">` +
    `${element("roundedCorners", false)}<c:chart>${titleXml(chart.title, SIZE.title)}${element("autoTitleDeleted", false)}` +
    `<c:plotArea><c:layout/>${plotXml(chart)}</c:plotArea>${legend}` +
    `${element("plotVisOnly", false)}${element("dispBlanksAs", "gap")}</c:chart>` +
    // One size in every program: their own differ by half, and long names of categories would then be left out.
    `<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="${SIZE.text}"/></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr></c:chartSpace>`
  );
}

function titleXml(text: string, size: number): string {
  return (
    `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:rPr lang="zh-CN" sz="${size}" b="1"/>` +
    `<a:t>${plainXmlText(text)}</a:t></a:r></a:p></c:rich></c:tx>${element("overlay", false)}</c:title>`
  );
}

function plotXml(chart: ChartPlan): string {
  const series = chart.series.map((one, index) => seriesXml(chart, one, index)).join("");
  const axes = element("axId", CATEGORY_AXIS) + element("axId", VALUE_AXIS);
  switch (chart.kind) {
    case "pie":
      return `<c:pieChart>${element("varyColors", true)}${series}${labelsXml(chart)}${element("firstSliceAng", 0)}</c:pieChart>`;
    case "line":
      return (
        `<c:lineChart>${element("grouping", "standard")}${element("varyColors", false)}${series}${labelsXml(chart)}` +
        `${element("marker", true)}${axes}</c:lineChart>${axesXml(chart)}`
      );
    case "bar":
    case "column":
      return (
        `<c:barChart>${element("barDir", chart.kind === "bar" ? "bar" : "col")}${element("grouping", "clustered")}` +
        `${element("varyColors", false)}${series}${labelsXml(chart)}${element("gapWidth", 80)}${axes}</c:barChart>${axesXml(chart)}`
      );
  }
}

function seriesXml(chart: ChartPlan, series: Series, index: number): string {
  const colour = series.colour ?? PALETTE[index % PALETTE.length]!;
  const head = `${element("idx", index)}${element("order", index)}<c:tx><c:v>${plainXmlText(series.name)}</c:v></c:tx>`;
  const data = categoriesXml(series) + valuesXml(series);
  const solid = solidFill(colour);
  switch (chart.kind) {
    case "line":
      return (
        `<c:ser>${head}<c:spPr><a:ln w="28575">${solid}</a:ln></c:spPr>` +
        `<c:marker>${element("symbol", "circle")}${element("size", 5)}<c:spPr>${solid}</c:spPr></c:marker>${data}${element("smooth", false)}</c:ser>`
      );
    case "pie":
      return `<c:ser>${head}${pointColours(series)}${data}</c:ser>`;
    case "bar":
    case "column":
      return `<c:ser>${head}<c:spPr>${solid}</c:spPr>${element("invertIfNegative", false)}${data}</c:ser>`;
  }
}

function pointColours(series: Series): string {
  return (series.cachedValues ?? [])
    .map((_, index) => `<c:dPt>${element("idx", index)}<c:spPr>${solidFill(PALETTE[index % PALETTE.length]!)}</c:spPr></c:dPt>`)
    .join("");
}

function pointsXml(points: readonly (string | number | null)[]): string {
  const written = points.map((point, index) =>
    point === null ? "" : `<c:pt idx="${index}"><c:v>${plainXmlText(String(point))}</c:v></c:pt>`,
  );
  return element("ptCount", points.length) + written.join("");
}

function categoriesXml({ categories, cachedCategories }: Series): string {
  const cache = cachedCategories ? `<c:strCache>${pointsXml(cachedCategories)}</c:strCache>` : "";
  return `<c:cat><c:strRef><c:f>${plainXmlText(categories)}</c:f>${cache}</c:strRef></c:cat>`;
}

function valuesXml({ values, cachedValues }: Series): string {
  const cache = cachedValues ? `<c:numCache><c:formatCode>General</c:formatCode>${pointsXml(cachedValues)}</c:numCache>` : "";
  return `<c:val><c:numRef><c:f>${plainXmlText(values)}</c:f>${cache}</c:numRef></c:val>`;
}

function labelsXml({ labels }: ChartPlan): string {
  if (!labels) return "";
  return (
    `<c:dLbls>${element("showLegendKey", false)}${element("showVal", labels === "value")}${element("showCatName", false)}` +
    `${element("showSerName", false)}${element("showPercent", labels === "percent")}${element("showBubbleSize", false)}</c:dLbls>`
  );
}

/**
 * Lying bars go from the top down, as a table does: the axis of the values then crosses at the far end, which is the bottom. Their names
 * stand at the edge, since bars of what fell would lie on them beside the axis.
 */
function axesXml(chart: ChartPlan): string {
  const lying = chart.kind === "bar";
  const start = (id: number, position: string, orientation = "minMax"): string =>
    `${element("axId", id)}<c:scaling>${element("orientation", orientation)}</c:scaling>${element("delete", false)}${element("axPos", position)}`;
  const ticks = (labels: "nextTo" | "low"): string =>
    element("majorTickMark", "out") + element("minorTickMark", "none") + element("tickLblPos", labels) + QUIET_LINE;
  return (
    `<c:catAx>${start(CATEGORY_AXIS, lying ? "l" : "b", lying ? "maxMin" : "minMax")}${chart.xTitle ? titleXml(chart.xTitle, SIZE.text) : ""}` +
    `<c:numFmt formatCode="General" sourceLinked="0"/>${ticks(lying ? "low" : "nextTo")}${element("crossAx", VALUE_AXIS)}${element("crosses", "autoZero")}` +
    `${element("tickLblSkip", 1)}</c:catAx>` +
    `<c:valAx>${start(VALUE_AXIS, lying ? "b" : "l")}<c:majorGridlines>${QUIET_LINE}</c:majorGridlines>` +
    (chart.yTitle ? titleXml(chart.yTitle, SIZE.text) : "") +
    `<c:numFmt formatCode="General" sourceLinked="1"/>${ticks("nextTo")}${element("crossAx", CATEGORY_AXIS)}${element("crosses", lying ? "max" : "autoZero")}` +
    `${element("crossBetween", "between")}</c:valAx>`
  );
}
