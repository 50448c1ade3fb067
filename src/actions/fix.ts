import { refuse, type Change, type Finding, type Fix, type Refusal, type Result } from "../domain";
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

/** Applies fixes, only because somebody asked for it. */
export async function applyFixes(workbook: Workbook, fixes: readonly Fix[]): Promise<Result<number, Refusal>> {
  const changes = fixChanges(fixes);
  const written = await workbook.write(changes);
  return written.ok ? { ok: true, value: changes.length } : refuse(written.error);
}
