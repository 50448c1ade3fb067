import { absolute, columnLetters, type Indicator } from "../../domain";
import type { Criterion } from "./formulas";
import { SUMMARY_SHEETS } from "./places";
import type { SummaryContext } from "./summary-context";
import type { ClusterColumn } from "./tally";

/** Where the parts of 汇总 stand. */
export const COLUMNS = { group: 0, code: 1, name: 2, unit: 3, total: 4, items: 5, share: 6, first: 7 };
export const ROWS = {
  title: 0,
  basis: 1,
  schools: 2,
  proof: 3,
  pending: 4,
  category: 5,
  cluster: 6,
  number: 7,
  lines: 8,
  due: 9,
  items: 10,
  first: 11,
};

/** The column right of all totals: 项号, by which they are looked up. */
export function keyColumn(columns: readonly TotalsColumn[]): number {
  return (columns.at(-1)?.column ?? COLUMNS.share) + 1;
}

/** A column of numbers: one cluster, or all of a category where it has several. */
export interface TotalsColumn {
  readonly column: number;
  readonly clusters: readonly ClusterColumn[];
  readonly subtotal: boolean;
}

/** Categories one after the other, each with its clusters and then their subtotal. */
export function categoryColumns({ tally }: SummaryContext): TotalsColumn[][] {
  let column = COLUMNS.first;
  return [...new Set(tally.clusters.map(({ category }) => category))].map((category) => {
    const clusters = tally.clusters.filter((one) => one.category === category);
    return [
      ...clusters.map((one) => ({ column: column++, clusters: [one], subtotal: false })),
      ...(clusters.length > 1 ? [{ column: column++, clusters, subtotal: true }] : []),
    ];
  });
}

/** Where an indicator stands; where a number of it is 待核, its totals stand once more below, without that. Blanks would change nothing. */
export interface IndicatorPlace {
  readonly indicator: Indicator;
  readonly row: number;
  readonly settled: number;
}

export function indicatorPlaces({ form, tally }: SummaryContext): IndicatorPlace[] {
  let row = ROWS.first;
  return form.indicators.map((indicator) => {
    const at = row++;
    const { numbers, settledNumbers } = tally.total(indicator.code);
    return { indicator, row: at, settled: settledNumbers < numbers ? row++ : at };
  });
}

/** Where the total of a cluster and an indicator without what is 待核 stands: `汇总!$F$12`. */
export function totalReference(context: SummaryContext): (cluster: ClusterColumn, code: string) => string {
  const columns = new Map(
    categoryColumns(context).flatMap((group) =>
      group.filter(({ subtotal }) => !subtotal).map(({ clusters, column }) => [clusters[0], column]),
    ),
  );
  const rows = new Map(indicatorPlaces(context).map(({ indicator, settled }) => [indicator.code, settled]));
  return (cluster, code) => `${SUMMARY_SHEETS.totals}!${absolute({ row: rows.get(code)!, column: columns.get(cluster)! })}`;
}

/** Clusters of a category have neighbouring numbers. */
export function clusterIs({ column, clusters, subtotal }: TotalsColumn, all: boolean): Criterion[] {
  if (all) return [];
  if (!subtotal) return [["clusterNumber", `${columnLetters(column)}$${ROWS.number + 1}`]];
  return [
    ["clusterNumber", `">=${clusters[0]!.number}"`],
    ["clusterNumber", `"<=${clusters.at(-1)!.number}"`],
  ];
}
