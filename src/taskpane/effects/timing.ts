/** Gives each start a ticket, and tells whether it is still the newest: results that were overtaken are dropped. */
export class Latest {
  private newest = 0;

  /** @returns whether nothing was started since */
  start(): () => boolean {
    const ticket = ++this.newest;
    return () => ticket === this.newest;
  }
}

/** Runs something once, a while after it was last asked for. */
export class Debounce {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly wait: number,
    private readonly run: () => void,
  ) {}

  ask(): void {
    this.cancel();
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.run();
    }, this.wait);
  }

  cancel(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}
