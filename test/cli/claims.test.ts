import * as fs from "node:fs";
import { join } from "node:path";
import { keyColumn, keyRow, type GridSheet } from "../../src/domain";
import { SUMMARY_SHEETS } from "../../src/sheets/summary";
import { readXlsx } from "../../src/workbook/xlsx";
import { nodeInflate } from "../../src/workbook/xlsx/node-inflate";
import { letterIn } from "../consolidate/letter";
import { mail } from "../province/mail";
import { write } from "../province/write";
import { compoundFile, makeZip } from "../xlsx/zip-maker";
import { built, run, type Ran } from "./built";
import { filledForm, namesIn, newFolder } from "./folder";

const WUHAN = "武汉职业技术学院";
const SOFTWARE = "武汉软件工程职业学院";
const TRAFFIC = "湖北交通职业技术学院";
const TAX = "湖北财税职业学院";
const BIOLOGY = "湖北生物科技职业学院";
const ENCRYPTED = compoundFile("EncryptionInfo", "EncryptedPackage");
const RAR = new Uint8Array([0x52, 0x61, 0x72, 0x21, 0x1a, 0x07, 0x01, 0x00, 1, 2, 3]);

interface Json {
  readonly files: readonly { readonly path: readonly string[]; readonly fate: string; readonly claim?: object }[];
  readonly schools: readonly { readonly school: string; readonly state: string; readonly files: readonly number[]; readonly possible?: readonly number[] }[]; // prettier-ignore
}

let folder: string;
let json: Json;
let said: Ran;

beforeAll(async () => {
  built();
  folder = newFolder();
  const form = (school: string, email: string, half: 1 | 2 = 2): Promise<Uint8Array> =>
    filledForm([], { email, date: { day: half === 2 ? "2026-12-20" : "2026-06-20" } }, [], half, school);
  const sound = await form(SOFTWARE, "software@example.edu.cn");
  write(
    join(folder, "in"),
    new Map([
      ["统计表.xlsx", sound],
      // Its name tells.
      [`${WUHAN}.xlsx`, ENCRYPTED],
      // Its subject tells, and it is no workbook; the other one in it is nobody's program.
      ["邮件/1.eml", mail(`${TRAFFIC}报送`, "2026-12-20T01:00:00Z", [{ name: "表.rar", bytes: RAR }, { name: "打开.exe", bytes: RAR.slice(0, 3) }])], // prettier-ignore
      // It is only near.
      [
        "打包.zip",
        makeZip([
          { name: "湖北财税.xlsx", content: sound.slice(0, 20_000) },
          { name: "又一份.xlsx", content: sound },
        ]),
      ],
      // Nothing tells.
      ["表.xlsx", new Uint8Array([1, 2, 3])],
      // It is of another period.
      ["上半年.xlsx", await form(BIOLOGY, "biology@example.edu.cn", 1)],
    ]),
  );
  write(join(folder, "before"), new Map([["武汉.xlsx", await form(WUHAN, "wuhan@example.edu.cn", 1)], ["财税.xlsx", await form(TAX, "tax@example.edu.cn", 1)]])); // prettier-ignore
  const args = ["consolidate", "in", "--period", "2026-S2", "--previous", "before"];
  json = JSON.parse(run(folder, [...args, "--format", "json"]).out) as Json;
  said = run(folder, [...args, "--out", "s.xlsx", "--notices", "back"]);
}, 900_000);

/** The fate and the claim of a file, by the end of its path. */
const fileOf = (name: string): Json["files"][number] => json.files.find(({ path }) => path.at(-1)!.endsWith(name))!;
const school = (name: string): Json["schools"][number] => json.schools.find((one) => one.school === name)!;

test("what tells whose a file is claims it, what is near is offered, and nobody is missing whose file came", () => {
  expect(fileOf(`${WUHAN}.xlsx`)).toMatchObject({ fate: "refused", claim: { state: "matched", school: WUHAN, by: "name" } });
  expect(fileOf("表.rar")).toMatchObject({ fate: "refused", claim: { state: "matched", school: TRAFFIC, by: "name" } });
  expect(fileOf("湖北财税.xlsx")).toMatchObject({ fate: "refused", claim: { state: "unclaimed", candidates: [TAX] } });
  expect(fileOf("/表.xlsx")).toMatchObject({ fate: "refused", claim: { state: "unclaimed", candidates: [] } });
  expect(fileOf("上半年.xlsx")).toMatchObject({ fate: "refused", claim: { state: "matched", school: BIOLOGY, by: "content" } });
  for (const name of [WUHAN, TRAFFIC, BIOLOGY]) expect(school(name).state).toBe("refused");
  expect(school(TAX)).toMatchObject({ state: "missing", files: [], possible: [json.files.indexOf(fileOf("湖北财税.xlsx"))] });
  expect(school(SOFTWARE)).toMatchObject({ state: "received" });
});

test("the command line lists what is 待认领 with its reason and whom it may be of", () => {
  expect(said.status).toBe(1);
  expect(said.out).toContain("2 份来件未能采用，也无法确认是哪所学校报送的，列为待认领");
  expect(said.out).toMatch(new RegExp(`· in/打包.zip › 湖北财税.xlsx：文件已损坏.*可能是：${TAX}。`));
  expect(said.out).toContain("· in/表.xlsx：");
});

test("every letter goes to the right school, to its own address, and says what is so", () => {
  const letters = namesIn(join(folder, "back")).filter((name) => name.endsWith(".eml"));
  const read = (name: string) =>
    letterIn(
      fs.readFileSync(
        join(
          folder,
          "back",
          letters.find((one) => one.startsWith(name))!,
        ),
      ),
    );
  expect(read(WUHAN)).toMatchObject({ to: "wuhan@example.edu.cn", subject: expect.stringContaining("请重新报送") as string });
  expect(read(WUHAN).body).toContain(`· ${WUHAN}.xlsx：文件经过加密`);
  expect(read(TRAFFIC).body).toContain("· 表.rar（2026-12-20 09:00 发出）：这是 RAR 压缩包");
  expect(read(TAX)).toMatchObject({ to: "tax@example.edu.cn", body: expect.stringContaining("· 湖北财税.xlsx：文件已损坏") as string });
  expect(read(BIOLOGY)).toMatchObject({
    to: "biology@example.edu.cn",
    body: expect.stringContaining("这是2026年上半年的统计表") as string,
  });
  // A file of nobody lies there: of no school it can be said that nothing came from it.
  for (const name of letters) expect([name, read(name).body.includes("尚未收到")]).toEqual([name, false]);
  expect(letters.some((name) => name.startsWith(SOFTWARE))).toBe(false);
});

test("in the workbook 来件 names the school or asks for it, and leads to every file; copies hold the bytes that came", () => {
  const book = readXlsx(fs.readFileSync(join(folder, "s.xlsx")), { inflate: nodeInflate });
  if (!book.ok) throw new Error(book.error.code);
  const sheet = (name: string): GridSheet => book.value.sheets.find((one) => one.name === name)!;
  const rows = new Map<number, string[]>();
  const links = new Map<string, string>();
  for (const [key, { value, formula }] of sheet(SUMMARY_SHEETS.arrivals).cells) {
    const row = rows.get(keyRow(key)) ?? [];
    rows.set(keyRow(key), row);
    row[keyColumn(key)] = String(value ?? "");
    const link = /^HYPERLINK\("([^"#]*)/.exec(formula ?? "")?.[1];
    if (link) links.set(String(value), decodeURIComponent(link));
  }
  const rowOf = (end: string): string[] => [...rows.values()].find(([, file]) => file?.endsWith(end))!;
  expect(rowOf("湖北财税.xlsx")).toMatchObject({ 2: "待认领", 8: expect.stringContaining(`可能是：${TAX}。`) as string });
  expect(rowOf(`${WUHAN}.xlsx`)).toMatchObject({
    2: WUHAN,
    8: expect.stringContaining("按文件名、邮件主题或发件人中的学校名称认定。") as string,
  });
  const told = [...sheet(SUMMARY_SHEETS.reporting).cells.values()].map(({ value }) => value);
  expect(told).toContain(`“来件”第 ${json.files.indexOf(fileOf("湖北财税.xlsx")) + 1} 号未能采用，可能是本校的或含有本校的表，请核实`);
  for (const [index, { path }] of json.files.entries()) {
    const link = links.get(path.join(" › "));
    expect([index, path, link !== undefined && fs.existsSync(join(folder, link))]).toEqual([index, path, true]);
  }
  expect(namesIn(join(folder, "s-来件")).filter((name) => name.endsWith(".exe"))).toEqual([]);
  expect(fs.readFileSync(join(folder, links.get("in/邮件/1.eml › 表.rar")!))).toEqual(Buffer.from(RAR));
  expect(links.get("in/打包.zip › 又一份.xlsx")).toBe(`s-来件/${SOFTWARE}-又一份.xlsx`);
});
