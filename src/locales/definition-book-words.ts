import type { MistakeCode } from "../definition";
import type { BookMistakeCode, BookSeverity } from "../definition/book";
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
}
