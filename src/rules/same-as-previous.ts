import type { Form, ProgrammeReport } from "../domain";
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
    for (const report of submission.programmes) {
      const { equal, different, faulty } = tally(form, report);
      if (different > 0 || equal + faulty.length < least) continue;
      const place = { at: report.programme.at, report, row: "line" };
      if (faulty.length > 0) out.notChecked(place, faulty);
      else out.report("same", { ...place, found: equal }, { count: equal });
    }
  },
});

function tally(form: Form, report: ProgrammeReport) {
  let [equal, different] = [0, 0];
  const faulty = [];
  for (const indicator of form.indicators) {
    // Flows too: whoever copies a report copies all of it.
    const before = report.previous?.lastPeriod[indicator.code];
    if (before === undefined) continue;
    const reported = report.values[indicator.code]!;
    const found = soundNumber(indicator, reported);
    if (found === undefined) faulty.push(reported);
    else if (found === before) equal++;
    else different++;
  }
  return { equal, different, faulty };
}
