import { shown } from "../domain";
import { defineRule, named } from "./define";

/** The comparison values are those the form was issued with: changes are judged by them. */
export const comparisonAltered = defineRule({
  id: "comparison-altered",
  severity: "error",
  messages: {
    altered: ["code", "name", "unit", "found", "issued"],
    removed: ["code", "name", "unit", "issued"],
    added: ["code", "name", "unit", "found"],
  },
  check({ submission, form }, _options: object, out) {
    for (const anomaly of submission.anomalies) {
      if (anomaly.kind !== "comparison-altered") continue;
      const { at, code, issued } = anomaly;
      const found = shown(anomaly.found);
      const report = submission.programmes.find(({ sheet }) => sheet === at.sheet);
      const place = { at, report, row: code, found, fix: { kind: "value", at, value: issued ?? null } } as const;
      const of = named(form, code);
      if (issued === undefined) out.report("added", place, { ...of, found });
      else if (anomaly.found.kind === "blank") out.report("removed", { ...place, expected: issued }, { ...of, issued });
      else out.report("altered", { ...place, expected: issued }, { ...of, found, issued });
    }
  },
});
