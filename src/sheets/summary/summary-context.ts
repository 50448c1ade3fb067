import {
  countFigures,
  pendingFigures,
  reviewFigures,
  type Catalogue,
  type Consolidation,
  type Indicator,
  type IsFigure,
} from "../../domain";
import type { Locale } from "../../locales";
import type { SummaryWords } from "../../locales/summary-words";
import { DetailFormulas } from "./formulas";
import { Tally } from "./tally";

/** What the summary is told beside the consolidation. */
export interface SummaryOptions {
  /**
   * The relative address of a cell in a file, from the folder where the summary will lie (see `cellLink`);
   * undefined where nobody can open it, as within a mail.
   * @param file index in `Consolidation.files`
   */
  readonly link?: (file: number, sheet: string, row: number, column: number) => string | undefined;
  /** The same of a file as such: one that is no form has no cell to lead to. */
  readonly fileLink?: (file: number) => string | undefined;
}

/** All that the sheets of one summary are made from. */
export interface SummaryContext extends Catalogue {
  readonly consolidation: Consolidation;
  readonly locale: Locale;
  readonly words: SummaryWords;
  readonly options: SummaryOptions;
  readonly tally: Tally;
  readonly detail: DetailFormulas;
  readonly indicators: ReadonlyMap<string, Indicator>;
  /** 项号 of the indicators, by code. */
  readonly itemNumbers: ReadonlyMap<string, number>;
  /** Which figures are 待核. */
  readonly isPending: IsFigure;
  /** Which are for the reviewer alone to verify, and not 待核 besides. */
  readonly isReview: IsFigure;
  /** How many those are. */
  readonly reviewItems: number;
}

export function summaryContext(
  consolidation: Consolidation,
  catalogue: Catalogue,
  locale: Locale,
  options: SummaryOptions,
): SummaryContext {
  const { form, roster } = catalogue;
  const isPending = pendingFigures(consolidation);
  const isReview = reviewFigures(consolidation, isPending);
  return {
    ...catalogue,
    consolidation,
    locale,
    words: locale.summary,
    options,
    tally: new Tally(consolidation, form, roster, isPending),
    detail: new DetailFormulas(consolidation.lines.length * form.indicators.length),
    indicators: new Map(form.indicators.map((indicator) => [indicator.code, indicator])),
    itemNumbers: new Map(form.indicators.map(({ code }, index) => [code, index + 1])),
    isPending,
    isReview,
    reviewItems: countFigures(consolidation.lines, isReview),
  };
}

/** The name of a cluster, category or programme, or that none was stated. */
export function named(name: string, { words }: SummaryContext): string {
  return name === "" ? words.unstated : name;
}
