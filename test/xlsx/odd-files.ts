import { MAIN, makeZip, parts, relationsXml, sheetXml, withRows, workbook, workbookXml } from "./zip-maker";

const SHEET = "xl/worksheets/sheet1.xml";
const STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main";
const WITH_PARTS = relationsXml(
  ["rId1", "worksheet", "worksheets/sheet1.xml"],
  ["rId2", "sharedStrings", "sharedStrings.xml"],
  ["rId3", "styles", "styles.xml"],
);

function utf16(text: string, mark: boolean, little: boolean): Uint8Array {
  const bytes = Buffer.from((mark ? "\ufeff" : "") + text, "utf16le");
  return new Uint8Array(little ? bytes : bytes.swap16());
}

function withStrings(items: string, rows: string): Uint8Array {
  return workbook({
    "xl/_rels/workbook.xml.rels": relationsXml(
      ["rId1", "worksheet", "worksheets/sheet1.xml"],
      ["rId2", "sharedStrings", "sharedStrings.xml"],
    ),
    "xl/sharedStrings.xml": `<sst xmlns="${MAIN}">${items}</sst>`,
    [SHEET]: sheetXml(rows),
  });
}

function withStyles(workbookProperties: string, rows: string): Uint8Array {
  return workbook({
    "xl/_rels/workbook.xml.rels": WITH_PARTS,
    "xl/sharedStrings.xml": `<sst xmlns="${MAIN}"/>`,
    "xl/styles.xml": `<styleSheet xmlns="${MAIN}"><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="165" formatCode="[h]:mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`,
    "xl/workbook.xml": workbookXml(`${workbookProperties}<sheets><sheet name="表1" sheetId="1" r:id="rId1"/></sheets>`),
    [SHEET]: sheetXml(rows),
  });
}

function withExtension(validation: string): Uint8Array {
  return workbook({
    [SHEET]:
      `<worksheet xmlns="${MAIN}"><sheetData/><extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main">` +
      `<x14:dataValidations xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" count="1">${validation}</x14:dataValidations></ext></extLst></worksheet>`,
  });
}

/** Legal files that few writers make, and the cells that must be read; validations after a `!`. A trailing `d` marks a date. */
export const oddFiles: readonly (readonly [name: string, cells: string, make: () => Uint8Array])[] = [
  ["rows and cells without names", "A1=1 B1=2 A2=3", () => withRows("<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>")],
  ["cells without names after one that has", "C5=1 D5=2", () => withRows('<row r="5"><c r="C5"><v>1</v></c><c><v>2</v></c></row>')],
  ["lower case addresses", "C5=1", () => withRows('<row r="5"><c r="c5"><v>1</v></c></row>')],
  ["rows out of order", "A1=1 A2=2", () => withRows('<row r="2"><c r="A2"><v>2</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>')],
  [
    "prefixed namespaces",
    'A1="甲"',
    () =>
      workbook({
        [SHEET]: `<x:worksheet xmlns:x="${MAIN}"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`,
      }),
  ],
  [
    "namespace prefixes called r and s",
    "A1=7",
    () => withRows('<row xmlns:r="r9" r="1"><c xmlns:s="x" xmlns:t="str" r="A1"><v>7</v></c></row>'),
  ],
  [
    "strict namespaces",
    "A1=5",
    () =>
      workbook({
        [SHEET]: sheetXml('<row r="1"><c r="A1"><v>5</v></c></row>').replace(MAIN, STRICT),
        "_rels/.rels": relationsXml(["rId1", "officeDocument", "xl/workbook.xml"]).replaceAll(
          "schemas.openxmlformats.org/officeDocument/2006",
          "purl.oclc.org/ooxml/officeDocument",
        ),
      }),
  ],
  ["single quotes and spaces in tags", "A1=1", () => withRows("<row  r = '1' ><c r='A1' ><v >1</v ></c ></row >")],
  ["CDATA", 'A1="<b> & c"', () => withRows('<row><c t="str"><v><![CDATA[<b> &]]> c</v></c></row>')],
  ["comments and processing instructions", "A1=12", () => withRows("<!-- <row> --><row><?x <c?><c><v>1<!-- 5 -->2</v></c></row>")],
  ["character references", 'A1="A表😀\\n<"', () => withRows('<row><c t="str"><v>&#65;&#x8868;&#x1F600;&#10;&lt;</v></c></row>')],
  ["carriage returns", 'A1="a\\nb\\nc"', () => withRows('<row>\r\n<c t="str"><v>a\r\nb\rc</v></c></row>')],
  [
    "a big-endian UTF-16 part with its mark",
    'A1="表"',
    () => workbook({ [SHEET]: utf16(sheetXml('<row><c t="str"><v>表</v></c></row>'), true, false) }),
  ],
  [
    "a little-endian UTF-16 part with its mark",
    'A1="表"',
    () => workbook({ [SHEET]: utf16(sheetXml('<row><c t="str"><v>表</v></c></row>'), true, true) }),
  ],
  [
    "a UTF-16 part without a mark",
    'A1="表"',
    () => workbook({ [SHEET]: utf16(sheetXml('<row><c t="str"><v>表</v></c></row>'), false, true) }),
  ],
  ["a UTF-8 part with its mark", "A1=1", () => workbook({ [SHEET]: `\ufeff${sheetXml("<row><c><v>1</v></c></row>")}` })],
  ["backslashes in part names", "A1=5", () => makeZip(parts().map((entry) => ({ ...entry, name: entry.name.replace(/\//g, "\\") })))],
  ["part names in other case", "A1=5", () => makeZip(parts().map((entry) => ({ ...entry, name: entry.name.toUpperCase() })))],
  [
    "absolute and escaped targets",
    "A1=5",
    () => workbook({ "xl/_rels/workbook.xml.rels": relationsXml(["rId1", "worksheet", "/xl/./worksheets/../worksheets/sheet%31.xml"]) }),
  ],
  [
    "a zip comment and stored parts",
    "A1=5",
    () =>
      makeZip(
        parts().map((entry) => ({ ...entry, method: 0 })),
        { comment: "made by PK\x05\x06 and others" },
      ),
  ],
  ["folders as entries", "A1=5", () => makeZip([{ name: "xl/", content: "", method: 0 }, ...parts()])],
  ["inline strings", 'A1=" a "', () => withRows('<row><c t="inlineStr"><is><t xml:space="preserve"> a </t></is></c></row>')],
  [
    "rich text and how it is read aloud",
    'A1="东京都"',
    () =>
      withStrings(
        "<si><r><rPr><b/></rPr><t>东</t></r><r><t>京都</t></r><rPh sb='0' eb='1'><t>とう</t></rPh><phoneticPr fontId='1'/></si>",
        '<row><c t="s"><v>0</v></c></row>',
      ),
  ],
  ["_xHHHH_ escapes", 'A1="a\\rb_x0041_"', () => withRows('<row><c t="str"><v>a_x000D_b_x005F_x0041_</v></c></row>')],
  [
    "empty strings and empty values",
    'B1=""',
    () => withStrings("<si/>", '<row><c t="s"><v/></c><c t="s"><v>0</v></c><c><v></v></c><c/></row>'),
  ],
  [
    "errors and booleans",
    "A1=#REF! B1=true C1=false",
    () => withRows('<row><c t="e"><v>#REF!</v></c><c t="b"><v>1</v></c><c t="b"><v>0</v></c></row>'),
  ],
  [
    "numbers of all kinds",
    "A1=-0.5 B1=1e+21 C1=0.1",
    () => withRows("<row><c><v> -.5 </v></c><c t='n'><v>1E21</v></c><c><v>0.1</v></c></row>"),
  ],
  [
    "ISO dates",
    "A1=46000d B1=1d C1=46000.5d D1=0.25d",
    () =>
      withRows(
        '<row><c t="d"><v>2025-12-09</v></c><c t="d"><v>1900-01-01</v></c><c t="d"><v>2025-12-09T12:00:00Z</v></c><c t="d"><v>06:00:00</v></c></row>',
      ),
  ],
  [
    "dates by style",
    "A1=46000 B1=46000d C1=46000d D1=1.5",
    () => withStyles("", '<row><c s="0"><v>46000</v></c><c s="1"><v>46000</v></c><c s="2"><v>46000</v></c><c s="3"><v>1.5</v></c></row>'),
  ],
  [
    "dates counted from 1904",
    "A1=44538 B1=46000d C1=46000d D1=1.5",
    () =>
      withStyles(
        '<workbookPr date1904="1"/>',
        '<row><c s="0"><v>44538</v></c><c s="1"><v>44538</v></c><c s="2"><v>44538</v></c><c s="3"><v>1.5</v></c></row>',
      ),
  ],
  [
    "formulas with and without a result",
    'A1=3{1+2} B1=null{A1} C1="x"{"x"}',
    () => withRows('<row><c><f>1+2</f><v>3</v></c><c><f>A1</f></c><c t="str"><f>"x"</f><v>x</v></c></row>'),
  ],
  [
    "shared formulas, also before the cell that holds them",
    "A1=1{A2+$A$2+Sheet1!B2} A2=2{A3+$A$2+Sheet1!B3} B2=3{B3+$A$2+Sheet1!C3}",
    () =>
      withRows(
        '<row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c><c r="B2"><f t="shared" si="0"></f><v>3</v></c></row><row r="1"><c r="A1"><f t="shared" si="0" ref="A1:B2">A2+$A$2+Sheet1!B2</f><v>1</v></c></row>',
      ),
  ],
  [
    "array formulas",
    "A1=1{TRANSPOSE(B1:B2)} B1=2",
    () => withRows('<row><c><f t="array" ref="A1:B1">TRANSPOSE(B1:B2)</f><v>1</v></c><c><v>2</v></c></row>'),
  ],
  [
    "links to outside",
    "A1=5",
    () => workbook({ "xl/worksheets/_rels/sheet1.xml.rels": relationsXml(["rId1", "hyperlink", "https://example.org", "External"]) }),
  ],
  [
    "a link to another workbook",
    "A1=5",
    () =>
      workbook({
        "xl/_rels/workbook.xml.rels": relationsXml(
          ["rId1", "worksheet", "worksheets/sheet1.xml"],
          ["rId2", "externalLink", "externalLinks/externalLink1.xml"],
        ),
      }),
  ],
  [
    "a list that looks at another sheet",
    "! B2:B9,D2 list '名 录'!$A$1:$A$9",
    () =>
      withExtension(
        '<x14:dataValidation type="list" allowBlank="1"><x14:formula1><xm:f>\'名 录\'!$A$1:$A$9</xm:f></x14:formula1><xm:sqref>B2:B9 D2</xm:sqref></x14:dataValidation>',
      ),
  ],
  [
    "a literal list with quoted commas",
    '! A1 list "a,b"',
    () =>
      workbook({
        [SHEET]: `<worksheet><sheetData/><dataValidations><dataValidation type="list" sqref="A1"><mc:AlternateContent xmlns:mc="m"><mc:Choice Requires="x12ac"><x12ac:list>a,"b,c"</x12ac:list></mc:Choice><mc:Fallback><formula1>"a,b"</formula1></mc:Fallback></mc:AlternateContent></dataValidation></dataValidations></worksheet>`,
      }),
  ],
  [
    "a validation that only prompts",
    "",
    () =>
      workbook({
        [SHEET]: '<worksheet><sheetData/><dataValidations><dataValidation sqref="A1" prompt="x"/></dataValidations></worksheet>',
      }),
  ],
  [
    "a validation of whole columns",
    "! B1:C1048576 whole 1",
    () =>
      workbook({
        [SHEET]:
          '<worksheet><sheetData/><dataValidations><dataValidation type="whole" operator="equal" sqref="B:C"><formula1>1</formula1></dataValidation></dataValidations></worksheet>',
      }),
  ],
];
