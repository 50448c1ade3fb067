import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { ANNEX2 } from "../second-form/farms";
import { builtForFarms, OUT } from "../second-form/built";
import { built, CLI, run } from "./built";
import { namesIn, newFolder } from "./folder";

beforeAll(() => {
  built();
  builtForFarms();
}, 600_000);

test.each([
  { what: "the form", folder: dirname(CLI), refs: ["A06", "A08", "A14", "F01"], others: undefined },
  { what: "another form that it is built with", folder: join(OUT, "cli"), refs: ["A02", "A03", "A05", "A09", "F01"], others: ANNEX2 },
])("the demonstration issues, fills in and checks $what, tells what is wrong and where the files lie, and does so again", (one) => {
  const folder = newFolder();
  for (const round of [1, 2]) {
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(one.folder, "demo.js")], { cwd: folder, encoding: "utf8" });
    expect([round, status, stderr]).toEqual([round, 0, ""]);
    for (const ref of one.refs) expect(stdout).toContain(ref);
    if (one.others) expect(stdout).not.toMatch(one.others);
    for (const name of namesIn(join(folder, "samples"))) expect(stdout).toContain(join("samples", name));
  }
  expect(run(folder, ["check", join("samples", "示例-已填好.xlsx")]).status).toBe(0);
});
