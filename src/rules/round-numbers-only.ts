import { defineRule, soundNumber } from "./define";

export interface Options {
  /** Fewer numbers than this prove nothing. */
  readonly least: number;
  /** Numbers below this are passed over. */
  readonly from: number;
  readonly step: number;
}

/** Numbers that were counted are seldom all round; numbers that were estimated are. */
export const roundNumbersOnly = defineRule({
  id: "round-numbers-only",
  severity: "advisory",
  messages: { round: ["count", "from", "step"] },
  check({ submission, form }, { least, from, step }: Options, out) {
    for (const report of submission.programmes) {
      const numbers = form.indicators.flatMap((indicator) => {
        const number = soundNumber(indicator, report.values[indicator.code]!);
        return number !== undefined && number >= from ? [number] : [];
      });
      if (numbers.length < least || numbers.some((number) => number % step !== 0)) continue;
      const first = report.values[form.indicators[0]!.code]!;
      out.report("round", { at: first.at, report }, { count: numbers.length, from, step });
    }
  },
});
