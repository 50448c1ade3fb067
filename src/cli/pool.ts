import { availableParallelism } from "node:os";
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
  /** What is told of a job whose worker fell (out of memory, or out of everything): its file is not lost, only unread. */
  readonly lost: (job: J, why: string) => R;
  /** Called as jobs get done, in whatever order that is. */
  readonly onDone?: (done: number) => void;
  readonly signal?: AbortSignal;
}

/** A job hands its bytes over: whoever made it does not use them afterwards. */
export interface Job {
  readonly bytes: Uint8Array;
}

/** Fewer jobs are done before a worker would have started. */
const FEW = 8;
/** Jobs waiting or done but not yet taken, for each worker: what bounds memory. */
const AHEAD = 4;
const MOST_WORKERS = 8;
const WORKER_HEAP = 512;

/**
 * Does jobs side by side, in workers where there are enough of them. Jobs are taken only as results are, so memory holds a few at a time
 * however many there are; leaving the loop early ends the workers.
 * @param jobs one at a time, made when asked for; apart from `bytes` they are plain data
 * @returns the results in the order of the jobs
 * @throws Error where the work itself threw (a bug); the reason of `signal` once that is aborted
 */
export async function* pool<J extends Job, R>(jobs: AsyncIterable<J>, options: PoolOptions<J, R>): AsyncGenerator<R, void, undefined> {
  const { signal, inline, onDone } = options;
  const iterator = jobs[Symbol.asyncIterator]();
  try {
    const first: J[] = [];
    let next = await iterator.next();
    for (; !next.done && first.length < FEW; next = await iterator.next()) first.push(next.value);
    if (next.done) {
      for (const [index, job] of first.entries()) {
        signal?.throwIfAborted();
        yield await inline(job);
        onDone?.(index + 1);
      }
    } else yield* inWorkers([...first, next.value], iterator, options);
  } finally {
    await iterator.return?.();
  }
}

async function* inWorkers<J extends Job, R>(first: readonly J[], rest: AsyncIterator<J>, options: PoolOptions<J, R>): AsyncGenerator<R> {
  const { signal, onDone, size = Math.min(MOST_WORKERS, availableParallelism()) } = options;
  const crew = Array.from({ length: size }, () => new Hand<J, R>(options));
  const waiting: Promise<R>[] = [];
  let done = 0;
  const count = (): void => onDone?.(++done);
  const stop = (): void => crew.forEach((hand) => void hand.end(signal?.reason));
  signal?.addEventListener("abort", stop, { once: true });
  const give = (job: J): void => {
    const result = crew.reduce((a, b) => (b.load < a.load ? b : a)).take(job);
    // Looked at when its turn comes; until then nobody minds that it failed.
    result.then(count, () => undefined);
    waiting.push(result);
  };
  try {
    signal?.throwIfAborted();
    first.forEach(give);
    for (let more = true; more || waiting.length > 0;) {
      while (more && waiting.length < size * AHEAD) {
        const next = await rest.next();
        if (next.done) more = false;
        else give(next.value);
      }
      signal?.throwIfAborted();
      const result = waiting.shift();
      if (result) yield await result;
    }
  } finally {
    signal?.removeEventListener("abort", stop);
    await Promise.all(crew.map((hand) => hand.end()));
  }
}

/** A job in the hands of a worker, and who waits for it. */
interface Pending<J, R> {
  readonly id: number;
  readonly job: J;
  readonly resolve: (result: R) => void;
  readonly reject: (reason: unknown) => void;
}

/** One worker and the jobs it was given: it works on the first, the others wait here, so that a fall costs one job. */
class Hand<J extends Job, R> {
  private readonly queue: Pending<J, R>[] = [];
  private worker: Worker | undefined;
  private ids = 0;

  constructor(private readonly options: PoolOptions<J, R>) {}

  get load(): number {
    return this.queue.length;
  }

  take(job: J): Promise<R> {
    return new Promise<R>((resolve, reject) => {
      this.queue.push({ id: ++this.ids, job, resolve, reject });
      if (this.queue.length === 1) this.send();
    });
  }

  /** Ends the worker. Jobs still waiting fail with the reason. */
  async end(reason: unknown = new Error("the pool has ended")): Promise<void> {
    const { worker } = this;
    this.worker = undefined;
    for (const { reject } of this.queue.splice(0)) reject(reason);
    await worker?.terminate();
  }

  private send(): void {
    const [head] = this.queue;
    if (!head) return;
    this.worker ??= this.start();
    const bytes = alone(head.job.bytes);
    const order: Order<J> = { id: head.id, job: { ...head.job, bytes } };
    this.worker.postMessage(order, [bytes.buffer]);
  }

  private start(): Worker {
    const { entry, data, heap = WORKER_HEAP } = this.options;
    const worker = new Worker(entry, { workerData: data, resourceLimits: { maxOldGenerationSizeMb: heap } });
    let why = "the worker ended";
    worker.on("message", (answer: Answer<R>) => this.answered(answer));
    worker.on("error", (error) => void (why = error.message));
    worker.on("exit", () => this.fell(worker, why));
    return worker;
  }

  private answered(answer: Answer<R>): void {
    const head = this.queue[0];
    if (head?.id !== answer.id) return;
    this.queue.shift();
    this.send();
    if (answer.ok) head.resolve(answer.result);
    else head.reject(new Error(answer.bug));
  }

  /** A worker that fell takes one job with it; the next job gets a new worker. */
  private fell(worker: Worker, why: string): void {
    if (this.worker !== worker) return;
    this.worker = undefined;
    const head = this.queue.shift();
    this.send();
    head?.resolve(this.options.lost(head.job, why));
  }
}

/** Bytes in a buffer of their own, so that handing it over takes nothing else along. */
function alone(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = bytes.buffer instanceof ArrayBuffer && bytes.byteLength === bytes.buffer.byteLength;
  return whole ? (bytes as Uint8Array<ArrayBuffer>) : bytes.slice();
}
