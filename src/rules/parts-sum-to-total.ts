import { defineRule, named, numbersOf, rounded } from "./define";

export interface Options {
  readonly total: string;
  readonly parts: readonly string[];
}

/** A total equals the sum of its parts. A total typed by hand drifts, and a consolidation would count people twice or not at all. */
export const partsSumToTotal = defineRule({
  id: "parts-sum-to-total",
  severity: "error",
  messages: { differs: ["code", "name", "unit", "found", "parts", "sum", "difference"] },
  check({ submission, form }, { total, parts }: Options, out) {
    for (const report of submission.programmes) {
      const place = {
        at: report.values[total]!.at,
        related: parts.map((part) => report.values[part]!.at),
        report,
        row: total,
      };
      const { value, faulty } = numbersOf(form, report, [total, ...parts]);
      if (faulty.length > 0) {
        out.notChecked(place, faulty);
        continue;
      }
      const found = value[total]!;
      const sum = rounded(
        parts.reduce((acc, part) => acc + value[part]!, 0),
        2,
      );
      if (Math.abs(sum - found) < 0.005) continue;
      out.report(
        "differs",
        { ...place, found, expected: sum },
        { ...named(form, total), found, parts: parts.join("+"), sum, difference: rounded(Math.abs(sum - found), 2) },
      );
    }
  },
});
