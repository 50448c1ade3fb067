import type { FUniver } from "@univerjs/core/facade";
import { cellOf, type HostSheet } from "../../host/model";
import type { PlayExcel } from "../play-excel";

/** What the grid could do and the in-memory Excel cannot follow. */
const ROWS_AND_COLUMNS =
  /^sheet\.command\.(append-row|copy-sheet|delete-range|insert-(col|row|range|multi)|move-(cols|rows)|remove-(col|row|worksheet-merge)|add-worksheet-merge|reorder-range|split-text|add-.*protection|set-.*protection)/;
/** What changes the structure of the workbook. */
const STRUCTURE = /^sheet\.command\.(insert-sheet|remove-sheet|set-worksheet-(name|order|hidden|show))$/;
/** Formats a protected sheet does not let anybody change. */
const FORMATS =
  /^sheet\.command\.(set-(bold|italic|underline|stroke|style|background-color|text-color|border|horizontal|vertical|text-wrap|font)|clear-selection-format)/;

export type Why = "locked" | "unsupported" | "structure";

/** Stops what Excel would not begin: typing into a locked cell, rows and columns, a protected structure. */
export function guard(api: FUniver, excel: PlayExcel, tell: (why: Why) => void): void {
  const sheetOf = (id: string): HostSheet | undefined => excel.book.sheets.find((sheet) => sheet.id === id);
  api.addEvent(api.Event.BeforeSheetEditStart, (event) => {
    const sheet = sheetOf(event.worksheet.getSheetId());
    if (!sheet?.protection || !(cellOf(sheet, event.row, event.column)?.locked ?? true)) return;
    event.cancel = true;
    tell("locked");
  });
  api.addEvent(api.Event.BeforeCommandExecute, (event) => {
    const why = ROWS_AND_COLUMNS.test(event.id)
      ? "unsupported"
      : STRUCTURE.test(event.id) && excel.book.structureProtected
        ? "structure"
        : FORMATS.test(event.id) && excel.book.active.protection
          ? "locked"
          : undefined;
    if (!why) return;
    event.cancel = true;
    tell(why);
  });
}
