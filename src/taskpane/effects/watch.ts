import type { LiveWorkbook } from "../../workbook/port";

/** Excel has no event for saving: `isDirty` is asked so often while the pane is in view. */
export const ASK_EVERY = 3_000;

/** Notices that the workbook was saved by somebody else than the pane: dirty before, and no longer so. */
export class SaveWatch {
  private dirty = false;
  private timer: ReturnType<typeof setInterval> | undefined;
  private asking = false;

  constructor(
    private readonly workbook: LiveWorkbook,
    private readonly saved: () => void,
  ) {}

  start(): void {
    this.stop();
    this.timer = setInterval(() => void this.ask(), ASK_EVERY);
  }

  /** Our own save. */
  forget(): void {
    this.dirty = false;
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private async ask(): Promise<void> {
    if (this.asking || document.hidden) return;
    this.asking = true;
    // Only a hint: where Excel does not answer, the next question will do.
    const answer = await this.workbook.isDirty().catch(() => undefined);
    this.asking = false;
    if (!answer?.ok) return;
    if (this.dirty && !answer.value) this.saved();
    this.dirty = answer.value;
  }
}
