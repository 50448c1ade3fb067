import { crc32 } from "../xlsx/crc32";
import type { ReadName } from "../xlsx/zip";

const UNICODE_PATH = 0x7075;
const UTF8 = new TextDecoder();
const STRICT_UTF8 = new TextDecoder("utf-8", { fatal: true });
const GB18030 = new TextDecoder("gb18030");

/**
 * Reads the name of a zip entry as its writer meant it. Windows and WinRAR in China write GBK without saying so; macOS writes UTF-8
 * without saying so; some write both (APPNOTE 4.6.9). Bytes that are valid UTF-8 are hardly ever meant as GBK.
 */
export const readName: ReadName = (bytes, utf8, extra) => {
  if (utf8) return UTF8.decode(bytes);
  const beside = unicodePath(bytes, extra);
  if (beside) return UTF8.decode(beside);
  try {
    return STRICT_UTF8.decode(bytes);
  } catch {
    return GB18030.decode(bytes);
  }
};

/** The name in UTF-8 that Info-ZIP and WinRAR put beside the other one, if it belongs to it. */
function unicodePath(name: Uint8Array, extra: Uint8Array): Uint8Array | undefined {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.byteLength);
  for (let at = 0; at + 4 <= extra.length;) {
    const [id, length] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    const content = at + 4;
    if (id === UNICODE_PATH && length > 5 && content + length <= extra.length && view.getUint8(content) === 1)
      return view.getUint32(content + 1, true) === crc32(name) ? extra.subarray(content + 5, content + length) : undefined;
    at = content + length;
  }
  return undefined;
}
