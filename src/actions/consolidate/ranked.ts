import type { Fact, Finding, Form, LineValue, RankedFinding, WordedLine } from "../../domain";
import type { LineFinding } from "../../rules";
import { findingIds } from "./finding-id";
import type { JudgedForm } from "./judged";

/** All findings of the files that count and across schools, the one that moves its total most first. */
export function ranked(
  used: readonly { readonly file: number; readonly form: JudgedForm }[],
  across: readonly LineFinding[],
  lines: readonly WordedLine[],
  form: Form,
): RankedFinding[] {
  const totals = new Map(form.indicators.map(({ code }) => [code, lines.reduce((sum, { values }) => sum + (values[code]!.value ?? 0), 0)]));
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
      const value = finding.indicator === undefined ? undefined : bySheet.get(`${file}|${finding.at.sheet}`)?.values[finding.indicator];
      const effect = value && effectOf(finding, value, totals.get(finding.indicator!)!);
      return {
        id: ids[index] ?? moreIds[index - ids.length]!,
        file,
        school: record.school,
        finding,
        ...(effect === undefined ? {} : { effect }),
      };
    });
  });
  // Sorting is stable: equal effects keep the order of files and, within one, of the contract.
  return all.sort((a, b) => (b.effect ?? -1) - (a.effect ?? -1));
}

/** What stands in the cell, or counts for it, against what should: over the total of the indicator. */
function effectOf({ found, expected }: Finding, { value, comparison }: LineValue, total: number): number | undefined {
  const meant = number(expected) ?? comparison;
  if (meant === undefined || total === 0) return undefined;
  // A blank or a text counts as nothing in the total: that is what hangs on it.
  return Math.abs((number(found) ?? value ?? 0) - meant) / Math.abs(total);
}

function number(fact: Fact | undefined): number | undefined {
  return typeof fact === "number" ? fact : undefined;
}
