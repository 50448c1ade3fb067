import {
  earlierRole,
  ofOwnSheets,
  ok,
  previousFrom,
  refuse,
  twoSchools,
  type Previous,
  type Refusal,
  type ReportingPeriod,
  type Result,
  type Submission,
} from "../domain";
import type { Locale } from "../locales";
import { readForm, type Catalogue } from "../sheets";
import type { Workbook } from "../workbook/port";

/** Earlier forms of any schools, read once, to be asked for each form. */
export interface EarlierForms {
  readonly refused: readonly { readonly name: string; readonly refusal: Refusal }[];
  /** What they say about a school for a period; empty where they say nothing. */
  previousOf(school: string, period: ReportingPeriod): readonly Previous[];
  /** Names of those that nobody has asked for so far. */
  unused(): readonly string[];
}

/**
 * Reads earlier forms, for many schools at once (`readEarlier` in issue.ts serves one).
 * @param names in any order, each handed to `open`
 */
export async function gatherEarlier(
  names: readonly string[],
  open: (name: string) => Result<Workbook, Refusal>,
  catalogue: Catalogue,
  locale: Locale,
): Promise<EarlierForms> {
  const read: { readonly name: string; readonly submission: Submission }[] = [];
  const refused: { readonly name: string; readonly refusal: Refusal }[] = [];
  for (const name of names) {
    const submission = await submissionOf(open(name), catalogue, locale);
    if (submission.ok) read.push({ name, submission: submission.value });
    else refused.push({ name, refusal: submission.error });
  }
  const used = new Set<string>();
  return {
    refused,
    previousOf(school, period) {
      const its = read.filter(({ submission }) => ["lastPeriod", "sameHalf"].includes(earlierRole(submission, school, period)));
      for (const { name } of its) used.add(name);
      return previousFrom(
        its.map(({ submission }) => submission),
        school,
        period,
      );
    },
    unused: () => read.map(({ name }) => name).filter((name) => !used.has(name)),
  };
}

/** What a workbook reports, or why it cannot be taken. Sheets of another period, that were copied into it, are left out. */
export async function submissionOf(
  workbook: Result<Workbook, Refusal>,
  catalogue: Catalogue,
  locale: Locale,
): Promise<Result<Submission, Refusal>> {
  if (!workbook.ok) return workbook;
  const grid = await workbook.value.read();
  if (!grid.ok) return grid;
  const form = readForm(grid.value, catalogue, { locale });
  if (!form.ok) return form;
  const { submission } = form.value;
  const mixed = twoSchools(submission);
  if (mixed) return refuse(mixed);
  return ok(ofOwnSheets(submission));
}
