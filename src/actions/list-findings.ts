import type { Result, Ruleset } from "../domain";
import { fill, type Locale } from "../locales";
import { findingsHere } from "../sheets/findings-here";
import type { LiveTrouble, LiveWorkbook } from "../workbook/port";
import type { Checked } from "./check";
import { sayPeriod } from "./report/reporter";
import { sayConclusion } from "./report/words";

/**
 * 写入问题清单: the findings of a form as a sheet of its workbook, made anew each time.
 * It is no part of the form: reading, checking and sealing pass over it, and what is sent goes without it.
 * @param at when the form was checked
 */
export function listFindings(
  workbook: LiveWorkbook,
  checked: Checked,
  at: Date,
  locale: Locale,
  ruleset: Ruleset,
): Promise<Result<void, LiveTrouble>> {
  const { school, period } = checked.form.submission.issued;
  const facts = {
    school,
    period: sayPeriod(period, locale),
    time: at.toLocaleString(locale.tag),
    conclusion: sayConclusion(checked, locale),
  };
  return workbook.writeFindings(findingsHere(checked.findings, fill(locale.pane.check.sheetAbout, facts), locale, ruleset));
}

/** Takes the list away again, where there is one. */
export function dropFindings(workbook: LiveWorkbook, locale: Locale, ruleset: Ruleset): Promise<Result<void, LiveTrouble>> {
  return workbook.dropFindings(findingsHere([], "", locale, ruleset));
}
