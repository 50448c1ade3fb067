import type { Checked } from "../../actions/check";
import { cellName, forSchool, holdsBack, inputItems, shown, type CellRef, type Finding, type Fix } from "../../domain";

/** One repair, as it is previewed: what stands in the cell, and what would. */
export interface FixLine {
  readonly fix: Fix;
  readonly at: CellRef;
  readonly old: string;
}

/** Cells that a repair of several left as they were: taken off the list, changed meanwhile, or such as no program can put right. */
export interface NotFixed {
  readonly why: "unticked" | "overtaken" | "byHand";
  readonly cells: readonly CellRef[];
}

/** What is told after repairs. `only`: the repair, where it is one. `left`: what was not repaired. `undo`: it can be taken back from here. */
export interface FixedNotice {
  readonly kind: "fixed";
  readonly count: number;
  readonly only?: FixLine;
  readonly left: readonly NotFixed[];
  readonly undo?: true;
}

/** What a repair is one of: of several for one cell the first counts, as in `applyFixes`; validations count one a sheet, as they are restored. */
function keyOf(fix: Fix): string {
  return fix.kind === "value" ? cellName(fix.at) : `validations ${fix.at.sheet}`;
}

/** How many repairs are on offer. */
export function countFixes(findings: readonly Finding[]): number {
  return new Set(findings.flatMap(({ fix }) => (fix ? [keyOf(fix)] : []))).size;
}

/** The repairs on offer, each with what stands there now. */
export function fixLines({ findings, form }: Checked): FixLine[] {
  const standing = new Map(inputItems(form.submission).map(({ value }) => [cellName(value.at), String(shown(value))]));
  const lines = new Map<string, FixLine>();
  for (const { fix, found } of findings) {
    if (!fix) continue;
    const key = keyOf(fix);
    if (!lines.has(key)) lines.set(key, { fix, at: fix.at, old: standing.get(cellName(fix.at)) ?? String(found ?? "") });
  }
  return [...lines.values()];
}

/** The repair of one finding, as a line; none where none is proposed. */
export function fixLineOf({ fix, found }: Finding): FixLine[] {
  return fix ? [{ fix, at: fix.at, old: String(found ?? "") }] : [];
}

/**
 * What is told after repairs: how many were made, and of several together what was left, where and why.
 * @param applied what was written, of what was `asked` for
 * @param unticked what the person took off the list; undefined where they asked for one repair alone
 * @param after the findings once it was written
 */
export function fixedNotice(
  asked: readonly FixLine[],
  applied: readonly FixLine[],
  unticked: readonly FixLine[] | undefined,
  after: readonly Finding[],
): FixedNotice {
  const [only] = applied;
  const placesOf = (lines: readonly FixLine[]): CellRef[] => lines.map(({ at }) => at);
  // What could not be judged follows from what is told already.
  const byHand = after
    .filter((finding) => forSchool(finding) && holdsBack(finding) && finding.state !== "notChecked" && !finding.fix)
    .map(({ at }) => at);
  const left = [
    { why: "unticked", cells: placesOf(unticked ?? []) },
    { why: "overtaken", cells: placesOf(asked.filter((line) => !applied.includes(line))) },
    { why: "byHand", cells: byHand },
  ] as const;
  return {
    kind: "fixed",
    count: applied.length,
    ...(applied.length === 1 && only ? { only } : {}),
    left: unticked ? left.filter(({ cells }) => cells.length > 0) : [],
  };
}
