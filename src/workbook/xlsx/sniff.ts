import type { Refusal } from "../../domain/refusal";

export const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
export const EMPTY_ZIP = [0x50, 0x4b, 5, 6];
/** Archives that are no zip, by the name their users know. */
export const ARCHIVES: readonly (readonly [format: string, start: readonly number[]])[] = [
  ["RAR", [0x52, 0x61, 0x72, 0x21, 0x1a, 7]],
  ["7z", [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ["gzip", [0x1f, 0x8b, 8]],
];
/** Parts that only a package of OpenDocument (ODF 1.2, part 3), of Apple or of OFD (GB/T 33190-2016, 7.1) has. */
export const PARTS_OF_PACKAGES: readonly string[] = ["mimetype", "Index/Document.iwa", "OFD.xml"];
/** Headers that stand in every mail, or in every draft; one within the first lines is enough beside the shape of a header. */
const MAIL_HEADER = /^(?:received|return-path|from|date|subject|mime-version|x-unsent|message-id):/im;
const HEAD = 4_096;

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
  if (startsWith(bytes, EMPTY_ZIP) || ARCHIVES.some(([, start]) => startsWith(bytes, start)))
    return { code: "packed", detail: "the file begins like an archive" };
  if (isMail(bytes)) return { code: "packed", detail: "the file begins like a mail" };
  return { code: "not-a-workbook", detail: "the file does not begin like a zip" };
}

/** A mail begins with header lines and says who sent it, or when. */
export function isMail(bytes: Uint8Array): boolean {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, HEAD));
  const headers = head.split(/\r?\n\r?\n/, 1)[0]!;
  const lines = headers.split(/\r?\n/);
  // The last line may be cut in the middle.
  const whole = headers.length === head.length ? lines.slice(0, -1) : lines;
  return (
    whole.length > 0 &&
    MAIL_HEADER.test(headers) &&
    whole.every((line, index) => /^[!-9;-~]+:/.test(line) || (index > 0 && /^[ \t]/.test(line)))
  );
}

/** An encrypted .xlsx and an old .xls are both compound files ([MS-CFB] 2.6; [MS-OFFCRYPTO] 1.3): the names of their streams tell them apart. */
function sniffCompoundFile(bytes: Uint8Array): Refusal {
  const names = streamNames(bytes);
  if (names.has("EncryptedPackage")) return { code: "encrypted", detail: "a compound file with an EncryptedPackage" };
  if (isOutlookMessage(names)) return { code: "packed", detail: "a compound file of Outlook" };
  if (names.has("Workbook") || names.has("Book")) return { code: "legacy-format", detail: "a compound file with a Workbook stream" };
  return { code: "not-a-workbook", detail: "a compound file of another program" };
}

/** A saved Outlook message is a compound file with streams of properties ([MS-OXMSG] 2.2). */
export function isOutlookMessage(streams: ReadonlySet<string>): boolean {
  return [...streams].some((stream) => /^__(?:properties|nameid)_version1\.0$/.test(stream));
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
