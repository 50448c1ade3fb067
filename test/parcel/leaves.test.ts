import fc from "fast-check";
import type { ParcelPiece } from "../../src/workbook/parcel";
import { runs } from "../long";
import { piecesOf } from "./pieces";

/** A part of a mail, as programs write it and as none should. */
interface Leaf {
  readonly is: "leaf";
  readonly type: string;
  readonly disposition: "" | "inline" | "attachment";
  readonly name: "" | "统计表.xlsx" | "ATT00001.txt" | "图.png" | "~$统计表.xlsx";
  readonly named: "type" | "disposition";
  readonly content: "workbook" | "text";
  readonly base64: boolean;
}
interface Branch {
  readonly is: "multipart" | "message";
  readonly type: string;
  readonly inner: readonly Node[];
}
type Node = Leaf | Branch;

const anyLeaf: fc.Arbitrary<Leaf> = fc.record({
  is: fc.constant("leaf" as const),
  type: fc.constantFrom(
    "",
    "text/plain",
    "text/html; charset=gb18030",
    "text/csv",
    "application/octet-stream",
    "image/png",
    "application/vnd.ms-excel",
    "application/pkcs7-signature",
  ),
  disposition: fc.constantFrom("" as const, "inline" as const, "attachment" as const),
  name: fc.constantFrom("" as const, "统计表.xlsx" as const, "ATT00001.txt" as const, "图.png" as const, "~$统计表.xlsx" as const),
  named: fc.constantFrom("type" as const, "disposition" as const),
  content: fc.constantFrom("workbook" as const, "text" as const),
  base64: fc.boolean(),
});
const { node: anyNode } = fc.letrec<{ node: Node }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    anyLeaf,
    fc.record({
      is: fc.constant("multipart" as const),
      type: fc.constantFrom("mixed", "alternative", "related", "signed", "x-unknown"),
      inner: fc.array(tie("node"), { minLength: 1, maxLength: 4 }),
    }),
    fc.record({ is: fc.constant("message" as const), type: fc.constant(""), inner: fc.array(tie("node"), { minLength: 1, maxLength: 1 }) }),
  ),
}));

const word = (text: string): string => `=?utf-8?B?${Buffer.from(text).toString("base64")}?=`;
/** What no other leaf holds, at the end so that a workbook still begins like one. */
const mark = (number: number): string => `{leaf ${number}}`;

/** Writes a tree as lines, and the leaves in their order as they come. */
function written(node: Node, leaves: Leaf[], boundaries: { count: number }): string[] {
  if (node.is === "leaf") return writtenLeaf(node, leaves.push(node) - 1);
  if (node.is === "message")
    return ["Content-Type: message/rfc822", "", "From: a@example.edu.cn", ...node.inner.flatMap((one) => written(one, leaves, boundaries))];
  const boundary = `b${boundaries.count++}-`;
  const parts = node.inner.flatMap((one) => [`--${boundary}`, ...written(one, leaves, boundaries)]);
  return [`Content-Type: multipart/${node.type}; boundary="${boundary}"`, "", "preamble", ...parts, `--${boundary}--`, "epilogue"];
}

function writtenLeaf({ type, disposition, name, named, content, base64 }: Leaf, number: number): string[] {
  const parameter = (key: string, where: Leaf["named"]): string => (name !== "" && named === where ? `; ${key}="${word(name)}"` : "");
  const whole = content === "workbook" ? `PK\u0003\u0004${mark(number)}` : `See below. ${mark(number)}`;
  return [
    ...(type === "" ? [] : [`Content-Type: ${type}${parameter("name", "type")}`]),
    ...(disposition === "" ? [] : [`Content-Disposition: ${disposition}${parameter("filename", "disposition")}`]),
    ...(base64 ? ["Content-Transfer-Encoding: base64"] : []),
    "",
    base64 ? Buffer.from(whole).toString("base64") : whole,
  ];
}

/** Whether a leaf tells its name: without the header that would hold it there is none. */
function nameOf({ type, disposition, name, named }: Leaf): string {
  return (named === "type" ? type : disposition) === "" ? "" : name;
}

/** Whether a mail program shows a leaf as its text, and nobody meant it as a file. */
function isText(leaf: Leaf): boolean {
  const { type, disposition, content } = leaf;
  return /^$|^text\/(?:plain|html)/.test(type) && disposition !== "attachment" && nameOf(leaf) === "" && content === "text";
}

const isOfLeaf = (piece: ParcelPiece): boolean => piece.kind !== "refused" || piece.refusal.code !== "mail-empty";
const told = (piece: ParcelPiece): string => (piece.kind === "file" ? Buffer.from(piece.bytes).toString("latin1") : "");

test("every leaf of a mail is a piece, or passed over with its reason, or the text of the mail; every workbook is a file", async () => {
  await fc.assert(
    fc.asyncProperty(anyNode, async (tree) => {
      const leaves: Leaf[] = [];
      const mail = ["From: 张三 <zhangsan@example.edu.cn>", ...written(tree, leaves, { count: 0 })].join("\r\n");
      const pieces = (await piecesOf("a.eml", new TextEncoder().encode(mail))).filter(isOfLeaf);
      expect(pieces).toHaveLength(leaves.filter((leaf) => !isText(leaf)).length);
      leaves.forEach((leaf, number) => {
        const its = pieces.filter((piece) => told(piece).includes(mark(number)));
        const passed = nameOf(leaf).startsWith("~$");
        if (leaf.content === "workbook" && !passed) expect(its.map(({ kind }) => kind)).toEqual(["file"]);
        if (isText(leaf)) expect(its).toEqual([]);
      });
      expect(new Set(pieces.map(({ path }) => JSON.stringify(path))).size).toBe(pieces.length);
    }),
    runs(300),
  );
});

const lines = (...all: readonly string[]): Uint8Array => new TextEncoder().encode(all.join("\r\n"));
const summary = (pieces: readonly ParcelPiece[]): string[] =>
  pieces.map(
    (piece) =>
      `${piece.path.slice(1).join(" > ")} ${piece.kind === "refused" ? piece.refusal.code : piece.kind === "file" ? "file" : piece.reason}`,
  );

test.each([
  ["whose boundary is not named", ["Content-Type: multipart/mixed"]],
  ["whose boundary is another", ['Content-Type: multipart/mixed; boundary="other"']],
])("a container %s is refused by itself: what is in it nobody can tell", async (_, head) => {
  const inner = [...head, "", "--c", 'Content-Type: application/octet-stream; name="a.xlsx"', "", "PK", "--c--"];
  const outer = [
    "Subject: x",
    'Content-Type: multipart/mixed; boundary="b"',
    "",
    "--b",
    ...inner,
    "--b",
    'Content-Disposition: attachment; filename="b.xlsx"',
    "",
    "x",
    "--b--",
  ];
  expect(summary(await piecesOf("a.eml", lines(...outer)))).toEqual(["b.xlsx file", "#2 parcel-damaged"]);
  expect(summary(await piecesOf("a.eml", lines("Subject: x", ...inner)))).toEqual(["#1 parcel-damaged"]);
});

describe("when a mail came", () => {
  const received = [
    "Received: from mx.example.edu.cn by inbox.example.edu.cn; Mon, 21 Dec 2026 08:00:00 +0800",
    "Received: from a by mx.example.edu.cn; Sun, 20 Dec 2026 23:00:00 +0800 (CST)",
  ];
  const attached = ["Content-Type: application/octet-stream; name=a.xlsx", "", "x"];

  test.each([
    ["its own date", ["Date: Sun, 20 Dec 2026 10:00:00 +0800", ...received], "2026-12-20T02:00:00.000Z"],
    ["else the last trace of its way", received, "2026-12-21T00:00:00.000Z"],
    ["also where its own date is none", ["Date: 年底", ...received], "2026-12-21T00:00:00.000Z"],
    ["or nothing", ["Received: from a by b"], undefined],
  ])("is %s", async (_, heads, expected) => {
    const [piece] = await piecesOf("a.eml", lines(...heads, ...attached));
    expect([piece!.received, piece!.mail!.date]).toEqual([expected, expected]);
  });

  test("a mail within that has no date is ordered by the one around, and proves nothing", async () => {
    const [piece] = await piecesOf("a.eml", lines(received[0]!, "Content-Type: message/rfc822", "", "Subject: y", ...attached));
    expect([piece!.path.length, piece!.received, piece!.mail!.date]).toEqual([3, "2026-12-21T00:00:00.000Z", undefined]);
  });
});

describe("a file in a cloud", () => {
  const link = "https://mail.qq.com/cgi-bin/ftnExs_download?k=abc";
  const text = ["Content-Type: text/plain; charset=utf-8", ""];

  test.each([
    ["of a known place", `统计表.xlsx ${link}`, "mail-cloud-only"],
    ["by the words for it", "从网易邮箱发来的云附件 http://example.com/d?k=1", "mail-cloud-only"],
    ["not without a link", "超大附件发不出去，改日再发。", "mail-empty"],
    ["not by any link", "详见 https://example.edu.cn/ 。", "mail-empty"],
  ])("that a mail links to, %s", async (_, body, code) => {
    const date = "Date: Sun, 20 Dec 2026 10:00:00 +0800";
    const pieces = await piecesOf("a.eml", lines("Subject: x", date, ...text, body));
    expect(summary(pieces)).toEqual([` ${code}`]);
    expect(pieces[0]!.received).toBe("2026-12-20T02:00:00.000Z");
  });

  test("is told in a page of HTML, and listed where the mail has files too", async () => {
    const html = ["Content-Type: text/html", "", `<a href="${link}">x</a>`];
    const mail = lines(
      "Subject: x",
      'Content-Type: multipart/mixed; boundary="b"',
      "",
      "--b",
      ...html,
      "--b",
      "Content-Type: application/octet-stream; name=a.xlsx",
      "",
      "x",
      "--b--",
    );
    expect(summary(await piecesOf("a.eml", mail))).toEqual(["a.xlsx file", " cloud-link"]);
  });
});

describe("a mail that only its receiver's program can read", () => {
  const der = (oid: string): string => Buffer.from(`3080${oid}a080`, "hex").toString("base64");
  const cms = (oid: string): Uint8Array =>
    lines("Subject: x", 'Content-Type: application/pkcs7-mime; name="smime.p7m"', "Content-Transfer-Encoding: base64", "", der(oid));

  test.each([
    ["enveloped data", cms("06092a864886f70d010703"), "smime.p7m mail-encrypted"],
    ["authenticated enveloped data", cms("060b2a864886f70d0109100117"), "smime.p7m mail-encrypted"],
    ["signed data", cms("06092a864886f70d010702"), "smime.p7m mail-signed"],
  ])("%s", async (_, mail, expected) => {
    expect(summary(await piecesOf("a.eml", mail))).toEqual([expected]);
  });

  test("OpenPGP", async () => {
    const parts = [
      "--b",
      "Content-Type: application/pgp-encrypted",
      "",
      "Version: 1",
      "--b",
      "Content-Type: application/octet-stream; name=encrypted.asc",
      "",
      "-----BEGIN PGP MESSAGE-----",
      "--b--",
    ];
    const mail = lines("Subject: x", 'Content-Type: multipart/encrypted; boundary="b"', "", ...parts);
    expect(summary(await piecesOf("a.eml", mail))).toEqual(["#1 mail-accessory", "encrypted.asc mail-encrypted"]);
  });

  test("by itself too, whatever its length takes", async () => {
    const bytes = new Uint8Array(Buffer.from("308201000609 2a864886f70d010703".replace(" ", ""), "hex"));
    expect(summary(await piecesOf("smime.p7m", bytes))).toEqual([" mail-encrypted"]);
  });
});
