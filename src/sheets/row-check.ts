import { periodDays, periodLabel, serialOfDay, type CoverItem, type Form, type Indicator, type ReportingPeriod, type Roster, type Severity } from "../domain";
import type { Locale } from "../locales";
import type { RuleSetting, Ruleset } from "../rules";
import {
  acceptableExplanation,
  countOf,
  countOfAll,
  firstProblem,
  isFault,
  looksBlank,
  onceBegun,
  quoted,
  whereSound,
  without,
  type Branch,
} from "./check-formula";

/** What every check of a form is made of. */
export interface CheckContext {
  readonly form: Form;
  readonly roster: Roster;
  readonly ruleset: Ruleset;
  readonly locale: Locale;
}

/** A1 addresses on one programme sheet. */
export interface RowCells {
  value(code: string): string;
  comparison(code: string): string;
  /** @param row an indicator code, or `line` */
  explanation(row: string): string;
  text(id: string): string;
  /** 本期数 of all indicators. */
  readonly values: string;
  /** The 说明 column from the programme's row to the last indicator; other words in between do no harm. */
  readonly explanations: string;
}

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

/** The problem of a setting, with the severity that the rule has by itself. */
function problem(setting: RuleSetting, severity: Severity, message: string, when: string, facts?: Branch["facts"]): Branch {
  return { setting, severity: setting.severity ?? severity, message, when, facts };
}

/** A setting's problems on an indicator's row. Rules that stand elsewhere, or that no plain formula can follow, have none. */
function rowBranches(setting: RuleSetting, indicator: Indicator, { form }: CheckContext, cells: RowCells): readonly Branch[] {
  const { code, unit, measure } = indicator;
  const { value } = cells;
  const [v, c] = [value(code), cells.comparison(code)];
  const sound = (codes: readonly string[], then: string): string => whereSound(form, value, codes, then);
  const compared = (then: string): string => sound([code], `IF(COUNT(${c})=1,${then},FALSE)`);
  switch (setting.rule) {
    case "number-in-range":
      return [
        problem(setting, "error", "negative", `IF(ISNUMBER(${v}),${v}<0,FALSE)`),
        problem(
          setting,
          "error",
          indicator.type.decimals === 0 ? "notInteger" : "tooManyDecimals",
          `IF(ISNUMBER(${v}),ABS(${v}-ROUND(${v},${indicator.type.decimals}))>0.000000001,FALSE)`,
          { decimals: quoted(String(indicator.type.decimals)) },
        ),
      ];
    case "indicator-filled":
      return [problem(setting, "error", "blank", looksBlank(v))];
    case "number-as-text":
      return [problem(setting, "error", "unreadable", `IF(ISTEXT(${v}),${looksBlank(v)}=FALSE,FALSE)`)];
    case "error-value":
      return [
        problem(setting, "error", "fault", isFault(v)),
        problem(setting, "error", "fault", isFault(cells.explanation(code))),
      ];
    case "part-at-most-whole": {
      const { part, whole, exceptZeroWhole } = setting.options;
      if (part !== code) return [];
      const w = value(whole);
      const when = sound([part, whole], exceptZeroWhole ? `AND(${v}>${w},${w}>0)` : `${v}>${w}`);
      return [problem(setting, "error", "exceeds", when, { whole: quoted(whole), limit: w })];
    }
    case "parts-sum-to-total": {
      const { total, parts } = setting.options;
      if (total !== code) return [];
      const sum = `ROUND(${parts.map(value).join("+")},2)`;
      return [
        problem(setting, "error", "differs", sound([total, ...parts], `ABS(${sum}-${v})>=0.005`), { parts: quoted(parts.join("+")), sum }),
      ];
    }
    case "zero-forces-zero": {
      const { whole, parts } = setting.options;
      if (!parts.includes(code)) return [];
      return [
        problem(setting, "error", "positive", sound([whole, code], `AND(${value(whole)}=0,${v}>0)`), { whole: quoted(whole) }),
      ];
    }
    case "stock-falls": {
      if (measure !== "stock") return [];
      const fall = `ROUND(${c}-${v},2)`;
      const when = compared(`AND(${v}>0,${v}<${c},${fall}>${setting.options.tolerance ?? 0})`);
      return [problem(setting, "query", "fell", when, { difference: fall, unit: quoted(unit) })];
    }
    case "large-change": {
      const { percent: limit, units } = setting.options;
      const change = `ROUND(ABS(${v}-${c}),2)`;
      const large = (way: string): string => compared(`AND(${v}>0,${c}>0,${v}${way}${c},${change}>=${units},${change}*100>=${limit}*${c})`);
      const facts = { percent: `ROUND(${change}*100/${c},0)` };
      const rose = problem(setting, "query", "rose", large(">"), facts);
      return measure === "stock" ? [rose] : [rose, problem(setting, "query", "fell", large("<"), facts)];
    }
    case "zero-turned":
      return [
        problem(setting, "query", "becameZero", compared(`AND(${v}=0,${c}<>0)`), { compared: c }),
        problem(setting, "query", "becamePositive", compared(`AND(${v}<>0,${c}=0)`), { found: v }),
      ];
    case "both-or-neither": {
      const { a, b } = setting.options;
      if (code !== a && code !== b) return [];
      const other = code === a ? b : a;
      return [problem(setting, "query", "alone", sound([a, b], `AND(${v}=0,${value(other)}>0)`), { other: quoted(other) })];
    }
    case "ratio-in-range": {
      const { numerator, denominator, min, max } = setting.options;
      if (numerator !== code) return [];
      const d = value(denominator);
      const when = sound([code, denominator], `IF(AND(${v}>0,${d}>0),OR(${v}/${d}<${min},${v}/${d}>${max}),FALSE)`);
      const perUnit = form.indicators.find((other) => other.code === denominator)!.unit;
      return [problem(setting, "query", "outside", when, { ratio: `ROUND(${v}/${d},4)`, unit: quoted(unit), perUnit: quoted(perUnit) })];
    }
    case "needs-one-of": {
      const { code: owner, of } = setting.options;
      if (owner !== code) return [];
      const when = sound([code, ...of], `AND(${v}>0,MAX(${of.map(value).join(",")})=0)`);
      return [problem(setting, "query", "none", when, { of: quoted(of.join("、")) })];
    }
    case "activity-without-partners": {
      const { partners, active } = setting.options;
      if (partners !== code) return [];
      const any = active.map((other) => sound([other], `${value(other)}>0`)).join(",");
      return [problem(setting, "query", "active", sound([code], `IF(${v}=0,OR(${any}),FALSE)`))];
    }
    case "partner-names": {
      const { count, text, atMost } = setting.options;
      if (count !== code) return [];
      const [list, least] = [cells.text(text), `MIN(${v},${atMost})`];
      // Counts separators: which names are different, or are none, a formula cannot see.
      const names = `(LEN(${list})-LEN(${without(list, [..."、，,；;"])})+1)`;
      const when = sound([code], `IF(ISTEXT(${list}),IF(${looksBlank(list)},FALSE,${names}<${least}),FALSE)`);
      return [problem(setting, "query", "tooFew", when, { least })];
    }
    // On the head, the texts or the cover.
    case "identification-valid":
    case "identity-changed":
    case "on-roster":
    case "programme-reported-twice":
    case "contact-well-formed":
    case "required-text":
    case "text-length":
      return [];
    // No plain formula can follow: several reports or files, the look of a cell, what stood there before.
    case "same-as-previous":
    case "stale-explanation":
    case "round-numbers-only":
    case "text-copied":
    case "date-in-number-cell":
    case "formula-in-input":
    case "validation-removed":
    case "comparison-altered":
    case "label-altered":
      return [];
  }
}

/** 审核结果 of an indicator's row, without `=`: its first problem in the words of `say(finding).brief`. */
export function rowCheck(code: string, context: CheckContext, cells: RowCells): string {
  const { form, ruleset, locale } = context;
  const indicator = form.indicators.find((one) => one.code === code)!;
  const branches = ruleset.settings.flatMap((setting) => rowBranches(setting, indicator, context, cells));
  const acceptable = acceptableExplanation(cells.explanation(code), cells.explanations, ruleset.explanation);
  return onceBegun(cells.values, firstProblem(branches, locale, acceptable));
}

/** The result beside a text of a programme. */
export function textCheck(id: string, { form, ruleset, locale }: CheckContext, cells: RowCells): string {
  const item = form.texts.find((one) => one.id === id)!;
  const cell = cells.text(id);
  const positive = item.requiredWhenPositive;
  const branches = ruleset.settings.flatMap((setting): readonly Branch[] => {
    if (setting.rule === "error-value") return [problem(setting, "error", "fault", isFault(cell))];
    if (setting.rule === "text-length") return [tooLong(setting, cell, item.maxLength)];
    if (setting.rule !== "required-text") return [];
    if (item.required) return [problem(setting, "error", "blank", looksBlank(cell))];
    if (positive === undefined) return [];
    const when = `IF(${looksBlank(cell)},${whereSound(form, cells.value, [positive], `${cells.value(positive)}>0`)},FALSE)`;
    return [problem(setting, "error", "blankWhenPositive", when, { code: quoted(positive) })];
  });
  return onceBegun(cells.values, firstProblem(branches, locale, "FALSE"));
}

function tooLong(setting: RuleSetting, cell: string, most: number): Branch {
  return problem(setting, "error", "tooLong", `IF(ISERROR(${cell}),FALSE,LEN(${cell})>${most})`, { excess: `LEN(${cell})-${most}` });
}

/** The result beside a line of a programme's head. */
export function lineCheck(part: "category" | "cluster" | "programme", context: CheckContext, cells: RowCells, line: LineCells): string {
  const { roster, ruleset, locale } = context;
  const { category, cluster, programme } = line;
  const own = line[part];
  const filled = (cell: string, then: string): string => `IF(ISERROR(${cell}),FALSE,IF(${looksBlank(cell)},FALSE,${then}))`;
  const known = `${countOf(line.categories, category)}>0`;
  const elsewhere = filled(
    category,
    filled(cluster, `IF(${known},IF(${countOf(line.clusters, cluster)}>0,${countOfAll([line.clusters, cluster], [line.clusterCategories, category])}=0,FALSE),FALSE)`),
  );
  const branches = ruleset.settings.flatMap((setting): readonly Branch[] => {
    switch (setting.rule) {
      case "error-value":
        return [problem(setting, "error", "fault", isFault(own))];
      case "identification-valid":
        return [
          problem(setting, "error", "blank", looksBlank(own)),
          ...(part === "category" && roster.categoriesComplete ? [problem(setting, "error", "unknown", filled(own, `${countOf(line.categories, own)}=0`))] : []),
          ...(part === "cluster" ? [problem(setting, "error", "elsewhere", elsewhere)] : []),
        ];
      case "on-roster": {
        if (part !== "programme") return [];
        const key = `${quoted(`${line.issuedSchool}|`)}&${cluster}`;
        const listed = `${countOfAll([line.programmeKeys, key], [line.programmes, programme])}=0`;
        const when = filled(programme, filled(cluster, `IF(${elsewhere},FALSE,${listed})`));
        return [problem(setting, roster.complete ? "error" : "query", roster.complete ? "unlisted" : "notListed", when)];
      }
      default:
        return [];
    }
  });
  const acceptable = acceptableExplanation(cells.explanation("line"), cells.explanations, ruleset.explanation);
  return onceBegun(cells.values, firstProblem(branches, locale, acceptable));
}

/**
 * The result beside a line of the cover.
 * @param id `school`, `period` or the id of a cover item
 */
export function coverCheck(id: string, context: CheckContext, cells: CoverCells): string {
  const { form, ruleset, locale } = context;
  const item = form.cover.find((one) => one.id === id);
  const branches = ruleset.settings.flatMap((setting) =>
    item ? itemBranches(setting, item, cells) : identityBranches(setting, id === "school" ? "school" : "period", cells),
  );
  const formula = firstProblem(branches, locale, "FALSE");
  return item ? onceBegun(cells.items, formula) : formula;
}

function identityBranches(setting: RuleSetting, id: "school" | "period", cells: CoverCells): readonly Branch[] {
  const cell = cells.item(id);
  const [issued, known] = id === "school" ? [quoted(cells.issuedSchool), cells.schools] : [quoted(periodLabel(cells.period)), cells.periods];
  const other = (then: string): string => `IF(ISERROR(${cell}),FALSE,IF(${looksBlank(cell)},FALSE,IF(${cell}=${issued},FALSE,${countOf(known, cell)}${then})))`;
  switch (setting.rule) {
    case "error-value":
      return [problem(setting, "error", "fault", isFault(cell))];
    case "identification-valid":
      return [
        problem(setting, "error", "blank", looksBlank(cell)),
        problem(setting, "error", id === "school" ? "unknown" : "unreadable", other("=0")),
      ];
    case "identity-changed":
      return [problem(setting, "fatal", id, other(">0"), { issued })];
    default:
      return [];
  }
}

function itemBranches(setting: RuleSetting, { id, kind, maxLength }: CoverItem, cells: CoverCells): readonly Branch[] {
  const cell = cells.item(id);
  const filled = (then: string): string => `IF(ISERROR(${cell}),FALSE,IF(${looksBlank(cell)},FALSE,${then}))`;
  switch (setting.rule) {
    case "error-value":
      return [problem(setting, "error", "fault", isFault(cell))];
    case "required-text":
      return [problem(setting, "error", "blank", looksBlank(cell))];
    case "text-length":
      return kind === "date" ? [] : [tooLong(setting, cell, maxLength)];
    case "contact-well-formed":
      return contactBranches(setting, kind, cell, filled, cells.period);
    default:
      return [];
  }
}

/** Roughly: a formula has no patterns. What it lets pass the rules still see. */
function contactBranches(
  setting: RuleSetting,
  kind: CoverItem["kind"],
  cell: string,
  filled: (then: string) => string,
  period: ReportingPeriod,
): readonly Branch[] {
  const contains = (text: string): string => `LEN(${cell})-LEN(SUBSTITUTE(${cell},${quoted(text)},""))`;
  switch (kind) {
    case "text":
      return [];
    case "phone": {
      const rest = without(cell, [..."0123456789-、/ ()（）+转－　"]);
      return [problem(setting, "error", "phone", filled(`OR(LEN(${rest})>0,LEN(${cell})<10)`))];
    }
    case "email":
      return [problem(setting, "error", "email", filled(`OR(${contains("@")}<>1,${contains(".")}=0,${contains(" ")}>0)`))];
    case "date": {
      const first = serialOfDay(periodDays(period).first)!;
      return [
        problem(setting, "error", "notADay", filled(`IF(ISNUMBER(${cell}),${cell}<61,TRUE)`)),
        problem(setting, "error", "tooEarly", filled(`IF(ISNUMBER(${cell}),AND(${cell}>=61,${cell}<${first}),FALSE)`)),
      ];
    }
  }
}
