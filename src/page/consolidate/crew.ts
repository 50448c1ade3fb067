import type { Client } from "../work/client";

/** Work for one worker. It may give more to do, which is done next. */
export type Task = (client: Client, more: (tasks: readonly Task[]) => void) => Promise<void>;

/** Workers at most: each may need 300 MB for a file that is made to cost much. */
const MOST_WORKERS = 4;

/** A few workers, each with one task at a time. */
export class Crew {
  private readonly clients: readonly Client[];

  constructor(make: () => Client) {
    this.clients = Array.from({ length: Math.min(MOST_WORKERS, Math.max(2, navigator.hardwareConcurrency || 2)) }, make);
  }

  /** The worker for work that only one can do. */
  get first(): Client {
    return this.clients[0]!;
  }

  /** Has all tasks done. @throws what the first task throws that does: those that wait are not begun any more */
  run(tasks: readonly Task[]): Promise<void> {
    let waiting = [...tasks];
    const free = [...this.clients];
    return new Promise((resolve, reject) => {
      let over = false;
      const more = (next: readonly Task[]): void => {
        if (over) return;
        waiting = [...next, ...waiting];
        go();
      };
      const go = (): void => {
        while (free.length > 0 && waiting.length > 0) {
          const client = free.pop()!;
          void waiting.shift()!(client, more).then(
            () => {
              free.push(client);
              go();
            },
            (error: unknown) => {
              over = true;
              waiting = [];
              reject(error as Error);
            },
          );
        }
        if (waiting.length === 0 && free.length === this.clients.length) resolve();
      };
      go();
    });
  }

  /** Ends all work and all workers. */
  end(): void {
    for (const client of this.clients) client.end();
  }
}
