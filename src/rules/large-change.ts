import { comparedNumbers, difference } from "./compared";
import { defineRule, named, rounded } from "./define";

export interface Options {
  /** Least change, in percent of the comparison value. */
  readonly percent: number;
  /** Least change, in units: small numbers jump without meaning anything. */
  readonly units: number;
}

/** A number that changed much against its comparison value. A falling stock, and 0 on either side, are other rules'. */
export const largeChange = defineRule({
  id: "large-change",
  severity: "query",
  messages: {
    rose: ["code", "name", "unit", "found", "compared", "difference", "percent", "limit"],
    fell: ["code", "name", "unit", "found", "compared", "difference", "percent", "limit"],
  },
  check(judged, { percent: limit, units }: Options, out) {
    for (const { report, indicator, found, compared } of comparedNumbers(judged, (_, before) => before > 0, out)) {
      const change = difference(found, compared);
      if (found === 0 || change < units || change * 100 < limit * compared) continue;
      if (found < compared && indicator.measure === "stock") continue;
      out.report(
        found > compared ? "rose" : "fell",
        { at: report.values[indicator.code]!.at, report, row: indicator.code, found, expected: compared },
        {
          ...named(judged.form, indicator.code),
          found,
          compared,
          difference: change,
          percent: rounded((change * 100) / compared, 0),
          limit,
        },
      );
    }
  },
});
