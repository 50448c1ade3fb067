import { crc32 } from "./crc32";
import type { InflateRaw } from "./inflate";
import type { Meter } from "./limits";
import { damaged, Refused, shown, tooLarge } from "./refused";

const LOCAL = 30;
const CENTRAL = 46;
const END = 22;
const LONGEST_COMMENT = 65_535;
const ZIP64 = 0xffffffff;
const UTF8_NAME = 0x800;
const NAMES = new TextDecoder();

export interface ZipEntry {
  readonly name: string;
  readonly nameBytes: Uint8Array;
  readonly method: number;
  readonly crc: number;
  /** MS-DOS date (high 16 bits) and time, local to the writer. */
  readonly modified: number;
  /** Extra fields of the directory. */
  readonly extra: Uint8Array;
  /** Bytes after inflating, as the directory declares. */
  readonly size: number;
  readonly raw: Uint8Array;
  /** Where the entry begins and ends in the file. */
  readonly start: number;
  readonly end: number;
}

/** The form in which part names are compared: case and the direction of slashes differ between writers. */
export function partKey(name: string): string {
  return name.replace(/\\/g, "/").toLowerCase();
}

/**
 * How an entry's name is read from its bytes.
 * @param bytes the name as it lies in the directory
 * @param utf8 whether the entry says that its name is UTF-8 (general purpose bit 11)
 * @param extra the extra fields of the entry (APPNOTE 4.5)
 */
export type ReadName = (bytes: Uint8Array, utf8: boolean, extra: Uint8Array) => string;

/** Parts of a package have ASCII names; what is not UTF-8 there is no part anyone asks for. */
const readPartName: ReadName = (bytes) => NAMES.decode(bytes);

/**
 * Reads the directory of a zip file (PKWARE APPNOTE 4.3) and checks it against the file, without inflating anything.
 * @param readName how names are read; as UTF-8 where absent
 * @returns the entries by `partKey`, in the order of the directory
 * @throws Refused for ZIP64, doubled or overlapping entries, names that climb out, and sizes over the limits
 */
export function readDirectory(bytes: Uint8Array, meter: Meter, readName: ReadName = readPartName): Map<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, start, end } = findDirectory(view, meter);
  const entries = new Map<string, ZipEntry>();
  let declared = 0;
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + CENTRAL > end || view.getUint32(at, true) !== 0x02014b50) damaged("the zip directory breaks off");
    const entry = readEntry(bytes, view, at, start, readName);
    at += CENTRAL + entry.nameBytes.length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    declared += entry.size;
    if (declared > meter.limits.declared) tooLarge(`entries that declare ${declared} bytes`);
    const key = partKey(entry.name);
    if (entries.has(key)) damaged(`two entries are called ${shown(entry.name)}`);
    entries.set(key, entry);
  }
  if (at > end) damaged("the zip directory is longer than it says");
  checkOverlaps([...entries.values()]);
  return entries;
}

function findDirectory(view: DataView, meter: Meter): { count: number; start: number; end: number } {
  const last = view.byteLength - END;
  let at = last;
  while (at >= 0 && at >= last - LONGEST_COMMENT && view.getUint32(at, true) !== 0x06054b50) at--;
  if (at < 0 || at < last - LONGEST_COMMENT) damaged("the file ends before its zip directory");
  const count = view.getUint16(at + 10, true);
  const length = view.getUint32(at + 12, true);
  const start = view.getUint32(at + 16, true);
  if (count === 0xffff || length === ZIP64 || start === ZIP64) damaged("ZIP64");
  if (view.getUint16(at + 4, true) !== 0 || view.getUint16(at + 6, true) !== 0 || view.getUint16(at + 8, true) !== count)
    damaged("a zip of several disks");
  if (count > meter.limits.entries) tooLarge(`${count} zip entries`);
  if (start + length > at) damaged("the zip directory lies outside the file");
  return { count, start, end: start + length };
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, directory: number, readName: ReadName): ZipEntry {
  const nameLength = view.getUint16(at + 28, true);
  const nameBytes = bytes.subarray(at + CENTRAL, at + CENTRAL + nameLength);
  const flags = view.getUint16(at + 8, true);
  const extra = bytes.subarray(at + CENTRAL + nameLength, at + CENTRAL + nameLength + view.getUint16(at + 30, true));
  const name = readName(nameBytes, (flags & UTF8_NAME) !== 0, extra);
  checkName(name);
  const method = view.getUint16(at + 10, true);
  const packed = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const start = view.getUint32(at + 42, true);
  if (flags & 1) throw new Refused({ code: "encrypted", detail: `the zip entry ${shown(name)} is encrypted` });
  if (packed === ZIP64 || size === ZIP64 || start === ZIP64) damaged("ZIP64");
  if (method !== 0 && method !== 8) damaged(`${shown(name)} is packed by method ${method}`);
  if (method === 0 && packed !== size) damaged(`${shown(name)} is stored with two sizes`);
  if (start + LOCAL > directory || view.getUint32(start, true) !== 0x04034b50) damaged(`${shown(name)} is not where the directory says`);
  const content = start + LOCAL + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
  if (content + packed > directory) damaged(`${shown(name)} runs into the zip directory`);
  if (view.getUint16(start + 26, true) !== nameLength || !sameBytes(nameBytes, bytes, start + LOCAL))
    damaged(`${shown(name)} has two names`);
  const raw = bytes.subarray(content, content + packed);
  const [modified, crc] = [view.getUint32(at + 12, true), view.getUint32(at + 16, true)];
  return { name, nameBytes, method, crc, modified, extra, size, raw, start, end: content + packed };
}

function checkName(name: string): void {
  // eslint-disable-next-line no-control-regex
  if (name === "" || /^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|[\u0000-\u001f]/.test(name))
    damaged(`${shown(name)} is no name of a part`);
}

function sameBytes(expected: Uint8Array, bytes: Uint8Array, at: number): boolean {
  for (let index = 0; index < expected.length; index++) if (expected[index] !== bytes[at + index]) return false;
  return true;
}

/** Overlapping entries are how a small file declares much more than it holds. */
function checkOverlaps(entries: ZipEntry[]): void {
  entries.sort((a, b) => a.start - b.start);
  for (let index = 1; index < entries.length; index++) {
    if (entries[index]!.start < entries[index - 1]!.end) damaged(`${shown(entries[index]!.name)} overlaps another entry`);
  }
}

/**
 * Inflates one entry, and holds it to what it declares. What declares too much is not inflated just to see it grow.
 * @throws Refused where it is over a limit, broken, longer or shorter than declared, or its check sum differs
 */
export function inflateEntry(entry: ZipEntry, inflate: InflateRaw, meter: Meter): Uint8Array {
  const most = Math.min(meter.limits.part, meter.left("total"));
  if (entry.size > most) tooLarge(`${shown(entry.name)} declares ${entry.size} bytes, ${most} are allowed`);
  const bytes = entry.method === 0 ? entry.raw : inflate(entry.raw, entry.size);
  if (bytes === "broken") damaged(`${shown(entry.name)} does not inflate`);
  if (bytes === "too-large" || bytes.length > entry.size) damaged(`${shown(entry.name)} is longer than declared`);
  if (bytes.length !== entry.size) damaged(`${shown(entry.name)} is shorter than declared`);
  if ((inflate.crc32 ?? crc32)(bytes) !== entry.crc) damaged(`the check sum of ${shown(entry.name)} differs`);
  meter.spend("total", bytes.length);
  return bytes;
}
