import fc from "fast-check";
import { mailDraft } from "../../src/actions/dispatch";
import { describeWith, python } from "../foreign/programs";
import { runs } from "../long";

/** Python's own e-mail parser reads drafts, one per line of hexadecimal digits. */
const PYTHON = `
import sys, json, email, email.policy
for line in sys.stdin:
    m = email.message_from_bytes(bytes.fromhex(line.strip()), policy=email.policy.default)
    text, file = list(m.iter_parts())
    print(json.dumps([m["Subject"], text.get_content().replace("\\r\\n", "\\n"), file.get_filename(), file.get_content().hex(), [str(d) for p in m.walk() for d in p.defects]]))
`;
const HEADERS = `
import sys, json, email, email.policy
for line in sys.stdin:
    m = email.message_from_bytes(bytes.fromhex(line.strip()), policy=email.policy.default)
    print(json.dumps([m.keys(), [a.addr_spec for a in m["To"].addresses]]))
`;
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
function readByPython(drafts: readonly Uint8Array[], program = PYTHON): unknown[] {
  return python(["-c", program], `${drafts.map(hex).join("\n")}\n`)
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as unknown);
}

const letter = fc.constantFrom(..."武汉职业技术学院—（校验码）AZ09-._ '%*~\"𠮷é😀");
const line = (max: number) => fc.array(letter, { minLength: 1, maxLength: max }).map((letters) => letters.join(""));
const mail = fc.record({
  to: fc.constant("hbhvte@126.com"),
  subject: line(120).map((text) => text.trim() || "x"),
  body: fc.array(line(90), { maxLength: 5 }).map((lines) => lines.join("\n")),
  attachment: fc.record({ name: line(60).map((name) => `${name.trim()}.xlsx`), bytes: fc.uint8Array({ maxLength: 500 }) }),
});

describeWith(["openpyxl"], "Python's e-mail parser", () => {
  describeWith(["openpyxl"], "Python's e-mail parser", () => {
    test("another program reads any subject, body, name and attachment as they were written", () => {
      const mails = fc.sample(mail, runs(150));
      const read = readByPython(mails.map(mailDraft));
      mails.forEach(({ subject, body, attachment }, index) => {
        expect(read[index]).toEqual([subject, body, attachment.name, hex(attachment.bytes), []]);
      });
    });
  });
});

test("lines end with CRLF and keep to 76 characters, but for the one name; no word is longer than 75", () => {
  fc.assert(
    fc.property(mail, (one) => {
      const text = Buffer.from(mailDraft(one)).toString("latin1");
      expect(text.replace(/\r\n/g, "")).not.toMatch(/[\r\n]|[^\x20-\x7e]/);
      const lines = text.split("\r\n").filter((each) => !/^ filename|^Content-Type/.test(each));
      for (const each of lines) expect(each.length).toBeLessThanOrEqual(76);
      for (const word of text.match(/=\?utf-8\?B\?[^?]*\?=/g) ?? []) expect(word.length).toBeLessThanOrEqual(75);
    }),
    runs(100),
  );
});

test("each encoded word is whole in itself: no character is split", () => {
  const text = Buffer.from(
    mailDraft({ to: "a@b.cn", subject: "𠮷".repeat(50), body: "", attachment: { name: "a", bytes: new Uint8Array() } }),
  ).toString("latin1");
  const words = [...text.matchAll(/=\?utf-8\?B\?([^?]*)\?=/g)].map(([, word]) => Buffer.from(word!, "base64").toString("utf8"));
  expect(words.length).toBeGreaterThan(3);
  expect(words.every((word) => /^(?:𠮷)+$/u.test(word))).toBe(true);
});

test("another program finds the one valid address of a cell in a draft, or none, and no header that we did not write", () => {
  const good = ["zhangsan@example.edu.cn", " zhang.san@example.edu.cn\n", "a@b.cn"];
  const bad = [
    "",
    "a@b.cn, evil@example.com",
    "a@b.cn; evil@example.com",
    "a@b.cn，evil@example.com",
    "a@b.cn；evil@example.com",
    "a@b.cn、evil@example.com",
    "a@b.cn evil@example.com",
    "a@b.cn\r\nBcc: evil@example.com",
    "a@b.cn\nBcc: evil@example.com",
    "a@b.cn\r\n\r\nevil",
    "a@b.cn\r\n evil@example.com",
    "张三 <a@b.cn>",
    "<a@b.cn>",
    "众:a@b.cn;",
    "a@b.cn (evil@example.com)",
    '"a, evil"@b.cn',
    "zhangsan＠example.edu.cn",
    "a\u0000@b.cn",
    `${"a".repeat(65)}@b.cn`,
    `a@${"b.".repeat(130)}cn`,
  ];
  const attachment = { name: 'a"\r\nBcc: x.xlsx', bytes: new Uint8Array([1]) };
  const drafts = [...good, ...bad].map((to) => mailDraft({ to, subject: "a\r\nBcc: x@y.cn", body: "", attachment }));
  const own = ["X-Unsent", "To", "Subject", "MIME-Version", "Content-Type"];
  expect(readByPython(drafts, HEADERS)).toEqual([...good.map((to) => [own, [to.trim()]]), ...bad.map(() => [own, []])]);
});

test("the same mail gives the same bytes, another one another boundary", () => {
  const one = { to: "a@b.cn", subject: "x", body: "y", attachment: { name: "a.xlsx", bytes: new Uint8Array([1, 2]) } };
  const boundary = (bytes: Uint8Array): string | undefined => /boundary="([^"]*)"/.exec(Buffer.from(bytes).toString("latin1"))?.[1];
  expect(hex(mailDraft(one))).toBe(hex(mailDraft(one)));
  expect(boundary(mailDraft(one))).not.toBe(boundary(mailDraft({ ...one, attachment: { name: "a.xlsx", bytes: new Uint8Array([1, 3]) } })));
});
