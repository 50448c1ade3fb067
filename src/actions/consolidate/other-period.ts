import type { Consolidation } from "../../domain";

/**
 * The period of most of the files that are of another one than is consolidated: whoever puts in such files has often chosen the wrong one.
 * @returns its id such as `2026-S1`, and how many files are of it; undefined where there are none
 */
export function otherPeriod({ files }: Pick<Consolidation, "files">): { readonly period: string; readonly count: number } | undefined {
  const counts = new Map<string, number>();
  for (const { fate } of files)
    if (fate.kind === "refused" && fate.why.code === "another-period") counts.set(fate.why.period, (counts.get(fate.why.period) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most && { period: most[0], count: most[1] };
}
