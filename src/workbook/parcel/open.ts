import type { PassedOver } from "../../domain/consolidation";
import type { Refusal } from "../../domain/refusal";
import { refuse } from "../../domain/result";
import { uniqueNames } from "../../domain/unique-names";
import { inflateWithFflate, type InflateRaw } from "../xlsx/inflate";
import { Meter } from "../xlsx/limits";
import { guarded } from "../xlsx/read";
import { Refused } from "../xlsx/refused";
import { inflateEntry, readEntries, type ZipEntry } from "../xlsx/zip";
import { kindOf } from "./kind";
import { openMail } from "./mail";
import { passedOver } from "./pass-over";
import { directoryLimits, PARCEL_LIMITS, type MailFacts, type ParcelLimits, type ParcelPiece } from "./piece";
import { readName } from "./zip-name";
import { entryTime } from "./zip-time";

export interface OpenParcelOptions {
  /** The inflate engine; fflate where absent. */
  readonly inflate?: InflateRaw;
  /** Limits other than the usual ones. */
  readonly limits?: Partial<ParcelLimits>;
}

type Pieces = AsyncGenerator<ParcelPiece, void, undefined>;

/** Where in the parcel we are. */
interface Place {
  readonly path: readonly string[];
  readonly mail: MailFacts | undefined;
  /** When the zip's entry around was changed. */
  readonly changed: string | undefined;
  readonly zips: number;
  readonly mails: number;
}

/** What opening this parcel has cost so far. */
interface Opening {
  readonly limits: ParcelLimits;
  readonly inflate: InflateRaw;
  readonly meter: Meter;
  pieces: number;
}

/**
 * Unpacks a file as it came (a form, a zip, a mail, and one in the other) into what people put in, one piece at a time: the next is
 * only inflated when it is asked for. Never throws, whatever the bytes. An .xlsx is told from a plain zip by its contents.
 * @param name the name of the file
 * @param bytes the file
 * @returns files for their own reader, what was refused and why, and what was passed over; leaving the loop early is a cancel
 */
export async function* openParcel(name: string, bytes: Uint8Array, options: OpenParcelOptions = {}): Pieces {
  const limits = { ...PARCEL_LIMITS, ...options.limits };
  const meter = new Meter({ part: limits.item, total: limits.total, entries: limits.entries });
  const opening: Opening = { limits, inflate: options.inflate ?? inflateWithFflate, meter, pieces: 0 };
  const top: Place = { path: [name], mail: undefined, changed: undefined, zips: 0, mails: 0 };
  // Whoever chooses all files of a folder chooses locks and leavings along with them. The folder itself is chosen on purpose.
  const why = passedOver(name.split(/[/\\]/).at(-1)!);
  if (why) return yield { ...placed(top), kind: "passed-over", reason: why };
  for await (const piece of open(bytes, top, opening)) {
    if (++opening.pieces > limits.pieces) {
      yield refused(top, { code: "parcel-too-large", detail: `more than ${limits.pieces} pieces` });
      return;
    }
    yield piece;
  }
}

/** Opens whatever some bytes are. */
async function* open(bytes: Uint8Array, place: Place, opening: Opening): Pieces {
  const kind = kindOf(place.path.at(-1)!, bytes, opening.limits);
  switch (kind.is) {
    case "file":
      yield { ...placed(place), kind: "file", bytes };
      return;
    case "archive":
      yield refused(place, { code: "archive-format", detail: "begins like it", format: kind.format }, bytes);
      return;
    case "outlook":
      yield refused(place, { code: "outlook-message", detail: "a compound file of Outlook, or TNEF" }, bytes);
      return;
    case "encrypted-mail":
      yield refused(place, { code: "mail-encrypted", detail: "enveloped data of S/MIME, or OpenPGP" }, bytes);
      return;
    case "signed-mail":
      yield refused(place, { code: "mail-signed", detail: "signed data of S/MIME" }, bytes);
      return;
    case "zip":
      if (place.zips >= opening.limits.zips) yield refused(place, { code: "parcel-nested", detail: `more than ${place.zips} zips` }, bytes);
      else yield* openZip(bytes, { ...place, zips: place.zips + 1 }, opening);
      return;
    case "mail":
      if (place.mails >= opening.limits.mails)
        yield refused(place, { code: "parcel-nested", detail: `more than ${place.mails} mails` }, bytes);
      else yield* unfoldMail(bytes, { ...place, mails: place.mails + 1 }, opening);
  }
}

async function* openZip(bytes: Uint8Array, place: Place, opening: Opening): Pieces {
  const { limits, inflate, meter } = opening;
  const directory = guarded(() => {
    if (bytes.length > limits.zip) throw new Refused({ code: "too-large", detail: `a zip of ${bytes.length} bytes` });
    return readEntries(bytes, new Meter(directoryLimits(limits)), readName);
  });
  if (!directory.ok) return yield refused(place, ofParcel(directory.error), bytes);
  const locked = lockOf(directory.value);
  if (locked) return yield refused(place, ofParcel(locked), bytes);
  let files = 0;
  // Two entries may have one name, or names that differ in case alone.
  const unique = uniqueNames();
  for (const entry of directory.value) {
    const name = unique(entry.name.replace(/\p{Cc}/gu, "\ufffd"));
    const within = { ...place, path: [...place.path, name], changed: entryTime(entry) ?? place.changed };
    const reason = setAside(entry);
    if (reason) {
      yield { ...placed(within), kind: "passed-over", reason };
      continue;
    }
    files++;
    const content = entry.trouble ? refuse(entry.trouble) : guarded(() => inflateEntry(entry, inflate, meter));
    if (content.ok) yield* open(content.value, within, opening);
    else yield refused(within, ofParcel(content.error));
  }
  if (files === 0) yield refused(place, { code: "archive-empty", detail: `${directory.value.length} entries, no file` }, bytes);
}

/** Why an entry of a zip is passed over. A name may end like a folder's and still hold a file. */
function setAside({ name, size }: ZipEntry): PassedOver | undefined {
  return size === 0 && /[/\\]$/.test(name) ? "folder" : passedOver(name);
}

/** Where all files of a zip are encrypted: then the zip is, and is told once. */
function lockOf(entries: readonly ZipEntry[]): Refusal | undefined {
  const files = entries.filter((entry) => !setAside(entry));
  return files.every(({ trouble }) => trouble?.code === "encrypted") ? files[0]?.trouble : undefined;
}

async function* unfoldMail(bytes: Uint8Array, place: Place, opening: Opening): Pieces {
  let opened;
  try {
    opened = await openMail(bytes, opening.limits);
  } catch (error) {
    // What the parser did not foresee is damage too.
    const refusal: Refusal = error instanceof Refused ? error.refusal : { code: "parcel-damaged", detail: `unforeseen: ${String(error)}` };
    return yield refused(place, refusal, bytes);
  }
  const { facts, enclosures, hollow, cloud, draft } = opened;
  const inside = { ...place, mail: facts, changed: facts.date ?? place.changed };
  let files = hollow;
  // Two attachments may have one name; where they came from must still be told apart.
  const unique = uniqueNames();
  for (const { name, bytes: content, passedOver: reason } of enclosures) {
    const within = { ...inside, path: [...place.path, unique(name)] };
    const why = reason ?? passedOver(name);
    if (why) {
      yield { ...placed(within), kind: "passed-over", reason: why };
      continue;
    }
    files++;
    yield* open(content, within, opening);
  }
  for (let count = 1; count <= hollow; count++) {
    const path = [...place.path, unique(`#${enclosures.length + count}`)];
    yield refused({ ...inside, path }, { code: "parcel-damaged", detail: "parts without their boundary" });
  }
  if (cloud && files > 0) yield { ...placed(inside), kind: "passed-over", reason: "cloud-link" };
  if (files === 0 && draft) yield { ...placed(inside), kind: "passed-over", reason: "unsent-draft" };
  else if (files === 0)
    yield refused(inside, { code: cloud ? "mail-cloud-only" : "mail-empty", detail: `${enclosures.length} parts, no file` }, bytes);
}

function placed({ path, mail, changed }: Place): Pick<ParcelPiece, "path" | "mail" | "received"> {
  return { path, mail, received: mail?.date ?? changed };
}

function refused(place: Place, refusal: Refusal, bytes?: Uint8Array): ParcelPiece {
  return { ...placed(place), kind: "refused", refusal, ...(bytes ? { bytes } : {}) };
}

/** The zip reader speaks of workbooks; the same trouble in a parcel has other cures. */
function ofParcel({ code, detail }: Refusal): Refusal {
  if (code === "encrypted") return { code: "parcel-encrypted", detail };
  if (code === "too-large") return { code: "parcel-too-large", detail };
  return { code: code === "parcel-entry-name" ? code : "parcel-damaged", detail };
}
