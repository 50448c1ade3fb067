import {
  arrivalName,
  periodId,
  shiftPeriod,
  type Comparison,
  type EarlierLine,
  type Exclusion,
  type Fate,
  type Previous,
  type ReportingPeriod,
} from "../../domain";
import type { Locale } from "../../locales";
import { sayFate } from "../../sheets/summary";
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

/** Ids of the periods that one is compared with: the one before, and the same half of the year before. */
function comparedWith(period: ReportingPeriod): string[] {
  return [-1, -2].map((steps) => periodId(shiftPeriod(period, steps)));
}

/** An earlier file or summary that gives nothing. */
export interface UnusedEarlier {
  readonly path: string;
  /** A sentence; absent where it is of another period than those that are compared with. */
  readonly why?: string;
  /** It cannot be taken as it is, whatever is compared with it. */
  readonly refused: boolean;
}

/**
 * What earlier files and summaries give to the comparison of a period.
 * @returns `lines`: period by period, of several files of a school those of the one that counts there, files first;
 *   `unused`: as with the files of the running period, each that does not count, with its reason
 */
export function earlierFiles(
  judged: readonly JudgedFile[],
  period: ReportingPeriod,
  locale: Locale,
): { readonly lines: readonly EarlierLines[]; readonly unused: readonly UnusedEarlier[] } {
  const periods = comparedWith(period);
  const forms = judged.filter(({ outcome }) => outcome.kind === "form");
  const byPeriod = periods.map((id) => {
    const fateOf = new Map(fates(forms, id).map((fate, index) => [forms[index]!, fate]));
    return { id, fateOf };
  });
  const lines = byPeriod.flatMap(({ id, fateOf }) => [
    {
      period: id,
      lines: forms.flatMap((file) =>
        fateOf.get(file)!.kind === "used" && file.outcome.kind === "form" ? file.outcome.lines.map(earlierLine) : [],
      ),
    },
    ...judged.flatMap(({ outcome }) => (outcome.kind === "summary" && outcome.period === id ? [outcome] : [])),
  ]);
  const fateOf = (file: JudgedFile): Fate | undefined => {
    const { outcome } = file;
    if (outcome.kind === "refused") return { kind: "refused", why: outcome.refusal };
    if (outcome.kind === "summary") return periods.includes(outcome.period) ? { kind: "used" } : undefined;
    const its = byPeriod.flatMap((one) => one.fateOf.get(file) ?? []);
    return its.find(({ kind }) => kind === "used") ?? its.find((fate) => fate.kind !== "refused" || fate.why.code !== "another-period");
  };
  return { lines, unused: judged.flatMap((file) => unusedAs(file, fateOf(file), locale)) };
}

/** @param fate absent where it is of a period that nothing is compared with */
function unusedAs({ arrival }: JudgedFile, fate: Fate | undefined, locale: Locale): UnusedEarlier[] {
  const path = arrivalName(arrival);
  if (!fate) return [{ path, refused: false }];
  if (fate.kind === "used") return [];
  return [{ path, why: sayFate(fate, locale), refused: fate.kind === "refused" && !OF_ITS_OWN.includes(fate.why.code) }];
}

/** Why a sound form does not count. */
const OF_ITS_OWN: readonly Exclusion["code"][] = ["another-period", "blank-form", "identity-unclear"];

/**
 * Sorts earlier lines by school.
 * @param earlier later ones give way to earlier ones where both have a line
 */
export function earlierValues(earlier: readonly EarlierLines[], period: ReportingPeriod): EarlierValues {
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
