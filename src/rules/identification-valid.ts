import {
  categories,
  clusters,
  matchName,
  parsePeriod,
  periodLabel,
  programmes,
  schools,
  textOf,
  type NameMatch,
  type NamePolicy,
  type ProgrammeReport,
  type Reported,
} from "../domain";
import { defineRule, type Case, type Out, type Place } from "./define";

/** How near a name must come to a known one to be a slip of it: least similarity, and lead over the second candidate (0..1). */
export interface Options {
  /** School names differ by little: nearer than the names of programmes and clusters. */
  readonly school: NamePolicy;
  readonly line: NamePolicy;
}

const messages = {
  blank: ["label"],
  unreadable: ["label", "text"],
  unknown: ["label", "text"],
  nearMiss: ["label", "text", "known"],
  elsewhere: ["text", "category", "expected"],
} as const;
type Reports = Out<typeof messages>;

/** School, period, category, cluster and programme are filled in, known, and fit each other. */
export const identificationValid = defineRule({
  id: "identification-valid",
  severity: "error",
  messages,
  check(judged, options: Options, out) {
    checkSchool(judged, options, out);
    checkPeriod(judged, out);
    for (const report of judged.submission.programmes) checkLine(judged, report, options, out);
  },
});

/** Compares a name with the known ones, and reports what is wrong with it, blanks and near misses. */
function compare(
  cell: Reported,
  known: readonly string[],
  label: string,
  near: Options["school"],
  place: Partial<Place>,
  out: Reports,
): NameMatch | undefined {
  const text = textOf(cell);
  if (cell.kind === "fault") return undefined;
  if (text === undefined) {
    out.report("blank", { ...place, at: cell.at }, { label });
    return undefined;
  }
  const match = matchName(text, known, near.threshold, near.lead);
  if (match.kind === "near")
    out.report(
      "nearMiss",
      { ...place, at: cell.at, found: text, expected: match.known, fix: { kind: "value", at: cell.at, value: match.known } },
      { label, text, known: match.known },
    );
  return match;
}

/** A school that is another known one is a changed identity, which has its own rule. */
function checkSchool({ submission, form, roster }: Case, { school: near }: Options, out: Reports): void {
  const { school: cell, issued } = submission;
  const known = [...new Set([...schools(roster), issued.school])].filter(Boolean);
  const match = compare(cell, known, form.labels.school, near, {}, out);
  if (match?.kind !== "unknown" || (!roster.complete && issued.school === "")) return;
  // It may be the name of a school that the roster lacks, whose figures would count for another: so there is no repair, either.
  const meant = issued.school === "" ? {} : { expected: issued.school };
  const text = textOf(cell)!;
  out.report("unknown", { at: cell.at, unidentified: true, found: text, ...meant }, { label: form.labels.school, text });
}

function checkPeriod({ submission: { period: cell, issued }, form }: Case, out: Reports): void {
  const text = textOf(cell);
  const label = form.labels.period;
  if (cell.kind === "fault" || (text !== undefined && parsePeriod(text))) return;
  if (text === undefined) return out.report("blank", { at: cell.at }, { label });
  const meant = parsePeriod(issued.period);
  const fix = meant ? ({ expected: periodLabel(meant), fix: { kind: "value", at: cell.at, value: periodLabel(meant) } } as const) : {};
  out.report("unreadable", { at: cell.at, found: text, ...fix }, { label, text });
}

function checkLine({ submission, form: { labels }, roster }: Case, report: ProgrammeReport, { line: near }: Options, out: Reports): void {
  const place = { report, row: "line" };
  const meant = (cell: Reported, match: NameMatch | undefined): string | undefined =>
    match?.kind === "near" ? match.known : match?.kind === "exact" ? textOf(cell) : undefined;

  const categoryMatch = compare(report.category, categories(roster), labels.category, near, place, out);
  const category = meant(report.category, categoryMatch);
  if (categoryMatch?.kind === "unknown" && roster.categoriesComplete)
    out.report(
      "unknown",
      { ...place, at: report.category.at, found: textOf(report.category)! },
      { label: labels.category, text: textOf(report.category)! },
    );

  const cluster = meant(report.cluster, compare(report.cluster, clusters(roster), labels.cluster, near, place, out));
  const expected = roster.entries.filter((entry) => entry.cluster === cluster).map((entry) => entry.category);
  if (category !== undefined && cluster !== undefined && !expected.includes(category))
    out.report(
      "elsewhere",
      { ...place, at: report.cluster.at, related: [report.category.at] },
      { text: cluster, category, expected: expected[0]! },
    );

  const school = submission.issued.school || textOf(submission.school) || "";
  compare(report.programme, cluster === undefined ? [] : programmes(roster, school, cluster), labels.programme, near, place, out);
}
