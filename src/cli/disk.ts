import * as fs from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { refuse, type Refusal, type Result } from "../domain";
import type { Locale } from "../locales";

/** Why the system would not read or write, in words. */
export function sayDisk(error: unknown, { commands: { disk } }: Locale, writing: boolean): string {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  switch (code) {
    case "ENOENT":
      return writing ? disk.noFolder : disk.missing;
    case "EISDIR":
      return disk.folder;
    case "ENOTDIR":
      return disk.notFolder;
    case "EACCES":
    case "EPERM":
      return disk.denied;
    case "EROFS":
      return disk.readOnly;
    case "ENOSPC":
    case "EDQUOT":
      return disk.full;
    case "ENAMETOOLONG":
      return disk.nameTooLong;
    default:
      return disk.other.replace("{code}", code);
  }
}

/**
 * Reads a file that may be anything: never more than the limit, whatever its size says (pipes and devices say none).
 * @returns its bytes; or `unreadable` with the reason in words, or `too-large`
 */
export function readFile(path: string, limit: number, locale: Locale): Result<Uint8Array, Refusal> {
  let file: number | undefined;
  try {
    file = fs.openSync(path, "r");
    const { size } = fs.fstatSync(file);
    if (size > limit) return refuse({ code: "too-large", detail: `a file of ${size} bytes` });
    const bytes = readAtMost(file, limit + 1, size);
    return bytes.length > limit ? refuse({ code: "too-large", detail: `more than ${limit} bytes` }) : { ok: true, value: bytes };
  } catch (error) {
    return refuse({ code: "unreadable", detail: sayDisk(error, locale, false) });
  } finally {
    if (file !== undefined) fs.closeSync(file);
  }
}

function readAtMost(file: number, most: number, size: number): Uint8Array {
  // One byte more than the size, so that the end is seen at the first try.
  let buffer = new Uint8Array(Math.min(most, Math.max(size + 1, 65_536)));
  for (let length = 0; ;) {
    const read = fs.readSync(file, buffer, length, buffer.length - length, null);
    length += read;
    if (read === 0 || length === most) return buffer.subarray(0, length);
    if (length === buffer.length) {
      const larger = new Uint8Array(Math.min(most, length * 2));
      larger.set(buffer);
      buffer = larger;
    }
  }
}

/** What tells whether two paths are one file: the file itself where it exists, else its folder and name. */
export function identityOf(path: string): string {
  const whole = resolve(path);
  try {
    const { dev, ino } = fs.statSync(whole, { bigint: true });
    return `${dev}:${ino}`;
  } catch {
    try {
      return join(fs.realpathSync(dirname(whole)), basename(whole));
    } catch {
      return whole;
    }
  }
}
