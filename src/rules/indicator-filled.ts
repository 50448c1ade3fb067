import { textOf } from "../domain";
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
        // A formula whose result was not saved is not blank for whoever opens the file in Excel: it has a finding of its own.
        const computed = submission.anomalies.some(
          ({ kind, at }) =>
            kind === "formula" && at.sheet === reported.at.sheet && at.row === reported.at.row && at.column === reported.at.column,
        );
        if (blank && !computed) out.report("blank", { at: reported.at, report, row: code }, named(form, code));
      }
  },
});
