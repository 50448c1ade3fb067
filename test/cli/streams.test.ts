import { spawn, spawnSync } from "node:child_process";
import * as fs from "node:fs";
import { dirname, join } from "node:path";
import { form } from "../../src/forms";
import { enUS, zhCN } from "../../src/locales";
import { programmePlaces, valueAt } from "../../src/sheets/places";
import { openXlsx } from "../../src/workbook/xlsx";
import { blankForm } from "../fill";
import { built, CLI, run } from "./built";
import { filledForm, namesIn, newFolder, put, SCHOOL } from "./folder";
import { difference } from "../difference";

let folder: string;
beforeAll(async () => {
  built();
  folder = newFolder();
  // Blank but for one number: so many findings that the report of all is far more than any pipe holds, and no blank form, which is no report.
  const book = openXlsx(blankForm(SCHOOL));
  await book.write([{ kind: "value", ...valueAt(programmePlaces(form, "表1"), "01"), value: 1 }]);
  for (let index = 0; index < 40; index++) put(folder, `${index}.xlsx`, book.bytes());
}, 600_000);

const MANY = Array.from({ length: 40 }, (_, index) => `${index}.xlsx`);
const PERIOD = ["--period", "2026-S2"];
const FULL = zhCN.commands.disk.full;

/** Commands whose result goes to stdout. */
const TELLING: readonly (readonly string[])[] = [
  ...["text", "json", "sarif", "html"].map((format) => ["check", "0.xlsx", "--format", format]),
  ["rules"],
  ["--help"],
  ["consolidate", "0.xlsx", ...PERIOD, "--format", "json"],
];

/** So much of what was said as tells what went wrong: a stack with the whole program in it fills screens. */
const head = (said: string): string => said.slice(0, 300);

/** Runs with stdout, and stderr where asked for, on a file that may not take all. */
function runOnto(path: string, args: readonly string[], both = false): { readonly status: number | null; readonly err: string } {
  const file = fs.openSync(path, "w");
  const ran = spawnSync(process.execPath, [CLI, ...args], { cwd: folder, encoding: "utf8", stdio: ["ignore", file, both ? file : "pipe"] });
  fs.closeSync(file);
  return { status: ran.status, err: head(ran.stderr ?? "") };
}

// A device of Linux: skipped on a person's other system, and never under CI.
(fs.existsSync("/dev/full") || process.env["CI"] ? test : test.skip).each(TELLING.map((args) => [args] as const))(
  "a full disk under stdout is told in one sentence, status 2: %j",
  (args) => {
    expect(runOnto("/dev/full", args)).toEqual({ status: 2, err: `结果没有写完：${FULL}。\n` });
    // Where nobody can be told, the status tells.
    expect(runOnto("/dev/full", args, true).status).toBe(2);
  },
);

test("a disk that takes a part of a piece is full, not done", () => {
  const own = newFolder();
  const script = 'ulimit -f 8; exec "$0" "$@" > part.json';
  const { status, stderr } = spawnSync(
    "bash",
    ["-c", script, process.execPath, CLI, "check", join(folder, "0.xlsx"), "--format", "sarif"],
    {
      cwd: own,
      encoding: "utf8",
    },
  );
  expect([status, head(stderr)]).toEqual([2, `结果没有写完：${zhCN.commands.disk.fileTooBig}。\n`]);
});

test.each([
  ["check", ...MANY, "--format", "json", "--out", "r.json"],
  ["consolidate", "0.xlsx", ...PERIOD, "--out", "s.xlsx"],
  ["template", "--all", ...PERIOD, "--out", "forms"],
])("a disk that fills while a file is written costs the whole run, in one sentence: %s", (...args) => {
  const own = newFolder();
  for (const name of namesIn(folder)) fs.copyFileSync(join(folder, name), join(own, name));
  const before = namesIn(own);
  const script = 'ulimit -f 8; exec "$0" "$@"';
  const ran = spawnSync("bash", ["-c", script, process.execPath, CLI, "--lang", "en-US", ...args], { cwd: own, encoding: "utf8" });
  expect([ran.status, ran.stdout]).toEqual([2, ""]);
  expect(head(ran.stderr)).toMatch(new RegExp(`^Cannot write .*: ${enUS.commands.disk.fileTooBig}\\.\\n$`));
  expect(namesIn(own)).toEqual(before);
});

/** Starts a run whose reader takes the first of its results and then does something. */
function reading(
  args: readonly string[],
  then: (child: ReturnType<typeof spawn>) => void,
): Promise<readonly [number | null, string | null, string]> {
  const child = spawn(process.execPath, [CLI, ...args], { cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  let err = "";
  child.stderr.on("data", (text) => (err += String(text)));
  child.stdout.once("readable", () => then(child));
  return new Promise((done) => child.on("exit", (status, signal) => done([status, signal, head(err)])));
}

test.each([
  ["check", ...MANY, "--format", "json"],
  ["check", ...MANY, "--format", "html"],
  ["consolidate", ...MANY, ...PERIOD, "--format", "json"],
])("a reader that goes away ends it quietly: %s", async (...args) => {
  const [status, signal, err] = await reading(args, (child) => child.stdout!.destroy());
  expect([status, signal, err]).toEqual([1, null, ""]);
});

test("a reader that takes nothing more does not keep it from ending when told to", async () => {
  const ended = await reading(["check", ...MANY, "--format", "json"], (child) => child.kill("SIGINT"));
  expect(ended).toEqual([null, "SIGINT", ""]);
});

test("of two runs on one output, one does its work and the other says so and leaves nothing behind", async () => {
  const own = newFolder();
  put(own, "0.xlsx", await filledForm());
  const args = ["consolidate", "0.xlsx", ...PERIOD, "--out", "s.xlsx", "--notices", "back"];
  const one = (): Promise<[number | null, string]> =>
    new Promise((done) => {
      const child = spawn(process.execPath, [CLI, ...args], { cwd: own, stdio: ["ignore", "ignore", "pipe"] });
      let err = "";
      child.stderr.on("data", (text) => (err += String(text)));
      child.on("close", (status) => done([status, err]));
    });
  const ended = await Promise.all([one(), one(), one()]);
  const losers = ended.filter(([status]) => status === 2);
  expect(losers.map(([, err]) => err)).toEqual(
    Array.from({ length: 2 }, () => expect.stringMatching(/^文件已经存在，没有覆盖：\S+（.*\n$/)),
  );
  expect(namesIn(own)).toEqual(["0.xlsx", "back", "s.xlsx"]);
  expect(namesIn(join(own, "back")).filter((name) => name.endsWith(".tmp"))).toEqual([]);
});

test("a part of the program that is gone is told in one sentence", () => {
  const own = newFolder();
  for (const name of namesIn(dirname(CLI)).filter((one) => one.endsWith(".js"))) fs.copyFileSync(join(dirname(CLI), name), join(own, name));
  for (const name of namesIn(own).filter((one) => /^\d+\.js$/.test(one))) fs.rmSync(join(own, name));
  const ran = spawnSync(process.execPath, [join(own, "cli.js"), "consolidate", "0.xlsx", ...PERIOD, "--out", "s.xlsx"], {
    cwd: folder,
    encoding: "utf8",
  });
  expect([ran.status, ran.stdout]).toEqual([2, ""]);
  expect(head(ran.stderr)).toMatch(/^程序出错，没有得出结果：consolidate：[^\n]*\n$/);
});

test("nothing that was said is lost where all goes well", () => {
  const own = newFolder();
  const args = ["check", join(folder, "0.xlsx"), "--format", "sarif"];
  runOnto(join(own, "all.json"), args);
  expect(difference(fs.readFileSync(join(own, "all.json"), "utf8"), run(own, args).out)).toBeUndefined();
});
