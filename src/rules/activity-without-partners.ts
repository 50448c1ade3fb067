import { defineRule, named, numbersOf } from "./define";

export interface Options {
  readonly partners: string;
  /** Indicators that need a partner to be above 0. */
  readonly active: readonly string[];
}

/** Where activities with enterprises are reported, there are enterprises. */
export const activityWithoutPartners = defineRule({
  id: "activity-without-partners",
  severity: "query",
  messages: { active: ["code", "name", "unit", "active"] },
  check({ submission, form }, { partners, active }: Options, out) {
    for (const report of submission.programmes) {
      const { value, faulty } = numbersOf(form, report, [partners, ...active]);
      const positive = active.filter((code) => (value[code] ?? 0) > 0);
      const place = { at: report.values[partners]!.at, report, row: partners };
      const zero = value[partners] === 0;
      if ((value[partners] ?? 0) > 0) continue;
      // One activity is enough to ask: faulty ones beside it change nothing.
      if (zero && positive.length > 0)
        out.report(
          "active",
          { ...place, related: positive.map((code) => report.values[code]!.at), found: 0 },
          { ...named(form, partners), active: positive.join("、") },
        );
      else if (zero ? faulty.length > 0 : positive.length > 0 || faulty.length > 1) out.notChecked(place, faulty);
    }
  },
});
