import { cellAt, type Grid, type SheetList } from "../domain";
import { HIDDEN_SHEETS } from "./places";
import { markedSheets } from "./summary/marker";
import { SUMMARY_META } from "./summary/places";

/** What a workbook holds beside the form: a file made of it holds that as well. */
export interface Beside {
  /** The person's own sheets, hidden ones too. */
  readonly sheets: SheetList;
  /** A reviewers' summary, which holds what other schools reported: its record of numbers stays where its visible sheets are deleted. */
  readonly summary: boolean;
}

/** @param form names of the cover and programme sheets */
export function besideOf(grid: Grid, form: ReadonlySet<string>): Beside {
  const all = [...grid.sheets, ...(grid.unread ?? [])];
  const summary = holdsSummary(grid);
  const passedOver = new Set([...form, ...HIDDEN_SHEETS, ...Object.values(markedSheets(grid)), ...(summary ? [SUMMARY_META] : [])]);
  return { sheets: all.filter(({ name }) => !passedOver.has(name)).map(({ name, state }) => ({ name, state })), summary };
}

function holdsSummary({ sheets, unread = [] }: Grid): boolean {
  const marker = sheets.find(({ name }) => name === SUMMARY_META);
  if (marker) return cellAt(marker, { row: 0, column: 0 })?.value === "summary";
  // A live Excel is not asked what stands there: no person's own sheet is hidden like this.
  return unread.some(({ name, state }) => name === SUMMARY_META && state === "veryHidden");
}
