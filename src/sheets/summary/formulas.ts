import { quoted } from "../formula-text";
import { cutWithin, MAX_LITERAL, memoizedBy, type PlanCell, type Style } from "../../domain";
import { cellText } from "../cell-text";
import { columnRange, DETAIL_COLUMNS, DETAIL_ROWS, SUMMARY_SHEETS, type DetailColumn } from "./places";

/** Columns of numbers: formulas match on these alone. */
type NumberColumn = Extract<DetailColumn, "clusterNumber" | "lineNumber" | "itemNumber" | "pending" | "value" | "comparison">;

/** A criterion: a column of 明细, and a formula that gives what stands in it, such as `$B12` or `">=1"`. */
export type Criterion = readonly [column: NumberColumn, is: string];

/** Matches every number, and no text or blank cell. */
export const ANY_NUMBER = '">=-1E+300"';

/** The figures that are 待核, and all others. */
export const PENDING: Criterion = ["pending", "1"];
export const SETTLED: Criterion = ["pending", '"<>1"'];
/** Those that are for the reviewer alone to verify: in every total. */
export const REVIEW: Criterion = ["pending", "2"];

/** Formulas over the rows of 明细. Plain ranges: names and structured references have been seen to break when sheets are inserted. */
export class DetailFormulas {
  /** @param rows lines of 明细 */
  constructor(readonly rows: number) {}

  private range(column: DetailColumn): string {
    return columnRange(SUMMARY_SHEETS.detail, DETAIL_COLUMNS[column], DETAIL_ROWS.first, this.rows);
  }

  private criteria(all: readonly Criterion[]): string {
    return all.map(([column, is]) => `${this.range(column)},${is}`).join(",");
  }

  /** @param decimals of the indicator: the sum is rounded to them, since binary fractions leave remainders */
  sum(column: DetailColumn, decimals: number, ...criteria: readonly Criterion[]): string {
    return rounded(`SUMIFS(${this.range(column)},${this.criteria(criteria)})`, decimals);
  }

  /** The same for several lines. @param lines a range of their numbers */
  sumOfLines(column: DetailColumn, decimals: number, lines: string, ...criteria: readonly Criterion[]): string {
    const sum = `SUMIFS(${this.range(column)},${this.criteria([["lineNumber", lines], ...criteria])})`;
    return rounded(`SUMPRODUCT(${sum})`, decimals);
  }

  count(...criteria: readonly Criterion[]): string {
    return `COUNTIFS(${this.criteria(criteria)})`;
  }
}

export function rounded(formula: string, decimals: number): string {
  return decimals === 0 ? formula : `ROUND(${formula},${decimals})`;
}

/** What a placeholder of a sentence stands for: a formula, and the value it has now. */
export interface Living {
  readonly formula: string;
  readonly value: string | number;
}

/** A sentence as a formula, and what it says now. */
export interface Said extends Living {
  readonly value: string;
}

/** A sentence whose numbers are formulas: `共 {files} 份` becomes `"共 "&COUNTA(…)&" 份"`. */
export function sentence(template: string, facts: Readonly<Record<string, Living>>): Said {
  const pieces = template.split(/\{(\w+)\}/);
  const parts = pieces.map((piece, index) => (index % 2 === 0 ? { formula: quoted(piece), value: piece } : facts[piece]!));
  return {
    formula: parts.filter(({ formula }) => formula !== '""').map(({ formula }) => formula).join("&"), // prettier-ignore
    value: parts.map(({ value }) => value).join(""),
  };
}

/**
 * A cell that leads to another file. HYPERLINK rather than a link of the sheet: Excel keeps 65,530 of those, and each costs a relationship.
 * The address stands in it as a quoted constant, so what a file is called stays a text. Too long an address gives the text alone; too long a text is cut.
 */
export function linkCell(
  row: number,
  column: number,
  text: string,
  url: string | undefined,
  looks: readonly [plain: Style, link: Style],
): PlanCell {
  if (url === undefined || url.length > MAX_LITERAL || text === "") return { row, column, value: cellText(text), style: looks[0] };
  const shown = cutWithin(text, MAX_LITERAL);
  return { row, column, value: shown, formula: `HYPERLINK(${quoted(url)},${quoted(shown)})`, style: looks[1] };
}

/**
 * The relative address of a cell in another file, as Excel and LibreOffice follow it from HYPERLINK.
 * @param path names from the folder of the summary to the file
 */
export function cellLink(path: readonly string[], sheet: string, cell: string): string {
  return `${fileLink(path)}#'${sheet.replace(/'/g, "''")}'!${cell}`;
}

/** The relative address of a file. @param path as `cellLink` */
export const fileLink = memoizedBy(fileAddress);

/** Hundreds of cells lead to the same file. */
function fileAddress(path: readonly string[]): string {
  const file = path.map((name) => name.replace(/[%#?"<>|\\]/g, encodeURIComponent)).join("/");
  // A colon in the first name would make it the scheme of an address.
  return `${/^[^/]*:/.test(file) ? "./" : ""}${file}`;
}
