import { parentPort, Worker } from "node:worker_threads";
import type { Fall, Port, Reply, Request, Start } from "./protocol";

export interface NodeWorkerOptions {
  /** What every worker is given when it starts (`workerData`): plain data. */
  readonly data?: unknown;
  /** Megabytes for the heap of one worker; the worst file that is not refused needs less than half of the usual. */
  readonly heap?: number;
}

const HEAP = 512;

/** Workers of Node. @param entry the file that a worker runs; it calls `serve` */
export function nodeWorkers(entry: string | URL, { data, heap = HEAP }: NodeWorkerOptions = {}): Start {
  return ({ reply, fell }) => {
    const worker = new Worker(entry, { workerData: data, resourceLimits: { maxOldGenerationSizeMb: heap } });
    let why: Fall = "broken";
    worker.on("message", (message: Reply<unknown, unknown>) => reply(message));
    worker.on("error", (error: NodeJS.ErrnoException) => void (why = error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "memory" : why));
    worker.on("exit", () => fell(why));
    return {
      post: (request) => worker.postMessage(request),
      end: async () => {
        worker.removeAllListeners();
        // What it still has to say as it ends is no trouble of anybody.
        worker.on("error", () => undefined);
        await worker.terminate();
      },
    };
  };
}

/** The side of a worker within Node. @throws Error in the main thread */
export function nodePort(): Port {
  const port = parentPort;
  if (!port) throw new Error("This is no worker");
  return {
    post: (reply) => port.postMessage(reply),
    listen: (onRequest) => void port.on("message", (request: Request<unknown>) => onRequest(request)),
  };
}
