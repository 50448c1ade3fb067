import { parsePeriod } from "../domain";
import type { AddIn } from "../workbook/port";
import { isArrival } from "./arrival";

/** Keys of what the workbook remembers, or once did (`arrival`). They stand in files that are out there: never rename one. */
export const REMEMBERED = { school: "school", period: "period", arrival: "arrival", summary: "summary" } as const;

/** The id in the manifest of the sources; a build may have another. */
export const ADD_IN_ID = "5c0d0a5e-7b61-4a7b-9d0c-3f2b8e6a1c47";

/**
 * Whether what an add-in keeps in a file is ours: by the id, or, for a build with another id or a copy from the marketplace, by what is
 * kept. Other add-ins may use the same plain names, so the values count, too.
 */
export function isOwn({ id, settings }: AddIn): boolean {
  if (id.replace(/[{}]/g, "").toLowerCase() === ADD_IN_ID) return true;
  const textOf = (key: keyof typeof REMEMBERED): string | undefined => jsonText(settings.get(REMEMBERED[key]));
  const holdsPeriod = (key: "period" | "summary"): boolean => parsePeriod(textOf(key) ?? "") !== undefined;
  return (textOf("school") !== undefined && holdsPeriod("period")) || holdsPeriod("summary") || isArrival(textOf("arrival") ?? "");
}

/** The text that a setting holds; it comes out of a file, where anything may stand. */
function jsonText(json: string | undefined): string | undefined {
  if (json === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "string" ? value : undefined;
  } catch {
    return undefined;
  }
}
