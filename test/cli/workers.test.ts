import * as fs from "node:fs";
import { join } from "node:path";
import { roster } from "../../src/forms";
import { zhCN } from "../../src/locales";
import { schools } from "../../src/domain";
import { built, run, type Ran } from "./built";
import { contents, runWith } from "./faulty";
import { filledForm, newFolder, put } from "./folder";

/** More than are judged without workers. */
const SCHOOLS = schools(roster).slice(0, 12);
const ARGS = ["consolidate", "in", "--period", "2026-S2", "--format", "json"];

let folder: string;
let undisturbed: Ran;
beforeAll(async () => {
  built();
  folder = newFolder();
  fs.mkdirSync(join(folder, "in"));
  const form = (school: string) => filledForm([{ values: { "26": null } }], {}, [], 2, school);
  for (const [index, school] of SCHOOLS.entries()) put(folder, `in/${index === 3 ? "bomb" : index}.xlsx`, await form(school));
  undisturbed = run(folder, ARGS);
}, 600_000);

/** Runs with something wrong in the workers. */
function runWhere(WORKERS: string): Ran {
  return run(folder, ARGS, { WORKERS, NODE_OPTIONS: `--require=${join(__dirname, "in-workers.cjs")}` });
}

test("workers that cannot start are no fault of the files: the same comes out without them", () => {
  expect(undisturbed.status).toBe(1);
  expect(runWhere("start")).toEqual(undisturbed);
});

test("a file that takes all memory of a worker costs itself, with a sentence", () => {
  const { status, err, out } = runWhere("memory");
  expect([status, err]).toEqual([1, ""]);
  const { files } = JSON.parse(out) as { files: { path: string[]; fate: string; refusal?: { code: string; message: string } }[] };
  expect(files.filter(({ fate }) => fate === "used").length).toBe(SCHOOLS.length - 1);
  expect(files.filter(({ fate }) => fate !== "used")).toMatchObject([
    { path: ["in/bomb.xlsx"], refusal: { code: "unreadable", message: expect.stringContaining(zhCN.commands.disk.memory) } },
  ]);
}, 120_000);

test("what nobody foresaw is told in one sentence, status 2", () => {
  expect(runWhere("uncaught")).toEqual({
    status: 2,
    out: "",
    err: "程序出错，没有得出结果：consolidate：nobody waits for this。请把文件和这行文字发给维护人员。\n",
  });
});

test("told to end while workers are busy, it ends of that signal", async () => {
  const before = contents(folder);
  // About the tenth file: the first eight wait for a ninth before workers start.
  const { signal, out, err } = await runWith({ signal: "SIGTERM", at: 60 }, folder, ARGS);
  expect([signal, out, err]).toEqual(["SIGTERM", "", ""]);
  expect(contents(folder)).toEqual(before);
});
