import type { MemoryExcel } from "./excel";

/** What becomes of the downloads that a pane begins, by where Excel runs. */
export class Downloads {
  /** Downloads of which no file came, or none without a question. */
  lost = 0;
  private sincePress = 0;

  constructor(private readonly excel: Pick<MemoryExcel, "behaviours" | "platform">) {}

  /** The person presses something in the pane. */
  pressed(): void {
    this.sincePress = 0;
  }

  /** The pane begins a download. @returns whether a file comes of it */
  begin(): boolean {
    const { platform, behaviours } = this.excel;
    const nowhere = platform === "Mac" || platform === "iOS";
    const asked = ++this.sincePress > 1 && behaviours.has("second-download-is-asked-about");
    if (nowhere || asked) this.lost++;
    return !nowhere && !asked;
  }
}
