/**
 * Members that Excel cannot undo, by host: calling one empties the user's undo stack, and inside a group it is `UndoNotSupported`.
 * Source: the table of "Undo capabilities with the Excel JavaScript API" (learn.microsoft.com, May 2025). Of objects that the product
 * never reaches (slicers, queries, styles, allowed ranges) only those of the workbook and its sheets are kept here.
 */
export const NOT_UNDONE: Readonly<Record<string, "everywhere" | "on the web" | "on desktops">> = {
  "Chart.categoryLabelLevel": "everywhere",
  "Chart.seriesNameLevel": "everywhere",
  "NamedItem.comment": "on the web",
  "Workbook.close": "everywhere",
  "Workbook.insertWorksheetsFromBase64": "everywhere",
  "Workbook.save": "everywhere",
  "WorkbookProtection.protect": "everywhere",
  "WorkbookProtection.unprotect": "everywhere",
  "Worksheet.copy": "everywhere",
  "Worksheet.delete": "everywhere",
  "Worksheet.name": "on desktops",
  "Worksheet.position": "on desktops",
  "Worksheet.standardWidth": "on the web",
  "Worksheet.visibility": "on desktops",
  "WorksheetCollection.addFromBase64": "everywhere",
  "WorksheetProtection.pauseProtection": "everywhere",
  "WorksheetProtection.protect": "everywhere",
  "WorksheetProtection.resumeProtection": "everywhere",
  "WorksheetProtection.setPassword": "everywhere",
  "WorksheetProtection.unprotect": "everywhere",
  "WorksheetProtection.updateOptions": "everywhere",
};
