import * as fs from "node:fs";
import { open } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { refuse, type Refusal, type Result } from "../domain";
import type { CommandLineLocale } from "../locales/command-line";

/** Why the system would not read or write, in words. */
export function sayDisk(error: unknown, { commands: { disk } }: CommandLineLocale, writing: boolean): string {
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
    case "EFBIG":
      return disk.fileTooBig;
    case "ENAMETOOLONG":
      return disk.nameTooLong;
    case "ELOOP":
      return disk.loop;
    case "EIO":
      return disk.device;
    case "EMFILE":
    case "ENFILE":
      return disk.tooManyOpen;
    case "EBUSY":
    case "ETXTBSY":
      return disk.busy;
    default:
      return disk.other.replace("{code}", code);
  }
}

/** A file as it was read. */
export interface DiskFile {
  readonly bytes: Uint8Array;
  /** When it was last changed. */
  readonly modified: Date;
}

// A pipe that nobody writes to is then opened at once instead of waiting for ever; Windows has no such flag.
const READ = fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0);

/**
 * Reads an ordinary file, whatever it is called: never a pipe or a device, which may have no end, and never more than the limit.
 * @param limit bytes
 * @returns what it holds; or `unreadable` with the reason in words, or `too-large`
 */
export function readFile(path: string, limit: number, locale: CommandLineLocale): Result<DiskFile, Refusal> {
  let file: number | undefined;
  try {
    // Before it is opened, which alone can set a device to work; and once more after, for what the name now means.
    const unfit = unfitness(fs.statSync(path), locale);
    if (unfit !== undefined) return unreadable(unfit);
    file = fs.openSync(path, READ);
    const status = fs.fstatSync(file);
    const changed = unfitness(status, locale);
    if (changed !== undefined) return unreadable(changed);
    if (status.size > limit) return refuse({ code: "too-large", detail: `a file of ${status.size} bytes` });
    const bytes = readAtMost(file, limit + 1, status.size);
    if (bytes.length > limit) return refuse({ code: "too-large", detail: `more than ${limit} bytes` });
    return { ok: true, value: { bytes, modified: status.mtime } };
  } catch (error) {
    return unreadable(sayDisk(error, locale, false));
  } finally {
    close(file);
  }
}

function unreadable(detail: string): Result<never, Refusal> {
  return refuse({ code: "unreadable", detail });
}

function unfitness(status: fs.Stats, { commands: { disk } }: CommandLineLocale): string | undefined {
  if (status.isDirectory()) return disk.folder;
  return status.isFile() ? undefined : disk.notFile;
}

/** What was read was read: no trouble in closing takes it back. */
function close(file: number | undefined): void {
  try {
    if (file !== undefined) fs.closeSync(file);
  } catch {
    return;
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

/** Systems and places where a folder cannot be opened or synced, Windows first. */
const CANNOT_SYNC = new Set(["EISDIR", "EPERM", "EACCES", "EINVAL", "ENOTSUP", "ENOSYS", "EBADF"]);

/** Makes the names in a folder outlast a loss of power, where the system can do that. @throws the system's own error where it tried and failed */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, "r");
    await handle.sync().finally(() => handle.close());
  } catch (error) {
    if (!CANNOT_SYNC.has((error as NodeJS.ErrnoException).code ?? "")) throw error;
  }
}
