import { sameCell, shown, type Reported, type Submission } from "../domain";
import { defineRule } from "./define";

/**
 * What people type, not what a formula computes: it may point at another file, and shows other values there. What a seal vouches for
 * would then no longer be what is seen: a sealed copy has no formula in an input cell.
 */
export const formulaInInput = defineRule({
  id: "formula-in-input",
  severity: "advisory",
  messages: { formula: ["formula", "found"], sealed: ["formula", "found"], unsaved: ["formula"] },
  check({ submission, sealing }, _options: object, out) {
    for (const anomaly of submission.anomalies) {
      if (anomaly.kind !== "formula" || saidElsewhere(submission, anomaly.value)) continue;
      const { at, value } = anomaly;
      const fix = value.kind === "number" || value.kind === "text" ? ({ fix: { kind: "value", at, value: value.value } } as const) : {};
      const report = submission.programmes.find(({ sheet }) => sheet === at.sheet);
      const [place, facts] = [
        { at, report, found: shown(value), ...fix },
        { formula: short(anomaly.formula), found: shown(value) },
      ];
      // Programs that do not calculate leave it so: Excel shows a result that nobody else can read.
      if (value.kind === "blank") out.report("unsaved", { at, report, severity: "error" }, { formula: short(anomaly.formula) });
      else if (sealing || submission.seal) out.report("sealed", { ...place, severity: "error" }, facts);
      else out.report("formula", place, facts);
    }
  },
});

/** Errors, and texts and dates in number cells, have their own findings on the same cell. */
function saidElsewhere({ programmes }: Submission, value: Reported): boolean {
  if (value.kind === "fault") return true;
  const isNumberCell = programmes.some(({ values }) => Object.values(values).some(({ at }) => sameCell(at, value.at)));
  return isNumberCell && value.kind !== "number" && value.kind !== "blank";
}

/** A formula may be as long as a page; its beginning tells which it is. */
function short(formula: string): string {
  return formula.length > 60 ? `${formula.slice(0, 60)}…` : formula;
}
