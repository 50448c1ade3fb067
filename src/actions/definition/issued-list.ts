import { fitPlan, type Catalogue, type ReportingPeriod, type WorkbookPlan } from "../../domain";
import type { Locale } from "../../locales";
import { issuedListSheet } from "../../sheets/issued-list-sheet";
import { BODY_FONT } from "../../sheets/styles";

/** The list of what was issued as a workbook. @param files each school with the name of its file */
export function issuedList(
  catalogue: Catalogue,
  period: ReportingPeriod,
  files: readonly { readonly school: string; readonly file: string }[],
  locale: Locale,
): WorkbookPlan {
  const sheet = issuedListSheet(catalogue, period, files, locale);
  return fitPlan({ title: sheet.name, defaultFont: { name: BODY_FONT, size: 10 }, sheets: [sheet] });
}
