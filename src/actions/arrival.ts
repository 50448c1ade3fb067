import type { LiveTrouble } from "../workbook/port";

/** Events on the page that pane and ribbon functions share. */
export const PAGE_EVENTS = {
  /** Office is there. */
  office: "cluster-report-office",
  /** A ribbon function did something; it may have left word where the pane is to open. */
  arrival: "cluster-report-arrival",
} as const;

/** Where on the page the word lies. */
const KEY = "arrival";
const PLACES = ["fill", "replace", "check", "send"] as const;

/** What came of a ribbon function: said in the pane, whether it was open or not. */
export type Outcome =
  /** `unguarded`: sheets whose validations Excel did not take. */
  | { readonly kind: "inserted"; readonly unguarded: readonly string[] }
  | { readonly kind: "saved"; readonly code: string }
  /** `count`: findings that hold the form back; absent where it could not be read, which the pane says itself. */
  | { readonly kind: "not-sealed"; readonly asked: "save" | "send"; readonly count?: number }
  /** A reviewers' summary would have gone along. */
  | { readonly kind: "summary-beside"; readonly asked: "save" | "send" }
  | { readonly kind: "sealed-not-saved"; readonly trouble: LiveTrouble }
  | { readonly kind: "trouble"; readonly trouble: LiveTrouble };

/** Where the pane opens, as a ribbon function left it. */
export interface Arrival {
  /** `replace`: 填报, with the question what to do about the form that is there. */
  readonly to: (typeof PLACES)[number];
  /** The files are to be made at once. */
  readonly send?: true;
  readonly outcome?: Outcome;
}

/** Where the word lies: on the page that pane and ribbon functions share. */
type Page = Pick<HTMLElement, "dataset">;

/**
 * Leaves word where the pane is to open. On the page, never in the workbook: there it would go along to other people and other days, it
 * would be carried out in a copy, and a workbook that was just saved would be unsaved again.
 */
export function leaveArrival(page: Page, arrival: Arrival): void {
  page.dataset[KEY] = JSON.stringify(arrival);
}

/** Takes the word that was left, once. */
export function takeArrival(page: Page): Arrival | undefined {
  const left = page.dataset[KEY];
  delete page.dataset[KEY];
  return left === undefined ? undefined : (JSON.parse(left) as Arrival);
}

/** Whether a text is such a word: the add-in once left it in workbooks, and they are known by it. */
export function isArrival(text: string): boolean {
  try {
    const read = JSON.parse(text) as Partial<Arrival> | null;
    return PLACES.some((place) => place === read?.to);
  } catch {
    return false;
  }
}
