import * as fs from "node:fs";
import { join } from "node:path";
import { built, run } from "./built";
import { filledForm, namesIn, newFolder, put } from "./folder";

beforeAll(built, 600_000);

test("every proposed fix is applied to a copy and listed; the original stays as it was", async () => {
  const folder = newFolder();
  const bytes = await filledForm([{ values: { "18": "２１", "30": "1,280" } }]);
  put(folder, "a.xlsx", bytes);
  const { status, out, err } = run(folder, ["fix", "a.xlsx"]);
  expect([status, err]).toEqual([0, ""]);
  expect(out).toBe("将 表1!F27 改为“21”\n将 表1!F39 改为“1280”\n修正件：a-已修正.xlsx\n修正后全部通过。\n");
  expect(fs.readFileSync(join(folder, "a.xlsx")).equals(bytes)).toBe(true);
  expect(run(folder, ["check", "a-已修正.xlsx"]).status).toBe(0);
});

test("what no program can know is left to people, and said", async () => {
  const folder = newFolder();
  put(folder, "a.xlsx", await filledForm([{ values: { "18": "２１", "30": "约1280" } }]));
  const { status, out } = run(folder, ["fix", "a.xlsx", "--out", "b.xlsx"]);
  expect(status).toBe(1);
  expect(out).toMatch(/修正后还有：1 处必须改正/);
});

test("without anything to fix no file is written", async () => {
  const folder = newFolder();
  put(folder, "a.xlsx", await filledForm());
  expect(run(folder, ["fix", "a.xlsx"])).toEqual({ status: 0, out: "", err: "没有可以自动修正的问题，没有生成文件。\n" });
  expect(namesIn(folder)).toEqual(["a.xlsx"]);
});

test("the form itself is only written over where that was asked for", async () => {
  const folder = newFolder();
  put(folder, "a.xlsx", await filledForm([{ values: { "18": "２１" } }]));
  expect(run(folder, ["fix", "a.xlsx", "--out", "a.xlsx"])).toMatchObject({ status: 2, out: "" });
  expect(run(folder, ["fix", "a.xlsx", "--out", "a.xlsx", "--force"]).status).toBe(0);
  expect(namesIn(folder)).toEqual(["a.xlsx"]);
});
