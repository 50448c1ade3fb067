import { sameCell, textOf, type Reported, type Submission } from "../domain";
import { defineRule, named } from "./define";

/** Every indicator is filled in: 0 is an answer, blank is not. */
export const indicatorFilled = defineRule({
  id: "indicator-filled",
  severity: "error",
  messages: { blank: ["code", "name", "unit"] },
  check({ submission, form }, _options: object, out) {
    for (const report of submission.programmes)
      for (const { code } of form.indicators) {
        const reported = report.values[code]!;
        // A cell of nothing but spaces looks blank, and is.
        const blank = reported.kind === "blank" || (reported.kind === "text" && textOf(reported) === undefined);
        if (blank && !computed(submission, reported)) out.report("blank", { at: reported.at, report, row: code }, named(form, code));
      }
  },
});

/** A formula whose result was not saved is not blank for whoever opens the file in Excel: it has a finding of its own. */
function computed({ anomalies }: Submission, { at }: Reported): boolean {
  return anomalies.some((one) => one.kind === "formula" && sameCell(one.at, at));
}
