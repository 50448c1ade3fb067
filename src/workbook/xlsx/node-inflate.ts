import * as zlib from "node:zlib";
import type { InflateRaw, InflateTrouble } from "./inflate";

/** One piece of output where the part is of usual size; a file that lies about its size gets no more at once. */
const LARGEST_PIECE = 1 << 20;

function inflate(raw: Uint8Array, maximum: number): Uint8Array | InflateTrouble {
  const allowed = Math.max(1, maximum);
  try {
    const bytes = zlib.inflateRawSync(raw, { maxOutputLength: allowed, chunkSize: Math.min(LARGEST_PIECE, Math.max(64, allowed)) });
    return bytes.length > maximum ? "too-large" : bytes;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE" ? "too-large" : "broken";
  }
}

// zlib.crc32 came with Node 20.15 and 22.2; older ones use the table in crc32.ts.
const { crc32 } = zlib as { readonly crc32?: (bytes: Uint8Array) => number };

/** The engine for Node: zlib, some five times as fast as the one for everywhere. Only the command line imports it. */
export const nodeInflate: InflateRaw = Object.assign(inflate, { crc32 });
