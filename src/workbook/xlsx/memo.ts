import type { Cost } from "./limits";
import { detach, type PartText } from "./xml-text";

/** What an element turned out to mean. */
interface Known<T> {
  readonly kind: PartText["kind"];
  /** Its characters, from its `<` up to its closing tag. */
  readonly raw: string;
  readonly meaning: T;
  readonly cost: Cost;
}

/** The place of what a part has once, wherever it stands. */
export const ANYWHERE = 0;
/** Elements kept for one place: the cover of a form and its other sheets differ. */
const MOST_AT_ONE_PLACE = 4;
/** Bytes of all that is kept, about: some ten times what a form has. Files of strangers are without end. */
const MOST_KEPT = 2_000_000;
/** Bytes that the engine needs beside the characters. */
const EACH = 200;

/**
 * Elements that were read before, by the place where they stood. The forms of a province repeat each other's formulas and validations
 * to the letter, and comparing characters takes a tenth of the time that reading them does.
 */
export class Memo<T> {
  private readonly known = new Map<number, Known<T>[]>();
  private room = MOST_KEPT;

  /** What was read at this place before, if the same characters stand in `text` from `from` on, and then a closing tag. */
  find(place: number, { kind, text }: PartText, from: number): Known<T> | undefined {
    for (const one of this.known.get(place) ?? []) {
      const to = from + one.raw.length;
      // The same characters mean different texts where each is a byte of UTF-8.
      if (one.kind === kind && text.startsWith("</", to) && text.slice(from, to) === one.raw) return one;
    }
    return undefined;
  }

  keep(place: number, known: Known<T>): void {
    const bytes = known.raw.length + EACH;
    if (bytes > MOST_KEPT / MOST_AT_ONE_PLACE) return;
    if (bytes > this.room) {
      this.known.clear();
      this.room = MOST_KEPT;
    }
    this.room -= bytes;
    const before = (this.known.get(place) ?? []).slice(0, MOST_AT_ONE_PLACE - 1);
    this.known.set(place, [{ ...known, raw: detach(known.raw) }, ...before]);
  }
}
