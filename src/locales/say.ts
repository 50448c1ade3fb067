import {
  cellName,
  formNames,
  type Catalogue,
  shownFix,
  type ExplanationFault,
  type ExplanationPolicy,
  type Fact,
  type Facts,
  type Finding,
  type Form,
  type MessageWords,
  type Refusal,
  type Ruleset,
  type Severity,
  type UnusedEarlier,
  type UsedEarlier,
  type Worded,
} from "../domain";
import { withLabels } from "./labels";
import type { Locale } from "./locale";
import { messageWords, ownTitle, relationOf } from "./relation-words";

const LONGEST_QUOTE = 300;

/** `{count, plural, one {file} other {files}}`, as ICU MessageFormat writes it. Only English has forms for numbers. */
const PLURAL = /\{(\w+), plural, one \{([^{}]*)\} other \{([^{}]*)\}\}/g;
const plurals = new Intl.PluralRules("en-US");

/** Fills `{name}` with the fact of that name, and chooses among words by number. A sentence that names a fact it does not get is a bug. */
export function fill(template: string, facts: Facts): string {
  return filled(template, (name) => facts[name]);
}

function filled(template: string, tell: (name: string) => Fact | undefined): string {
  const factOf = (name: string): Fact => {
    const fact = tell(name);
    if (fact === undefined) throw new Error(`No fact {${name}} for "${template}"`);
    return fact;
  };
  return template
    .replace(PLURAL, (_, name: string, one: string, other: string) => (plurals.select(Number(factOf(name))) === "one" ? one : other))
    .replace(/\{(\w+)\}/g, (_, name: string) => String(factOf(name)));
}

function words(finding: Finding, locale: Locale, ruleset: Ruleset, part: keyof MessageWords): string {
  if (finding.state === "notChecked") return part === "brief" ? locale.state.notChecked : locale.notChecked[part];
  const said = messageWords(relationOf(finding, ruleset), finding.message, part, locale);
  const isError = finding.severity === "error" || finding.severity === "fatal";
  return part === "cure" && isError && said.includes("{where}") ? locale.mustCorrect : said;
}

/** What stands before a brief: `强制A06：`. */
export function briefHead(severity: Severity, ref: string, locale: Locale): string {
  return `${locale.severityBrief[severity]}${ref}${locale.colon}`;
}

/** How a finding stands, and whether it is the reviewer's alone. */
export function sayState({ for: whom, state }: Finding, locale: Locale): string {
  if (!whom) return locale.state[state];
  return state === "open" ? locale.reviewer.title : `${locale.reviewer.title} ${locale.state[state]}`;
}

/** Why an explanation settles nothing yet. @param policy by which it was judged */
export function sayExplanationFault(fault: ExplanationFault, { minLength, repeatedRows }: ExplanationPolicy, locale: Locale): string {
  return fill(locale.explanationFault[fault], { min: minLength, rows: repeatedRows });
}

/** A sentence quotes as much of a text as a reader needs to know it again; the cell and `found` hold all of it. */
function quoted(fact: Fact | undefined): Fact | undefined {
  return typeof fact === "string" && fact.length > LONGEST_QUOTE ? `${fact.slice(0, LONGEST_QUOTE)}…` : fact;
}

/** A fact as sentences quote it: a relation that has a title of its own is called by it, in brief by it alone. */
function toldFact(name: string, finding: Finding, locale: Locale, ruleset: Ruleset): Fact | undefined {
  const fact = quoted(finding.facts[name]);
  const title = name === "short" || name === "relation" ? ownTitle(relationOf(finding, ruleset), locale) : undefined;
  return title === undefined || name === "short" ? (title ?? fact) : `${title}${locale.colon}${fact}`;
}

/** A finding in words. */
export interface Said {
  readonly message: string;
  readonly cure: string;
  /** As the 审核结果 column says it. */
  readonly brief: string;
  /** What a proposed fix would do. */
  readonly fix?: string;
}

/**
 * Writes a finding in the reader's language. Nothing ever branches on what this returns.
 * @param ruleset that it was judged by, whose relations may have words of their own
 */
export function say(finding: Finding, locale: Locale, ruleset: Ruleset): Said {
  return {
    message: sayPart(finding, locale, ruleset, "message"),
    cure: sayPart(finding, locale, ruleset, "cure"),
    brief: `${briefHead(finding.severity, finding.ref, locale)}${sayPart(finding, locale, ruleset, "brief")}`,
    ...(finding.fix ? { fix: sayFix(finding.fix, locale) } : {}),
  };
}

/** One sentence of a finding alone, the brief without its head: of half a million findings nobody needs the others. */
export function sayPart(finding: Finding, locale: Locale, ruleset: Ruleset, part: keyof MessageWords): string {
  return sentence(finding, locale, ruleset, part, (words) =>
    filled(words, (name) => (name === "where" ? rowOf(finding, locale) : toldFact(name, finding, locale, ruleset))),
  );
}

/**
 * The same for a 核实单. Its rows have numbers of their own, so items are told by code and name; and a reason is written in its last column,
 * nowhere else.
 */
export function sayInNotice(finding: Finding, locale: Locale, { form, ruleset }: Catalogue): Pick<Said, "message" | "cure"> {
  const { facts } = finding;
  const write = (words: string): string =>
    filled(namingItems(words, facts, form), (name) =>
      name === "where" ? locale.notice.answerPlace : toldFact(name, finding, locale, ruleset),
    );
  return { message: sentence(finding, locale, ruleset, "message", write), cure: sentence(finding, locale, ruleset, "cure", write) };
}

function sentence(finding: Finding, locale: Locale, ruleset: Ruleset, part: keyof MessageWords, write: (words: string) => string): string {
  const { earlier } = finding;
  if (earlier && part === "cure") return locale.reviewer.cure;
  const said = write(words(finding, locale, ruleset, part));
  return earlier && part === "message" ? fill(locale.reviewer.earlier[earlier], { message: said }) : said;
}

/** The row of the form that holds the 说明 of a finding. */
function rowOf({ indicator }: Finding, { where }: Locale): string {
  return indicator === undefined ? where.line : fill(where.indicator, { code: indicator });
}

/** Places of facts that are codes of indicators, and that no name follows. */
const ITEMS = /\{(code|other|of|whole|parts|per|active)\}(?! \{\w*[nN]ame\})/g;
/** What stands between several codes: `21、22、23`, `21+22`. */
const BETWEEN_CODES = /([、+])/;

/** A sentence with the codes that stand alone in it told with their names: `“29 技术服务到款额”`. */
function namingItems(sentence: string, facts: Facts, { indicators }: Form): string {
  const names = new Map(indicators.map(({ code, name }) => [code, `“${code} ${name}”`]));
  return sentence.replace(ITEMS, (place, fact: string) => {
    // Odd pieces stand between codes. What is no code of the form is no item of it.
    const pieces = String(facts[fact]).split(BETWEEN_CODES);
    const said = pieces.map((piece, index) => (index % 2 === 1 ? piece : names.get(piece)));
    return said.includes(undefined) ? place : said.join("");
  });
}

function sayFix(fix: NonNullable<Finding["fix"]>, locale: Locale): string {
  switch (fix.kind) {
    case "validation":
      return fill(locale.fix.validation, { cell: cellName(fix.at) });
    case "value": {
      const [cell, value] = [cellName(fix.at), shownFix(fix)];
      return value === undefined ? fill(locale.fix.clear, { cell }) : fill(locale.fix.value, { cell, value });
    }
  }
}

/**
 * What a clerk should do about a file that cannot be taken.
 * @param words other ones for another reader
 */
export function sayRefusal(refusal: Refusal, locale: Locale, words = locale.refusal[refusal.code]): string {
  const { code: _, ...rest } = refusal;
  const factOf = (fact: Fact | readonly string[] | Worded): Fact =>
    typeof fact !== "object" ? fact : isList(fact) ? fact.join(locale.commands.report.comma) : fact[locale.tag];
  return fill(words, Object.fromEntries(Object.entries(rest).map(([name, fact]) => [name, factOf(fact)])));
}

function isList(fact: readonly string[] | Worded): fact is readonly string[] {
  return Array.isArray(fact);
}

/** What sentences may say of a form: `{formName}`, as they call it, `{formTitle}`, as it is printed, and its `{annex}`. */
export function formFacts(form: Form, locale: Locale): { readonly formName: string; readonly formTitle: string; readonly annex: string } {
  const { shortTitle, title, annex } = formNames(form, locale.tag);
  return { formName: shortTitle, formTitle: title, annex };
}

/** A text beside the words of a language, such as the guide, which may say the same of a form, and name its labels. */
export function inWordsOf(form: Form, text: string, locale: Locale): string {
  return fill(withLabels(text, form.labels), formFacts(form, locale));
}

/** What became of an earlier form that gives nothing */
export function sayUnusedEarlier({ why, by = "" }: UnusedEarlier, locale: Locale): string {
  return typeof why === "string" ? fill(locale.pane.fill.unused[why], { by }) : sayRefusal(why, locale);
}

/** What became of an earlier form that is used, with what a person has to know of it. */
export function sayUsedEarlier({ seal, errors, rivalled }: UsedEarlier, { pane: { fill: words } }: Locale): string {
  const doubts = [
    ...(seal === "sealed" ? [] : [words.doubts[seal]]),
    ...(errors > 0 ? [fill(words.doubts.errors, { count: errors })] : []),
    ...(rivalled ? [words.doubts.rivalled] : []),
  ];
  return doubts.length === 0 ? words.used : fill(words.usedDoubtfully, { doubts: doubts.join(words.doubtBreak) });
}
