import { cellAt, dayOfSerial, type CellRef, type GridSheet, type Reported } from "../domain";

/** What a cell reports. */
export function reported(sheet: GridSheet, at: CellRef): Reported {
  const cell = cellAt(sheet, at);
  const value = cell?.value ?? null;
  if (value === null || (typeof value === "string" && value.trim() === "")) return { kind: "blank", at };
  if (typeof value === "number") {
    if (cell?.date) return { kind: "date", serial: value, day: dayOfSerial(value), at };
    return { kind: cell?.time ? "time" : "number", value, at };
  }
  if (typeof value === "string") return { kind: "text", value, at };
  return { kind: "fault", code: typeof value === "boolean" ? (value ? "TRUE" : "FALSE") : value.error, at };
}
