import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";
import { Stopped, WorkerClient, type ClientOptions } from "../../src/workers/client";
import { nodeWorkers } from "../../src/workers/node";
import { WorkerPool, type Task } from "../../src/workers/pool";
import type { Start } from "../../src/workers/protocol";

interface Sum {
  readonly name: string;
  readonly numbers: readonly number[];
  readonly act?: "throw" | "exit" | "eat" | "sleep";
}

const WORK = `
const { nodePort } = require("./node.js");
const { runWorker } = require("./worker.js");
const { threadId } = require("node:worker_threads");
runWorker(nodePort(), async ({ name, numbers, act }, step) => {
  if (act === "throw") throw new Error("a bug with " + name);
  if (act === "exit") process.exit(3);
  if (act === "eat") { const all = []; for (;;) all.push(new Array(1e6).fill(0.5)); }
  if (act === "sleep") await new Promise(() => setInterval(() => undefined, 1e6));
  for (const [index] of numbers.entries()) step(index + 1);
  return name + ":" + numbers.reduce((a, b) => a + b, 0) + "@" + threadId;
});`;

let folder: string;
let entry: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "workers-"));
  entry = join(folder, "work.js");
  const compilerOptions = { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 };
  for (const name of ["node", "worker"]) {
    const source = readFileSync(join(__dirname, `../../src/workers/${name}.ts`), "utf8");
    writeFileSync(join(folder, `${name}.js`), ts.transpileModule(source, { compilerOptions }).outputText);
  }
  writeFileSync(entry, WORK);
});

type Client = WorkerClient<Sum, string, number>;
const clients: Client[] = [];
function client(options: Partial<ClientOptions> = {}): Client {
  const made: Client = new WorkerClient({ start: nodeWorkers(entry), ...options });
  clients.push(made);
  return made;
}
afterEach(async () => void (await Promise.all(clients.splice(0).map((one) => one.end()))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const job = (index: number, act?: Sum["act"]): Sum => ({ name: `${index}`, numbers: [index, 1], act });
const sum = (index: number): string => `${index}:${index + 1}`;
const nameless = (result: string): string => result.replace(/@.*/, "");
const why = (error: unknown): string => (error instanceof Stopped ? error.why : String(error));

/** Has jobs done by two workers. @returns what came of each, by its name */
async function pooled(
  count: number,
  acts: Readonly<Record<number, Sum["act"]>> = {},
  options: Partial<ClientOptions> = {},
): Promise<string[]> {
  const results: string[] = [];
  const tasks = Array.from({ length: count }, (_, index): Task<Client> => async (one) => {
    results[index] = await one.run(job(index, acts[index])).catch((error: unknown) => `${index} ${why(error)}`);
  });
  await new WorkerPool(() => client({ atHand: 2, ...options }), 2, 2).run(tasks);
  return results;
}

test("workers share what there is to do, and each job has its own result", async () => {
  const results = await pooled(60);
  expect(results.map(nameless)).toEqual(Array.from({ length: 60 }, (_, index) => sum(index)));
  expect(new Set(results.map((result) => result.split("@")[1])).size).toBe(2);
});

test("steps of a job are heard before its end, in their order", async () => {
  const steps: number[] = [];
  expect(nameless(await client().run({ name: "a", numbers: [1, 2, 3] }, (step) => steps.push(step)))).toBe("a:6");
  expect(steps).toEqual([1, 2, 3]);
});

test("a worker that falls takes one job with it, and nothing else", async () => {
  const results = await pooled(40, { 5: "exit", 11: "exit", 39: "exit" });
  const expected = Array.from({ length: 40 }, (_, index) => ([5, 11, 39].includes(index) ? `${index} broken` : sum(index)));
  expect(results.map(nameless)).toEqual(expected);
});

test("a worker that takes too much memory falls alone, and says so", async () => {
  const results = await pooled(12, { 3: "eat" }, { start: nodeWorkers(entry, { heap: 32 }) });
  expect(results.map(nameless)).toEqual(Array.from({ length: 12 }, (_, index) => (index === 3 ? "3 memory" : sum(index))));
}, 60_000);

test.each<[string, () => Start]>([
  ["whose program is missing", () => nodeWorkers("/no/such/file.js")],
  [
    "that the system does not give",
    () => () => {
      throw new Error("no thread to be had");
    },
  ],
])("a worker %s is told as such, job by job", async (_, start) => {
  const results = await pooled(7, {}, { start: start() });
  expect(results).toEqual(Array.from({ length: 7 }, (_, index) => `${index} unavailable`));
});

test("a bug in the work is told as a bug, and ends what waits", async () => {
  let begun = 0;
  const tasks = Array.from({ length: 100 }, (_, index): Task<Client> => async (one) => {
    begun++;
    await one.run(job(index, index === 4 ? "throw" : undefined));
  });
  await expect(new WorkerPool(() => client(), 2).run(tasks)).rejects.toThrow("a bug with 4");
  expect(begun).toBeLessThan(100);
});

test("tasks are asked for as workers have room: memory holds a few, however many there are", async () => {
  let [made, done, most] = [0, 0, 0];
  async function* tasks(): AsyncGenerator<Task<Client>> {
    for (let index = 0; index < 200; index++) {
      most = Math.max(most, ++made - done);
      yield async (one) => {
        await one.run(job(index));
        done++;
      };
    }
  }
  await new WorkerPool(() => client({ atHand: 2 }), 2, 2).run(tasks());
  expect(done).toBe(200);
  expect(most).toBeLessThanOrEqual(2 * 2 + 1);
});

test("what a task gives to do is done next, and all of it before the end", async () => {
  const order: string[] = [];
  const task =
    (name: string, inside: readonly string[] = []): Task<Client> =>
    async (one, more) => {
      order.push(name);
      more(inside.map((its) => task(its)));
      await one.run({ name, numbers: [] });
    };
  await new WorkerPool(() => client(), 1).run([task("a", ["a1", "a2"]), task("b", ["b1"]), task("c")]);
  expect(order).toEqual(["a", "a1", "a2", "b", "b1", "c"]);
});

test("stopping ends the job that runs; the one behind it gets a new worker", async () => {
  const one = client();
  const [first, second] = [one.run(job(1, "sleep")).catch(why), one.run(job(2))];
  one.stop();
  expect([await first, nameless(await second)]).toEqual(["asked", sum(2)]);
});

test("ending stops all jobs, and lets the worker go", async () => {
  const one = client();
  const jobs = [one.run(job(1, "sleep")), one.run(job(2))].map((its) => its.catch(why));
  await one.end();
  expect(await Promise.all(jobs)).toEqual(["asked", "asked"]);
  expect(nameless(await one.run(job(3)))).toBe(sum(3));
});

test("a worker that says nothing is given up, also one that never comes to its first word", async () => {
  const mute: Start = () => ({ post: () => undefined, end: async () => undefined });
  const standing = client({ start: mute, silence: 10 });
  standing.standBy();
  expect(await standing.run(job(1)).catch(why)).toBe("silent");
  expect(await client({ silence: 10 }).run(job(1, "sleep")).catch(why)).toBe("silent");
});

test("a worker that has nothing to do is let go after a while, and a new one comes for the next job", async () => {
  let ended: () => void = () => undefined;
  const end = new Promise<void>((resolve) => (ended = resolve));
  const start: Start = (listener) => {
    const connection = nodeWorkers(entry)(listener);
    return { ...connection, end: () => connection.end().then(ended) };
  };
  const one = client({ start, idle: 1 });
  const first = await one.run(job(1));
  await end;
  expect((await one.run(job(1))).split("@")[1]).not.toBe(first.split("@")[1]);
});
