import {
  arrivalName,
  isDoubtful,
  isUndecided,
  periodId,
  shiftPeriod,
  type Comparison,
  type EarlierLine,
  type Exclusion,
  type Fate,
  type Form,
  type Previous,
  type ReportingPeriod,
} from "../../domain";
import { fill, sayUsedEarlier, type Locale } from "../../locales";
import { periodOf, sayFate } from "../../sheets/summary";
import { givenAddresses, type GivenAddresses } from "./addresses";
import { byPath, fates } from "./fates";
import type { JudgedFile, JudgedLine } from "./judged";
import { ofOneForm, type SettleOptions } from "./settle-form";

/** What earlier files say, school by school. Plain data, so that workers can be given it. */
export interface EarlierValues {
  /** Id of the period that is compared with them. */
  readonly period: string;
  /** The form that they are figures of. */
  readonly form: Form;
  readonly schools: ReadonlyMap<string, readonly Previous[]>;
}

/** Lines of one earlier period, as one file tells them: a form, or a summary workbook. */
export interface EarlierLines {
  /** The name of the file. */
  readonly path: string;
  readonly period: string;
  readonly lines: readonly EarlierLine[];
}

/** Ids of the periods that one is compared with: the one before, and the same half of the year before. */
function comparedWith(period: ReportingPeriod): string[] {
  return [-1, -2].map((steps) => periodId(shiftPeriod(period, steps)));
}

/** What a reviewer has to know of an earlier file or summary. */
export interface EarlierRemark {
  readonly path: string;
  /**
   * `unused`: it gives nothing. `undecided`: the same, though nothing tells that the one that counts is newer. `refused`: it gives nothing,
   * and it cannot be taken as it is, whatever is compared with it. `doubtful`: it is used, and may not be the one that was reported.
   * `conflict`: others say something else, and count.
   */
  readonly kind: "unused" | "undecided" | "refused" | "doubtful" | "conflict";
  readonly message: string;
}

/** All that earlier files and summaries give to a consolidation. */
export interface GivenEarlier {
  readonly values: EarlierValues;
  /** What they say of where schools are written to. */
  readonly addresses: GivenAddresses;
  /** What has to be known of those that do not count or are not to be relied on. */
  readonly remarks: readonly EarlierRemark[];
}

/** What earlier files and summaries give to the consolidation of a period. @param at by which definition they are read */
export function givenEarlier(
  all: readonly JudgedFile[],
  period: ReportingPeriod,
  at: Pick<SettleOptions, "own" | "asked">,
  locale: Locale,
): GivenEarlier {
  const { judged, form } = ofOneForm(all, at);
  const { lines, remarks } = earlierFiles(judged, period, form, locale);
  return { values: earlierValues(lines, period, form), addresses: givenAddresses(judged), remarks };
}

/**
 * What earlier files and summaries give to the comparison of a period.
 * @returns `lines`: period by period, of several files of a school those of the one that counts there, files before summaries, each kind by
 *   its names; `remarks`: in the order of the files, what has to be known of those that do not count or are not to be relied on
 */
export function earlierFiles(
  judged: readonly JudgedFile[],
  period: ReportingPeriod,
  form: Form,
  locale: Locale,
): { readonly lines: readonly EarlierLines[]; readonly remarks: readonly EarlierRemark[] } {
  const periods = comparedWith(period);
  const forms = judged.filter(({ outcome }) => outcome.kind === "form");
  const sorted = [...judged].sort(byPath);
  const untimed = forms.map(withoutFileTime);
  const byPeriod = periods.map((id) => ({ id, fateOf: new Map(fates(untimed, id, form).map((fate, index) => [forms[index]!, fate])) }));
  const lines = byPeriod.flatMap(({ id, fateOf }) => [
    ...sorted.flatMap((file) => (fateOf.get(file)?.kind === "used" ? linesOf(file, id) : [])),
    ...sorted.flatMap((file) => (file.outcome.kind === "summary" && file.outcome.period === id ? linesOf(file, id) : [])),
  ]);
  const fateOf = (file: JudgedFile): Fate => {
    const { outcome } = file;
    if (outcome.kind === "refused") return { kind: "refused", why: outcome.refusal };
    if (outcome.kind === "summary" && periods.includes(outcome.period)) return { kind: "used" };
    if (outcome.kind === "summary") return { kind: "refused", why: { code: "another-period", period: outcome.period } };
    const its = byPeriod.flatMap((one) => one.fateOf.get(file) ?? []);
    return its.find(({ kind }) => kind === "used") ?? its.find((fate) => !isOfAnotherPeriod(fate)) ?? its[0]!;
  };
  const rivals = new Set(forms.flatMap((file) => ofUndecided(fateOf(file))).map((index) => forms[index]!));
  const remarks = judged.flatMap((file) => remarkOn(file, fateOf(file), { forms, isRivalled: rivals.has(file) }, locale) ?? []);
  return { lines, remarks: [...remarks, ...conflicts(lines, locale)] };
}

/** Copying and saving change the time of a file, and nobody looks at it: it must not decide what this period is compared with. */
function withoutFileTime(file: JudgedFile): JudgedFile {
  const { received: _, ...arrival } = file.arrival;
  return file.arrival.mailed ? file : { ...file, arrival };
}

/** The file that counts though nothing tells that it is the newer one. */
function ofUndecided(fate: Fate): number[] {
  return fate.kind === "superseded" && isUndecided(fate) ? [fate.by] : [];
}

function isOfAnotherPeriod(fate: Fate): boolean {
  return fate.kind === "refused" && fate.why.code === "another-period";
}

function linesOf({ arrival, outcome }: JudgedFile, period: string): EarlierLines[] {
  const path = arrivalName(arrival);
  if (outcome.kind === "form") return [{ path, period, lines: outcome.lines.map(earlierLine) }];
  return outcome.kind === "summary" ? [{ path, period, lines: outcome.lines }] : [];
}

/** @param among `forms`: what `by` of a fate counts; `isRivalled`: another may be the newer one */
function remarkOn(
  { arrival, outcome }: JudgedFile,
  fate: Fate,
  { forms, isRivalled }: { readonly forms: readonly JudgedFile[]; readonly isRivalled: boolean },
  locale: Locale,
): EarlierRemark | undefined {
  const path = arrivalName(arrival);
  const { refused, anotherPeriod, superseded, undecided } = locale.summary.earlier;
  if (fate.kind === "refused") {
    const { why } = fate;
    const kind = OF_ITS_OWN.includes(why.code) ? "unused" : "refused";
    if (why.code === "another-period") return { path, kind, message: fill(anotherPeriod, { period: periodOf(why.period, locale) }) };
    return { path, kind, message: fill(refused, { why: sayFate(fate, locale) }) };
  }
  if (fate.kind === "superseded") {
    const by = arrivalName(forms[fate.by]!.arrival);
    const count = fate.difference.cells.length;
    const message = isUndecided(fate) ? fill(undecided, { by, count }) : fill(superseded, { why: sayFate(fate, locale), by });
    return { path, kind: isUndecided(fate) ? "undecided" : "unused", message };
  }
  if (outcome.kind !== "form") return undefined;
  const used = { name: path, seal: outcome.record.seal.state, errors: outcome.record.counts.error, rivalled: isRivalled };
  return isDoubtful(used) ? { path, kind: "doubtful", message: sayUsedEarlier(used, locale) } : undefined;
}

/** Why a sound form does not count. */
const OF_ITS_OWN: readonly Exclusion["code"][] = ["another-period", "blank-form", "identity-unclear"];

/** So many schools are named one by one. */
const MOST_NAMED = 5;

/** Of each file whose numbers give way to others that differ: how many lines, whose, and what counts instead. */
function conflicts(sources: readonly EarlierLines[], { summary: { earlier }, commands }: Locale): EarlierRemark[] {
  const list = (all: ReadonlySet<string>): string => {
    const named = [...all].slice(0, MOST_NAMED).join(commands.report.comma);
    return all.size > MOST_NAMED ? fill(earlier.more, { named, count: all.size }) : named;
  };
  const counting = new Map<string, { readonly path: string; readonly line: EarlierLine }>();
  return sources.flatMap(({ path, period, lines }) => {
    const [schools, by] = [new Set<string>(), new Set<string>()];
    let count = 0;
    for (const line of lines) {
      const key = [period, line.school, line.cluster, line.programme].join("\n");
      const first = counting.get(key);
      if (!first) counting.set(key, { path, line });
      else if (first.path !== path && !sameNumbers(first.line.values, line.values)) {
        count++;
        schools.add(line.school);
        by.add(first.path);
      }
    }
    return count === 0
      ? []
      : [{ path, kind: "conflict" as const, message: fill(earlier.conflict, { count, schools: list(schools), by: list(by) }) }];
  });
}

function sameNumbers(a: Comparison, b: Comparison): boolean {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((code) => a[code] === b[code]);
}

/**
 * Sorts earlier lines by school.
 * @param earlier later ones give way to earlier ones where both have a line
 */
export function earlierValues(earlier: readonly EarlierLines[], period: ReportingPeriod, form: Form): EarlierValues {
  const [before, sameHalf] = comparedWith(period);
  const schools = new Map<string, Map<string, Previous>>();
  for (const { period: of, lines } of [...earlier].reverse()) {
    if (of !== before && of !== sameHalf) continue;
    for (const { school, cluster, programme, values, texts } of lines) {
      const its = schools.get(school) ?? new Map<string, Previous>();
      schools.set(school, its);
      const key = `${cluster}|${programme}`;
      const known = its.get(key) ?? { cluster, programme, lastPeriod: {}, sameHalf: {}, explanations: {}, texts: {} };
      its.set(key, {
        ...known,
        ...(of === before ? { lastPeriod: values, texts: { ...known.texts, ...texts } } : { sameHalf: values }),
      });
    }
  }
  return { period: periodId(period), form, schools: new Map([...schools].map(([school, lines]) => [school, [...lines.values()]])) };
}

function earlierLine({ school, cluster, programme, values, texts }: JudgedLine): EarlierLine {
  const numbers: Comparison = Object.fromEntries(
    Object.entries(values).flatMap(([code, { value }]) => (value === undefined ? [] : [[code, value]])),
  );
  return {
    school,
    cluster,
    programme,
    values: numbers,
    texts: Object.fromEntries(Object.entries(texts).map(([id, { text }]) => [id, text])),
  };
}
