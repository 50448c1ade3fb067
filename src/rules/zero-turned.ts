import { comparedNumbers } from "./compared";
import { defineRule, named } from "./define";

/** A number that became 0, or was 0 before, against its comparison value. */
export const zeroTurned = defineRule({
  id: "zero-turned",
  severity: "query",
  messages: {
    becameZero: ["code", "name", "unit", "found", "compared"],
    becamePositive: ["code", "name", "unit", "found", "compared"],
  },
  check(judged, _options: object, out) {
    for (const { report, indicator, found, compared } of comparedNumbers(judged, () => true, out)) {
      if ((found === 0) === (compared === 0)) continue;
      out.report(
        found === 0 ? "becameZero" : "becamePositive",
        { at: report.values[indicator.code]!.at, report, row: indicator.code, found, expected: compared },
        { ...named(judged.form, indicator.code), found, compared },
      );
    }
  },
});
