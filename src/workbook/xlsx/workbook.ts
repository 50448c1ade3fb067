import type { Change } from "../../domain/plan";
import { ok } from "../../domain/result";
import type { FileWorkbook } from "../port";
import { dropAddIns } from "./drop-add-ins";
import type { InflateRaw } from "./inflate";
import { LARGEST_FILE } from "./limits";
import { patchXlsx } from "./patch";
import { readXlsx } from "./read";

/** A workbook over the bytes of an .xlsx file. Nothing is read before `read`. */
export function openXlsx(bytes: Uint8Array, options: { readonly inflate?: InflateRaw } = {}): FileWorkbook {
  let current = bytes;
  return {
    read: async () => readXlsx(current, options),
    readSheets: async (names) =>
      readXlsx(current, { ...options, sheets: (name) => names.includes(name), limits: { file: LARGEST_FILE, declared: Infinity } }),
    async write(changes: readonly Change[]) {
      const patched = patchXlsx(current, changes, options);
      if (!patched.ok) return patched;
      current = patched.value;
      return ok(undefined);
    },
    async dropAddIns(which) {
      const dropped = dropAddIns(current, which, options);
      if (!dropped.ok) return dropped;
      current = dropped.value;
      return ok(undefined);
    },
    bytes: () => current,
  };
}
