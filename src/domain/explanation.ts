import type { ExplanationFault } from "./finding";

/** When a text counts as an explanation. Data of the ruleset. */
export interface ExplanationPolicy {
  /** Characters, white space not counted. */
  readonly minLength: number;
  /** Phrases that explain nothing. */
  readonly boilerplate: readonly string[];
  /** So many rows with the same text, or more, and it counts as boilerplate on all of them. */
  readonly repeatedRows: number;
}

/** What mostly stands between words that say nothing. */
const PUNCTUATION = [..."，。、；：！,.;:"];

/** What an explanation may consist of and still say nothing. None may overlap another: a formula counts what each takes away. */
export function emptyWords({ boilerplate }: ExplanationPolicy): readonly string[] {
  return [...PUNCTUATION, ...boilerplate];
}

/** A text without white space: what counts when it is measured or compared. */
export function substance(text: string): string {
  return text.normalize("NFKC").replace(/[\p{Z}\p{C}]/gu, "");
}

/** Whether nothing is left of a text once its stock phrases and its punctuation are taken away. */
function onlyBoilerplate(text: string, policy: ExplanationPolicy): boolean {
  let rest = substance(text).replace(/\p{P}/gu, "");
  // Longest first, so that a phrase within another leaves no remainder.
  for (const phrase of [...policy.boilerplate].sort((a, b) => b.length - a.length)) rest = rest.split(phrase).join("");
  return rest === "";
}

/**
 * Judges the text of an explanation, apart from the values it explains.
 * @param sameRows on how many rows of the programme the same text stands, this one included
 * @returns why it does not count, or undefined where it does
 */
export function explanationFault(text: string | undefined, sameRows: number, policy: ExplanationPolicy): ExplanationFault | undefined {
  if (text === undefined || substance(text) === "") return "missing";
  if (onlyBoilerplate(text, policy)) return "boilerplate";
  if ([...substance(text)].length < policy.minLength) return "too-short";
  return sameRows >= policy.repeatedRows ? "repeated" : undefined;
}
