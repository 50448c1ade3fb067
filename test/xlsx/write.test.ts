import type { PlanCell, RowsPlan, SheetPlan, WorkbookPlan } from "../../src/domain/plan";
import { readXlsx, writeXlsx } from "../../src/workbook/xlsx";
import { inflateWithFflate } from "../../src/workbook/xlsx/inflate";
import { Meter } from "../../src/workbook/xlsx/limits";
import { nodeInflate } from "../../src/workbook/xlsx/node-inflate";
import { inflateEntry, readDirectory } from "../../src/workbook/xlsx/zip";
import { XmlScanner } from "../../src/workbook/xlsx/xml-scan";
import { plainText } from "../../src/workbook/xlsx/xml-text";
import { gridOf } from "./grid-of";
import { richPlan } from "./rich-plan";
import { difference } from "../difference";

function partsOf(bytes: Uint8Array): Map<string, string> {
  const meter = new Meter();
  const entries = [...readDirectory(bytes, meter).values()];
  return new Map(entries.map((entry) => [entry.name, new TextDecoder().decode(inflateEntry(entry, inflateWithFflate, meter))]));
}

const written = partsOf(writeXlsx(richPlan));

test("what was written is read back, with either engine", () => {
  const bytes = writeXlsx(richPlan);
  expect(readXlsx(bytes)).toEqual({ ok: true, value: gridOf(richPlan) });
  expect(readXlsx(bytes, { inflate: nodeInflate })).toEqual({ ok: true, value: gridOf(richPlan) });
});

test("the same plan gives the same bytes", () => {
  expect(difference(writeXlsx(richPlan), writeXlsx(structuredClone(richPlan)))).toBeUndefined();
});

/** CT_Worksheet, ECMA-376 part 1, 18.3.1.99; CT_Workbook, 18.2.27; CT_Stylesheet, 18.8.39. */
const ORDER: Readonly<Record<string, string>> = {
  worksheet:
    "sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ignoredErrors smartTags drawing legacyDrawing tableParts extLst",
  workbook: "fileVersion fileSharing workbookPr workbookProtection bookViews sheets functionGroups externalReferences definedNames calcPr",
  styleSheet: "numFmts fonts fills borders cellStyleXfs cellXfs cellStyles dxfs tableStyles colors extLst",
};

test("elements stand in the order of the schema, else Excel repairs the file", () => {
  let checked = 0;
  for (const [name, text] of written) {
    const xml = new XmlScanner(plainText(text), new Meter(), name);
    while (xml.next() !== 1);
    const order = ORDER[xml.name()]?.split(" ");
    if (!order) continue;
    const places: number[] = [];
    while (xml.nextChild(1)) places.push(order.indexOf(xml.name()));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    checked++;
  }
  expect(checked).toBe(richPlan.sheets.length + 2);
});

test("every part is well formed, has a content type, and leads only to parts that are there", () => {
  const types = written.get("[Content_Types].xml")!;
  for (const [name, text] of written) {
    const xml = new XmlScanner(plainText(text), new Meter(), name);
    xml.toEnd();
    if (name !== "[Content_Types].xml" && !name.endsWith(".rels")) expect(types).toContain(`PartName="/${name}"`);
    for (const [, target] of name.endsWith(".rels") ? text.matchAll(/Target="\/([^"]*)"/g) : []) expect(written.has(target!)).toBe(true);
  }
});

test("the file names neither a moment nor another maker", () => {
  expect([...written.values()].join("")).not.toMatch(/Microsoft Excel|20\d\d-\d\d-\d\dT/);
});

test("sheet names in names and links are quoted, whatever they are", () => {
  const workbook = written.get("xl/workbook.xml")!;
  expect(workbook).toContain("<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"2\">'It''s 明细'!$1:$1</definedName>");
  expect(workbook).toContain('<definedName name="_xlnm.Print_Area" localSheetId="1">\'汇总\'!$A$1:$E$41</definedName>');
  expect(written.get("xl/worksheets/sheet2.xml")).toContain("location=\"'_名 录'!A1\"");
});

function withSheet(sheet: Partial<SheetPlan>): WorkbookPlan {
  return { defaultFont: { name: "宋体", size: 11 }, sheets: [{ name: "表1", state: "visible", cells: [], ...sheet }] };
}

const at = (row: number, column: number): { row: number; column: number } => ({ row, column });
const area = (top: number, left: number, bottom: number, right: number) => ({ top, left, bottom, right });
const list = { areas: [area(0, 0, 0, 0)], type: "list", formula1: '"a"', allowBlank: true, errorStyle: "stop" } as const;
const rows = (...all: PlanCell[][]): RowsPlan => ({
  area: area(3, 0, 4, 1),
  [Symbol.iterator]: () => all.map((cells) => ({ row: cells[0]!.row, cells })).values(),
});
const two = (first: string, second: string): WorkbookPlan => {
  const plan = withSheet({});
  return { ...plan, sheets: [first, second].map((name) => ({ ...plan.sheets[0]!, name })) };
};

test.each<[string, WorkbookPlan]>([
  ["a text over 32,767 characters", withSheet({ cells: [{ ...at(0, 0), value: "a".repeat(32_768) }] })],
  ["a number that is not finite", withSheet({ cells: [{ ...at(0, 0), value: Infinity }] })],
  ["an error nobody knows", withSheet({ cells: [{ ...at(0, 0), value: { error: "#OOPS!" } }] })],
  ["a formula with its =", withSheet({ cells: [{ ...at(0, 0), value: null, formula: "=1" }] })],
  ["cells out of order", withSheet({ cells: [{ ...at(1, 0), value: 1 }, { ...at(0, 0), value: 1 }] })], // prettier-ignore
  ["two cells in one place", withSheet({ cells: [{ ...at(0, 0), value: 1 }, { ...at(0, 0), value: 2 }] })], // prettier-ignore
  ["a cell outside the sheet", withSheet({ cells: [{ ...at(0, 16_384), value: 1 }] })],
  ["a sheet name of 32 characters", withSheet({ name: "a".repeat(32) })],
  ["a sheet name with a bracket", withSheet({ name: "a[1]" })],
  ["a sheet name with a slash", withSheet({ name: "2026/S2" })],
  ["two sheet names that differ in case", two("Data", "DATA")],
  ["a cell outside the area of its rows", withSheet({ rows: rows([{ ...at(5, 0), value: 1 }]) })],
  ["rows out of order", withSheet({ rows: rows([{ ...at(4, 0), value: 1 }], [{ ...at(3, 0), value: 1 }]) })],
  ["a number among rows that is not finite", withSheet({ rows: rows([{ ...at(3, 0), value: NaN }]) })],
  ["rows above cells", withSheet({ cells: [{ ...at(3, 0), value: 1 }], rows: rows([{ ...at(4, 0), value: 1 }]) })],
  ["rows outside the sheet", withSheet({ rows: { ...rows(), area: area(0, 0, 1_048_576, 0) } })],
  ["no visible sheet", withSheet({ state: "hidden" })],
  ["merges that overlap", withSheet({ merges: [area(0, 0, 2, 2), area(2, 2, 3, 3)] })],
  ["a merge of one cell", withSheet({ merges: [area(0, 0, 0, 0)] })],
  ["a prompt over 255 characters", withSheet({ validations: [{ ...list, prompt: { title: "", text: "a".repeat(256) } }] })],
  ["a prompt title over 32 characters", withSheet({ validations: [{ ...list, prompt: { title: "a".repeat(33), text: "" } }] })],
  ["an alert over 225 characters", withSheet({ validations: [{ ...list, alert: { title: "", text: "a".repeat(226) } }] })],
  ["a literal list over 255 characters", withSheet({ validations: [{ ...list, formula1: `"${"a".repeat(256)}"` }] })],
  ["a table whose heading says something else", withSheet({ tables: [{ name: "t", area: area(0, 0, 1, 0), columns: ["a"] }] })],
  ["a table name that is none", withSheet({ tables: [{ name: "a b", area: area(0, 0, 1, 0), columns: ["a"] }] })],
  ["a defined name that looks like a cell", { ...withSheet({}), names: [{ name: "AB12", refersTo: "1" }] }],
  ["a colour that is none", withSheet({ tabColour: "red" })],
])("a plan that Excel would repair is stopped: %s", (_, plan) => {
  expect(() => writeXlsx(plan)).toThrow(RangeError);
});

test("rows that fold are hidden, the row above each fold says so, and the sheet that its heads stand above", () => {
  const cells = Array.from({ length: 8 }, (_, row): PlanCell => ({ row, column: 0, value: row }));
  const plan = (folds: SheetPlan["folds"]): WorkbookPlan => ({
    defaultFont: { name: "宋体", size: 10 },
    sheets: [{ name: "表", state: "visible", cells, folds }],
  });
  const fold = [
    { first: 2, last: 3 },
    { first: 5, last: 5 },
  ];
  const bytes = writeXlsx(plan(fold));
  const xml = partsOf(bytes).get("xl/worksheets/sheet1.xml")!;
  const rows = [...xml.matchAll(/<row ([^>]*)>/g)].map(([, attributes]) => attributes!.replace(/r="\d+" ?/, ""));
  const hidden = 'hidden="1" outlineLevel="1"';
  expect(rows).toEqual(["", 'collapsed="1"', hidden, hidden, 'collapsed="1"', hidden, "", ""]);
  expect(xml).toContain('<sheetPr><outlinePr summaryBelow="0"/></sheetPr>');
  expect(xml).toContain('outlineLevelRow="1"');
  // A reader sees the same cells, folded or not, and which rows are.
  const [folded, flat] = [bytes, writeXlsx(plan(undefined))].map((one) => {
    const read = readXlsx(one);
    return read.ok ? read.value.sheets : [];
  });
  expect(folded).toEqual(flat!.map((sheet) => ({ ...sheet, hiddenRows: [2, 3, 5] })));
  for (const wrong of [[{ first: 0, last: 1 }], [{ first: 3, last: 2 }], [...fold].reverse(), [fold[0]!, { first: 4, last: 5 }]])
    expect(() => writeXlsx(plan(wrong))).toThrow(RangeError);
});
