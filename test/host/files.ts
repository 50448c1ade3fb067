import { dateToSerial, readXlsx, writeXlsx, type Cell, type DataValidation, type Sheet, type WriteSheet } from "hucre";
import { areaAddress, cellKey, keyColumn, keyRow, parseArea, type Area } from "../../src/domain";
import {
  blankPage,
  blankSheet,
  type HostBook,
  type HostCell,
  type HostName,
  type HostPage,
  type HostSheet,
  type HostValidation,
  type HostValue,
} from "./model";
import { protectionOptions } from "./sheet-object";
import { withSettings } from "./web-extension";

/**
 * Between .xlsx bytes and the model, by hucre: another library than the product's own, so that neither hides the other's faults.
 * What only files know (widths, styles, conditional formats, links) is carried along unread.
 */

const OPERATORS: Readonly<Record<string, string>> = {
  between: "Between",
  notBetween: "NotBetween",
  equal: "EqualTo",
  notEqual: "NotEqualTo",
  greaterThan: "GreaterThan",
  lessThan: "LessThan",
  greaterThanOrEqual: "GreaterThanOrEqualTo",
  lessThanOrEqual: "LessThanOrEqualTo",
};
const KINDS: Readonly<Record<string, string>> = {
  whole: "wholeNumber",
  decimal: "decimal",
  date: "date",
  time: "time",
  textLength: "textLength",
};
const upper = (text: string): string => text[0]!.toUpperCase() + text.slice(1);
const back = (table: Readonly<Record<string, string>>, value: unknown): string =>
  Object.entries(table).find(([, name]) => name === value)?.[0] ?? "";

function valueOf(raw: unknown, type: string | undefined): HostValue {
  if (raw instanceof Date) return dateToSerial(raw);
  if (type === "error" && typeof raw === "string") return { error: raw };
  if (typeof raw === "string" && /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A)$/.test(raw) && type !== "string" && type !== undefined)
    return { error: raw };
  return typeof raw === "string" || typeof raw === "number" || typeof raw === "boolean" ? raw : null;
}

function cellsOf(sheet: Sheet): Map<number, HostCell> {
  const cells = new Map<number, HostCell>();
  sheet.rows.forEach((line, row) =>
    line.forEach((raw, column) => {
      const value = valueOf(raw, undefined);
      if (value !== null) cells.set(cellKey(row, column), { value, format: "General", locked: true });
    }),
  );
  for (const [place, cell] of sheet.cells ?? []) {
    const [row, column] = place.split(",").map(Number) as [number, number];
    const value = cell.formula === undefined ? valueOf(cell.value, cell.type) : valueOf(cell.formulaResult ?? cell.value, "formula");
    cells.set(cellKey(row, column), {
      value: cell.formula !== undefined && value === null ? "" : value,
      ...(cell.formula === undefined ? {} : { formula: cell.formula }),
      format: cell.style?.numFmt ?? "General",
      locked: cell.style?.protection?.locked ?? true,
      ...(cell.style ? { look: cell.style } : {}),
      ...(cell.hyperlink ? { link: cell.hyperlink } : {}),
    });
  }
  return cells;
}

function validationOf(one: DataValidation): HostValidation {
  const operator = OPERATORS[one.operator ?? "between"]!;
  const formulas = {
    formula1: `=${one.formula1 ?? ""}`,
    ...(one.formula2 === undefined ? {} : { formula2: `=${one.formula2}` }),
    operator,
  };
  const source = one.values
    ? one.values.join(",")
    : one.formula1?.startsWith('"')
      ? one.formula1.slice(1, -1).replace(/""/g, '"')
      : `=${one.formula1 ?? ""}`;
  const kind = KINDS[one.type];
  const rule =
    one.type === "list"
      ? { list: { inCellDropDown: true, source } }
      : one.type === "custom"
        ? { custom: { formula: formulas.formula1 } }
        : { [kind!]: formulas };
  return {
    type: one.type === "whole" ? "WholeNumber" : upper(one.type),
    rule,
    ignoreBlanks: one.allowBlank === true,
    errorAlert: {
      title: one.errorTitle ?? "",
      message: one.errorMessage ?? "",
      style: upper(one.errorStyle ?? "stop"),
      showAlert: one.showErrorMessage === true,
    },
    prompt: { title: one.inputTitle ?? "", message: one.inputMessage ?? "", showPrompt: one.showInputMessage === true },
  };
}

function pageOf({ pageSetup, headerFooter }: Sheet): HostPage {
  const page = blankPage();
  if (!pageSetup) return page;
  const {
    orientation,
    paperSize,
    fitToPage,
    fitToWidth,
    fitToHeight,
    scale,
    horizontalCentered,
    verticalCentered,
    margins,
    printArea,
    printTitlesRow,
  } = pageSetup;
  page.Orientation = orientation === "landscape" ? "Landscape" : "Portrait";
  page.PaperSize = paperSize ? upper(paperSize) : "Letter";
  page.Zoom = fitToPage ? { horizontalFitToPages: fitToWidth ?? 1, verticalFitToPages: fitToHeight ?? 1 } : { scale: scale ?? 100 };
  page.CenterHorizontally = horizontalCentered === true;
  page.CenterVertically = verticalCentered === true;
  const sides = {
    left: "LeftMargin",
    right: "RightMargin",
    top: "TopMargin",
    bottom: "BottomMargin",
    header: "HeaderMargin",
    footer: "FooterMargin",
  } as const;
  for (const [side, name] of Object.entries(sides) as [keyof typeof sides, (typeof sides)[keyof typeof sides]][])
    if (margins?.[side] !== undefined) page[name] = margins[side] * 72;
  const area = printArea === undefined ? undefined : parseArea(printArea);
  if (area) page.printArea = area;
  const rows = /^\$?(\d+):\$?(\d+)$/.exec(printTitlesRow ?? "");
  if (rows) page.titleRows = [Number(rows[1]) - 1, Number(rows[2]) - 1];
  page.heads = { ...page.heads, ...headsOf(headerFooter?.oddHeader, "Header"), ...headsOf(headerFooter?.oddFooter, "Footer") };
  return page;
}

function headsOf(codes: string | undefined, where: "Header" | "Footer"): Record<string, string> {
  const parts: Record<string, string> = {};
  for (const [, side, text] of (codes ?? "").matchAll(/&([LCR])((?:(?!&[LCR]).)*)/gs))
    parts[`${{ L: "Left", C: "Center", R: "Right" }[side as "L" | "C" | "R"]}${where}`] = text!;
  return parts;
}

const PROTECTION = [
  "formatCells",
  "formatColumns",
  "formatRows",
  "insertColumns",
  "insertRows",
  "insertHyperlinks",
  "deleteColumns",
  "deleteRows",
  "sort",
  "autoFilter",
  "pivotTables",
] as const;

function sheetOf(raw: Sheet): HostSheet {
  const sheet = blankSheet(raw.name);
  const {
    rows: _rows,
    cells: _cells,
    name: _name,
    merges = [],
    dataValidations = [],
    protection,
    pageSetup: _page,
    headerFooter: _heads,
    hidden: _hidden,
    veryHidden: _very,
    ...look
  } = raw;
  const validations = new Map<number, HostValidation>();
  for (const one of dataValidations) {
    const validation = validationOf(one);
    for (const address of one.range.split(/\s+/)) {
      const area = parseArea(address);
      if (!area) throw new Error(`The file library gives no area: ${address}`);
      for (let row = area.top; row <= area.bottom; row++)
        for (let column = area.left; column <= area.right; column++) validations.set(cellKey(row, column), validation);
    }
  }
  return {
    ...sheet,
    visibility: raw.veryHidden ? "VeryHidden" : raw.hidden ? "Hidden" : "Visible",
    cells: cellsOf(raw),
    merges: merges.map(({ startRow, startCol, endRow, endCol }): Area => ({
      top: startRow,
      left: startCol,
      bottom: endRow,
      right: endCol,
    })),
    validations,
    page: pageOf(raw),
    protection: protection?.sheet
      ? protectionOptions(Object.fromEntries(PROTECTION.flatMap((name) => (protection[name] ? [[`allow${upper(name)}`, true]] : []))))
      : undefined,
    look,
  };
}

/** Reads a file into sheets and names. @throws what the file library throws */
export async function sheetsOfFile(bytes: Uint8Array): Promise<{ readonly sheets: HostSheet[]; readonly names: HostName[] }> {
  const book = await readXlsx(bytes, { readStyles: true });
  return {
    sheets: book.sheets.map(sheetOf),
    names: (book.namedRanges ?? []).map(({ name, range }) => ({ name, formula: `=${range}`, visible: true })),
  };
}

const bare = (formula: unknown): string => String(formula).replace(/^=/, "");

function fileValidations(sheet: HostSheet): DataValidation[] {
  const groups = new Map<string, { readonly one: HostValidation; readonly at: string[] }>();
  for (const [key, one] of [...sheet.validations].sort(([a], [b]) => a - b)) {
    if (one.type === "None") continue;
    const text = JSON.stringify(one);
    const group = groups.get(text) ?? { one, at: [] };
    groups.set(text, group);
    group.at.push(areaAddress({ top: keyRow(key), bottom: keyRow(key), left: keyColumn(key), right: keyColumn(key) }));
  }
  return [...groups.values()].map(({ one, at }) => fileValidation(one, at.join(" ")));
}

function fileValidation({ rule, ignoreBlanks, errorAlert, prompt }: HostValidation, range: string): DataValidation {
  const [kind = "", raw] = Object.entries(rule)[0] ?? [];
  const body = raw as Readonly<Record<string, unknown>>;
  const source = String(body.source);
  return {
    range,
    type: (kind === "list" || kind === "custom" ? kind : back(KINDS, kind)) as DataValidation["type"],
    ...(kind === "list" ? { formula1: source.startsWith("=") ? source.slice(1) : `"${source.replace(/"/g, '""')}"` } : {}),
    ...(kind === "custom" ? { formula1: bare(body.formula) } : {}),
    ...(body.formula1 === undefined
      ? {}
      : { formula1: bare(body.formula1), operator: back(OPERATORS, body.operator) as NonNullable<DataValidation["operator"]> }),
    ...(body.formula2 === undefined ? {} : { formula2: bare(body.formula2) }),
    allowBlank: ignoreBlanks,
    showErrorMessage: errorAlert.showAlert !== false,
    showInputMessage: prompt.showPrompt !== false && (prompt.title !== "" || prompt.message !== ""),
    errorStyle: String(errorAlert.style).toLowerCase() as NonNullable<DataValidation["errorStyle"]>,
    ...(errorAlert.title ? { errorTitle: String(errorAlert.title) } : {}),
    ...(errorAlert.message ? { errorMessage: String(errorAlert.message) } : {}),
    ...(prompt.title ? { inputTitle: String(prompt.title) } : {}),
    ...(prompt.message ? { inputMessage: String(prompt.message) } : {}),
  };
}

function fileCell({ value, formula, format, locked, look, link }: HostCell): Partial<Cell> {
  const style = { ...look, ...(format === "General" ? {} : { numFmt: format }), ...(locked ? {} : { protection: { locked: false } }) };
  const plain = typeof value === "object" && value !== null ? value.error : value;
  const type = typeof value === "object" && value !== null ? { type: "error" as const } : {};
  const contents = formula === undefined ? { value: plain, ...type } : { formula, formulaResult: plain };
  return { ...contents, ...(link ? { hyperlink: link } : {}), ...(Object.keys(style).length > 0 ? { style } : {}) };
}

function filePage({ page }: HostSheet): Pick<WriteSheet, "pageSetup" | "headerFooter"> {
  const { horizontalFitToPages: width, verticalFitToPages: height, scale } = page.Zoom as Readonly<Record<string, number | undefined>>;
  const heads = (where: "Header" | "Footer"): string =>
    (["Left", "Center", "Right"] as const)
      .map((side) => (page.heads[`${side}${where}`] ? `&${side[0]}${page.heads[`${side}${where}`]}` : ""))
      .join("");
  return {
    pageSetup: {
      paperSize: page.PaperSize.toLowerCase() as "a4",
      orientation: page.Orientation === "Landscape" ? "landscape" : "portrait",
      ...(scale === undefined
        ? {
            fitToPage: true,
            ...(width === undefined ? {} : { fitToWidth: width }),
            ...(height === undefined ? {} : { fitToHeight: height }),
          }
        : { scale }),
      horizontalCentered: page.CenterHorizontally,
      verticalCentered: page.CenterVertically,
      margins: {
        left: page.LeftMargin / 72,
        right: page.RightMargin / 72,
        top: page.TopMargin / 72,
        bottom: page.BottomMargin / 72,
        header: page.HeaderMargin / 72,
        footer: page.FooterMargin / 72,
      },
      ...(page.printArea ? { printArea: areaAddress(page.printArea).replace(/([A-Z]+)(\d+)/g, "$$$1$$$2") } : {}),
      ...(page.titleRows ? { printTitlesRow: `$${page.titleRows[0] + 1}:$${page.titleRows[1] + 1}` } : {}),
    },
    headerFooter: {
      ...(heads("Header") ? { oddHeader: heads("Header") } : {}),
      ...(heads("Footer") ? { oddFooter: heads("Footer") } : {}),
    },
  };
}

function fileSheet(sheet: HostSheet): WriteSheet {
  const cells = new Map([...sheet.cells].map(([key, cell]) => [`${keyRow(key)},${keyColumn(key)}`, fileCell(cell)]));
  const { protection } = sheet;
  return {
    ...(sheet.look as Partial<WriteSheet>),
    name: sheet.name,
    cells,
    merges: sheet.merges.map(({ top, left, bottom, right }) => ({ startRow: top, startCol: left, endRow: bottom, endCol: right })),
    dataValidations: fileValidations(sheet),
    ...filePage(sheet),
    ...(sheet.visibility === "Hidden" ? { hidden: true } : sheet.visibility === "VeryHidden" ? { veryHidden: true } : {}),
    ...(protection
      ? {
          protection: {
            sheet: true,
            objects: true,
            scenarios: true,
            ...Object.fromEntries(PROTECTION.flatMap((name) => (protection[`allow${upper(name)}` as "allowSort"] ? [[name, true]] : []))),
          },
        }
      : {}),
  };
}

/** The book as .xlsx bytes, as `getFileAsync(Compressed)` gives them. */
export async function fileOfBook(book: HostBook): Promise<Uint8Array> {
  const bytes = await writeXlsx({
    sheets: book.sheets.map(fileSheet),
    activeSheet: book.sheets.indexOf(book.active),
    namedRanges: book.names.map(({ name, formula }) => ({ name, range: bare(formula) })),
    ...(book.structureProtected ? { workbookProtection: { lockStructure: true } } : {}),
  });
  return withSettings(bytes, book);
}
