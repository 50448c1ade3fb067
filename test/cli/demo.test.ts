import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { built, CLI, run } from "./built";
import { namesIn, newFolder } from "./folder";

beforeAll(built, 600_000);

test("npm start issues, fills in and checks a form, tells what is wrong and where the files lie, and does so again", () => {
  const folder = newFolder();
  for (const round of [1, 2]) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(dirname(CLI), "demo.js")], { cwd: folder, encoding: "utf8" });
    expect([round, status, stderr]).toEqual([round, 0, ""]);
    for (const ref of ["A06", "A08", "A14", "F01"]) expect(stdout).toContain(ref);
    for (const name of namesIn(join(folder, "samples"))) expect(stdout).toContain(join("samples", name));
  }
  expect(run(folder, ["check", join("samples", "示例-已填好.xlsx")]).status).toBe(0);
});
