import { createContext, useContext } from "react";
import type { Checked } from "../../actions/check";
import type { CellRef, Finding } from "../../domain";
import type { FixLine } from "./fixes";
import type { ViewChange } from "./view";

/** Texts that were typed and are not yet written, by the place they are for. */
export interface TypedTexts {
  get(place: string): string | undefined;
  set(place: string, text: string): void;
  delete(place: string): void;
}

/** What can be asked for where a checked form is shown; each door does it to its own: an open workbook, or a file. */
export interface FormActions {
  /** Changes what the list of findings shows. */
  view(change: ViewChange): void;
  /** Offers repairs together, to be looked over; undefined withdraws them. */
  preview(lines: readonly FixLine[] | undefined): void;
  /** Goes on to what comes after a form that passes. */
  toSend(): void;
  /** @param unticked of several on offer those that the person does not want */
  fix(lines: readonly FixLine[], unticked?: readonly FixLine[]): Promise<void>;
  /** Writes the explanation of a finding. */
  explain(checked: Checked, finding: Finding, text: string): Promise<void>;
  /** Explanations that were typed and are not yet written, by the place they are for: looking at another finding loses none. */
  readonly typed: TypedTexts;
  /** Leads to a cell. */
  reveal(at: CellRef): Promise<void>;
}

const FormContext = createContext<FormActions | undefined>(undefined);
export const FormActionsProvider = FormContext.Provider;

/** @throws Error where a component stands outside its provider */
export function useFormActions(): FormActions {
  const actions = useContext(FormContext);
  if (!actions) throw new Error("A component of a form stands outside its provider");
  return actions;
}
