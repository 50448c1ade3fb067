import type { Locale } from "../../locales";
import { Stopped } from "../../workers/client";
import type { JobClient } from "./job-client";
import type { PageFile } from "./files";
import type { FileSummary } from "./job";

/** What came of a file: its summary, or why there is none. */
export type CheckResult = FileSummary | NonNullable<PageFile["failed"]>;

/** How far work is, of how much. */
export interface Progress {
  readonly done: number;
  readonly all: number;
}

/** Files handed to the worker at once: serialising hundreds would hold up the page, and whoever opens one need not wait for all. */
const AT_ONCE = 10;
/** Milliseconds between two drawings of a long list: hundreds of files would otherwise be hundreds of drawings. */
const DRAW_EVERY = 120;

/** The files that wait for their check, and the one loop that has them checked. */
export class CheckQueue {
  private files: readonly PageFile[] = [];
  private done = 0;
  private drawn = 0;
  private results = new Map<number, CheckResult>();
  private loop: Promise<void> | undefined;

  constructor(
    private readonly client: JobClient,
    private readonly language: () => Locale["tag"],
    /** Hears what came since it was last told, and how far the work is; at its end of no progress. */
    private readonly tell: (results: ReadonlyMap<number, CheckResult>, progress: Progress | undefined) => void,
  ) {}

  /** Has files checked after those that wait already. @returns when all are */
  add(files: readonly PageFile[]): Promise<void> {
    this.files = [...this.files, ...files];
    this.draw();
    return (this.loop ??= this.run().finally(() => (this.loop = undefined)));
  }

  /** Files of which nobody wants to know any more what comes of them. */
  forget(ids: ReadonlySet<number>): void {
    this.files = this.files.filter(({ id }) => !ids.has(id));
    for (const id of ids) this.results.delete(id);
  }

  private async run(): Promise<void> {
    this.done = 0;
    while (this.files.length > 0) {
      const some = this.files.slice(0, AT_ONCE);
      try {
        await this.client.request(
          "summarise",
          this.language(),
          { files: some.map(({ name, blob }) => ({ name, blob })) },
          ({ done, summary }) => {
            if (summary) this.finish(some[done - 1]!.id, summary);
          },
        );
      } catch (error) {
        const left = some.filter(({ id }) => this.files.some((file) => file.id === id));
        if (error instanceof Stopped && error.why === "asked") for (const { id } of this.files) this.finish(id, "stopped");
        // One of them was too much for the worker, or for the program; those behind it are none the worse for it.
        else if (left[0]) this.finish(left[0].id, "crashed");
      }
    }
    this.draw(true);
  }

  private finish(id: number, result: CheckResult): void {
    if (!this.files.some((file) => file.id === id)) return;
    this.files = this.files.filter((file) => file.id !== id);
    this.results.set(id, result);
    this.done++;
    if (performance.now() - this.drawn > DRAW_EVERY) this.draw();
  }

  private draw(over = false): void {
    this.drawn = performance.now();
    const results = this.results;
    this.results = new Map();
    this.tell(results, over ? undefined : { done: this.done, all: this.done + this.files.length });
  }
}
