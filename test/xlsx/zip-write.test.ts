import { inflateRawSync } from "node:zlib";
import fc from "fast-check";
import { crc32 } from "../../src/workbook/xlsx/crc32";
import { nodeDeflate } from "../../src/workbook/xlsx/node-deflate";
import { packPieces } from "../../src/workbook/xlsx/zip-write";
import { runs } from "../long";

/** Texts as they come from rows, and some that are longer than what is deflated at once. */
const piece = fc.oneof(
  { weight: 8, arbitrary: fc.string({ unit: "grapheme", maxLength: 40 }) },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 300_000 }).map((count) => "校".repeat(count)) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 150_000 }).map((count) => "🏫a".repeat(count)) },
);

test.each([
  ["the engine for everywhere", undefined],
  ["zlib", nodeDeflate],
])(
  "a part made of pieces of any length is, inflated, those pieces (%s)",
  (_, deflate) => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const expected = Buffer.from(pieces.join(""), "utf8");
        const packed = packPieces("a.xml", pieces, deflate);
        expect([packed.size, packed.crc]).toEqual([expected.length, crc32(expected)]);
        expect(expected.equals(inflateRawSync(Buffer.concat(packed.raw)))).toBe(true);
      }),
      runs(40),
    );
  },
  60_000,
);
