import type { Fact } from "../../domain";

/** How much a problem of a definition weighs: an error or an open question issues no form; a notice only says what was done. */
export type BookSeverity = "error" | "question" | "notice";

/** What a workbook of a definition can say wrongly that its JSON cannot, with the facts that sentences may use. */
export const BOOK_MISTAKES = {
  "sheet-missing": { severity: "error", facts: ["sheet"] },
  "sheet-twice": { severity: "error", facts: ["sheet"] },
  "heading-missing": { severity: "error", facts: ["heading"] },
  "heading-twice": { severity: "error", facts: ["heading", "first"] },
  "too-many-rows": { severity: "error", facts: ["count", "most"] },
  "item-missing": { severity: "error", facts: ["item"] },
  "item-twice": { severity: "error", facts: ["item", "first"] },
  "no-such-item": { severity: "error", facts: ["found"] },
  formula: { severity: "error", facts: ["formula"] },
  "error-value": { severity: "error", facts: ["found"] },
  "turned-to-date": { severity: "error", facts: [] },
  "not-a-choice": { severity: "error", facts: ["found", "choices"] },
  "bad-column": { severity: "error", facts: ["found"] },
  "bad-requirement": { severity: "error", facts: ["found"] },
  "relation-missing": { severity: "error", facts: [] },
  "units-differ": { severity: "question", facts: ["left", "right", "items"] },
  "number-in-other-unit": { severity: "question", facts: ["left", "right", "number"] },
  "number-without-unit": { severity: "notice", facts: ["number", "unit"] },
  /** A formula that Excel does not take: too long, or too deep. */
  "beyond-excel": { severity: "error", facts: ["code", "count", "refs", "longest"] },
  "relation-of-rule": { severity: "error", facts: ["rule"] },
  "bad-parameter": { severity: "error", facts: ["found"] },
  "no-such-parameter": { severity: "error", facts: ["found", "choices"] },
  "no-parameters": { severity: "error", facts: ["rule"] },
  "parameter-twice": { severity: "error", facts: ["name"] },
  "parameter-missing": { severity: "error", facts: ["name"] },
  "ends-before-start": { severity: "error", facts: ["from", "to"] },
  "not-a-period": { severity: "error", facts: ["found"] },
  "no-such-relation": { severity: "error", facts: ["found"] },
  "no-such-message": { severity: "error", facts: ["found", "choices"] },
  "cell-blank": { severity: "error", facts: ["heading"] },
  "message-missing": { severity: "error", facts: ["choices"] },
  "words-twice": { severity: "error", facts: ["first"] },
  "never-fails": { severity: "notice", facts: [] },
  "never-holds": { severity: "notice", facts: [] },
  /** No numbers keep both relations. */
  "opposite-of": { severity: "error", facts: ["ref"] },
  "same-as": { severity: "notice", facts: ["ref"] },
  "hardly-equal": { severity: "notice", facts: [] },
  "tolerance-unused": { severity: "notice", facts: ["found"] },
  merged: { severity: "notice", facts: ["area"] },
  "hidden-rows": { severity: "notice", facts: ["count"] },
  "hidden-sheet": { severity: "notice", facts: ["sheet"] },
  "unknown-sheet": { severity: "notice", facts: ["sheet"] },
  "unused-sheet": { severity: "notice", facts: ["sheet"] },
  "unknown-heading": { severity: "notice", facts: ["found"] },
  "unused-heading": { severity: "notice", facts: ["heading"] },
  "without-heading": { severity: "notice", facts: ["found"] },
  "no-texts": { severity: "notice", facts: [] },
  "no-words": { severity: "notice", facts: [] },
  "no-labels": { severity: "notice", facts: [] },
  "no-relations": { severity: "notice", facts: [] },
  "version-taken": { severity: "error", facts: ["id", "version"] },
  "part-unbound": { severity: "notice", facts: ["part", "whole"] },
  "rule-not-listed": { severity: "notice", facts: ["rule"] },
  "rules-added": { severity: "notice", facts: ["rules"] },
} as const satisfies Readonly<Record<string, { readonly severity: BookSeverity; readonly facts: readonly string[] }>>;

export type BookMistakeCode = keyof typeof BOOK_MISTAKES;
export type BookFacts<C extends BookMistakeCode> = { readonly [Name in (typeof BOOK_MISTAKES)[C]["facts"][number]]: Fact };

/** The same where the code is known at run time only. */
export interface BookFault {
  readonly code: BookMistakeCode;
  readonly facts: Readonly<Record<string, Fact>>;
}
