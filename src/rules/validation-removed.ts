import { defineRule } from "./define";

/** The native data validation of every input cell is in place. Pasting wipes it, and the cell then takes anything. */
export const validationRemoved = defineRule({
  id: "validation-removed",
  severity: "advisory",
  messages: { removed: ["cells"] },
  check({ submission }, _options: object, out) {
    for (const anomaly of submission.anomalies) {
      if (anomaly.kind !== "validation-removed") continue;
      const { at, cells, restore } = anomaly;
      const report = submission.programmes.find(({ sheet }) => sheet === at.sheet);
      out.report(
        "removed",
        { at, related: cells.slice(1), report, fix: { kind: "validation", at, validations: restore } },
        { cells: cells.length },
      );
    }
  },
});
