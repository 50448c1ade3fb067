import { parseArea } from "../../src/domain";
import { fail, SAYS } from "./errors";
import type { Host } from "./host";
import { WHOLE_SHEET, type HostPage, type HostSheet } from "./model";
import { holds, NULL_OBJECT, type HostObject, type Wire } from "./object";
import { areasObject, rangeObject } from "./range-object";

const PAPERS = new Set(["Letter", "Legal", "A3", "A4", "A5", "B4", "B5"]);
/** Points in a unit of `setPrintMargins`. */
const POINTS: Readonly<Record<string, number>> = { Points: 1, Inches: 72, Centimeters: 72 / 2.54 };
const SIDES = {
  top: "TopMargin",
  bottom: "BottomMargin",
  left: "LeftMargin",
  right: "RightMargin",
  header: "HeaderMargin",
  footer: "FooterMargin",
} as const;

function rangeArgument(
  value: Wire,
  location: string,
): { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number } {
  const text = typeof value === "string" ? value.replace(/\$/g, "") : "";
  const rows = /^(\d+):(\d+)$/.exec(text);
  if (rows) return { ...WHOLE_SHEET, top: Number(rows[1]) - 1, bottom: Number(rows[2]) - 1 };
  return parseArea(text) ?? fail("InvalidArgument", SAYS.invalid, location);
}

/** `Excel.PageLayout` of a sheet. Margins are in points. */
export function pageObject(host: Host, sheet: HostSheet): HostObject {
  const { page } = sheet;
  const dirty = (): void => void (host.book.dirty = true);
  const open = (): void => {
    if (host.does("page-setup-is-refused")) fail("GeneralException", SAYS.operation, "PageLayout");
  };
  const one = (name: Exclude<keyof HostPage, "printArea" | "titleRows" | "heads">, check?: (value: Wire) => boolean) =>
    holds(page, name, dirty, (value) => {
      open();
      if (check && !check(value)) fail("InvalidArgument", SAYS.invalid, `PageLayout.${name}`);
    });
  const length = (value: Wire): boolean => typeof value === "number" && value >= 0;
  const truth = (value: Wire): boolean => typeof value === "boolean";
  const heads = page.heads;
  const texts = Object.fromEntries((Object.keys(heads) as (keyof typeof heads)[]).map((name) => [name, holds(heads, name, dirty, open)]));
  return {
    type: "PageLayout",
    scalars: {
      Orientation: one("Orientation", (value) => value === "Portrait" || value === "Landscape"),
      PaperSize: one("PaperSize", (value) => PAPERS.has(String(value))),
      Zoom: one("Zoom", (value) => typeof value === "object" && value !== null),
      CenterHorizontally: one("CenterHorizontally", truth),
      CenterVertically: one("CenterVertically", truth),
      ...Object.fromEntries(Object.values(SIDES).map((name) => [name, one(name, length)])),
    },
    links: {
      HeadersFooters: () => ({
        type: "HeaderFooterGroup",
        links: { DefaultForAllPages: () => ({ type: "HeaderFooter", scalars: texts }) },
      }),
    },
    methods: {
      GetPrintAreaOrNullObject: () => (page.printArea ? areasObject(sheet, [page.printArea]) : NULL_OBJECT),
      GetPrintTitleRowsOrNullObject: () =>
        page.titleRows ? rangeObject(host, sheet, { ...WHOLE_SHEET, top: page.titleRows[0], bottom: page.titleRows[1] }) : NULL_OBJECT,
      SetPrintArea: (area) => {
        open();
        page.printArea = rangeArgument(area, "PageLayout.setPrintArea");
        dirty();
      },
      SetPrintTitleRows: (rows) => {
        open();
        const { top, bottom } = rangeArgument(rows, "PageLayout.setPrintTitleRows");
        page.titleRows = [top, bottom];
        dirty();
      },
      SetPrintMargins: (unit, margins) => {
        open();
        const points = POINTS[String(unit)] ?? fail("InvalidArgument", SAYS.invalid, "PageLayout.setPrintMargins");
        for (const [side, value] of Object.entries(margins as Readonly<Record<string, number>>)) {
          const name = SIDES[side as keyof typeof SIDES] ?? fail("InvalidArgument", SAYS.invalid, "PageLayout.setPrintMargins");
          page[name] = value * points;
        }
        dirty();
      },
    },
  };
}
