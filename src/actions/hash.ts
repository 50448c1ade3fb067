/** SHA-256 (FIPS 180-4) of some bytes: 32 bytes, or a promise of them. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>;

/** The engine that browsers and Node share. It answers later, which for thousands of short texts takes longer than the hashing. */
export const webSha256: Sha256 = async (bytes) =>
  // A copy where the bytes are part of a larger buffer: an ArrayBuffer of their own is what it takes.
  new Uint8Array(await globalThis.crypto.subtle.digest("SHA-256", new Uint8Array(bytes)));
