import * as fs from "node:fs";
import { join } from "node:path";
import { schools } from "../../src/domain";
import { roster } from "../../src/forms";
import { openXlsx } from "../../src/workbook/xlsx";
import { asChanges, blankForm, entries } from "../fill";
import { sha256 } from "./bytes";
import { built, run } from "./built";
import { filledForm, namesIn, newFolder, put, SCHOOL } from "./folder";

beforeAll(built, 600_000);

const NAME = `${SCHOOL}-2026年下半年-进展情况统计表.xlsx`;
interface Json {
  readonly files: readonly {
    readonly status: string;
    readonly school: string;
    readonly programmes: readonly { readonly programme: string }[];
    readonly findings: readonly { readonly ref: string }[];
  }[];
}
const checked = (folder: string, ...args: readonly string[]): Json =>
  JSON.parse(run(folder, ["check", "--format", "json", ...args]).out) as Json;

test("a school's form bears its canonical name, and reads back as that school's", () => {
  const folder = newFolder();
  const ran = run(folder, ["template", "--school", SCHOOL, "--period", "2026-S2"]);
  expect(ran).toEqual({ status: 0, out: `${NAME}\n`, err: "" });
  const [file] = checked(folder, NAME).files;
  expect([file?.status, file?.school, file?.programmes.map(({ programme }) => programme)]).toEqual([
    "blocked",
    SCHOOL,
    ["智能光电技术应用", "工业机器人技术", "电子商务"],
  ]);
});

test("every school of the roster gets its form in one go, the folder is made, and a second run overwrites nothing", () => {
  const folder = newFolder();
  const all = ["template", "--all", "--period", "2026年下半年", "--out", "forms"];
  const first = run(folder, all);
  expect([first.status, first.err]).toEqual([0, ""]);
  expect(first.out.trimEnd().split("\n")).toEqual(
    schools(roster).map((school) => join("forms", `${school}-2026年下半年-进展情况统计表.xlsx`)),
  );
  expect(namesIn(join(folder, "forms"))).toHaveLength(schools(roster).length);
  const gone = first.out.split("\n")[0]!;
  fs.rmSync(join(folder, gone));
  expect(run(folder, all)).toMatchObject({ status: 2, out: "" });
  // One name was free, but a half-written set would only confuse.
  expect(fs.existsSync(join(folder, gone))).toBe(false);
  expect(run(folder, [...all, "--force"]).status).toBe(0);
});

test("a school that the roster does not have gets as many blank sheets as asked for", () => {
  const folder = newFolder();
  expect(run(folder, ["template", "--school", "湖北某某职业学院", "--period", "2026-S2", "--sheets", "2", "--out", "a.xlsx"]).status).toBe(
    0,
  );
  expect(checked(folder, "a.xlsx").files[0]?.programmes).toHaveLength(2);
});

test("earlier forms bring their values; one of another school is named as not used", async () => {
  const folder = newFolder();
  put(folder, "before.xlsx", await filledForm([{ values: { "01": 20 } }], { date: { day: "2026-06-20" } }, [], 1));
  put(folder, "other.xlsx", await filledForm([], { date: { day: "2026-06-20" } }, [], 1, "仙桃职业学院"));
  const ran = run(folder, [
    "template",
    "--school",
    SCHOOL,
    "--period",
    "2026-S2",
    "--previous",
    "before.xlsx",
    "other.xlsx",
    "--out",
    "a.xlsx",
  ]);
  expect(ran).toEqual({
    status: 0,
    out: "a.xlsx\n",
    err: "上报过的统计表：before.xlsx：已采用，请核对是否为报出的那一份：没有封签\n没有用到（学校或报告期不相符）：other.xlsx\n",
  });
  const plain = run(folder, ["template", "--school", SCHOOL, "--period", "2026-S2", "--out", "b.xlsx"]);
  expect(plain.status).toBe(0);
  expect(sha256(folder, "a.xlsx")).not.toBe(sha256(folder, "b.xlsx"));
});

test("of several earlier forms of one period one gives its values, whatever their order, and what became of the others is told", async () => {
  const folder = newFolder();
  const june = { date: { day: "2026-06-20" } };
  const book = openXlsx(await filledForm([{ values: { "30": 1281 } }], june, [], 1));
  put(folder, "last.xlsx", book.bytes());
  expect(run(folder, ["seal", "last.xlsx", "--out", "sealed.xlsx"]).status).toBe(0);
  put(folder, "later.xlsx", await filledForm([{ values: { "30": 1277, "31": -3 } }], { date: { day: "2026-06-25" } }, [], 1));
  put(folder, "blank.xlsx", blankForm(SCHOOL, { period: { year: 2026, half: 1 } }));
  const made = ["template", "--school", SCHOOL, "--period", "2026-S2", "--out", "a.xlsx", "--force", "--previous"];
  expect(run(folder, [...made, "sealed.xlsx"]).err).not.toMatch(/已采用/);
  const right = sha256(folder, "a.xlsx");
  for (const order of [
    ["sealed.xlsx", "later.xlsx", "blank.xlsx"],
    ["blank.xlsx", "later.xlsx", "sealed.xlsx"],
  ]) {
    const ran = run(folder, [...made, ...order]);
    expect([ran.status, sha256(folder, "a.xlsx")]).toEqual([0, right]);
    expect(ran.err).toContain("上报过的统计表：later.xlsx：未采用：没有有效封签，同一报告期以已封签的“sealed.xlsx”为准\n");
    expect(ran.err).toContain("上报过的统计表：blank.xlsx：未采用：是空白表");
    expect(ran.err).not.toContain("上报过的统计表：sealed.xlsx");
  }
});

test("--drafts carries last period's texts over as drafts, and needs the form they stand in", async () => {
  const folder = newFolder();
  const before = openXlsx(blankForm(SCHOOL, { period: { year: 2026, half: 1 } }));
  await before.write(asChanges(entries(SCHOOL)));
  put(folder, "before.xlsx", before.bytes());
  const named = ["template", "--school", SCHOOL, "--period", "2026-S2"];
  const ran = run(folder, [...named, "--previous", "before.xlsx", "--drafts", "--out", "a.xlsx"]);
  expect([ran.status, ran.out]).toEqual([0, "a.xlsx\n"]);
  const texts = (name: string): string[] => {
    const { out } = run(folder, ["check", name, "--format", "json"]);
    const { files } = JSON.parse(out) as { files: { findings: { message: string }[] }[] };
    return files[0]!.findings.map(({ message }) => message).filter((message) => message.includes("草稿"));
  };
  expect(texts("a.xlsx")).toHaveLength(15);
  run(folder, [...named, "--previous", "before.xlsx", "--out", "b.xlsx"]);
  expect(texts("b.xlsx")).toEqual([]);
  const alone = run(folder, [...named, "--drafts"]);
  expect([alone.status, alone.err]).toEqual([2, expect.stringContaining("--previous")]);
});

test("an earlier form that cannot be read stops the form: without its comparison values it would look right and be wrong", () => {
  const folder = newFolder();
  put(folder, "before.xlsx", "no workbook");
  const ran = run(folder, ["template", "--school", SCHOOL, "--period", "2026-S2", "--previous", "before.xlsx"]);
  expect([ran.status, ran.out]).toEqual([2, ""]);
  expect(ran.err).toMatch(/^上报过的统计表不能采用：before\.xlsx：这不是 Excel 工作簿/);
  expect(namesIn(folder)).toEqual(["before.xlsx"]);
});

test("the same form has the same bytes in any place of the world", () => {
  const folder = newFolder();
  const places: Record<string, string>[] = [
    { TZ: "UTC", LC_ALL: "C" },
    { TZ: "Asia/Shanghai", LC_ALL: "zh_CN.UTF-8" },
    { TZ: "America/New_York", LANG: "tr_TR.UTF-8" },
  ];
  const made = places.map((env, index) => {
    run(folder, ["template", "--school", SCHOOL, "--period", "2026-S2", "--out", `${index}.xlsx`], env);
    return sha256(folder, `${index}.xlsx`);
  });
  expect(new Set(made).size).toBe(1);
});
