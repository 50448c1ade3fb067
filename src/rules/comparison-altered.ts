import { comparisonOf, shown } from "../domain";
import { defineRule, named } from "./define";

/**
 * The comparison values are those the form was issued with: by them the school's changes are judged. That a reviewer's earlier files
 * say otherwise is no doing of the school's: a report of before may have been sent again since.
 */
export const comparisonAltered = defineRule({
  id: "comparison-altered",
  severity: "error",
  messages: {
    altered: ["code", "name", "unit", "found", "issued"],
    removed: ["code", "name", "unit", "issued"],
    added: ["code", "name", "unit", "found"],
    otherwise: ["code", "name", "unit", "issued", "given"],
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
    for (const report of submission.programmes)
      for (const indicator of form.indicators) {
        const { code } = indicator;
        const [issued, given] = [comparisonOf(report.previous, indicator), comparisonOf(report.given, indicator)];
        if (issued === undefined || given === undefined || issued === given) continue;
        out.report(
          "otherwise",
          { at: report.comparisons[code]!.at, report, row: code, found: issued, expected: given, severity: "advisory", for: "reviewer" },
          { ...named(form, code), issued, given },
        );
      }
  },
});
