import * as fs from "node:fs";
import { join } from "node:path";
import { version } from "../../package.json";
import { built, run } from "./built";
import { namesIn, newFolder, put } from "./folder";

beforeAll(built, 600_000);

test("without a command the usage is shown, and the status says that nothing was asked", () => {
  const { status, out, err } = run(newFolder(), []);
  expect([status, out]).toEqual([2, ""]);
  expect(err).toMatch(/用法.*\n[^]*check/);
});

test.each([
  [["--help"], /check\s+审核填好的统计表/],
  [["-h"], /template/],
  [["--lang", "en-US", "--help"], /check\s+check filled forms/],
  [["--version"], new RegExp(`^${version.replaceAll(".", "\\.")}\n$`)],
  ...["template", "check", "seal", "fix", "rules"].map(
    (name) => [[name, "--help"], new RegExp(`cluster-report ${name}[^]*--lang`)] as [string[], RegExp],
  ),
  [["check", "--help", "--lang", "en-US"], /Usage: cluster-report check FILE/],
])("%j tells how it is used, on stdout", (args, expected) => {
  const { status, out, err } = run(newFolder(), args);
  expect([status, err]).toEqual([0, ""]);
  expect(out).toMatch(expected);
});

const wrong: readonly (readonly [args: readonly string[], said: RegExp])[] = [
  [["combine"], /没有“combine”这个命令。可用的命令：template check/],
  [["consolidate"], /consolidate 缺少文件名/],
  [["chekc"], /是不是“check”/],
  [["check"], /check 缺少文件名/],
  [["check", "--previous", "a.xlsx"], /把待审文件写在它前面/],
  [["check", "a.xlsx", "--colour"], /check 没有 --colour 这个选项/],
  [["check", "a.xlsx", "-x"], /check 没有 -x 这个选项/],
  [["check", "a.xlsx", "--format"], /--format 后面缺少内容/],
  [["check", "a.xlsx", "--format="], /--format 后面缺少内容/],
  [["check", "a.xlsx", "--out", "--force"], /--out 后面缺少内容/],
  [["check", "a.xlsx", "--format", "pdf"], /--format 只能是 text\|json\|sarif\|html，不能是“pdf”/],
  [["check", "a.xlsx", "--format", "json", "--format", "text"], /--format 只能写一次/],
  [["check", "a.xlsx", "--force=yes"], /--force 后面不带内容/],
  [["check", "a.xlsx", "--lang", "fr"], /--lang 只能是 zh-CN\|en-US/],
  [["check", "a.xlsx", "--constructor"], /没有 --constructor 这个选项/],
  [["toString"], /没有“toString”这个命令/],
  [["seal"], /seal 缺少文件名/],
  [["seal", "a.xlsx", "b.xlsx"], /seal 不需要“b.xlsx”/],
  [["fix"], /fix 缺少文件名/],
  [["rules", "x"], /rules 不需要“x”/],
  [["rules", "--format", "html"], /--format 只能是 text\|json\|markdown/],
  [["template", "--period", "2026-S2"], /--school 指定学校，或用 --all/],
  [["template", "--all", "--school", "x", "--period", "2026-S2"], /--school 与 --all 不能同时使用/],
  [["template", "--school", "武汉职业技术学院"], /缺少 --period/],
  [["template", "--all", "--period", "2026-S2"], /缺少 --out/],
  [["template", "--school", "武汉职业技术学院", "--period", "2026-3"], /看不懂报告期“2026-3”/],
  [["template", "--school", "武汉职业技术学院", "--period", "2022-S2"], /早于首次报送的 2023-S1/],
  [["template", "--school", "武汉职业技术学校", "--period", "2026-S2"], /是不是“武汉职业技术学院”/],
  [["template", "--school", "Nowhere", "--period", "2026-S2"], /名录上没有“Nowhere”。/],
  [["template", "--school", "软件", "--period", "2026-S2"], /名录上没有“软件”，是不是“武汉软件工程职业学院”？/],
  [["template", "--school", "武汉职院", "--period", "2026-S2"], /是不是“武汉职业技术学院、/],
  [["template", "--school", "Nowhere", "--period", "2026-S2", "--sheets", "0"], /--sheets 应为 1 到 20 的整数/],
  [["template", "--school", "武汉职业技术学院", "--period", "2026-S2", "--sheets", "2"], /在名录上.*不能用 --sheets/],
  [["template", "--all", "--period", "2026-S2", "--out", "d", "--sheets", "2"], /--sheets 与 --all 不能同时使用/],
];
test.each(wrong)("wrong use is told in one line, and nothing is done: %j", (args, said) => {
  const folder = newFolder();
  const { status, out, err } = run(folder, args);
  expect([status, out, err.trimEnd().split("\n").length]).toEqual([2, "", 1]);
  expect(err).toMatch(said);
  expect(namesIn(folder)).toEqual([]);
});

test("wrong use is told in English where that was asked for, wherever the option stands", () => {
  expect(run(newFolder(), ["--lang", "en-US", "nothing-like-it"]).err).toMatch(/^There is no command “nothing-like-it”/);
  expect(run(newFolder(), ["check", "--lang=en-US"]).err).toBe("check needs a file.\n");
});

const SCHOOL = ["template", "--school", "武汉职业技术学院", "--period", "2026-S2"];

test.each([
  ["no/such/form.xlsx", /文件夹不存在/],
  ["file/form.xlsx", /上级不是文件夹/],
  ["folder", /这是文件夹/],
  ["/proc/form.xlsx", /无法写入 \/proc\/form\.xlsx/],
  ["/dev/null", /这不是普通文件/],
  [`${"长".repeat(100)}.xlsx`, /名称过长/],
])("a place that cannot be written is told in one line, and nothing is left there: %s", (out, said) => {
  const folder = newFolder();
  put(folder, "file", "x");
  fs.mkdirSync(join(folder, "folder"));
  const ran = run(folder, [...SCHOOL, "--out", out, "--force"]);
  expect([ran.status, ran.out, ran.err.trimEnd().split("\n").length]).toEqual([2, "", 1]);
  expect(ran.err).toMatch(said);
  expect(namesIn(folder)).toEqual(["file", "folder"]);
  expect(namesIn(join(folder, "folder"))).toEqual([]);
});

const CONSOLIDATE = ["consolidate", "in", "--period", "2026-S2"];

test.each<[string, readonly string[], RegExp]>([
  [
    "a name that nothing has",
    ["consolidate", "in", "nothere", "--period", "2026-S2", "--out", "q.xlsx"],
    /^没有这个文件或文件夹：nothere$/,
  ],
  [
    "a name of an earlier file that nothing has",
    [...CONSOLIDATE, "--previous", "in", "b/a.xlsx", "--out", "q.xlsx"],
    /^没有这个文件或文件夹：b\/a\.xlsx$/,
  ],
  ["a file taken for a folder", ["consolidate", "in/a.xlsx/b.xlsx", "--period", "2026-S2", "--out", "q.xlsx"], /^没有这个文件或文件夹/],
  ["the folder of the files as output", [...CONSOLIDATE, "--out", "in"], /^无法写入 in：这是文件夹，请在后面写上要写的文件名。$/],
  ["the same with --force", [...CONSOLIDATE, "--out", "in", "--force"], /^无法写入 in：这是文件夹/],
  ["another folder as output", [...CONSOLIDATE, "--out", "."], /^无法写入 \.：这是文件夹/],
])("consolidate takes no mistyped name for something that came, and writes nothing: %s", (_, args, said) => {
  // prettier-ignore
  const folder = newFolder();
  fs.mkdirSync(join(folder, "in"));
  put(folder, "in/a.xlsx", "x");
  const { status, out, err } = run(folder, [...args]);
  expect([status, out]).toEqual([2, ""]);
  expect(err.trimEnd()).toMatch(said);
  expect([namesIn(folder), namesIn(join(folder, "in"))]).toEqual([["in"], ["a.xlsx"]]);
});

test("nothing is overwritten without --force, and with it nothing but the file named", () => {
  const folder = newFolder();
  put(folder, "a.xlsx", "mine");
  const refused = run(folder, [...SCHOOL, "--out", "a.xlsx"]);
  expect([refused.status, refused.err]).toEqual([2, "文件已经存在，没有覆盖：a.xlsx（确要覆盖，请加 --force）\n"]);
  expect(fs.readFileSync(join(folder, "a.xlsx"), "utf8")).toBe("mine");
  expect(run(folder, [...SCHOOL, "--out", "a.xlsx", "--force"]).status).toBe(0);
  expect(fs.readFileSync(join(folder, "a.xlsx")).subarray(0, 2).toString()).toBe("PK");
  expect(namesIn(folder)).toEqual(["a.xlsx"]);
});
