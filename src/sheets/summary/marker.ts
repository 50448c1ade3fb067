import { cellAt, type Grid, type PlanCell } from "../../domain";
import { SUMMARY_META, SUMMARY_SHEETS } from "./places";

type Key = keyof typeof SUMMARY_SHEETS;
const KEYS = Object.keys(SUMMARY_SHEETS) as Key[];
const HEAD = "sheets";
const REFERENCE = /^=?ROW\((?:'((?:[^']|'')+)'|([^'!()]+))!\$A\$1\)$/i;
/** So many rows the record takes at most. */
const ROWS = 20;

/**
 * Which sheets are of the summary, as formulas that refer to them: every program keeps these right when somebody renames a sheet, and
 * breaks them when somebody deletes one. A sheet of the reviewer's own that is called 汇总 is in none of them.
 */
export function markerLine(row: number): PlanCell[] {
  return [
    { row, column: 0, value: HEAD },
    ...KEYS.map((key, index): PlanCell => ({ row, column: index + 1, value: 1, formula: `ROW(${SUMMARY_SHEETS[key]}!$A$1)` })),
  ];
}

/** The sheets of the summary by their names of now, out of the formulas of the marker sheet; those that are gone are absent. */
export function markedIn(formulas: readonly (readonly unknown[])[]): { readonly [K in Key]?: string } {
  const [, ...line] = formulas.find(([head]) => head === HEAD) ?? [];
  return Object.fromEntries(
    KEYS.flatMap((key, index) => {
      const [, quoted, plain] = REFERENCE.exec(String(line[index] ?? "")) ?? [];
      const name = quoted?.replace(/''/g, "'") ?? plain;
      return name === undefined ? [] : [[key, name]];
    }),
  );
}

/** The sheets of the summary in a workbook that was read; none where it holds no summary. */
export function markedSheets(grid: Grid): { readonly [K in Key]?: string } {
  const marker = grid.sheets.find(({ name }) => name === SUMMARY_META);
  if (!marker || cellAt(marker, { row: 0, column: 0 })?.value !== "summary") return {};
  const content = (row: number, column: number): unknown => {
    const cell = cellAt(marker, { row, column });
    return cell?.formula ?? cell?.value;
  };
  return markedIn(Array.from({ length: ROWS }, (_, row) => Array.from({ length: KEYS.length + 1 }, (__, column) => content(row, column))));
}
