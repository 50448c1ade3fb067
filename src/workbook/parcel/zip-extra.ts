/**
 * One extra field of a zip entry (APPNOTE 4.5).
 * @returns its content; undefined where it is absent or cut short
 */
export function extraField(extra: Uint8Array, wanted: number): Uint8Array | undefined {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength);
  for (let at = 0; at + 4 <= extra.length;) {
    const content = at + 4;
    const end = content + view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === wanted) return end <= extra.length ? extra.subarray(content, end) : undefined;
    at = end;
  }
  return undefined;
}
