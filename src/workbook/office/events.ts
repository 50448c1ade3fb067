/// <reference types="office-js" />
import { ok, type Result } from "../../domain";
import type { LiveTrouble } from "../port";
import { supports, trip } from "./trip";
import { troubleOfError } from "./trouble";
import type { Written } from "./write";

/** Milliseconds after which an event is no longer taken for the echo of an own write. */
const ECHO = 3_000;
/** Milliseconds in which a calculation is taken for that of a write, our own or one that was told as a change: nobody tells whose it was. */
const CALCULATES = 1_000;

/** Listens to changes of cells, and tells own writes from those of others. */
export class Changes {
  private calculates = 0;
  private own: (Written & { readonly until: number })[] = [];

  /** Own writes that are about to happen: without `triggerSource` (ExcelApi 1.14) their events are known by their place. */
  announce(written: readonly Written[]): void {
    const now = Date.now();
    this.calculates = now + CALCULATES;
    if (supports("1.14")) return;
    this.own = [...this.own.filter(({ until }) => until > now), ...written.map((one) => ({ ...one, until: now + ECHO }))];
  }

  private echo(event: Excel.WorksheetChangedEventArgs): boolean {
    if (supports("1.14")) return (event.triggerSource as string | undefined) === "ThisLocalAddin";
    const now = Date.now();
    const found = this.own.findIndex(
      ({ sheet, address, until }) => until > now && sheet === event.worksheetId && address === event.address,
    );
    if (found < 0) return false;
    this.own.splice(found, 1);
    return true;
  }

  /** Calls the listener, with the id of the sheet, after each change that is not our own. @returns how to stop */
  async listen(listener: (sheet: string) => void): Promise<Result<() => void, LiveTrouble>> {
    const added = await trip((context) => {
      const { worksheets } = context.workbook;
      const changed = worksheets.onChanged.add(async (event) => {
        this.calculates = Date.now() + CALCULATES;
        if (!this.echo(event)) listener(event.worksheetId);
      });
      // A choice from a list that a formula makes raises no change on the web (OfficeDev/office-js#3888, #4066), only a calculation.
      const calculated = worksheets.onCalculated.add(async ({ worksheetId }) => {
        if (Date.now() >= this.calculates) listener(worksheetId);
      });
      return () => ({ context, remove: () => [changed, calculated].forEach((handler) => handler.remove()) });
    });
    if (!added.ok) return added;
    let stopped = false;
    return ok(() => {
      if (stopped) return;
      stopped = true;
      void removeHandlers(added.value);
    });
  }
}

/** Handlers can only be removed in the context that added them. */
async function removeHandlers({
  context: added,
  remove,
}: {
  readonly context: Excel.RequestContext;
  readonly remove: () => void;
}): Promise<void> {
  try {
    await Excel.run(added, async (context) => {
      remove();
      await context.sync();
    });
  } catch (error) {
    // Nobody waits for it, and the listener is deaf already: only bugs are worth telling.
    troubleOfError(error);
  }
}
