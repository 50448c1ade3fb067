import fc from "fast-check";
import type { Change } from "../../src/domain/plan";
import { patchXlsx, readXlsx, writeXlsx } from "../../src/workbook/xlsx";
import { inflateWithFflate } from "../../src/workbook/xlsx/inflate";
import { Meter } from "../../src/workbook/xlsx/limits";
import { inflateEntry, readDirectory } from "../../src/workbook/xlsx/zip";
import { runs } from "../long";
import { drawn } from "./drawn";
import { richPlan } from "./rich-plan";
import { MAIN, makeZip, parts, relationsXml, sheetXml, withRows, workbook, workbookXml } from "./zip-maker";

const SHEET = "xl/worksheets/sheet1.xml";

function value(row: number, column: number, to: string | number | boolean | null, sheet = "表1"): Change {
  return { kind: "value", sheet, row, column, value: to };
}

function patched(bytes: Uint8Array, ...changes: readonly Change[]): Uint8Array {
  const result = patchXlsx(bytes, changes);
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.detail}`);
  return result.value;
}

/** The text of a part, or undefined where there is none. */
function part(bytes: Uint8Array, name: string): string | undefined {
  const meter = new Meter();
  const entry = readDirectory(bytes, meter).get(name.toLowerCase());
  return entry && new TextDecoder().decode(inflateEntry(entry, inflateWithFflate, meter));
}

function firstSheet(bytes: Uint8Array): string {
  const result = readXlsx(bytes);
  if (!result.ok) throw new Error(result.error.detail);
  return drawn(result.value.sheets[0]!);
}

test("no change gives the same bytes back", () => {
  const bytes = writeXlsx(richPlan);
  expect(patchXlsx(bytes, [])).toEqual({ ok: true, value: bytes });
});

test("every part without a change is copied as it lies, still packed", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...richPlan.sheets.map((sheet) => sheet.name)),
      fc.nat(60),
      fc.nat(60),
      fc.oneof(fc.string(), fc.integer()),
      (sheet, row, column, to) => {
        const before = makeZip([...entriesOf(writeXlsx(richPlan)), { name: "customXml/item1.xml", content: "<own/>", method: 0 }]);
        const after = patched(before, value(row, column, to, sheet));
        const changed = new Set([
          "xl/workbook.xml",
          `xl/worksheets/sheet${richPlan.sheets.findIndex(({ name }) => name === sheet) + 1}.xml`,
        ]);
        const [from, into] = [readDirectory(before, new Meter()), readDirectory(after, new Meter())];
        expect([...into.keys()]).toEqual([...from.keys()]);
        for (const [key, entry] of from) if (!changed.has(key)) expect(into.get(key)!.raw).toEqual(entry.raw);
      },
    ),
    runs(40),
  );
});

function entriesOf(bytes: Uint8Array): { name: string; content: string }[] {
  return [...readDirectory(bytes, new Meter()).values()].map(({ name }) => ({ name, content: part(bytes, name)! }));
}

test("a changed cell keeps its style, and a text is never a formula", () => {
  const after = patched(withRows('<row r="2" spans="1:1"><c r="A2" s="7" t="e"><v>#N/A</v></c></row>'), value(1, 0, "=1+1 <&>"));
  expect(part(after, SHEET)).toContain('<c r="A2" s="7" t="inlineStr"><is><t>=1+1 &lt;&amp;&gt;</t></is></c>');
  expect(firstSheet(after)).toBe('A2="=1+1 <&>"');
});

test.each([
  [
    "a row before, between and after",
    '<row r="2"><c r="A2"><v>2</v></c></row><row r="4"/>',
    [value(0, 0, 1), value(2, 1, 3), value(3, 3, 4), value(9, 0, 10)],
    "A1=1 A2=2 B3=3 D4=4 A10=10",
  ],
  [
    "cells before, between and after",
    '<row r="1" spans="2:4"><c r="B1"><v>2</v></c><c r="D1"><v>4</v></c></row>',
    [value(0, 0, 1), value(0, 2, 3), value(0, 4, 5)],
    "A1=1 B1=2 C1=3 D1=4 E1=5",
  ],
  [
    "a row before rows without numbers",
    "<row/><row><c><v>2</v></c></row><row><c><v>3</v></c></row>",
    [value(0, 5, 1), value(40, 0, 4)],
    "F1=1 A2=2 A3=3 A41=4",
  ],
  ["a cell before cells without names", '<row r="1"><c r="B1"><v>2</v></c><c><v>3</v></c></row>', [value(0, 0, 1)], "A1=1 B1=2 C1=3"],
  ["the end of a sheet without rows", "", [value(4, 1, true)], "B5=true"],
  ["nothing where an empty cell is emptied", "", [value(4, 1, null)], ""],
  ["nothing where a cell is emptied", '<row r="1"><c r="A1" s="0"><v>2</v></c></row>', [value(0, 0, null)], ""],
] as const)("a change finds its place: %s", (_, rows, changes, expected) => {
  expect(firstSheet(patched(withRows(rows), ...changes))).toBe(expected);
});

test("a sheet data element without content is opened for a new row, with its prefix", () => {
  const bytes = workbook({ [SHEET]: `<x:worksheet xmlns:x="${MAIN}"><x:dimension ref="A1"/><x:sheetData/></x:worksheet>` });
  const after = patched(bytes, value(2, 2, "甲"));
  expect(part(after, SHEET)).toBe(
    `<x:worksheet xmlns:x="${MAIN}"><x:dimension ref="A1:C3"/><x:sheetData><x:row r="3"><x:c r="C3" t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`,
  );
});

test("cells that shared the formula of an overwritten cell keep theirs", () => {
  const rows =
    '<row r="1"><c r="A1"><f t="shared" si="0" ref="A1:A3">B1+$C$1</f><v>1</v></c></row><row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c></row><row r="3"><c r="A3"><f si="0" t="shared"></f><v>3</v></c></row>';
  expect(firstSheet(patched(withRows(rows), value(0, 0, 9), value(1, 0, 8)))).toBe("A1=9 A2=8 A3=3{B3+$C$1}");
});

describe("the calculation chain", () => {
  const withChain = (chain: string): Uint8Array =>
    workbook({
      "[Content_Types].xml": parts()[0]!
        .content.toString()
        .replace(
          "</Types>",
          '<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/></Types>',
        ),
      "xl/_rels/workbook.xml.rels": relationsXml(["rId1", "worksheet", "worksheets/sheet1.xml"], ["rId2", "calcChain", "calcChain.xml"]),
      "xl/calcChain.xml": `<calcChain xmlns="${MAIN}">${chain}</calcChain>`,
      [SHEET]: sheetXml('<row r="1"><c r="A1"><f>1</f></c><c r="B1"><f>2</f></c></row>'),
    });

  test("loses a cell that is no formula any more, and the next one keeps its sheet", () => {
    const after = patched(withChain('<c r="C9" i="4"/><c r="A1" i="1" l="1"/><c r="B1"/>'), value(0, 0, 5));
    expect(part(after, "xl/calcChain.xml")).toBe(`<calcChain xmlns="${MAIN}"><c r="C9" i="4"/><c i="1" r="B1"/></calcChain>`);
  });

  test("goes with its content type and relationship where nothing is left in it", () => {
    const after = patched(withChain('<c r="A1" i="1"/>'), value(0, 0, 5));
    expect(part(after, "xl/calcChain.xml")).toBeUndefined();
    expect(part(after, "[Content_Types].xml")).not.toContain("calcChain");
    expect(part(after, "xl/_rels/workbook.xml.rels")).not.toContain("calcChain");
    expect(firstSheet(after)).toBe("A1=5 B1=null{2}");
  });

  test("stays as it is where a value changes", () => {
    const chain = '<c r="A1" i="1"/>';
    expect(part(patched(withChain(chain), value(4, 4, 5)), "xl/calcChain.xml")).toContain(chain);
  });
});

test.each([
  ["<sheets/>", '<sheets/><calcPr fullCalcOnLoad="1"/>'],
  ['<sheets/><calcPr calcId="5"/><extLst/>', '<sheets/><calcPr fullCalcOnLoad="1" calcId="5"/><extLst/>'],
  ['<sheets/><calcPr fullCalcOnLoad="0"/>', '<sheets/><calcPr fullCalcOnLoad="1"/>'],
  ["<sheets/><definedNames></definedNames><oleSize/>", '<sheets/><definedNames></definedNames><calcPr fullCalcOnLoad="1"/><oleSize/>'],
])("other programs are asked to calculate: %s", (inside, expected) => {
  const full = (text: string): string =>
    workbookXml(text.replace("<sheets/>", '<sheets><sheet name="表1" sheetId="1" r:id="rId1"/></sheets>'));
  expect(part(patched(workbook({ "xl/workbook.xml": full(inside) }), value(0, 0, 1)), "xl/workbook.xml")).toBe(full(expected));
});

describe("validations", () => {
  const list: Change = {
    kind: "validations",
    sheet: "表1",
    validations: [
      { areas: [{ top: 0, left: 0, bottom: 0, right: 0 }], type: "list", formula1: '"a,b"', allowBlank: true, errorStyle: "stop" },
    ],
  };
  const written =
    '<dataValidations count="1"><dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="A1"><formula1>"a,b"</formula1></dataValidation></dataValidations>';
  const around = (inside: string): string => `<worksheet xmlns="${MAIN}"><sheetData/>${inside}</worksheet>`;
  const own = '<ext uri="own"><x14:conditionalFormattings/></ext>';
  const x14 = "<ext><x14:dataValidations><x14:dataValidation/></x14:dataValidations></ext>";

  test.each([
    ["<pageMargins/>", `${written}<pageMargins/>`],
    ["<mergeCells/><dataValidations><dataValidation/></dataValidations><hyperlinks/>", `<mergeCells/>${written}<hyperlinks/>`],
    [`<conditionalFormatting/><extLst>${x14}${own}</extLst>`, `<conditionalFormatting/>${written}<extLst>${own}</extLst>`],
    [`<extLst>${x14}</extLst>`, written],
    [`<extLst>${own}</extLst>`, `${written}<extLst>${own}</extLst>`],
  ])("are replaced at the place of the schema: %s", (before, after) => {
    expect(part(patched(workbook({ [SHEET]: around(before) }), list), SHEET)).toBe(around(after));
  });

  test("go without leaving an empty list, which Excel would repair", () => {
    expect(
      part(
        patched(workbook({ [SHEET]: around("<dataValidations><dataValidation/></dataValidations>") }), { ...list, validations: [] }),
        SHEET,
      ),
    ).toBe(around(""));
  });
});

test("a date goes back into the date system of the file", () => {
  const bytes = workbook({
    "xl/_rels/workbook.xml.rels": relationsXml(["rId1", "worksheet", "worksheets/sheet1.xml"], ["rId2", "styles", "styles.xml"]),
    "xl/styles.xml": `<styleSheet xmlns="${MAIN}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    "xl/workbook.xml": workbookXml('<workbookPr date1904="1"/><sheets><sheet name="表1" sheetId="1" r:id="rId1"/></sheets>'),
    [SHEET]: sheetXml('<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1"><v>1</v></c></row>'),
  });
  const after = patched(bytes, value(0, 0, 46_000), value(0, 1, 46_000));
  expect(part(after, SHEET)).toContain('<c r="A1" s="1"><v>44538</v></c><c r="B1"><v>46000</v></c>');
  expect(firstSheet(after)).toBe("A1=46000d B1=46000");
});

test("a UTF-16 part is written back in UTF-8, and says so", () => {
  const text = sheetXml('<row r="1"><c r="A1"><v>1</v></c></row>').replace("UTF-8", "UTF-16");
  const after = patched(workbook({ [SHEET]: new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le")) }), value(0, 0, "表"));
  expect(part(after, SHEET)).toContain('encoding="UTF-8"');
  expect(firstSheet(after)).toBe('A1="表"');
});

test("forgotten results leave their formulas", () => {
  const rows = '<row r="1"><c r="A1" t="str"><f>"a"</f><v>a</v></c><c r="B1"><f>1</f><v>1</v></c><c r="C1"><v>5</v></c></row>';
  const stale: Change = { kind: "stale", sheet: "表1", areas: [{ top: 0, left: 0, bottom: 0, right: 2 }] };
  expect(firstSheet(patched(withRows(rows), stale))).toBe('A1=null{"a"} B1=null{1} C1=5');
});

test("a change that cannot be is the caller's bug", () => {
  const bytes = workbook();
  expect(() => patchXlsx(bytes, [value(0, 0, 1, "不存在")])).toThrow(RangeError);
  expect(() => patchXlsx(bytes, [value(0, 0, NaN)])).toThrow(RangeError);
  expect(() => patchXlsx(bytes, [value(0, 0, "a".repeat(32_768))])).toThrow(RangeError);
  expect(() => patchXlsx(bytes, [value(1_048_576, 0, 1)])).toThrow(RangeError);
});

test("what cannot be read cannot be patched", () => {
  expect(patchXlsx(new Uint8Array(0), [value(0, 0, 1)])).toMatchObject({ ok: false, error: { code: "empty-file" } });
});
