import { categories, clusters, type Consolidation, type Form, type ReportLine, type Roster } from "../../domain";

/** A cluster of the roster, or one that a file names beside it. */
export interface ClusterColumn {
  /** From 1 on, categories together: the key in 明细. */
  readonly number: number;
  readonly category: string;
  readonly cluster: string;
  /** Programme lines reported, and lines on the roster. */
  readonly lines: number;
  readonly due: number;
}

const keyOf = (category: string, cluster: string): string => JSON.stringify([category, cluster]);

/** The clusters in the order of the roster, and what the files that count add up to in each. One pass over the lines. */
export class Tally {
  readonly clusters: readonly ClusterColumn[];
  private readonly numbers = new Map<string, number>();
  private readonly codes: ReadonlyMap<string, number>;
  private readonly scales: readonly number[];
  /** By cluster, then by indicator: in units of the last decimal, so that no binary fraction adds up. */
  private readonly units: Float64Array;
  private readonly counts: Uint32Array;

  constructor({ lines }: Consolidation, form: Form, roster: Roster) {
    this.codes = new Map(form.indicators.map(({ code }, index) => [code, index]));
    this.scales = form.indicators.map(({ type }) => 10 ** type.decimals);
    const known = pairsOf(roster, lines);
    known.forEach(({ category, cluster }, index) => this.numbers.set(keyOf(category, cluster), index + 1));
    this.units = new Float64Array(known.length * this.codes.size);
    this.counts = new Uint32Array(this.units.length);
    const reported = new Uint32Array(known.length);
    for (const line of lines) {
      reported[this.numberOf(line.category, line.cluster) - 1]!++;
      this.add(line);
    }
    this.clusters = known.map((pair, index) => ({
      ...pair,
      number: index + 1,
      lines: reported[index]!,
      due: roster.entries.filter((entry) => entry.category === pair.category && entry.cluster === pair.cluster).length,
    }));
  }

  /** The number of a cluster that a line or a movement names. */
  numberOf(category: string, cluster: string): number {
    return this.numbers.get(keyOf(category, cluster))!;
  }

  private add(line: ReportLine): void {
    const start = (this.numberOf(line.category, line.cluster) - 1) * this.codes.size;
    for (const [code, index] of this.codes) {
      const value = line.values[code]?.value;
      if (value === undefined) continue;
      this.units[start + index]! += Math.round(value * this.scales[index]!);
      this.counts[start + index]!++;
    }
  }

  /** The total of an indicator over clusters `from` to `to`, both in it. Undefined where none of them has a number. */
  total(code: string, from = 1, to = this.clusters.length): number | undefined {
    const index = this.codes.get(code)!;
    let [units, count] = [0, 0];
    for (let number = from; number <= to; number++) {
      const at = (number - 1) * this.codes.size + index;
      units += this.units[at]!;
      count += this.counts[at]!;
    }
    return count === 0 ? undefined : units / this.scales[index]!;
  }
}

/** Every pair of category and cluster, categories together: the roster's first, then those that only files name. */
function pairsOf(roster: Roster, lines: readonly ReportLine[]): { readonly category: string; readonly cluster: string }[] {
  const named = new Map<string, Set<string>>();
  for (const category of categories(roster)) named.set(category, new Set(clusters(roster, category)));
  for (const { category, cluster } of lines) {
    const group = named.get(category);
    if (group) group.add(cluster);
    else named.set(category, new Set([cluster]));
  }
  return [...named].flatMap(([category, group]) => [...group].map((cluster) => ({ category, cluster })));
}
