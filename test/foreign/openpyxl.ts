import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Entry } from "../fill";
import { python } from "./programs";

/** Loads a workbook with openpyxl, sets cells and saves it. */
export function filledByOpenpyxl(bytes: Uint8Array, entries: readonly Entry[]): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "foreign-"));
  try {
    const [from, to] = [join(folder, "from.xlsx"), join(folder, "to.xlsx")];
    writeFileSync(from, bytes);
    const cells = entries.map(({ at, value }) => [at.sheet, at.row, at.column, value]);
    python([join(__dirname, "openpyxl_fill.py")], JSON.stringify({ from, to, cells }));
    return new Uint8Array(readFileSync(to));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
