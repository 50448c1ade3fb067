import type { MemoryExcel } from "./excel";

const excelRun = Symbol("Excel.run as the client made it");

interface Client {
  run: (...args: unknown[]) => Promise<unknown>;
  [excelRun]?: Client["run"];
}

/**
 * Tells the host which requests belong to a run with `mergeUndoGroup`: the client passes that option on unseen, so it is seen here.
 * Runs of the product follow each other; requests of another run meanwhile would be taken for grouped.
 * @param scope where the client has put `Excel`
 */
export function observeUndoGroups(excel: MemoryExcel, scope: object): void {
  const client = (scope as { readonly Excel: Client }).Excel;
  const run = (client[excelRun] ??= client.run);
  client.run = async (...args) => {
    const [options] = args as [{ readonly mergeUndoGroup?: boolean } | undefined];
    if (options?.mergeUndoGroup !== true) return run(...args);
    excel.undoGroup = {};
    try {
      return await run(...args);
    } finally {
      excel.undoGroup = undefined;
    }
  };
}
