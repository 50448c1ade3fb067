import { textOf } from "../domain";
import { defineRule, named } from "./define";

/** An explanation was written for the value it explains: it lapses when the value changes after the seal. */
export const staleExplanation = defineRule({
  id: "stale-explanation",
  severity: "query",
  messages: { value: ["code", "name", "unit", "text"], line: ["text"] },
  check({ submission, form, found, lapsed }, _options: object, out) {
    for (const report of submission.programmes)
      for (const row of Object.keys(report.explanations)) {
        const cell = report.explanations[row]!;
        const text = textOf(cell);
        if (text === undefined || !lapsed(report, row)) continue;
        // A query that stays open because its explanation lapsed has said it already.
        if (found.some(({ explanation }) => explanation?.at === cell.at && explanation.fault === "lapsed")) continue;
        const place = { at: cell.at, report, row };
        if (row === "line") out.report("line", place, { text });
        else out.report("value", { ...place, related: [report.values[row]!.at] }, { ...named(form, row), text });
      }
  },
});
