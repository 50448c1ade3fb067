import { parseAddress } from "../../../src/domain";
import type { Started } from "./univer";

/** Where a cell of the sheet that is shown is on the page; undefined where there is no sheet. */
export function rectOf({ api }: Started, container: HTMLElement, place: string): DOMRect | undefined {
  const workbook = api.getActiveWorkbook();
  const sheet = workbook?.getActiveSheet();
  const canvas = container.querySelector("canvas");
  const at = parseAddress(place);
  if (!workbook || !sheet || !canvas || !at) return undefined;
  const { x, y, width, height } = sheet.getRange(at.row, at.column).getCellRect();
  const zoom = sheet.getZoom();
  const frozen = sheet.getFreeze();
  const scroll = workbook.getScrollStateBySheetId(sheet.getSheetId());
  const first = { row: scroll?.sheetViewStartRow ?? 0, column: scroll?.sheetViewStartColumn ?? 0 };
  const origin = sheet.getRange(Math.max(frozen.startRow, 0), Math.max(frozen.startColumn, 0)).getCellRect();
  const start = sheet.getRange(Math.max(frozen.startRow, 0) + first.row, Math.max(frozen.startColumn, 0) + first.column).getCellRect();
  const gone = {
    x: at.column < frozen.startColumn ? 0 : start.x - origin.x + (scroll?.offsetX ?? 0),
    y: at.row < frozen.startRow ? 0 : start.y - origin.y + (scroll?.offsetY ?? 0),
  };
  const { left, top } = canvas.getBoundingClientRect();
  return new DOMRect(left + (x - gone.x) * zoom, top + (y - gone.y) * zoom, width * zoom, height * zoom);
}
