import type { Scenario } from "../kit";
import { HAND_SCENARIOS } from "./by-hand";
import { CELL_SCENARIOS } from "./cells";
import { FORM_SCENARIOS } from "./form";
import { SHEET_SCENARIOS } from "./sheets";
import { VALIDATION_SCENARIOS } from "./validations";
import { WORKBOOK_SCENARIOS } from "./workbook";

/** All scenarios, in the order in which they are recorded; each on a fresh sheet of its own. Those that need a person come first, together. */
export const SCENARIOS: readonly Scenario[] = [
  ...HAND_SCENARIOS,
  // No formulas stand beside the form then: their results are Excel's own.
  ...FORM_SCENARIOS,
  ...CELL_SCENARIOS,
  ...SHEET_SCENARIOS,
  ...VALIDATION_SCENARIOS,
  ...WORKBOOK_SCENARIOS,
];
