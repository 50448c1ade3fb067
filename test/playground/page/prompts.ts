import type { FUniver } from "@univerjs/core/facade";
import { cellKey } from "../../../src/domain";
import type { PlayExcel } from "../play-excel";
import { el } from "./dom";

/** Shows the prompt of the selected cell, which the grid itself does not know. */
export function prompts(api: FUniver, excel: PlayExcel, place: HTMLElement): void {
  const box = el("div", { class: "prompt", role: "note", hidden: true });
  place.append(box);
  api.addEvent(api.Event.SelectionChanged, ({ worksheet, selections }) => {
    const sheet = excel.book.sheets.find(({ id }) => id === worksheet.getSheetId());
    const [range] = selections;
    const { title = "", message = "" } = (range && sheet?.validations.get(cellKey(range.startRow, range.startColumn))?.prompt) ?? {};
    box.hidden = !title && !message;
    box.replaceChildren(el("b", {}, String(title)), el("span", {}, String(message)));
  });
}
