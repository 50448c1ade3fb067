import { quoted } from "./formula-text";
import { lastReportable, periodDays, periodLabel, serialOfDay, type CoverItem, type ReportingPeriod, type Ruleset } from "../domain";
import type { RuleId, RuleSetting } from "../rules";
import {
  acceptableExplanation,
  countOf,
  countOfAll,
  firstProblem,
  holdsMark,
  isFault,
  looksBlank,
  onceBegun,
  problem,
  whereSound,
  without,
  type Branch,
} from "./check-formula";
import type { CheckContext, RowCells } from "./check-context";

/** A1 addresses of a programme's head, and the lists on the roster sheet. Ranges named together are of one height. */
export interface LineCells {
  readonly category: string;
  readonly cluster: string;
  readonly programme: string;
  /** For whom the form was issued. */
  readonly issuedSchool: string;
  readonly categories: string;
  readonly clusterCategories: string;
  readonly clusters: string;
  /** `school|cluster`. */
  readonly programmeKeys: string;
  readonly programmes: string;
}

/** A1 addresses on the cover. */
export interface CoverCells {
  /** @param id `school`, `period` or the id of a cover item */
  item(id: string): string;
  /** All cover items but school and period, which are filled in when the form is issued. */
  readonly items: string;
  readonly schools: string;
  readonly periods: string;
  readonly issuedSchool: string;
  readonly period: ReportingPeriod;
}

/** The settings that apply a rule. */
function settingsOf<Id extends RuleId>({ settings }: Ruleset, rule: Id): Extract<RuleSetting, { rule: Id }>[] {
  return settings.filter((setting): setting is Extract<RuleSetting, { rule: Id }> => setting.rule === rule);
}

/** `then` where a cell holds something, else FALSE. */
function whereFilled(cell: string, then: string): string {
  return `IF(ISERROR(${cell}),FALSE,IF(${looksBlank(cell)},FALSE,${then}))`;
}

/** The problems that any input can have. */
function faults(ruleset: Ruleset, cell: string): Branch[] {
  return settingsOf(ruleset, "error-value").map((setting) => problem(setting, "error", "fault", isFault(cell)));
}

function tooLong(ruleset: Ruleset, cell: string, most: number): Branch[] {
  const when = `IF(ISERROR(${cell}),FALSE,LEN(${cell})>${most})`;
  return settingsOf(ruleset, "text-length").map((setting) =>
    problem(setting, "error", "tooLong", when, { excess: `LEN(${cell})-${most}` }),
  );
}

/** The result beside a text of a programme. */
export function textCheck(id: string, { form, ruleset, locale }: CheckContext, cells: RowCells): string {
  const { required, requiredWhenPositive: positive, maxLength } = form.texts.find((item) => item.id === id)!;
  const cell = cells.text(id);
  const missing = settingsOf(ruleset, "required-text").flatMap((setting) => {
    const draft = problem(setting, "error", "draft", holdsMark(cell, form.labels.draftMark));
    if (required) return [problem(setting, "error", "blank", looksBlank(cell)), draft];
    if (positive === undefined) return [draft];
    const when = `IF(${looksBlank(cell)},${whereSound(form, cells.value, [positive], `${cells.value(positive)}>0`)},FALSE)`;
    return [problem(setting, "error", "blankWhenPositive", when, { code: quoted(positive) }), draft];
  });
  return onceBegun(
    cells.values,
    firstProblem([...missing, ...tooLong(ruleset, cell, maxLength), ...faults(ruleset, cell)], locale, "FALSE"),
  );
}

/** The cluster is known, but stands under another category than the one chosen. */
function elsewhere({ category, cluster, ...line }: LineCells): string {
  const together = `${countOfAll([line.clusters, cluster], [line.clusterCategories, category])}=0`;
  const bothKnown = `IF(${countOf(line.categories, category)}>0,IF(${countOf(line.clusters, cluster)}>0,${together},FALSE),FALSE)`;
  return whereFilled(category, whereFilled(cluster, bothKnown));
}

/** The result beside a line of a programme's head. */
export function lineCheck(part: "category" | "cluster" | "programme", context: CheckContext, cells: RowCells, line: LineCells): string {
  const { roster, ruleset, locale } = context;
  const own = line[part];
  const identified = settingsOf(ruleset, "identification-valid").flatMap((setting) => {
    const unknown = part === "category" && roster.categoriesComplete ? [whereFilled(own, `${countOf(line.categories, own)}=0`)] : [];
    return [
      problem(setting, "error", "blank", looksBlank(own)),
      ...unknown.map((when) => problem(setting, "error", "unknown", when)),
      ...(part === "cluster" ? [problem(setting, "error", "elsewhere", elsewhere(line))] : []),
    ];
  });
  const listed = settingsOf(ruleset, "on-roster").flatMap((setting) => {
    if (part !== "programme") return [];
    const key = `${quoted(`${line.issuedSchool}|`)}&${line.cluster}`;
    const absent = `${countOfAll([line.programmeKeys, key], [line.programmes, own])}=0`;
    const when = whereFilled(own, whereFilled(line.cluster, `IF(${elsewhere(line)},FALSE,${absent})`));
    return [roster.complete ? problem(setting, "error", "unlisted", when) : problem(setting, "query", "notListed", when)];
  });
  const acceptable = acceptableExplanation(cells.explanation("line"), cells, ruleset.explanation);
  return onceBegun(cells.values, firstProblem([...identified, ...listed, ...faults(ruleset, own)], locale, acceptable));
}

/**
 * The result beside a line of the cover.
 * @param id `school`, `period` or the id of a cover item
 */
export function coverCheck(id: string, { form, ruleset, locale }: CheckContext, cells: CoverCells): string {
  const item = form.cover.find((one) => one.id === id);
  if (item) return onceBegun(cells.items, firstProblem(itemBranches(ruleset, item, cells), locale, "FALSE"));
  return firstProblem(identityBranches(ruleset, id === "school" ? "school" : "period", cells), locale, "FALSE");
}

function identityBranches(ruleset: Ruleset, id: "school" | "period", cells: CoverCells): Branch[] {
  const cell = cells.item(id);
  const [issued, known] =
    id === "school" ? [quoted(cells.issuedSchool), cells.schools] : [quoted(periodLabel(cells.period)), cells.periods];
  const other = (times: string): string => whereFilled(cell, `IF(${cell}=${issued},FALSE,${countOf(known, cell)}${times})`);
  return [
    ...settingsOf(ruleset, "identification-valid").flatMap((setting) => [
      problem(setting, "error", "blank", looksBlank(cell)),
      problem(setting, "error", id === "school" ? "unknown" : "unreadable", other("=0")),
    ]),
    ...settingsOf(ruleset, "identity-changed").map((setting) => problem(setting, "fatal", id, other(">0"), { issued })),
    ...faults(ruleset, cell),
  ];
}

function itemBranches(ruleset: Ruleset, { id, kind, maxLength }: CoverItem, cells: CoverCells): Branch[] {
  const cell = cells.item(id);
  return [
    ...settingsOf(ruleset, "required-text").map((setting) => problem(setting, "error", "blank", looksBlank(cell))),
    ...(kind === "date" ? [] : tooLong(ruleset, cell, maxLength)),
    ...settingsOf(ruleset, "contact-well-formed").flatMap((setting) => contactBranches(setting, kind, cell, cells.period)),
    ...faults(ruleset, cell),
  ];
}

/** All that telephone numbers are written with. A formula nests as many SUBSTITUTE as this has characters: Excel takes 64. */
const PHONE_CHARACTERS = [..."0123456789０１２３４５６７８９-－‐‑‒–—―−、/／ \u00a0\u3000()（）+＋转extEXT.．"];

/** Roughly: a formula has no patterns. What it lets pass the rules still see. */
function contactBranches(setting: RuleSetting, kind: CoverItem["kind"], cell: string, period: ReportingPeriod): Branch[] {
  const contains = (text: string): string => `LEN(${cell})-LEN(SUBSTITUTE(${cell},${quoted(text)},""))`;
  switch (kind) {
    case "text":
      return [];
    case "phone": {
      const rest = without(cell, PHONE_CHARACTERS);
      return [problem(setting, "error", "phone", whereFilled(cell, `OR(LEN(${rest})>0,LEN(${cell})<10)`))];
    }
    case "email":
      return [
        problem(
          setting,
          "error",
          "email",
          whereFilled(cell, `OR(${contains("@")}<>1,${contains(".")}=0,LEN(TRIM(${cell}))-LEN(SUBSTITUTE(TRIM(${cell})," ",""))>0)`),
        ),
      ];
    case "date": {
      const [first, last] = [periodDays(period).first, lastReportable(period)].map((day) => serialOfDay(day)!) as [number, number];
      return [
        problem(setting, "error", "notADay", whereFilled(cell, `IF(ISNUMBER(${cell}),${cell}<61,TRUE)`)),
        problem(setting, "error", "tooEarly", whereFilled(cell, `IF(ISNUMBER(${cell}),AND(${cell}>=61,${cell}<${first}),FALSE)`)),
        problem(setting, "error", "tooLate", whereFilled(cell, `IF(ISNUMBER(${cell}),${cell}>=${last + 1},FALSE)`)),
      ];
    }
  }
}
