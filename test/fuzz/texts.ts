import fc from "fast-check";

/** Pieces that some program or format has tripped over. */
const PIECES = [
  "武汉职业技术学院",
  "張三—（校验码）",
  "=1+1",
  '=HYPERLINK("http://example.edu.cn")',
  "+1",
  "@SUM(A1)",
  "<b>&amp;</b>",
  "]]>",
  "_x000D_",
  "_xD800_",
  "{school}",
  "{0}",
  "%s%n",
  "$&$1",
  "../",
  "..\\",
  "/",
  "CON",
  ":",
  "'",
  '"',
  "[x]!A1",
  "\r\n",
  "\n\n",
  "\t",
  "\0",
  "\u0008",
  "\u001b[31m",
  "\u0085",
  "\u2028",
  "\u202e",
  "\ufeff",
  "\ufffe",
  "\ud800",
  "\udc00",
  "𠮷",
  "👩‍👩‍👧",
  "e\u0301",
  "　",
  " ",
  "2000万",
  "１２３",
  "约30",
  "1e309",
  "true",
  "#REF!",
  "__proto__",
  "constructor",
] as const;

const short = fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 8 })), { minLength: 1, maxLength: 6 });

/** Lengths about the limits that cells, links, names and files have, and beyond. */
const long = fc.constantFrom(80, 255, 256, 2_085, 8_192, 32_766, 32_767, 32_768, 70_000);

/** Texts that nobody should write, and some that people do. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: short.map((pieces) => pieces.join("")) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...PIECES), long).map(([piece, length]) => piece.repeat(length).slice(0, length)) },
);

/** Names of files, as zips and mails can hold them: any length up to 65,535 bytes. */
export const hostileName: fc.Arbitrary<string> = fc
  .tuple(
    fc.oneof(
      { weight: 4, arbitrary: short.map((pieces) => pieces.join("")) },
      fc.nat(20_000).map((length) => "统".repeat(length + 1)),
    ),
    fc.constantFrom(".xlsx", ".xlsx", ".XLSX", "", ".xlsx ", ".txt"),
  )
  .map(([stem, ending]) => Buffer.from(stem).toString() + ending);

/** What a cell that should hold a number may hold: as it stands between `<v>` and `</v>`. */
export const hostileNumber: fc.Arbitrary<string> = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.constantFrom("0", "-0", "-1", "0.1", "2.005", "1e15", "1e16", "9007199254740993", "1e21", "1e308", "1.7976931348623157e308", "5e-324"),
  fc.constantFrom("1e400", "-1e400", "NaN", "INF", "Infinity", "0x10", "1,000", " 1 ", "", "9".repeat(400), "9".repeat(40_000)),
);
