import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import * as fs from "node:fs";
import { join } from "node:path";
import { CLI } from "./built";
import { newFolder } from "./folder";

/** What goes wrong in a run, at which of its calls to the file system; see faults.cjs. */
export interface Fault {
  readonly at?: number;
  readonly error?: string;
  readonly signal?: NodeJS.Signals;
  readonly log?: string;
  readonly lasting?: boolean;
  readonly taken?: boolean;
}

export interface FaultyRun {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the real command line in a folder with one fault. */
export async function runWith(fault: Fault, folder: string, args: readonly string[]): Promise<FaultyRun> {
  const child = spawn(process.execPath, ["--require", join(__dirname, "faults.cjs"), CLI, ...args], {
    cwd: folder,
    env: { ...process.env, FAULT: JSON.stringify(fault) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [out, err]: [string[], string[]] = [[], []];
  child.stdout.setEncoding("utf8").on("data", (text: string) => out.push(text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => err.push(text));
  const [status, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((done) =>
    child.on("close", (...ended) => done(ended)),
  );
  return { status, signal, out: out.join(""), err: err.join("") };
}

/** The names of the calls to the file system that a run makes, in their order. */
export async function callsOf(folder: string, args: readonly string[]): Promise<string[]> {
  const log = join(newFolder(), "calls.json");
  await runWith({ log }, folder, args);
  return JSON.parse(fs.readFileSync(log, "utf8")) as string[];
}

/** What lies in a folder, hidden names too: of each file what tells it from others, of a folder nothing. */
export function contents(folder: string): Record<string, string> {
  const names = (fs.readdirSync(folder, { recursive: true }) as string[]).sort();
  return Object.fromEntries(names.map((name) => [name, fingerprint(join(folder, name))]));
}

function fingerprint(path: string): string {
  return fs.statSync(path).isDirectory() ? "" : createHash("sha256").update(fs.readFileSync(path)).digest("hex").slice(0, 16);
}

/** A copy of a folder, with the times of its files. */
export function copyOf(folder: string): string {
  const copy = newFolder();
  fs.cpSync(folder, copy, { recursive: true, preserveTimestamps: true });
  return copy;
}
