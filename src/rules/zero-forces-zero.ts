import { defineRule, named, numbersOf } from "./define";

export interface Options {
  readonly whole: string;
  readonly parts: readonly string[];
}

/** Where there are none at all, there can be none of a kind: a whole of 0 forces its parts to 0. */
export const zeroForcesZero = defineRule({
  id: "zero-forces-zero",
  severity: "error",
  messages: { positive: ["code", "name", "unit", "found", "whole", "wholeName"] },
  check({ submission, form }, { whole, parts }: Options, out) {
    for (const report of submission.programmes) {
      const { value, faulty } = numbersOf(form, report, [whole, ...parts]);
      const wholeCell = report.values[whole]!;
      if ((value[whole] ?? 0) > 0) continue;
      const applies = value[whole] === 0 || parts.some((part) => value[part] !== 0);
      if (faulty.length > 0 && applies) out.notChecked({ at: wholeCell.at, report, row: whole }, faulty);
      if (value[whole] === undefined) continue;
      for (const part of parts) {
        const found = value[part];
        if (!found) continue;
        out.report(
          "positive",
          { at: report.values[part]!.at, related: [wholeCell.at], report, row: part, found, expected: 0 },
          { ...named(form, part), found, whole, wholeName: named(form, whole).name },
        );
      }
    }
  },
});
