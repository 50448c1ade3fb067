/** A job on its way to a worker. Plain data, as everything here. */
export interface Request<Job> {
  readonly id: number;
  readonly job: Job;
}

/** What a worker says. */
export type Reply<Result, Step> =
  /** It has started: from here on what ends it is the job. */
  | { readonly kind: "ready" }
  /** How far a job is. */
  | { readonly kind: "step"; readonly id: number; readonly step: Step }
  | { readonly kind: "done"; readonly id: number; readonly result: Result }
  /** The work threw: a bug of the program, not trouble of a file. */
  | { readonly kind: "failed"; readonly id: number; readonly message: string };

/** Why a worker ended by itself: it took more memory than it may, or nobody knows. */
export type Fall = "memory" | "broken";

/** What is heard of a worker. */
export interface Listener {
  reply(reply: Reply<unknown, unknown>): void;
  fell(why: Fall): void;
}

/** A worker that was started, as one platform or the other has it. */
export interface Connection {
  post(request: Request<unknown>): void;
  /** Ends it, whatever it does; nothing is heard of it afterwards. */
  end(): Promise<void>;
}

/** Starts a worker. @throws where the platform has none to give */
export type Start = (listener: Listener) => Connection;

/** The worker's own side. */
export interface Port {
  post(reply: Reply<unknown, unknown>): void;
  listen(onRequest: (request: Request<unknown>) => void): void;
}
