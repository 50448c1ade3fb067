import type { Form } from "../domain";
import { expectedInputs, META_SHEET, ownSheets, type OwnSheets } from "../sheets";
import { markedIn } from "../sheets/summary/marker";
import { SUMMARY_META, SUMMARY_SHEETS } from "../sheets/summary/places";

const summary = {
  marker: SUMMARY_META,
  sheetsIn: (formulas: readonly (readonly unknown[])[]): readonly (string | undefined)[] | undefined => {
    if (formulas[0]?.[0] !== "summary") return undefined;
    const marked = markedIn(formulas);
    return (Object.keys(SUMMARY_SHEETS) as (keyof typeof SUMMARY_SHEETS)[]).map((key) => marked[key]);
  },
};

/** What is told of a form to the adapter of a live workbook. */
interface LiveForm {
  readonly marker: string;
  readonly summary: typeof summary;
  readonly own: OwnSheets;
  readonly form: Form;
  readonly ofForm: (form: Form) => LiveForm;
  readonly expected: (sheetNames: readonly string[]) => ReturnType<typeof expectedInputs>;
}

/** How a live workbook knows a form and a summary, and where it asks for validations at once. */
export function liveForm(form: Form): LiveForm {
  return {
    marker: META_SHEET,
    summary,
    own: ownSheets(form),
    form,
    ofForm: liveForm,
    expected: (sheetNames: readonly string[]) => expectedInputs(form, sheetNames),
  };
}
