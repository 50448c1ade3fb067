import { Deflate, deflateSync } from "fflate";
import { crc32 } from "./crc32";

/** One entry of a zip file, already in the form in which it lies in the file. */
export interface PackedEntry {
  /** The name as bytes, so that a copied entry keeps the very bytes it had. */
  readonly name: Uint8Array;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  /** Bytes after inflating. */
  readonly size: number;
  readonly raw: Uint8Array;
}

const LOCAL = 30;
const CENTRAL = 46;
const END = 22;
/** 1980-01-01, the first day a zip can name: the clock must not change the bytes. */
const DOS_DATE = 0x0021;
const UTF8_NAMES = 0x0800;

const LEVEL = 6;
/** Letters that are encoded and deflated at once. */
const PIECE = 1 << 16;

/**
 * Deflates a part that is made piece by piece, and never stands in memory whole. Same pieces, same bytes.
 * @param name as in the zip directory
 */
export function packPieces(name: string, pieces: Iterable<string>): PackedEntry {
  const encoder = new TextEncoder();
  const packed: Uint8Array[] = [];
  const deflate = new Deflate({ level: LEVEL }, (chunk) => void packed.push(chunk));
  let [crc, size, waiting] = [0, 0, ""];
  const push = (last: boolean): void => {
    const bytes = encoder.encode(waiting);
    crc = crc32(bytes, crc);
    size += bytes.length;
    waiting = "";
    deflate.push(bytes, last);
  };
  for (const piece of pieces) {
    waiting += piece;
    if (waiting.length >= PIECE) push(false);
  }
  push(true);
  const raw = new Uint8Array(packed.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of packed) {
    raw.set(chunk, at);
    at += chunk.length;
  }
  return { name: encoder.encode(name), method: 8, crc, size, raw };
}

/** Deflates a part into a zip entry. */
export function packEntry(name: string, content: string | Uint8Array): PackedEntry {
  const encoder = new TextEncoder();
  const bytes = typeof content === "string" ? encoder.encode(content) : content;
  return { name: encoder.encode(name), method: 8, crc: crc32(bytes), size: bytes.length, raw: deflateSync(bytes, { level: LEVEL }) };
}

/**
 * Writes a zip file (PKWARE APPNOTE 4.3). Same entries, same bytes.
 * @param entries in the order in which they are to lie in the file
 */
export function writeZip(entries: readonly PackedEntry[]): Uint8Array {
  let length = END;
  for (const entry of entries) length += LOCAL + CENTRAL + 2 * entry.name.length + entry.raw.length;
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  const offsets: number[] = [];
  let at = 0;
  for (const entry of entries) {
    offsets.push(at);
    view.setUint32(at, 0x04034b50, true);
    writeCommonFields(view, at + 4, entry);
    bytes.set(entry.name, at + LOCAL);
    bytes.set(entry.raw, at + LOCAL + entry.name.length);
    at += LOCAL + entry.name.length + entry.raw.length;
  }
  const directory = at;
  entries.forEach((entry, index) => {
    view.setUint32(at, 0x02014b50, true);
    view.setUint16(at + 4, 20, true);
    writeCommonFields(view, at + 6, entry);
    view.setUint32(at + 42, offsets[index]!, true);
    bytes.set(entry.name, at + CENTRAL);
    at += CENTRAL + entry.name.length;
  });
  view.setUint32(at, 0x06054b50, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, at - directory, true);
  view.setUint32(at + 16, directory, true);
  return bytes;
}

/** From "version needed" to "extra field length": the same in the local header and in the directory. */
function writeCommonFields(view: DataView, at: number, entry: PackedEntry): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, UTF8_NAMES, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint16(at + 8, DOS_DATE, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.raw.length, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, entry.name.length, true);
}
