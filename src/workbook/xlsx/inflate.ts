import { Inflate } from "fflate";

/** Why an engine gave no bytes: more came out than was allowed, or the stream itself is wrong. */
export type InflateTrouble = "too-large" | "broken";

/**
 * An inflate engine (RFC 1951, raw stream).
 * It must stop as soon as more than `maximum` bytes have come out.
 */
export interface InflateRaw {
  (raw: Uint8Array, maximum: number): Uint8Array | InflateTrouble;
  /** A check sum quicker than ours, where the engine has one. */
  readonly crc32?: (bytes: Uint8Array) => number;
}

/** Small enough that a bomb (1:1032 at most) makes 16 MB before it is stopped. */
const STEP = 16_384;

/** The engine for everywhere: fflate, fed in small steps so that a bomb is stopped while it unfolds. */
export function inflateWithFflate(raw: Uint8Array, maximum: number): Uint8Array | InflateTrouble {
  const pieces: Uint8Array[] = [];
  let length = 0;
  let finished = false;
  const engine = new Inflate((piece, final) => {
    pieces.push(piece);
    length += piece.length;
    finished = final;
  });
  try {
    for (let at = 0; at < raw.length && length <= maximum; at += STEP) {
      engine.push(raw.subarray(at, at + STEP), at + STEP >= raw.length);
    }
  } catch {
    return "broken";
  }
  if (length > maximum) return "too-large";
  return finished ? join(pieces, length) : "broken";
}

function join(pieces: readonly Uint8Array[], length: number): Uint8Array {
  if (pieces.length === 1) return pieces[0]!;
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
