import type { Refusal } from "../../domain/refusal";
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
  /** Why this entry cannot be read; absent where it can. */
  readonly trouble?: Refusal & { readonly code: Trouble };
}

/** Names that lead out of where they are unpacked, and those with control characters. */
// eslint-disable-next-line no-control-regex
const NO_NAME = /^$|^[/\\]|^[A-Za-z]:|(?:^|[/\\])\.\.(?:[/\\]|$)|[\u0000-\u001f]/;

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
 * @returns the entries in the order of the directory; what is wrong with one is its `trouble`, and costs the others nothing
 * @throws Refused for a directory that breaks off, overlapping entries, and sizes over the limits
 */
export function readEntries(bytes: Uint8Array, meter: Meter, readName: ReadName = readPartName): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, start, end } = findDirectory(view, meter);
  const entries: ZipEntry[] = [];
  let declared = 0;
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + CENTRAL > end || view.getUint32(at, true) !== 0x02014b50) damaged("the zip directory breaks off");
    const entry = readEntry(bytes, view, at, start, readName);
    at += CENTRAL + entry.nameBytes.length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (!entry.trouble) declared += entry.size;
    if (declared > meter.limits.declared) tooLarge(`entries that declare ${declared} bytes`);
    entries.push(entry);
  }
  if (at > end) damaged("the zip directory is longer than it says");
  checkOverlaps(entries.filter(({ trouble }) => trouble === undefined));
  return entries;
}

/**
 * Reads the directory of a package.
 * @returns the entries by `partKey`, in the order of the directory
 * @throws Refused as `readEntries`; and for any entry with a trouble, and for two of one name
 */
export function readDirectory(bytes: Uint8Array, meter: Meter): Map<string, ZipEntry> {
  const entries = new Map<string, ZipEntry>();
  for (const entry of readEntries(bytes, meter)) {
    if (entry.trouble?.code === "encrypted") throw new Refused(entry.trouble);
    if (entry.trouble) damaged(entry.trouble.detail);
    const key = partKey(entry.name);
    if (entries.has(key)) damaged(`two entries are called ${shown(entry.name)}`);
    entries.set(key, entry);
  }
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
  const method = view.getUint16(at + 10, true);
  const packed = view.getUint32(at + 20, true);
  const size = view.getUint32(at + 24, true);
  const start = view.getUint32(at + 42, true);
  const local = start + LOCAL <= directory && view.getUint32(start, true) === 0x04034b50;
  const content = local ? start + LOCAL + view.getUint16(start + 26, true) + view.getUint16(start + 28, true) : start;
  const [modified, crc] = [view.getUint32(at + 12, true), view.getUint32(at + 16, true)];
  const entry = { name, nameBytes, method, crc, modified, extra, size, start, end: content + packed };
  if (NO_NAME.test(name)) return troubled(entry, "is no name of a part", "parcel-entry-name");
  if (flags & 1) return troubled(entry, "is encrypted", "encrypted");
  if (packed === ZIP64 || size === ZIP64 || start === ZIP64) return troubled(entry, "is ZIP64");
  if (method !== 0 && method !== 8) return troubled(entry, `is packed by method ${method}`);
  if (method === 0 && packed !== size) return troubled(entry, "is stored with two sizes");
  if (!local) return troubled(entry, "is not where the directory says");
  if (content + packed > directory) return troubled(entry, "runs into the zip directory");
  if (view.getUint16(start + 26, true) !== nameLength || !sameBytes(nameBytes, bytes, start + LOCAL))
    return troubled(entry, "has two names");
  return { ...entry, raw: bytes.subarray(content, content + packed) };
}

type Trouble = "damaged" | "encrypted" | "parcel-entry-name";

function troubled(entry: Omit<ZipEntry, "raw">, what: string, code: Trouble = "damaged"): ZipEntry {
  return { ...entry, raw: new Uint8Array(), trouble: { code, detail: `${shown(entry.name)} ${what}` } };
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
