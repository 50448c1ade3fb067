import type { ProgrammeReport, Reported } from "../domain";
import { defineRule } from "./define";

/** No input holds an error value of the spreadsheet program. */
export const errorValue = defineRule({
  id: "error-value",
  severity: "error",
  messages: { fault: ["found"] },
  check({ submission }, _options: object, out) {
    const look = (cell: Reported, report?: ProgrammeReport, row?: string): void => {
      if (cell.kind === "fault") out.report("fault", { at: cell.at, report, row, found: cell.code }, { found: cell.code });
    };
    for (const cell of [submission.school, submission.period, ...Object.values(submission.cover)]) look(cell);
    for (const report of submission.programmes) {
      for (const cell of [report.category, report.cluster, report.programme]) look(cell, report, "line");
      for (const row of Object.keys(report.values)) look(report.values[row]!, report, row);
      for (const row of Object.keys(report.explanations)) look(report.explanations[row]!, report, row);
      for (const cell of Object.values(report.texts)) look(cell, report);
    }
  },
});
