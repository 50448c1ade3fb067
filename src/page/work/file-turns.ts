import type { Locale } from "../../locales";
import { Stopped } from "../../workers/client";
import type { CheckQueue } from "./check-queue";
import { copied, overtaken, storedOf, type PageFile } from "./files";
import type { Jobs, Opened } from "./job";
import type { JobClient } from "./job-client";
import type { OpenForm } from "./open-form";
import type { Store } from "./store";
import type { WorkspaceModel } from "./workspace-model";

/** What a turn comes to: the file as it is to be kept, and what is done once it is. */
interface Done {
  readonly file: PageFile;
  readonly whenKept?: () => void;
  /** Where another tab was first it is done once more, to what that tab kept; else what that tab kept is shown, and nothing is done. */
  readonly again?: boolean;
}

/** Work on a file; what changes nothing that is to be kept comes to nothing. */
export type Work = (file: PageFile) => Promise<Done | undefined>;

/** Work on files: in turns, each kept before the next begins. */
export class FileTurns {
  /** The end of the last turn that was asked for, and how many are left. */
  private last: Promise<void> = Promise.resolve();
  private left = 0;

  constructor(
    private readonly model: WorkspaceModel,
    private readonly queue: CheckQueue,
    private readonly client: JobClient,
    private readonly store: Store,
    private readonly language: () => Locale["tag"],
  ) {}

  /** When all that was asked for until now is done. */
  get idle(): Promise<void> {
    return this.last;
  }

  /** Runs work of the worker; a stop is told to `stopped`, and anything else that is thrown is a bug and is shown. */
  async guard(run: () => Promise<void>, stopped: (why: "stopped" | "crashed") => void): Promise<void> {
    try {
      await run();
    } catch (error) {
      if (error instanceof Stopped) stopped(error.why === "asked" ? "stopped" : "crashed");
      else {
        stopped("crashed");
        this.model.show({ bug: error instanceof Error ? error.message : String(error), task: undefined });
      }
    }
  }

  /** Checks a file, and keeps nothing. */
  readonly checkOnly: Work = async (file) => {
    await this.check(file);
    return undefined;
  };

  /** Checks a file and shows what came of it. @returns the file with a copy of its bytes */
  async check(file: PageFile): Promise<PageFile> {
    const opened = await this.ask("open", { blob: file.blob });
    // From here on a copy: the file on the disk may be changed by another program meanwhile.
    const next = opened.kind === "checked" ? copied(file, opened.blob) : file;
    this.showResult(next, opened);
    return next;
  }

  /** Shows what came of a file. */
  showResult(file: PageFile, opened: Opened): void {
    // A check of the list may still be under way, of the file as it was.
    this.queue.forget(new Set([file.id]));
    this.model.showResult(file, opened);
  }

  async ask<K extends "open" | "change" | "send">(kind: K, of: Jobs[K]["ask"]): Promise<Jobs[K]["give"]> {
    const answer = await this.client.request(kind, this.language(), of);
    // Taken up in a task of its own: for a large form reading the message alone is a long one.
    await new Promise((resolve) => setTimeout(resolve));
    return answer;
  }

  /**
   * Does work on a file, after all that was asked for before: each turn finds the file as the last one left it, and nothing that was
   * entered meanwhile is lost.
   * @param id the file that is open now where absent
   */
  run(task: NonNullable<OpenForm["task"]>, work: Work, id = this.model.state().open): Promise<void> {
    this.left++;
    if (id === this.model.state().open) this.model.show({ task, notice: undefined });
    this.last = this.last.then(async () => {
      await this.guard(
        () => this.turn(id, work),
        (why) => {
          const file = this.model.fileOf(id);
          if (file) this.model.put({ ...file, failed: why });
        },
      );
      // What came is drawn first: both in one go would hold up the page.
      await new Promise((resolve) => setTimeout(resolve));
      if (--this.left === 0) this.model.show({ task: undefined });
    });
    return this.last;
  }

  /** Does work on a file and keeps it; where another tab has kept a newer one, on from that. */
  private async turn(id: number | undefined, work: Work): Promise<void> {
    let elsewhere = false;
    for (let file = this.model.fileOf(id); file;) {
      const done = await work(file);
      // What was removed meanwhile stays removed.
      const newer = done && this.model.fileOf(id) && (await this.store.change(storedOf(done.file)));
      if (done && !newer) this.finish(done);
      if (!done || !newer) break;
      elsewhere = true;
      file = overtaken(file, newer);
      if (done.again) continue;
      await this.check(file);
      break;
    }
    if (elsewhere && this.model.state().open === id) this.model.tell({ kind: "elsewhere" });
  }

  private finish({ file: { id, revision }, whenKept }: Done): void {
    const file = this.model.fileOf(id);
    if (!file) return;
    this.model.put({ ...file, revision: revision + 1 });
    whenKept?.();
  }

  /** Another tab changed a file: it is shown as it is now. */
  async catchUp(id: number): Promise<void> {
    const showNewer: Work = async (file) => {
      const newer = await this.store.newer(storedOf(file));
      if (!newer) return undefined;
      await this.check(overtaken(file, newer));
      if (this.model.state().open === id) this.model.tell({ kind: "elsewhere" });
      return undefined;
    };
    if (this.model.fileOf(id)) await this.run("check", showNewer, id);
  }
}
