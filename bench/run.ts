import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { judgeWorkbook } from "../src/actions/check";
import type { Catalogue } from "../src/domain";
import { zhCN } from "../src/locales";
import { judge } from "../src/rules";
import { readForm } from "../src/sheets";
import { readXlsx } from "../src/workbook/xlsx";
import { nodeInflate } from "../src/workbook/xlsx/node-inflate";
import { openXlsx } from "../src/workbook/xlsx/workbook";
import { hostileDefinition, largeDefinition } from "./definitions";
import { catalogue, filledForm } from "./forms";
import { type Row, median, partsOf, print, ratio } from "./rows";

/** Ratios within one run, medians of rounds: a slow machine is slow on both sides. */
const ROUNDS = 5;
const PASSES = 9;
const FORMS = 30;
const CARRIED = 500;

/** CPU milliseconds of one call over all inputs, the median of passes: after a while of waiting a machine needs some to find its pace. */
function cpu<T>(inputs: readonly T[], act: (input: T) => unknown): number {
  return median(
    Array.from({ length: PASSES }, () => {
      const start = process.cpuUsage();
      for (const input of inputs) act(input);
      const { user, system } = process.cpuUsage(start);
      return (user + system) / 1000 / inputs.length;
    }),
  );
}

const folder = mkdtempSync(join(tmpdir(), "cluster-report-bench-"));
const cli = join(__dirname, "cli.js");
const rows: Row[] = [];
const row = (what: string, measured: string, limit: string, kept: boolean): void => void rows.push([what, measured, limit, kept]);

function reading(forms: readonly Uint8Array[]): void {
  const grid = (bytes: Uint8Array) => {
    const read = readXlsx(bytes, { inflate: nodeInflate });
    if (!read.ok) throw new Error(read.error.detail);
    return read.value;
  };
  forms.forEach((bytes, i) => writeFileSync(join(folder, `form-${String(i).padStart(3, "0")}.xlsx`), bytes));
  const openpyxl = (): number | undefined => {
    const python = spawnSync("/usr/bin/python3", [join(__dirname, "../bench/openpyxl_read.py"), folder], { encoding: "utf8" });
    return python.status === 0 ? Number(python.stdout) : undefined;
  };
  // In turns, so that a busy moment of the machine falls on all; what is compared is the ratio of each round.
  const parts = forms.map(partsOf);
  const rounds = Array.from({ length: ROUNDS }, () => ({
    floor: cpu(parts, (some) => some.forEach((part) => inflateRawSync(part))),
    read: cpu(forms, grid),
    theirs: openpyxl(),
  }));
  const [floor, read] = [median(rounds.map((round) => round.floor)), median(rounds.map((round) => round.read))];
  const toFloor = median(rounds.map((round) => round.read / round.floor));
  row(
    "read one filled form / bare inflate of its parts",
    `${ratio(toFloor)} (${read.toFixed(2)} / ${floor.toFixed(2)} ms)`,
    "≤ 10×",
    toFloor <= 10,
  );
  const theirs = rounds.flatMap((round) => (round.theirs === undefined ? [] : [round.theirs]));
  const against = "openpyxl read_only / read, same files";
  if (theirs.length === rounds.length) {
    const toTheirs = median(rounds.map((round, i) => theirs[i]! / round.read));
    row(against, `${ratio(toTheirs)} (${median(theirs).toFixed(1)} ms)`, "≥ 6×", toTheirs >= 6);
  } else row(against, "openpyxl not found (Debian: python3-openpyxl)", "≥ 6×", true);

  // Kept for what follows, not before: an engine that has seen grids live on makes room for each as if it would, too.
  const grids = forms.map(grid);
  const find = (one: (typeof grids)[number]) => {
    const form = readForm(one, catalogue, { locale: zhCN });
    if (!form.ok) throw new Error(form.error.detail);
    return form.value.submission;
  };
  const submissions = grids.map(find);
  // As many rounds as reading had: an engine that has done the one a thousand times and the other a hundred compares itself.
  const often = <T>(inputs: readonly T[], act: (input: T) => unknown): number =>
    median(Array.from({ length: ROUNDS }, () => cpu(inputs, act)));
  const found = often(grids, find);
  const judged = often(submissions, (submission) =>
    judge({ submission, form: catalogue.form, roster: catalogue.roster }, catalogue.ruleset),
  );
  row("judge a form / read it", `${ratio(judged / read)} (${judged.toFixed(2)} ms)`, "≤ 1×", judged <= read);
  row("find the form in the grid / read it", `${ratio(found / read)} (${found.toFixed(2)} ms)`, "", true);
}

function peak(count: number): number {
  const dir = join(folder, `peak-${count}`);
  mkdirSync(dir);
  const names = Array.from({ length: count }, (_, i) => {
    const name = join(dir, `${i}.xlsx`);
    writeFileSync(name, readFileSync(join(folder, `form-${String(i % FORMS).padStart(3, "0")}.xlsx`)));
    return name;
  });
  const file = join(dir, "usage");
  const env = { ...process.env, USAGE_FILE: file };
  spawnSync(
    process.execPath,
    ["--require", join(__dirname, "../bench/usage.cjs"), cli, "check", "--format", "json", "--out", join(dir, "out.json"), ...names],
    { env },
  );
  return (JSON.parse(readFileSync(file, "utf8")) as { kilobytes: number }).kilobytes;
}

function memory(): void {
  // The engine makes room and compiles through the first hundreds of forms; after that, nothing may grow.
  const many = median([1, 2, 3].map(() => withFolder(500)));
  const most = median([1, 2, 3].map(() => withFolder(5_000)));
  const said = `${ratio(most / many)} (${Math.round(most / 1024)} / ${Math.round(many / 1024)} MB)`;
  row("peak memory of check, 5,000 forms / 500 forms", said, "≤ 1.15×, 150 MB", most / many <= 1.15 && most / 1024 <= 150);
}

function withFolder(count: number): number {
  try {
    return peak(count);
  } finally {
    rmSync(join(folder, `peak-${count}`), { recursive: true, force: true });
  }
}

function coldStart(): void {
  const one = join(folder, "form-000.xlsx");
  const wall = (args: readonly string[]): number => {
    const start = process.hrtime.bigint();
    spawnSync(process.execPath, args, { stdio: "ignore" });
    return Number(process.hrtime.bigint() - start) / 1e6;
  };
  // In turns, so that a busy moment falls on both.
  const pairs = Array.from({ length: 15 }, () => [wall(["-e", "0"]), wall([cli, "check", one])] as const);
  const empty = median(pairs.map(([a]) => a));
  const check = median(pairs.map(([, b]) => b));
  const beyond = median(pairs.map(([a, b]) => b - 1.3 * a));
  row(
    "cold start of check on one form",
    `1.3× + ${beyond.toFixed(0)} ms (${check.toFixed(0)} ms; node -e 0: ${empty.toFixed(0)} ms)`,
    "≤ 1.3× + 150 ms",
    beyond <= 150,
  );
}

/** Processor time of all threads, in milliseconds, that `form check` takes of a 表式簿. */
function formCheck(name: string, bytes: Uint8Array): number {
  const [book, file] = [join(folder, name), join(folder, "usage")];
  writeFileSync(book, bytes);
  const args = ["--require", join(__dirname, "../bench/usage.cjs"), cli, "form", "check", book];
  const once = (): number => {
    const { status, stderr } = spawnSync(process.execPath, args, { env: { ...process.env, USAGE_FILE: file }, encoding: "utf8" });
    if (status === 2) throw new Error(stderr);
    return (JSON.parse(readFileSync(file, "utf8")) as { cpu: number }).cpu;
  };
  return median(Array.from({ length: ROUNDS }, once));
}

function definitions(): void {
  const [large, hostile] = [formCheck("large.xlsx", largeDefinition()), formCheck("hostile.xlsx", hostileDefinition())];
  const said = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} s`;
  row("form check, 500 indicators and as many relations, CPU", said(large), "≤ 1 s", large <= 1_000);
  row("the same, relations as large as may be that nothing breaks, CPU", said(hostile), "≤ 1 s", hostile <= 1_000);
}

/** Milliseconds of processor time to open and judge some forms, by the definition at hand or by the one that they carry. */
async function judging(forms: readonly Uint8Array[], own: Catalogue): Promise<number> {
  const start = process.cpuUsage();
  for (let index = 0; index < CARRIED; index++) {
    const checked = await judgeWorkbook(openXlsx(forms[index % forms.length]!, { inflate: nodeInflate }), own, { locale: zhCN });
    if (!checked.ok || (checked.value.carried !== undefined) !== (own !== catalogue)) throw new Error("not judged as asked");
  }
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** A program that does not know the form of the files judges them by what they carry. */
async function carried(forms: readonly Uint8Array[]): Promise<void> {
  const stranger: Catalogue = { ...catalogue, form: { ...catalogue.form, id: "another" } };
  const rounds: number[] = [];
  await judging(forms, catalogue);
  for (let round = 0; round < ROUNDS; round++) {
    const known = await judging(forms, catalogue);
    rounds.push((await judging(forms, stranger)) / known);
  }
  const said = median(rounds);
  row(`judge by the carried definition / by the one at hand, ${CARRIED} forms`, ratio(said), "≤ 1.15×", said <= 1.15);
}

async function run(): Promise<void> {
  if (!process.argv.includes("--reading")) execFileSync(process.execPath, [cli, "--version"]);
  const forms = Array.from({ length: FORMS }, (_, i) => filledForm(i));
  reading(forms);
  await carried(forms);
  if (!process.argv.includes("--reading")) {
    memory();
    coldStart();
    definitions();
  }
  process.exitCode = print(rows);
}

void run().finally(() => rmSync(folder, { recursive: true, force: true }));
