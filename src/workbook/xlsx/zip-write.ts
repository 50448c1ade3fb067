import { Deflate, deflateSync } from "fflate";
import { joined } from "../../domain/joined";
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
  /** Its bytes in pieces: joined they would stand in memory twice. */
  readonly raw: readonly Uint8Array[];
}

const LOCAL = 30;
const CENTRAL = 46;
const END = 22;
const LARGEST = 0xffff_fffe;
const MOST_ENTRIES = 0xffff;
/** 1980-01-01, the first day a zip can name: the clock must not change the bytes. */
const DOS_DATE = 0x0021;
const UTF8_NAMES = 0x0800;

const LEVEL = 6;
/** Bytes that are deflated at once, at least. */
const PIECE = 1 << 20;

/** An engine that deflates a part piece by piece (RFC 1951): what it returns, one behind the other, is one stream. */
export interface DeflatePieces {
  (bytes: Uint8Array, last: boolean): Uint8Array;
  /** A check sum quicker than ours, where the engine has one. */
  readonly crc32?: (bytes: Uint8Array, before: number) => number;
}

/** The engine for everywhere: the same pieces give the same bytes on every machine. */
function fflatePieces(): DeflatePieces {
  const packed: Uint8Array[] = [];
  const deflate = new Deflate({ level: LEVEL }, (chunk) => void packed.push(chunk));
  return (bytes, last) => {
    deflate.push(bytes, last);
    return joined(packed.splice(0));
  };
}

/**
 * Deflates a part that is made piece by piece, and never stands in memory whole. Same pieces, same bytes.
 * @param name as in the zip directory
 */
export function packPieces(name: string, pieces: Iterable<string>, deflate = fflatePieces()): PackedEntry {
  const encoder = new TextEncoder();
  const packed: Uint8Array[] = [];
  const sum = deflate.crc32 ?? crc32;
  // Pieces go into one place as they come: many small texts are encoded in a third of the time that one long text takes.
  const room = new Uint8Array(PIECE * 2);
  let [crc, size, filled] = [0, 0, 0];
  const push = (bytes: Uint8Array, last: boolean): void => {
    crc = sum(bytes, crc);
    size += bytes.length;
    filled = 0;
    packed.push(deflate(bytes, last));
  };
  for (const piece of pieces) {
    // No letter of UTF-16 takes more than three bytes.
    const fits = piece.length * 3 <= room.length - PIECE;
    if (fits) filled += encoder.encodeInto(piece, room.subarray(filled)).written;
    if (filled >= PIECE || (filled > 0 && !fits)) push(room.subarray(0, filled), false);
    if (!fits) push(encoder.encode(piece), false);
  }
  push(room.subarray(0, filled), true);
  return { name: encoder.encode(name), method: 8, crc, size, raw: packed };
}

/** Deflates a part into a zip entry. */
export function packEntry(name: string, content: string | Uint8Array): PackedEntry {
  const encoder = new TextEncoder();
  const bytes = typeof content === "string" ? encoder.encode(content) : content;
  return { name: encoder.encode(name), method: 8, crc: crc32(bytes), size: bytes.length, raw: [deflateSync(bytes, { level: LEVEL })] };
}

/**
 * Writes a zip file (PKWARE APPNOTE 4.3). Same entries, same bytes.
 * @param entries in the order in which they are to lie in the file
 */
export function writeZip(entries: readonly PackedEntry[]): Uint8Array {
  return joined(zipOf(entries));
}

/** The same in pieces, one behind the other. */
export function zipOf(entries: readonly PackedEntry[]): Uint8Array[] {
  const directory = new Directory();
  const pieces = entries.flatMap((entry) => [directory.add(entry), ...entry.raw]);
  return [...pieces, directory.end()];
}

type File = { readonly name: string; readonly bytes: Uint8Array };
/** Made while they are asked for, or only waited for. */
type Files = Iterable<File> | AsyncIterable<File>;

/**
 * Writes a zip file of files that are packed already, piece by piece: memory holds one of them at a time.
 * @param files in the order in which they are to lie in the file
 * @throws RangeError where they are more, or larger, than a zip without extensions can hold
 */
export async function* zipPieces(files: Files): AsyncGenerator<Uint8Array> {
  const directory = new Directory();
  const encoder = new TextEncoder();
  for await (const { name, bytes } of files) {
    yield directory.add({ name: encoder.encode(name), method: 0, crc: crc32(bytes), size: bytes.length, raw: [bytes] });
    yield bytes;
  }
  yield directory.end();
}

function packedSize({ raw }: PackedEntry): number {
  return raw.reduce((sum, { length }) => sum + length, 0);
}

/** What a zip file says of its entries, before each and at its end. */
class Directory {
  private readonly central: Uint8Array[] = [];
  private at = 0;

  /** @returns what stands before the bytes of the entry */
  add(entry: PackedEntry): Uint8Array {
    const { name } = entry;
    const local = new Uint8Array(LOCAL + name.length);
    const before = new DataView(local.buffer);
    before.setUint32(0, 0x04034b50, true);
    writeCommonFields(before, 4, entry);
    local.set(name, LOCAL);
    const central = new Uint8Array(CENTRAL + name.length);
    const view = new DataView(central.buffer);
    view.setUint32(0, 0x02014b50, true);
    view.setUint16(4, 20, true);
    writeCommonFields(view, 6, entry);
    view.setUint32(42, this.at, true);
    central.set(name, CENTRAL);
    this.central.push(central);
    this.at += local.length + packedSize(entry);
    if (this.at > LARGEST || this.central.length > MOST_ENTRIES) throw new RangeError("More than a zip can hold");
    return local;
  }

  /** @returns what stands behind all entries */
  end(): Uint8Array {
    const central = joined(this.central);
    const end = new DataView(new ArrayBuffer(END));
    end.setUint32(0, 0x06054b50, true);
    end.setUint16(8, this.central.length, true);
    end.setUint16(10, this.central.length, true);
    end.setUint32(12, central.length, true);
    end.setUint32(16, this.at, true);
    return joined([central, new Uint8Array(end.buffer)]);
  }
}

/** From "version needed" to "extra field length": the same in the local header and in the directory. */
function writeCommonFields(view: DataView, at: number, entry: PackedEntry): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, UTF8_NAMES, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint16(at + 8, DOS_DATE, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, packedSize(entry), true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, entry.name.length, true);
}
