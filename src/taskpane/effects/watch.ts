import type { LiveWorkbook } from "../../workbook/port";

/** Excel has no event for saving: how far the workbook is saved is asked so often while the pane is in view. */
export const ASK_EVERY = 3_000;

/** Notices that the workbook was saved by somebody else than the pane: dirty before, and no longer so. And whether Excel saves by itself. */
export class SaveWatch {
  private dirty = false;
  private autoSave = false;
  private timer: ReturnType<typeof setInterval> | undefined;
  private asking = false;

  constructor(
    private readonly workbook: LiveWorkbook,
    private readonly saved: (autoSave: boolean) => void,
    private readonly switched: (autoSave: boolean) => void,
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
    const answer = await this.workbook.saveState().catch(() => undefined);
    this.asking = false;
    if (!answer?.ok) return;
    const { dirty, autoSave } = answer.value;
    if (this.autoSave !== autoSave) this.switched(autoSave);
    if (this.dirty && !dirty) this.saved(autoSave);
    this.dirty = dirty;
    this.autoSave = autoSave;
  }
}
