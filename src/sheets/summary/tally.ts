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

/** A total, and what of it is 待核. */
export interface Total {
  readonly value: number;
  readonly pending: number;
  /** Without what is 待核. */
  readonly settled: number;
  /** Lines that have a number; and those of them whose number is not 待核. */
  readonly numbers: number;
  readonly settledNumbers: number;
  /** Figures 待核: blanks and texts, which add nothing to `pending`, among them. */
  readonly items: number;
}

const keyOf = (category: string, cluster: string): string => JSON.stringify([category, cluster]);

/** The clusters in the order of the roster, and what the files that count add up to in each. One pass over the lines. */
export class Tally {
  readonly clusters: readonly ClusterColumn[];
  private readonly numbers = new Map<string, number>();
  private readonly codes: ReadonlyMap<string, number>;
  private readonly scales: readonly number[];
  /** By cluster, then by indicator: in units of the last decimal, so that no binary fraction adds up; of figures 待核, and of the others. */
  private readonly units: readonly [pending: Float64Array, settled: Float64Array];
  private readonly counts: readonly [pending: Uint32Array, settled: Uint32Array];
  private readonly pending: Uint32Array;

  /** @param isPending which figures are 待核 */
  constructor({ lines }: Consolidation, form: Form, roster: Roster, isPending: (line: ReportLine, code: string) => boolean) {
    this.codes = new Map(form.indicators.map(({ code }, index) => [code, index]));
    this.scales = form.indicators.map(({ type }) => 10 ** type.decimals);
    const known = pairsOf(roster, lines);
    known.forEach(({ category, cluster }, index) => this.numbers.set(keyOf(category, cluster), index + 1));
    const size = known.length * this.codes.size;
    this.units = [new Float64Array(size), new Float64Array(size)];
    this.counts = [new Uint32Array(size), new Uint32Array(size)];
    this.pending = new Uint32Array(size);
    const reported = new Uint32Array(known.length);
    for (const line of lines) {
      reported[this.numberOf(line.category, line.cluster) - 1]!++;
      this.add(line, isPending);
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

  private add(line: ReportLine, isPending: (line: ReportLine, code: string) => boolean): void {
    const start = (this.numberOf(line.category, line.cluster) - 1) * this.codes.size;
    for (const [code, index] of this.codes) {
      const at = start + index;
      const pending = isPending(line, code);
      if (pending) this.pending[at]!++;
      const value = line.values[code]?.value;
      if (value === undefined) continue;
      const of = pending ? 0 : 1;
      this.units[of][at]! += Math.round(value * this.scales[index]!);
      this.counts[of][at]!++;
    }
  }

  /** What an indicator comes to in clusters `from` to `to`, both among them. */
  total(code: string, from = 1, to = this.clusters.length): Total {
    const index = this.codes.get(code)!;
    let [pending, settled, pendingNumbers, settledNumbers, items] = [0, 0, 0, 0, 0];
    for (let number = from; number <= to; number++) {
      const at = (number - 1) * this.codes.size + index;
      pending += this.units[0][at]!;
      settled += this.units[1][at]!;
      pendingNumbers += this.counts[0][at]!;
      settledNumbers += this.counts[1][at]!;
      items += this.pending[at]!;
    }
    const scale = this.scales[index]!;
    const numbers = pendingNumbers + settledNumbers;
    return { value: (pending + settled) / scale, pending: pending / scale, settled: settled / scale, numbers, settledNumbers, items };
  }

  /** Figures 待核 of all indicators in clusters `from` to `to`. */
  items(from = 1, to = this.clusters.length): number {
    return [...this.codes.keys()].reduce((sum, code) => sum + this.total(code, from, to).items, 0);
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
