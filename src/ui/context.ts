import { createContext, useContext } from "react";
import type { Catalogue } from "../domain";
import type { Locale } from "../locales";

/** What everything that pane and page both show may need. It knows neither of them. */
export interface Ui {
  readonly locale: Locale;
  /** The form, with all that judges it. */
  readonly catalogue: Catalogue;
  today(): Date;
  /** Copies a text; false where the engine has no clipboard to write to. */
  copy(text: string): Promise<boolean>;
}

const UiContext = createContext<Ui | undefined>(undefined);
export const UiProvider = UiContext.Provider;

/** @throws Error where a component stands outside its provider */
export function useUi(): Ui {
  const ui = useContext(UiContext);
  if (!ui) throw new Error("A component of ui stands outside its provider");
  return ui;
}
