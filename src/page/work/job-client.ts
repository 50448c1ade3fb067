import type { Locale } from "../../locales";
import { WorkerClient } from "../../workers/client";
import type { Start } from "../../workers/protocol";
import type { Job, JobKind, Jobs, JobStep } from "./job";

/** A worker that says nothing for so long works on a file that no form can be. */
const SILENCE = 60_000;

/** A worker that had nothing to do for so long gives back what it took. */
const IDLE = 30_000;

/** The way from the page to a worker: one job after the other. */
export class JobClient extends WorkerClient<Job, unknown, JobStep> {
  constructor(start: Start) {
    super({ start, silence: SILENCE, idle: IDLE });
  }

  /** Does a job when those before it are done. @throws as `run` */
  request<K extends JobKind>(
    kind: K,
    language: Locale["tag"],
    ask: Jobs[K]["ask"],
    step?: (step: JobStep) => void,
  ): Promise<Jobs[K]["give"]> {
    return this.run({ kind, language, ask } as Job, step) as Promise<Jobs[K]["give"]>;
  }
}
