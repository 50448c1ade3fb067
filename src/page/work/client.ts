import type { Locale } from "../../locales";
import type { JobKind, Jobs, Order, Summary, Word } from "./job";
import type { Piece } from "./review-job";

/** Somebody stopped the work, or it was stopped because nothing came of it. */
export class Stopped extends Error {
  constructor(readonly why: "asked" | "silent" | "broken") {
    super(why);
  }
}

/** A worker that says nothing for so long works on a file that no form can be. */
const SILENCE = 60_000;

/** A worker that had nothing to do for so long gives back what it took. */
const IDLE = 30_000;

/** Hears of each step of a job, with what came of it. */
export type Step = (done: number, summary?: Summary, piece?: Piece) => void;

interface Running {
  readonly reject: (error: Error) => void;
}

/**
 * The way to the worker: one job after the other. Stopping a job ends the worker and all that it holds; the next job gets a new one.
 */
export class Client {
  private worker: Worker | undefined;
  private running: Running | undefined;
  private idle: ReturnType<typeof setTimeout> | undefined;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly make: () => Worker) {}

  /** Does a job when those before it are done. @throws Stopped, or Error where the program itself failed */
  run<K extends JobKind>(kind: K, language: Locale["tag"], ask: Jobs[K]["ask"], step: Step = () => undefined): Promise<Jobs[K]["give"]> {
    const next = this.last.then(() => this.start({ kind, language, ask } as Order, step) as Promise<Jobs[K]["give"]>);
    this.last = next.catch(() => undefined);
    return next;
  }

  private start(order: Order, step: Step): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const worker = this.ready();
      let timer: ReturnType<typeof setTimeout>;
      const end = (): void => {
        clearTimeout(timer);
        this.running = undefined;
        this.rest();
      };
      const stop = (error: Error): void => {
        end();
        this.drop();
        reject(error);
      };
      const wait = (): void => {
        clearTimeout(timer);
        timer = setTimeout(() => stop(new Stopped("silent")), SILENCE);
      };
      this.running = { reject: stop };
      worker.onmessage = ({ data }: MessageEvent<Word>) => {
        wait();
        switch (data.kind) {
          case "step":
            return step(data.done, data.summary, data.piece);
          case "done":
            end();
            return resolve(data.value);
          case "failed":
            end();
            return reject(new Error(data.what));
        }
      };
      worker.onerror = () => stop(new Stopped("broken"));
      wait();
      worker.postMessage(order);
    });
  }

  /** Has a worker stand by: it loads while the person still looks for the file. */
  ready(): Worker {
    this.rest();
    if (this.worker) return this.worker;
    const worker = this.make();
    // One that could not even load is made anew when it is wanted.
    worker.onerror = () => this.drop();
    return (this.worker = worker);
  }

  /** Stops the job that runs. */
  stop(): void {
    this.running?.reject(new Stopped("asked"));
  }

  /** Ends work and worker, and gives back what it took. */
  end(): void {
    this.stop();
    this.drop();
  }

  /** Lets the worker go when nothing is asked of it for a while. */
  private rest(): void {
    clearTimeout(this.idle);
    this.idle = setTimeout(() => {
      if (!this.running) this.drop();
    }, IDLE);
  }

  private drop(): void {
    clearTimeout(this.idle);
    this.worker?.terminate();
    this.worker = undefined;
  }
}
