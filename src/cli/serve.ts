import { parentPort } from "node:worker_threads";

/** What goes to a worker and comes back. Plain data both ways. */
export interface Order<J> {
  readonly id: number;
  readonly job: J;
}
export type Answer<R> =
  /** The worker has started: from here on what ends it is the job. */
  | { readonly kind: "ready" }
  | { readonly kind: "result"; readonly id: number; readonly result: R }
  /** The work threw: a bug of ours, not trouble of the file. */
  | { readonly kind: "bug"; readonly id: number; readonly bug: string };

/**
 * Makes this worker do one job after the other until the pool ends it. Call it once, in the entry file, where `isMainThread` is false.
 * @param work gives plain data; expected trouble is part of that data, a throw is a bug
 */
export function serve<J, R>(work: (job: J) => R | Promise<R>): void {
  const port = parentPort;
  if (!port) throw new Error("serve runs in a worker");
  const answer = async ({ id, job }: Order<J>): Promise<void> => {
    let reply: Answer<R>;
    try {
      reply = { kind: "result", id, result: await work(job) };
    } catch (error) {
      reply = { kind: "bug", id, bug: error instanceof Error ? error.message : String(error) };
    }
    port.postMessage(reply);
  };
  // One after the other, in the order in which they came: where this worker falls, it was over the first that has no answer.
  let last = Promise.resolve();
  port.on("message", (order: Order<J>) => void (last = last.then(() => answer(order))));
  port.postMessage({ kind: "ready" } satisfies Answer<R>);
}
