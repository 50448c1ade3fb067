import fc from "fast-check";
import { cellKey } from "../../src/domain/grid";
import { patchXlsx, readXlsx, writeXlsx } from "../../src/workbook/xlsx";
import { runs } from "../long";
import { drawn } from "./drawn";
import { partsOf, workbookOf, type Parts } from "./parts-of";
import { richPlan } from "./rich-plan";
import { MAIN } from "./zip-maker";

/** Something that is odd and legal, or that Excel opens without a word; it changes no cell, merge, validation or name. */
interface Oddity {
  readonly name: string;
  readonly plant: (parts: Parts, pick: number) => void;
}

const TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relationParts = (parts: Parts): string[] => [...parts.keys()].filter((name) => name.endsWith(".rels"));
const sheetParts = (parts: Parts): string[] => [...parts.keys()].filter((name) => name.startsWith("xl/worksheets/sheet"));

function change(parts: Parts, names: readonly string[], pick: number, edit: (text: string) => string): void {
  const name = names[pick % names.length]!;
  const [before, after] = [parts.get(name)!, edit(parts.get(name)!)];
  if (before === after) throw new Error(`nothing planted in ${name}`);
  parts.set(name, after);
}

/** Adds a relationship of a kind that nobody follows. */
function withRelation(attributes: string): (parts: Parts, pick: number) => void {
  return (parts, pick) =>
    change(parts, relationParts(parts), pick, (text) =>
      text.replace("</Relationships>", `<Relationship ${attributes} Type="${TYPE}/customXml"/></Relationships>`),
    );
}

/** Puts something behind the last validation, or where validations stand. */
function withValidation(xml: string): (parts: Parts, pick: number) => void {
  return (parts, pick) =>
    change(parts, sheetParts(parts), pick, (text) =>
      text.includes("</dataValidations>")
        ? text.replace("</dataValidations>", `${xml}</dataValidations>`)
        : text.replace(/<pageMargins|<\/worksheet>/, (after) => `<dataValidations>${xml}</dataValidations>${after}`),
    );
}

const EXTENSION = (inner: string): string =>
  `<extLst><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}" xmlns:x14="x14"><x14:dataValidations xmlns:xm="xm">${inner}</x14:dataValidations></ext></extLst>`;

const oddities: readonly Oddity[] = [
  { name: "a relationship above the root", plant: withRelation('Id="odd1" Target="../../../../customXml/item1.xml"') },
  { name: "a relationship to nothing", plant: withRelation('Id="odd2" Target="NULL"') },
  { name: "a relationship without a target", plant: withRelation('Id="odd3"') },
  { name: "a relationship with an empty target", plant: withRelation('Id="odd4" Target=""') },
  { name: "a relationship without an id", plant: withRelation('Target="a.xml"') },
  { name: "a relationship to a broken address", plant: withRelation('Id="odd5" Target="%zz\\..\\a b.xml"') },
  {
    name: "a relationship to a file of somebody's machine",
    plant: withRelation('Id="odd6" Target="file:///C:/a.xlsx" TargetMode="External"'),
  },
  {
    name: "two relationships of one id",
    plant: (parts, pick) => {
      withRelation('Id="odd7" Target="a.xml"')(parts, pick);
      withRelation('Id="odd7" Target="b.xml"')(parts, pick);
    },
  },
  {
    name: "a calculation chain and a theme that are not there",
    plant: (parts) =>
      change(parts, ["xl/_rels/workbook.xml.rels"], 0, (text) =>
        text.replace(
          "</Relationships>",
          `<Relationship Id="c" Type="${TYPE}/calcChain" Target="calcChain.xml"/><Relationship Id="t" Type="${TYPE}/theme" Target="theme/theme1.xml"/></Relationships>`,
        ),
      ),
  },
  {
    name: "shared strings that nobody needs and nobody has",
    plant: (parts) =>
      change(parts, ["xl/_rels/workbook.xml.rels"], 0, (text) =>
        text.replace("</Relationships>", `<Relationship Id="s" Type="${TYPE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`),
      ),
  },
  {
    name: "targets that go up and down again",
    plant: (parts) =>
      change(parts, ["xl/_rels/workbook.xml.rels"], 0, (text) => text.replace(/Target="\/xl\//g, 'Target="../xl/./worksheets/../')),
  },
  {
    name: "properties of the document that are gone",
    plant: (parts) => [...parts.keys()].filter((name) => name.startsWith("docProps/")).forEach((name) => parts.delete(name)),
  },
  {
    name: "the entry of a module of old macros",
    plant: (parts, pick) =>
      change(parts, ["xl/workbook.xml"], 0, (text) =>
        text.replace("</sheets>", `<sheet name="Module${pick}" sheetId="${90 + pick}" state="veryHidden" r:id=""/></sheets>`),
      ),
  },
  {
    name: "a validation whose cells were deleted",
    plant: withValidation('<dataValidation type="list" sqref="#REF!"><formula1>#REF!</formula1></dataValidation>'),
  },
  {
    name: "a validation that stands nowhere",
    plant: withValidation('<dataValidation type="whole" operator="" sqref=""><formula1>1</formula1></dataValidation>'),
  },
  { name: "a validation of no type", plant: withValidation('<dataValidation type="" sqref="B9"/>') },
  {
    name: "a validation of an extension whose cells were deleted",
    plant: (parts, pick) =>
      change(parts, sheetParts(parts), pick, (text) =>
        text.replace(
          "</worksheet>",
          `${EXTENSION('<x14:dataValidation type="list"><x14:formula1><xm:f>#REF!</xm:f></x14:formula1><xm:sqref>#REF! #REF!</xm:sqref></x14:dataValidation>')}</worksheet>`,
        ),
      ),
  },
  {
    name: "elements of another program",
    plant: (parts, pick) =>
      change(parts, [...sheetParts(parts), "xl/workbook.xml", "xl/styles.xml"], pick, (text) =>
        text.replace(/<\/(?:worksheet|workbook|styleSheet)>/, (end) => `<odd:more xmlns:odd="urn:odd"><odd:v>1</odd:v></odd:more>${end}`),
      ),
  },
  {
    name: "alternate content",
    plant: (parts, pick) =>
      change(parts, sheetParts(parts), pick, (text) =>
        text.replace(
          "</worksheet>",
          '<mc:AlternateContent xmlns:mc="mc"><mc:Choice Requires="x14"><controls><control r:id="rId1"/></controls></mc:Choice><mc:Fallback/></mc:AlternateContent></worksheet>',
        ),
      ),
  },
  {
    name: "attributes that say nothing",
    plant: (parts, pick) =>
      change(
        parts,
        sheetParts(parts).filter((name) => /<c r="\w+"\/?>/.test(parts.get(name)!)),
        pick,
        (text) => text.replace(/(<c r="\w+")(\/?>)/g, '$1 s="" t="" cm=""$2'),
      ),
  },
  {
    name: "strict namespaces",
    plant: (parts) => {
      for (const [name, text] of parts)
        parts.set(
          name,
          text
            .replaceAll(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main")
            .replaceAll(TYPE, "http://purl.oclc.org/ooxml/officeDocument/relationships"),
        );
    },
  },
  {
    name: "part names in capitals",
    plant: (parts) => {
      const all = [...parts];
      parts.clear();
      for (const [name, text] of all) parts.set(name.toUpperCase().replace("[CONTENT_TYPES]", "[Content_Types]"), text);
    },
  },
];
/** Those that go by the names of parts come before the one that changes them. */
const LAST = "part names in capitals";

const rich = writeXlsx(richPlan);

function planted(chosen: readonly (readonly [Oddity, number])[]): Uint8Array {
  const parts = partsOf(rich);
  const ordered = [...chosen].sort(([a], [b]) => Number(a.name === LAST) - Number(b.name === LAST));
  for (const [{ plant }, pick] of ordered) plant(parts, pick);
  return workbookOf(parts);
}

function read(bytes: Uint8Array): NonNullable<unknown> {
  const result = readXlsx(bytes);
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.detail}`);
  const { sheets, names } = result.value;
  return {
    sheets: sheets.filter(({ name }) => !name.startsWith("Module")).map((sheet) => [sheet.name, sheet.state, drawn(sheet), sheet.merges]),
    names,
  };
}

test.each(oddities.map((oddity) => [oddity.name, oddity] as const))("a workbook with %s is read as without", (_, oddity) => {
  for (const pick of [0, 1, 2, 3]) expect(read(planted([[oddity, pick]]))).toEqual(read(rich));
});

test("a workbook with any of them together is read as without, and takes a change where it lies", () => {
  const some = fc.uniqueArray(fc.tuple(fc.constantFrom(...oddities), fc.nat(9)), { minLength: 2, selector: ([{ name }]) => name });
  fc.assert(
    fc.property(some, (chosen) => {
      const bytes = planted(chosen);
      expect(read(bytes)).toEqual(read(rich));
      const patched = patchXlsx(bytes, [{ kind: "value", sheet: "汇总", row: 2, column: 1, value: 77 }]);
      if (!patched.ok) throw new Error(patched.error.detail);
      const again = readXlsx(patched.value);
      expect(again.ok && again.value.sheets.find(({ name }) => name === "汇总")!.cells.get(cellKey(2, 1))!.value).toBe(77);
    }),
    runs(150),
  );
});

test("an entry that leads nowhere keeps its place: names count by it", () => {
  const parts = partsOf(rich);
  const entry = '<sheet name="Module1" sheetId="99" state="veryHidden" r:id=""/>';
  change(parts, ["xl/workbook.xml"], 0, (text) =>
    text.replace("<sheets>", `<sheets>${entry}`).replace(/localSheetId="(\d+)"/g, (_, index) => `localSheetId="${Number(index) + 1}"`),
  );
  expect(read(workbookOf(parts))).toEqual(read(rich));
});
