import type { Consolidation, WorkbookPlan } from "../../domain";
import type { Locale } from "../../locales";
import type { Catalogue } from "../../sheets";
import { summary, type SummaryOptions } from "../../sheets/summary";

export { cellLink, ownerOf, sayAct, sayClaim, sayExclusion, unfolds } from "../../sheets/summary";

/**
 * The reviewers' workbook.
 * @param link the address of a cell of a file, as seen from where the workbook will lie
 */
export function summaryBook(
  consolidation: Consolidation,
  { form, roster }: Catalogue,
  locale: Locale,
  link?: SummaryOptions["link"],
): WorkbookPlan {
  return summary(consolidation, form, roster, locale, link ? { link } : {});
}
