import { comparisonOf, type Form, type Indicator, type ProgrammeReport, type Reported } from "../domain";
import { rounded, soundNumber, type Case, type Messages, type Out } from "./define";

/** An indicator's number beside the one it is compared with. */
export interface Compared {
  readonly report: ProgrammeReport;
  readonly indicator: Indicator;
  readonly found: number;
  readonly compared: number;
}

/**
 * The numbers of a submission to which a comparison applies; inputs that are none are reported as not checked, once per programme.
 * A comparison value that is missing is no fault: there is nothing to check.
 */
export function comparedNumbers<M extends Messages>(
  { submission, form }: Case,
  applies: (indicator: Indicator, compared: number) => boolean,
  out: Out<M>,
): Compared[] {
  return submission.programmes.flatMap((report) => {
    const { pairs, faulty } = split(form, report, applies);
    if (faulty[0]) out.notChecked({ at: faulty[0].at, report }, faulty);
    return pairs;
  });
}

function split(form: Form, report: ProgrammeReport, applies: (indicator: Indicator, compared: number) => boolean) {
  const pairs: Compared[] = [];
  const faulty: Reported[] = [];
  for (const indicator of form.indicators) {
    const compared = comparisonOf(report, indicator);
    if (compared === undefined || !applies(indicator, compared)) continue;
    const found = soundNumber(indicator, report.values[indicator.code]!);
    if (found === undefined) faulty.push(report.values[indicator.code]!);
    else pairs.push({ report, indicator, found, compared });
  }
  return { pairs, faulty };
}

/** By how much two numbers differ, without what binary fractions leave behind. */
export function difference(a: number, b: number): number {
  return rounded(Math.abs(a - b), 2);
}
