import type { Connection, Fall, Reply, Start } from "./protocol";

/** Why a job came to no end: somebody stopped it, its worker said nothing for too long or fell, or there is no worker to be had. */
export type StopReason = "asked" | "silent" | "unavailable" | Fall;

/** A job that came to no end. It costs itself alone: those behind it get a new worker. */
export class Stopped extends Error {
  constructor(readonly why: StopReason) {
    super(why);
  }
}

export interface ClientOptions {
  readonly start: Start;
  /** Jobs that are with the worker at a time: it works on the first, and has the others at hand when that is done. */
  readonly atHand?: number;
  /** Milliseconds after which a worker that says nothing is taken to work on a file that no form can be; for ever where absent. */
  readonly silence?: number;
  /** Milliseconds after which a worker that has nothing to do gives back what it took; it stays where absent. */
  readonly idle?: number;
}

/** A job and who waits for it. */
interface Pending<Job, Result, Step> {
  readonly id: number;
  readonly job: Job;
  readonly onStep: (step: Step) => void;
  readonly resolve: (result: Result) => void;
  readonly reject: (reason: Error) => void;
}

type Timer = ReturnType<typeof setTimeout> | undefined;

/** The way to one worker, and its jobs in their order. They stay here until they are done, so that a fall costs one of them. */
export class WorkerClient<Job, Result, Step = never> {
  private readonly queue: Pending<Job, Result, Step>[] = [];
  /** So many of the first are with the worker. */
  private sent = 0;
  private connection: Connection | undefined;
  private isReady = false;
  private ids = 0;
  private silent: Timer;
  private idle: Timer;

  constructor(private readonly options: ClientOptions) {}

  /**
   * Does a job when those before it are done.
   * @param onStep hears of its steps
   * @throws Stopped; Error with its message where the program itself failed
   */
  run(job: Job, onStep: (step: Step) => void = () => undefined): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      this.queue.push({ id: ++this.ids, job, onStep, resolve, reject });
      this.send();
    });
  }

  /** Has a worker stand by: it loads while nothing is asked of it yet. */
  standBy(): void {
    if (!this.connection) this.start();
    this.rest();
  }

  /** Stops the job that runs; those behind it get a new worker. */
  stop(): void {
    if (this.queue.length > 0) this.lose("asked");
  }

  /** Stops all jobs, and gives back what the worker took. */
  async end(): Promise<void> {
    const jobs = this.queue.splice(0);
    const ended = this.drop();
    for (const { reject } of jobs) reject(new Stopped("asked"));
    await ended;
  }

  /** Gives the first jobs to the worker, once there is one that has started. */
  private send(): void {
    if (this.queue.length === 0) return this.rest();
    clearTimeout(this.idle);
    if (!this.connection) return this.start();
    this.listen();
    if (!this.isReady) return;
    for (; this.sent < Math.min(this.options.atHand ?? 1, this.queue.length); this.sent++) {
      const { id, job } = this.queue[this.sent]!;
      this.connection.post({ id, job });
    }
  }

  private start(): void {
    this.isReady = false;
    this.sent = 0;
    try {
      const connection: Connection = this.options.start({
        reply: (reply) => this.heard(reply as Reply<Result, Step>),
        fell: (why) => {
          if (this.connection === connection) this.lose(this.isReady ? why : "unavailable");
        },
      });
      this.connection = connection;
      this.listen();
    } catch {
      // Told only once whoever asked has what it asked for in hand.
      queueMicrotask(() => this.lose("unavailable"));
    }
  }

  private heard(reply: Reply<Result, Step>): void {
    this.listen();
    if (reply.kind === "ready") {
      this.isReady = true;
      return this.send();
    }
    const head = this.queue[0];
    if (head?.id !== reply.id) return;
    if (reply.kind === "step") return head.onStep(reply.step);
    this.queue.shift();
    this.sent--;
    this.send();
    if (reply.kind === "done") head.resolve(reply.result);
    else head.reject(new Error(reply.message));
  }

  /** The first job goes with its worker; the next gets a new one. */
  private lose(why: StopReason): void {
    void this.drop();
    const head = this.queue.shift();
    this.send();
    head?.reject(new Stopped(why));
  }

  private async drop(): Promise<void> {
    clearTimeout(this.silent);
    clearTimeout(this.idle);
    const { connection } = this;
    this.connection = undefined;
    await connection?.end();
  }

  /** Waits for the next word of a worker that has something to do. */
  private listen(): void {
    clearTimeout(this.silent);
    const { silence } = this.options;
    if (silence !== undefined && this.queue.length > 0) this.silent = setTimeout(() => this.lose("silent"), silence);
  }

  /** Lets the worker go when nothing is asked of it for a while. */
  private rest(): void {
    clearTimeout(this.silent);
    clearTimeout(this.idle);
    const { idle } = this.options;
    if (idle !== undefined) this.idle = setTimeout(() => void this.drop(), idle);
  }
}
