import {
  fileName,
  parsePeriod,
  periodLabel,
  type Catalogue,
  type Form,
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
  return { plan, fileName: formFileName(catalogue.form, school, periodLabel(period)) };
}

/** `<学校>-<2026年下半年>-<short title>.xlsx`; with the code of a sealed copy before the ending. */
export function formFileName({ shortTitle }: Form, school: string, period: string, code?: string): string {
  return fileName([school, period, shortTitle, ...(code === undefined ? [] : [code])], ".xlsx");
}

/** The file name of a form whose period is known by its id. */
export function fileNameOf({ issued }: Submission, form: Form, code?: string): string {
  const period = parsePeriod(issued.period);
  return formFileName(form, issued.school, period ? periodLabel(period) : issued.period, code);
}
