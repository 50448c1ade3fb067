import {
  categories,
  clusters,
  emptyWords,
  periodIndex,
  periodLabel,
  schools,
  shiftPeriod,
  type ExplanationPolicy,
  type PlanCell,
  type ReportingPeriod,
  type Roster,
  type SheetPlan,
} from "../domain";
import { ROSTER_SHEET } from "./places";

/** A column of the roster sheet: `first` and `last` row count from 0. */
interface List {
  readonly column: number;
  readonly values: readonly string[];
}

/** Periods offered: as many halves before and after the issued one. */
const PERIODS_AROUND = 2;

/**
 * The lists behind the drop-downs. Groups that belong together stand together, so that a cascade is one stretch of a column:
 * clusters beside their category, programmes beside `school|cluster`.
 */
export interface RosterLists {
  readonly categories: List;
  readonly clusterCategories: List;
  readonly clusters: List;
  readonly schools: List;
  readonly periods: List;
  /** `school|cluster`, one per programme. */
  readonly programmeKeys: List;
  readonly programmes: List;
  /** What explains nothing, for the formulas that judge explanations. */
  readonly emptyWords: List;
}

export function rosterLists(roster: Roster, period: ReportingPeriod, policy: ExplanationPolicy): RosterLists {
  const last = lastLists.get(roster);
  if (last && last.policy === policy && periodIndex(last.period) === periodIndex(period)) return last.lists;
  const lists = listsOf(roster, period, policy);
  lastLists.set(roster, { period, policy, lists });
  return lists;
}

/** Thousands of forms of one period are compared with the same lists. */
const lastLists = new WeakMap<
  Roster,
  { readonly period: ReportingPeriod; readonly policy: ExplanationPolicy; readonly lists: RosterLists }
>();

function listsOf(roster: Roster, period: ReportingPeriod, policy: ExplanationPolicy): RosterLists {
  const pairs = categories(roster).flatMap((category) => clusters(roster, category).map((cluster) => ({ category, cluster })));
  const all = schools(roster);
  const sorted = [...roster.entries].sort((a, b) => all.indexOf(a.school) - all.indexOf(b.school) || a.number - b.number);
  // A school's programmes of one cluster must be neighbours even where another cluster of its stands between them in the letter.
  const keyed = [...new Map(sorted.map((e) => [`${e.school}|${e.cluster}|${e.programme}`, e])).values()];
  const keys = [...new Set(keyed.map((e) => `${e.school}|${e.cluster}`))];
  const grouped = keys.flatMap((key) =>
    keyed.filter((e) => `${e.school}|${e.cluster}` === key).map((e) => ({ key, programme: e.programme })),
  );
  const around = Array.from({ length: 2 * PERIODS_AROUND + 1 }, (_, i) => periodLabel(shiftPeriod(period, i - PERIODS_AROUND)));
  return {
    categories: { column: 0, values: categories(roster) },
    clusterCategories: { column: 1, values: pairs.map((p) => p.category) },
    clusters: { column: 2, values: pairs.map((p) => p.cluster) },
    schools: { column: 3, values: all },
    periods: { column: 4, values: around },
    programmeKeys: { column: 5, values: grouped.map((g) => g.key) },
    programmes: { column: 6, values: grouped.map((g) => g.programme) },
    emptyWords: { column: 7, values: emptyWords(policy) },
  };
}

/** Heading row of the lists; they start below it. */
const HEADINGS = ["categories", "cluster categories", "clusters", "schools", "periods", "school|cluster", "programmes", "empty words"];

/** The very hidden sheet of lists. */
export function rosterSheet(lists: RosterLists): SheetPlan {
  const rows = Math.max(...Object.values(lists).map((list: List) => list.values.length));
  const cells: PlanCell[] = HEADINGS.map((value, column) => ({ row: 0, column, value }));
  for (let row = 0; row < rows; row++)
    for (const { column, values } of Object.values(lists) as List[]) {
      const value = values[row];
      if (value !== undefined) cells.push({ row: row + 1, column, value });
    }
  return { name: ROSTER_SHEET, state: "veryHidden", cells };
}

/** An absolute reference to a whole list, such as `_名录!$A$2:$A$4`. */
export function listReference({ column, values }: List): string {
  const letter = String.fromCharCode(65 + column);
  return `${ROSTER_SHEET}!$${letter}$2:$${letter}$${values.length + 1}`;
}

/**
 * A cascade: the stretch of `list` beside which `keys` equals a key, as a plain INDEX:INDEX reference. Nothing is offered where the key
 * is unknown: the empty cell below the longest list, which lets a name be typed that the incomplete roster does not have.
 * @param key a formula that gives the key, such as `$C$5`
 */
export function cascade(keys: List, list: List, key: string, nothing: string): string {
  const [k, l] = [listReference(keys), listReference(list)];
  const first = `MATCH(${key},${k},0)`;
  return `IF(COUNTIF(${k},${key})=0,${nothing},INDEX(${l},${first}):INDEX(${l},${first}+COUNTIF(${k},${key})-1))`;
}

/** The empty cell that a cascade falls back to. */
export function emptyCell(lists: RosterLists): string {
  const rows = Math.max(...Object.values(lists).map((list: List) => list.values.length));
  return `${ROSTER_SHEET}!$A$${rows + 3}`;
}
