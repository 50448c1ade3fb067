import type { LiveWorkbook } from "../workbook/port";

/** Keys of what the workbook remembers. They stand in files that are out there: never rename one. */
export const REMEMBERED = { school: "school", period: "period", arrival: "arrival", autoShow: "Office.AutoShowTaskpaneWithDocument" } as const;

/** Where the pane opens, as a ribbon function left it. */
export type Arrival = "fill" | "check" | "send";

const ARRIVALS: readonly Arrival[] = ["fill", "check", "send"];

/** Leaves word where the pane is to open: a ribbon function cannot always open it there itself. */
export async function leaveArrival(workbook: LiveWorkbook, arrival: Arrival): Promise<void> {
  // Where the workbook takes no settings, the pane opens at its usual place: nothing is lost.
  await workbook.remember(REMEMBERED.arrival, arrival);
}

/** Takes the word that was left, once. */
export async function takeArrival(workbook: LiveWorkbook): Promise<Arrival | undefined> {
  const left = workbook.recall(REMEMBERED.arrival);
  if (left === undefined) return undefined;
  await workbook.remember(REMEMBERED.arrival, undefined);
  return ARRIVALS.find((one) => one === left);
}
