/// <reference types="office-js" />
import { areaAddress, parseArea, type PageSetup } from "../../domain";

const PAPERS: Readonly<Record<number, Excel.PaperType | `${Excel.PaperType}`>> = { 1: "Letter", 5: "Legal", 8: "A3", 9: "A4", 11: "A5" };
/** Points of a margin: less of a difference is rounding. */
const NEAR = 0.5;
const SIDES = ["left", "right", "top", "bottom", "header", "footer"] as const;

/** Header and footer codes by their part: `&C第 &P 页`. */
function parts(codes = ""): { readonly L: string; readonly C: string; readonly R: string } {
  const found = { L: "", C: "", R: "" };
  for (const [, side, text] of codes.matchAll(/&([LCR])((?:(?!&[LCR]).)*)/gs)) found[side as "L" | "C" | "R"] = text!;
  return found;
}

function zoomOf({ fitTo }: PageSetup): Excel.PageLayoutZoomOptions {
  if (!fitTo) return { scale: 100 };
  // 0 leaves a direction open.
  return {
    ...(fitTo.width > 0 ? { horizontalFitToPages: fitTo.width } : {}),
    ...(fitTo.height > 0 ? { verticalFitToPages: fitTo.height } : {}),
  };
}

const rowsOf = ([first, last]: readonly [number, number]): string => `$${first + 1}:$${last + 1}`;

/** Queues a look at the print set-up of a sheet. @returns whether it is what the plan says */
export function queuePageCheck(sheet: Excel.Worksheet, page: PageSetup): () => boolean {
  const layout = sheet.pageLayout.load(
    "orientation,paperSize,zoom,centerHorizontally,leftMargin,rightMargin,topMargin,bottomMargin,headerMargin,footerMargin",
  );
  const heads = layout.headersFooters.defaultForAllPages.load("leftHeader,centerHeader,rightHeader,leftFooter,centerFooter,rightFooter");
  const area = layout.getPrintAreaOrNullObject().untrack().load("address");
  const titles = layout.getPrintTitleRowsOrNullObject().untrack().load("rowIndex,rowCount");
  return () => {
    const [header, footer, zoom] = [parts(page.header), parts(page.footer), zoomOf(page)];
    const { margins } = page;
    const found = area.isNullObject ? undefined : parseArea(area.address.slice(area.address.lastIndexOf("!") + 1));
    const rows = titles.isNullObject ? "" : rowsOf([titles.rowIndex, titles.rowIndex + titles.rowCount - 1]);
    return (
      layout.orientation === (page.landscape ? "Landscape" : "Portrait") &&
      (PAPERS[page.paper] === undefined || layout.paperSize === PAPERS[page.paper]) &&
      (["horizontalFitToPages", "verticalFitToPages"] as const).every((one) => (layout.zoom[one] ?? 0) === (zoom[one] ?? 0)) &&
      layout.centerHorizontally === (page.centred ?? false) &&
      (!margins || SIDES.every((side) => Math.abs(layout[`${side}Margin`] - margins[side] * 72) < NEAR)) &&
      [heads.leftHeader, heads.centerHeader, heads.rightHeader].join("\n") === [header.L, header.C, header.R].join("\n") &&
      [heads.leftFooter, heads.centerFooter, heads.rightFooter].join("\n") === [footer.L, footer.C, footer.R].join("\n") &&
      (found ? areaAddress(found) : "") === (page.area ? areaAddress(page.area) : "") &&
      rows === (page.titleRows ? rowsOf(page.titleRows) : "")
    );
  };
}

/** Queues the print set-up that a plan says. */
export function queuePage(sheet: Excel.Worksheet, page: PageSetup): void {
  const layout = sheet.pageLayout;
  const [header, footer] = [parts(page.header), parts(page.footer)];
  layout.orientation = page.landscape ? "Landscape" : "Portrait";
  const paper = PAPERS[page.paper];
  if (paper !== undefined) layout.paperSize = paper;
  layout.zoom = zoomOf(page);
  layout.centerHorizontally = page.centred ?? false;
  if (page.margins) layout.setPrintMargins("Inches", page.margins);
  const heads = layout.headersFooters.defaultForAllPages;
  heads.leftHeader = header.L;
  heads.centerHeader = header.C;
  heads.rightHeader = header.R;
  heads.leftFooter = footer.L;
  heads.centerFooter = footer.C;
  heads.rightFooter = footer.R;
  if (page.area) layout.setPrintArea(areaAddress(page.area));
  if (page.titleRows) layout.setPrintTitleRows(rowsOf(page.titleRows));
}
