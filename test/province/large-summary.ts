import { consolidate, judgeFile } from "../../src/actions/consolidate";
import type { PlanCell, ReportingPeriod, WorkbookPlan } from "../../src/domain";
import { summary } from "../../src/sheets/summary";
import { openXlsx, writeXlsx } from "../../src/workbook/xlsx";
import { nodeDeflate } from "../../src/workbook/xlsx/node-deflate";
import type { Plot } from "./plot";

/** Figures of schools that there are not, so that the summary is more than is read whole. */
const FIGURES = 32_000;

/** The summary of some files of a period, and of many more schools: too large to be read whole. @param change of the plan, before it is bytes */
export async function largeSummary(
  { catalogue, locale }: Pick<Plot, "catalogue" | "locale">,
  files: ReadonlyMap<string, Uint8Array>,
  period: ReportingPeriod,
  change: (plan: WorkbookPlan) => WorkbookPlan = (plan) => plan,
): Promise<Uint8Array> {
  const options = { open: openXlsx, catalogue, locale };
  const judged = await Promise.all([...files].map(([name, bytes]) => judgeFile({ arrival: { path: [name] }, bytes }, options)));
  const consolidation = consolidate(judged, { period, catalogue, passedOver: [] });
  const others = Array.from({ length: Math.ceil(FIGURES / catalogue.form.indicators.length) }, (_, index) => ({
    ...consolidation.lines[0]!,
    school: `示例职业学院${index + 1}`,
  }));
  const lines = [...others, ...consolidation.lines];
  return writeXlsx(change(summary({ ...consolidation, lines }, catalogue, locale)), { deflate: nodeDeflate });
}

/** Changes cells of the hidden sheet of a summary. */
export function withRecord(plan: WorkbookPlan, change: (cell: PlanCell) => PlanCell): WorkbookPlan {
  return {
    ...plan,
    sheets: plan.sheets.map((sheet) => (sheet.name === "_summary" ? { ...sheet, cells: sheet.cells.map(change) } : sheet)),
  };
}
