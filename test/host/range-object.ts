import { areaAddress, cellKey, keyColumn, keyRow, parseArea, type Area } from "../../src/domain";
import { formatObject, linkScalar } from "./format-object";
import { enter, shownValue, valueType } from "./enter";
import { fail, SAYS } from "./errors";
import type { Host } from "./host";
import { boundsOf, cellFor, cellOf, shownAddress, WHOLE_SHEET, type HostCell, type HostSheet } from "./model";
import { NULL_OBJECT, reads, type HostObject, type Scalar, type Wire } from "./object";
import { validationObject } from "./validation-object";

/** More cells than these in one answer, and Excel gives up too. */
const MOST_CELLS = 5_000_000;

const count = (area: Area): { readonly rows: number; readonly columns: number } => ({
  rows: area.bottom - area.top + 1,
  columns: area.right - area.left + 1,
});

/** An address as `getRange` takes it: with or without its sheet, whole rows (`3:5`) and columns (`A:C`) too. */
export function areaOfAddress(address: unknown, sheet: HostSheet): Area {
  if (address === undefined || address === "") return WHOLE_SHEET;
  if (typeof address !== "string") fail("InvalidArgument", SAYS.invalid, "Worksheet.getRange");
  const cut = address.lastIndexOf("!");
  const name = cut < 0 ? sheet.name : address.slice(0, cut).replace(/^'|'$/g, "").replace(/''/g, "'");
  if (name.toLowerCase() !== sheet.name.toLowerCase()) fail("InvalidArgument", SAYS.invalid, "Worksheet.getRange");
  const local = address.slice(cut + 1);
  const rows = /^\$?(\d+):\$?(\d+)$/.exec(local);
  const area = rows ? { ...WHOLE_SHEET, top: Number(rows[1]) - 1, bottom: Number(rows[2]) - 1 } : parseArea(local);
  return area ?? fail("InvalidArgument", SAYS.invalid, "Worksheet.getRange");
}

/** @throws HostError where a protected sheet does not let a range be written to */
function checkOpen(sheet: HostSheet, area: Area, location: string): void {
  if (!sheet.protection) return;
  for (let row = area.top; row <= area.bottom; row++)
    for (let column = area.left; column <= area.right; column++)
      if (cellOf(sheet, row, column)?.locked ?? true) fail("AccessDenied", SAYS.denied, location);
}

/** The cells of an area, as a grid of what a function makes of them. */
function gridOf(sheet: HostSheet, area: Area, show: (cell: HostCell | undefined) => Wire): Wire[][] {
  const { rows, columns } = count(area);
  if (rows * columns > MOST_CELLS)
    fail("ResponsePayloadSizeLimitExceeded", "The response payload size has exceeded the limit.", "Range.values");
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (__, c) => show(cellOf(sheet, area.top + r, area.left + c))),
  );
}

/** A property that takes a grid of the range's own size, or one value for all cells. */
function gridScalar(
  host: Host,
  sheet: HostSheet,
  area: Area,
  name: string,
  show: (cell: HostCell | undefined) => Wire,
  put: (row: number, column: number, value: Wire) => void,
): Scalar {
  const { rows, columns } = count(area);
  return {
    get: () => gridOf(sheet, area, show),
    set(value) {
      const grid = value as readonly (readonly Wire[])[];
      if (Array.isArray(value) && (value.length !== rows || grid.some((line) => !Array.isArray(line) || line.length !== columns)))
        fail("InvalidArgument", SAYS.size, `Range.${name}`);
      if (rows * columns > MOST_CELLS) fail("InvalidArgument", SAYS.invalid, `Range.${name}`);
      checkOpen(sheet, area, `Range.${name}`);
      host.keep(sheet, area);
      const before = shownValue(cellOf(sheet, area.top, area.left)?.value);
      for (let r = 0; r < rows; r++)
        for (let c = 0; c < columns; c++) put(area.top + r, area.left + c, Array.isArray(value) ? grid[r]![c] : value);
      host.book.dirty = true;
      const after = shownValue(cellOf(sheet, area.top, area.left)?.value);
      host.changed(sheet, area, "ThisLocalAddin", rows * columns === 1 ? { valueBefore: before, valueAfter: after } : undefined);
    },
  };
}

/** What `getCellProperties` tells; only what the product asks for. */
function cellProperties(sheet: HostSheet, area: Area, asked: unknown): Wire {
  const wish = JSON.stringify(asked);
  if (wish !== '{"format":{"protection":true}}')
    fail("ApiNotFound", `The host knows no cell properties ${wish}`, "Range.getCellProperties");
  return gridOf(sheet, area, (cell) => ({ format: { protection: { formulaHidden: false, locked: cell?.locked ?? true } } }));
}

function clear(host: Host, sheet: HostSheet, area: Area, applyTo: unknown): void {
  if (applyTo !== undefined && applyTo !== "All" && applyTo !== "Contents")
    fail("ApiNotFound", `The host does not clear ${String(applyTo)}`, "Range.clear");
  checkOpen(sheet, area, "Range.clear");
  for (const key of [...sheet.cells.keys()]) {
    const [row, column] = [keyRow(key), keyColumn(key)];
    if (row < area.top || row > area.bottom || column < area.left || column > area.right) continue;
    if (applyTo === "Contents") enter(sheet, row, column, "");
    else sheet.cells.delete(key);
  }
  if (applyTo !== "Contents") for (const key of [...sheet.validations.keys()]) if (inside(area, key)) sheet.validations.delete(key);
  host.changed(sheet, area, "ThisLocalAddin");
}

const inside = (area: Area, key: number): boolean =>
  keyRow(key) >= area.top && keyRow(key) <= area.bottom && keyColumn(key) >= area.left && keyColumn(key) <= area.right;

function usedArea(sheet: HostSheet, within: Area, valuesOnly: unknown): Area | undefined {
  const used = [...sheet.cells].filter(
    ([key, cell]) => inside(within, key) && (valuesOnly !== true || cell.value !== null || cell.formula !== undefined),
  );
  return boundsOf(used.map(([key]) => key));
}

/** `getUsedRange` and its sister, for a sheet or a range. */
export function usedRange(host: Host, sheet: HostSheet, within: Area, valuesOnly: unknown): HostObject {
  const area = usedArea(sheet, within, valuesOnly);
  return area ? rangeObject(host, sheet, area) : NULL_OBJECT;
}

export function areasObject(sheet: HostSheet, areas: readonly Area[]): HostObject {
  return {
    type: "RangeAreas",
    scalars: { Address: reads(() => areas.map((area) => shownAddress(sheet, area)).join(",")), AreaCount: reads(() => areas.length) },
    methods: {},
  };
}

/** `Excel.Range`. */
export function rangeObject(host: Host, sheet: HostSheet, area: Area): HostObject {
  const { rows, columns } = count(area);
  const part = (top: number, left: number, height: number, width: number): HostObject => {
    if (
      ![top, left, height, width].every(Number.isInteger) ||
      top < 0 ||
      left < 0 ||
      height < 1 ||
      width < 1 ||
      top + height - 1 > WHOLE_SHEET.bottom ||
      left + width - 1 > WHOLE_SHEET.right
    )
      fail("InvalidArgument", SAYS.invalid, "Range");
    return rangeObject(host, sheet, { top, left, bottom: top + height - 1, right: left + width - 1 });
  };
  const contents = (row: number, column: number, value: Wire): void => enter(sheet, row, column, value);
  const format = (row: number, column: number, value: Wire): void => {
    if (value === null) return;
    if (typeof value !== "string") fail("InvalidArgument", SAYS.invalid, "Range.numberFormat");
    cellFor(sheet, row, column).format = value;
  };
  return {
    type: "Range",
    stands: { sheet, area },
    scalars: {
      Address: reads(() => shownAddress(sheet, area)),
      RowIndex: reads(() => area.top),
      ColumnIndex: reads(() => area.left),
      RowCount: reads(() => rows),
      ColumnCount: reads(() => columns),
      CellCount: reads(() => rows * columns),
      Values: gridScalar(host, sheet, area, "values", (cell) => shownValue(cell?.value), contents),
      Formulas: gridScalar(
        host,
        sheet,
        area,
        "formulas",
        (cell) => (cell?.formula === undefined ? shownValue(cell?.value) : `=${cell.formula}`),
        contents,
      ),
      NumberFormat: gridScalar(host, sheet, area, "numberFormat", (cell) => cell?.format ?? "General", format),
      ValueTypes: reads(() => gridOf(sheet, area, (cell) => valueType(cell?.value, cell?.formula))),
      Hyperlink: linkScalar(sheet, area),
      Text: reads(() => gridOf(sheet, area, (cell) => String(shownValue(cell?.value)))),
    },
    links: {
      Worksheet: () => host.sheetObject(sheet),
      DataValidation: () => validationObject(host, sheet, area),
      Format: () => formatObject(sheet, area),
    },
    methods: {
      GetCell: (row, column) => part(area.top + Number(row), area.left + Number(column), 1, 1),
      GetRow: (row) => part(area.top + Number(row), area.left, 1, columns),
      GetResizedRange: (down, across) => part(area.top, area.left, rows + Number(down), columns + Number(across)),
      GetOffsetRange: (down, across) => part(area.top + Number(down), area.left + Number(across), rows, columns),
      GetBoundingRect: (other) => {
        const second =
          typeof other === "string"
            ? areaOfAddress(other, sheet)
            : ((other as HostObject | undefined)?.stands as { area: Area } | undefined)?.area;
        if (!second) fail("InvalidArgument", SAYS.invalid, "Range.getBoundingRect");
        const all = boundsOf([area, second].flatMap((one) => [cellKey(one.top, one.left), cellKey(one.bottom, one.right)]))!;
        return rangeObject(host, sheet, all);
      },
      GetUsedRangeOrNullObject: (valuesOnly) => usedRange(host, sheet, area, valuesOnly),
      GetUsedRange: (valuesOnly) => {
        const used = usedRange(host, sheet, area, valuesOnly);
        return used === NULL_OBJECT ? part(area.top, area.left, 1, 1) : used;
      },
      GetMergedAreasOrNullObject: () => {
        const merges = sheet.merges.filter(
          (merge) => merge.top <= area.bottom && merge.bottom >= area.top && merge.left <= area.right && merge.right >= area.left,
        );
        return merges.length === 0 ? NULL_OBJECT : areasObject(sheet, merges);
      },
      GetCellProperties: (asked) => cellProperties(sheet, area, asked),
      Clear: (applyTo) => clear(host, sheet, area, applyTo),
      Select: () => {
        if (sheet.visibility !== "Visible") fail("InvalidOperation", SAYS.operation, "Range.select");
        host.book.active = sheet;
        host.book.selection = { sheet: sheet.name, address: areaAddress(area) };
      },
      _ValidateArraySize: (height, width) => {
        if (height !== rows || width !== columns) fail("InvalidArgument", SAYS.size, "Range.values");
      },
    },
  };
}
