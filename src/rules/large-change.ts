import { rounded } from "../domain";
import { difference, reportChanges } from "./compared";
import { defineRule } from "./define";

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
    reportChanges(
      judged,
      out,
      (_, before) => before > 0,
      ({ indicator, found, compared }) => {
        const change = difference(found, compared);
        if (found === 0 || change < units || change * 100 < limit * compared) return undefined;
        if (found < compared && indicator.measure === "stock") return undefined;
        const percent = (change * 100) / compared;
        return found > compared
          ? ["rose", { difference: change, percent: rounded(percent, 0), limit }]
          : ["fell", { difference: change, percent: lessThanAll(percent), limit }];
      },
    );
  },
});

/** A decline in whole percent; with one decimal, and rounded down, where that would say 100 % of what did not fall to 0. */
function lessThanAll(percent: number): number {
  const whole = rounded(percent, 0);
  return whole < 100 ? whole : rounded(percent - 0.05, 1);
}
