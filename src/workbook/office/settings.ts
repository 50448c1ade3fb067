/// <reference types="office-js" />
import { ok, refuse, type Result } from "../../domain";
import type { LiveTrouble } from "../port";

function save(): Promise<Result<void, LiveTrouble>> {
  return new Promise((resolve) =>
    Office.context.document.settings.saveAsync((result) =>
      resolve(
        result.status === Office.AsyncResultStatus.Succeeded
          ? ok(undefined)
          : refuse({ kind: "host-error", code: String(result.error.code) }),
      ),
    ),
  );
}

/** Keeps a setting with the workbook; it is in the file from the next save on. Undefined takes it away. */
export function remember(key: string, value: string | undefined): Promise<Result<void, LiveTrouble>> {
  if (value === undefined) Office.context.document.settings.remove(key);
  else Office.context.document.settings.set(key, value);
  return save();
}

/** A setting of this workbook; undefined where there is none. */
export function recall(key: string): string | undefined {
  const value: unknown = Office.context.document.settings.get(key);
  return typeof value === "string" ? value : undefined;
}
