import { Inflate } from "fflate";
import type { PartText } from "./xml-text";

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
  /** A way to walk UTF-8 without decoding all of it, where the engine has one; undefined where the bytes are no UTF-8. */
  readonly utf8?: (bytes: Uint8Array) => PartText | undefined;
}

/** Small enough that a bomb (1:1032 at most) makes 4 MB before it is stopped. */
const STEP = 4_096;

/** The engine for everywhere: fflate, fed in small steps so that a bomb is stopped while it unfolds. */
export function inflateWithFflate(raw: Uint8Array, maximum: number): Uint8Array | InflateTrouble {
  // Pages that are never written to cost nothing, so the declared size may be taken at its word here.
  const bytes = new Uint8Array(maximum);
  let length = 0;
  let finished = false;
  const engine = new Inflate((piece, final) => {
    if (length + piece.length <= maximum) bytes.set(piece, length);
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
  return finished ? bytes.subarray(0, length) : "broken";
}
