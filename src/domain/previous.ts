import { parsePeriod, periodIndex, type ReportingPeriod } from "./period";
import type { Refusal } from "./refusal";
import type { SealState } from "./seal";
import { textOf, type Comparison, type Previous, type ProgrammeReport, type Reported, type Submission } from "./submission";

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

/**
 * Why an earlier form has nothing to give. Of several of one school and period one counts, and each other is not sealed where that one is,
 * older by 报出日期, the same, or nothing tells which is newer (`undecided`).
 */
export type EarlierFault =
  "another-school" | "another-period" | "identity-unclear" | "blank-form" | "unsealed" | "older" | "same" | "undecided";

/** An earlier form that gives nothing. */
export interface UnusedEarlier {
  readonly name: string;
  readonly why: EarlierFault | Refusal;
  /** The form of the same school and period that counts. */
  readonly by?: string;
}

/** An earlier form that counts, and what a person has to know of it. */
export interface UsedEarlier {
  readonly name: string;
  readonly seal: SealState["state"];
  /** How much of 强制性审核 it does not pass. */
  readonly errors: number;
  /** Another of the same period may be the one that was reported later. */
  readonly rivalled?: boolean;
}

/** Whether a person has to look whether it is the form that was reported. */
export function isDoubtful({ seal, errors, rivalled = false }: UsedEarlier): boolean {
  return seal !== "sealed" || errors > 0 || rivalled;
}

/** What an earlier form is to a new one: the period before, or the same half of the year before. */
export function earlierRole(
  earlier: Submission,
  school: string,
  period: ReportingPeriod,
): "lastPeriod" | "sameHalf" | "another-school" | "another-period" {
  if (earlier.issued.school !== school) return "another-school";
  const of = parsePeriod(earlier.issued.period);
  const steps = of ? periodIndex(period) - periodIndex(of) : 0;
  return steps === 1 ? "lastPeriod" : steps === 2 ? "sameHalf" : "another-period";
}

/** The number of an indicator in an earlier form, or undefined where it has none to compare with. */
export type EarlierNumber = (code: string, reported: Reported) => number | undefined;

function values(report: ProgrammeReport | undefined, number: EarlierNumber): Comparison {
  return Object.fromEntries(Object.entries(report?.values ?? {}).map(([code, reported]) => [code, number(code, reported)]));
}

function texts(record: ProgrammeReport["texts"] | undefined): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(record ?? {}).flatMap(([key, value]) => (textOf(value) === undefined ? [] : [[key, textOf(value)]])),
  );
}

/**
 * What earlier forms of a school say about each of its programme lines.
 * @param earlier in any order, one of each period; those of another school or period give nothing
 */
export function previousFrom(earlier: readonly Submission[], school: string, period: ReportingPeriod, number: EarlierNumber): Previous[] {
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
    lastPeriod: values(lastPeriod, number),
    sameHalf: values(sameHalf, number),
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
