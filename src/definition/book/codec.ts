import type { CellValue } from "../../domain";
import type { BookFault } from "./mistake";

/** What a person typed into a cell. */
export type Typed = string | number | boolean;

/** What a cell says: a value of the definition, or why it says none. A value that its schema does not take is told by the schema. */
export type Reading = { readonly value: unknown } | { readonly fault: BookFault };

/** How a value of a definition stands in a cell. */
export interface Codec<T = never> {
  /** Its cells are texts to spreadsheet programs too: nothing makes 8 of 08, or a day of 1-1. */
  readonly asText: boolean;
  /** Words to choose from. */
  readonly words?: readonly string[];
  write(value: T): CellValue;
  read(typed: Typed): Reading;
}

/** No code, number or list is as long: what is longer is told as it stands, and costs nothing. */
const LONGEST = 10_000;

/** A text without what hands get wrong without meaning it: width, spaces at its ends, invisible characters. */
export function folded(text: string): string {
  if (text.length > LONGEST) return text;
  return text
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .trim();
}

/** Words for people, as they stand. */
export const text: Codec<string> = {
  asText: true,
  write: (value) => value || null,
  read: (typed) => ({ value: typeof typed === "number" ? String(typed) : typed }),
};

/** Words for people without the spaces around them. */
export const trimmed: Codec<string> = { ...text, read: (typed) => ({ value: String(typed).trim() }) };

/** A code or an id: never a number, whatever it looks like. */
export const code: Codec<string> = {
  asText: true,
  write: (value) => value,
  read: (typed) => ({ value: typeof typed === "string" ? folded(typed) : typed }),
};

const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;

/** The number that a text is; the text itself where it is none. */
export function numberIn(typed: Typed): Typed {
  const plain = typeof typed === "string" ? folded(typed) : typed;
  return typeof plain === "string" && NUMBER.test(plain) ? Number(plain) : plain;
}

export const number: Codec<number> = { asText: false, write: (value) => value, read: (typed) => ({ value: numberIn(typed) }) };

const SEPARATORS = /[、,，;；]/;

/** The members of a list that is written with 、 between them. */
export function listIn(typed: Typed): string[] {
  return String(typed).split(SEPARATORS).map(folded).filter(Boolean);
}

export const list: Codec<readonly string[]> = {
  asText: true,
  write: (value) => value.join("、"),
  read: (typed) => ({ value: listIn(typed) }),
};

/**
 * One of a few values, each with its word.
 * @param words by word, in the order in which they are offered
 * @param also other words for the same
 */
export function choice<const T extends string | number | boolean | object>(
  words: ReadonlyMap<string, T>,
  also: ReadonlyMap<string, T> = new Map(),
): Codec<T> {
  const offered = [...words.keys()];
  const known = new Map([...words, ...also].map(([word, value]) => [folded(word), value]));
  const same = (a: T, b: T): boolean => JSON.stringify(a) === JSON.stringify(b);
  return {
    asText: true,
    words: offered,
    write: (value) => offered.find((word) => same(words.get(word)!, value)) ?? null,
    read(typed) {
      const word = typed === true ? "是" : typed === false ? "否" : folded(String(typed));
      const value = known.get(word);
      return value === undefined ? { fault: { code: "not-a-choice", facts: { found: word, choices: offered.join("、") } } } : { value };
    },
  };
}

export const flag = choice<boolean>(
  new Map([
    ["是", true],
    ["否", false],
  ]),
);

/** Text that is `sheet` or nothing. */
export const ofSheet = choice<"sheet">(new Map([["是", "sheet"]]));
