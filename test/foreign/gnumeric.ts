import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { foreign, NEUTRAL } from "./programs";

/** Opens a workbook with Gnumeric and saves it as .xlsx. @param options of ssconvert, such as `--recalc` */
export function savedByGnumeric(bytes: Uint8Array, ...options: readonly string[]): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "foreign-"));
  try {
    const [from, to] = [join(folder, "from.xlsx"), join(folder, "to.xlsx")];
    writeFileSync(from, bytes);
    // It complains to stderr of what it does not know; whether it did its work, the file says.
    execFileSync(foreign("gnumeric")!.ssconvert, [...options, from, to], { env: NEUTRAL, stdio: ["ignore", "ignore", "pipe"] });
    return new Uint8Array(readFileSync(to));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
