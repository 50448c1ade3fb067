import { form } from "../forms";
import { expectedInputs, META_SHEET, ownSheets } from "../sheets";
import { markedIn } from "../sheets/summary/marker";
import { SUMMARY_META, SUMMARY_SHEETS } from "../sheets/summary/places";
import type { LiveTrouble, LiveWorkbook } from "../workbook/port";

/** How a live workbook knows a form and a summary, and where it asks for validations at once. */
export const LIVE_FORM = {
  marker: META_SHEET,
  summary: {
    marker: SUMMARY_META,
    sheetsIn: (formulas: readonly (readonly unknown[])[]): readonly (string | undefined)[] | undefined => {
      if (formulas[0]?.[0] !== "summary") return undefined;
      const marked = markedIn(formulas);
      return (Object.keys(SUMMARY_SHEETS) as (keyof typeof SUMMARY_SHEETS)[]).map((key) => marked[key]);
    },
  },
  own: ownSheets(form),
  expected: (sheetNames: readonly string[]) => expectedInputs(form, sheetNames),
};

/** Keys of what the workbook remembers. They stand in files that are out there: never rename one. */
export const REMEMBERED = { school: "school", period: "period", arrival: "arrival", summary: "summary" } as const;

/** Events on the page that pane and ribbon functions share, where Excel runs both in one. */
export const PAGE_EVENTS = {
  /** Office is there. */
  office: "cluster-report-office",
  /** A ribbon function did something; it may have left word where the pane is to open. */
  arrival: "cluster-report-arrival",
} as const;

const PLACES = ["fill", "replace", "check", "send"] as const;

/** Where the pane opens, as a ribbon function left it. */
export interface Arrival {
  /** `replace`: 填报, with the question what to do about the form that is there. */
  readonly to: (typeof PLACES)[number];
  /** The files are to be made at once. */
  readonly send?: true;
  /** Why the function did not do what it was asked to. */
  readonly trouble?: LiveTrouble;
}

/** Leaves word where the pane is to open: a ribbon function cannot open it everywhere. */
export async function leaveArrival(workbook: LiveWorkbook, arrival: Arrival): Promise<void> {
  // Where the workbook takes no settings, the pane opens at its usual place: nothing is lost.
  await workbook.remember(REMEMBERED.arrival, JSON.stringify(arrival));
}

/** Takes the word that was left, once. */
export async function takeArrival(workbook: LiveWorkbook): Promise<Arrival | undefined> {
  const left = workbook.recall(REMEMBERED.arrival);
  if (left === undefined) return undefined;
  await workbook.remember(REMEMBERED.arrival, undefined);
  return parseArrival(left);
}

/** It comes out of a file, where anything may stand. */
export function parseArrival(text: string): Arrival | undefined {
  try {
    const read = JSON.parse(text) as Partial<Arrival> | null;
    const to = PLACES.find((place) => place === read?.to);
    if (to === undefined) return undefined;
    const trouble = typeof read?.trouble?.kind === "string" ? read.trouble : undefined;
    return { to, ...(read?.send === true ? { send: true } : {}), ...(trouble ? { trouble } : {}) };
  } catch {
    return undefined;
  }
}
