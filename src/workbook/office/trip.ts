/// <reference types="office-js" />
import { ok, refuse, type Result } from "../../domain";
import type { LiveTrouble } from "../port";
import { troubleOfError } from "./trouble";

/** The requirement set that the manifest declares. Anything newer is asked for by `supports` first. */
export const FLOOR = "1.13";
/** Milliseconds before each new attempt on a busy Excel. */
const PAUSES = [100, 400, 1200];

/** Whether this Excel has a requirement set, such as `1.14`. */
export function supports(version: string): boolean {
  return Office.context.requirements.isSetSupported("ExcelApi", version);
}

/** Whether this Excel can make one step of its undo of several writes. */
export function canGroup(): boolean {
  return supports("1.20");
}

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * One round trip to Excel. A busy Excel is asked again a few times: a request that it was too busy for had no effect.
 * @param queue queues commands and loads, and returns what to take from the loaded objects
 * @param grouped makes one step of Excel's own undo of all commands; asks for `canGroup` first. The batch may hold nothing but writes
 * that Excel can undo: with anything else, and in some Excels with a mere read, it fails as a whole (`UndoNotSupported`)
 * @returns what was taken, or why Excel did not do it
 * @throws only bugs
 */
export async function trip<T>(queue: (context: Excel.RequestContext) => () => T, grouped = false): Promise<Result<T, LiveTrouble>> {
  if (!supports(FLOOR)) return refuse({ kind: "too-old" });
  for (let attempt = 0; ; attempt++) {
    try {
      const options = { delayForCellEdit: true, ...(grouped ? { mergeUndoGroup: true } : {}) };
      const taken = await Excel.run(options, async (context) => {
        const take = queue(context);
        await context.sync();
        return take();
      });
      return ok(taken);
    } catch (error) {
      const trouble = troubleOfError(error);
      const milliseconds = PAUSES[attempt];
      if (trouble.kind !== "busy" || milliseconds === undefined) return refuse(trouble);
      await pause(milliseconds);
    }
  }
}
