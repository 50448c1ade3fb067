import type { MemoryExcel } from "../excel";
import type { Hand } from "./recording";

/** Does in an Excel in memory what a person did. */
export function byHand(excel: MemoryExcel, sheet: string, does: Hand): void {
  if (does.kind === "undo") excel.undo();
  else if (does.kind === "pick") excel.pick(`${sheet}!${does.place}`, does.text);
  else for (const [place, text] of does.entries) excel.type(`${sheet}!${place}`, text);
}
