import { defineRule } from "./define";

/** The printed words of the form are the form's: a renamed indicator is another indicator. */
export const labelAltered = defineRule({
  id: "label-altered",
  severity: "error",
  messages: { altered: ["code", "found", "issued"] },
  check({ submission }, _options: object, out) {
    for (const anomaly of submission.anomalies) {
      if (anomaly.kind !== "label-altered") continue;
      const { at, code, found, issued } = anomaly;
      const report = submission.programmes.find(({ sheet }) => sheet === at.sheet);
      out.report(
        "altered",
        { at, report, row: code, found, expected: issued, fix: { kind: "value", at, value: issued } },
        { code, found, issued },
      );
    }
  },
});
