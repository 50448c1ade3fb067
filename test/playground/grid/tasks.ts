/** What waits before the grid is read back: entries that are still being judged, and a moment for what comes in several parts. */
export class Settling {
  private judging = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly wait: number,
    private readonly then: () => void,
  ) {}

  /** Something changed. */
  ask(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = undefined;
      if (this.judging === 0) this.then();
    }, this.wait);
  }

  /** Whether nothing waits. */
  get quiet(): boolean {
    return this.judging === 0 && this.timer === undefined;
  }

  /** Holds everything back until an entry has been judged. */
  async hold<T>(judged: () => Promise<T>): Promise<T> {
    this.judging++;
    try {
      return await judged();
    } finally {
      this.judging--;
      this.ask();
    }
  }
}
