import {
  BooleanNumber,
  CellValueType,
  LocaleType,
  type ICellData,
  type IStyleData,
  type IWorkbookData,
  type IWorksheetData,
} from "@univerjs/core";
import type { ColumnDef, FreezePane, RowDef, SheetView } from "hucre";
import { keyColumn, keyRow } from "../../../src/domain";
import { boundsOf, type HostBook, type HostCell, type HostSheet, type HostValidation } from "../../host/model";
import { shownValue } from "../../host/enter";
import { formatsOf } from "./conditional-formats";
import { colourOf, styleOf } from "./looks";
import { rangeOf } from "./ranges";
import { rulesOf } from "./validations";

/** Pixels of a character of the default font, and around a column of them. */
const PIXELS = { character: 7, around: 5 };
const PIXELS_A_POINT = 96 / 72;
/** Room around what is there. */
const SPARE = { rows: 40, columns: 8 };

/** What a cell holds, for the grid. A formula comes with its last result. */
export function contentOf(cell: HostCell | undefined): Pick<ICellData, "v" | "f" | "t"> {
  if (!cell) return { v: null, f: null };
  const value = shownValue(cell.value);
  const t = typeof value === "number" ? CellValueType.NUMBER : typeof value === "boolean" ? CellValueType.BOOLEAN : CellValueType.STRING;
  return {
    v: value === "" && cell.formula === undefined ? null : typeof value === "boolean" ? Number(value) : value,
    f: cell.formula === undefined ? null : `=${cell.formula}`,
    ...(value === "" ? {} : { t }),
  };
}

/** Keeps each style once. */
class Styles {
  readonly byId: Record<string, IStyleData> = {};
  private readonly ids = new Map<string, string>();

  idOf({ look, format }: HostCell): string {
    const style = styleOf(look, format);
    const text = JSON.stringify(style);
    let id = this.ids.get(text);
    if (id === undefined) {
      id = `s${this.ids.size}`;
      this.ids.set(text, id);
      this.byId[id] = style;
    }
    return id;
  }
}

function sheetData(sheet: HostSheet, styles: Styles): Partial<IWorksheetData> {
  const cellData: Record<number, Record<number, ICellData>> = {};
  for (const [key, cell] of sheet.cells) (cellData[keyRow(key)] ??= {})[keyColumn(key)] = { ...contentOf(cell), s: styles.idOf(cell) };
  const used = boundsOf(sheet.cells.keys()) ?? { bottom: 0, right: 0 };
  const columns = (sheet.look["columns"] ?? []) as readonly (ColumnDef | undefined)[];
  const rows = (sheet.look["rowDefs"] ?? new Map()) as ReadonlyMap<number, RowDef>;
  const freeze = (sheet.look["freezePane"] ?? {}) as FreezePane;
  const view = (sheet.look["view"] ?? {}) as SheetView;
  const { rows: ySplit = 0, columns: xSplit = 0 } = freeze;
  return {
    id: sheet.id,
    name: sheet.name,
    hidden: sheet.visibility === "Visible" ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    rowCount: Math.max(60, used.bottom + SPARE.rows),
    columnCount: Math.max(26, used.right + SPARE.columns),
    defaultColumnWidth: 72,
    defaultRowHeight: 20,
    cellData,
    mergeData: sheet.merges.map(rangeOf),
    columnData: Object.fromEntries(
      columns.flatMap((column, index) =>
        column
          ? [
              [
                index,
                { ...(column.width ? { w: Math.round(column.width * PIXELS.character + PIXELS.around) } : {}), hd: column.hidden ? 1 : 0 },
              ],
            ]
          : [],
      ),
    ),
    rowData: Object.fromEntries(
      [...rows].map(([index, { height, hidden }]) => [
        index,
        { ...(height ? { h: Math.round(height * PIXELS_A_POINT), ia: 0 } : {}), hd: hidden ? 1 : 0 },
      ]),
    ),
    freeze: { xSplit, ySplit, startRow: ySplit || -1, startColumn: xSplit || -1 },
    showGridlines: view.showGridLines === false ? BooleanNumber.FALSE : BooleanNumber.TRUE,
    zoomRatio: (view.zoomScale ?? 100) / 100,
    tabColor: colourOf(view.tabColor) ?? "",
  };
}

/** A whole book for the grid. @param uids filled with which rule of the grid is which validation */
export function bookData(book: HostBook, id: string, uids: Map<string, HostValidation>): Partial<IWorkbookData> {
  const styles = new Styles();
  const sheets = Object.fromEntries(book.sheets.map((sheet) => [sheet.id, sheetData(sheet, styles)]));
  const resource = (name: string, of: (sheet: HostSheet) => unknown): { name: string; data: string } => ({
    name,
    data: JSON.stringify(Object.fromEntries(book.sheets.map((sheet) => [sheet.id, of(sheet)]))),
  });
  return {
    id,
    name: book.name,
    locale: LocaleType.ZH_CN,
    sheetOrder: book.sheets.map((sheet) => sheet.id),
    sheets,
    styles: styles.byId,
    resources: [
      resource("SHEET_DATA_VALIDATION_PLUGIN", (sheet) => rulesOf(sheet, uids)),
      resource("SHEET_CONDITIONAL_FORMATTING_PLUGIN", formatsOf),
    ],
  };
}
