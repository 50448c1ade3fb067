import { deflateRawSync } from "node:zlib";
import { crc32 } from "../../src/workbook/xlsx/crc32";
import type { RefusalCode } from "../../src/domain/refusal";
import { compoundFile, MAIN, makeZip, parts, relationsXml, sheetXml, withRows, workbook, workbookXml, type MadeEntry } from "./zip-maker";

const SHEET = "xl/worksheets/sheet1.xml";
const MEGABYTE = 1 << 20;

/** The small workbook with its sheet's entry described otherwise than it is. */
function withSheetEntry(change: (entry: MadeEntry) => MadeEntry): Uint8Array {
  return makeZip(parts().map((entry) => (entry.name === SHEET ? change(entry) : entry)));
}

function withEntries(...entries: readonly MadeEntry[]): Uint8Array {
  return makeZip([...parts(), ...entries]);
}

/** A sheet with white space after it until it has this many bytes; one wide letter makes its text two bytes a letter. */
function padded(length: number, rows = '<row><c t="str"><v>表</v></c></row>'): Uint8Array {
  const bytes = new Uint8Array(length).fill(32);
  bytes.set(new TextEncoder().encode(sheetXml(rows)));
  return bytes;
}

function strings(xml: string, rows: string): Uint8Array {
  return workbook({
    "xl/_rels/workbook.xml.rels": relationsXml(
      ["rId1", "worksheet", "worksheets/sheet1.xml"],
      ["rId2", "sharedStrings", "sharedStrings.xml"],
    ),
    "xl/sharedStrings.xml": `<sst xmlns="${MAIN}">${xml}</sst>`,
    [SHEET]: sheetXml(rows),
  });
}

function contentType(part: string, type: string): string {
  return (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="${part}" ContentType="${type}"/></Types>`
  );
}

function sheets(count: number, name = (index: number): string => `S${index}`): Uint8Array {
  const ids = Array.from({ length: count }, (_, index) => index);
  return workbook({
    "xl/workbook.xml": workbookXml(
      `<sheets>${ids.map((id) => `<sheet name="${name(id)}" sheetId="${id + 1}" r:id="rId1"/>`).join("")}</sheets>`,
    ),
  });
}

const sound = workbook();
const manyCells = (count: number, cell: (index: number) => string): string =>
  Array.from(
    { length: Math.ceil(count / 100) },
    (_, row) => `<row>${Array.from({ length: 100 }, (_, column) => cell(row * 100 + column)).join("")}</row>`,
  ).join("");
const sharedFormula = (length: number): string => `<c><f t="shared" si="0" ref="A1:Z9999">${"A1+".repeat(length / 3)}1</f></c>`;

/**
 * Files that are broken, hostile or not ours, and what each must be refused as; "grid" where it is sound after all.
 * Made when asked for: some are large.
 */
export const hostileFiles: readonly (readonly [name: string, expected: RefusalCode | "grid", make: () => Uint8Array])[] = [
  ["a small sound workbook", "grid", () => sound],
  // Not a package at all
  ["an empty file", "empty-file", () => new Uint8Array(0)],
  ["a web page", "not-a-workbook", () => new TextEncoder().encode("<html><table><tr><td>1</td></tr></table></html>")],
  ["comma separated values", "not-a-workbook", () => new TextEncoder().encode("编号,人数\n1,2\n")],
  ["a PDF", "not-a-workbook", () => new TextEncoder().encode("%PDF-1.7\n")],
  ["a zip without parts", "packed", () => makeZip([])],
  ["a zip of something else", "packed", () => makeZip([{ name: "a.txt", content: "a" }])],
  ["a mail", "packed", () => new TextEncoder().encode("From: zhangsan@example.edu.cn\r\nSubject: =?utf-8?B?6KGo?=\r\n\r\n见附件\r\n")],
  ["a RAR archive", "packed", () => Uint8Array.of(0x52, 0x61, 0x72, 0x21, 0x1a, 7, 1, 0)],
  ["a message of Outlook", "packed", () => compoundFile("__properties_version1.0")],
  ["an OFD", "not-a-workbook", () => makeZip([{ name: "OFD.xml", content: "<ofd:OFD/>" }])],
  [
    "a text document",
    "not-a-workbook",
    () =>
      workbook({
        "xl/workbook.xml": '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body/></w:document>',
      }),
  ],
  ["a package without a document", "not-a-workbook", () => workbook({ "_rels/.rels": relationsXml() })],
  ["a compound file with EncryptedPackage", "encrypted", () => compoundFile("EncryptionInfo", "EncryptedPackage")],
  ["a compound file with Workbook", "legacy-format", () => compoundFile("Workbook")],
  ["a compound file with Book", "legacy-format", () => compoundFile("Book")],
  ["a compound file with WordDocument", "not-a-workbook", () => compoundFile("WordDocument")],
  ["a compound file that breaks off", "not-a-workbook", () => compoundFile("Workbook").subarray(0, 600)],
  [
    "a binary workbook",
    "legacy-format",
    () =>
      workbook({
        "[Content_Types].xml": contentType("/xl/workbook.bin", "application/vnd.ms-excel.sheet.binary.macroEnabled.main"),
        "_rels/.rels": relationsXml(["rId1", "officeDocument", "xl/workbook.bin"]),
        "xl/workbook.bin": "\x83\x01",
      }),
  ],
  // Macros
  [
    "a macro-enabled content type",
    "macro-enabled",
    () => workbook({ "[Content_Types].xml": contentType("/xl/workbook.xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml") }),
  ],
  ["a vbaProject part", "macro-enabled", () => workbook({ "xl/vbaProject.bin": "x" })],
  [
    "a vbaProject under another name",
    "macro-enabled",
    () => workbook({ "xl/a.xml": "x", "[Content_Types].xml": contentType("/xl/a.xml", "application/vnd.ms-office.vbaProject") }),
  ],
  [
    "a macro sheet",
    "macro-enabled",
    () =>
      workbook({
        "xl/_rels/workbook.xml.rels": relationsXml(
          ["rId1", "worksheet", "worksheets/sheet1.xml"],
          ["rId2", "xlMacrosheet", "macrosheets/sheet1.xml"],
        ),
      }),
  ],
  // The zip directory
  ["half a file", "damaged", () => sound.subarray(0, sound.length / 2)],
  ["only a signature", "damaged", () => Uint8Array.of(0x50, 0x4b, 3, 4)],
  ["a directory that counts more than there is", "damaged", () => makeZip(parts(), { count: 9 })],
  ["a directory outside the file", "damaged", () => makeZip(parts(), { offset: 0x7fffffff })],
  ["ZIP64 sizes", "damaged", () => withSheetEntry((entry) => ({ ...entry, size: 0xffffffff }))],
  ["ZIP64 counts", "damaged", () => makeZip(parts(), { count: 0xffff })],
  ["an encrypted entry", "encrypted", () => withSheetEntry((entry) => ({ ...entry, flags: 1 }))],
  ["an unknown packing method", "damaged", () => withSheetEntry((entry) => ({ ...entry, method: 12 }))],
  ["two entries of one name", "damaged", () => withEntries({ name: SHEET, content: sheetXml("") })],
  ["two entries that differ in case", "damaged", () => withEntries({ name: "XL/Worksheets\\sheet1.xml", content: sheetXml("") })],
  ["an entry with two names", "damaged", () => withSheetEntry((entry) => ({ ...entry, localName: "xl/worksheets/sheet2.xml" }))],
  ["entries that overlap", "damaged", () => makeZip([...parts(), { name: "[Content_Types].xm2", content: "", offset: 0, localName: "x" }])],
  ["a name that climbs out", "damaged", () => withEntries({ name: "../../etc/passwd", content: "x" })],
  ["an absolute name", "damaged", () => withEntries({ name: "/etc/passwd", content: "x" })],
  ["a name with a drive", "damaged", () => withEntries({ name: "C:\\a.xml", content: "x" })],
  ["a name with a zero", "damaged", () => withEntries({ name: "a\0.xml", content: "x" })],
  ["2,001 entries", "too-large", () => withEntries(...Array.from({ length: 2_001 }, (_, index) => ({ name: `a${index}`, content: "" })))],
  ["a file over 20 MB", "too-large", () => withEntries({ name: "a.bin", content: new Uint8Array(21 * MEGABYTE), method: 0 })],
  // What comes out of it
  ["a wrong check sum", "damaged", () => withSheetEntry((entry) => ({ ...entry, crc: 1 }))],
  ["a broken deflate stream", "damaged", () => withSheetEntry((entry) => ({ ...entry, raw: new Uint8Array(40).fill(0xff) }))],
  [
    "a deflate stream that breaks off",
    "damaged",
    () => withSheetEntry((entry) => ({ ...entry, raw: deflateRawSync(Buffer.from(String(entry.content))).subarray(0, 30) })),
  ],
  ["an empty deflate stream", "damaged", () => withSheetEntry((entry) => ({ ...entry, raw: new Uint8Array(0) }))],
  ["more than declared", "damaged", () => withSheetEntry((entry) => ({ ...entry, size: 10 }))],
  ["less than declared", "damaged", () => withSheetEntry((entry) => ({ ...entry, size: 1_000 }))],
  ["a bomb that says so", "too-large", () => workbook({ [SHEET]: padded(21 * MEGABYTE) })],
  [
    "a bomb that says it is small",
    "damaged",
    () => withSheetEntry((entry) => ({ ...entry, content: "", size: 100, crc: 0, raw: deflateRawSync(new Uint8Array(200 * MEGABYTE)) })),
  ],
  [
    "a bomb that says it is just small enough",
    "damaged",
    () =>
      withSheetEntry((entry) => ({
        ...entry,
        content: "",
        size: 20 * MEGABYTE,
        crc: 0,
        raw: deflateRawSync(new Uint8Array(200 * MEGABYTE)),
      })),
  ],
  [
    "three parts that are a bomb together",
    "too-large",
    () => workbook({ "a.xml": padded(20 * MEGABYTE), "b.xml": padded(20 * MEGABYTE), "c.xml": padded(20 * MEGABYTE) }),
  ],
  [
    "a bomb in an entry that nobody reads",
    "too-large",
    () => withEntries({ name: "xl/media/a.png", content: "", size: 0xfffffff0, crc: crc32(new Uint8Array(0)) }),
  ],
  ["20 MB of white space after a sheet", "grid", () => workbook({ [SHEET]: padded(20 * MEGABYTE) })],
  [
    "as many long strings as fit, and a sheet as large",
    "grid",
    () => {
      const item = `<si><t>表${"a".repeat(9_000)}</t></si>`;
      return makeZip(
        parts({
          "xl/_rels/workbook.xml.rels": relationsXml(
            ["rId1", "worksheet", "worksheets/sheet1.xml"],
            ["rId2", "sharedStrings", "sharedStrings.xml"],
          ),
          "xl/sharedStrings.xml": `<sst>${item.repeat(Math.floor((19.8 * MEGABYTE) / (item.length + 2)))}</sst>`,
          [SHEET]: padded(20 * MEGABYTE),
        }),
      );
    },
  ],
  // XML
  ["a document type", "damaged", () => workbook({ [SHEET]: `<!DOCTYPE worksheet>${sheetXml("")}` })],
  [
    "an entity bomb",
    "damaged",
    () =>
      workbook({
        [SHEET]: `<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet><sheetData/>&b;</worksheet>`,
      }),
  ],
  [
    "an entity from outside",
    "damaged",
    () => workbook({ [SHEET]: `<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet><sheetData/></worksheet>` }),
  ],
  ["an entity nobody defined", "damaged", () => withRows('<row><c t="str"><v>&a;</v></c></row>')],
  ["a reference to no character", "damaged", () => withRows('<row><c t="str"><v>&#0;</v></c></row>')],
  ["a bare ampersand", "damaged", () => withRows('<row><c t="str"><v>a & b</v></c></row>')],
  ["elements in elements, 65 deep", "too-large", () => withRows("<a>".repeat(65) + "</a>".repeat(65))],
  ["elements in elements, without end", "too-large", () => withRows("<a>".repeat(1_000_000))],
  ["crossed elements", "damaged", () => withRows("<row><c></row></c>")],
  ["an element that is not closed", "damaged", () => workbook({ [SHEET]: "<worksheet><sheetData>" })],
  ["a tag that does not end", "damaged", () => workbook({ [SHEET]: "<worksheet><sheetData/></worksheet" })],
  ["two roots", "damaged", () => workbook({ [SHEET]: "<worksheet><sheetData/></worksheet><a/>" })],
  ["text after the root", "damaged", () => workbook({ [SHEET]: "<worksheet><sheetData/></worksheet>x" })],
  ["an empty part", "damaged", () => workbook({ [SHEET]: "" })],
  ["bytes that are no UTF-8", "damaged", () => workbook({ [SHEET]: Uint8Array.of(0x3c, 0x61, 0xff, 0xff, 0x2f, 0x3e) })],
  ["a part of another kind", "damaged", () => workbook({ [SHEET]: "<styleSheet/>" })],
  ["an attribute without quotes", "damaged", () => withRows("<row r=1/>")],
  ["a thousand attributes", "damaged", () => withRows(`<row ${Array.from({ length: 1_000 }, (_, index) => `a${index}="1"`).join(" ")}/>`)],
  // Relationships
  ["a sheet part that is missing", "damaged", () => workbook({ [SHEET]: undefined })],
  ["a sheet without a relationship", "damaged", () => workbook({ "xl/_rels/workbook.xml.rels": relationsXml() })],
  [
    "a sheet of an unknown kind",
    "damaged",
    () => workbook({ "xl/_rels/workbook.xml.rels": relationsXml(["rId1", "sheet", "worksheets/sheet1.xml"]) }),
  ],
  [
    "a sheet outside the package",
    "damaged",
    () => workbook({ "xl/_rels/workbook.xml.rels": relationsXml(["rId1", "worksheet", "http://example.org/a.xml", "External"]) }),
  ],
  [
    "a sheet above the package",
    "damaged",
    () => workbook({ "xl/_rels/workbook.xml.rels": relationsXml(["rId1", "worksheet", "../../a.xml"]) }),
  ],
  [
    "shared strings outside the package",
    "damaged",
    () =>
      workbook({
        [SHEET]: sheetXml('<row><c t="s"><v>0</v></c></row>'),
        "xl/_rels/workbook.xml.rels": relationsXml(
          ["rId1", "worksheet", "worksheets/sheet1.xml"],
          ["rId2", "sharedStrings", "\\\\host\\a.xml", "External"],
        ),
      }),
  ],
  [
    "two relationships of one id",
    "damaged",
    () => workbook({ "xl/_rels/workbook.xml.rels": relationsXml(["rId1", "worksheet", "a.xml"], ["rId1", "worksheet", "b.xml"]) }),
  ],
  // The workbook
  ["64 sheets", "grid", () => sheets(64)],
  ["65 sheets", "too-large", () => sheets(65)],
  ["two sheets of one name", "damaged", () => sheets(2, (index) => (index === 0 ? "a" : "A"))],
  ["a workbook without sheets", "damaged", () => workbook({ "xl/workbook.xml": workbookXml("<sheets/>") })],
  ["a sheet called __proto__", "grid", () => sheets(1, () => "__proto__")],
  [
    "a name of no sheet",
    "damaged",
    () =>
      workbook({
        "xl/workbook.xml": workbookXml(
          '<sheets><sheet name="a" r:id="rId1"/></sheets><definedNames><definedName name="n" localSheetId="3">1</definedName></definedNames>',
        ),
      }),
  ],
  // Cells
  ["a cell that is no address", "damaged", () => withRows('<row><c r="__proto__"><v>1</v></c></row>')],
  ["a cell on another row", "damaged", () => withRows('<row r="1"><c r="A2"><v>1</v></c></row>')],
  ["a cell past the last column", "damaged", () => withRows('<row r="1"><c r="XFE1"><v>1</v></c></row>')],
  ["a row past the last", "damaged", () => withRows('<row r="1048577"/>')],
  ["a row of no number", "damaged", () => withRows('<row r="1e3"/><row r="x"/>')],
  ["two cells in one place", "damaged", () => withRows('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>')],
  ["a number that is none", "damaged", () => withRows("<row><c><v>0x10</v></c></row>")],
  ["a number past all", "damaged", () => withRows("<row><c><v>1e999</v></c></row>")],
  ["a boolean that is none", "damaged", () => withRows('<row><c t="b"><v>2</v></c></row>')],
  ["a date that is none", "damaged", () => withRows('<row><c t="d"><v>2026-02-30</v></c></row>')],
  ["a cell of an unknown type", "damaged", () => withRows('<row><c t="__proto__"><v>1</v></c></row>')],
  ["a string number out of range", "damaged", () => strings("<si><t>a</t></si>", '<row><c t="s"><v>1</v></c></row>')],
  ["a string number below zero", "damaged", () => strings("<si><t>a</t></si>", '<row><c t="s"><v>-1</v></c></row>')],
  ["a string called length", "damaged", () => strings("<si><t>a</t></si>", '<row><c t="s"><v>length</v></c></row>')],
  ["a string of 240,000 characters", "too-large", () => strings(`<si><t>${"a".repeat(240_000)}</t></si>`, "")],
  ["a string of many pieces", "too-large", () => strings(`<si>${"<r><t>aaaaaaaaaa</t></r>".repeat(24_000)}</si>`, "")],
  ["500,000 cells", "grid", () => withRows(manyCells(500_000, (index) => `<c><v>${index}</v></c>`))],
  ["500,100 cells", "too-large", () => withRows(manyCells(500_100, (index) => `<c><v>${index}</v></c>`))],
  ["millions of empty cells", "too-large", () => withRows(`<row>${"<c/>".repeat(16_000)}</row>`.repeat(500))],
  ["500,000 strings", "grid", () => strings("<si><t>aaaaaaaaaaaaaaaaaaa</t></si>".repeat(500_000), "")],
  ["a shared formula nobody wrote", "damaged", () => withRows('<row><c><f t="shared" si="4"/></c></row>')],
  [
    "a shared formula spelled out into gigabytes",
    "too-large",
    () => withRows(manyCells(10_000, (index) => (index === 0 ? sharedFormula(8_100) : '<c><f t="shared" si="0"/></c>'))),
  ],
  [
    "a merge that is no area",
    "damaged",
    () => workbook({ [SHEET]: '<worksheet><sheetData/><mergeCells><mergeCell ref="A1:B"/></mergeCells></worksheet>' }),
  ],
  [
    "200,000 merges",
    "too-large",
    () =>
      workbook({ [SHEET]: `<worksheet><sheetData/><mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(200_000)}</mergeCells></worksheet>` }),
  ],
  [
    "a validation of 200,000 areas",
    "too-large",
    () =>
      workbook({
        [SHEET]: `<worksheet><sheetData/><dataValidations><dataValidation type="list" sqref="${"A1 ".repeat(30_000)}"/><dataValidation type="list" sqref="${"A1 ".repeat(40_000)}"/><dataValidation type="list" sqref="${"A1 ".repeat(40_000)}"/></dataValidations></worksheet>`,
      }),
  ],
  [
    "a validation of the whole sheet",
    "grid",
    () =>
      workbook({
        [SHEET]:
          '<worksheet><sheetData/><dataValidations><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a,b"</formula1></dataValidation></dataValidations></worksheet>',
      }),
  ],
];
