import type { MistakeCode } from "../definition";
import type { BookMistakeCode, BookSeverity, ChangeClass, ChangeKind, ListMistakeCode } from "../definition/book";
import type { MistakeWords } from "./definition-words";

/** What is said of a 表式簿 in one language. No part of `Locale`, so that it loads only where a definition is read. */
export interface DefinitionBookWords {
  /** `{name}` is replaced by the fact of that name. */
  readonly mistakes: { readonly [C in BookMistakeCode]: MistakeWords };
  /** Cures that are other ones in a workbook than in JSON. */
  readonly cures: { readonly [C in MistakeCode]?: string };
  readonly severity: { readonly [S in BookSeverity]: string };
  readonly status: { readonly usable: string; readonly faulty: string; readonly refused: string };
  /** `{id}` `{version}`. */
  readonly form: string;
  /** `{indicators}` `{texts}` `{relations}` `{roster}`. */
  readonly counts: string;
  readonly refusal: { readonly "not-a-definition": string; readonly "too-large": string };
  /** Below the problems: what follows from them. */
  readonly usable: string;
  /** `{errors}` `{questions}`. */
  readonly faulty: string;
  readonly difference: DifferenceWords;
  /** What is said of a list of schools. */
  readonly list: { readonly [C in ListMistakeCode]: MistakeWords };
  /** `{version}` `{lines}` of a roster. */
  readonly rosterSaid: string;
}

/** What is said of two definitions beside each other. */
export interface DifferenceWords {
  /** `{title}` `{id}` `{version}` `{code}`. */
  readonly from: string;
  readonly to: string;
  readonly none: string;
  /** Their 表式编号 differ. */
  readonly otherForm: string;
  /** The same version, but another 表式码. */
  readonly sameVersion: string;
  /** The later definition is of an earlier version. */
  readonly backwards: string;
  /** What changes of a class amount to. */
  readonly classes: { readonly [C in ChangeClass]: string };
  readonly kinds: { readonly [K in ChangeKind]: string };
  /** `{count}` changes. */
  readonly count: string;
  /** A cell: `{heading}` `{before}` `{after}`. */
  readonly changed: string;
  readonly filled: string;
  readonly emptied: string;
  /** `{before}` `{after}`: places in the order of rows. */
  readonly moved: string;
  /** A row: `{before}` or `{after}`. */
  readonly came: string;
  readonly went: string;
  /** A line of the roster, by its `{cluster}`; one that may be another under a new name, `{before}` `{after}`. */
  readonly lineCame: string;
  readonly lineWent: string;
  readonly lineMoved: string;
  readonly lineAsked: string;
}
