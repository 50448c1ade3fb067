import { absolute, areaOf, periodDays, serialOfDay, type CellRef, type CoverItem, type Form, type Indicator, type Previous, type ReportingPeriod, type Roster, type Validation } from "../domain";
import { fill, type Locale } from "../locales";
import type { Ruleset } from "../rules";
import { cascade, emptyCell, listReference, type RosterLists } from "./roster-sheet";
import { coverAt, explanationAt, lineAt, sheetReference, textAt, valueAt, type CoverPlaces, type ProgrammePlaces } from "./places";

/** The longest explanation that the form takes. */
export const MAX_EXPLANATION = 200;

/** What the native validations of a form depend on, beside their places. */
export interface ValidationContext {
  readonly form: Form;
  readonly roster: Roster;
  readonly ruleset: Ruleset;
  readonly lists: RosterLists;
  readonly locale: Locale;
  readonly period: ReportingPeriod;
}

type Box = { readonly title: string; readonly text: string };

/** Excel's limits: 32 characters a title, 255 a text; a longer one makes it refuse the whole file. */
function box({ title, text }: Box, facts: Record<string, string | number> = {}): Box {
  const cut = (words: string, most: number): string => (words.length > most ? `${words.slice(0, most - 1)}…` : words);
  return { title: cut(fill(title, facts), 32), text: cut(fill(text, facts), 255) };
}

function at(cell: CellRef): Pick<Validation, "areas" | "allowBlank" | "errorStyle"> {
  return { areas: [areaOf(cell)], allowBlank: true, errorStyle: "stop" };
}

function indicatorValidation(cell: CellRef, indicator: Indicator, locale: Locale): Validation {
  const { prompt, alert } = locale.form;
  const integer = indicator.type.decimals === 0;
  const facts = { code: indicator.code, name: indicator.name, unit: indicator.unit, decimals: indicator.type.decimals };
  return {
    ...at(cell),
    type: integer ? "whole" : "decimal",
    operator: "greaterThanOrEqual",
    formula1: "0",
    alert: box(integer ? alert.integer : alert.decimal),
    prompt: box(integer ? prompt.integer : prompt.decimal, facts),
  };
}

function lengthValidation(cell: CellRef, max: number, prompt: Box, locale: Locale): Validation {
  return {
    ...at(cell),
    type: "textLength",
    operator: "lessThanOrEqual",
    formula1: String(max),
    alert: box(locale.form.alert.length, { max }),
    prompt,
  };
}

/** All validations of a programme sheet, at whatever places its cells stand. */
export function programmeValidations(
  places: ProgrammePlaces,
  cover: CoverPlaces,
  { form, roster, ruleset, lists, locale }: ValidationContext,
  previous: Previous | undefined,
): Validation[] {
  const { prompt, alert } = locale.form;
  const nothing = emptyCell(lists);
  const cluster = absolute(lineAt(places, "cluster"));
  const school = `${sheetReference(cover.sheet)}!${absolute(coverAt(cover, "school"))}`;
  const category = lineAt(places, "category");
  const closed = { alert: box(alert.list) };
  const open = { errorStyle: roster.complete ? ("stop" as const) : ("warning" as const), alert: box(roster.complete ? alert.list : alert.offRoster) };
  const list = (cell: CellRef, formula1: string): Validation => ({ ...at(cell), type: "list", formula1 });
  return [
    { ...list(category, listReference(lists.categories)), ...(roster.categoriesComplete ? closed : open), prompt: box(prompt.category) },
    { ...list(lineAt(places, "cluster"), cascade(lists.clusterCategories, lists.clusters, absolute(category), nothing)), ...open, prompt: box(prompt.cluster) },
    { ...list(lineAt(places, "programme"), cascade(lists.programmeKeys, lists.programmes, `${school}&"|"&${cluster}`, nothing)), ...open, prompt: box(prompt.programme) },
    ...form.indicators.map((indicator) => indicatorValidation(valueAt(places, indicator.code), indicator, locale)),
    ...["line", ...form.indicators.map(({ code }) => code)].map((row) => {
      const text = previous?.explanations[row];
      const words = text === undefined ? box(prompt.explanation, { min: ruleset.explanation.minLength }) : box(prompt.carried, { text });
      return lengthValidation(explanationAt(places, row), MAX_EXPLANATION, words, locale);
    }),
    ...form.texts.map((item) =>
      lengthValidation(textAt(places, item.id), item.maxLength, box(prompt.text, { label: item.label, max: item.maxLength }), locale),
    ),
  ];
}

function coverItemValidation(cell: CellRef, item: CoverItem, { locale, period }: ValidationContext): Validation {
  const { prompt, alert } = locale.form;
  switch (item.kind) {
    case "text":
      return lengthValidation(cell, item.maxLength, box(prompt.coverText, { label: item.label }), locale);
    case "phone":
    case "email":
      return lengthValidation(cell, item.maxLength, box(prompt[item.kind]), locale);
    case "date": {
      const first = serialOfDay(periodDays(period).first);
      return { ...at(cell), type: "date", operator: "greaterThanOrEqual", formula1: String(first), alert: box(alert.date), prompt: box(prompt.date) };
    }
  }
}

/** All validations of the cover, at whatever places its cells stand. */
export function coverValidations(places: CoverPlaces, context: ValidationContext): Validation[] {
  const { form, roster, lists, locale } = context;
  const { prompt, alert } = locale.form;
  return [
    {
      ...at(coverAt(places, "school")),
      type: "list",
      formula1: listReference(lists.schools),
      errorStyle: roster.complete ? "stop" : "warning",
      alert: box(roster.complete ? alert.list : alert.offRoster),
      prompt: box(prompt.school),
    },
    { ...at(coverAt(places, "period")), type: "list", formula1: listReference(lists.periods), alert: box(alert.list), prompt: box(prompt.period) },
    ...form.cover.map((item) => coverItemValidation(coverAt(places, item.id), item, context)),
  ];
}
