import type { Checked } from "../../actions/check";
import { cellName, sealedItems, shown, type Finding } from "../../domain";
import type { FixLine } from "./model";

/** The repairs on offer, one a cell, each with what stands there now. Validations count one a sheet, as they are restored. */
export function fixLines({ findings, form }: Checked, of: readonly Finding[] = findings): FixLine[] {
  const standing = new Map(sealedItems(form.submission).map(({ value }) => [cellName(value.at), String(shown(value))]));
  const lines = new Map<string, FixLine>();
  for (const { fix, found } of of) {
    if (!fix) continue;
    const key = fix.kind === "value" ? cellName(fix.at) : `validations ${fix.at.sheet}`;
    // Of several repairs for one cell the first counts, as in `applyFixes`.
    if (!lines.has(key)) lines.set(key, { fix, at: fix.at, old: standing.get(cellName(fix.at)) ?? String(found ?? "") });
  }
  return [...lines.values()];
}
