import type { BorderStyle, CellStyle, ColumnDef, RowDef } from "hucre";
import { cellKey, type Area } from "../../src/domain";
import { fail, SAYS } from "./errors";
import { cellFor, cellOf, type HostCell, type HostSheet } from "./model";
import type { HostObject, Scalar, Wire } from "./object";

type BorderSide = NonNullable<BorderStyle["top"]>;

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

function rowHeight(sheet: HostSheet, area: Area): Scalar {
  const rows = (): Map<number, RowDef> => (sheet.look.rowDefs ??= new Map()) as Map<number, RowDef>;
  return {
    get: () => rows().get(area.top)?.height ?? 15,
    set(value) {
      if (typeof value !== "number" || value < 0 || value > 409) fail("InvalidArgument", SAYS.invalid, "RangeFormat.rowHeight");
      for (let row = area.top; row <= area.bottom; row++) rows().set(row, { ...rows().get(row), height: value });
    },
  };
}

/** The sides of each cell that a border of a range draws, by its place in the range. */
const EDGES: Readonly<
  Record<string, (at: { row: number; column: number }, area: Area) => readonly ("top" | "bottom" | "left" | "right")[]>
> = {
  EdgeTop: ({ row }, { top }) => (row === top ? ["top"] : []),
  EdgeBottom: ({ row }, { bottom }) => (row === bottom ? ["bottom"] : []),
  EdgeLeft: ({ column }, { left }) => (column === left ? ["left"] : []),
  EdgeRight: ({ column }, { right }) => (column === right ? ["right"] : []),
  InsideHorizontal: ({ row }, { top, bottom }) => [
    ...(row > top ? (["top"] as const) : []),
    ...(row < bottom ? (["bottom"] as const) : []),
  ],
  InsideVertical: ({ column }, { left, right }) => [
    ...(column > left ? (["left"] as const) : []),
    ...(column < right ? (["right"] as const) : []),
  ],
};

/** `Excel.RangeBorderCollection`: thin lines of one colour are all that the product draws. */
function bordersObject(sheet: HostSheet, area: Area): HostObject {
  const border = (index: unknown): HostObject => {
    const sides = EDGES[String(index)] ?? fail("InvalidArgument", SAYS.invalid, "RangeBorderCollection.getItem");
    const draw = (change: (side: BorderSide) => BorderSide): void => {
      if (sheet.protection && !sheet.protection.allowFormatCells) fail("AccessDenied", SAYS.denied, "RangeBorder");
      for (let row = area.top; row <= area.bottom; row++)
        for (let column = area.left; column <= area.right; column++) {
          const cell = cellFor(sheet, row, column);
          for (const side of sides({ row, column }, area))
            cell.look = { ...cell.look, border: { ...cell.look?.border, [side]: change(cell.look?.border?.[side] ?? { style: "thin" }) } };
        }
    };
    return {
      type: "RangeBorder",
      identity: () => ({ SideIndex: index }),
      scalars: {
        Style: {
          get: () => null,
          set: (value) =>
            value === "Continuous"
              ? draw((side) => side)
              : fail("ApiNotFound", `The host draws no ${String(value)} border`, "RangeBorder.style"),
        },
        Color: { get: () => null, set: (value) => draw((side) => ({ ...side, color: { rgb: rgb(String(value)) } })) },
      },
    };
  };
  return { type: "RangeBorderCollection", methods: { GetItem: border, $Indexer: border } };
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
      HorizontalAlignment: of(
        "RangeFormat.horizontalAlignment",
        "string",
        (style) => style.alignment?.horizontal ?? "General",
        (style, value) => ({ ...style, alignment: { ...style.alignment, horizontal: String(value).toLowerCase() as "left" } }),
      ),
      VerticalAlignment: of(
        "RangeFormat.verticalAlignment",
        "string",
        (style) => style.alignment?.vertical ?? "Bottom",
        (style, value) => ({ ...style, alignment: { ...style.alignment, vertical: String(value).toLowerCase() as "top" } }),
      ),
      ColumnWidth: columnWidth(sheet, area),
      RowHeight: rowHeight(sheet, area),
    },
    links: {
      Protection: () => ({ type: "FormatProtection", scalars: { Locked: locked } }),
      Borders: () => bordersObject(sheet, area),
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
          Name: of(
            "RangeFont.name",
            "string",
            (style) => style.font?.name,
            (style, value) => ({ ...style, font: { ...style.font, name: value } }),
          ),
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
