import { isUtf8 } from "node:buffer";
import * as zlib from "node:zlib";
import type { InflateRaw, InflateTrouble } from "./inflate";
import type { PartText } from "./xml-text";

/** One piece of output where the part is of usual size; a file that lies about its size gets no more at once. */
const LARGEST_PIECE = 1 << 20;

function inflate(raw: Uint8Array, maximum: number): Uint8Array | InflateTrouble {
  const allowed = Math.max(1, maximum);
  // One byte of room is left over: where none is, zlib takes as much again before it sees that nothing more comes.
  const chunkSize = Math.min(LARGEST_PIECE, Math.max(64, allowed + 1));
  try {
    const bytes = zlib.inflateRawSync(raw, { maxOutputLength: allowed, chunkSize });
    return bytes.length > maximum ? "too-large" : bytes;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE" ? "too-large" : "broken";
  }
}

// zlib.crc32 came with Node 20.15 and 22.2; older ones use the table in crc32.ts.
const { crc32 } = zlib as { readonly crc32?: (bytes: Uint8Array) => number };

const BEYOND_ASCII = /[\x80-\xff]/;

/** Where short pieces are put together, character by character: two to four times as fast as asking the decoder for each. */
const units = new Uint16Array(8_192);
const unitBytes = Buffer.from(units.buffer);
/** The units are written in the order of this machine, and read as little-endian. */
const LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** Decodes a piece that is known to be UTF-8 and to begin and end between characters. */
function decodePiece(bytes: Buffer, from: number, to: number): string {
  if (to - from > units.length || !LITTLE_ENDIAN) return bytes.toString("utf8", from, to);
  let length = 0;
  for (let at = from; at < to;) {
    const first = bytes[at++]!;
    if (first < 0x80) units[length++] = first;
    else if (first < 0xe0) units[length++] = ((first & 0x1f) << 6) | (bytes[at++]! & 0x3f);
    else if (first < 0xf0) units[length++] = ((first & 0x0f) << 12) | ((bytes[at++]! & 0x3f) << 6) | (bytes[at++]! & 0x3f);
    else {
      const code = ((first & 0x07) << 18) | ((bytes[at++]! & 0x3f) << 12) | ((bytes[at++]! & 0x3f) << 6) | (bytes[at++]! & 0x3f);
      units[length++] = 0xd800 | ((code - 0x10000) >> 10);
      units[length++] = 0xdc00 | ((code - 0x10000) & 0x3ff);
    }
  }
  return unitBytes.toString("utf16le", 0, 2 * length);
}

/**
 * One character a byte: markup is ASCII, and only what somebody asks for is decoded. A part of two bytes a character would
 * be a large object to the engine, and taking memory for each of those costs more than all the reading.
 */
function utf8(bytes: Uint8Array): PartText | undefined {
  if (!isUtf8(bytes)) return undefined;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const text = buffer.toString("latin1");
  return {
    text,
    kind: "bytes",
    piece(from, to) {
      const piece = text.slice(from, to);
      return BEYOND_ASCII.test(piece) ? decodePiece(buffer, from, to) : piece;
    },
  };
}

/** The engine for Node: zlib, some five times as fast as the one for everywhere. Only the command line imports it. */
export const nodeInflate: InflateRaw = Object.assign(inflate, { crc32, utf8 });
