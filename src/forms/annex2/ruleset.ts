import type { NamePolicy } from "../../domain";
import type { TypedRuleset } from "../../rules";
import { words } from "./words";

const schoolNames: NamePolicy = { threshold: 0.82, lead: 0.1 };

/** 审核关系 of annex 2. Thresholds are options here, never constants in code. B11 stands after all queries, whose explanations it looks at. */
export const ruleset: TypedRuleset = {
  id: "annex2",
  version: 2,
  explanation: {
    minLength: 8,
    // Such words in a row (已核实，情况属实，数据无误) explain nothing either. None may overlap another: a formula counts what each takes away.
    boilerplate: ["已", "核实", "无误", "属实", "情况", "数据"],
    repeatedRows: 3,
  },
  schoolNames,
  settings: [
    { ref: "A01", rule: "number-in-range", options: {} },
    { ref: "A02", rule: "part-at-most-whole", options: { relation: "02 <= 01", tolerance: 0 } },
    { ref: "A03", rule: "part-at-most-whole", options: { relation: "若 08>0，则 09 <= 08", tolerance: 0 } },
    { ref: "A04", rule: "part-at-most-whole", options: { relation: "12 <= 11", tolerance: 0 } },
    { ref: "A05", rule: "part-at-most-whole", options: { relation: "15 <= 14", tolerance: 0 } },
    { ref: "A06", rule: "parts-sum-to-total", options: { relation: "20 = 21 + 22 + 23", tolerance: 0 } },
    { ref: "A07", rule: "part-at-most-whole", options: { relation: "24 <= 20", tolerance: 0 } },
    { ref: "A08", rule: "indicator-filled", act: "sheet", options: {} },
    { ref: "A09", rule: "zero-forces-zero", options: { relation: "若 08=0，则 09=0 且 21=0" }, words: words.A09 },
    { ref: "A10", rule: "required-text", act: "sheet", options: { lasting: ["leader", "partners"] }, words: words.A10 },
    { ref: "A11", rule: "text-length", options: {} },
    { ref: "A12", rule: "identification-valid", options: { school: schoolNames, line: { threshold: 0.75, lead: 0.1 } } },
    { ref: "A13", rule: "programme-reported-twice", accuses: "sheet", options: {} },
    { ref: "A14", rule: "contact-well-formed", options: {} },
    { ref: "B01", rule: "stock-falls", act: "sheet", options: {}, words: words.B01 },
    { ref: "B02", rule: "large-change", options: { percent: 30, units: 5 } },
    { ref: "B03", rule: "both-or-neither", options: { relation: "28、29 同有同无" }, words: words.B03 },
    { ref: "B04", rule: "ratio-in-range", options: { relation: "若 28>0 且 29>0，则 29/28 在 0.1 至 500 之间" }, words: words.B04 },
    { ref: "B05", rule: "needs-one-of", options: { relation: "若 24>0，则 21、22 至少一项>0" }, words: words.B05 },
    { ref: "B06", rule: "same-as-previous", accuses: "sheet", options: { least: 5 } },
    { ref: "B07", rule: "zero-turned", act: "sheet", options: {} },
    {
      ref: "B08",
      rule: "activity-without-partners",
      options: { relation: "若 18、22、26、27、29、30 至少一项>0，则 08>0" },
      words: words.B08,
    },
    { ref: "B09", rule: "on-roster", options: {} },
    { ref: "B10", rule: "partner-names", options: { count: "08", text: "partners", atMost: 3 }, words: words.B10 },
    { ref: "B12", rule: "figures-repeated", accuses: "sheet", options: { least: 8 } },
    { ref: "B11", rule: "stale-explanation", options: {} },
    { ref: "C01", rule: "round-numbers-only", options: { least: 5, from: 10, step: 10 } },
    { ref: "C02", rule: "text-copied", options: { texts: ["practice"] }, words: words.C02 },
    { ref: "F01", rule: "number-as-text", act: "sheet", options: {} },
    { ref: "F02", rule: "error-value", act: "sheet", options: {} },
    { ref: "F03", rule: "date-in-number-cell", act: "sheet", options: {} },
    { ref: "F04", rule: "formula-in-input", act: "sheet", options: {} },
    { ref: "F05", rule: "validation-removed", options: {} },
    { ref: "F06", rule: "comparison-altered", act: "sheet", options: {} },
    { ref: "F07", rule: "label-altered", act: "sheet", options: {} },
    { ref: "F08", rule: "identity-changed", options: {} },
    { ref: "F09", rule: "definition-altered", options: {} },
    { ref: "F10", rule: "foreign-sheet", options: {} },
    { ref: "F11", rule: "sheet-hidden", accuses: "sheet", options: {} },
    { ref: "F12", rule: "result-overwritten", options: {} },
  ],
  across: [
    {
      ref: "C03",
      rule: "ratio-far-from-others",
      options: { numerators: ["26", "18"], denominator: "08", least: 8, deviations: 4, factor: 4 },
      words: words.C03,
    },
    { ref: "X01", rule: "line-of-two-schools", accuses: "sheet", options: {} },
    { ref: "X02", rule: "leader-differs", options: { text: "leader" }, words: words.X02 },
  ],
};
