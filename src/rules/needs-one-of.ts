import { defineRule, named, numbersOf } from "./define";

export interface Options {
  readonly code: string;
  readonly of: readonly string[];
}

/** A number above 0 rests on one of some others being above 0. */
export const needsOneOf = defineRule({
  id: "needs-one-of",
  severity: "query",
  messages: { none: ["code", "name", "unit", "found", "of"] },
  check({ submission, form }, { code, of }: Options, out) {
    for (const report of submission.programmes) {
      const { value, faulty } = numbersOf(form, report, [code, ...of]);
      const found = value[code];
      if (found === 0 || of.some((other) => (value[other] ?? 0) > 0)) continue;
      const place = { at: report.values[code]!.at, related: of.map((other) => report.values[other]!.at), report, row: code };
      if (found === undefined || faulty.length > 0) out.notChecked(place, faulty);
      else out.report("none", { ...place, found }, { ...named(form, code), found, of: of.join("、") });
    }
  },
});
