import type { PassedOver } from "../../domain/consolidation";

const SYSTEM_FILES = new Set([".ds_store", "thumbs.db", "desktop.ini", "icon\r"]);
/** Locks of Excel (`~$`), WPS (`.~`) and LibreOffice (`.~lock.`), what macOS keeps beside a file (`._`), temporary files of Office and our own. */
const LEFT_BEHIND = /^(?:~\$|\.~|\._|~.*\.tmp$|\.cluster-report-.*\.tmp$)/i;

/**
 * Whether a file is one that no person meant to send.
 * @param name with its folders, by slashes of either kind
 * @returns why it is passed over; undefined for a file of a person
 */
export function passedOver(name: string): PassedOver | undefined {
  const steps = name.replace(/[/\\]+$/, "").split(/[/\\]/);
  const last = steps.at(-1)!;
  const ofSystem = steps.includes("__MACOSX") || SYSTEM_FILES.has(last.toLowerCase()) || LEFT_BEHIND.test(last);
  return ofSystem ? "system-file" : undefined;
}
