import type { Refusal } from "../../domain/refusal";

export const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const DIRECTORY_ENTRY = 128;
/** Directories of spreadsheets have some ten entries; a hostile chain may run in a circle. */
const MOST_SECTORS = 64;

export function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

/**
 * Tells from the first bytes why a file cannot be an .xlsx package.
 * @returns a refusal, or undefined where the file begins like a zip
 */
export function sniff(bytes: Uint8Array): Refusal | undefined {
  if (startsWith(bytes, [0x50, 0x4b, 3, 4])) return undefined;
  if (startsWith(bytes, COMPOUND_FILE)) return sniffCompoundFile(bytes);
  if (bytes.length === 0) return { code: "empty-file", detail: "no bytes" };
  return { code: "not-a-workbook", detail: "the file does not begin like a zip" };
}

/** An encrypted .xlsx and an old .xls are both compound files ([MS-CFB] 2.6; [MS-OFFCRYPTO] 1.3): the names of their streams tell them apart. */
function sniffCompoundFile(bytes: Uint8Array): Refusal {
  const names = streamNames(bytes);
  if (names.has("EncryptedPackage")) return { code: "encrypted", detail: "a compound file with an EncryptedPackage" };
  if (names.has("Workbook") || names.has("Book")) return { code: "legacy-format", detail: "a compound file with a Workbook stream" };
  return { code: "not-a-workbook", detail: "a compound file of another program" };
}

/** The names in the directory of a compound file, as far as its chain can be followed. */
export function streamNames(bytes: Uint8Array): Set<string> {
  const names = new Set<string>();
  if (bytes.length < 512) return names;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) return names;
  const size = 1 << shift;
  const decoder = new TextDecoder("utf-16le");
  let sector = view.getUint32(48, true);
  for (let count = 0; count < MOST_SECTORS; count++) {
    const start = (sector + 1) * size;
    if (start + size > bytes.length) break;
    for (let at = start; at < start + size; at += DIRECTORY_ENTRY) {
      const length = Math.min(64, view.getUint16(at + 64, true));
      if (length >= 2) names.add(decoder.decode(bytes.subarray(at, at + length - 2)));
    }
    sector = nextSector(view, sector, size);
  }
  return names;
}

/** Follows the allocation table, as far as the 109 sectors named in the header reach. A sector past the file ends the chain. */
function nextSector(view: DataView, sector: number, size: number): number {
  const END_OF_CHAIN = 0xfffffffe;
  const perSector = size / 4;
  const table = Math.floor(sector / perSector);
  if (table >= 109) return END_OF_CHAIN;
  const at = (view.getUint32(76 + table * 4, true) + 1) * size + (sector % perSector) * 4;
  return at + 4 > view.byteLength ? END_OF_CHAIN : view.getUint32(at, true);
}
