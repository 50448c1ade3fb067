import { cpSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";
import { write } from "../province/write";
import { built, run } from "./built";
import { filledForm, namesIn, newFolder, put } from "./folder";

beforeAll(() => void built());

const PERIOD = ["--period", "2026-S2"];
let folder: string;
beforeEach(async () => {
  folder = newFolder();
  write(join(folder, "in"), new Map([["表.xlsx", await filledForm()]]));
  write(join(folder, "before"), new Map([["六月.xlsx", await filledForm([], {}, [], 1)]]));
});
const bytes = (name: string): Buffer => readFileSync(join(folder, name));

test.each([
  ["a form within a folder that is read", ["in", "--out", "in/表.xlsx"], "in/表.xlsx"],
  ["a form that is named", ["in/表.xlsx", "--out", "in/表.xlsx"], "in/表.xlsx"],
  ["the same under a table's name", ["in", "--format", "json", "--out", "in/表.xlsx"], "in/表.xlsx"],
  ["an earlier form", ["in", "--previous", "before", "--out", "before/六月.xlsx"], "before/六月.xlsx"],
])("--force never replaces %s", (_, args, kept) => {
  const was = bytes(kept);
  const { status, err } = run(folder, ["consolidate", ...args, ...PERIOD, "--force"]);
  expect(status).toBe(2);
  expect(err).toContain(kept);
  expect(bytes(kept).equals(was)).toBe(true);
});

test("--force replaces an earlier summary, wherever it lies, but not one that is compared with", () => {
  const args = ["consolidate", "in", ...PERIOD];
  expect(run(folder, [...args, "--out", "in/汇总.xlsx"]).status).toBe(0);
  const was = bytes("in/汇总.xlsx");
  expect(run(folder, [...args, "--out", "in/汇总.xlsx", "--force"]).status).toBe(0);
  expect(run(folder, [...args, "--out", "in/汇总.json", "--format", "json"]).status).toBe(1);
  expect(run(folder, [...args, "--out", "in/汇总.json", "--format", "json", "--force"]).status).toBe(1);
  cpSync(join(folder, "in/汇总.xlsx"), join(folder, "上期.xlsx"));
  expect(run(folder, [...args, "--previous", "上期.xlsx", "--out", "上期.xlsx", "--force"]).status).toBe(2);
  expect(bytes("上期.xlsx").length).toBe(was.length);
});

test("letters of an earlier run that were not written again are told of", async () => {
  const args = ["consolidate", "in", ...PERIOD, "--out", "汇总.xlsx", "--notices", "回复", "--force"];
  expect(run(folder, args).err).not.toContain("不是本次写入");
  const before = namesIn(join(folder, "回复"));
  expect(run(folder, args).err).not.toContain("不是本次写入");
  put(folder, "in/又一份.xlsx", await filledForm([], {}, [], 2, "武汉职业技术学院"));
  expect(run(folder, args).err).toContain("还有 1 份不是本次写入的文件（如 武汉职业技术学院");
  expect(namesIn(join(folder, "回复"))).toEqual(before);
});

test("copies of an earlier run that are no longer of this one are told of, and stay", async () => {
  const form = await filledForm([], {}, [], 2, "武汉职业技术学院");
  const zip = zipSync({ "一.xlsx": form, "二.xlsx": new Uint8Array([1]) });
  put(folder, "in/一.zip", zip);
  const args = ["consolidate", "in", ...PERIOD, "--out", "汇总.xlsx", "--force"];
  for (let round = 0; round < 2; round++) expect(run(folder, args).err).not.toContain("不是本次另存");
  const before = namesIn(join(folder, "汇总-来件"));
  expect(before.length).toBe(2);
  put(folder, "in/一.zip", zipSync({ "一.xlsx": form }));
  expect(run(folder, args).err).toContain("汇总-来件 中还有 1 份不是本次另存的文件（如 二");
  expect(namesIn(join(folder, "汇总-来件"))).toEqual(before);
  rmSync(join(folder, "in/一.zip"));
  expect(run(folder, args).err).toContain("汇总-来件 中还有 2 份不是本次另存的文件");
});

test("whoever names the wrong period is told which one the files are of", () => {
  const { err } = run(folder, ["consolidate", "in", "--period", "2027-S1", "--out", "汇总.xlsx"]);
  expect(err).toContain("有 1 份是2026年下半年的统计表");
  expect(err).toContain("--period 2026-S2");
  expect(run(folder, ["consolidate", "in", ...PERIOD, "--out", "对的.xlsx"]).err).not.toContain("没有计入");
});
