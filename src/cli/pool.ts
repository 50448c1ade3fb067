import { availableParallelism } from "node:os";
import { tellEngine } from "./engine";
import { PoolWorker, type Job, type PoolOptions } from "./pool-worker";

/** Fewer jobs are done before a worker would have started. */
const FEW = 8;
/** Jobs waiting or done but not yet taken, for each worker: what bounds memory. */
const AHEAD = 4;
const MOST_WORKERS = 8;

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
  tellEngine("collectAlone");
  const workers = Array.from({ length: size }, () => new PoolWorker<J, R>(options));
  const waiting: Promise<R>[] = [];
  let done = 0;
  const count = (): void => onDone?.(++done);
  const stop = (): void => workers.forEach((worker) => void worker.end(signal?.reason));
  signal?.addEventListener("abort", stop, { once: true });
  const give = (job: J): void => {
    const result = workers.reduce((a, b) => (b.load < a.load ? b : a)).take(job);
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
    await Promise.all(workers.map((worker) => worker.end()));
  }
}
