import { programmeName } from "../../actions/report/words";
import type { Checked } from "../../actions/check";
import { cellName, grouped, holdsBack, kindOf, type Finding, type Ruleset } from "../../domain";
import { say, type Locale } from "../../locales";
import type { View } from "./view";

/** One line of the list: a finding, or a run of like findings folded into one. */
export type Row =
  | { readonly kind: "finding"; readonly key: string; readonly finding: Finding }
  | { readonly kind: "fold"; readonly key: string; readonly findings: readonly Finding[]; readonly open: boolean };

/** The rows of one sheet. */
export interface Group {
  readonly sheet: string;
  readonly programme: string | undefined;
  readonly count: number;
  readonly rows: readonly Row[];
}

/** So many like findings in a row, and they are folded: a blank form would otherwise be a hundred equal lines. */
const FOLD_FROM = 4;

/** A name for each finding that survives a new check: by rule and cell, numbered where both are the same. */
export function keysOf(findings: readonly Finding[]): ReadonlyMap<Finding, string> {
  const seen = new Map<string, number>();
  return new Map(
    findings.map((finding) => {
      const name = `${finding.ref}|${cellName(finding.at)}`;
      const count = seen.get(name) ?? 0;
      seen.set(name, count + 1);
      return [finding, count === 0 ? name : `${name}|${count}`];
    }),
  );
}

/** Whether a finding is among those the person asked to see. */
export function matches(finding: Finding, { only, text }: View, locale: Locale, ruleset: Ruleset): boolean {
  if (only !== "all" && kindOf(finding) !== only) return false;
  const wanted = text.trim().toLowerCase();
  if (wanted === "") return true;
  const { message, cure } = say(finding, locale, ruleset);
  return `${cellName(finding.at)} ${finding.ref} ${message} ${cure} ${finding.programme ?? ""}`.toLowerCase().includes(wanted);
}

/** The list as it is shown: grouped by sheet in the order of the findings, filtered, runs of like findings folded. */
export function groupsOf({ findings, form }: Checked, view: View, locale: Locale, ruleset: Ruleset): Group[] {
  const keys = keysOf(findings);
  const programmes = new Map(form.submission.programmes.map((report) => [report.sheet, programmeName(report)]));
  const shown = findings.filter((finding) => matches(finding, view, locale, ruleset));
  const bySheet = grouped(shown, ({ at }) => at.sheet);
  return [...bySheet].map(([sheet, its]) => ({
    sheet,
    programme: programmes.get(sheet) || undefined,
    count: its.length,
    rows: runsOf(its).flatMap((run) => rowsOf(run, keys, view)),
  }));
}

/** What findings have in common that may be folded: they tell of nothing entered, or of nothing judged, and say the same. */
function likeness({ ref, message, state, found }: Finding): string | undefined {
  if (state !== "open") return state === "notChecked" ? state : undefined;
  return found === undefined || found === "" ? `${ref}|${message}` : undefined;
}

/** Many alike stand together where the first of them is; all others keep their place. */
function runsOf(findings: readonly Finding[]): Finding[][] {
  const alike = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = likeness(finding);
    if (key !== undefined) alike.set(key, [...(alike.get(key) ?? []), finding]);
  }
  return findings.flatMap((finding): Finding[][] => {
    const run = alike.get(likeness(finding) ?? "") ?? [];
    if (run.length < FOLD_FROM) return [[finding]];
    return run[0] === finding ? [run] : [];
  });
}

function rowsOf(run: readonly Finding[], keys: ReadonlyMap<Finding, string>, { unfolded, expanded, text }: View): Row[] {
  const rows = run.map((finding): Row => ({ kind: "finding", key: keys.get(finding)!, finding }));
  // Somebody who looks for a word wants to see where it stands.
  if (run.length < FOLD_FROM || text.trim() !== "") return rows;
  const key = `${likeness(run[0]!)}|${run[0]!.at.sheet}`;
  // Whoever was led to one of them sees it.
  const open = unfolded.has(key) || rows.some((row) => row.key === expanded);
  return [{ kind: "fold", key, findings: run, open }, ...(open ? rows : [])];
}

/** All rows from top to bottom: the way of the arrow keys. */
export function allRows(groups: readonly Group[]): readonly Row[] {
  return groups.flatMap(({ rows }) => rows);
}

/** What keeps the form from being sent: open findings that block, and relations that could not be judged. */
export function blockingOf(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(holdsBack);
}
