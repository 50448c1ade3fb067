/// <reference types="office-js" />
import { batches, type Scenario } from "../kit";

const PARTS = "type,rule,ignoreBlanks,errorAlert,prompt";

/** How validations come back: assumption 8, and `dates-of-rules-are-iso`. */
export const VALIDATION_SCENARIOS: readonly Scenario[] = [
  batches(
    "validations",
    (sheet) => {
      const rules: readonly (readonly [string, Excel.DataValidationRule])[] = [
        ["A1", { wholeNumber: { formula1: 0, formula2: 10, operator: "Between" } }],
        ["A2", { decimal: { formula1: 0, operator: "GreaterThanOrEqualTo" } }],
        ["A3", { date: { formula1: "=46023", formula2: "=46387", operator: "Between" } }],
        ["A4", { textLength: { formula1: 20, operator: "LessThanOrEqualTo" } }],
        ["A5", { list: { inCellDropDown: true, source: "甲,乙" } }],
        ["A6", { list: { inCellDropDown: true, source: "=$D$1:$D$3" } }],
        ["A7", { custom: { formula: "=LEN(A7)>1" } }],
        ["A9", { date: { formula1: "2026-01-01", operator: "GreaterThan" } }],
      ];
      for (const [place, rule] of rules) sheet.getRange(place).dataValidation.rule = rule;
    },
    (sheet) => {
      const { dataValidation } = sheet.getRange("A1");
      dataValidation.errorAlert = { title: "标题", message: "须为 0 至 10 的整数", showAlert: true, style: "Stop" };
      dataValidation.prompt = { title: "提示", message: "填整数", showPrompt: true };
      dataValidation.ignoreBlanks = false;
    },
    (sheet) => {
      for (const place of ["A1", "A2", "A3", "A4", "A5", "A6", "A7", "A8", "A9"]) sheet.getRange(place).dataValidation.load(PARTS);
    },
    (sheet) => {
      for (const place of ["A1:A2", "A5:A6", "A7:A8"]) sheet.getRange(place).dataValidation.load(PARTS);
    },
    (sheet) => sheet.getRange("A1:A2").dataValidation.clear(),
    (sheet) => void sheet.getRange("A1").dataValidation.load(PARTS),
  ),
  batches(
    "validations-that-are-refused",
    (sheet) => void (sheet.getRange("A1").dataValidation.rule = { list: { inCellDropDown: true, source: "长".repeat(256) } }),
    (sheet) =>
      void (sheet.getRange("A1").dataValidation.errorAlert = { title: "长".repeat(33), message: "", showAlert: true, style: "Stop" }),
    (sheet) => void (sheet.getRange("A1").dataValidation.rule = { custom: { formula: "LEN(A1)>1" } }),
  ),
];
