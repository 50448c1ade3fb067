import * as fs from "node:fs";
import { join } from "node:path";
import type { SheetPlan } from "../../src/domain";
import { zhCN } from "../../src/locales";
import { template } from "../../src/sheets";
import { summary, SUMMARY_META } from "../../src/sheets/summary";
import { writeXlsx } from "../../src/workbook/xlsx";
import { openXlsx } from "../../src/workbook/xlsx/workbook";
import { asChanges, entries } from "../fill";
import { describeWith, python } from "../foreign/programs";
import { PERIOD, province } from "../sheets/consolidated";
import { catalogue } from "../sheets/plans";
import { built, run } from "./built";
import { filledForm, namesIn, newFolder, put, SCHOOL } from "./folder";
import { sha256 } from "./bytes";

beforeAll(built, 600_000);

let clean: Uint8Array;
let wrong: Uint8Array;
beforeAll(async () => {
  clean = await filledForm();
  wrong = await filledForm([{ values: { "20": 999 } }]);
});

const CODE = /校验码：([0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){2})\n/;
const sealOf = (folder: string, name: string): unknown =>
  (JSON.parse(run(folder, ["check", "--format", "json", name]).out) as { files: { seal: unknown }[] }).files[0]?.seal;

test("a form that nothing blocks is sealed under its canonical name; the original stays as it was", () => {
  const folder = newFolder();
  put(folder, "a.xlsx", clean);
  const { status, out, err } = run(folder, ["seal", "a.xlsx"]);
  const code = CODE.exec(out)?.[1] ?? "";
  const name = `${SCHOOL}-2026年下半年-进展情况统计表-${code}.xlsx`;
  expect([status, err, out]).toEqual([0, "", `校验码：${code}\n封签件：${name}\n`]);
  expect(namesIn(folder)).toEqual([name, "a.xlsx"].sort());
  expect(fs.readFileSync(join(folder, "a.xlsx")).equals(clean)).toBe(true);
  expect(sealOf(folder, name)).toEqual({ state: "sealed", code });
  expect(run(folder, ["check", name]).out).toContain(`已封签，校验码 ${code}，封签后未改动`);
});

test("a change after sealing is told with its cell", async () => {
  const folder = newFolder();
  put(folder, "a.xlsx", clean);
  run(folder, ["seal", "a.xlsx", "--out", "s.xlsx"]);
  const book = openXlsx(fs.readFileSync(join(folder, "s.xlsx")));
  await book.write([{ kind: "value", sheet: "表1", row: 9, column: 5, value: 13 }]);
  put(folder, "t.xlsx", book.bytes());
  expect(sealOf(folder, "t.xlsx")).toMatchObject({ state: "changed", changedCells: ["表1!F10"] });
  expect(run(folder, ["check", "t.xlsx"]).out).toMatch(/封签后有改动：表1!F10[^]*请重新封签/);
});

test("while something blocks nothing is written, and the findings are listed", () => {
  const folder = newFolder();
  put(folder, "a.xlsx", wrong);
  const { status, out, err } = run(folder, ["seal", "a.xlsx", "--out", "s.xlsx", "--eml", "m.eml"]);
  expect([status, err]).toEqual([1, "没有封签：请先处理以下问题。\n"]);
  expect(out).toMatch(/F29 {2}强制性审核 A06/);
  expect(namesIn(folder)).toEqual(["a.xlsx"]);
});

test("a file that cannot be taken is told in one line", () => {
  const folder = newFolder();
  put(folder, "a.xlsx", "x");
  const { status, out, err } = run(folder, ["seal", "a.xlsx"]);
  expect([status, out]).toEqual([2, ""]);
  expect(err).toMatch(/^a\.xlsx: 这不是 Excel 工作簿.*\n$/);
});

test.each([
  [["--out", "a.xlsx"], "输出与输入是同一个文件：a.xlsx"],
  [["--out", "./link.xlsx"], "无法写入 ./link.xlsx：这不是普通文件"],
  [["--out", "s.xlsx", "--eml", "./s.xlsx"], "两个输出不能是同一个文件：./s.xlsx"],
  [["--out", "s.xlsx", "--eml", "taken.eml"], "文件已经存在，没有覆盖：taken.eml"],
  [["--out", "s.xlsx", "--eml", "no/m.eml"], "无法写入 no/m.eml：文件夹不存在"],
])("neither output is written where one cannot be: %j", (args, said) => {
  const folder = newFolder();
  put(folder, "a.xlsx", clean);
  put(folder, "taken.eml", "mine");
  fs.symlinkSync("elsewhere", join(folder, "link.xlsx"));
  const { status, out, err } = run(folder, ["seal", "a.xlsx", ...args]);
  expect([status, out]).toEqual([2, ""]);
  expect(err).toContain(said);
  expect(namesIn(folder)).toEqual(["a.xlsx", "link.xlsx", "taken.eml"]);
});

/** Python's own e-mail parser is the foreign reader of the draft. */
const PYTHON = `
import sys, json, email, email.policy, hashlib
m = email.message_from_bytes(open(sys.argv[1], "rb").read(), policy=email.policy.default)
text, file = list(m.iter_parts())
print(json.dumps({"to": m["To"], "subject": m["Subject"], "unsent": m["X-Unsent"], "date": m["Date"], "type": m.get_content_type(),
  "body": text.get_content(), "name": file.get_filename(), "fileType": file.get_content_type(),
  "sha": hashlib.sha256(file.get_content()).hexdigest(), "defects": [str(d) for p in m.walk() for d in p.defects]}))
`;

describeWith(["openpyxl"], "Python's e-mail parser", () => {
  test("the mail draft is read by another program: recipient, subject, body, and the sealed copy to the byte", () => {
    const folder = newFolder();
    put(folder, "a.xlsx", clean);
    const code = CODE.exec(run(folder, ["seal", "a.xlsx", "--out", "s.xlsx", "--eml", "m.eml"]).out)?.[1] ?? "";
    const mail = JSON.parse(python(["-c", PYTHON, join(folder, "m.eml")])) as Readonly<Record<string, string>>;
    expect(mail).toMatchObject({
      to: "hbhvte@126.com",
      subject: `${SCHOOL}—2026年下半年—进展情况统计表（校验码 ${code}）`,
      unsent: "1",
      date: null,
      type: "multipart/mixed",
      name: `${SCHOOL}-2026年下半年-进展情况统计表-${code}.xlsx`,
      fileType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      sha: sha256(folder, "s.xlsx"),
      defects: [],
    });
    for (const part of [SCHOOL, "2026年下半年", code, "填表人：李四", "联系电话：027-00000000", "不代表单位签章"])
      expect(mail["body"]).toContain(part);
  });
});

test("sealing the same form twice gives the same copy and the same draft", () => {
  const folder = newFolder();
  put(folder, "a.xlsx", clean);
  for (const [index, TZ] of ["UTC", "Asia/Shanghai"].entries())
    run(folder, ["seal", "a.xlsx", "--out", `${index}.xlsx`, "--eml", `${index}.eml`], { TZ });
  expect(sha256(folder, "0.xlsx")).toBe(sha256(folder, "1.xlsx"));
  expect(sha256(folder, "0.eml")).toBe(sha256(folder, "1.eml"));
});

describe("what stands in the workbook beside the form", () => {
  const filledIn = async (bytes: Uint8Array): Promise<Uint8Array> => {
    const book = openXlsx(bytes);
    expect(await book.write(asChanges(entries(SCHOOL)))).toMatchObject({ ok: true });
    return book.bytes();
  };
  const plan = (more: readonly SheetPlan[]): Promise<Uint8Array> => {
    const form = template({ ...catalogue, school: SCHOOL, period: PERIOD, previous: [], locale: zhCN });
    return filledIn(writeXlsx({ ...form, sheets: [...form.sheets, ...more] }));
  };
  const own = (name: string, state: SheetPlan["state"]): SheetPlan => ({ name, state, cells: [{ row: 0, column: 0, value: "张三" }] });

  test("the person's own sheets that go along are told by name, hidden ones as such", async () => {
    const folder = newFolder();
    put(folder, "a.xlsx", await plan([own("工资表", "visible"), own("备忘", "hidden")]));
    const { status, err } = run(folder, ["seal", "a.xlsx", "--out", "s.xlsx"]);
    expect([status, err]).toEqual([0, expect.stringMatching(/^还有 2 张工作表随文件一起报送：工资表、备忘（隐藏）。.*\n$/)]);
    const sent = await openXlsx(fs.readFileSync(join(folder, "s.xlsx"))).read();
    expect(sent.ok && sent.value.sheets.map(({ name }) => name).slice(-2)).toEqual(["工资表", "备忘"]);
  });

  const { sheets } = summary(province(), catalogue, zhCN);
  test.each([
    ["whole", sheets],
    ["of which only the hidden record is left", sheets.filter(({ name }) => name === SUMMARY_META)],
  ])("a reviewer's summary, %s, holds the data of other schools: nothing is written", async (_, left) => {
    const folder = newFolder();
    put(folder, "a.xlsx", await plan(left));
    const { status, out, err } = run(folder, ["seal", "a.xlsx", "--out", "s.xlsx", "--eml", "m.eml"]);
    expect([status, out, err]).toEqual([1, "", `a.xlsx: ${zhCN.commands.beside.summary}\n`]);
    expect(namesIn(folder)).toEqual(["a.xlsx"]);
  });
});
