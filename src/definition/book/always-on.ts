import type { Setting } from "../../domain";
import { INDISPENSABLE } from "../between-ruleset";

type Usual = Omit<Setting, "rule">;

/** The rules that no ruleset may do without, as they usually are. One that is forgotten here does not compile. */
const USUAL: { readonly [Rule in (typeof INDISPENSABLE)[number]]: Usual } = {
  "number-in-range": { ref: "A01", options: {} },
  "indicator-filled": { ref: "A08", act: "sheet", options: {} },
  "identification-valid": {
    ref: "A12",
    options: { school: { threshold: 0.82, lead: 0.1 }, line: { threshold: 0.75, lead: 0.1 } },
  },
  "number-as-text": { ref: "F01", act: "sheet", options: {} },
  "error-value": { ref: "F02", act: "sheet", options: {} },
  "date-in-number-cell": { ref: "F03", act: "sheet", options: {} },
  "formula-in-input": { ref: "F04", act: "sheet", options: {} },
  "validation-removed": { ref: "F05", options: {} },
  "comparison-altered": { ref: "F06", act: "sheet", options: {} },
  "label-altered": { ref: "F07", act: "sheet", options: {} },
  "identity-changed": { ref: "F08", options: {} },
  "definition-altered": { ref: "F09", options: {} },
  "foreign-sheet": { ref: "F10", options: {} },
  "sheet-hidden": { ref: "F11", accuses: "sheet", options: {} },
  "result-overwritten": { ref: "F12", options: {} },
};

/**
 * The indispensable rules that a workbook does not list, each under its usual number, or the next of its letter that is free.
 * @param applied the rules that are listed
 * @param refs the numbers that are taken
 */
export function leftOut(applied: ReadonlySet<string>, refs: Iterable<string>): Setting[] {
  const taken = new Set(refs);
  return INDISPENSABLE.filter((rule) => !applied.has(rule)).map((rule) => {
    const { ref, ...usual } = USUAL[rule];
    const free = freeFrom(ref, taken);
    taken.add(free);
    return { ref: free, rule, ...usual };
  });
}

function freeFrom(ref: string, taken: ReadonlySet<string>): string {
  const numbers = Array.from({ length: 99 }, (_, index) => `${ref[0]}${String(index + 1).padStart(2, "0")}`);
  return [ref, ...numbers].find((one) => !taken.has(one)) ?? ref;
}
