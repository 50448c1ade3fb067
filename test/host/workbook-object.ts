import { fail, SAYS } from "./errors";
import type { Host } from "./host";
import { blankSheet, checkSheetName, checkStructure, type HostName, type HostSheet } from "./model";
import { holds, NULL_OBJECT, reads, type HostObject } from "./object";
import { areaOfAddress, rangeObject } from "./range-object";
import { listen, sheetOrNull } from "./sheet-object";

function sheetsObject(host: Host): HostObject {
  const { book } = host;
  const find = (key: unknown): HostSheet | undefined =>
    book.sheets.find((sheet) => sheet.id === key || sheet.name.toLowerCase() === String(key).toLowerCase());
  const item = (key: unknown): HostObject => {
    const sheet = find(key);
    return sheet ? host.sheetObject(sheet) : fail("ItemNotFound", SAYS.missing, "WorksheetCollection.getItem");
  };
  const visible = (only: unknown): readonly HostSheet[] =>
    only === true ? book.sheets.filter((sheet) => sheet.visibility === "Visible") : book.sheets;
  return {
    type: "WorksheetCollection",
    items: () => book.sheets.map((sheet) => host.sheetObject(sheet)),
    methods: {
      $Indexer: item,
      GetItem: item,
      _GetSheetById: item,
      GetItemOrNullObject: (key) => sheetOrNull(host, find(key)),
      GetFirst: (only) => host.sheetObject(visible(only)[0]!),
      GetLast: (only) => host.sheetObject(visible(only).at(-1)!),
      GetActiveWorksheet: () => host.sheetObject(book.active),
      GetCount: (only) => visible(only).length,
      Add: (name) => {
        checkStructure(book, "WorksheetCollection.add");
        const sheet = blankSheet(checkSheetName(book, name ?? `Sheet${book.sheets.length + 1}`));
        book.sheets.push(sheet);
        book.dirty = true;
        return host.sheetObject(sheet);
      },
      _RegisterDataChangedEvent: () => listen(host, "Workbook", 1),
      _UnregisterDataChangedEvent: () => listen(host, "Workbook", -1),
      _RegisterCalculatedEvent: () => listen(host, "Calculated", 1),
      _UnregisterCalculatedEvent: () => listen(host, "Calculated", -1),
    },
  };
}

function namesObject(host: Host): HostObject {
  const { book } = host;
  const dirty = (): void => void (book.dirty = true);
  const object = (name: HostName): HostObject => ({
    type: "NamedItem",
    identity: () => ({ _Id: name.name }),
    scalars: {
      Name: reads(() => name.name),
      Formula: holds(name, "formula", dirty),
      Visible: holds(name, "visible", dirty),
      Type: reads(() => (name.formula.includes("#REF!") ? "Error" : "Range")),
      Scope: reads(() => "Workbook"),
    },
    methods: { Delete: () => void (book.names = book.names.filter((one) => one !== name)) },
  });
  const find = (key: unknown): HostName | undefined => book.names.find((name) => name.name.toLowerCase() === String(key).toLowerCase());
  const item = (key: unknown): HostObject => {
    const name = find(key);
    return name ? object(name) : fail("ItemNotFound", SAYS.missing, "NamedItemCollection.getItem");
  };
  return {
    type: "NamedItemCollection",
    items: () => book.names.map(object),
    methods: {
      $Indexer: item,
      GetItem: item,
      GetItemOrNullObject: (key) => {
        const name = find(key);
        return name ? object(name) : NULL_OBJECT;
      },
      Add: (name, reference) => {
        if (find(name)) fail("ItemAlreadyExists", SAYS.exists, "NamedItemCollection.add");
        if (typeof reference !== "string" || !reference.startsWith("=")) fail("InvalidArgument", SAYS.invalid, "NamedItemCollection.add");
        const made = { name: String(name), formula: reference, visible: true };
        book.names.push(made);
        dirty();
        return object(made);
      },
    },
  };
}

function settingsObject(host: Host): HostObject {
  const { settings } = host.book;
  const object = (key: string): HostObject => ({
    type: "Setting",
    identity: () => ({ _Id: key }),
    scalars: { Key: reads(() => key), Value: { get: () => settings.get(key), set: (value) => void settings.set(key, value) } },
    methods: { Delete: () => void settings.delete(key) },
  });
  const item = (key: unknown): HostObject =>
    settings.has(String(key)) ? object(String(key)) : fail("ItemNotFound", SAYS.missing, "SettingCollection.getItem");
  return {
    type: "SettingCollection",
    items: () => [...settings.keys()].map(object),
    methods: {
      $Indexer: item,
      GetItem: item,
      GetItemOrNullObject: (key) => (settings.has(String(key)) ? object(String(key)) : NULL_OBJECT),
      Add: (key, value) => {
        settings.set(String(key), value);
        return object(String(key));
      },
    },
  };
}

function applicationObject(host: Host): HostObject {
  return {
    type: "Application",
    scalars: { CalculationMode: reads(() => "Automatic") },
    methods: {
      CreateWorkbook: (base64) => ({
        type: "WorkbookCreated",
        identity: () => ({ Id: "new" }),
        scalars: { Id: reads(() => "new") },
        methods: {
          Open: () => {
            if (host.does("new-workbooks-are-refused")) fail("GeneralException", SAYS.hardened, "Application.createWorkbook");
            host.open(String(base64));
          },
        },
      }),
      SuspendScreenUpdatingUntilNextSync: () => undefined,
      Calculate: () => undefined,
    },
  };
}

/** With AutoSave the book is saved between one question and the next. */
function isDirty(host: Host): boolean {
  const { dirty } = host.book;
  if (host.does("autosave-is-on")) host.book.dirty = false;
  return dirty;
}

/** `Excel.Workbook`: where every object path begins. */
export function workbookObject(host: Host): HostObject {
  const { book } = host;
  return {
    type: "Workbook",
    scalars: {
      Name: reads(() => book.name),
      IsDirty: reads(() => isDirty(host)),
      AutoSave: reads(() => host.does("autosave-is-on")),
      ReadOnly: reads(() => book.readOnly),
    },
    links: {
      Worksheets: () => sheetsObject(host),
      Names: () => namesObject(host),
      Settings: () => settingsObject(host),
      Application: () => applicationObject(host),
      Protection: () => ({
        type: "WorkbookProtection",
        scalars: { Protected: reads(() => book.structureProtected) },
        methods: {
          Protect: () => {
            if (book.structureProtected) fail("InvalidOperation", SAYS.operation, "WorkbookProtection.protect");
            book.structureProtected = true;
          },
          Unprotect: () => {
            if (!book.structureProtected) fail("InvalidOperation", SAYS.operation, "WorkbookProtection.unprotect");
            book.structureProtected = false;
          },
        },
      }),
    },
    methods: {
      Save: (behaviour = "Save") => {
        if (behaviour !== "Save" && behaviour !== "Prompt") fail("InvalidArgument", SAYS.invalid, "Workbook.save");
        if (book.readOnly) fail("AccessDenied", SAYS.denied, "Workbook.save");
        book.saves.push(String(behaviour));
        book.dirty = false;
      },
      GetSelectedRange: () => rangeObject(host, book.active, areaOfAddress(book.selection.address, book.active)),
      InsertWorksheetsFromBase64: (base64, options) => {
        checkStructure(book, "Workbook.insertWorksheetsFromBase64");
        return host.insert(String(base64), (options ?? {}) as Readonly<Record<string, unknown>>);
      },
      _GetReferenceCount: () => 0,
    },
  };
}
