import { defineRule, named, numberFault } from "./define";

/** A number is one that its indicator can have: not negative, with no more decimals than its type, and no larger than programs can hold. */
export const numberInRange = defineRule({
  id: "number-in-range",
  severity: "error",
  messages: {
    negative: ["code", "name", "unit", "found"],
    notInteger: ["code", "name", "unit", "found"],
    tooManyDecimals: ["code", "name", "unit", "found", "decimals"],
    tooLarge: ["code", "name", "unit", "found"],
  },
  check({ submission, form }, _options: object, out) {
    for (const report of submission.programmes)
      for (const indicator of form.indicators) {
        const { code, type } = indicator;
        const reported = report.values[code]!;
        const fault = reported.kind === "number" ? numberFault(indicator, reported.value) : undefined;
        if (reported.kind !== "number" || !fault) continue;
        const found = reported.value;
        out.report(fault, { at: reported.at, report, row: code, found }, { ...named(form, code), found, decimals: type.decimals });
      }
  },
});
