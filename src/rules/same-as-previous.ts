import type { Comparison, EarlierBasis, Form, ProgrammeReport } from "../domain";
import { byEarlier } from "./compared";
import { defineRule, soundNumber } from "./define";

export interface Options {
  /** Fewer comparable numbers than this prove nothing. */
  readonly least: number;
}

/** A report whose numbers all equal those of the period before was copied more often than not. */
export const sameAsPrevious = defineRule({
  id: "same-as-previous",
  severity: "query",
  messages: { same: ["count"] },
  check({ submission, form }, { least }: Options, out) {
    for (const report of submission.programmes)
      for (const { lastPeriod, earlier } of reportsBefore(report)) {
        const { equal, different, faulty } = tally(form, report, lastPeriod);
        if (different > 0 || equal + faulty.length < least) continue;
        const place = { at: report.programme.at, report, row: "line", ...byEarlier(earlier) };
        if (faulty.length > 0) out.notChecked(place, faulty);
        else out.report("same", place, { count: equal });
        break;
      }
  },
});

/** The report of the period before as the form was issued with it, then as a reviewer's earlier files have it, where that is another. */
function reportsBefore({ previous, given }: ProgrammeReport): { readonly lastPeriod: Comparison; readonly earlier?: EarlierBasis }[] {
  const issued = known(previous?.lastPeriod);
  const laidOver = { ...issued, ...known(given?.lastPeriod) };
  const none = Object.keys(issued).length === 0;
  return [{ lastPeriod: issued }, { lastPeriod: laidOver, earlier: none ? "not-issued" : "issued-otherwise" }];
}

function known(comparison: Comparison = {}): Comparison {
  return Object.fromEntries(Object.entries(comparison).filter(([, value]) => value !== undefined));
}

function tally(form: Form, report: ProgrammeReport, lastPeriod: Comparison) {
  let [equal, different] = [0, 0];
  const faulty = [];
  for (const indicator of form.indicators) {
    // Flows too: whoever copies a report copies all of it.
    const before = lastPeriod[indicator.code];
    if (before === undefined) continue;
    const reported = report.values[indicator.code]!;
    const found = soundNumber(indicator, reported);
    if (found === undefined) faulty.push(reported);
    else if (found === before) equal++;
    else different++;
  }
  return { equal, different, faulty };
}
