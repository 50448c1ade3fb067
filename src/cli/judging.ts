import { createHash } from "node:crypto";
import { availableParallelism } from "node:os";
import { workerData } from "node:worker_threads";
import { judgeFile, refusedFile, type ArrivedFile, type EarlierValues, type JudgeAll, type JudgedFile } from "../actions/consolidate";
import type { Catalogue } from "../domain";
import { localeFor } from "../locales";
import type { Adapter } from "./adapter";
import type { Context } from "./context";
import { tellEngine } from "./engine";
import { Stopped, WorkerClient } from "../workers/client";
import { nodePort, nodeWorkers } from "../workers/node";
import { WorkerPool, type Task } from "../workers/pool";
import { runWorker } from "../workers/worker";

/** What a worker is told once. */
interface Orders {
  readonly language: string;
  readonly earlier: EarlierValues | undefined;
  /** The form that files are judged by, which need not be the one this program is built with. */
  readonly catalogue: Catalogue;
}

/** Fewer files are judged before a worker would have started. */
const FEW = 8;
const MOST_WORKERS = 8;
/** Files that are with a worker: it has the next at hand when one is done. */
const AT_HAND = 2;

/** Judges files in workers of this same program, side by side; a few in this thread. */
export function judging({ adapter, catalogue, terminal }: Context, earlier?: EarlierValues): JudgeAll {
  const orders: Orders = { language: terminal.locale.tag, earlier, catalogue };
  return async (files, took) => {
    const iterator = files[Symbol.asyncIterator]();
    const first: ArrivedFile[] = [];
    let next = await iterator.next();
    for (; !next.done && first.length < FEW; next = await iterator.next()) first.push(next.value);
    if (!next.done) return judgeInPool(restored([...first, next.value], iterator), took, orders, { adapter, terminal });
    for (const [index, file] of first.entries()) took(await judge(file, adapter, orders), index);
  };
}

type Client = WorkerClient<ArrivedFile, JudgedFile>;

/** Files of which the first were looked at already. Who asks for no more ends those that are left, too. */
async function* restored(first: readonly ArrivedFile[], rest: AsyncIterator<ArrivedFile>): AsyncGenerator<ArrivedFile> {
  yield* first;
  yield* { [Symbol.asyncIterator]: () => rest };
}

async function judgeInPool(
  files: AsyncIterable<ArrivedFile>,
  took: Parameters<JudgeAll>[1],
  orders: Orders,
  { adapter, terminal }: Pick<Context, "adapter" | "terminal">,
): Promise<void> {
  tellEngine("collectAlone");
  tellEngine("collectSooner");
  const start = nodeWorkers(adapter.program, { data: orders });
  const size = Math.min(MOST_WORKERS, availableParallelism());
  const pool = new WorkerPool<Client>(() => new WorkerClient({ start, atHand: AT_HAND }), size, AT_HAND);
  const inWorker = async (client: Client, file: ArrivedFile): Promise<JudgedFile> => {
    try {
      return await client.run({ ...file, bytes: alone(file.bytes) });
    } catch (error) {
      if (!(error instanceof Stopped)) throw error;
      // A worker that cannot even start (no thread or file to be had) is no fault of a file.
      if (error.why === "unavailable") return judge(file, adapter, orders);
      const why = error.why === "memory" ? "memory" : "fell";
      return refusedFile(file.arrival, { code: "unreadable", detail: terminal.locale.commands.disk[why] });
    }
  };
  async function* tasks(): AsyncGenerator<Task<Client>> {
    let index = 0;
    for await (const file of files) {
      const at = index++;
      yield async (client) => took(await inWorker(client, file), at);
    }
  }
  try {
    await pool.run(tasks());
  } finally {
    await pool.end();
  }
}

/** Bytes in a buffer of their own: whose copy goes to the worker, and nothing else with it. */
function alone(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
}

function sha256(bytes: Uint8Array): Uint8Array {
  return createHash("sha256").update(bytes).digest();
}

/** Judges what it is given: called where this program runs as one of its workers. */
export function judgeInWorker(adapter: Adapter): void {
  runWorker<ArrivedFile, JudgedFile, never>(nodePort(), (file) => judge(file, adapter, workerData as Orders));
}

/** @throws Error that names the file, where the program itself fails */
async function judge(file: ArrivedFile, { open }: Adapter, { language, earlier, catalogue }: Orders): Promise<JudgedFile> {
  try {
    return await judgeFile(file, { open, catalogue, locale: localeFor(language, catalogue.form), earlier, sha256 });
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error);
    throw new Error(`${file.arrival.path.join(" › ")}: ${what}`, { cause: error });
  }
}
