import type { Catalogue, ReportingPeriod } from "../domain";
import type { Locale } from "../locales";
import type { RosterLists } from "./roster-sheet";

/** What every sheet of a blank form is made of. */
export interface TemplateContext extends Catalogue {
  readonly school: string;
  readonly period: ReportingPeriod;
  readonly periodLabel: string;
  readonly lists: RosterLists;
  readonly drafts: boolean;
  readonly locale: Locale;
}
