import { PENDING_EFFECT, unsettled, type CellRef, type Finding, type Form, type RankedFinding, type WordedLine } from "../../domain";
import type { LineFinding } from "../../rules";
import { Anticipated } from "./anticipated";
import { findingIds } from "./finding-id";
import type { JudgedForm } from "./judged";

/** All findings of the files that count and across schools, the one that moves its total most first. */
export function ranked(
  used: readonly { readonly file: number; readonly form: JudgedForm }[],
  across: readonly LineFinding[],
  lines: readonly WordedLine[],
  form: Form,
): RankedFinding[] {
  const anticipated = new Anticipated(lines, form);
  const bySheet = new Map(lines.map((line) => [`${line.file}|${line.sheet}`, line]));
  const acrossOf = new Map<number, Finding[]>();
  for (const { line, finding } of across) {
    const its = acrossOf.get(line.file);
    if (its) its.push(finding);
    else acrossOf.set(line.file, [finding]);
  }
  const all = used.flatMap(({ file, form: { record, lines: its, findings, ids } }) => {
    const more = acrossOf.get(file) ?? [];
    const moreIds = findingIds({ ...record, lines: its }, more);
    return [...findings, ...more].map((finding, index): RankedFinding => {
      const id = ids[index] ?? moreIds[index - ids.length]!;
      const line = bySheet.get(`${file}|${finding.at.sheet}`);
      return { id, file, school: record.school, finding, ...(line && weightOf(finding, line, anticipated)) };
    });
  });
  // Sorting is stable: equal effects keep the order of files and, within one, of the contract.
  return all.sort((a, b) => (b.effect ?? -1) - (a.effect ?? -1));
}

/** The effect of a finding: the largest of the figures it is about. Of a relation any of them may be the wrong one. */
function weightOf(finding: Finding, line: WordedLine, anticipated: Anticipated): Pick<RankedFinding, "effect" | "pending"> {
  const figures = figuresOf(finding, line).flatMap((code) => {
    const effect = anticipated.effect(line, code, code === finding.indicator ? expectedOf(finding, line) : undefined);
    return effect === undefined ? [] : [{ code, effect }];
  });
  if (figures.length === 0) return {};
  const pending = unsettled(finding) ? figures.filter(({ effect }) => effect >= PENDING_EFFECT).map(({ code }) => code) : [];
  return { effect: Math.max(...figures.map(({ effect }) => effect)), ...(pending.length > 0 ? { pending } : {}) };
}

/** Codes of the figures that a finding is about: where it stands, then what it was related to. None where it is about no figure. */
function figuresOf({ indicator, state, at, related }: Finding, { values, sheet }: WordedLine): string[] {
  // What could not be checked follows from faults that have findings of their own.
  if (indicator === undefined || state === "notChecked") return [];
  const isAt = (cell: CellRef, code: string): boolean =>
    cell.sheet === sheet && cell.row === values[code]!.row && cell.column === values[code]!.column;
  const others = related.flatMap((cell) => Object.keys(values).find((code) => isAt(cell, code)) ?? []);
  // A finding about 对比数 or a label names its indicator as well, but its number is as good as any.
  return [...(isAt(at, indicator) ? [indicator] : []), ...others];
}

/** 应为, where it is that of the figure itself and not of something counted beside it. */
function expectedOf({ indicator, found, expected }: Finding, { values }: WordedLine): number | undefined {
  if (typeof expected !== "number") return undefined;
  return typeof found !== "number" || found === values[indicator!]!.value ? expected : undefined;
}
