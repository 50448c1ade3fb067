import { defineRule, named, numbersOf } from "./define";

export interface Options {
  readonly a: string;
  readonly b: string;
}

/** Of two numbers that go together, either both are 0 or neither. */
export const bothOrNeither = defineRule({
  id: "both-or-neither",
  severity: "query",
  messages: { alone: ["code", "name", "unit", "other", "otherName", "otherUnit", "otherFound"] },
  check({ submission, form }, { a, b }: Options, out) {
    for (const report of submission.programmes) {
      const { value, faulty } = numbersOf(form, report, [a, b]);
      if (faulty.length > 0) {
        out.notChecked({ at: faulty[0]!.at, report }, faulty);
        continue;
      }
      if ((value[a] === 0) === (value[b] === 0)) continue;
      const [zero, other] = value[a] === 0 ? [a, b] : [b, a];
      const { name: otherName, unit: otherUnit } = named(form, other);
      out.report(
        "alone",
        { at: report.values[zero]!.at, related: [report.values[other]!.at], report, row: zero, found: 0 },
        { ...named(form, zero), other, otherName, otherUnit, otherFound: value[other]! },
      );
    }
  },
});
