import fc from "fast-check";
import { patchXlsx, readXlsx, writeXlsx, type ReadOptions } from "../../src/workbook/xlsx";
import { nodeInflate } from "../../src/workbook/xlsx/node-inflate";
import { runs } from "../long";
import { oddFiles } from "./odd-files";
import { richPlan } from "./rich-plan";
import { makeZip, parts, type MadeEntry } from "./zip-maker";

const rich = writeXlsx(richPlan);
const seeds = [rich, ...oddFiles.map(([, , make]) => make())];

/** Neither throws nor meets what it did not foresee: a grid, or a refusal that was thought of. */
function readsOrRefuses(bytes: Uint8Array, options: ReadOptions = {}): void {
  const result = readXlsx(bytes, options);
  if (!result.ok) expect(result.error.detail).not.toContain("unforeseen");
  const change = { kind: "value", sheet: "表1", row: 1, column: 1, value: 7 } as const;
  // A sheet whose entry leads nowhere holds no cells, and none are changed on it.
  if (!result.ok || !result.value.sheets.some(({ name, cells }) => name === "表1" && cells.size > 0)) return;
  const patched = patchXlsx(bytes, [change], options);
  if (!patched.ok) expect(patched.error.detail).not.toContain("unforeseen");
}

test("any bytes are read or refused", () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 600 }),
      fc.constantFrom([], [0x50, 0x4b, 3, 4], [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      (bytes, start) => readsOrRefuses(Uint8Array.of(...start, ...bytes)),
    ),
    runs(2_000),
  );
});

const anyDamage = fc.oneof(
  fc.record({ kind: fc.constant("flip" as const), at: fc.nat(), bit: fc.nat(7) }),
  fc.record({ kind: fc.constant("cut" as const), at: fc.nat() }),
  fc.record({ kind: fc.constant("splice" as const), at: fc.nat(), from: fc.nat(), length: fc.nat(200) }),
);

test("a workbook with flipped bits, cut off or spliced is read or refused", () => {
  fc.assert(
    fc.property(fc.constantFrom(...seeds), fc.array(anyDamage, { minLength: 1, maxLength: 4 }), fc.boolean(), (seed, damages, zlib) => {
      let bytes = Uint8Array.from(seed);
      for (const damage of damages) {
        if (bytes.length === 0) break;
        const at = damage.at % bytes.length;
        if (damage.kind === "flip") bytes[at]! ^= 1 << damage.bit;
        else if (damage.kind === "cut") bytes = bytes.slice(0, at);
        else bytes.copyWithin(at, damage.from % bytes.length, (damage.from % bytes.length) + damage.length);
      }
      readsOrRefuses(bytes, zlib ? { inflate: nodeInflate } : {});
    }),
    runs(2_000),
  );
});

/** Damage within the XML, in sound zips: check sums would keep it from the parsers else. */
test("a workbook whose XML was damaged is read or refused", () => {
  const pieces = fc.constantFrom(
    "<",
    ">",
    "/",
    '"',
    "&",
    "&#x;",
    "]]>",
    "<![CDATA[",
    "<!--",
    "<row>",
    "</row>",
    "<c r='A1'/>",
    "<f t='shared' si='0'/>",
    "9",
    "-1",
    "\0",
    " r='",
    "A",
    ":",
  );
  const inner: readonly MadeEntry[] = parts({ "xl/worksheets/sheet1.xml": sheetOfAll() });
  fc.assert(
    fc.property(
      fc.nat(inner.length - 1),
      fc.array(fc.tuple(fc.nat(), fc.nat(6), pieces), { minLength: 1, maxLength: 5 }),
      (index, edits) => {
        const entries = inner.map((entry, place) => {
          if (place !== index) return entry;
          let text = String(entry.content);
          for (const [at, length, piece] of edits) text = text.slice(0, at % text.length) + piece + text.slice((at % text.length) + length);
          return { ...entry, content: text };
        });
        readsOrRefuses(makeZip(entries));
      },
    ),
    runs(4_000),
  );
});

function sheetOfAll(): string {
  return (
    '<worksheet><dimension ref="A1:C3"/><sheetData><row r="1" spans="1:3"><c r="A1" s="1"><v>5</v></c><c r="B1" t="str"><f>A1&amp;"x"</f><v>5x</v></c></row>' +
    '<row><c t="inlineStr"><is><r><t>a</t></r><rPh><t>b</t></rPh></is></c><c><f t="shared" si="0" ref="B2:B3">A1</f></c></row><row r="3"><c r="B3"><f t="shared" si="0"/></c></row></sheetData>' +
    '<mergeCells><mergeCell ref="A1:B2"/></mergeCells><dataValidations><dataValidation type="list" sqref="A1 B2"><formula1>"a"</formula1></dataValidation></dataValidations>' +
    "<extLst><ext><x14:dataValidations><x14:dataValidation type='list'><x14:formula1><xm:f>A1</xm:f></x14:formula1><xm:sqref>C3</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst></worksheet>"
  );
}
