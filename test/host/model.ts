import type { CellStyle, Hyperlink } from "hucre";
import { areaAddress, cellKey, keyColumn, keyRow, MAX_COLUMNS, MAX_ROWS, type Area } from "../../src/domain";
import { fail, SAYS } from "./errors";
import type { RuntimeState } from "./services";

export type HostValue = string | number | boolean | null | { readonly error: string };

export interface HostCell {
  value: HostValue;
  /** Without `=`. */
  formula?: string;
  format: string;
  locked: boolean;
  /** What the file library knows of its looks. */
  look?: CellStyle;
  link?: Hyperlink;
}

/** As the API tells it: formulas with their `=`. */
export interface HostValidation {
  type: string;
  rule: Readonly<Record<string, unknown>>;
  ignoreBlanks: boolean;
  errorAlert: Readonly<Record<string, unknown>>;
  prompt: Readonly<Record<string, unknown>>;
}

export interface HostPage {
  Orientation: string;
  PaperSize: string;
  Zoom: Readonly<Record<string, unknown>>;
  CenterHorizontally: boolean;
  CenterVertically: boolean;
  LeftMargin: number;
  RightMargin: number;
  TopMargin: number;
  BottomMargin: number;
  HeaderMargin: number;
  FooterMargin: number;
  printArea?: Area;
  titleRows?: readonly [number, number];
  heads: Record<"LeftHeader" | "CenterHeader" | "RightHeader" | "LeftFooter" | "CenterFooter" | "RightFooter", string>;
}

export const PROTECTION_OPTIONS = [
  "allowAutoFilter",
  "allowDeleteColumns",
  "allowDeleteRows",
  "allowEditObjects",
  "allowEditScenarios",
  "allowFormatCells",
  "allowFormatColumns",
  "allowFormatRows",
  "allowInsertColumns",
  "allowInsertHyperlinks",
  "allowInsertRows",
  "allowPivotTables",
  "allowSort",
] as const;
export type ProtectionOptions = Record<(typeof PROTECTION_OPTIONS)[number], boolean> & { selectionMode: string };

export interface HostSeries {
  name: string;
  values: { readonly sheet: HostSheet; readonly area: Area } | undefined;
  categories: { readonly sheet: HostSheet; readonly area: Area } | undefined;
  readonly look: Record<string, unknown>;
}

export interface HostChart {
  readonly id: string;
  name: string;
  readonly type: string;
  series: HostSeries[];
  /** Undefined where it lies wherever Excel put it. */
  area: Area | undefined;
  /** Title, legend, axis and area: what was said of each. */
  readonly parts: Record<string, Record<string, unknown>>;
}

export interface HostSheet {
  readonly id: string;
  name: string;
  visibility: "Visible" | "Hidden" | "VeryHidden";
  readonly cells: Map<number, HostCell>;
  merges: Area[];
  readonly validations: Map<number, HostValidation>;
  page: HostPage;
  /** Undefined where the sheet is open. */
  protection: ProtectionOptions | undefined;
  /** What only the file library understands: widths, heights, freezing, conditional formats, links. */
  readonly look: Record<string, unknown>;
  charts: HostChart[];
}

export interface HostName {
  name: string;
  /** With `=`. */
  formula: string;
  visible: boolean;
}

export interface HostBook {
  name: string;
  sheets: HostSheet[];
  names: HostName[];
  readonly settings: Map<string, unknown>;
  active: HostSheet;
  selection: { sheet: string; address: string };
  structureProtected: boolean;
  readOnly: boolean;
  dirty: boolean;
  /** How the add-in starts with this book. */
  startState: RuntimeState;
  saves: string[];
}

export function blankPage(): HostPage {
  return {
    Orientation: "Portrait",
    PaperSize: "A4",
    Zoom: { scale: 100 },
    CenterHorizontally: false,
    CenterVertically: false,
    LeftMargin: 50.4,
    RightMargin: 50.4,
    TopMargin: 54,
    BottomMargin: 54,
    HeaderMargin: 21.6,
    FooterMargin: 21.6,
    heads: { LeftHeader: "", CenterHeader: "", RightHeader: "", LeftFooter: "", CenterFooter: "", RightFooter: "" },
  };
}

let made = 0;
export function blankSheet(name: string): HostSheet {
  return {
    id: `{${String(++made).padStart(8, "0")}-0000-0000-0000-000000000000}`,
    name,
    visibility: "Visible",
    cells: new Map(),
    merges: [],
    validations: new Map(),
    page: blankPage(),
    protection: undefined,
    look: {},
    charts: [],
  };
}

export function blankBook(): HostBook {
  const first = blankSheet("Sheet1");
  return {
    name: "Book1.xlsx",
    sheets: [first],
    names: [],
    settings: new Map(),
    active: first,
    selection: { sheet: "Sheet1", address: "A1" },
    structureProtected: false,
    readOnly: false,
    dirty: false,
    startState: "Inactive",
    saves: [],
  };
}

export const NO_VALIDATION: HostValidation = {
  type: "None",
  rule: {},
  ignoreBlanks: true,
  errorAlert: { message: "", showAlert: true, style: "Stop", title: "" },
  prompt: { message: "", showPrompt: true, title: "" },
};

export function cellOf(sheet: HostSheet, row: number, column: number): HostCell | undefined {
  return sheet.cells.get(cellKey(row, column));
}

/** The cell to write to; made where there is none. */
export function cellFor(sheet: HostSheet, row: number, column: number): HostCell {
  const key = cellKey(row, column);
  let cell = sheet.cells.get(key);
  if (!cell) sheet.cells.set(key, (cell = { value: null, format: "General", locked: true }));
  return cell;
}

export const WHOLE_SHEET: Area = { top: 0, left: 0, bottom: MAX_ROWS - 1, right: MAX_COLUMNS - 1 };

/** The rectangle around some keys; undefined where there are none. */
export function boundsOf(keys: Iterable<number>): Area | undefined {
  let area: Area | undefined;
  for (const key of keys) {
    const [row, column] = [keyRow(key), keyColumn(key)];
    area = area
      ? {
          top: Math.min(area.top, row),
          left: Math.min(area.left, column),
          bottom: Math.max(area.bottom, row),
          right: Math.max(area.right, column),
        }
      : { top: row, left: column, bottom: row, right: column };
  }
  return area;
}

/** As `Range.address` shows a place. */
export function shownAddress(sheet: HostSheet, area: Area): string {
  const quoted = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(sheet.name) ? sheet.name : `'${sheet.name.replace(/'/g, "''")}'`;
  const wide = area.left === 0 && area.right === MAX_COLUMNS - 1;
  return `${quoted}!${wide ? `${area.top + 1}:${area.bottom + 1}` : areaAddress(area)}`;
}

/** Stops a name that Excel refuses for a sheet. */
export function checkSheetName(book: HostBook, name: unknown, self?: HostSheet): string {
  if (typeof name !== "string" || name.length === 0 || name.length > 31 || /[[\]:*?/\\]|^'|'$/.test(name))
    fail("InvalidArgument", SAYS.invalid, "Worksheet.name");
  if (book.sheets.some((sheet) => sheet !== self && sheet.name.toLowerCase() === name.toLowerCase()))
    fail("ItemAlreadyExists", SAYS.exists, "Worksheet.name");
  return name;
}

export function checkStructure(book: HostBook, location: string): void {
  if (book.structureProtected) fail("AccessDenied", SAYS.denied, location);
}
