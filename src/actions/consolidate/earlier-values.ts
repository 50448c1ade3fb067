import {
  arrivalName,
  periodId,
  shiftPeriod,
  type Comparison,
  type EarlierLine,
  type Previous,
  type Refusal,
  type ReportingPeriod,
} from "../../domain";
import { fates } from "./fates";
import type { JudgedFile, JudgedLine } from "./judged";

/** What earlier files say, school by school. Plain data, so that workers can be given it. */
export interface EarlierValues {
  /** Id of the period that is compared with them. */
  readonly period: string;
  readonly schools: ReadonlyMap<string, readonly Previous[]>;
}

/** Lines of one earlier period, read from files or from a summary workbook. */
export interface EarlierLines {
  readonly period: string;
  readonly lines: readonly EarlierLine[];
}

/** The lines of earlier files and summaries, period by period: of several files of a school the one that counts there. Files come first. */
export function earlierLines(judged: readonly JudgedFile[], period: ReportingPeriod): EarlierLines[] {
  const forms = judged.filter(({ outcome }) => outcome.kind === "form");
  return [-1, -2].flatMap((steps) => {
    const id = periodId(shiftPeriod(period, steps));
    const counted = fates(forms, id).flatMap(({ kind }, index) => (kind === "used" ? [forms[index]!.outcome] : []));
    const summaries = judged.flatMap(({ outcome }) => (outcome.kind === "summary" && outcome.period === id ? [outcome] : []));
    return [
      { period: id, lines: counted.flatMap((outcome) => (outcome.kind === "form" ? outcome.lines.map(earlierLine) : [])) },
      ...summaries,
    ];
  });
}

/** Earlier files and summaries that give nothing: refused with a reason, or of a period that nothing is compared with. @param lines what the others gave */
export function unusedEarlier(
  judged: readonly JudgedFile[],
  lines: readonly EarlierLines[],
): { readonly path: string; readonly refusal?: Refusal }[] {
  return judged.flatMap(({ arrival, outcome }): { readonly path: string; readonly refusal?: Refusal }[] => {
    const path = arrivalName(arrival);
    if (outcome.kind === "refused") return [{ path, refusal: outcome.refusal }];
    const unclear = outcome.kind === "form" ? outcome.unclear : undefined;
    if (unclear) return [unclear.code === "two-schools" ? { path, refusal: unclear } : { path }];
    const of = outcome.kind === "form" ? outcome.record.period : outcome.kind === "summary" ? outcome.period : "";
    return lines.some(({ period }) => period === of) ? [] : [{ path }];
  });
}

/**
 * Sorts earlier lines by school.
 * @param earlier later ones give way to earlier ones where both have a line
 */
export function earlierValues(earlier: readonly EarlierLines[], period: ReportingPeriod): EarlierValues {
  const [before, sameHalf] = [-1, -2].map((steps) => periodId(shiftPeriod(period, steps)));
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
  return { period: periodId(period), schools: new Map([...schools].map(([school, lines]) => [school, [...lines.values()]])) };
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
