import {
  fileName,
  parsePeriod,
  periodLabel,
  type Catalogue,
  type Previous,
  type ReportingPeriod,
  type Submission,
  type WorkbookPlan,
} from "../domain";
import type { Locale } from "../locales";
import { template } from "../sheets";

export interface Issued {
  readonly plan: WorkbookPlan;
  readonly fileName: string;
}

/**
 * Makes a blank form for a school and a period, prefilled from the roster and from earlier forms.
 * @param drafts whether the texts of the last period are carried over, each marked as a draft that blocks until it is rewritten
 */
export function issue(
  catalogue: Catalogue,
  school: string,
  period: ReportingPeriod,
  previous: readonly Previous[],
  locale: Locale,
  blankSheets?: number,
  drafts = false,
): Issued {
  const plan = template({ ...catalogue, school, period, previous, locale, drafts, ...(blankSheets === undefined ? {} : { blankSheets }) });
  return { plan, fileName: formFileName(school, periodLabel(period)) };
}

/** `<学校>-<2026年下半年>-进展情况统计表.xlsx`; with the code of a sealed copy before the ending. */
export function formFileName(school: string, period: string, code?: string): string {
  return fileName([school, period, "进展情况统计表", ...(code === undefined ? [] : [code])], ".xlsx");
}

/** The file name of a form whose period is known by its id. */
export function fileNameOf(submission: Submission, code?: string): string {
  const period = parsePeriod(submission.issued.period);
  return formFileName(submission.issued.school, period ? periodLabel(period) : submission.issued.period, code);
}
