import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { inflateRawSync } from "node:zlib";
import { bulk, nearlyBlankBulk } from "./bulk";
import { median, partsOf, print, ratio, type Row } from "./rows";

/** `--quick` takes a tenth of the files: for trying the bench itself. */
const SCALE = process.argv.includes("--quick") ? 0.1 : 1;
const [FEW, MANY, MOST] = [50, 1_000, 3_000].map((count) => Math.ceil(count * SCALE)) as [number, number, number];
/** Runs of what is compared with the bare inflate, which stands between them: their medians are. */
const RUNS = 5;
const cli = join(__dirname, "cli.js");
const root = isMainThread ? mkdtempSync(join(tmpdir(), "cluster-report-bench-")) : "";

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

/** What one thread of the bare inflate is told: which forms are its share. */
interface Share {
  readonly folder: string;
  readonly nth: number;
  readonly of: number;
}

/** Milliseconds to inflate every part of some forms, and no more. */
function inflateShare({ folder, nth, of }: Share): number {
  const share = readdirSync(folder).filter((_, index) => index % of === nth);
  const forms = share.map((name) => partsOf(readFileSync(join(folder, name))));
  const start = process.hrtime.bigint();
  for (const parts of forms) for (const part of parts) inflateRawSync(part);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

/** The same for all forms of a folder, in so many threads; their milliseconds together. In threads of their own: the state of this process counts. */
async function bareInflate(folder: string, of: number): Promise<number> {
  const shares = Array.from({ length: of }, async (_, nth) => {
    const worker = new Worker(__filename, { workerData: { folder, nth, of } satisfies Share });
    const [milliseconds] = (await once(worker, "message")) as [number];
    return milliseconds;
  });
  return (await Promise.all(shares)).reduce((a, b) => a + b, 0);
}

/** Milliseconds by the clock that the officer's script needs; undefined where openpyxl is not here. */
function officer(folder: string): number | undefined {
  const start = process.hrtime.bigint();
  const done = spawnSync("/usr/bin/python3", [join(__dirname, "../bench/openpyxl_consolidate.py"), folder, join(root, "officer.xlsx")]);
  return done.status === 0 ? Number(process.hrtime.bigint() - start) / 1e6 : undefined;
}

async function rows(): Promise<Row[]> {
  const all = join(root, "all");
  mkdirSync(all);
  bulk(all, MOST);
  const many = folderOf(all, MANY);
  const few = consolidate(folderOf(all, FEW));
  // A machine has moods that last a minute: what is compared stands on either side of what it is compared with.
  const floor = async (): Promise<readonly [alone: number, together: number]> => [
    await bareInflate(many, 1),
    // `consolidate` uses all processors; two threads of one core are slower than two cores.
    await bareInflate(many, availableParallelism()),
  ];
  const floors = [await floor()];
  const runs: Cost[] = [];
  for (let run = 0; run < RUNS; run++) {
    runs.push(consolidate(many));
    floors.push(await floor());
  }
  const some = { wall: median(runs.map(({ wall }) => wall)), cpu: median(runs.map(({ cpu }) => cpu)) };
  const [alone, together] = [median(floors.map(([one]) => one)), median(floors.map(([, both]) => both))];
  const most = consolidate(all);
  const wallBefore = consolidate(many).wall;
  const script = officer(many);
  const wall = (wallBefore + consolidate(many).wall) / 2;
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
      `consolidate / bare inflate of all parts, ${MANY} files`,
      `${ratio(some.wall / alone)} (${(some.wall / 1000).toFixed(1)} / ${(alone / 1000).toFixed(1)} s)`,
      "≤ 15×",
      some.wall / alone <= 15,
    ],
    [
      "the same, processor time of all threads",
      `${ratio(some.cpu / together)} (${(some.cpu / 1000).toFixed(1)} / ${(together / 1000).toFixed(1)} s)`,
      "",
      true,
    ],
    [
      `a further file, ${MANY} to ${MOST} / ${FEW} to ${MANY} files, CPU`,
      `${ratio(late / early)} (${late.toFixed(1)} / ${early.toFixed(1)} ms)`,
      "≤ 1.2×",
      late / early <= 1.2,
    ],
    [`peak memory of consolidate, ${MOST} files`, `${most.megabytes.toFixed(0)} MB`, "≤ 400 MB", most.megabytes <= 400],
    ...nearlyBlankForms(),
  ];
}

/** Forms that somebody began to fill in and sent: some 150 findings each. What came back as it was issued is not judged any further. */
function nearlyBlankForms(): Row[] {
  const folder = join(root, "blank");
  mkdirSync(folder);
  nearlyBlankBulk(folder, MOST);
  const { megabytes } = consolidate(folder);
  const size = statSync(join(root, "summary.xlsx")).size / 1e6;
  return [
    [`the same, ${MOST} nearly blank forms`, `${megabytes.toFixed(0)} MB`, "≤ 400 MB", megabytes <= 400],
    [`their summary, which is read as the next period's --previous`, `${size.toFixed(1)} MB`, "≤ 40 MB", size <= 40],
  ];
}

async function main(): Promise<void> {
  try {
    process.exitCode = print(await rows());
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

if (isMainThread) void main();
else parentPort!.postMessage(inflateShare(workerData as Share));
