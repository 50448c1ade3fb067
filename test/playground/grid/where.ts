import { IRenderManagerService } from "@univerjs/preset-sheets-core";
import { parseAddress } from "../../../src/domain";
import type { Started } from "./univer";

/** The grid paints on it; the editors of cells have canvases of their own. */
export const SHEET_CANVAS = 'canvas[id^="univer-sheet-main-canvas"]';

/** Where a cell of the sheet that is shown is on the page, in view or not; undefined where there is no sheet. */
export function rectOf({ univer, api }: Started, container: HTMLElement, place: string): DOMRect | undefined {
  const workbook = api.getActiveWorkbook();
  const sheet = workbook?.getActiveSheet();
  const canvas = container.querySelector(SHEET_CANVAS);
  const at = parseAddress(place);
  if (!workbook || !sheet || !canvas || !at) return undefined;
  // The grid tells it as if nothing were scrolled; what is frozen is not.
  const main = univer.__getInjector().get(IRenderManagerService).getRenderById(workbook.getId())?.scene.getViewport("viewMain");
  const { x, y, width, height } = sheet.getRange(at.row, at.column).getCellRect();
  const zoom = sheet.getZoom();
  const frozen = sheet.getFreeze();
  const gone = {
    x: at.column < frozen.startColumn ? 0 : (main?.viewportScrollX ?? 0),
    y: at.row < frozen.startRow ? 0 : (main?.viewportScrollY ?? 0),
  };
  const { left, top } = canvas.getBoundingClientRect();
  return new DOMRect(left + (x - gone.x) * zoom, top + (y - gone.y) * zoom, width * zoom, height * zoom);
}
