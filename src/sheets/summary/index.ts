import { fitPlan, type Catalogue, type Consolidation, type WorkbookPlan } from "../../domain";
import { fill, type Locale } from "../../locales";
import { BODY_FONT } from "../styles";
import { arrivalsSheet } from "./arrivals-sheet";
import { chartsSheet } from "./charts-sheet";
import { detailSheet } from "./detail-sheet";
import { movementsSheet } from "./movements-sheet";
import { rankedSheet } from "./ranked-sheet";
import { summaryMeta } from "./read-summary";
import { reportingSheet } from "./reporting-sheet";
import { summaryContext, type SummaryOptions } from "./summary-context";
import { schoolsSheet } from "./schools-sheet";
import { totalsSheet } from "./totals-sheet";
import { periodName } from "./words";

export { sayAct, unfolds } from "./acts";
export { cellLink, fileLink } from "./formulas";
export { markedSheets, markedIn } from "./marker";
export { DETAIL_COLUMNS, DETAIL_ROWS, SUMMARY_META, SUMMARY_SHEETS } from "./places";
export { readSummary, type ReadSummary } from "./read-summary";
export type { SummaryOptions } from "./summary-context";
export { beijingTime, ownerOf, periodOf, sayClaim, sayDay, sayExclusion, sayFate } from "./words";

/**
 * The reviewers' workbook: 汇总, 按学校, 明细, 报送情况, 来件, 问题清单, 同比环比, 图表.
 * Every total is a formula over the rows of 明细, its cached value our own sum. What files say is written as text, never as a formula.
 * @param consolidation of one period
 * @param catalogue the form that the files fill in, which schools and lines are due, and what was judged by
 * @param options links to the files
 * @returns the plan; its longest sheets make their rows while they are written
 */
export function summary(consolidation: Consolidation, catalogue: Catalogue, locale: Locale, options: SummaryOptions = {}): WorkbookPlan {
  const context = summaryContext(consolidation, catalogue, locale, options);
  return fitPlan({
    title: fill(context.words.title, { formTitle: context.form.title, period: periodName(consolidation.period, locale) }),
    defaultFont: { name: BODY_FONT, size: 10 },
    sheets: [
      totalsSheet(context),
      schoolsSheet(context),
      detailSheet(context),
      reportingSheet(context),
      arrivalsSheet(context),
      rankedSheet(context),
      movementsSheet(context),
      chartsSheet(context),
      summaryMeta(consolidation, context.form),
    ],
  });
}
