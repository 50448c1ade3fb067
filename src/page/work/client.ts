import type { Locale } from "../../locales";
import type { JobKind, Jobs, Order, Summary, Word } from "./job";

/** Somebody stopped the work, or it was stopped because nothing came of it. */
export class Stopped extends Error {
  constructor(readonly why: "asked" | "silent" | "broken") {
    super(why);
  }
}

/** A worker that says nothing for so long works on a file that no form can be. */
const SILENCE = 60_000;

interface Running {
  readonly reject: (error: Error) => void;
}

/**
 * The way to the worker: one job after the other. Stopping a job ends the worker and all that it holds; the next job gets a new one.
 */
export class Client {
  private worker: Worker | undefined;
  private running: Running | undefined;
  private last: Promise<unknown> = Promise.resolve();

  constructor(private readonly make: () => Worker) {}

  /** Does a job when those before it are done. @throws Stopped, or Error where the program itself failed */
  run<K extends JobKind>(
    kind: K,
    language: Locale["tag"],
    ask: Jobs[K]["ask"],
    step: (done: number, summary?: Summary) => void = () => undefined,
  ): Promise<Jobs[K]["give"]> {
    const next = this.last.then(() => this.start({ kind, language, ask } as Order, step) as Promise<Jobs[K]["give"]>);
    this.last = next.catch(() => undefined);
    return next;
  }

  private start(order: Order, step: (done: number, summary?: Summary) => void): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const worker = (this.worker ??= this.make());
      let timer: ReturnType<typeof setTimeout>;
      const end = (): void => {
        clearTimeout(timer);
        this.running = undefined;
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
            return step(data.done, data.summary);
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

  /** Stops the job that runs. */
  stop(): void {
    this.running?.reject(new Stopped("asked"));
  }

  /** Lets the worker go, with the memory it took, unless it works. */
  rest(): void {
    if (!this.running) this.drop();
  }

  private drop(): void {
    this.worker?.terminate();
    this.worker = undefined;
  }
}
