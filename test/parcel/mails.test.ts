import { readXlsx } from "../../src/workbook/xlsx";
import { describeWith } from "../foreign/programs";
import { makeZip, workbook } from "../xlsx/zip-maker";
import { foreignMails, piecesOf, told, type MailOrder } from "./pieces";

const NAME = "武汉职业技术学院-2026年下半年-进展情况统计表.xlsx";
const OTHER = "湖北工业职业技术学院（修改稿）.xlsx";
const form = workbook();

describeWith(["openpyxl"], "mails by Python's email package", () => {
  const orders: Readonly<Record<string, MailOrder>> = {
    "names by RFC 2231, base64": { kind: "modern", files: [[NAME, form]] },
    "names as raw UTF-8": { kind: "modern", files: [[NAME, form]], utf8: true },
    "a text in GB2312": { kind: "modern", files: [[NAME, form]], charset: "gb2312" },
    "names by RFC 2047 in GB2312": { kind: "older", files: [[NAME, form]] },
    "names as bytes of GBK": { kind: "bare", files: [[NAME, form], [OTHER, form]] }, // prettier-ignore
  };
  let mails: Readonly<Record<string, Uint8Array>>;
  const facts = { date: "2026-12-20T01:30:00.000Z", from: "张三 <zhangsan@example.edu.cn>", subject: "报送统计表" };

  beforeAll(() => {
    const written = foreignMails(Object.values(orders));
    mails = Object.fromEntries(Object.keys(orders).map((key, index) => [key, written[index]!]));
  });

  test.each(Object.keys(orders))("%s: every attachment by its name and to the byte, with what the mail says of itself", async (key) => {
    const pieces = await piecesOf("报送.eml", mails[key]!);
    expect(pieces).toEqual(
      orders[key]!.files.map(([name, content]) => ({
        kind: "file",
        path: ["报送.eml", name],
        mail: facts,
        received: facts.date,
        bytes: new Uint8Array(Buffer.from(content as string)),
      })),
    );
  });

  test("quoted-printable: every byte of the file is there; the parser ends the last line, which a zip does not mind", async () => {
    const [mail] = foreignMails([{ kind: "modern", files: [[NAME, form]], cte: "quoted-printable" }]);
    const [piece] = await piecesOf("a.eml", mail!);
    const bytes = piece?.kind === "file" ? piece.bytes : new Uint8Array();
    expect([bytes.subarray(0, form.length), bytes.subarray(form.length)]).toEqual([form, Uint8Array.of(10)]);
    expect(readXlsx(bytes).ok).toBe(true);
  });

  test("two schools in one mail, and the same file twice: four files", async () => {
    const [mail] = foreignMails([{ kind: "modern", files: [[NAME, form], [OTHER, form], [NAME, form], ["", form]] }]); // prettier-ignore
    expect(told(await piecesOf("m.eml", mail!))).toEqual(
      [NAME, OTHER, NAME.replace(".xlsx", " (2).xlsx"), "#4"].map(
        (name) => `m.eml > ${name}: PK\u0003\u0004\u0014\u0000\u0000\b\b\u0000\u0000\u0000`,
      ),
    );
  });

  test("the picture of a letterhead, a signature and a mail within are told apart from files", async () => {
    const inner: MailOrder = { kind: "modern", files: [["原件.xlsx", "x"]], subject: "原件", date: "Mon, 19 Dec 2026 23:00:00 +0000" };
    const [mail] = foreignMails([{ kind: "modern", files: [[NAME, "y"]], picture: true, signature: true, inner, subject: "转发" }]);
    const pieces = await piecesOf("转发.eml", mail!);
    expect(told(pieces)).toEqual([
      "转发.eml > 签名.png: inline-picture",
      `转发.eml > ${NAME}: y`,
      "转发.eml > smime.p7s: mail-accessory",
      "转发.eml > #4.eml > 原件.xlsx: x",
    ]);
    expect(pieces[1]!.mail!.subject).toBe("转发");
    expect(pieces[3]!.mail).toEqual({ ...facts, subject: "原件", date: "2026-12-19T23:00:00.000Z" });
  });

  test("a mail in a zip, a zip in a mail, and a form in that: the whole way is kept", async () => {
    const zip = makeZip([{ name: "子目录/表.xlsx", content: form }, { name: "说明.txt", content: "t" }]); // prettier-ignore
    const [mail] = foreignMails([{ kind: "modern", files: [["统计表.zip", zip]], type: ["application", "zip"] }]);
    const pieces = await piecesOf("收件.zip", makeZip([{ name: "3月.eml", content: mail! }]));
    expect(pieces.map(({ path, mail: about }) => [path, about?.subject])).toEqual([
      [["收件.zip", "3月.eml", "统计表.zip", "子目录/表.xlsx"], "报送统计表"],
      [["收件.zip", "3月.eml", "统计表.zip", "说明.txt"], "报送统计表"],
    ]);
  });

  test("a mail without an attachment, or with pictures only, says so", async () => {
    const bare = foreignMails([{ kind: "modern", files: [] }, { kind: "modern", files: [], picture: true }]); // prettier-ignore
    expect(told(await piecesOf("a.eml", bare[0]!))).toEqual(["a.eml: refused mail-empty"]);
    expect(told(await piecesOf("a.eml", bare[1]!))).toEqual(["a.eml > 签名.png: inline-picture", "a.eml: refused mail-empty"]);
  });
});

const lines = (...all: readonly string[]): Uint8Array => new TextEncoder().encode(all.join("\r\n"));
const BOUNDARY = ["MIME-Version: 1.0", 'Content-Type: multipart/mixed; boundary="b"', "", "--b"];

describe("odd mails by hand", () => {
  test("a mail is known by its contents, whatever its ending", async () => {
    const mail = lines("X-Unsent: 1", ...BOUNDARY, 'Content-Disposition: attachment; filename="a.xlsx"', "", "x", "--b--");
    expect(told(await piecesOf("mail.txt", mail))).toEqual(["mail.txt > a.xlsx: x"]);
    expect(told(await piecesOf("text.txt", lines("见附件", "From: 张三")))[0]).toMatch(/^text\.txt: /);
  });

  test("a mail that is nothing but the file", async () => {
    const mail = lines(
      "Subject: x",
      "Content-Type: application/octet-stream; name=a.xlsx",
      "Content-Transfer-Encoding: base64",
      "",
      "UEsDBA==",
    );
    expect(told(await piecesOf("a.eml", mail))).toEqual(["a.eml > a.xlsx: PK\u0003\u0004"]);
  });

  test("a mail cut short gives what is left of its file, for the reader of workbooks to refuse", async () => {
    const mail = lines(
      "From: a@example.edu.cn",
      ...BOUNDARY,
      "Content-Disposition: attachment; filename=a.xlsx",
      "Content-Transfer-Encoding: base64",
      "",
      "UEsDBBQ",
    );
    expect(told(await piecesOf("a.eml", mail))).toEqual(["a.eml > a.xlsx: PK\u0003\u0004\u0014"]);
  });

  test("a long name in continued parameters of GBK", async () => {
    const mail = lines(
      "Subject: x",
      ...BOUNDARY,
      "Content-Disposition: attachment;",
      " filename*0*=gb2312''%CE%E4%BA%BA;",
      ' filename*1=".xlsx"',
      "",
      "x",
      "--b--",
    );
    expect(told(await piecesOf("a.eml", mail))).toEqual(["a.eml > 武汉.xlsx: x"]);
  });

  test("a name in several encoded words", async () => {
    const mail = lines(
      "Subject: x",
      ...BOUNDARY,
      'Content-Disposition: attachment; filename="=?gbk?B?zuS6ug==?=',
      ' =?gbk?Q?=B1=ED.xlsx?="',
      "",
      "x",
      "--b--",
    );
    expect(told(await piecesOf("a.eml", mail))).toEqual(["a.eml > 武汉表.xlsx: x"]);
  });

  test.each([
    ["Tue, 20 Dec 2026 09:30:00", undefined],
    ["年底", undefined],
    ["20 Dec 2026 09:30 GMT", "2026-12-20T09:30:00.000Z"],
  ])("a date is one moment or none: %s", async (date, expected) => {
    const [piece] = await piecesOf(
      "a.eml",
      lines(`Date: ${date}`, ...BOUNDARY, "Content-Disposition: attachment; filename=a", "", "x", "--b--"),
    );
    expect(piece!.mail!.date).toBe(expected);
  });

  test("what Outlook alone can read is refused with what to do", async () => {
    const tnef = Uint8Array.of(0x78, 0x9f, 0x3e, 0x22, 1, 0);
    const mail = Buffer.concat([
      lines("Subject: x", ...BOUNDARY, "Content-Type: application/ms-tnef; name=winmail.dat", "", ""),
      tnef,
      lines("", "--b--"),
    ]);
    expect(told(await piecesOf("a.eml", new Uint8Array(mail)))).toEqual(["a.eml > winmail.dat: refused outlook-message"]);
  });
});
