import { canonical, sameName, textOf, type Form, type ProgrammeReport } from "../domain";
import { defineRule, soundNumber } from "./define";

export interface Options {
  /** So many figures above 0, or the same figures prove nothing: blanks and zeros agree by themselves. */
  readonly least: number;
}

/**
 * Two programmes of a school do not have the same figures throughout. One programme that serves two clusters may: then no school did
 * anything wrong, and only the reviewer can tell whether its figures count once or twice.
 */
export const figuresRepeated = defineRule({
  id: "figures-repeated",
  severity: "query",
  messages: { repeated: ["programme", "sheet", "count"], countedTwice: ["programme", "cluster", "otherCluster", "sheet", "count"] },
  check({ submission, form }, { least }: Options, out) {
    const known = new Map<string, ProgrammeReport[]>();
    for (const report of submission.programmes) {
      const count = aboveZero(form, report);
      const [cluster, programme] = [textOf(report.cluster), textOf(report.programme)];
      if (count < least || cluster === undefined || programme === undefined) continue;
      const figures = form.indicators.map(({ code }) => canonical(report.values[code]!)).join("\n");
      const same = known.get(figures) ?? [];
      known.set(figures, [...same, report]);
      const place = { at: report.programme.at, report, found: programme };
      const other = same.find((one) => !sameName(textOf(one.programme), programme));
      const elsewhere = same.find((one) => !sameName(textOf(one.cluster), cluster));
      if (other)
        out.report(
          "repeated",
          { ...place, related: [other.programme.at], row: "line" },
          { programme: textOf(other.programme)!, sheet: other.sheet, count },
        );
      else if (elsewhere)
        out.report(
          "countedTwice",
          { ...place, related: [elsewhere.programme.at], for: "reviewer" },
          { programme, cluster, otherCluster: textOf(elsewhere.cluster)!, sheet: elsewhere.sheet, count },
        );
    }
  },
});

function aboveZero(form: Form, report: ProgrammeReport): number {
  return form.indicators.filter((indicator) => (soundNumber(indicator, report.values[indicator.code]!) ?? 0) > 0).length;
}
