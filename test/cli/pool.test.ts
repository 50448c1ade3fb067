import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";
import { pool } from "../../src/cli/pool";
import type { Fall, Job } from "../../src/cli/pool-worker";

interface Sum extends Job {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly act?: "throw" | "exit" | "eat";
}

const WORK = `
const { serve } = require("./serve.js");
const { threadId } = require("node:worker_threads");
serve(async ({ name, bytes, act }) => {
  if (act === "throw") throw new Error("a bug with " + name);
  if (act === "exit") process.exit(3);
  if (act === "eat") { const all = []; for (;;) all.push(new Array(1e6).fill(0.5)); }
  // The later a job, the sooner it is done.
  await new Promise((done) => setTimeout(done, 20 - bytes.length));
  return name + ":" + bytes.reduce((a, b) => a + b, 0) + "@" + threadId;
});`;

let folder: string;
let entry: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "pool-"));
  entry = join(folder, "work.js");
  const source = readFileSync(join(__dirname, "../../src/cli/serve.ts"), "utf8");
  const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };
  writeFileSync(join(folder, "serve.js"), ts.transpileModule(source, { compilerOptions }).outputText);
  writeFileSync(entry, WORK);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const job = (index: number, act?: Sum["act"]): Sum => ({ name: `${index}`, bytes: new Uint8Array((index % 20) + 1).fill(1), act });

async function* jobs(count: number, acts: Readonly<Record<number, Sum["act"]>> = {}, made: number[] = []): AsyncGenerator<Sum> {
  for (let index = 0; index < count; index++) {
    made.push(index);
    yield job(index, acts[index]);
  }
}

const options = { inline: ({ name }: Sum) => `${name} inline`, lost: ({ name }: Sum, why: Fall) => `${name} lost: ${why}`, size: 2 };
const name = (result: string): string => result.split(/[:@ ]/)[0]!;

async function all(results: AsyncIterable<string>): Promise<string[]> {
  const list: string[] = [];
  for await (const result of results) list.push(result);
  return list;
}

test("a few jobs are done without a worker", async () => {
  const done: number[] = [];
  const results = await all(pool(jobs(8), { ...options, entry: "/no/such/file.js", onDone: (count) => done.push(count) }));
  expect(results).toEqual([0, 1, 2, 3, 4, 5, 6, 7].map((index) => `${index} inline`));
  expect(done).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(await all(pool(jobs(0), { ...options, entry }))).toEqual([]);
});

test("many jobs are shared by the workers, and come back in their order", async () => {
  const done: number[] = [];
  const results = await all(pool(jobs(60), { ...options, entry, onDone: (count) => done.push(count) }));
  expect(results.map((result) => result.replace(/@.*/, ""))).toEqual(
    Array.from({ length: 60 }, (_, index) => `${index}:${(index % 20) + 1}`),
  );
  expect(new Set(results.map((result) => result.split("@")[1])).size).toBe(2);
  expect(done).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
});

test("a part of a larger file is handed over alone: the rest stays usable", async () => {
  const whole = new Uint8Array(100).fill(2);
  async function* parts(): AsyncGenerator<Sum> {
    for (let index = 0; index < 20; index++) yield { name: `${index}`, bytes: whole.subarray(index, index + 3) };
  }
  const results = await all(pool(parts(), { ...options, entry }));
  expect(results.every((result) => result.includes(":6@"))).toBe(true);
  expect(whole.length).toBe(100);
});

test("a worker that falls loses one file, named, and nothing else", async () => {
  const results = await all(pool(jobs(40, { 5: "exit", 11: "exit", 39: "exit" }), { ...options, entry }));
  expect(results.map(name)).toEqual(Array.from({ length: 40 }, (_, index) => `${index}`));
  expect(results.filter((result) => result.includes("lost"))).toEqual([5, 11, 39].map((index) => `${index} lost: fell`));
});

test("a worker that takes too much memory falls alone", async () => {
  const results = await all(pool(jobs(12, { 3: "eat" }), { ...options, entry, heap: 32 }));
  expect(results.filter((result) => result.includes("lost"))).toEqual([expect.stringMatching(/^3 lost: memory$/)]);
}, 60_000);

test("workers that cannot start cost no job: all are done in this thread, in their order", async () => {
  const done: number[] = [];
  const results = await all(pool(jobs(40), { ...options, entry: "/no/such/file.js", onDone: (count) => done.push(count) }));
  expect(results).toEqual(Array.from({ length: 40 }, (_, index) => `${index} inline`));
  expect(done.length).toBe(40);
});

test("a bug in the work is told as a bug, not as trouble of a file", async () => {
  await expect(all(pool(jobs(20, { 4: "throw" }), { ...options, entry }))).rejects.toThrow("a bug with 4");
});

test("jobs are made as results are taken: memory holds a few, however many there are", async () => {
  const made: number[] = [];
  let taken = 0;
  for await (const _ of pool(jobs(1_000, {}, made), { ...options, entry })) {
    expect(made.length - taken).toBeLessThanOrEqual(2 * 4 + 9);
    if (++taken === 50) break;
  }
  expect(made.length).toBeLessThan(70);
});

test("a cancel ends it at once, with its reason", async () => {
  const cancel = new AbortController();
  let taken = 0;
  const run = async (): Promise<void> => {
    for await (const _ of pool(jobs(1_000), { ...options, entry, signal: cancel.signal }))
      if (++taken === 10) cancel.abort(new Error("cancelled"));
  };
  await expect(run()).rejects.toThrow("cancelled");
  expect(taken).toBe(10);
});
