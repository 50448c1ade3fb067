import { ENGINES, ReaderProcess } from "../xlsx/child";
import { makeZip, type MadeEntry } from "../xlsx/zip-maker";

/** What any parcel may cost: CPU seconds and megabytes of the whole process. A mail of 20 MB that is sound has the same limits. */
const SECONDS = 10;
const MEGABYTES = 400;

const COUNT = `
const { openParcel } = require("./src/workbook/parcel/index.js");
const read = async (bytes, options) => {
  const counts = {};
  for await (const piece of openParcel(bytes[0] === 0x50 ? "a.zip" : "a.eml", bytes, options)) {
    const what = piece.kind === "refused" ? piece.refusal.code : piece.kind;
    counts[what] = (counts[what] ?? 0) + 1;
    if (piece.refusal?.detail.includes("unforeseen")) throw new Error(piece.refusal.detail);
  }
  return { outcome: Object.entries(counts).map(([what, count]) => what + " " + count).join(", "), detail: "" };
};
`;

const MEGABYTE = 1 << 20;
const latin = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "latin1"));
const plain = (name: string, content: Uint8Array | string): MadeEntry => ({ name, content });
const HEAD = 'Subject: x\r\nContent-Type: multipart/mixed; boundary="b"\r\n';

/** A mail with one attachment of so many bytes. */
function large(megabytes: number): Uint8Array {
  const base64 = Buffer.alloc(megabytes * MEGABYTE, "统计表")
    .toString("base64")
    .replace(/.{76}/g, "$&\r\n");
  return latin(
    `${HEAD}\r\n--b\r\nContent-Disposition: attachment; filename=a.xlsx\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64}\r\n--b--\r\n`,
  );
}

function nestedParts(depth: number): string {
  const levels = Array.from({ length: depth }, (_, level) => `Content-Type: multipart/mixed; boundary="b${level}"\r\n\r\n--b${level}\r\n`);
  return `Subject: x\r\n${levels.join("")}\r\nx`;
}

function nestedMails(depth: number): string {
  return "Subject: x\r\nContent-Type: message/rfc822\r\n\r\n".repeat(depth) + "Subject: y\r\n\r\nx";
}

function nestedZips(depth: number): Uint8Array {
  return depth === 0 ? latin("x") : makeZip([plain("a.zip", nestedZips(depth - 1))]);
}

const bomb = (entries: number): Uint8Array => {
  const zeros = new Uint8Array(32 * MEGABYTE);
  const [first] = [makeZip([plain("0", zeros)])];
  // The packed bytes are made once: only the directory grows.
  const raw = first!.subarray(31, first!.length - 22 - 47);
  return makeZip(Array.from({ length: entries }, (_, index) => ({ name: `${index}`, content: zeros, raw: new Uint8Array(raw) })));
};

const parcels: readonly (readonly [name: string, expected: string, make: () => Uint8Array])[] = [
  ["a sound mail with 20 MB", "file 1", () => large(20)],
  ["a mail over the limit", "parcel-too-large 1", () => large(24)],
  ["parts within parts", "parcel-too-large 1", () => latin(nestedParts(100_000))],
  ["mails within mails", "parcel-nested 1", () => latin(nestedMails(10_000))],
  ["headers without end", "parcel-too-large 1", () => latin(`Subject: x\r\n${"X-A: b\r\n".repeat(2_000_000)}\r\nx`)],
  ["one header without end", "parcel-too-large 1", () => latin(`Subject: ${"a".repeat(29 * MEGABYTE)}\r\n\r\nx`)],
  ["a folded header of encoded words", "mail-empty 1", () => latin(`Subject: x${"\r\n =?gbk?B?zuS6ug==?=".repeat(20_000)}\r\n\r\nx`)],
  ["addresses without end", "mail-empty 1", () => latin(`From: ${'"a" <a@example.edu.cn>, '.repeat(20_000)}x\r\n\r\nx`)],
  ["brackets in an address", "mail-empty 1", () => latin(`From: ${"(<".repeat(200_000)}\r\n\r\nx`)],
  ["empty lines", "parcel-too-large 1", () => latin(`Subject: x\r\n${"\n".repeat(29 * MEGABYTE)}`)],
  ["more lines of text than allowed", "parcel-too-large 1", () => latin(`Subject: x\r\n\r\n${"abc\n".repeat(100_000)}`)],
  ["as many lines of text as allowed", "mail-empty 1", () => latin(`Subject: x\r\n\r\n${"abc\n".repeat(99_000)}`)],
  ["lines that only look like base64", "parcel-too-large 1", () => latin(`Subject: x\r\n\r\n${`${"a".repeat(76)}\r\n`.repeat(390_000)}`)],
  ["as many of them as allowed", "mail-empty 1", () => latin(`Subject: x\r\n\r\n${`${"a".repeat(76)}\r\n`.repeat(99_000)}`)],
  ["base64 by the second of two headers", "parcel-too-large 1", () => latin(`Content-Transfer-Encoding: 7bit\r\nContent-Transfer-Encoding: base64\r\n\r\n${`${"a".repeat(76)}\r\n`.repeat(390_000)}`)],
  ["base64 by headers after what is no boundary", "parcel-too-large 1", () => latin(`${HEAD}\r\n--b\r\n\r\n--c\r\nContent-Transfer-Encoding: base64\r\n\r\n${`${"a".repeat(76)}\r\n`.repeat(390_000)}`)],
  ["base64 that ends after each letter", "parcel-too-large 1", () => latin(`${HEAD}\r\n--b\r\nContent-Transfer-Encoding: base64\r\n\r\n${`${"a=".repeat(38)}\r\n`.repeat(350_000)}`)],
  ["base64 that ends as often as allowed", "file 1", () => latin(`${HEAD}\r\n--b\r\nContent-Disposition: attachment; filename=a.xlsx\r\nContent-Transfer-Encoding: base64\r\n\r\n${"QQ==".repeat(49_000)}\r\n--b--`)],
  ["parts without end", "parcel-too-large 1", () => latin(`${HEAD}${"\n--b".repeat(5 * MEGABYTE)}`)],
  ["a text of 27 MB of tags", "mail-empty 1", () => latin(`Subject: x\r\nContent-Type: text/html\r\n\r\n${"<a &lt;b>".repeat(3 * MEGABYTE)}`)],
  ["bytes of GBK in names", "file 1999", () => latin(`${HEAD}${"\r\n--b\r\nContent-Disposition: attachment; filename=\xce\xe4\r\n\r\nx".repeat(1_999)}`)],
  ["a boundary without end", "parcel-too-large 1", () => latin(`Subject: x\r\nContent-Type: multipart/mixed; boundary="${"-".repeat(MEGABYTE)}"\r\n\r\n--`)],
  ["a bomb of 32 MB an entry", "file 16, parcel-too-large 14", () => bomb(30)],
  ["an entry larger than allowed", "parcel-too-large 1", () => makeZip([plain("a", new Uint8Array(33 * MEGABYTE))])],
  ["zips within zips", "parcel-nested 1", () => nestedZips(20)],
  ["more entries than allowed", "parcel-too-large 1", () => makeZip(Array.from({ length: 10_001 }, (_, index) => plain(`${index}`, "")))],
]; // prettier-ignore

let reader: ReaderProcess;
beforeAll(() => (reader = new ReaderProcess(COUNT, ["src/workbook/parcel"])));
afterAll(() => reader.close());

test.each(parcels)(
  `%s: %s, within ${SECONDS} s and ${MEGABYTES} MB, with zlib and with fflate`,
  (name, expected, make) => {
    reader.give(make());
    for (const engine of ENGINES) {
      const { outcome, cpu, megabytes } = reader.read(engine);
      if (process.env["XLSX_COSTS"]) process.stderr.write(`${name}, ${engine}: ${cpu.toFixed(2)} s, ${megabytes.toFixed(0)} MB\n`);
      expect([engine, outcome]).toEqual([engine, expected]);
      expect(cpu).toBeLessThan(SECONDS);
      expect(megabytes).toBeLessThan(MEGABYTES);
    }
  },
  90_000,
);
