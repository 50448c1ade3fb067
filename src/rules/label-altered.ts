import { defineRule } from "./define";

/** The printed words of the form are the form's: a renamed indicator is another indicator. */
export const labelAltered = defineRule({
  id: "label-altered",
  severity: "error",
  messages: { altered: ["code", "found", "issued"], unit: ["code", "found", "issued"] },
  check({ submission }, _options: object, out) {
    for (const anomaly of submission.anomalies) {
      if (anomaly.kind !== "label-altered") continue;
      const { at, code, found, issued, unit } = anomaly;
      const report = submission.programmes.find(({ sheet }) => sheet === at.sheet);
      const place = { at, report, row: code, found, expected: issued };
      // A unit is never put back by the program: the figure beside it, which is in doubt as well, may have been entered in the other one.
      if (unit) out.report("unit", { ...place, related: [report!.values[code]!.at] }, { code, found, issued });
      else out.report("altered", { ...place, fix: { kind: "value", at, value: issued } }, { code, found, issued });
    }
  },
});
