import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import { dirname, join } from "node:path";

const root = join(__dirname, "..", "..");
/** The command line as people get it. */
export const CLI = join(root, "dist", "cli.js");
const DEMO = join(root, "dist", "demo.js");
/** No run takes so long on any machine, in milliseconds. */
const HUNG = 300_000;
/** A lock older than this was left behind. */
const STALE = 300_000;

/** What the build is made from. */
const SOURCES = ["src", "assets", ".scripts", "manifest.xml", "webpack.config.js", "package.json"];

/** Something that webpack makes, once for all test files. */
export interface Build {
  /** No two builds have the same. */
  readonly name: string;
  /** For webpack. */
  readonly args: readonly string[];
  /** Files of it that are looked at: their paths. */
  readonly made: readonly string[];
  /** What it is made from beside what all builds are: paths from the root of the repository. */
  readonly sources: readonly string[];
}

/** Command line, page and pane as they are delivered. */
const DELIVERED: Build = { name: "delivered", args: ["--mode", "production"], made: [CLI, DEMO], sources: [] };

/** When the newest source was written. */
function newest({ sources }: Build): number {
  const within = (path: string): string[] =>
    fs.statSync(path).isDirectory() ? (fs.readdirSync(path, { recursive: true }) as string[]).map((name) => join(path, name)) : [path];
  return Math.max(...[...SOURCES, ...sources].flatMap((name) => within(join(root, name))).map((path) => fs.statSync(path).mtimeMs));
}

function fresh(build: Build): boolean {
  const times = build.made.map((path) => fs.statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);
  return Math.min(...times) >= newest(build);
}

const lockOf = ({ name }: Build): string => join(root, "node_modules", ".cache", `building-${name}`);

/** Takes the lock. @returns false where another test file builds right now */
function locked(lock: string): boolean {
  fs.mkdirSync(dirname(lock), { recursive: true });
  try {
    fs.mkdirSync(lock);
    return true;
  } catch {
    if (Date.now() - (fs.statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0) > STALE)
      fs.rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

/** Builds something once where it is missing or older than its sources; test files that run beside each other wait for it. */
export function built(build = DELIVERED): void {
  const lock = lockOf(build);
  while (!fresh(build)) {
    if (!locked(lock)) {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200);
      continue;
    }
    try {
      const start = new Date();
      const done = spawnSync(process.execPath, [join(root, "node_modules", "webpack", "bin", "webpack.js"), ...build.args], {
        cwd: root,
        encoding: "utf8",
      });
      if (done.status !== 0) throw new Error(done.stdout + done.stderr);
      // webpack leaves a file alone whose bytes did not change; sources changed while it ran call for another round.
      for (const path of build.made) fs.utimesSync(path, start, start);
    } finally {
      fs.rmSync(lock, { recursive: true, force: true });
    }
  }
}

export interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in a folder. @param program another build of it */
export function run(folder: string, args: readonly string[], env: Readonly<Record<string, string>> = {}, program = CLI): Ran {
  const done = spawnSync(process.execPath, [program, ...args], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, ...env },
    maxBuffer: 1 << 28,
    // One that hangs is a failure of its test, not the end of the whole run.
    timeout: HUNG,
    killSignal: "SIGKILL",
  });
  return { status: done.status, out: done.stdout, err: done.stderr };
}
