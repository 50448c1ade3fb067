import type { FindingKind } from "../../domain";

/** What the list of findings shows, and where in it the person is. */
export interface View {
  readonly only: FindingKind | "all";
  readonly text: string;
  /** Key of the row that the arrow keys start from. */
  readonly selected?: string;
  /** Key of the finding that is told in full. */
  readonly expanded?: string;
  /** Keys of the runs of like findings that are unfolded. */
  readonly unfolded: ReadonlySet<string>;
}

/** What a person changes of it. `fold`: a run of like findings is unfolded or folded again. */
export type ViewChange = Partial<Omit<View, "unfolded">> & { readonly fold?: { readonly key: string; readonly open: boolean } };

/** The list before anybody looked. */
export const START_VIEW: View = { only: "all", text: "", unfolded: new Set() };

/** The list after a change: whoever folds a run is at its row, and nothing is told in full. */
export function viewed(view: View, { fold, ...change }: ViewChange): View {
  if (!fold) return { ...view, ...change };
  const unfolded = new Set(view.unfolded);
  if (fold.open) unfolded.add(fold.key);
  else unfolded.delete(fold.key);
  return { ...view, ...change, unfolded, selected: fold.key, expanded: undefined };
}
