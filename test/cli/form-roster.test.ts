import { readFileSync } from "node:fs";
import { join } from "node:path";
import { clusters, schools, type CellValue, type SheetPlan } from "../../src/domain";
import { LIST_MISTAKES } from "../../src/definition/book";
import { catalogue, roster } from "../../src/forms";
import { writeXlsx } from "../../src/workbook/xlsx";
import { bookOf, checkedBook } from "../definition/book/books";
import { built, run, type Ran } from "./built";
import { newFolder, put } from "./folder";

beforeAll(built, 300_000);

const [category] = roster.entries.map((entry) => entry.category) as [string];
const [cluster, other] = clusters(roster, category) as [string, string];
const [known] = schools(roster) as [string];

type Rows = readonly (readonly CellValue[])[];
const sheetOf = (name: string, rows: Rows, merges: SheetPlan["merges"] = []): SheetPlan => ({
  name,
  state: "visible",
  merges,
  cells: rows.flatMap((row, at) => row.flatMap((value, column) => (value === null ? [] : [{ row: at, column, value }]))),
});
const bytesOf = (...sheets: readonly SheetPlan[]): Uint8Array =>
  writeXlsx({ title: "名单", defaultFont: { name: "宋体", size: 11 }, active: 0, sheets });

/** As departments type a list: a title, merged and blank cells, a page heading once more, a total and notes. */
const TYPED = bytesOf(
  sheetOf(
    "第二批",
    [
      ["第二批服务产业集群职业院校名单", null, null, null, null],
      [],
      ["序号", "产业大类", "服务产业集群", "院校名称", "专业群名称"],
      [1, category, cluster, "示例职业学院", "示例甲专业群"],
      [2, null, null, null, "示例乙专业群"],
      ["序号", "产业大类", "服务产业集群", "院校名称", "专业群名称"],
      [3, null, other, "示范技术学院", "示例丙专业群\u00a0"],
      [4, null, null, "示范技术学院", "示例丙专业群"],
      ["合计", 4, null, null, null],
      ["注：以上名单自印发之日起施行。", null, null, null, null],
    ],
    [
      { top: 3, bottom: 7, left: 1, right: 1 },
      { top: 3, bottom: 4, left: 2, right: 2 },
      { top: 3, bottom: 4, left: 3, right: 3 },
    ],
  ),
);

function tried(mode: "--add" | "--replace", name: string, list: Uint8Array, ...more: readonly string[]): Ran & { readonly folder: string } {
  const folder = newFolder();
  put(folder, "表式簿.xlsx", bookOf(catalogue));
  put(folder, name, list);
  return { folder, ...run(folder, ["form", "roster", "表式簿.xlsx", mode, name, "--out", "新.xlsx", ...more]) };
}
const entriesIn = (folder: string) => checkedBook(new Uint8Array(readFileSync(join(folder, "新.xlsx")))).catalogue!.roster;
const linesIn = (folder: string): string[] =>
  entriesIn(folder).entries.map((entry) => [entry.category, entry.cluster, entry.school, entry.programme].join("|"));
const ADDED = [
  `${category}|${cluster}|示例职业学院|示例甲专业群`,
  `${category}|${cluster}|示例职业学院|示例乙专业群`,
  `${category}|${other}|示范技术学院|示例丙专业群`,
];
const OLD = roster.entries.map((entry) => [entry.category, entry.cluster, entry.school, entry.programme].join("|"));

test("a batch as it was typed is added behind the roster, a version later, and all that was made of it is said", () => {
  const { folder, status, out, err } = tried("--add", "第二批.xlsx", TYPED);
  expect([status, err]).toEqual([0, expect.any(String)]);
  expect(linesIn(folder)).toEqual([...OLD, ...ADDED]);
  const { version, entries } = entriesIn(folder);
  expect(version).toBe(roster.version + 1);
  expect(new Set(entries.map(({ number }) => number)).size).toBe(entries.length);
  expect(out.match(/名录新增/g)).toHaveLength(3);
  for (const said of ["“产业集群”空着或合并的 2 行", "第二批!A9", "不是名单，没有读取：合计", "不是名单，没有读取：注：", "与第 7 行重复"])
    expect(err).toContain(said);
  // Once more it changes nothing, and the roster is the one that it was.
  expect(run(folder, ["form", "roster", "新.xlsx", "--add", "第二批.xlsx", "--out", "再.xlsx"]).out).toMatch(
    /没有差异.*\n再.xlsx {2}名录第 2 版/,
  );
  // The code of the form is the same: rosters have versions of their own.
  expect(run(folder, ["form", "check", "新.xlsx"]).out).toContain(catalogue.code);
});

test("the same list takes the place of the roster, and every line that is gone is told", () => {
  const { folder, status, out } = tried("--replace", "名单.xlsx", TYPED);
  expect([status, linesIn(folder)]).toEqual([0, ADDED]);
  expect(out.match(/名录删除/g)).toHaveLength(OLD.length);
  expect(entriesIn(folder).entries.map(({ number }) => number)).toEqual([1, 2, 3]);
});

/** `学校,简称,类别,集群,专业群` and `示例学院,,示例类别,示例集群,"甲，乙专业群"` in GBK, as Excel writes lists in China. */
const GBK = "0afQoyy88rPGLMDgsfAsvK/IuizXqNK1yLoNCsq+wP3Rp9S6LCzKvsD9wOCx8CzKvsD9vK/IuiwivNejrNLS16jStci6Ig0K";

test("lists with commas are read, of UTF-8 with its mark and of GBK", () => {
  const text = `序号,类别,集群,学校,专业群\r\n1,${category},${cluster},示例职业学院,示例甲专业群\r\n2,,,,"示例乙专业群"\r\n3,,${other},示范技术学院,示例丙专业群\r\n`;
  const utf8 = tried("--add", "名单.csv", new TextEncoder().encode(`\ufeff${text}`));
  expect([utf8.status, linesIn(utf8.folder)]).toEqual([0, [...OLD, ...ADDED]]);
  const gbk = tried("--replace", "名单.csv", new Uint8Array(Buffer.from(GBK, "base64")));
  expect([gbk.status, linesIn(gbk.folder)]).toEqual([0, ["示例类别|示例集群|示例学院|甲，乙专业群"]]);
});

test("names that are like known ones are asked about: nothing is written, until the list is corrected or they are said to be others", () => {
  const near = `${known.slice(0, -2)}院`;
  const list = bytesOf(sheetOf("名单", [["学校", "产业集群", "专业（群）"], [near, cluster, "示例专业群"]])); // prettier-ignore
  const asked = tried("--add", "名单.xlsx", list);
  expect(asked).toMatchObject({ status: 2, out: "", err: expect.stringContaining(`与“${known}”相近`) });
  expect(() => readFileSync(join(asked.folder, "新.xlsx"))).toThrow();
  const taken = tried("--add", "名单.xlsx", list, "--as-typed");
  expect([taken.status, linesIn(taken.folder).at(-1)]).toEqual([0, `${category}|${cluster}|${near}|示例专业群`]);
});

/** Lists with one thing to be told, by their rows. */
const TOLD: readonly (readonly [code: keyof typeof LIST_MISTAKES, said: string, rows: Rows, status: number])[] = [
  ["list-headings", "名单!A2  错误：名单缺少栏名：学校", [["名单"], ["牵头院校", "集群", "专业群"], [known, cluster, "甲"]], 2],
  [
    "list-near",
    `名单!A2  待确认：产业集群“${cluster}群”名录里没有`,
    [
      ["集群", "类别", "学校", "专业群"],
      [`${cluster}群`, category, "示例学院", "甲"],
    ],
    2,
  ],
  [
    "list-several",
    "名单!B2  待确认：学校“示例学院、示范学院”像是几个",
    [
      ["集群", "学校", "专业群"],
      [cluster, "示例学院、示范学院", "甲"],
    ],
    2,
  ],
  [
    "list-new",
    "名单!A2  提示：产业集群“示例产业”名录里没有，按新的处理",
    [
      ["集群", "类别", "学校", "专业群"],
      ["示例产业", category, "示例学院", "甲"],
    ],
    0,
  ],
  [
    "list-blank",
    "名单!B3  错误：“产业集群”空着",
    [
      ["类别", "集群", "学校", "专业群"],
      [category, cluster, "示例学院", "甲"],
      ["示例类别", null, "示例学院", "乙"],
    ],
    2,
  ],
  [
    "list-headings",
    "名单缺少栏名：产业集群、学校、专业（群）",
    [
      ["甲", "乙"],
      [known, cluster],
    ],
    2,
  ],
  [
    "list-blank",
    "B2  错误：“专业（群）”空着",
    [
      ["学校", "专业群", "集群"],
      ["示例学院", null, cluster],
    ],
    2,
  ],
  [
    "list-error",
    "错误值 #N/A",
    [
      ["学校", "专业群", "集群"],
      ["示例学院", { error: "#N/A" } as never, cluster],
    ],
    2,
  ],
  [
    "list-category",
    `名单!A2  错误：产业集群“${cluster}”在名录里属于“${category}”，这里写的是“别的类别”`,
    [
      ["类别", "集群", "学校", "专业群"],
      ["别的类别", cluster, "示例学院", "示例专业群"],
    ],
    2,
  ],
  [
    "list-there",
    "名录里已经有了",
    [
      ["集群", "学校", "专业群"],
      [roster.entries[0]!.cluster, roster.entries[0]!.school, roster.entries[0]!.programme],
    ],
    0,
  ],
  [
    "list-filled",
    "“学校”空着或合并的 1 行",
    [
      ["集群", "学校", "专业群"],
      [cluster, "示例学院", "甲专业群"],
      [null, null, "乙专业群"],
    ],
    0,
  ],
  [
    "list-twice",
    "与第 2 行重复",
    [
      ["集群", "学校", "专业群"],
      [cluster, "示例学院", "甲专业群"],
      [cluster, "示例学院", "甲专业群"],
    ],
    0,
  ],
  [
    "list-note",
    "没有读取：说明一下",
    [
      ["集群", "学校", "专业群"],
      [cluster, "示例学院", "甲专业群"],
      ["说明一下", null, null],
    ],
    0,
  ],
];

test.each(TOLD)("%s is told at its cell", (_, said, rows, status) => {
  const ran = tried("--add", "名单.xlsx", bytesOf(sheetOf("名单", rows)));
  expect([ran.status, ran.err]).toEqual([status, expect.stringContaining(said)]);
});

test("every thing that can be told of a list is tried; a second list is told; an empty one and what is no list are refused", () => {
  const two = bytesOf(sheetOf("甲", [["集群", "学校", "专业群"], [cluster, "示例学院", "甲"]]), sheetOf("乙", [["集群", "学校", "专业群"]])); // prettier-ignore
  expect(tried("--add", "名单.xlsx", two).err).toContain("工作表“乙”也有名单的栏名");
  expect(tried("--replace", "名单.xlsx", bytesOf(sheetOf("甲", [["集群", "学校", "专业群"]])))).toMatchObject({ status: 2, err: expect.stringContaining("一行也没有") }); // prettier-ignore
  const long = `集群,学校,专业群\n${Array.from({ length: 10_001 }, (_, at) => `${cluster},示例学院${at},甲`).join("\n")}`;
  expect(tried("--add", "名单.csv", new TextEncoder().encode(long))).toMatchObject({
    status: 2,
    err: expect.stringContaining("名单最多 10000 行"),
  });
  const all = new Set([...TOLD.map(([code]) => code), "list-sheet", "list-empty", "list-near", "list-long"]);
  expect(Object.keys(LIST_MISTAKES).filter((code) => !all.has(code))).toEqual([]);
  for (const bytes of [new Uint8Array(), new Uint8Array([0, 1, 2])]) {
    expect(tried("--add", "名单.csv", bytes).status).toBe(2);
    expect(tried("--add", "名单.xlsx", bytes).status).toBe(2);
  }
  const folder = newFolder();
  put(folder, "表式簿.xlsx", bookOf(catalogue));
  expect(run(folder, ["form", "roster", "表式簿.xlsx", "--out", "新.xlsx"])).toMatchObject({
    status: 2,
    err: expect.stringContaining("--add"),
  });
});
