import { quoted } from "./formula-text";
import { emptyWords, indicatorsByCode, type ExplanationPolicy, type Form, type Severity } from "../domain";
import { briefHead, messageWords, type Locale } from "../locales";
import type { RuleSetting } from "../rules";

/** One problem as a formula sees it: a condition that is TRUE or FALSE whatever its cells hold, never an error. */
export interface Branch {
  readonly setting: RuleSetting;
  readonly severity: Severity;
  readonly message: string;
  readonly when: string;
  /** Formulas of the facts that the brief names. */
  readonly facts?: Readonly<Record<string, string>>;
}

/** The problem of a setting, with the severity that the rule has by itself. */
export function problem(setting: RuleSetting, severity: Severity, message: string, when: string, facts?: Branch["facts"]): Branch {
  return { setting, severity: setting.severity ?? severity, message, when, facts };
}

/** The brief of a branch as a formula: the words of `say`, with cells where the facts are. */
function briefFormula({ setting, severity, message, facts = {} }: Branch, locale: Locale): string {
  const brief = messageWords(setting, message, "brief", locale);
  // Odd pieces are the names of facts.
  const pieces = `${briefHead(severity, setting.ref, locale)}${brief}`.split(/\{(\w+)\}/);
  return pieces
    .map((piece, index) => {
      if (index % 2 === 0) return piece === "" ? "" : quoted(piece);
      const fact = facts[piece];
      if (fact === undefined) throw new Error(`No fact {${piece}} for the formula of ${setting.rule}/${message}`);
      return fact;
    })
    .filter(Boolean)
    .join("&");
}

/**
 * A formula for the gravest of some problems, of equals the one with the first ref; empty where there is none.
 * @param acceptable a condition: the row has an explanation, which settles its queries and nothing graver
 */
export function firstProblem(branches: readonly Branch[], locale: Locale, acceptable: string): string {
  const sorted = [...branches].sort((a, b) => (a.setting.ref < b.setting.ref ? -1 : a.setting.ref > b.setting.ref ? 1 : 0));
  const of = (severity: Severity): Branch[] => sorted.filter((branch) => branch.severity === severity);
  const chain = (some: readonly Branch[], last: string): string =>
    some.reduceRight((rest, branch) => `IF(${branch.when},${briefFormula(branch, locale)},${rest})`, last);
  const queries = of("query");
  const advised = chain(of("advisory"), '""');
  const asked = `IF(${acceptable},${quoted(locale.form.explained)},${chain(queries, '""')})`;
  const settled = queries.length === 0 ? advised : `IF(OR(${queries.map(({ when }) => when).join(",")}),${asked},${advised})`;
  return chain([...of("fatal"), ...of("error")], settled);
}

/** Nothing is shown on a form that nobody has begun: it must print clean. */
export function onceBegun(range: string, formula: string): string {
  return `IF(COUNTA(${range})=0,"",${formula})`;
}

const ideographicSpace = "\u3000";

/** What people see as nothing: a blank, or nothing but spaces. */
export function looksBlank(cell: string): string {
  return `IF(ISERROR(${cell}),FALSE,LEN(TRIM(SUBSTITUTE(${cell},${quoted(ideographicSpace)},"")))=0)`;
}

/** A text that still holds a mark. */
export function holdsMark(cell: string, mark: string): string {
  return `IF(ISERROR(${cell}),FALSE,LEN(SUBSTITUTE(${cell},${quoted(mark)},""))<LEN(${cell}))`;
}

/** An error value or a logical one: neither number nor text nor blank. */
export function isFault(cell: string): string {
  return `OR(ISERROR(${cell}),ISLOGICAL(${cell}))`;
}

/** A cell's text without some texts and line breaks. */
export function without(cell: string, texts: readonly string[]): string {
  return texts.reduce((inner, text) => `SUBSTITUTE(${inner},${quoted(text)},"")`, `SUBSTITUTE(${cell},CHAR(10),"")`);
}

/** How often a value stands in a range, without the wildcards of COUNTIF and its limit of 255 characters; errors in the range count as other values. */
export function countOf(range: string, cell: string): string {
  return `SUMPRODUCT(--ISNUMBER(1/(${range}=${cell})))`;
}

/** How often values stand side by side in ranges of one height. */
export function countOfAll(...pairs: readonly (readonly [range: string, value: string])[]): string {
  return `SUMPRODUCT(${pairs.map(([range, value]) => `(${range}=${value})`).join("*")}*1)`;
}

/** Cells that a judgement on explanations looks at. */
export interface ExplanationCells {
  /** The 说明 column from the programme's row to the last indicator; other words in between do no harm. */
  readonly explanations: string;
  /** The list of `emptyWords`. */
  readonly emptyWords: string;
}

/** Whether the text of a cell counts as an explanation: the policy of `explanationFault`, as far as a formula can follow it. */
export function acceptableExplanation(cell: string, cells: ExplanationCells, policy: ExplanationPolicy): string {
  const substance = without(cell, [" ", ideographicSpace]);
  const long = `LEN(${substance})>=${policy.minLength}`;
  // No word of the list overlaps another: what each alone takes away adds up to what all of them take away, and it is not everything.
  const left = `SUMPRODUCT(LEN(SUBSTITUTE(${substance},${cells.emptyWords},"")))`;
  const says = `${left}>${emptyWords(policy).length - 1}*LEN(${substance})`;
  const own = `${countOf(cells.explanations, cell)}<${policy.repeatedRows}`;
  return `IF(ISERROR(${cell}),FALSE,AND(${long},${says},${own}))`;
}

/**
 * `then` where all indicators hold numbers that they can have, else FALSE. `then` is evaluated with numbers only.
 * @param own an indicator whose number is known to be possible, since what comes before in the formula says so otherwise
 */
export function whereSound(
  form: Pick<Form, "indicators">,
  value: (code: string) => string,
  codes: readonly string[],
  then: string,
  own?: string,
): string {
  const others = codes.filter((code) => code !== own);
  const fits = others.map((code) => `ABS(${value(code)}-ROUND(${value(code)},${decimals(form, code)}))<=0.000000001`);
  const possible = others.length === 0 ? then : `IF(AND(MIN(${others.map(value).join(",")})>=0,${fits.join(",")}),${then},FALSE)`;
  return `IF(COUNT(${codes.map(value).join(",")})=${codes.length},${possible},FALSE)`;
}

function decimals(form: Pick<Form, "indicators">, code: string): number {
  return indicatorsByCode(form).get(code)!.type.decimals;
}
