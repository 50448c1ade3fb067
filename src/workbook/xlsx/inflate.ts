import { Inflate, inflateSync } from "fflate";
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

/** A stream of at most this many bytes cannot make more than 66 MB (1:1032 at most), whatever it is. */
const SHORT = 1 << 16;
/** A longer one is fed in steps that make 1 MB at most before it is stopped. */
const STEP = 1_024;

/** The engine for everywhere: fflate. A bomb is stopped while it unfolds. */
export function inflateWithFflate(raw: Uint8Array, maximum: number): Uint8Array | InflateTrouble {
  if (!raw.length) return "broken";
  try {
    return raw.length > SHORT ? inflateLong(raw, maximum) : inflateShort(raw, maximum);
  } catch (error) {
    // A stored block (RFC 1951, 3.2.4) beyond the end is the one thing the engine does not drop.
    return error instanceof RangeError ? "too-large" : "broken";
  }
}

/** At one go into the one place it will be: the copies that steps need would cost as much memory again. */
function inflateShort(raw: Uint8Array, maximum: number): Uint8Array | InflateTrouble {
  // The engine drops what does not fit; one byte more than allowed shows that something did not.
  const bytes = inflateSync(raw, { out: new Uint8Array(maximum + 1) });
  return bytes.length > maximum ? "too-large" : bytes;
}

function inflateLong(raw: Uint8Array, maximum: number): Uint8Array | InflateTrouble {
  // Pages that are never written to cost nothing, so the declared size may be taken at its word here.
  const bytes = new Uint8Array(maximum);
  let length = 0;
  let finished = false;
  const engine = new Inflate((piece, final) => {
    if (length + piece.length <= maximum) bytes.set(piece, length);
    length += piece.length;
    finished = final;
  });
  for (let at = 0; at < raw.length && length <= maximum; at += STEP) {
    engine.push(raw.subarray(at, at + STEP), at + STEP >= raw.length);
  }
  if (length > maximum) return "too-large";
  return finished ? bytes.subarray(0, length) : "broken";
}
