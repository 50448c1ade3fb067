import { execFileSync, spawnSync } from "node:child_process";
import * as fs from "node:fs";
import { createServer, type Server } from "node:net";
import { join } from "node:path";
import { schools } from "../../src/domain";
import { roster } from "../../src/forms";
import { built, CLI, run } from "./built";
import { filledForm, newFolder, put } from "./folder";

let folder: string;
let socket: Server;

interface Json {
  readonly files: readonly { readonly path: readonly string[]; readonly fate: string; readonly refusal?: { readonly message: string } }[];
}

/** Names that a folder can hold and that no program should open, each with what is said of it. */
const SPECIAL: Readonly<Record<string, string>> = {
  "b-pipe.xlsx": "这不是普通文件",
  "c-self.xlsx": "链接指向自身",
  "d-ring.xlsx": "链接指向自身",
  "e-gone.xlsx": "文件不存在",
  "f-device.xlsx": "这不是普通文件",
  "g-socket.xlsx": "这不是普通文件",
  "h-pipe.zip": "这不是普通文件",
};

beforeAll(async () => {
  built();
  folder = newFolder();
  fs.mkdirSync(join(folder, "in"));
  const form = await filledForm();
  put(folder, "in/a.xlsx", form);
  put(folder, "in/z.xlsx", await filledForm([], {}, [], 2, "仙桃职业学院"));
  const at = (name: string): string => join(folder, "in", name);
  execFileSync("mkfifo", [at("b-pipe.xlsx"), at("h-pipe.zip")]);
  fs.symlinkSync("c-self.xlsx", at("c-self.xlsx"));
  fs.symlinkSync("ring", at("d-ring.xlsx"));
  fs.symlinkSync("in/d-ring.xlsx", join(folder, "ring"));
  fs.rmSync(at("d-ring.xlsx"));
  fs.symlinkSync("../ring", at("d-ring.xlsx"));
  fs.symlinkSync("nowhere.xlsx", at("e-gone.xlsx"));
  fs.symlinkSync("/dev/zero", at("f-device.xlsx"));
  // A folder that holds itself.
  fs.symlinkSync(".", at("i-folder"));
  socket = createServer();
  await new Promise<void>((done) => socket.listen(at("g-socket.xlsx"), done));
}, 600_000);
afterAll(() => new Promise((done) => socket.close(done)));

test("what is no file costs itself, with a sentence, and nothing else", () => {
  const { status, out, err } = run(folder, ["consolidate", "in", "--period", "2026-S2", "--format", "json"]);
  expect([status, err]).toEqual([1, ""]);
  const { files } = JSON.parse(out) as Json;
  const refused = files.filter(({ fate }) => fate === "refused").map(({ path, refusal }) => [path[0]!.slice(3), refusal?.message]);
  expect(refused).toEqual(Object.entries(SPECIAL).map(([name, why]) => [name, expect.stringContaining(why)]));
  expect(files.filter(({ fate }) => fate === "used").map(({ path }) => path)).toEqual([["in/a.xlsx"], ["in/z.xlsx"]]);
});

test("nor does it stop a check of others, or hold up a form that it is given for", () => {
  const names = [...Object.keys(SPECIAL), "a.xlsx"].map((name) => `in/${name}`);
  const { status, out } = run(folder, ["check", ...names, "--format", "json"]);
  const states = (JSON.parse(out) as { files: { path: string; status: string }[] }).files.map((file) => file.status);
  expect([status, states]).toEqual([1, ["clean", ...Object.keys(SPECIAL).map(() => "refused")]]);
  for (const name of ["b-pipe.xlsx", "c-self.xlsx"]) {
    const earlier = run(folder, ["check", "in/a.xlsx", "--previous", `in/${name}`]);
    expect([earlier.status, earlier.err]).toEqual([1, expect.stringContaining(SPECIAL[name]!)]);
    expect(run(folder, ["seal", `in/${name}`])).toMatchObject({ status: 2, err: expect.stringContaining(SPECIAL[name]!) });
  }
});

/** Runs with few files open at a time: some twenty are the engine's own. */
function runWithFewOpen(own: string, args: readonly string[]): { readonly status: number | null; readonly said: string } {
  const script = 'ulimit -n 32; exec "$0" "$@"';
  const { status, stdout, stderr } = spawnSync("bash", ["-c", script, process.execPath, CLI, ...args], { cwd: own, encoding: "utf8" });
  return { status, said: stdout + stderr };
}

test("thousands of files are read with few of them open at a time", async () => {
  const own = newFolder();
  fs.mkdirSync(join(own, "in"));
  for (let index = 0; index < 5_000; index++) put(own, `in/${index}.xlsx`, "no workbook");
  put(own, "in/form.xlsx", await filledForm());
  const { status, said } = runWithFewOpen(own, ["consolidate", "in", "--period", "2026-S2", "--out", "s.xlsx"]);
  expect([status, said]).toEqual([1, expect.stringContaining("来件 5001 份：采用 1，被替代 0，未采用 5000")]);
});

test("many files are written with few of them open at a time", () => {
  const own = newFolder();
  const { status } = runWithFewOpen(own, ["template", "--all", "--period", "2026-S2", "--out", "forms"]);
  expect([status, fs.readdirSync(join(own, "forms")).length]).toEqual([0, schools(roster).length]);
});
