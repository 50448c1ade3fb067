import type { CellStyle, ColumnDef } from "hucre";
import { cellKey, type Area } from "../../src/domain";
import { fail, SAYS } from "./errors";
import { cellFor, cellOf, type HostCell, type HostSheet } from "./model";
import type { HostObject, Scalar, Wire } from "./object";

/** A format covers cell by cell here; more than these are none of a form. */
const MOST_CELLS = 100_000;
/** Points of a character of the default font, and around a column of them. */
const POINTS = { character: 5.25, around: 3.75 };

function cellsOf(sheet: HostSheet, area: Area, location: string): HostCell[] {
  if ((area.bottom - area.top + 1) * (area.right - area.left + 1) > MOST_CELLS)
    fail("InvalidArgument", `The host formats at most ${MOST_CELLS} cells`, location);
  const cells: HostCell[] = [];
  for (let row = area.top; row <= area.bottom; row++)
    for (let column = area.left; column <= area.right; column++) cells.push(cellFor(sheet, row, column));
  return cells;
}

/** A property of the format: null where the cells differ, refused on a protected sheet. */
function format(
  sheet: HostSheet,
  area: Area,
  location: string,
  sort: "string" | "number" | "boolean",
  get: (cell: HostCell) => Wire,
  set: (cell: HostCell, value: never) => void,
): Scalar {
  return {
    get() {
      const all = cellsOf(sheet, area, location).map(get);
      return all.every((one) => one === all[0]) ? all[0] : null;
    },
    set(value) {
      if (typeof value !== sort) fail("InvalidArgument", SAYS.invalid, location);
      if (sheet.protection && !sheet.protection.allowFormatCells) fail("AccessDenied", SAYS.denied, location);
      for (const cell of cellsOf(sheet, area, location)) set(cell, value as never);
    },
  };
}

function look(
  sheet: HostSheet,
  area: Area,
  location: string,
  sort: "string" | "number" | "boolean",
  get: (style: CellStyle) => Wire,
  set: (style: CellStyle, value: never) => CellStyle,
): Scalar {
  return format(
    sheet,
    area,
    location,
    sort,
    (cell) => get(cell.look ?? {}) ?? null,
    (cell, value) => void (cell.look = set(cell.look ?? {}, value)),
  );
}

const rgb = (colour: string): string =>
  /^#[0-9A-F]{6}$/i.test(colour) ? colour.slice(1).toUpperCase() : fail("InvalidArgument", SAYS.invalid, "color");

function columnWidth(sheet: HostSheet, area: Area): Scalar {
  const columns = (): ColumnDef[] => (sheet.look.columns ??= []) as ColumnDef[];
  return {
    get: () => (columns()[area.left]?.width ?? 8.43) * POINTS.character + POINTS.around,
    set(value) {
      if (typeof value !== "number" || value < 0) fail("InvalidArgument", SAYS.invalid, "RangeFormat.columnWidth");
      const all = columns();
      for (let column = 0; column <= area.right; column++) all[column] ??= {};
      for (let column = area.left; column <= area.right; column++)
        all[column] = { ...all[column], width: (value - POINTS.around) / POINTS.character };
    },
  };
}

/** `Excel.RangeFormat`, as far as the product uses it. */
export function formatObject(sheet: HostSheet, area: Area): HostObject {
  const of = (...args: Parameters<typeof look> extends [unknown, unknown, ...infer Rest] ? Rest : never): Scalar =>
    look(sheet, area, ...args);
  const locked = format(
    sheet,
    area,
    "FormatProtection.locked",
    "boolean",
    (cell) => cell.locked,
    (cell, value) => void (cell.locked = value),
  );
  return {
    type: "RangeFormat",
    scalars: {
      WrapText: of(
        "RangeFormat.wrapText",
        "boolean",
        (style) => style.alignment?.wrapText ?? false,
        (style, value) => ({ ...style, alignment: { ...style.alignment, wrapText: value } }),
      ),
      VerticalAlignment: of(
        "RangeFormat.verticalAlignment",
        "string",
        (style) => style.alignment?.vertical ?? "Bottom",
        (style, value) => ({ ...style, alignment: { ...style.alignment, vertical: String(value).toLowerCase() as "top" } }),
      ),
      ColumnWidth: columnWidth(sheet, area),
    },
    links: {
      Protection: () => ({ type: "FormatProtection", scalars: { Locked: locked } }),
      Fill: () => ({
        type: "RangeFill",
        scalars: {
          Color: of(
            "RangeFill.color",
            "string",
            (style) => style.fill && JSON.stringify(style.fill),
            (style, value) => ({ ...style, fill: { type: "pattern", pattern: "solid", fgColor: { rgb: rgb(value) } } }),
          ),
        },
      }),
      Font: () => ({
        type: "RangeFont",
        scalars: {
          Bold: of(
            "RangeFont.bold",
            "boolean",
            (style) => style.font?.bold ?? false,
            (style, value) => ({ ...style, font: { ...style.font, bold: value } }),
          ),
          Color: of(
            "RangeFont.color",
            "string",
            (style) => style.font?.color?.rgb,
            (style, value) => ({ ...style, font: { ...style.font, color: { rgb: rgb(value) } } }),
          ),
          Size: of(
            "RangeFont.size",
            "number",
            (style) => style.font?.size,
            (style, value) => ({ ...style, font: { ...style.font, size: value } }),
          ),
        },
      }),
    },
  };
}

/** `Range.hyperlink`. */
export function linkScalar(sheet: HostSheet, area: Area): Scalar {
  return {
    get: () => cellOf(sheet, area.top, area.left)?.link ?? null,
    set(value) {
      const { documentReference, address, screenTip, textToDisplay } = value as Readonly<Record<string, string | undefined>>;
      if ((documentReference === undefined) === (address === undefined)) fail("InvalidArgument", SAYS.invalid, "Range.hyperlink");
      const cell = cellFor(sheet, area.top, area.left);
      cell.link = {
        target: address ?? "",
        ...(documentReference === undefined ? {} : { location: documentReference }),
        ...(screenTip === undefined ? {} : { tooltip: screenTip }),
      };
      if (textToDisplay !== undefined) cell.value = textToDisplay;
      sheet.cells.set(cellKey(area.top, area.left), cell);
    },
  };
}
