import type { CellValue, PlanCell, Style } from "../domain";

/** A number beside its column, as a cell of a plan has it. */
type Sized = Pick<PlanCell, "column" | "style"> & { readonly value: CellValue };

/** Of the default font: what the grid line, the space of the format and a bold face take. */
const MARGIN = 2;

/**
 * Columns as wide as their numbers, since a program shows ### where one does not fit.
 * @param least widths in characters, from column A on
 * @param cells of any rows; texts do not count, they wrap
 */
export function fittedWidths(least: readonly number[], cells: Iterable<Sized>): number[] {
  const widths = [...least];
  for (const { column, value, style } of cells)
    // A hidden column stays hidden.
    if (typeof value === "number" && widths[column]) widths[column] = Math.max(widths[column], lengthOf(value, style) + MARGIN);
  return widths;
}

/** Characters of a number as its format shows it. */
function lengthOf(value: number, { numberFormat = "" }: Style = {}): number {
  const digitsAsked = numberFormat.replace(/\[[^\]]*\]|"[^"]*"/g, "");
  // A word in place of the number.
  if (!/[0#]/.test(digitsAsked)) return (/"([^"]+)"/.exec(numberFormat)?.[1] ?? String(value)).length;
  const percent = numberFormat.includes("%") && !(numberFormat.startsWith("[>=") && value >= 10);
  const decimals = /0\.(0+)/.exec(digitsAsked)?.[1]?.length;
  if (decimals === undefined && !numberFormat.includes("#,##0")) return String(value).length;
  const digits = Math.abs(percent ? value * 100 : value).toFixed(decimals ?? 0);
  const whole = digits.split(".")[0]!.length;
  const separators = numberFormat.includes("#,##0") ? Math.floor((whole - 1) / 3) : 0;
  return digits.length + separators + (value < 0 || numberFormat.startsWith("+") ? 1 : 0) + (percent ? 2 : 0);
}
