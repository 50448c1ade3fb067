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
      const { decimals } = form.indicators.find(({ code }) => code === numerator)!.type;
      out.report(
        "outside",
        { ...place, found },
        {
          ...named(form, numerator),
          found,
          per: denominator,
          perName,
          perUnit,
          perFound,
          ratio: shown(ratio, min, max, decimals),
          min,
          max,
        },
      );
    }
  },
});

/** More decimals than numbers of the indicator have tell a finer ratio where these would say that there is none, or that it is in range. */
const FINE = 4;

function shown(ratio: number, min: number, max: number, decimals: number): number {
  const short = rounded(ratio, decimals);
  return short > 0 && (short < min || short > max) ? short : rounded(ratio, FINE);
}
