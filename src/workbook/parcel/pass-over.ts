import type { PassedOver } from "../../domain/consolidation";

const SYSTEM_FILES = new Set([".ds_store", "thumbs.db", "desktop.ini", "icon\r"]);

/**
 * Whether a file is one that no person meant to send.
 * @param name with its folders, by slashes of either kind
 * @returns why it is passed over; undefined for a file of a person
 */
export function passedOver(name: string): PassedOver | undefined {
  if (/[/\\]$/.test(name)) return "folder";
  const steps = name.split(/[/\\]/);
  const last = steps.at(-1)!;
  const ofSystem = steps.includes("__MACOSX") || SYSTEM_FILES.has(last.toLowerCase()) || last.startsWith("~$") || last.startsWith("._");
  return ofSystem ? "system-file" : undefined;
}
