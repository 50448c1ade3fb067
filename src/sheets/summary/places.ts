import { columnLetters } from "../../domain";

/** Names of the sheets; fixed in every language, since formulas, programs and the next period's run find them by these. */
export const SUMMARY_SHEETS = {
  totals: "汇总",
  schools: "按学校",
  detail: "明细",
  reporting: "报送情况",
  arrivals: "来件",
  findings: "问题清单",
  movements: "同比环比",
  charts: "图表",
} as const;

/**
 * The very hidden sheet that says what the workbook is. Not the one of a form: a reviewer may have both in one workbook.
 * Its name is fixed, too.
 */
export const SUMMARY_META = "_summary";

/**
 * Columns of 明细, one row a school x programme x indicator. The numbers of cluster, line and item (项号, from 1 on in the order of the form)
 * are keys of the formulas: numbers match in no two ways, while 1.1 and 1.10, 01 and 1, 1E2 and 100 are the same to SUMIFS. `pending` holds
 * 1 where the figure is 待核, 2 where only the reviewer can verify it, and nothing elsewhere.
 */
export const DETAIL_COLUMNS = {
  number: 0,
  school: 1,
  category: 2,
  cluster: 3,
  programme: 4,
  code: 5,
  indicator: 6,
  unit: 7,
  value: 8,
  shown: 9,
  comparison: 10,
  file: 11,
  sheet: 12,
  cell: 13,
  seal: 14,
  clusterNumber: 15,
  lineNumber: 16,
  pending: 17,
  itemNumber: 18,
} as const;
export type DetailColumn = keyof typeof DETAIL_COLUMNS;

/** Rows of 明细: its headings, and the first line below them. */
export const DETAIL_ROWS = { heading: 2, first: 3 } as const;

/** Columns of 报送情况 and 来件 that are counted elsewhere, and their first rows. */
export const REPORTING = { first: 3, onRoster: 2, state: 3 } as const;
export const ARRIVALS = { first: 4, number: 0, seal: 6, fate: 7 } as const;

/** A plain absolute range down one column of a sheet: `明细!$I$4:$I$99`. @param rows at least one is referred to */
export function columnRange(sheet: string, column: number, first: number, rows: number): string {
  const letters = columnLetters(column);
  return `${sheet}!$${letters}$${first + 1}:$${letters}$${first + Math.max(rows, 1)}`;
}
