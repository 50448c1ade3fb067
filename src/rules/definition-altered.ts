import { defineRule } from "./define";

/**
 * A reviewer judges by the definition that was issued, whatever a file carries: that it carries another changes nothing, and may be no
 * doing of the school's. So it is for the reviewer alone.
 */
export const definitionAltered = defineRule({
  id: "definition-altered",
  severity: "query",
  messages: { altered: ["rows"], missing: [], sealed: ["code"] },
  check({ submission }, _options: object, out) {
    for (const anomaly of submission.anomalies) {
      if (anomaly.kind !== "definition-altered") continue;
      const { at, rows, sealedBy } = anomaly;
      const place = { at, for: "reviewer" } as const;
      if (sealedBy !== undefined) out.report("sealed", place, { code: sealedBy });
      else if (rows.length === 0) out.report("missing", place, {});
      else out.report("altered", place, { rows: shortened(rows) });
    }
  },
});

/** So many names of rows are told one by one. */
const MOST_NAMED = 12;

function shortened(rows: readonly string[]): string {
  return `${rows.slice(0, MOST_NAMED).join("、")}${rows.length > MOST_NAMED ? "…" : ""}`;
}
