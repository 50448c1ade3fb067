import type { Fact } from "../domain";

/** Everything that can be wrong with the text of a relation, with the facts that its sentences may use. The sentences are in `locales`. */
export const RELATION_MISTAKES = {
  blank: [],
  "too-long": ["count", "most"],
  "too-many-parts": ["most"],
  "too-deep": ["most"],
  /** Something else was due here. */
  unexpected: ["at", "found"],
  /** The text ends where more is due. */
  unfinished: [],
  /** A code in brackets, or a word, that no indicator has. */
  "no-such-indicator": ["at", "found"],
  /** A plain number that is no code: nobody can tell whether a code was meant. */
  "number-or-code": ["at", "found", "code", "unit"],
  /** A decimal number that is a code as well. */
  "decimal-or-code": ["at", "found"],
  /** 合计(23~21). */
  "range-backwards": ["at", "found"],
  /** A product of two indicators. */
  product: ["at"],
  /** 若 without 则. */
  "without-then": [],
  /** The name of an indicator, where its code belongs. */
  "name-for-code": ["at", "found", "code"],
  /** 不超过, where a sign belongs. */
  "word-for-sign": ["at", "found", "sign"],
  /** 1,000. */
  thousands: ["at", "found", "plain"],
  /** A number in a 计量单位 that no indicator has: 3亿元 where they count in 万元. */
  "unit-of-none": ["at", "found", "example"],
  "stop-at-end": ["at", "found"],
  "no-indicator": [],
  /** 上期 of a 时期 indicator, 上年同期 of a 时点 one: the form does not hold them. */
  "not-on-the-form": ["at", "found"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type RelationMistakeCode = keyof typeof RELATION_MISTAKES;

/** One mistake in the text of a relation. */
export type RelationMistake = {
  [C in RelationMistakeCode]: {
    readonly code: C;
    readonly facts: { readonly [Name in (typeof RELATION_MISTAKES)[C][number]]: Fact };
  };
}[RelationMistakeCode];
