import { defineRule, named, numbersOf } from "./define";

export interface Options {
  readonly whole: string;
  readonly part: string;
  /** Leaves a whole of 0 to zero-forces-zero, so that one mistake gives one finding. */
  readonly exceptZeroWhole?: boolean;
}

/** A part (其中) is at most its whole. */
export const partAtMostWhole = defineRule({
  id: "part-at-most-whole",
  severity: "error",
  messages: { exceeds: ["code", "name", "unit", "found", "whole", "wholeName", "limit"] },
  check({ submission, form }, { whole, part, exceptZeroWhole }: Options, out) {
    for (const report of submission.programmes) {
      const place = { at: report.values[part]!.at, related: [report.values[whole]!.at], report, row: part };
      const { value, faulty } = numbersOf(form, report, [part, whole]);
      const limit = value[whole];
      if (exceptZeroWhole && limit === 0) continue;
      if (faulty.length > 0) {
        out.notChecked(place, faulty);
        continue;
      }
      const found = value[part]!;
      if (found <= limit!) continue;
      out.report(
        "exceeds",
        { ...place, found, expected: limit! },
        { ...named(form, part), found, whole, wholeName: named(form, whole).name, limit: limit! },
      );
    }
  },
});
