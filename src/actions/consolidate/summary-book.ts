import type { Catalogue, Consolidation, WorkbookPlan } from "../../domain";
import type { Locale } from "../../locales";
import { summary, type SummaryOptions } from "../../sheets/summary";

export type { SummaryOptions } from "../../sheets/summary";
export { cellLink, fileLink, ownerOf, sayAct, sayClaim, sayDay, sayFate, unfolds } from "../../sheets/summary";

/**
 * The reviewers' workbook.
 * @param links addresses of files and their cells, as seen from where the workbook will lie
 */
export function summaryBook(consolidation: Consolidation, catalogue: Catalogue, locale: Locale, links: SummaryOptions = {}): WorkbookPlan {
  return summary(consolidation, catalogue, locale, links);
}
