import { parsePeriod, periodIndex, type ReportingPeriod } from "./period";
import { numberOf, textOf, type Comparison, type Previous, type ProgrammeReport, type Submission } from "./submission";

/** A programme line of an earlier period, as far as a later one compares with it. */
export interface EarlierLine {
  readonly school: string;
  readonly cluster: string;
  readonly programme: string;
  /** By indicator code. */
  readonly values: Comparison;
  /** By text item id; absent where only numbers are known. */
  readonly texts?: Readonly<Record<string, string>>;
}

/** Why an earlier file has nothing to give. */
export type EarlierFault = "another-school" | "another-period";

/** What an earlier form is to a new one: the period before, or the same half of the year before. */
export function earlierRole(earlier: Submission, school: string, period: ReportingPeriod): "lastPeriod" | "sameHalf" | EarlierFault {
  if (earlier.issued.school !== school) return "another-school";
  const of = parsePeriod(earlier.issued.period);
  const steps = of ? periodIndex(period) - periodIndex(of) : 0;
  return steps === 1 ? "lastPeriod" : steps === 2 ? "sameHalf" : "another-period";
}

function values(report: ProgrammeReport | undefined): Comparison {
  return Object.fromEntries(Object.entries(report?.values ?? {}).map(([code, value]) => [code, numberOf(value)]));
}

function texts(record: ProgrammeReport["texts"] | undefined): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(record ?? {}).flatMap(([key, value]) => (textOf(value) === undefined ? [] : [[key, textOf(value)]])),
  );
}

/**
 * What earlier forms of a school say about each of its programme lines.
 * @param earlier in any order; those of another school or period give nothing
 */
export function previousFrom(earlier: readonly Submission[], school: string, period: ReportingPeriod): Previous[] {
  const lines = new Map<string, { lastPeriod?: ProgrammeReport; sameHalf?: ProgrammeReport; cluster: string; programme: string }>();
  for (const submission of earlier) {
    const role = earlierRole(submission, school, period);
    if (role !== "lastPeriod" && role !== "sameHalf") continue;
    for (const report of submission.programmes) {
      const [cluster, programme] = [textOf(report.cluster) ?? "", textOf(report.programme) ?? ""];
      const key = `${cluster}|${programme}`;
      const line = lines.get(key) ?? { cluster, programme };
      line[role] = report;
      lines.set(key, line);
    }
  }
  return [...lines.values()].map(({ cluster, programme, lastPeriod, sameHalf }) => ({
    cluster,
    programme,
    lastPeriod: values(lastPeriod),
    sameHalf: values(sameHalf),
    explanations: texts(lastPeriod?.explanations),
    texts: texts(lastPeriod?.texts),
  }));
}

/**
 * Lays what a reviewer's earlier files say beside what a form was issued with, line by line; neither changes the other. A line whose
 * name was mistyped is known by what its sheet was issued with.
 */
export function withGiven(submission: Submission, given: readonly Previous[]): Submission {
  const of = (cluster: string | undefined, programme: string | undefined): Previous | undefined =>
    given.find((one) => one.cluster === cluster && one.programme === programme);
  const programmes = submission.programmes.map((report): ProgrammeReport => {
    const its = of(textOf(report.cluster), textOf(report.programme)) ?? of(report.previous?.cluster, report.previous?.programme);
    return its ? { ...report, given: its } : report;
  });
  return { ...submission, programmes };
}
