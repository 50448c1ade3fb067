import * as zlib from "node:zlib";
import type { DeflatePieces } from "./zip-write";

// zlib.crc32 came with Node 20.15 and 22.2; older ones use the table in crc32.ts.
const { crc32 } = zlib as { readonly crc32?: (bytes: Uint8Array, before: number) => number };

/** Half the time of level 5, for a sixth more bytes: a summary of thousands of files is made of little but deflating. */
const LEVEL = 2;

/** A piece ends on a whole byte and leaves its stream open (Z_SYNC_FLUSH), so that the next may follow it. */
function deflate(bytes: Uint8Array, last: boolean): Uint8Array {
  return zlib.deflateRawSync(bytes, { level: LEVEL, finishFlush: last ? zlib.constants.Z_FINISH : zlib.constants.Z_SYNC_FLUSH });
}

/** The engine for Node: zlib, several times as fast as the one for everywhere. Its bytes are those of one release of Node. */
export const nodeDeflate: DeflatePieces = Object.assign(deflate, { crc32 });
