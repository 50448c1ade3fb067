import {
  rounded,
  byText,
  categories,
  clusters,
  type Form,
  type Indicator,
  type LineValue,
  type Movement,
  type ReportLine,
  type Roster,
  type Sums,
} from "../../domain";

/**
 * The totals of each cluster beside their earlier ones: clusters in roster order, then others by name; indicators in form order.
 * @param isPending which figures are 待核
 */
export function movements(
  lines: readonly ReportLine[],
  form: Form,
  roster: Roster,
  isPending: (line: ReportLine, code: string) => boolean,
): Movement[] {
  const groups = new Map<string, ReportLine[]>();
  for (const line of lines) {
    const key = `${line.category}|${line.cluster}`;
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  const [order, clusterOrder] = [categories(roster), clusters(roster)];
  const place = (name: string, known: readonly string[]): number => (known.includes(name) ? known.indexOf(name) : known.length);
  const sorted = [...groups.values()].sort(
    ([a], [b]) =>
      place(a!.category, order) - place(b!.category, order) ||
      place(a!.cluster, clusterOrder) - place(b!.cluster, clusterOrder) ||
      byText(a!.category, b!.category) ||
      byText(a!.cluster, b!.cluster),
  );
  return sorted.flatMap((group) => form.indicators.map((indicator) => movement(group, indicator, isPending)));
}

function movement(
  group: readonly ReportLine[],
  { code, measure, type }: Indicator,
  isPending: (line: ReportLine, code: string) => boolean,
): Movement {
  const [{ category, cluster }] = group as [ReportLine];
  const pending = group.filter((line) => isPending(line, code));
  const settled = group.filter((line) => !isPending(line, code));
  const all = sumsOf(group, code, type.decimals);
  return {
    category,
    cluster,
    indicator: code,
    basis: measure === "stock" ? "lastPeriod" : "sameHalf",
    ...all,
    pending: pending.length,
    settled: pending.length === 0 ? all : sumsOf(settled, code, type.decimals),
  };
}

/** Sums without what binary fractions leave behind: that depends on the order of adding. */
function sumsOf(group: readonly ReportLine[], code: string, decimals: number): Sums {
  const sum = (numbers: readonly number[]): number =>
    rounded(
      numbers.reduce((a, b) => a + b, 0),
      decimals,
    );
  const values = group.map((line): LineValue => line.values[code]!);
  const reporting = values.flatMap(({ value }) => (value === undefined ? [] : [value]));
  const matched = values.flatMap(({ value, comparison }) =>
    value === undefined || comparison === undefined ? [] : [{ value, comparison }],
  );
  return {
    total: sum(reporting),
    comparable: sum(matched.map(({ value }) => value)),
    before: matched.length === 0 ? undefined : sum(matched.map(({ comparison }) => comparison)),
    matched: matched.length,
    lines: reporting.length,
  };
}
