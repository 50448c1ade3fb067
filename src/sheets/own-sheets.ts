import { plainName, type Form } from "../domain";
import { formLabels } from "./form-labels";
import { DEFINITION_SHEET, HIDDEN_SHEETS } from "./places";

/** How the sheets of a form are told from a person's own without reading all of them. */
export interface OwnSheets {
  /** Whether a name is one that sheets of a form are issued with. */
  named(sheet: string): boolean;
  /** Whether texts from the top of a sheet, under whatever name, are those of a form: the reader takes a sheet for one from three labels on. */
  looksLike(texts: readonly string[]): boolean;
  /** Whether a sheet is as large as all others together, and nobody but a program changes it. */
  once(sheet: string): boolean;
}

/** The sheets of a form. */
export function ownSheets(form: Form): OwnSheets {
  const { coverSheet, programmeSheet } = form.labels;
  const fixed = new Set([...HIDDEN_SHEETS, coverSheet]);
  const labels = formLabels(form);
  return {
    named: (sheet) => fixed.has(sheet) || (sheet.startsWith(programmeSheet) && /^\d+$/.test(sheet.slice(programmeSheet.length))),
    once: (sheet) => sheet === DEFINITION_SHEET,
    looksLike: (texts) => new Set(texts.map(plainName).filter((text) => labels.has(text))).size >= 3,
  };
}
