import { fitPlan, type Ruleset, type WorkbookPlan } from "../domain";
import { sayRefusal, type Locale } from "../locales";
import { findingsSheet, type FileFindings } from "../sheets/findings-sheet";
import type { Judged } from "./check";
import type { FileReport } from "./report";

/** By what a file is told that was judged by the definition that it carries. */
function carriedBy({ carried }: Judged, locale: Locale): Pick<FileFindings, "by"> {
  return carried ? { by: { locale: locale.ofForm(carried.form), ruleset: carried.ruleset } } : {};
}

/** 问题清单 as a workbook: what `check` found in some files, one row a finding. */
export function findingsBook(reports: readonly FileReport[], locale: Locale, ruleset: Ruleset): WorkbookPlan {
  const files = reports.map(({ path, outcome }) =>
    outcome.kind === "refused"
      ? { file: path, school: "", findings: [], refusal: sayRefusal(outcome.refusal, locale) }
      : {
          file: path,
          school: outcome.checked.form.submission.issued.school,
          findings: outcome.checked.findings,
          ...carriedBy(outcome.checked, locale),
        },
  );
  const sheets = [findingsSheet(files, locale, ruleset)];
  return fitPlan({ title: locale.page.reports.sheet, defaultFont: { name: "宋体", size: 10 }, sheets });
}
