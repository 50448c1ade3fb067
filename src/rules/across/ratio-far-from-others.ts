import { rounded, type LineWithTexts } from "../../domain";
import { named } from "../define";
import { defineAcrossRule } from "./define";

export interface Options {
  readonly numerators: readonly string[];
  readonly denominator: string;
  /** So many lines with both numbers, or nothing is compared. */
  readonly least: number;
  /** Distance from the median in median absolute deviations, each scaled to a standard deviation. */
  readonly deviations: number;
  /** And so many times the median, or less than its part: where most schools agree, small differences are none. */
  readonly factor: number;
}

/** Makes a median absolute deviation comparable to a standard deviation (of a normal distribution). */
const SCALE = 1.4826;

/** One number per unit of another is not far from where it lies for the other schools: median and MAD of the logarithms, which no outlier moves. */
export const ratioFarFromOthers = defineAcrossRule({
  id: "ratio-far-from-others",
  severity: "advisory",
  messages: {
    far: ["code", "name", "unit", "found", "per", "perName", "perUnit", "perFound", "ratio", "median", "lines"],
  },
  check({ lines, form }, { numerators, denominator, least, deviations, factor }: Options, out) {
    for (const numerator of numerators) {
      const ratios = lines.flatMap((line) => ratioOf(line, numerator, denominator));
      if (ratios.length < least) continue;
      const middle = median(ratios.map(({ log }) => log));
      const spread = median(ratios.map(({ log }) => Math.abs(log - middle))) * SCALE;
      const { name: perName, unit: perUnit } = named(form, denominator);
      for (const { line, log, found, perFound } of ratios) {
        const distance = Math.abs(log - middle);
        if (distance <= deviations * spread || distance <= Math.log(factor)) continue;
        const { row, column } = line.values[numerator]!;
        out.report(
          "far",
          line,
          { at: { row, column }, indicator: numerator, found },
          {
            ...named(form, numerator),
            found,
            per: denominator,
            perName,
            perUnit,
            perFound,
            ratio: rounded(found / perFound, 2),
            median: rounded(Math.exp(middle), 2),
            lines: ratios.length,
          },
        );
      }
    }
  },
});

/** With a 0 on either side there is no ratio; other rules ask about zeros. */
function ratioOf(line: LineWithTexts, numerator: string, denominator: string) {
  const [found, perFound] = [line.values[numerator]?.value, line.values[denominator]?.value];
  return found && perFound ? [{ line, found, perFound, log: Math.log(found / perFound) }] : [];
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
