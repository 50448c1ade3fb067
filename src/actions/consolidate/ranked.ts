import {
  cellKey,
  forSchool,
  grouped,
  PENDING_EFFECT,
  samePlace,
  unsettled,
  type CellRef,
  type Finding,
  type Form,
  type RankedFinding,
  type LineWithTexts,
} from "../../domain";
import type { LineFinding } from "../../rules";
import { Anticipated } from "./anticipated";
import { findingIds } from "./finding-id";
import type { JudgedForm } from "./judged";

/**
 * All findings of the files that count and across schools, the one that moves its total most first.
 * @param by the form, and the refs of the ruleset whose findings accuse all figures of their sheet
 */
export function ranked(
  used: readonly { readonly file: number; readonly form: JudgedForm }[],
  across: readonly LineFinding[],
  lines: readonly LineWithTexts[],
  { form, accusing }: { readonly form: Form; readonly accusing: ReadonlySet<string> },
): RankedFinding[] {
  const anticipated = new Anticipated(lines, form);
  const bySheet = new Map(lines.map((line) => [`${line.file}|${line.sheet}`, line]));
  const acrossOf = grouped(across, ({ line }) => line.file);
  const all = used.flatMap(({ file, form: { record, lines: its, findings, ids } }) => {
    const more = (acrossOf.get(file) ?? []).map(({ finding }) => finding);
    const moreIds = findingIds({ ...record, lines: its }, more);
    return [...findings, ...more].map((finding, index): RankedFinding => {
      const id = ids[index] ?? moreIds[index - ids.length]!;
      const line = bySheet.get(`${file}|${finding.at.sheet}`);
      return { id, file, school: record.school, finding, ...(line && weightOf(finding, line, anticipated, accusing.has(finding.ref))) };
    });
  });
  // Sorting is stable: equal effects keep the order of files and, within one, of the contract.
  return all.sort((a, b) => (b.effect ?? -1) - (a.effect ?? -1));
}

/** A figure that a finding puts in doubt, and the share of its total that hangs on it. */
interface Doubted {
  readonly code: string;
  readonly effect: number;
}

/** The effect of a finding: the largest of the figures it is about. Of a relation any of them may be the wrong one. */
function weightOf(
  finding: Finding,
  line: LineWithTexts,
  anticipated: Anticipated,
  accusesSheet: boolean,
): Pick<RankedFinding, "effect" | "pending" | "review"> {
  const figures = accusesSheet ? wholeSheet(finding, line, anticipated) : singleFigures(finding, line, anticipated);
  if (figures.length === 0) return {};
  const heavy = unsettled(finding) ? figures.filter(({ effect }) => effect >= PENDING_EFFECT).map(({ code }) => code) : [];
  const effect = Math.max(...figures.map((figure) => figure.effect));
  return { effect, ...(heavy.length > 0 ? { [forSchool(finding) ? "pending" : "review"]: heavy } : {}) };
}

/**
 * All figures of a sheet, each as a whole. Of two equal sheets only that of the finding: whichever is the copy, their total without it
 * is what one of them alone comes to.
 */
function wholeSheet({ state }: Finding, line: LineWithTexts, anticipated: Anticipated): Doubted[] {
  if (state === "notChecked") return [];
  return Object.keys(line.values).flatMap((code) => {
    const effect = anticipated.share(line, code);
    return effect === undefined ? [] : [{ code, effect }];
  });
}

/** The figures that a finding names by their cells, each by its distance from what it should be. */
function singleFigures(finding: Finding, line: LineWithTexts, anticipated: Anticipated): Doubted[] {
  return figuresOf(finding, line).flatMap((code) => {
    const effect = anticipated.effect(line, code, code === finding.indicator ? expectedOf(finding, line) : undefined);
    return effect === undefined ? [] : [{ code, effect }];
  });
}

/** Codes of the figures that a finding is about: where it stands, then what it was related to. None where it is about no figure. */
function figuresOf({ indicator, severity, state, at, related }: Finding, { values, sheet }: LineWithTexts): string[] {
  // What could not be checked follows from faults that have findings of their own.
  if (state === "notChecked") return [];
  // Of a formula in a cell the cell alone tells which figure it is; an advisory about a sheet only stands at its first one.
  if (indicator === undefined && severity === "advisory") return [];
  const isAt = (cell: CellRef, code: string): boolean => cell.sheet === sheet && samePlace(cell, values[code]!);
  const codesAt = (cell: CellRef): readonly string[] =>
    cell.sheet === sheet ? (byPlace(values).get(cellKey(cell.row, cell.column)) ?? []) : [];
  // A finding about 对比数 or a label names its indicator as well, but its number is as good as any.
  const own = indicator === undefined ? codesAt(at) : isAt(at, indicator) ? [indicator] : [];
  return [...own, ...related.flatMap(codesAt)];
}

type Values = LineWithTexts["values"];

/** Of the line that was asked for last: findings of a line stand together, and those of thousands of lines would fill memory. */
let last: { readonly values: Values; readonly codes: ReadonlyMap<number, readonly string[]> } | undefined;

/** Codes of the figures of a line by their cells: each of its findings asks for several. */
function byPlace(values: Values): ReadonlyMap<number, readonly string[]> {
  if (last?.values === values) return last.codes;
  const codes = grouped(Object.keys(values), (code) => cellKey(values[code]!.row, values[code]!.column));
  last = { values, codes };
  return codes;
}

/** 应为, where it is that of the figure itself and not of something counted beside it. */
function expectedOf({ indicator, found, expected }: Finding, { values }: LineWithTexts): number | undefined {
  if (typeof expected !== "number") return undefined;
  return typeof found !== "number" || found === values[indicator!]!.value ? expected : undefined;
}
