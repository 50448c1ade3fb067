import { comparisonOf, rounded, type EarlierBasis, type Facts, type Indicator, type ProgrammeReport, type Reported } from "../domain";
import { named, soundNumber, type Case, type Messages, type Out, type Place } from "./define";

/** An indicator's number beside the one it is compared with. */
export interface Compared {
  readonly indicator: Indicator;
  readonly found: number;
  readonly compared: number;
}

/** A message about a change, and the facts it has beside code, name, unit, found and compared. */
export type Change<M extends Messages> = readonly [message: keyof M & string, facts?: Facts];

interface Comparison {
  readonly compared: number;
  /** Absent where the form itself shows the value. */
  readonly earlier?: EarlierBasis;
}

/** What is said about a finding that hangs on what only the reviewer's earlier files say. */
export function byEarlier(earlier: EarlierBasis | undefined): Pick<Place, "for" | "earlier"> {
  return earlier === undefined ? {} : { for: "reviewer", earlier };
}

/**
 * Reports numbers that stand out beside their comparison values. Those the form was issued with are the school's to explain; where a
 * reviewer's earlier files say otherwise, what follows from that is for the reviewer alone, unless the school explains the same already.
 * Inputs that are no numbers are reported as not checked, once per programme. A comparison value that is missing is no fault.
 * @param applies whether a comparison value is one the rule looks at
 */
export function reportChanges<M extends Messages>(
  { submission, form }: Case,
  out: Out<M>,
  applies: (indicator: Indicator, compared: number) => boolean,
  changeOf: (pair: Compared) => Change<M> | undefined,
): void {
  for (const report of submission.programmes) {
    const faulty = { school: new Set<Reported>(), reviewer: new Set<Reported>() };
    for (const indicator of form.indicators) {
      const { code } = indicator;
      const reported = report.values[code]!;
      const found = soundNumber(indicator, reported);
      let said: string | undefined;
      for (const { compared, earlier } of comparisonsOf(report, indicator)) {
        if (!applies(indicator, compared)) continue;
        if (found === undefined) faulty[earlier ? "reviewer" : "school"].add(reported);
        const [message, facts] = (found === undefined ? undefined : changeOf({ indicator, found, compared })) ?? [];
        if (found === undefined || message === undefined || message === said) continue;
        said = message;
        const place = { at: reported.at, report, row: code, found, expected: compared, ...byEarlier(earlier) };
        out.report(message, place, { ...named(form, code), found, compared, ...facts } as Parameters<Out<M>["report"]>[2]);
      }
    }
    notChecked(report, faulty, out);
  }
}

function comparisonsOf(report: ProgrammeReport, indicator: Indicator): Comparison[] {
  const [issued, given] = [comparisonOf(report.previous, indicator), comparisonOf(report.given, indicator)];
  const shown = issued === undefined ? [] : [{ compared: issued }];
  if (given === undefined || given === issued) return shown;
  return [...shown, { compared: given, earlier: issued === undefined ? "not-issued" : "issued-otherwise" }];
}

function notChecked<M extends Messages>(
  report: ProgrammeReport,
  faulty: { readonly school: ReadonlySet<Reported>; readonly reviewer: ReadonlySet<Reported> },
  out: Out<M>,
): void {
  const [ours, theirs] = [[...faulty.school], [...faulty.reviewer].filter((reported) => !faulty.school.has(reported))];
  if (ours[0]) out.notChecked({ at: ours[0].at, report }, ours);
  if (theirs[0]) out.notChecked({ at: theirs[0].at, report, for: "reviewer" }, theirs);
}

/** By how much two numbers differ, without what binary fractions leave behind. */
export function difference(a: number, b: number): number {
  return rounded(Math.abs(a - b), 2);
}
