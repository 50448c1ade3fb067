import { openXlsx, readXlsx } from "../../src/workbook/xlsx";
import { nodeInflate } from "../../src/workbook/xlsx/node-inflate";
import { drawn } from "./drawn";
import { oddFiles } from "./odd-files";
import { sheetXml, workbook, workbookXml, relationsXml } from "./zip-maker";

test.each(oddFiles)("%s are read: %s", (_, expected, make) => {
  for (const options of [{}, { inflate: nodeInflate }]) {
    const result = readXlsx(make(), options);
    if (!result.ok) throw new Error(`${result.error.code}: ${result.error.detail}`);
    expect(drawn(result.value.sheets[0]!)).toBe(expected);
  }
});

test("names from a file are no keys of objects", () => {
  const bytes = workbook({
    "xl/workbook.xml": workbookXml(
      '<sheets><sheet name="__proto__" sheetId="1" r:id="__proto__"/></sheets><definedNames><definedName name="constructor">1</definedName></definedNames>',
    ),
    "xl/_rels/workbook.xml.rels": relationsXml(["__proto__", "worksheet", "worksheets/sheet1.xml"]),
  });
  const result = readXlsx(bytes);
  expect(result).toMatchObject({ ok: true, value: { sheets: [{ name: "__proto__" }], names: [{ name: "constructor", refersTo: "1" }] } });
  expect(({} as Record<string, unknown>)["name"]).toBeUndefined();
});

test("sheets that nobody asks for are not read, but must be there", () => {
  const two = workbookXml(
    '<sheets><sheet name="a" sheetId="1" r:id="rId1"/><sheet name="b" sheetId="2" state="veryHidden" r:id="rId2"/></sheets>',
  );
  const relations = relationsXml(["rId1", "worksheet", "worksheets/sheet1.xml"], ["rId2", "worksheet", "worksheets/sheet2.xml"]);
  const broken = workbook({ "xl/workbook.xml": two, "xl/_rels/workbook.xml.rels": relations, "xl/worksheets/sheet2.xml": "<broken" });
  const asked: string[] = [];
  const result = readXlsx(broken, { sheets: (name, state) => (asked.push(`${name} ${state}`), state === "visible") });
  expect(result).toMatchObject({ ok: true, value: { sheets: [{ name: "a" }] } });
  expect(asked).toEqual(["a visible", "b veryHidden"]);
  expect(readXlsx(broken)).toMatchObject({ ok: false, error: { code: "damaged" } });
  const missing = workbook({ "xl/workbook.xml": two, "xl/_rels/workbook.xml.rels": relations });
  expect(readXlsx(missing, { sheets: (name) => name === "a" })).toMatchObject({ ok: false, error: { code: "damaged" } });
});

test("some sheets of a file are read, however much the others declare; what is asked for has its limits as ever", async () => {
  const two = workbookXml('<sheets><sheet name="a" sheetId="1" r:id="rId1"/><sheet name="b" sheetId="2" r:id="rId2"/></sheets>');
  const relations = relationsXml(["rId1", "worksheet", "worksheets/sheet1.xml"], ["rId2", "worksheet", "worksheets/sheet2.xml"]);
  const most = `${sheetXml("")}${" ".repeat(41 << 20)}`;
  const parts = { "xl/workbook.xml": two, "xl/_rels/workbook.xml.rels": relations, "xl/worksheets/sheet2.xml": most };
  const book = openXlsx(workbook(parts));
  const refused = { ok: false, error: { code: "too-large" } };
  expect(await book.read()).toMatchObject(refused);
  expect(await book.readSheets(["a", "c"])).toMatchObject({ ok: true, value: { sheets: [{ name: "a" }] } });
  expect(await book.readSheets(["b"])).toMatchObject(refused);
});

test("a limit may be set lower", () => {
  const bytes = workbook({ "xl/worksheets/sheet1.xml": sheetXml("<row><c><v>1</v></c><c><v>2</v></c></row>") });
  expect(readXlsx(bytes, { limits: { cells: 2 } })).toMatchObject({ ok: true });
  expect(readXlsx(bytes, { limits: { cells: 1 } })).toMatchObject({ ok: false, error: { code: "too-large" } });
});
