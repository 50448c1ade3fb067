import { parseDay, serialOfDay, type CellValue } from "../../domain";

/** What may be entered in a cell. */
export type EntryKind = "number" | "text" | "date" | "long";

/** What a typed text means in a cell. What is no number stays the text it is: the check says what is wrong with it. */
export function valueOfTyped(typed: string, kind: EntryKind): CellValue {
  const text = typed.trim();
  if (text === "") return null;
  if (kind === "number" && /^-?\d{1,15}(\.\d{1,15})?$/.test(text)) return Number(text);
  if (kind === "date") return serialOfDay(parseDay(text) ?? "") ?? text;
  return text;
}
