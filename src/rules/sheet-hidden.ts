import { defineRule } from "./define";

/** What is reported can be seen: a hidden sheet is counted, and nobody looks at it. */
export const sheetHidden = defineRule({
  id: "sheet-hidden",
  severity: "error",
  messages: { hidden: ["sheet"] },
  check({ submission }, _options: object, out) {
    for (const anomaly of submission.anomalies) {
      if (anomaly.kind !== "sheet-hidden") continue;
      const { at } = anomaly;
      const report = submission.programmes.find(({ sheet }) => sheet === at.sheet);
      out.report("hidden", { at, report }, { sheet: at.sheet });
    }
  },
});
