import { areaAddress } from "../../src/domain";
import { chartsObject } from "./chart-object";
import { fail, SAYS } from "./errors";
import type { Host } from "./host";
import { checkSheetName, checkStructure, PROTECTION_OPTIONS, WHOLE_SHEET, type HostSheet, type ProtectionOptions } from "./model";
import { NULL_OBJECT, reads, type HostObject, type Wire } from "./object";
import { pageObject } from "./page-object";
import { sheetDeleted, sheetRenamed } from "./references";
import { areaOfAddress, rangeObject, usedRange } from "./range-object";

const VISIBILITIES = new Set(["Visible", "Hidden", "VeryHidden"]);

/** The options of a protection as Excel fills them up: what is not allowed is refused. */
export function protectionOptions(raw: Readonly<Record<string, unknown>> = {}): ProtectionOptions {
  for (const name of Object.keys(raw))
    if (name !== "selectionMode" && !(PROTECTION_OPTIONS as readonly string[]).includes(name))
      fail("InvalidArgument", SAYS.invalid, "WorksheetProtection.protect");
  const flags = Object.fromEntries(PROTECTION_OPTIONS.map((name) => [name, raw[name] === true]));
  return { ...flags, selectionMode: raw.selectionMode ?? "Normal" } as ProtectionOptions;
}

/** Protecting what is protected, or opening what is open. */
function failTwice(host: Host, location: string): never {
  return host.does("protecting-twice-is-denied")
    ? fail("AccessDenied", SAYS.denied, location)
    : fail("InvalidOperation", SAYS.operation, location);
}

function protectionObject(host: Host, sheet: HostSheet): HostObject {
  return {
    type: "WorksheetProtection",
    scalars: { Protected: reads(() => sheet.protection !== undefined), Options: reads(() => sheet.protection ?? protectionOptions()) },
    methods: {
      Protect: (options, password) => {
        if (password !== undefined) fail("ApiNotFound", "The host keeps no passwords", "WorksheetProtection.protect");
        if (sheet.protection) failTwice(host, "WorksheetProtection.protect");
        sheet.protection = protectionOptions(options as Readonly<Record<string, unknown>> | undefined);
        host.book.dirty = true;
      },
      Unprotect: () => {
        if (!sheet.protection) failTwice(host, "WorksheetProtection.unprotect");
        sheet.protection = undefined;
        host.book.dirty = true;
      },
    },
  };
}

function setVisibility(host: Host, sheet: HostSheet, value: Wire): void {
  checkStructure(host.book, "Worksheet.visibility");
  if (!VISIBILITIES.has(String(value))) fail("InvalidArgument", SAYS.invalid, "Worksheet.visibility");
  const others = host.book.sheets.filter((one) => one !== sheet && one.visibility === "Visible");
  if (value !== "Visible" && others.length === 0) fail("InvalidOperation", SAYS.operation, "Worksheet.visibility");
  sheet.visibility = value as HostSheet["visibility"];
  if (host.book.active === sheet && value !== "Visible") host.book.active = others[0]!;
  host.book.dirty = true;
}

function remove(host: Host, sheet: HostSheet): void {
  const { book } = host;
  checkStructure(book, "Worksheet.delete");
  if (sheet.visibility === "VeryHidden") fail("InvalidOperation", SAYS.operation, "Worksheet.delete");
  const visible = book.sheets.filter((one) => one !== sheet && one.visibility === "Visible");
  if (visible.length === 0) fail("InvalidOperation", SAYS.operation, "Worksheet.delete");
  book.sheets = book.sheets.filter((one) => one !== sheet);
  sheetDeleted(book, sheet.name);
  if (book.active === sheet) book.active = visible[0]!;
  book.dirty = true;
}

function freezeObject(sheet: HostSheet): HostObject {
  return {
    type: "WorksheetFreezePanes",
    methods: {
      FreezeRows: (rows) => void (sheet.look.freezePane = { rows: Number(rows) }),
      Unfreeze: () => void delete sheet.look.freezePane,
    },
  };
}

/** `Excel.Worksheet`. */
export function sheetObject(host: Host, sheet: HostSheet): HostObject {
  const { book } = host;
  const neighbour = (step: 1 | -1, visibleOnly: unknown): HostSheet | undefined => {
    const from = book.sheets.indexOf(sheet);
    const rest = step === 1 ? book.sheets.slice(from + 1) : book.sheets.slice(0, from).reverse();
    return rest.find((one) => visibleOnly !== true || one.visibility === "Visible");
  };
  return {
    type: "Worksheet",
    identity: () => ({ Id: sheet.id }),
    stands: sheet,
    scalars: {
      Id: reads(() => sheet.id),
      Name: {
        get: () => sheet.name,
        set: (value) => {
          checkStructure(book, "Worksheet.name");
          const name = checkSheetName(book, value, sheet);
          sheetRenamed(book, sheet.name, name);
          sheet.name = name;
          book.dirty = true;
        },
      },
      Position: reads(() => book.sheets.indexOf(sheet)),
      Visibility: { get: () => sheet.visibility, set: (value) => setVisibility(host, sheet, value) },
    },
    links: {
      Protection: () => protectionObject(host, sheet),
      PageLayout: () => pageObject(host, sheet),
      FreezePanes: () => freezeObject(sheet),
      Charts: () => chartsObject(host, sheet),
      AutoFilter: () => ({
        type: "AutoFilter",
        methods: {
          Apply: (range) => {
            sheet.look.autoFilter = { range: areaAddress(areaOfAddress(range, sheet)) };
            book.dirty = true;
          },
        },
      }),
    },
    methods: {
      GetRange: (address) => rangeObject(host, sheet, areaOfAddress(address, sheet)),
      GetCell: (row, column) =>
        rangeObject(host, sheet, { top: Number(row), left: Number(column), bottom: Number(row), right: Number(column) }),
      GetRangeByIndexes: (top, left, rows, columns) => {
        const [t, l, r, c] = [top, left, rows, columns].map(Number) as [number, number, number, number];
        if (![t, l, r, c].every(Number.isInteger) || t < 0 || l < 0 || r < 1 || c < 1)
          fail("InvalidArgument", SAYS.invalid, "Worksheet.getRangeByIndexes");
        return rangeObject(host, sheet, { top: t, left: l, bottom: t + r - 1, right: l + c - 1 });
      },
      GetUsedRangeOrNullObject: (valuesOnly) => usedRange(host, sheet, WHOLE_SHEET, valuesOnly),
      GetUsedRange: (valuesOnly) => {
        const used = usedRange(host, sheet, WHOLE_SHEET, valuesOnly);
        return used === NULL_OBJECT ? rangeObject(host, sheet, { top: 0, left: 0, bottom: 0, right: 0 }) : used;
      },
      GetNextOrNullObject: (visibleOnly) => sheetOrNull(host, neighbour(1, visibleOnly)),
      GetPreviousOrNullObject: (visibleOnly) => sheetOrNull(host, neighbour(-1, visibleOnly)),
      Activate: () => {
        if (sheet.visibility !== "Visible") fail("InvalidOperation", SAYS.operation, "Worksheet.activate");
        book.active = sheet;
      },
      Delete: () => remove(host, sheet),
      _RegisterDataChangedEvent: () => listen(host, sheet.id, 1),
      _UnregisterDataChangedEvent: () => listen(host, sheet.id, -1),
    },
  };
}

export function sheetOrNull(host: Host, sheet: HostSheet | undefined): HostObject {
  return sheet ? host.sheetObject(sheet) : NULL_OBJECT;
}

export function listen(host: Host, target: string, step: 1 | -1): void {
  host.listeners.set(target, (host.listeners.get(target) ?? 0) + step);
}
