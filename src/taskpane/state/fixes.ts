import type { Checked } from "../../actions/check";
import { cellName, inputItems, shown, type Finding, type Fix } from "../../domain";
import type { FixLine } from "./model";

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
