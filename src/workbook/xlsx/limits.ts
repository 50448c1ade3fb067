import { MAX_TEXT } from "../../domain/cell";
import { tooLarge } from "./refused";

/**
 * What a file may cost at most. A form has some 50 kB and 3,000 cells; these are for the files of others.
 * A part is in memory up to four times at once (inflated, copied together, as text of two bytes a letter):
 * the usual limits keep the worst file we could think of below 300 MB and 2 s.
 */
export interface Limits {
  /** Bytes of the file itself. */
  readonly file: number;
  /** Bytes of one part, inflated. */
  readonly part: number;
  /** Bytes of all parts read, inflated. */
  readonly total: number;
  /** Bytes of all parts together, as the directory declares them: what is more is not even begun. */
  readonly declared: number;
  /** Entries of the zip directory. */
  readonly entries: number;
  /** XML elements in all parts read. */
  readonly elements: number;
  /** Cells with a value or a formula. */
  readonly cells: number;
  readonly sheets: number;
  /** Elements within elements. */
  readonly depth: number;
  /** Characters of one text, as they are written: a control character takes seven (`_x0001_`). */
  readonly text: number;
  /** Merges, areas of validations and defined names, together. */
  readonly areas: number;
  /** Characters made by spelling out shared formulas. */
  readonly formulas: number;
}

const DEFAULT_LIMITS: Limits = {
  file: 20 << 20,
  part: 20 << 20,
  total: 40 << 20,
  declared: 40 << 20,
  entries: 2_000,
  elements: 3_000_000,
  cells: 500_000,
  sheets: 64,
  depth: 64,
  text: 7 * MAX_TEXT,
  areas: 100_000,
  formulas: 2_000_000,
};

/** Bytes of the largest file of which single sheets are read (`declared` is no limit then): a summary of some 12,000 programme lines. */
export const LARGEST_FILE = 40 << 20;

/** What of a meter reading one element has spent. */
export type Cost = Readonly<Record<"elements" | "areas", number>>;

type Counted = "total" | "sheets" | "areas" | "formulas";

/** What reading one file has cost so far. */
export class Meter {
  readonly limits: Limits;
  private elements = 0;
  private cells = 0;
  private readonly spent = { total: 0, sheets: 0, areas: 0, formulas: 0 };

  constructor(limits: Partial<Limits> = {}) {
    this.limits = { ...DEFAULT_LIMITS, ...limits };
  }

  spend(what: Counted, amount = 1): void {
    if ((this.spent[what] += amount) > this.limits[what]) tooLarge(`more than ${this.limits[what]} ${what}`);
  }

  /** Counts one XML element. Apart from the others, since these are counted at each tag. */
  element(): void {
    if (++this.elements > this.limits.elements) tooLarge(`more than ${this.limits.elements} elements`);
  }

  /** @param before what was spent when the element began; nothing where absent */
  cost(before: Cost = { elements: 0, areas: 0 }): Cost {
    return { elements: this.elements - before.elements, areas: this.spent.areas - before.areas };
  }

  /** Counts an element that was read before, as if it were read again. */
  again({ elements, areas }: Cost): void {
    this.elements += elements - 1;
    this.element();
    this.spend("areas", areas);
  }

  cell(): void {
    if (++this.cells > this.limits.cells) tooLarge(`more than ${this.limits.cells} cells`);
  }

  left(what: Counted): number {
    return this.limits[what] - this.spent[what];
  }
}
