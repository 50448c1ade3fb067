import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { annex2, plant, type Json } from "./json";

const root = join(__dirname, "..", "..");

/** A build of nothing but the look at the forms, with a definition in the place of the one that is built in. */
const BUILD = `
const { FormsPlugin } = require(process.argv[1]);
const definition = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
require("webpack")({
  mode: "none",
  entry: "data:text/javascript,0",
  output: { path: require("node:os").tmpdir(), filename: "nothing-is-emitted.js" },
  plugins: [new FormsPlugin(definition), { apply: (compiler) => compiler.hooks.shouldEmit.tap("Nothing", () => false) }],
}, (error, stats) => {
  for (const one of stats.compilation.errors) console.log(one.message);
  process.exitCode = error || stats.hasErrors() ? 1 : 0;
});`;

function build(definition: Json): { readonly status: number | null; readonly said: string[] } {
  const args = ["-e", BUILD, join(root, ".scripts", "forms-check.cjs")];
  const done = spawnSync(process.execPath, args, { cwd: root, input: JSON.stringify(definition), encoding: "utf8" });
  expect(done.stderr).toBe("");
  return { status: done.status, said: done.stdout.split("\n").filter(Boolean) };
}

test("a build takes a definition that holds together, and fails at one that does not, with each mistake in a sentence", () => {
  expect(build(annex2())).toEqual({ status: 0, said: [] });
  const broken = plant(plant(annex2(), "form.indicators[2].code", "02"), "form.indicators[3].unit", "们");
  const { status, said } = build(broken);
  expect(status).toBe(1);
  expect(said.sort()).toEqual(
    [
      "src/forms form.indicators[3].unit：“们”不是常用的计量单位。请核对有无错字；确实用这个单位的，请在读入时确认。",
      "src/forms form.indicators[2].code：“02”重复，已在 form.indicators[1].code 出现。请改为不同的内容，或删去其中一项。",
    ].sort(),
  );
});
