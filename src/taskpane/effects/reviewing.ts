import { mediaTypeOf } from "../../domain";
import { REMEMBERED } from "../../actions/remembered";
import type { MadeSummary } from "../../actions/consolidate/make-summary";
import type { NamedFile } from "../../actions/send";
import type { LiveTrouble } from "../../workbook/port";
import type { Review, SummaryAnswer, SummaryQuestion } from "../state/model";
import type { Checking } from "./checking";
import type { TaskRunner } from "./task-runner";
import { Latest } from "./timing";

/** Effects of 汇总: making a summary beside the pane, putting it into the workbook, handing it out. */
export class Reviewing {
  private readonly latest = new Latest();

  constructor(
    private readonly tasks: TaskRunner,
    private readonly checking: Checking,
  ) {}

  /** Makes the summary. It takes its time, in which the rest of the pane can be used. */
  make({ period, files, earlier, claims }: Review): Promise<void> {
    const current = this.latest.start();
    const total = files.length + earlier.length;
    this.tasks.tell(undefined);
    this.tasks.dispatch({ kind: "reviewing", progress: { done: 0, total } });
    return this.tasks.guard(async () => {
      const { summaries, locale } = this.tasks.around;
      const result = await summaries.make({ period, files, earlier, claims }, locale.tag, (done) => {
        if (current()) this.tasks.dispatch({ kind: "reviewing", progress: { done, total } });
      });
      if (!current()) return;
      if (result.ok) return this.tasks.dispatch({ kind: "summed-up", summary: result.value });
      this.tasks.dispatch({ kind: "reviewing", progress: undefined });
      this.tasks.tell({ kind: "summary-stopped", why: result.error });
    });
  }

  cancel(): void {
    this.tasks.around.summaries.stop();
  }

  /** Puts the summary into the workbook; asks first where it would replace another, or where its names are taken. */
  insert({ insert, period }: MadeSummary, so: SummaryAnswer = {}): Promise<void> {
    return this.tasks.work("summary", async () => {
      if (!insert) return this.tasks.tell({ kind: "summary-too-large" });
      const { workbook } = this.tasks.around;
      const inserted = await workbook.insertSummary(insert, so);
      if (inserted.ok) {
        const { sheets, links, charts } = inserted.value;
        // Where the pane opens with this workbook from now on. Without it nothing is lost.
        await workbook.remember(REMEMBERED.summary, period);
        // What stands beside a form decides whether it can be sent.
        this.checking.changed();
        return this.tasks.tell({ kind: "summary", sheet: sheets[0]!, links, charts });
      }
      this.notInserted(inserted.error, so);
    });
  }

  private notInserted(trouble: LiveTrouble, so: SummaryAnswer): void {
    const ask = (asking: SummaryQuestion): void => this.tasks.dispatch({ kind: "asked-about-summary", asking });
    if (trouble.kind === "summary-exists") ask({ kind: "exists", what: trouble.what, links: trouble.links, so });
    else if (trouble.kind === "name-taken") ask({ kind: "taken", what: trouble.what, so });
    else if (trouble.kind === "payload-too-large") this.tasks.tell({ kind: "summary-too-large" });
    else if (trouble.kind === "damaged-insert") this.tasks.tell({ kind: "summary-damaged", what: trouble.what });
    else this.tasks.trouble(trouble);
  }

  /** Hands out the summary, or what goes back to the schools. */
  download({ name, bytes }: NamedFile): void {
    this.tasks.around.download(name, bytes, mediaTypeOf(name));
  }

  /** Opens the summary in a window of its own, where nothing can be downloaded. */
  open({ bytes }: NamedFile): Promise<void> {
    return this.tasks.openWindow(bytes, { kind: "summary-opened", behind: this.tasks.around.platform === "mac" });
  }

  stop(): void {
    this.latest.start();
    this.cancel();
  }
}
