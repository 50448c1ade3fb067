import type { RuleId } from "../../src/rules";

/** Rules that no plain formula can follow: several sheets or files, the look of a cell, what stood there before. Their findings show in the program alone. */
export const UNSEEN: readonly RuleId[] = [
  "programme-reported-twice",
  "same-as-previous",
  "stale-explanation",
  "round-numbers-only",
  "text-copied",
  "date-in-number-cell",
  "formula-in-input",
  "validation-removed",
  "comparison-altered",
  "label-altered",
  "figures-repeated",
  "definition-altered",
  "foreign-sheet",
  "sheet-hidden",
  "result-overwritten",
];
