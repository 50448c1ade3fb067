import { comparedNumbers, difference } from "./compared";
import { defineRule, named } from "./define";

export interface Options {
  /** A fall of no more than this is passed over. */
  readonly tolerance?: number;
}

/** A stock seldom falls: what existed at the end of the last period mostly still exists. Gone to 0 is another rule's. */
export const stockFalls = defineRule({
  id: "stock-falls",
  severity: "query",
  messages: { fell: ["code", "name", "unit", "found", "compared", "difference"] },
  check(judged, { tolerance = 0 }: Options, out) {
    for (const { report, indicator, found, compared } of comparedNumbers(
      judged,
      ({ measure }, before) => measure === "stock" && before > 0,
      out,
    )) {
      if (found === 0 || found >= compared || difference(compared, found) <= tolerance) continue;
      out.report(
        "fell",
        { at: report.values[indicator.code]!.at, report, row: indicator.code, found, expected: compared },
        { ...named(judged.form, indicator.code), found, compared, difference: difference(compared, found) },
      );
    }
  },
});
