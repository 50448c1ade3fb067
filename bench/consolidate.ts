import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { bulk } from "./bulk";
import { partsOf, print, ratio, type Row } from "./rows";

/** `--quick` takes a tenth of the files: for trying the bench itself. */
const SCALE = process.argv.includes("--quick") ? 0.1 : 1;
const [FEW, MANY, MOST] = [50, 1_000, 3_000].map((count) => Math.ceil(count * SCALE)) as [number, number, number];
const cli = join(__dirname, "cli.js");
const root = mkdtempSync(join(tmpdir(), "cluster-report-bench-"));

/** What one run of a program cost. */
interface Cost {
  /** Milliseconds by the clock, and of all processors. */
  readonly wall: number;
  readonly cpu: number;
  readonly megabytes: number;
}

/** The first so many forms, in a folder of their own. */
function folderOf(all: string, count: number): string {
  const folder = join(root, `${count}`);
  mkdirSync(folder);
  for (const name of readdirSync(all).sort().slice(0, count)) copyFileSync(join(all, name), join(folder, name));
  return folder;
}

function consolidate(folder: string): Cost {
  const file = join(root, "usage");
  const args = ["consolidate", folder, "--period", "2026-S2", "--out", join(root, "summary.xlsx"), "--force"];
  const start = process.hrtime.bigint();
  const done = spawnSync(process.execPath, ["--require", join(__dirname, "../bench/usage.cjs"), cli, ...args], {
    env: { ...process.env, USAGE_FILE: file },
    encoding: "utf8",
  });
  const wall = Number(process.hrtime.bigint() - start) / 1e6;
  // 1 says that findings are open, as they are in forms filled by a program.
  if (done.status !== 0 && done.status !== 1) throw new Error(`consolidate: ${done.status} ${done.stderr}`);
  const { kilobytes, cpu } = JSON.parse(readFileSync(file, "utf8")) as { kilobytes: number; cpu: number };
  return { wall, cpu, megabytes: kilobytes / 1024 };
}

/** CPU milliseconds to inflate every part of every form, and no more. */
function bareInflate(folder: string): number {
  const forms = readdirSync(folder).map((name) => partsOf(readFileSync(join(folder, name))));
  const start = process.cpuUsage();
  for (const parts of forms) for (const part of parts) inflateRawSync(part);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/** Milliseconds by the clock that the officer's script needs; undefined where openpyxl is not here. */
function officer(folder: string): number | undefined {
  const start = process.hrtime.bigint();
  const done = spawnSync("/usr/bin/python3", [join(__dirname, "../bench/openpyxl_consolidate.py"), folder, join(root, "officer.xlsx")]);
  return done.status === 0 ? Number(process.hrtime.bigint() - start) / 1e6 : undefined;
}

function rows(): Row[] {
  const all = join(root, "all");
  mkdirSync(all);
  bulk(all, MOST);
  const many = folderOf(all, MANY);
  const [few, some, most] = [folderOf(all, FEW), many, all].map(consolidate) as [Cost, Cost, Cost];
  const inflate = bareInflate(many);
  const script = officer(many);
  // Once more after the script, which takes long enough for the machine to change its mood meanwhile.
  const wall = (some.wall + consolidate(many).wall) / 2;
  // What each further file costs: the start of the program is in neither.
  const early = (some.cpu - few.cpu) / (MANY - FEW);
  const late = (most.cpu - some.cpu) / (MOST - MANY);
  const faster = script === undefined ? undefined : script / wall;
  return [
    [
      `openpyxl script / consolidate, ${MANY} files`,
      faster === undefined
        ? "openpyxl not found (Debian: python3-openpyxl)"
        : `${ratio(faster)} (${(script! / 1000).toFixed(1)} / ${(wall / 1000).toFixed(1)} s)`,
      "≥ 8×",
      faster === undefined || faster >= 8,
    ],
    [
      `consolidate / bare inflate of all parts, ${MANY} files, CPU`,
      `${ratio(some.cpu / inflate)} (${(some.cpu / 1000).toFixed(1)} / ${(inflate / 1000).toFixed(1)} s)`,
      "≤ 15×",
      some.cpu / inflate <= 15,
    ],
    [
      `a further file, ${MANY} to ${MOST} / ${FEW} to ${MANY} files, CPU`,
      `${ratio(late / early)} (${late.toFixed(1)} / ${early.toFixed(1)} ms)`,
      "≤ 1.2×",
      late / early <= 1.2,
    ],
    [`peak memory of consolidate, ${MOST} files`, `${most.megabytes.toFixed(0)} MB`, "≤ 400 MB", most.megabytes <= 400],
  ];
}

try {
  process.exitCode = print(rows());
} finally {
  rmSync(root, { recursive: true, force: true });
}
