import {
  absolute,
  areaOf,
  periodDays,
  serialOfDay,
  type Area,
  type CellRef,
  type CoverItem,
  type Form,
  type Indicator,
  type Previous,
  type ReportingPeriod,
  type Roster,
  type Ruleset,
  type Validation,
} from "../domain";
import { fill, type Locale } from "../locales";
import { cascade, emptyCell, listReference, type RosterLists } from "./roster-sheet";
import { coverAt, explanationAt, lineAt, sheetReference, textAt, valueAt, type CoverPlaces, type ProgrammePlaces } from "./places";

/** The longest explanation that the form takes. */
const MAX_EXPLANATION = 200;

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

/**
 * Words may name the labels of the form, and the facts.
 * Excel's limits: 32 characters a title, 255 a text; a longer one makes it refuse the whole file.
 */
function box({ title, text }: Box, { labels }: Form, facts: Record<string, string | number> = {}): Box {
  const said = (words: string, most: number): string => {
    const all = fill(words, { ...labels, ...facts });
    return all.length > most ? `${all.slice(0, most - 1)}…` : all;
  };
  return { title: said(title, 32), text: said(text, 255) };
}

/** An input cell and its validation, made only when it is needed: a reader mostly asks for the type alone. */
export interface InputRule {
  readonly at: CellRef;
  readonly type: Validation["type"];
  make(): Validation;
}

function rule(
  cell: CellRef,
  type: Validation["type"],
  make: () => Omit<Validation, "areas" | "allowBlank" | "errorStyle" | "type"> & Partial<Pick<Validation, "errorStyle">>,
): InputRule {
  return { at: cell, type, make: () => ({ areas: [areaOf(cell)], allowBlank: true, errorStyle: "stop", type, ...make() }) };
}

function indicatorRule(cell: CellRef, indicator: Indicator, { form, locale }: ValidationContext): InputRule {
  const integer = indicator.type.decimals === 0;
  return rule(cell, integer ? "whole" : "decimal", () => {
    const { prompt, alert } = locale.form;
    const facts = { code: indicator.code, name: indicator.name, unit: indicator.unit, decimals: indicator.type.decimals };
    return {
      operator: "greaterThanOrEqual",
      formula1: "0",
      alert: box(integer ? alert.integer : alert.decimal, form),
      prompt: box(integer ? prompt.integer : prompt.decimal, form, facts),
    };
  });
}

function lengthRule(cell: CellRef, max: number, { form, locale }: ValidationContext, prompt: () => Box): InputRule {
  return rule(cell, "textLength", () => ({
    operator: "lessThanOrEqual",
    formula1: String(max),
    alert: box(locale.form.alert.length, form, { max }),
    prompt: prompt(),
  }));
}

/** The validations of some inputs; cells that stand below each other and say the same share one. */
export function validationsOf(inputs: readonly InputRule[]): Validation[] {
  const shared = new Map<string, { readonly validation: Validation; readonly areas: Area[] }>();
  for (const input of inputs) {
    const { areas, ...rest } = input.make();
    const key = JSON.stringify(rest);
    const known = shared.get(key);
    if (!known) shared.set(key, { validation: { areas, ...rest }, areas: [...areas] });
    else for (const area of areas) append(known.areas, area);
  }
  return [...shared.values()].map(({ validation, areas }) => ({ ...validation, areas }));
}

/** Adds an area to a list, as part of the last one where it stands right below it. */
function append(areas: Area[], area: Area): void {
  const last = areas.at(-1);
  if (last && last.left === area.left && last.right === area.right && last.bottom + 1 === area.top)
    areas[areas.length - 1] = { ...last, bottom: area.bottom };
  else areas.push(area);
}

/** How a list answers a name that it does not have: refused where the list is complete, else asked about. */
function listAlert(complete: boolean, { form, locale }: ValidationContext): Pick<Validation, "errorStyle" | "alert"> {
  const { alert } = locale.form;
  return complete ? { errorStyle: "stop", alert: box(alert.list, form) } : { errorStyle: "warning", alert: box(alert.offRoster, form) };
}

/** All inputs of a programme sheet, at whatever places its cells stand. */
export function programmeInputs(
  places: ProgrammePlaces,
  cover: CoverPlaces,
  context: ValidationContext,
  previous: Previous | undefined,
): InputRule[] {
  const { form, roster, ruleset, lists, locale } = context;
  const { prompt } = locale.form;
  const nothing = emptyCell(lists);
  const category = lineAt(places, "category");
  const cluster = lineAt(places, "cluster");
  const school = `${sheetReference(cover.sheet)}!${absolute(coverAt(cover, "school"))}`;
  return [
    rule(category, "list", () => ({
      formula1: listReference(lists.categories),
      ...listAlert(roster.categoriesComplete, context),
      prompt: box(prompt.category, form),
    })),
    rule(cluster, "list", () => ({
      formula1: cascade(lists.clusterCategories, lists.clusters, absolute(category), nothing),
      ...listAlert(roster.complete, context),
      prompt: box(prompt.cluster, form),
    })),
    rule(lineAt(places, "programme"), "list", () => ({
      formula1: cascade(lists.programmeKeys, lists.programmes, `${school}&"|"&${absolute(cluster)}`, nothing),
      ...listAlert(roster.complete, context),
      prompt: box(prompt.programme, form),
    })),
    ...form.indicators.map((indicator) => indicatorRule(valueAt(places, indicator.code), indicator, context)),
    ...["line", ...form.indicators.map(({ code }) => code)].map((row) =>
      lengthRule(explanationAt(places, row), MAX_EXPLANATION, context, () => {
        const text = previous?.explanations[row];
        return text === undefined
          ? box(prompt.explanation, form, { min: ruleset.explanation.minLength })
          : box(prompt.carried, form, { text });
      }),
    ),
    ...form.texts.map((item) =>
      lengthRule(textAt(places, item.id), item.maxLength, context, () =>
        box(prompt.text, form, { label: item.label, max: item.maxLength }),
      ),
    ),
  ];
}

function coverItemRule(cell: CellRef, item: CoverItem, context: ValidationContext): InputRule {
  const { form, locale, period } = context;
  const { prompt, alert } = locale.form;
  const { label } = item;
  switch (item.kind) {
    case "text":
      return lengthRule(cell, item.maxLength, context, () => box(prompt.coverText, form, { label }));
    case "phone":
      return lengthRule(cell, item.maxLength, context, () => box(prompt.phone, form, { label }));
    case "email":
      return lengthRule(cell, item.maxLength, context, () => box(prompt.email, form, { label }));
    case "date":
      return rule(cell, "date", () => ({
        operator: "greaterThanOrEqual",
        formula1: String(serialOfDay(periodDays(period).first)),
        alert: box(alert.date, form),
        prompt: box(prompt.date, form, { label }),
      }));
  }
}

/** All inputs of the cover, at whatever places its cells stand. */
export function coverInputs(places: CoverPlaces, context: ValidationContext): InputRule[] {
  const { form, roster, lists, locale } = context;
  const { prompt, alert } = locale.form;
  return [
    rule(coverAt(places, "school"), "list", () => ({
      formula1: listReference(lists.schools),
      ...listAlert(roster.complete, context),
      prompt: box(prompt.school, form),
    })),
    rule(coverAt(places, "period"), "list", () => ({
      formula1: listReference(lists.periods),
      alert: box(alert.list, form),
      prompt: box(prompt.period, form),
    })),
    ...form.cover.map((item) => coverItemRule(coverAt(places, item.id), item, context)),
  ];
}
