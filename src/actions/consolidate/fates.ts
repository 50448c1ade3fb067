import { byStanding, byText, coverItem, possibleDay, timeOrder, type Difference, type Fate, type Form, type Standing } from "../../domain";
import { difference } from "./difference";
import type { JudgedFile, JudgedForm } from "./judged";

const NONE: Difference = { cells: [], fixed: 0, still: 0, added: 0 };

/** By code units, step by step from the outermost name, then by all that is known of how it came: the same on every machine, in whatever order. */
export function byPath(a: JudgedFile, b: JudgedFile): number {
  const [one, other] = [a.arrival.path, b.arrival.path];
  for (let at = 0; at < Math.min(one.length, other.length); at++) {
    const order = byText(one[at]!, other[at]!);
    if (order !== 0) return order;
  }
  return (
    one.length - other.length ||
    byText(a.digest, b.digest) ||
    byText(a.arrival.received ?? "", b.arrival.received ?? "") ||
    byText(JSON.stringify(a.arrival), JSON.stringify(b.arrival))
  );
}

interface Candidate {
  readonly index: number;
  readonly file: JudgedFile;
  readonly form: JudgedForm;
}

/** By what they say and when they came, then by the order of the paths. */
function counts(a: Candidate, b: Candidate): number {
  return byStanding(standingOf(a), standingOf(b)) || byPath(a.file, b.file);
}

function standingOf(candidate: Candidate): Standing {
  const { file } = candidate;
  return { sealed: isSealed(candidate), reported: dayOf(candidate), received: file.arrival.received };
}

/** 报出日期, where it can be true. */
function dayOf({ form: { record }, file: { arrival } }: Candidate): string | undefined {
  return possibleDay(record.reported, record.period, arrival);
}

function isSealed({ form }: Candidate): boolean {
  return form.record.seal.state === "sealed";
}

/**
 * What becomes of each file, in their order. Each has exactly one fate.
 * @param files without replies; their order decides nothing
 * @param period id of the period that is consolidated
 */
export function fates(files: readonly JudgedFile[], period: string, form: Form): Fate[] {
  const result: Fate[] = [];
  const bySchool = new Map<string, Candidate[]>();
  files.forEach((file, index) => {
    const { outcome } = file;
    if (outcome.kind === "reply" || outcome.kind === "summary") throw new Error(`A ${outcome.kind} is no form and has no fate`);
    else if (outcome.kind === "refused") result[index] = { kind: "refused", why: outcome.refusal };
    else if (outcome.unclear !== undefined) result[index] = { kind: "refused", why: outcome.unclear };
    else if (outcome.record.period !== period)
      result[index] = { kind: "refused", why: { code: "another-period", period: outcome.record.period } };
    else if (outcome.blank) result[index] = { kind: "refused", why: { code: "blank-form" } };
    else {
      const { school } = outcome.record;
      bySchool.set(school, [...(bySchool.get(school) ?? []), { index, file, form: outcome }]);
    }
  });
  for (const candidates of bySchool.values()) {
    const first = firstOfSame(candidates.sort(counts));
    for (const one of candidates) result[one.index] = one === first ? { kind: "used" } : superseded(one, first, form);
  }
  return result;
}

/** The same file sent twice counts as it first came: who sends it again after the last day is not late. */
function firstOfSame(sorted: readonly Candidate[]): Candidate {
  const identical = sorted.filter(({ file }) => file.digest === sorted[0]!.file.digest);
  return identical.reduce((a, b) =>
    (byText(b.file.arrival.received ?? "", a.file.arrival.received ?? "") || byPath(b.file, a.file)) < 0 ? b : a,
  );
}

function superseded(file: Candidate, by: Candidate, form: Form): Fate {
  const of = { kind: "superseded", by: by.index } as const;
  if (file.file.digest === by.file.digest) {
    const still = file.form.findings.filter(({ state }) => state === "open").length;
    return { ...of, why: "same", difference: { ...NONE, still } };
  }
  const differs = difference(file.form, by.form);
  const unsealed = isSealed(by) && !isSealed(file);
  const perhapsCorrection = unsealed && saysSomethingElse(differs, form) && !isOlder(file, by);
  return {
    ...of,
    why: unsealed ? "unsealed" : whyAfter(file, by),
    ...(perhapsCorrection ? { perhapsCorrection } : {}),
    difference: differs,
  };
}

/** By what a file stands behind another: only 报出日期 and mails tell which is newer. */
function whyAfter(one: Candidate, by: Candidate): "older" | "fileTime" | "undecided" {
  const [day, otherDay] = [dayOf(one), dayOf(by)];
  if (day !== undefined && otherDay !== undefined && day !== otherDay) return "older";
  const [arrival, otherArrival] = [one.file.arrival, by.file.arrival];
  if (
    day !== otherDay ||
    arrival.received === undefined ||
    otherArrival.received === undefined ||
    arrival.received === otherArrival.received
  )
    return "undecided";
  return arrival.mailed && otherArrival.mailed ? "older" : "fileTime";
}

/** More differs than 报出日期: values or texts, or an explanation that settles or opens a finding. */
function saysSomethingElse({ cells, fixed, added }: Difference, form: Form): boolean {
  const reported = coverItem(form, "reported")?.id;
  return cells.some(({ item }) => item !== reported) || fixed > 0 || added > 0;
}

/** Whether something tells that a file is older than another: the mails, where both came by one; else 报出日期; else the times of both files. */
function isOlder(one: Candidate, other: Candidate): boolean {
  const byTime = timeOrder(one.file.arrival, other.file.arrival) ?? 0;
  if (one.file.arrival.mailed && other.file.arrival.mailed) return byTime < 0;
  const [day, otherDay] = [dayOf(one), dayOf(other)];
  return ((day !== undefined && otherDay !== undefined && byText(day, otherDay)) || byTime) < 0;
}
