/** What a pool has to know of a way to a worker. */
export interface Pooled {
  end(): Promise<void>;
}

/** Work for one worker. It may give more to do, which is done next. */
export type Task<Client> = (client: Client, more: (tasks: readonly Task<Client>[]) => void) => Promise<void>;

/** A few workers that share what there is to do. */
export class WorkerPool<Client extends Pooled> {
  private readonly clients: readonly Client[];

  /**
   * @param size how many workers
   * @param atHand tasks of one worker at a time
   */
  constructor(
    make: () => Client,
    size: number,
    private readonly atHand = 1,
  ) {
    this.clients = Array.from({ length: size }, make);
  }

  /** The worker for work that only one can do. */
  get first(): Client {
    return this.clients[0]!;
  }

  /**
   * Has all tasks done. They are asked for only as workers have room: memory holds a few at a time, however many there are.
   * @throws what the first task throws that does: those that wait are not begun any more
   */
  async run(tasks: Iterable<Task<Client>> | AsyncIterable<Task<Client>>): Promise<void> {
    const busy = new Map<Client, number>(this.clients.map((client) => [client, 0]));
    const running = new Set<Promise<void>>();
    const next = this.inTurn(tasks);
    let failure: { readonly error: unknown } | undefined;
    const begin = (client: Client, task: Task<Client>): void => {
      busy.set(client, busy.get(client)! + 1);
      const done: Promise<void> = task(client, next.before)
        .catch((error: unknown) => void (failure ??= { error }))
        .finally(() => {
          busy.set(client, busy.get(client)! - 1);
          running.delete(done);
        });
      running.add(done);
    };
    try {
      while (!failure) {
        const [client, load] = [...busy].reduce((a, b) => (b[1] < a[1] ? b : a));
        const task = load < this.atHand ? await next.task() : undefined;
        if (task && !failure) begin(client, task);
        else if (running.size > 0) await Promise.race(running);
        else if (!next.more()) break;
      }
    } finally {
      await next.end();
    }
    if (failure) throw failure.error;
  }

  /** Tasks in the order in which they are done: what a task gives comes before what was there. */
  private inTurn(tasks: Iterable<Task<Client>> | AsyncIterable<Task<Client>>) {
    const iterator = Symbol.asyncIterator in tasks ? tasks[Symbol.asyncIterator]() : tasks[Symbol.iterator]();
    let given: readonly Task<Client>[] = [];
    let over = false;
    return {
      before: (more: readonly Task<Client>[]): void => void (given = [...more, ...given]),
      more: (): boolean => given.length > 0 || !over,
      task: async (): Promise<Task<Client> | undefined> => {
        const [first, ...rest] = given;
        if (first) {
          given = rest;
          return first;
        }
        if (over) return undefined;
        const next = await iterator.next();
        if (!next.done) return next.value;
        over = true;
        return undefined;
      },
      end: async (): Promise<void> => void (await iterator.return?.()),
    };
  }

  /** Ends all work and all workers. */
  async end(): Promise<void> {
    await Promise.all(this.clients.map((client) => client.end()));
  }
}
