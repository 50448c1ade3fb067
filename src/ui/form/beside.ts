import type { Checked } from "../../actions/check";
import type { Locale } from "../../locales";

type Beside = Checked["form"]["beside"];

/** What stands beside the form now, without 问题清单, which is taken away before the file is made. */
export function goingAlong({ form: { beside } }: Checked, { page }: Locale): Beside {
  return { ...beside, sheets: beside.sheets.filter(({ name }) => name !== page.reports.sheet) };
}

/** Whether somebody has to decide about sheets beside the form before it is sent. */
export function holdsMore({ sheets, summary }: Beside): boolean {
  return summary || sheets.length > 0;
}
