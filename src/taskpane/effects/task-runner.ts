import type { Refusal } from "../../domain";
import type { LiveTrouble } from "../../workbook/port";
import type { Message, Notice, Task } from "../state/model";
import type { Surroundings } from "../surroundings";

/** What all effects share: the surroundings, and how to tell what came of them. */
export class TaskRunner {
  private working = false;

  constructor(
    readonly around: Surroundings,
    readonly dispatch: (message: Message) => void,
  ) {}

  /** Whether work that somebody asked for is under way: more of it would not be begun. */
  get busy(): boolean {
    return this.working;
  }

  tell(notice: Notice | undefined): void {
    this.dispatch({ kind: "told", notice });
  }

  /** What cannot work here at all takes the whole pane; anything else is told above the screen. */
  trouble(trouble: LiveTrouble): void {
    if (trouble.kind === "too-old") this.dispatch({ kind: "unusable", why: "too-old" });
    else this.tell({ kind: "trouble", trouble });
  }

  /** A read or write that failed: because of Excel, which passes, or because of what is in the workbook. */
  refused(refusal: Refusal): void {
    const trouble = this.around.troubleOf(refusal);
    if (trouble) this.trouble(trouble);
    else this.dispatch({ kind: "refused", refusal });
  }

  /** Runs work that somebody asked for. One at a time: a second press while it runs does nothing. */
  async work(task: Task, run: () => Promise<void>): Promise<void> {
    if (this.working) return;
    this.working = true;
    this.dispatch({ kind: "began", task });
    try {
      await this.guard(run);
    } finally {
      this.working = false;
      this.dispatch({ kind: "ended" });
    }
  }

  /** Opens a file in a window of its own, where nothing can be downloaded. @param opened what is told then */
  openWindow(bytes: Uint8Array, opened: Notice): Promise<void> {
    return this.work("open", async () => {
      const done = await this.around.workbook.openAsNew(bytes);
      if (!done.ok) return this.trouble(done.error);
      this.tell(opened);
    });
  }

  /** A throw is a bug: it is shown with what it says, never taken for a result. */
  async guard(run: () => Promise<void>): Promise<void> {
    try {
      await run();
    } catch (error) {
      this.dispatch({ kind: "bug", what: error instanceof Error ? error.message : String(error) });
    }
  }
}
