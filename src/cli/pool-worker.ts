import { Worker } from "node:worker_threads";
import type { Answer, Order } from "./serve";

export interface PoolOptions<J, R> {
  /** The file a worker runs; it calls `serve`. */
  readonly entry: string | URL;
  /** What every worker is given when it starts (`workerData`): plain data. */
  readonly data?: unknown;
  /** Workers at most; one a core where absent. */
  readonly size?: number;
  /** Megabytes for the heap of one worker; the worst file that is not refused needs less than half of the usual 512. */
  readonly heap?: number;
  /** The same work in this thread, for so few jobs that starting a worker would take longer than it saves. */
  readonly inline: (job: J) => R | Promise<R>;
  /** What is told of a job whose worker fell: its file is not lost, only unread. */
  readonly lost: (job: J, why: Fall) => R;
  /** Called as jobs get done, in whatever order that is. */
  readonly onDone?: (done: number) => void;
  readonly signal?: AbortSignal;
}

/** Why a worker ended before its job was done: it took more memory than it may, or nobody knows. */
export type Fall = "memory" | "fell";

/** A job hands its bytes over: whoever made it does not use them afterwards. */
export interface Job {
  readonly bytes: Uint8Array;
}

const WORKER_HEAP = 512;

/** A job given to a worker, and who waits for it. */
interface Pending<J, R> {
  readonly id: number;
  readonly job: J;
  readonly resolve: (result: R) => void;
  readonly reject: (reason: unknown) => void;
}

/** Jobs that are with a worker: it works on the first, and has the next at hand when that is done. */
const AT_HAND = 2;

/** One worker and the jobs it was given, in their order. Their bytes stay here until they are done, so that a fall costs one job. */
export class PoolWorker<J extends Job, R> {
  private readonly queue: Pending<J, R>[] = [];
  /** So many of the first are with the worker. */
  private sent = 0;
  private worker: Worker | undefined;
  private ready = false;
  private ids = 0;

  constructor(private readonly options: PoolOptions<J, R>) {}

  get load(): number {
    return this.queue.length;
  }

  take(job: J): Promise<R> {
    return new Promise<R>((resolve, reject) => {
      this.queue.push({ id: ++this.ids, job, resolve, reject });
      if (this.ready || this.queue.length === 1) this.send();
    });
  }

  /** Ends the worker. Jobs still waiting fail with the reason. */
  async end(reason: unknown = new Error("the pool has ended")): Promise<void> {
    const { worker } = this;
    this.worker = undefined;
    for (const { reject } of this.queue.splice(0)) reject(reason);
    await worker?.terminate();
  }

  /** Gives the first jobs to the worker, once there is one that has started. */
  private send(): void {
    if (this.queue.length === 0) return;
    if (!this.worker) return this.start();
    if (!this.ready) return;
    for (; this.sent < Math.min(AT_HAND, this.queue.length); this.sent++) {
      const { id, job } = this.queue[this.sent]!;
      this.worker.postMessage({ id, job: { ...job, bytes: alone(job.bytes) } } satisfies Order<J>);
    }
  }

  private start(): void {
    const { entry, data, heap = WORKER_HEAP } = this.options;
    this.ready = false;
    this.sent = 0;
    let why: Fall = "fell";
    try {
      const worker = new Worker(entry, { workerData: data, resourceLimits: { maxOldGenerationSizeMb: heap } });
      this.worker = worker;
      worker.on("message", (answer: Answer<R>) => this.answered(answer));
      worker.on("error", (error: NodeJS.ErrnoException) => void (why = error.code === "ERR_WORKER_OUT_OF_MEMORY" ? "memory" : why));
      worker.on("exit", () => this.fell(worker, why));
    } catch {
      void this.doHere();
    }
  }

  private answered(answer: Answer<R>): void {
    if (answer.kind === "ready") {
      this.ready = true;
      return this.send();
    }
    const head = this.queue[0];
    if (head?.id !== answer.id) return;
    this.queue.shift();
    this.sent--;
    this.send();
    if (answer.kind === "result") head.resolve(answer.result);
    else head.reject(new Error(answer.bug));
  }

  /** A worker that fell takes one job with it; the next job gets a new worker. */
  private fell(worker: Worker, why: Fall): void {
    if (this.worker !== worker) return;
    this.worker = undefined;
    if (!this.ready) return void this.doHere();
    const head = this.queue.shift();
    this.send();
    head?.resolve(this.options.lost(head.job, why));
  }

  /** A worker that cannot even start (no thread or file to be had) is no fault of a file: the first job is done in this thread. */
  private async doHere(): Promise<void> {
    const head = this.queue[0];
    if (!head) return;
    try {
      head.resolve(await this.options.inline(head.job));
    } catch (error) {
      head.reject(error);
    }
    if (this.queue[0] !== head) return;
    this.queue.shift();
    this.send();
  }
}

/** Bytes in a buffer of their own: whose copy goes to the worker, and nothing else with it. */
function alone(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength;
  return whole ? (bytes as Uint8Array<ArrayBuffer>) : bytes.slice();
}
