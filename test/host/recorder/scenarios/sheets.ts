/// <reference types="office-js" />
import { batches, CELLS, type Scenario } from "../kit";

/** Names, protection, visibility and page set-up of sheets: assumptions 8 to 10, 12 and 16, and some of the switches. */
export const SHEET_SCENARIOS: readonly Scenario[] = [
  batches(
    "names-of-sheets",
    (_, { workbook }) => void workbook.worksheets.add("甲/乙"),
    (_, { workbook }) => void workbook.worksheets.add("长".repeat(32)),
    (_, { workbook }) => void workbook.worksheets.add("改名前"),
    (_, { workbook }) => void workbook.worksheets.add("改名前"),
  ),
  batches(
    "renamed-and-deleted",
    (_, { workbook }) => void workbook.worksheets.add("被引用"),
    (sheet, { workbook }) => {
      sheet.getRange("A1:A2").formulas = [["=被引用!A1"], ["='被引用'!$B$2"]];
      sheet.getRange("B1").dataValidation.rule = { list: { inCellDropDown: true, source: "=被引用!$A$1:$A$3" } };
      workbook.names.add("引用名", "=被引用!$A$1:$A$3");
    },
    (_, { workbook }) => void (workbook.worksheets.getItem("被引用").name = "新 名"),
    (sheet, { workbook }) => {
      sheet.getRange("A1:A2").load("formulas");
      sheet.getRange("B1").dataValidation.load("rule");
      workbook.names.getItem("引用名").load("formula");
    },
    (_, { workbook }) => workbook.worksheets.getItem("新 名").delete(),
    (sheet, { workbook }) => {
      sheet.getRange("A1:A2").load(CELLS);
      workbook.names.getItem("引用名").load("formula,type");
    },
    (_, { workbook }) => workbook.names.getItem("引用名").delete(),
  ),
  batches(
    "hidden-sheets",
    (_, { workbook }) => void (workbook.worksheets.add("藏起来").visibility = "Hidden"),
    (_, { workbook }) => workbook.worksheets.getItem("藏起来").activate(),
    (_, { workbook }) => void (workbook.worksheets.getItem("藏起来").visibility = "VeryHidden"),
    (_, { workbook }) => workbook.worksheets.getItem("藏起来").delete(),
    (_, { workbook }) => void (workbook.worksheets.getItem("藏起来").visibility = "Visible"),
    (_, { workbook }) => workbook.worksheets.getItem("藏起来").delete(),
  ),
  batches(
    "protecting",
    (sheet) => {
      sheet.getRange("B2").format.protection.locked = false;
      sheet.protection.protect({ allowFormatColumns: true });
    },
    (sheet) => void sheet.protection.load("protected,options"),
    (sheet) => sheet.protection.protect({}),
    (sheet) => void (sheet.getRange("A1").values = [[1]]),
    (sheet) => void (sheet.getRange("B2").values = [[1]]),
    (sheet) => void (sheet.getRange("B2").numberFormat = [["0.00"]]),
    (sheet) => void (sheet.getRange("B2").dataValidation.rule = { list: { inCellDropDown: true, source: "甲,乙" } }),
    (sheet) => void sheet.getRange("A1:B2").getCellProperties({ format: { protection: true } }),
    (sheet) => sheet.protection.unprotect(),
    (sheet) => sheet.protection.unprotect(),
  ),
  batches(
    "page-set-up",
    ({ pageLayout }) => {
      pageLayout.orientation = "Landscape";
      pageLayout.paperSize = "A4";
      pageLayout.zoom = { horizontalFitToPages: 1 };
      pageLayout.centerHorizontally = true;
    },
    ({ pageLayout }) => pageLayout.setPrintMargins("Inches", { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 }),
    ({ pageLayout }) => void (pageLayout.headersFooters.defaultForAllPages.centerFooter = "第 &P 页"),
    ({ pageLayout }) => {
      pageLayout.setPrintArea("A1:F20");
      pageLayout.setPrintTitleRows("$1:$2");
    },
    ({ pageLayout }) => {
      pageLayout.load("orientation,paperSize,zoom,centerHorizontally,leftMargin,topMargin,headerMargin");
      pageLayout.headersFooters.defaultForAllPages.load("centerFooter");
      pageLayout.getPrintAreaOrNullObject().load("address");
      pageLayout.getPrintTitleRowsOrNullObject().load("rowIndex,rowCount");
    },
  ),
];
