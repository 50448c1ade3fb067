import { statusOfFile, type FileReport, type FileStatus } from "./reporter";

/** How many files came off how, and how many repairs are on offer. */
export class Tally {
  private readonly counts: Record<FileStatus, number> = { clean: 0, explained: 0, blocked: 0, refused: 0 };
  private fixCount = 0;
  private queryCount = 0;
  private errorCount = 0;
  private uncheckedCount = 0;
  private changedCount = 0;
  private sealedCount = 0;

  /** Counts one more file. */
  add(report: FileReport): void {
    this.counts[statusOfFile(report)]++;
    if (report.outcome.kind === "refused") return;
    const { counts, findings, seal } = report.outcome.checked;
    this.errorCount += counts.fatal + counts.error;
    this.queryCount += counts.query;
    this.uncheckedCount += counts.notChecked;
    this.fixCount += findings.filter(({ fix }) => fix !== undefined).length;
    if (seal.state === "changed") this.changedCount++;
    if (seal.state === "sealed") this.sealedCount++;
  }

  /** Files by how they came off. */
  get files(): Readonly<Record<FileStatus, number>> {
    return this.counts;
  }

  get total(): number {
    const { clean, explained, blocked, refused } = this.counts;
    return clean + explained + blocked + refused;
  }

  /** Fatal and error findings, open queries, relations not checked, repairs on offer, and files changed after sealing. */
  get left(): {
    readonly errors: number;
    readonly queries: number;
    readonly notChecked: number;
    readonly fixes: number;
    readonly changed: number;
    readonly unsealed: number;
  } {
    return {
      errors: this.errorCount,
      queries: this.queryCount,
      notChecked: this.uncheckedCount,
      fixes: this.fixCount,
      changed: this.changedCount,
      unsealed: this.total - this.files.refused - this.changedCount - this.sealedCount,
    };
  }

  /** 0 nothing blocks · 1 findings block, or some files were refused · 2 nothing could be read. */
  get exitStatus(): 0 | 1 | 2 {
    const { blocked, refused } = this.counts;
    if (refused > 0 && refused === this.total) return 2;
    return blocked + refused > 0 ? 1 : 0;
  }
}
