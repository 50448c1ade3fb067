import { cellKey, type Area } from "../../src/domain";
import { boundsOf, type HostCell, type HostSheet } from "./model";

/** Cells of one sheet as they were before something changed them. */
interface Kept {
  readonly sheet: HostSheet;
  readonly before: ReadonlyMap<number, HostCell | undefined>;
}

/** What Ctrl+Z takes back, step by step. */
export class UndoStack {
  private readonly steps: (readonly Kept[])[] = [];
  private open: Kept[] = [];
  /** The run of the client that the last step belongs to; one group is one step. */
  private group: unknown;
  /** Something could not be undone, so nothing can any more. */
  emptied: () => void = () => undefined;

  get depth(): number {
    return this.steps.length;
  }

  /** Keeps what stands in an area that is about to be changed. */
  keep(sheet: HostSheet, { top, left, bottom, right }: Area): void {
    const before = new Map<number, HostCell | undefined>();
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) {
        const key = cellKey(row, column);
        const cell = sheet.cells.get(key);
        before.set(key, cell && { ...cell });
      }
    this.open.push({ sheet, before });
  }

  /** Makes a step of what was kept since the last one. @param group the same for requests that are to be one step; undefined for one of its own */
  close(group?: unknown): void {
    const step = this.open;
    this.open = [];
    if (step.length === 0) return;
    const last = group !== undefined && group === this.group ? (this.steps.pop() ?? []) : [];
    this.steps.push([...last, ...step]);
    this.group = group;
  }

  /** Something was done that cannot be undone. */
  empty(): void {
    this.steps.length = 0;
    this.open = [];
    this.group = undefined;
    this.emptied();
  }

  /** Takes the last step back. @returns where, area by area; undefined where there is nothing to take back */
  back(): readonly { readonly sheet: HostSheet; readonly area: Area }[] | undefined {
    const step = this.steps.pop();
    this.group = undefined;
    return step
      ?.slice()
      .reverse()
      .map(({ sheet, before }) => {
        for (const [key, cell] of before) {
          if (cell) sheet.cells.set(key, cell);
          else sheet.cells.delete(key);
        }
        return { sheet, area: boundsOf(before.keys())! };
      });
  }
}
