import { address, type Finding } from "../../domain";

/** Who a finding is about: its school, its period, and the lines of the form by sheet. */
export interface FindingOwner {
  readonly school: string;
  readonly period: string;
  /** With what they report, by indicator code. */
  readonly lines: readonly {
    readonly sheet: string;
    readonly cluster: string;
    readonly programme: string;
    readonly values: Readonly<Record<string, unknown>>;
  }[];
}

/**
 * Stable names of some findings of one form, in their order: school, period, cluster, programme, rule, and the indicator, or the cell
 * where there is none; what is for the reviewer alone is marked so, since no school answers it. They survive a form that is sent again:
 * a 核实单 comes back with them.
 */
export function findingIds({ school, period, lines }: FindingOwner, findings: readonly Finding[]): string[] {
  const bySheet = new Map(lines.map((line) => [line.sheet, line]));
  const seen = new Map<string, number>();
  return findings.map(({ ref, at, indicator, for: whom }) => {
    const line = bySheet.get(at.sheet);
    const cell = address(at);
    // A code may look like a cell: F10.
    const place = indicator ?? (line && Object.hasOwn(line.values, cell) ? `@${cell}` : cell);
    const name = [school, period, line?.cluster ?? "", line?.programme ?? "", ref, place, ...(whom ? [whom] : [])].join("|");
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name}#${times}`;
  });
}
