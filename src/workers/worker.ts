import type { Port, Request } from "./protocol";

/**
 * Makes this worker do one job after the other until it is ended. Call it once, in the entry file of the worker.
 * @param work gives plain data, and tells of its steps in plain data; expected trouble is part of the result, a throw is a bug
 */
export function runWorker<Job, Result, Step>(port: Port, work: (job: Job, step: (step: Step) => void) => Result | Promise<Result>): void {
  const answer = async ({ id, job }: Request<Job>): Promise<void> => {
    try {
      const result = await work(job, (step) => port.post({ kind: "step", id, step }));
      port.post({ kind: "done", id, result });
    } catch (error) {
      port.post({ kind: "failed", id, message: error instanceof Error ? error.message : String(error) });
    }
  };
  // One after the other, in the order in which they came: where this worker falls, it was over the first that has no answer.
  let last = Promise.resolve();
  port.listen((request) => void (last = last.then(() => answer(request as Request<Job>))));
  port.post({ kind: "ready" });
}
