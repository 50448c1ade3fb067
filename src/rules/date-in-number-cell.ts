import { shown } from "../domain";
import { defineRule, named } from "./define";

/** Neither date nor time stands where a number belongs: programs turn inputs such as 3-5 and 3:05 into them by themselves. */
export const dateInNumberCell = defineRule({
  id: "date-in-number-cell",
  severity: "error",
  messages: { date: ["code", "name", "unit", "found"], time: ["code", "name", "unit", "found"] },
  check({ submission, form }, _options: object, out) {
    for (const report of submission.programmes)
      for (const { code } of form.indicators) {
        const cell = report.values[code]!;
        if (cell.kind !== "date" && cell.kind !== "time") continue;
        out.report(cell.kind, { at: cell.at, report, row: code, found: shown(cell) }, { ...named(form, code), found: shown(cell) });
      }
  },
});
