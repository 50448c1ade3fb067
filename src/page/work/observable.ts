/** A state that React can listen to, and that is replaced part by part. */
export abstract class Observable<State extends object> {
  private readonly listeners = new Set<() => void>();

  constructor(protected current: State) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  readonly state = (): State => this.current;

  protected set(part: Partial<State>): void {
    this.current = { ...this.current, ...part };
    for (const listener of this.listeners) listener();
  }
}
