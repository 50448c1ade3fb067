import { guarded } from "../xlsx/read";
import { ARCHIVES, COMPOUND_FILE, EMPTY_ZIP, isMail, isOutlookMessage, PARTS_OF_PACKAGES, startsWith, streamNames } from "../xlsx/sniff";
import { Meter } from "../xlsx/limits";
import { partKey, readEntries } from "../xlsx/zip";
import { directoryLimits, type ParcelLimits } from "./piece";

/** What some bytes are. Anything that is no parcel is a file, which its reader takes or refuses. */
export type Kind =
  | { readonly is: "file" | "zip" | "mail" | "outlook" | "encrypted-mail" | "signed-mail" }
  /** An archive we cannot open, by the name its users know. */
  | { readonly is: "archive"; readonly format: string };

const ZIP = [0x50, 0x4b, 3, 4];
/** TNEF ([MS-OXTNEF] 2.1.3): the winmail.dat in which Outlook hides attachments. */
const TNEF = [0x78, 0x9f, 0x3e, 0x22];
/** Parts that only a package has. */
const OF_PACKAGES: ReadonlySet<string> = new Set(["[Content_Types].xml", ...PARTS_OF_PACKAGES].map(partKey));
const PGP = [...new TextEncoder().encode("-----BEGIN PGP MESSAGE-----")];
/** 1.2.840.113549.1.7 without its last number: 2 is signed, 3 enveloped (RFC 5652, 5.1 and 6.1). */
const PKCS7 = [0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07];
/** 1.2.840.113549.1.9.16.1.23, enveloped and authenticated (RFC 5083, 2.1). */
const AUTHENTICATED = [0x06, 0x0b, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x10, 0x01, 0x17];

/** Tells by contents what some bytes are; a name only decides where contents do not. */
export function kindOf(name: string, bytes: Uint8Array, limits: ParcelLimits): Kind {
  const ending = /\.[^.]*$/.exec(name)?.[0].toLowerCase();
  if (startsWith(bytes, ZIP)) return { is: (isPackage(bytes, limits) ?? ending !== ".zip") ? "file" : "zip" };
  if (startsWith(bytes, EMPTY_ZIP)) return { is: "zip" };
  const archive = ARCHIVES.find(([, start]) => startsWith(bytes, start));
  if (archive) return { is: "archive", format: archive[0] };
  if (startsWith(bytes, TNEF)) return { is: "outlook" };
  const sealed = sealedMail(bytes);
  if (sealed) return { is: sealed };
  if (startsWith(bytes, COMPOUND_FILE)) return { is: isOutlook(bytes, ending) ? "outlook" : "file" };
  return { is: ending === ".eml" || isMail(bytes) ? "mail" : "file" };
}

/** Whether some bytes begin like a workbook, or like what files are packed in: no text does. */
export function beginsLikeFile(bytes: Uint8Array): boolean {
  return [ZIP, EMPTY_ZIP, TNEF, COMPOUND_FILE, ...ARCHIVES.map(([, start]) => start)].some((start) => startsWith(bytes, start));
}

/** A whole mail in a CMS message (S/MIME, RFC 8551) or an OpenPGP one: what is in it only a mail program with the key can tell. */
function sealedMail(bytes: Uint8Array): "encrypted-mail" | "signed-mail" | undefined {
  if (startsWith(bytes, PGP)) return "encrypted-mail";
  if (bytes[0] !== 0x30) return undefined;
  // The length of the outer sequence takes one byte, or says in how many it follows (X.690, 8.1.3).
  const length = bytes[1]!;
  const content = bytes.subarray(length > 0x80 ? 2 + (length & 0x7f) : 2);
  if (startsWith(content, AUTHENTICATED)) return "encrypted-mail";
  if (!startsWith(content, PKCS7)) return undefined;
  return content[PKCS7.length] === 2 ? "signed-mail" : "encrypted-mail";
}

/** Whether a zip is a document of some program. Undefined where its directory cannot be read: then only the name can tell. */
function isPackage(bytes: Uint8Array, limits: ParcelLimits): boolean | undefined {
  const entries = guarded(() => readEntries(bytes, new Meter(directoryLimits(limits))));
  return entries.ok ? entries.value.some(({ name }) => OF_PACKAGES.has(partKey(name))) : undefined;
}

function isOutlook(bytes: Uint8Array, ending: string | undefined): boolean {
  return ending === ".msg" || isOutlookMessage(streamNames(bytes));
}
