import { defineRule, named, numbersOf, rounded } from "./define";

export interface Options {
  readonly numerator: string;
  readonly denominator: string;
  readonly min: number;
  readonly max: number;
}

/** One number per unit of another lies where it usually does; outside, the unit was mistaken more often than not. */
export const ratioInRange = defineRule({
  id: "ratio-in-range",
  severity: "query",
  messages: {
    outside: ["code", "name", "unit", "found", "per", "perName", "perUnit", "perFound", "ratio", "min", "max"],
  },
  check({ submission, form }, { numerator, denominator, min, max }: Options, out) {
    for (const report of submission.programmes) {
      const { value, faulty } = numbersOf(form, report, [numerator, denominator]);
      const [found, perFound] = [value[numerator], value[denominator]];
      // With a 0 on either side there is no ratio.
      if (found === 0 || perFound === 0) continue;
      const place = { at: report.values[numerator]!.at, related: [report.values[denominator]!.at], report, row: numerator };
      if (found === undefined || perFound === undefined) {
        out.notChecked(place, faulty);
        continue;
      }
      const ratio = found / perFound;
      if (ratio >= min && ratio <= max) continue;
      const { name: perName, unit: perUnit } = named(form, denominator);
      out.report(
        "outside",
        { ...place, found },
        { ...named(form, numerator), found, per: denominator, perName, perUnit, perFound, ratio: rounded(ratio, 4), min, max },
      );
    }
  },
});
