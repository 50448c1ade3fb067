import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { passedOver } from "../../src/workbook/parcel";
import { describeWith, python } from "../foreign/programs";
import { crc32 } from "../../src/workbook/xlsx/crc32";
import { compoundFile, makeZip, workbook, type MadeEntry } from "../xlsx/zip-maker";
import { piecesOf, told } from "./pieces";

const gbk = (hex: string, ending: string): Uint8Array => new Uint8Array(Buffer.concat([Buffer.from(hex, "hex"), Buffer.from(ending)]));
const WUHAN = gbk("cee4baba", ".xlsx");
const XIANGYANG = gbk("cfe5d1f4", ".xlsx");
const plain = (name: string, content: string | Uint8Array = "x"): MadeEntry => ({ name, content });

describe("names in a zip", () => {
  test("in GBK, as Windows and WinRAR in China write them; two such names are two files", async () => {
    const zip = makeZip([{ ...plain(""), nameBytes: WUHAN, flags: 0 }, { ...plain(""), nameBytes: XIANGYANG, flags: 0 }]); // prettier-ignore
    expect(told(await piecesOf("a.zip", zip))).toEqual(["a.zip > 武汉.xlsx: x", "a.zip > 襄阳.xlsx: x"]);
  });

  test("in UTF-8, said or unsaid", async () => {
    const zip = makeZip([plain("武汉.xlsx"), { ...plain("襄阳.xlsx"), flags: 0 }]);
    expect(told(await piecesOf("a.zip", zip))).toEqual(["a.zip > 武汉.xlsx: x", "a.zip > 襄阳.xlsx: x"]);
  });

  test("in both: the one in UTF-8 counts, unless it belongs to another name", async () => {
    const beside = (of: Uint8Array): Uint8Array => {
      const name = Buffer.from("武汉（一）.xlsx");
      const field = Buffer.alloc(9);
      field.writeUInt16LE(0x7075, 0);
      field.writeUInt16LE(5 + name.length, 2);
      field.writeUInt8(1, 4);
      field.writeUInt32LE(crc32(of), 5);
      return new Uint8Array(Buffer.concat([Buffer.from([0x99, 0x99, 1, 0, 7]), field, name]));
    };
    const zip = (extra: Uint8Array): Uint8Array => makeZip([{ ...plain(""), nameBytes: WUHAN, flags: 0, extra }]);
    expect(told(await piecesOf("a.zip", zip(beside(WUHAN))))).toEqual(["a.zip > 武汉（一）.xlsx: x"]);
    expect(told(await piecesOf("a.zip", zip(beside(XIANGYANG))))).toEqual(["a.zip > 武汉.xlsx: x"]);
  });
});

describe("what a zip holds", () => {
  test("an .xlsx is told from a zip by its contents", async () => {
    expect((await piecesOf("form.zip", workbook())).map(({ kind, path }) => [kind, path])).toEqual([["file", ["form.zip"]]]);
    expect(told(await piecesOf("zip.xlsx", makeZip([plain("a")])))).toEqual(["zip.xlsx > a: x"]);
  });

  test("an .xlsx that is cut short stays a file, for its reader to refuse; a zip cut short is refused here", async () => {
    const half = workbook().subarray(0, 600);
    expect((await piecesOf("a.xlsx", half))[0]!.kind).toBe("file");
    expect(told(await piecesOf("a.zip", half))).toEqual(["a.zip: refused parcel-damaged"]);
  });

  const folder = { name: "表/", content: "" };

  test("a name that ends like a folder's does not hide what it holds", async () => {
    expect(told(await piecesOf("a.zip", makeZip([plain("表/")])))).toEqual(["a.zip > 表/: x"]);
  });

  test("folders and what systems leave behind are passed over, one by one and with a reason", async () => {
    const locks = ["表/~$a.xlsx", "表/.~a.xlsx", "表/.~lock.a.xlsx#", "~WRL0001.tmp", "表/.cluster-report-4711-1.tmp"];
    const left = ["__MACOSX/表/._a.xlsx", ".DS_Store", "表/Thumbs.db", "desktop.ini", ...locks];
    const names = [...left, "表\\a.xlsx"];
    expect(told(await piecesOf("a.zip", makeZip([folder, ...names.map((name) => plain(name))])))).toEqual([
      "a.zip > 表/: folder",
      ...left.map((name) => `a.zip > ${name}: system-file`),
      "a.zip > 表\\a.xlsx: x",
    ]);
    for (const name of ["~表.xlsx", ".表.xlsx", "表.tmp.xlsx"]) expect(passedOver(name)).toBeUndefined();
    for (const name of [".~a.xlsx", "收件/.~lock.a.xlsx#"])
      expect(told(await piecesOf(name, workbook()))).toEqual([`${name}: system-file`]);
    expect((await piecesOf("__MACOSX/a.xlsx", workbook()))[0]!.kind).toBe("file");
  });

  test("an empty zip, and one of folders only, say so", async () => {
    expect(told(await piecesOf("a.zip", makeZip([])))).toEqual(["a.zip: refused archive-empty"]);
    expect(told(await piecesOf("a.zip", makeZip([folder])))).toEqual(["a.zip > 表/: folder", "a.zip: refused archive-empty"]);
  });

  test("a zip in a zip is opened, a third is refused", async () => {
    const third = makeZip([plain("c.xlsx")]);
    const second = makeZip([plain("b.xlsx"), plain("三.zip", third)]);
    expect(told(await piecesOf("一.zip", makeZip([plain("二.zip", second), plain("d.xlsx")])))).toEqual([
      "一.zip > 二.zip > b.xlsx: x",
      "一.zip > 二.zip > 三.zip: refused parcel-nested",
      "一.zip > d.xlsx: x",
    ]);
  });

  test.each([
    ["a.rar", "archive-format", Uint8Array.of(0x52, 0x61, 0x72, 0x21, 0x1a, 7, 1, 0)],
    ["a.7z", "archive-format", Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c)],
    ["a.tgz", "archive-format", Uint8Array.of(0x1f, 0x8b, 8, 0)],
    ["a.msg", "outlook-message", compoundFile("Root")],
    ["noname", "outlook-message", compoundFile("__nameid_version1.0", "__properties_version1.0")],
    ["locked.zip", "parcel-encrypted", makeZip([{ ...plain("a.xlsx"), flags: 0x801 }])],
  ])("%s is refused as %s", async (name, code, bytes) => {
    expect(told(await piecesOf(name, bytes))).toEqual([`${name}: refused ${code}`]);
  });

  test("encrypted and old workbooks are left to the reader of workbooks", async () => {
    for (const streams of [["EncryptedPackage"], ["Workbook"]])
      expect((await piecesOf("a.xlsx", compoundFile(...streams)))[0]!.kind).toBe("file");
  });

  test("one bad entry costs itself alone", async () => {
    const zip = makeZip([plain("a.xlsx"), { ...plain("b.xlsx"), crc: 1 }, { ...plain("c.xlsx"), size: 90 << 20 }, plain("d.xlsx")]);
    expect(told(await piecesOf("a.zip", zip))).toEqual([
      "a.zip > a.xlsx: x",
      "a.zip > b.xlsx: refused parcel-damaged",
      "a.zip > c.xlsx: refused parcel-too-large",
      "a.zip > d.xlsx: x",
    ]);
  });

  test.each(["../../b.xlsx", "/b.xlsx", "C:\\b.xlsx", "b\u0001.xlsx"])(
    "a name that no file may have costs its entry alone: %j",
    async (name) => {
      const zip = makeZip([plain("a.xlsx"), plain(name), { ...plain("c.xlsx"), method: 12 }, { ...plain("d.xlsx"), flags: 0x801 }]);
      expect(told(await piecesOf("a.zip", zip))).toEqual([
        "a.zip > a.xlsx: x",
        `a.zip > ${name.replace("\u0001", "\ufffd")}: refused parcel-entry-name`,
        "a.zip > c.xlsx: refused parcel-damaged",
        "a.zip > d.xlsx: refused parcel-encrypted",
      ]);
    },
  );

  test("names that only some systems cannot have are read, and entries of one name told apart", async () => {
    const names = ["CON", "aux.txt", "表. ", "说明:1.xlsx", "a.xlsx", "A.XLSX", "a.xlsx"];
    const paths = (await piecesOf("a.zip", makeZip(names.map((name) => plain(name))))).map(({ kind, path }) => [kind, path.at(-1)]);
    expect(paths).toEqual(["CON", "aux.txt", "表. ", "说明:1.xlsx", "a.xlsx", "A (2).XLSX", "a (3).xlsx"].map((name) => ["file", name]));
  });

  test("the time of an entry: as Unix time where there is one, else as the clock in China showed it, else none", async () => {
    const unix = Uint8Array.of(0x55, 0x54, 5, 0, 1, 0, 0, 0, 0);
    new DataView(unix.buffer).setInt32(5, Date.UTC(2026, 11, 20, 3) / 1_000, true);
    const [timed, untimed] = await piecesOf("a.zip", makeZip([{ ...plain("a"), extra: unix }, plain("b")]));
    expect([timed!.received, untimed!.received]).toEqual(["2026-12-20T03:00:00.000Z", undefined]);
  });

  test("pieces are made when they are asked for: a reader that stops early pays for no more", async () => {
    const inflated: number[] = [];
    const inflate = (raw: Uint8Array): Uint8Array => (inflated.push(raw.length), new Uint8Array([0x78]));
    const { openParcel } = await import("../../src/workbook/parcel");
    for await (const piece of openParcel("a.zip", makeZip(["a", "b", "c"].map((name) => plain(name))), { inflate })) {
      expect(piece.path).toEqual(["a.zip", "a"]);
      break;
    }
    expect(inflated).toHaveLength(1);
  });
});

describe("limits hold on real bytes", () => {
  const limits = { item: 1_000, total: 2_500, entries: 5, pieces: 4 };
  const bytes = (length: number): Uint8Array => new Uint8Array(length);

  test.each([
    ["an entry too large", [plain("a", bytes(1_001)), plain("b")], ["a: refused parcel-too-large", "b: x"]],
    ["an entry that lies about its size", [{ ...plain("a", bytes(5_000)), size: 10 }], ["a: refused parcel-damaged"]],
    ["all together too large", ["a", "b", "c"].map((name) => plain(name, bytes(1_000))), ["a: 0", "b: 0", "c: refused parcel-too-large"]],
  ])("%s", async (_, entries, expected) => {
    const lines = told(await piecesOf("z.zip", makeZip(entries), { limits }));
    expect(lines.map((line) => line.replace("z.zip > ", "").replace(/\0+/, "0"))).toEqual(expected);
  });

  test("too many entries, or too many pieces in all", async () => {
    const many = (count: number): Uint8Array => makeZip(Array.from({ length: count }, (_, index) => plain(`${index}`)));
    expect(told(await piecesOf("z.zip", many(6), { limits }))).toEqual(["z.zip: refused parcel-too-large"]);
    expect(told(await piecesOf("z.zip", many(5), { limits })).at(-1)).toBe("z.zip: refused parcel-too-large");
  });
});

describeWith(["openpyxl"], "a zip by Python's zipfile", () => {
  test("stored, deflated and with a descriptor behind the data", async () => {
    const folder = mkdtempSync(join(tmpdir(), "parcel-"));
    try {
      const file = join(folder, "a.zip");
      const script = `import sys, zipfile
with zipfile.ZipFile(sys.argv[1], "w") as z:
    z.writestr(zipfile.ZipInfo("存.xlsx", (2026, 12, 20, 9, 30, 0)), b"stored", zipfile.ZIP_STORED)
    z.writestr("压.xlsx", b"packed" * 9, zipfile.ZIP_DEFLATED)
class Pipe:
    def __init__(self, f): self.f = f
    def write(self, b): return self.f.write(b)
    def flush(self): self.f.flush()
with open(sys.argv[1] + ".piped", "wb") as f, zipfile.ZipFile(Pipe(f), "w", zipfile.ZIP_DEFLATED) as z: z.writestr("流.xlsx", b"piped")`;
      python(["-c", script, file]);
      expect(told(await piecesOf("a.zip", readFileSync(file)))).toEqual(["a.zip > 存.xlsx: stored", "a.zip > 压.xlsx: packedpacked"]);
      const [stored] = await piecesOf("a.zip", readFileSync(file));
      expect(stored!.received).toBe("2026-12-20T01:30:00.000Z");
      expect(told(await piecesOf("a.zip", readFileSync(`${file}.piped`)))).toEqual(["a.zip > 流.xlsx: piped"]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

test.each([
  ["函.ofd", "OFD.xml"],
  ["说明.docx", "[Content_Types].xml"],
  ["说明.odt", "mimetype"],
])("a document that is packed as a zip, %s, is one file", async (name, part) => {
  const document = makeZip([plain(part), plain("Doc_0/Document.xml")]);
  const pieces = await piecesOf("a.zip", makeZip([plain(name, document)]));
  expect(pieces.map(({ path, kind }) => [path, kind])).toEqual([[["a.zip", name], "file"]]);
});
