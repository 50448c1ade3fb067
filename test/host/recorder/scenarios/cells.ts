/// <reference types="office-js" />
import { batches, CELLS, type Scenario } from "../kit";

/** What Excel makes of texts that an add-in sets: assumptions 1 to 5 and 7. */
export const CELL_SCENARIOS: readonly Scenario[] = [
  batches("texts-in-general-cells", (sheet) => {
    const range = sheet.getRange("A1:A12");
    range.values = [["12"], ["1,200"], ["5%"], ["TRUE"], ["#N/A"], ["2026-07-01"], ["'=1"], ["=1+1"], ["+1"], ["-2"], [" 3 "], ["十二"]];
    range.load(CELLS);
  }),
  batches("texts-in-text-cells", (sheet) => {
    const range = sheet.getRange("A1:A5");
    range.numberFormat = [["@"], ["@"], ["@"], ["@"], ["@"]];
    range.values = [["12"], ["=1+1"], ["'=1"], ["2026-07-01"], ["TRUE"]];
    range.load(CELLS);
  }),
  batches(
    "nulls-and-blanks",
    (sheet) => {
      sheet.getRange("A1:C1").numberFormat = [["0.00", "0.00", "0.00"]];
      sheet.getRange("A1:C1").values = [[1, 2, 3]];
    },
    (sheet) => {
      const range = sheet.getRange("A1:C1");
      range.values = [[null, "", 4]];
      range.load(CELLS);
    },
  ),
  batches(
    "formulas-and-errors",
    (sheet) => {
      sheet.getRange("A1:A5").formulas = [["=1/0"], ['=""'], ["=NA()"], ["=A9"], ["=1+"]];
    },
    (sheet) => {
      sheet.getRange("A1:A4").formulas = [["=1/0"], ['=""'], ["=NA()"], ["=A9"]];
    },
    (sheet) => void sheet.getRange("A1:A4").load(CELLS),
  ),
  batches(
    "what-a-failed-batch-leaves",
    (sheet) => {
      sheet.getRange("A1").values = [[1]];
      sheet.getRange("A2:B2").values = [[1, 2, 3]];
      sheet.getRange("A3").values = [[1]];
    },
    (sheet) => void sheet.getRange("A1:A3").load("values"),
  ),
  batches(
    "used-ranges",
    (sheet) => {
      sheet.getUsedRangeOrNullObject(true).load("address");
      sheet.getUsedRange(false).load("address");
    },
    (sheet) => {
      sheet.getRange("C3").numberFormat = [["0.00"]];
      sheet.getUsedRangeOrNullObject(true).load("address");
      sheet.getUsedRange(false).load("address");
    },
    (sheet) => {
      sheet.getRange("B2").values = [[1]];
      sheet.getUsedRangeOrNullObject(true).load("address");
      sheet.getUsedRange(false).load("address");
    },
  ),
  batches(
    "what-is-missing",
    (sheet) => void sheet.getRange("没有这样的地址").load("values"),
    (_, { workbook }) => void workbook.worksheets.getItem("没有这张表").load("visibility"),
    (_, { workbook }) => void workbook.worksheets.getItemOrNullObject("没有这张表").load("visibility"),
    (_, { workbook }) => void workbook.names.getItemOrNullObject("没有这个名称").load("formula"),
  ),
];
