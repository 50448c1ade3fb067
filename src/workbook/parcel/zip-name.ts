import { crc32 } from "../xlsx/crc32";
import type { ReadName } from "../xlsx/zip";
import { extraField } from "./zip-extra";

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
  const field = extraField(extra, UNICODE_PATH);
  if (!field || field.length < 6 || field[0] !== 1) return undefined;
  const crc = new DataView(field.buffer, field.byteOffset, field.length).getUint32(1, true);
  return crc === crc32(name) ? field.subarray(5) : undefined;
}
