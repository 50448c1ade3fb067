import {
  fitPlan,
  linesOf,
  periodId,
  periodLabel,
  type Catalogue,
  type Previous,
  type ReportingPeriod,
  type RosterEntry,
  type WorkbookPlan,
} from "../domain";
import type { Locale } from "../locales";
import { coverSheet } from "./cover-sheet";
import { definitionSheet } from "./definition-sheet";
import { metaSheet } from "./meta";
import { coverPlaces, programmeSheetName } from "./places";
import { programmeSheet } from "./programme-sheet";
import { rosterLists, rosterSheet } from "./roster-sheet";
import { BODY_FONT } from "./styles";
import type { TemplateContext } from "./template-context";

/** What a blank form is made for. */
export interface Issue extends Catalogue {
  readonly school: string;
  readonly period: ReportingPeriod;
  /** From earlier forms; empty where there are none. */
  readonly previous: readonly Previous[];
  /** Whether texts of the last period are carried over, each marked as a draft. */
  readonly drafts?: boolean;
  /** Programme sheets for a school that the roster does not have; its own lines are used otherwise. */
  readonly blankSheets?: number;
  readonly locale: Locale;
}

/**
 * Lays out a blank form: 封面, one sheet per programme of the school, and the very hidden sheets of lists and identification.
 * Plain sheet references only: defined names and structured references have been seen to break when sheets are inserted through Office.js.
 */
export function template(issue: Issue): WorkbookPlan {
  const { form, roster, ruleset, code, school, period, previous, locale, drafts = false } = issue;
  const known: readonly (RosterEntry | undefined)[] = linesOf(roster, school);
  const entries = known.length > 0 ? known : Array.from({ length: issue.blankSheets ?? 1 }, () => undefined);
  const sheets = entries.map((_, index) => programmeSheetName(form, index));
  const lists = rosterLists(roster, period, ruleset.explanation);
  const context: TemplateContext = { form, roster, ruleset, code, school, period, periodLabel: periodLabel(period), lists, drafts, locale };
  const cover = coverPlaces(form, sheets.length);
  const previousOf = (entry: RosterEntry | undefined): Previous | undefined =>
    entry && previous.find((one) => one.cluster === entry.cluster && one.programme === entry.programme);
  return fitPlan({
    title: form.title,
    defaultFont: { name: BODY_FONT, size: 10 },
    active: 0,
    sheets: [
      coverSheet(context, cover, entries, sheets),
      ...sheets.map((name, index) => programmeSheet(context, name, entries[index], cover, previousOf(entries[index]))),
      rosterSheet(lists),
      definitionSheet(issue),
      metaSheet(
        {
          form: { id: form.id, version: form.version, layout: form.layout, code },
          ruleset: { id: ruleset.id, version: ruleset.version },
          school,
          period: periodId(period),
          sheets,
          previous,
          seal: undefined,
          sealRow: 0,
        },
        periodLabel(period),
      ),
    ],
  });
}
