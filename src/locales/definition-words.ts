import type { MistakeCode } from "../definition";

/** What is wrong at a place of a definition, and what its author does about it. `{name}` is replaced by the fact of that name. */
export interface MistakeWords {
  readonly message: string;
  readonly cure: string;
}

/** All mistakes of definitions in one language. They are no part of `Locale`, so that they load only where a definition is read. */
export type DefinitionWords = { readonly [C in MistakeCode]: MistakeWords };
