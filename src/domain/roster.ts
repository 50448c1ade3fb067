import { nearest, plainName } from "./names";

/** Stands for the programme where a form is about schools as a whole. */
export const WHOLE_SCHOOL = "全校";

/** One row of annex 1: a school serves a cluster with a programme (专业群). */
export interface RosterEntry {
  /** 序号 as printed. */
  readonly number: number;
  readonly category: string;
  readonly cluster: string;
  readonly school: string;
  /** 简称 of the school, where the department gives one; annex 1 gives none. */
  readonly shortName?: string;
  readonly programme: string;
}

/** The list of the department: which school serves which cluster with which programme. */
export interface Roster {
  readonly id: string;
  readonly version: number;
  readonly source: string;
  /** False while rows are known to be missing: a line that is not here may then still be right. */
  readonly complete: boolean;
  /** True where the categories are all known though rows are missing. */
  readonly categoriesComplete: boolean;
  readonly entries: readonly RosterEntry[];
}

/** Distinct values in the order of the roster. */
function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}

export function categories(roster: Roster): string[] {
  return distinct(roster.entries.map((e) => e.category));
}

/** Clusters, of one category where it is given. */
export function clusters(roster: Roster, category?: string): string[] {
  return distinct(roster.entries.filter((e) => category === undefined || e.category === category).map((e) => e.cluster));
}

export function schools(roster: Roster): string[] {
  return distinct(roster.entries.map((e) => e.school));
}

/** Programmes with which a school serves a cluster. */
export function programmes(roster: Roster, school: string, cluster?: string): string[] {
  return distinct(
    roster.entries.filter((e) => e.school === school && (cluster === undefined || e.cluster === cluster)).map((e) => e.programme),
  );
}

/** The lines of one school, in the order of the roster. */
export function linesOf(roster: Roster, school: string): RosterEntry[] {
  return roster.entries.filter((e) => e.school === school);
}

/** How a name typed by people stands to a list of known names. */
export type NameMatch =
  | { readonly kind: "exact" }
  /** The same but for spaces, width and punctuation, or one clear near miss: `known` is meant. */
  | { readonly kind: "near"; readonly known: string }
  | { readonly kind: "unknown" };

/**
 * Compares a name with known names.
 * @param threshold least similarity (0..1) of a near miss
 * @param lead how much nearer than the second candidate it must be (0..1)
 */
export function matchName(typed: string, known: readonly string[], threshold: number, lead: number): NameMatch {
  if (known.includes(typed)) return { kind: "exact" };
  const spelt = known.filter((name) => plainName(name) === plainName(typed));
  if (spelt.length === 1) return { kind: "near", known: spelt[0]! };
  const near = nearest(typed, known, threshold, lead);
  return near === undefined ? { kind: "unknown" } : { kind: "near", known: near };
}
