import { grouped, type Form, type ReportLine } from "../../domain";

/** So many lines with a number, the one in question among them, or their median says nothing. */
const LEAST = 5;
/** A 对比数 so many times the median of the other lines may hold the same mistake as the number beside it. */
const FAR = 100;

/**
 * What each figure of a period was to be expected to be, so that an outlier is measured against the others and never against a sum that
 * it makes large itself (selective editing).
 */
export class Anticipated {
  /** Sorted numbers by indicator code, of all lines and of those of each category. */
  private readonly all: Sorted;
  private readonly byCategory: ReadonlyMap<string, Sorted>;
  private readonly totals = new Map<string, number>();

  /** @param lines all lines of the files that count */
  constructor(
    private readonly lines: readonly ReportLine[],
    form: Form,
  ) {
    const codes = form.indicators.map(({ code }) => code);
    const groups = grouped(lines, ({ category }) => category);
    this.all = sorted(lines, codes);
    this.byCategory = new Map([...groups].map(([category, its]) => [category, sorted(its, codes)]));
  }

  /**
   * Share of an indicator's anticipated total that hangs on one figure: |y - ŷ| / Σŷ, y what the total holds of it (0 for a blank or a text).
   * Where nothing tells what to expect, the share of the total that it is.
   * @param expected 应为, where a finding says it; else 对比数, else the median of the other lines
   * @returns undefined for a blank or a text of which nothing tells what it should be
   */
  effect(line: ReportLine, code: string, expected?: number): number | undefined {
    const { value } = line.values[code]!;
    const meant = expected ?? this.of(line, code);
    const distance = meant === undefined ? value : Math.abs((value ?? 0) - meant);
    return distance === undefined ? undefined : distance / this.total(code);
  }

  /**
   * Share of an indicator's anticipated total that a figure is as a whole, y / Σŷ: what hangs on it where it may belong there not at all,
   * since it counts twice or is another sheet's or period's. ŷ would hide it: the copy of an earlier report is what its 对比数 lets expect.
   * Σŷ is that of `effect`: a copy, however large, is not in it where anything else tells what to expect.
   * @returns undefined for a blank or a text
   */
  share({ values }: ReportLine, code: string): number | undefined {
    const { value } = values[code]!;
    return value === undefined ? undefined : value / this.total(code);
  }

  /** ŷ without any 应为: 对比数, else the median of the other lines of the category, else of all. */
  private of(line: ReportLine, code: string): number | undefined {
    const { value, comparison } = line.values[code]!;
    const median = medianOfOthers(this.byCategory.get(line.category)?.get(code), value) ?? medianOfOthers(this.all.get(code), value);
    const far = comparison !== undefined && median !== undefined && median > 0 && comparison > FAR * median;
    return comparison === undefined || far ? median : comparison;
  }

  /** Σŷ, without any 应为: that may come from the very number that is wrong. One unit a line where no line is expected to have any. */
  private total(code: string): number {
    let total = this.totals.get(code);
    if (total === undefined) {
      total = this.lines.reduce((sum, line) => sum + (this.of(line, code) ?? line.values[code]!.value ?? 0), 0) || this.lines.length;
      this.totals.set(code, total);
    }
    return total;
  }
}

/** Numbers by indicator code, from the smallest on. */
type Sorted = ReadonlyMap<string, Float64Array>;

function sorted(lines: readonly ReportLine[], codes: readonly string[]): Sorted {
  const numbersOf = (code: string): Float64Array => {
    const numbers: number[] = [];
    for (const { values } of lines) {
      const { value } = values[code]!;
      if (value !== undefined) numbers.push(value);
    }
    return Float64Array.from(numbers).sort();
  };
  return new Map(codes.map((code) => [code, numbersOf(code)]));
}

/** @param own the number of the line itself, which is among them */
function medianOfOthers(sorted: ArrayLike<number> = [], own: number | undefined): number | undefined {
  const others = sorted.length - (own === undefined ? 0 : 1);
  if (others < LEAST - 1) return undefined;
  const skipped = own === undefined ? sorted.length : placeOf(sorted, own);
  const at = (index: number): number => sorted[index < skipped ? index : index + 1]!;
  const half = others >> 1;
  return others % 2 === 1 ? at(half) : (at(half - 1) + at(half)) / 2;
}

/** Where a number first stands among sorted ones. */
function placeOf(sorted: ArrayLike<number>, number: number): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (sorted[middle]! < number) from = middle + 1;
    else to = middle;
  }
  return from;
}
