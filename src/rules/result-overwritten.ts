import { defineRule } from "./define";

/** What the form shows of its own check was reckoned by the form: typed over, it says what nobody found out. */
export const resultOverwritten = defineRule({
  id: "result-overwritten",
  severity: "advisory",
  messages: { overwritten: ["cells", "found"] },
  check({ submission }, _options: object, out) {
    for (const anomaly of submission.anomalies) {
      if (anomaly.kind !== "result-overwritten") continue;
      const { at, cells, found } = anomaly;
      const report = submission.programmes.find(({ sheet }) => sheet === at.sheet);
      out.report("overwritten", { at, related: cells.slice(1), report, found }, { cells: cells.length, found: short(found) });
    }
  },
});

/** Its beginning tells which it is. */
function short(text: string): string {
  return text.length > 30 ? `${text.slice(0, 30)}…` : text;
}
