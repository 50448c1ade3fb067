/// <reference types="office-js" />
import { ok, type Result } from "../../domain";
import type { LiveTrouble } from "../port";
import { supports, trip } from "./trip";
import { troubleOfError } from "./trouble";
import type { Written } from "./write";

/** Milliseconds after which an event is no longer taken for the echo of an own write. */
const ECHO = 3_000;

/** Listens to changes of cells, and tells own writes from those of others. */
export class Changes {
  private own: (Written & { readonly until: number })[] = [];

  /** Own writes that are about to happen: without `triggerSource` (ExcelApi 1.14) their events are known by their place. */
  announce(written: readonly Written[]): void {
    if (supports("1.14")) return;
    const now = Date.now();
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

  /** Calls the listener after each change that is not our own. @returns how to stop */
  async listen(listener: () => void): Promise<Result<() => void, LiveTrouble>> {
    const added = await trip((context) => {
      const handler = context.workbook.worksheets.onChanged.add(async (event) => {
        if (!this.echo(event)) listener();
      });
      return () => handler;
    });
    if (!added.ok) return added;
    const handler = added.value;
    let stopped = false;
    return ok(() => {
      if (stopped) return;
      stopped = true;
      void removeHandler(handler);
    });
  }
}

/** A handler can only be removed in the context that added it. */
async function removeHandler(handler: OfficeExtension.EventHandlerResult<Excel.WorksheetChangedEventArgs>): Promise<void> {
  try {
    await Excel.run(handler.context, async (context) => {
      handler.remove();
      await context.sync();
    });
  } catch (error) {
    // Nobody waits for it, and the listener is deaf already: only bugs are worth telling.
    troubleOfError(error);
  }
}
