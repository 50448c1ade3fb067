import { fitChange, refuse, type Change, type Finding, type Fix, type Refusal, type Result } from "../domain";
import { explanationHeights, staleResults, type ReadForm } from "../sheets";
import type { Workbook } from "../workbook/port";

/** The changes that some fixes make. Of several for one cell the first counts. */
export function fixChanges(fixes: readonly Fix[]): Change[] {
  const seen = new Set<string>();
  return fixes.flatMap((fix): Change[] => {
    const key = fix.kind === "value" ? `${fix.at.sheet}!${fix.at.row}!${fix.at.column}` : fix.at.sheet;
    if (seen.has(key)) return [];
    seen.add(key);
    return fix.kind === "value"
      ? [{ kind: "value", ...fix.at, value: fix.value }]
      : [{ kind: "validations", sheet: fix.at.sheet, validations: fix.validations }];
  });
}

/** The fixes proposed with findings, in their order. */
export function fixesOf(findings: readonly Finding[]): Fix[] {
  return findings.flatMap(({ fix }) => (fix ? [fix] : []));
}

/**
 * Changes cells of a form, fits the rows of explanations, and forgets the results that its own formulas had for the old values.
 * @returns how many changes were asked for; or why the workbook does not take them, all or none
 */
export async function edit(workbook: Workbook, form: ReadForm, changes: readonly Change[]): Promise<Result<number, Refusal>> {
  if (changes.length === 0) return { ok: true, value: 0 };
  const all = [...changes, ...explanationHeights(form, changes), ...staleResults(form)];
  const written = await workbook.write(all.map(fitChange));
  return written.ok ? { ok: true, value: changes.length } : refuse(written.error);
}

/** Applies fixes, only because somebody asked for it. */
export async function applyFixes(workbook: Workbook, form: ReadForm, fixes: readonly Fix[]): Promise<Result<number, Refusal>> {
  return edit(workbook, form, fixChanges(fixes));
}
