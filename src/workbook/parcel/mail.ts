import PostalMime, { type Attachment, type Email } from "postal-mime";
import { Refused } from "../xlsx/refused";
import type { MailFacts, ParcelLimits, PassedOver } from "./piece";

/** One attachment of a mail. */
export interface Enclosure {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly passedOver: PassedOver | undefined;
}

export interface OpenedMail {
  readonly facts: MailFacts;
  /** In the order of the mail; a mail within is one of them, as .eml. */
  readonly enclosures: readonly Enclosure[];
}

const LINE_FEED = 10;
const HYPHEN = 0x2d;
/** Programs fold base64 at 60, 64, 72 or 76 letters. */
const SHORTEST_BASE64 = 60;
const BASE64 = new Uint8Array(256);
for (const letter of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=\r\n") BASE64[letter.charCodeAt(0)] = 1;
/** What a decoder leaves where bytes are not of the alphabet it expected. */
const REPLACED = "\ufffd";
/** Parts that mail programs add of themselves. */
const ACCESSORY =
  /^(?:application\/(?:x-)?pkcs7-signature|application\/pgp-signature|text\/(?:x-)?vcard|text\/calendar|message\/(?:delivery-status|disposition-notification)|text\/rfc822-headers)$/;

/**
 * Takes a mail apart (RFC 5322, 2045-2047, 2231).
 * @throws Refused where it is over a limit, or the parser gives it up
 */
export async function openMail(bytes: Uint8Array, limits: ParcelLimits): Promise<OpenedMail> {
  checkCosts(bytes, limits);
  const mail = await parse(bytes, limits);
  const names = await namesOf(mail, bytes, limits);
  return {
    facts: factsOf(names.mail),
    enclosures: mail.attachments.map((attachment, index) => ({
      name: nameOf(names.mail.attachments[index]!, index),
      // Never a string: only base64 and utf8 encodings, which are not asked for, give one.
      bytes: new Uint8Array(attachment.content as ArrayBuffer),
      passedOver: passedOverPart(attachment),
    })),
  };
}

/**
 * The parser spends some 1.3 kB and 20 us on a line of text, whatever its length, and next to nothing on one of base64; more on a part.
 * A line that only looks like base64 costs as much as text, but has to be long to do so.
 */
function checkCosts(bytes: Uint8Array, { item, lines, texts, boundaries }: ParcelLimits): void {
  if (bytes.length > item) tooLarge(`a mail of ${bytes.length} bytes`);
  let [line, text, boundary] = [0, 0, 0];
  for (let at = 0; at < bytes.length;) {
    const end = bytes.indexOf(LINE_FEED, at);
    const next = end < 0 ? bytes.length : end + 1;
    if (++line > lines) tooLarge(`a mail of more than ${lines} lines`);
    if (!isBase64(bytes, at, next) && ++text > texts) tooLarge(`a mail of more than ${texts} lines of text`);
    if (bytes[at] === HYPHEN && bytes[at + 1] === HYPHEN && ++boundary > boundaries) tooLarge(`a mail of more than ${boundaries} parts`);
    at = next;
  }
}

/** Whether a line can be one of base64 but the last: long, and of its alphabet and the end of the line only. */
function isBase64(bytes: Uint8Array, at: number, end: number): boolean {
  if (end - at < SHORTEST_BASE64) return false;
  for (let index = at; index < end; index++) if (!BASE64[bytes[index]!]) return false;
  return true;
}

function tooLarge(detail: string): never {
  throw new Refused({ code: "parcel-too-large", detail });
}

/** Mails within are kept whole, so that they are opened one by one and their files keep the way they came. */
async function parse(bytes: Uint8Array, { headers, depth }: ParcelLimits): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, { forceRfc822Attachments: true, maxNestingDepth: depth, maxHeadersSize: headers });
  } catch (error) {
    throw new Refused({ code: "parcel-too-large", detail: error instanceof Error ? error.message : String(error) });
  }
}

/**
 * Older Chinese programs write names as bare GBK bytes, which RFC 5322 has no room for and the parser reads as UTF-8. The names are
 * then taken from a second reading of the mail in GB18030; the contents never, since that would change bytes sent as they are.
 */
async function namesOf(mail: Email, bytes: Uint8Array, limits: ParcelLimits): Promise<{ readonly mail: Email }> {
  const texts = [mail.subject, mail.from?.name, ...mail.attachments.map(({ filename }) => filename)];
  if (!texts.some((text) => text?.includes(REPLACED))) return { mail };
  const again = await parse(new TextEncoder().encode(new TextDecoder("gb18030").decode(bytes)), limits);
  return { mail: again.attachments.length === mail.attachments.length ? again : mail };
}

function nameOf({ filename, mimeType }: Attachment, index: number): string {
  // eslint-disable-next-line no-control-regex
  const name = filename?.replace(/[\u0000-\u001f\u007f]/g, "").trim();
  const ending = mimeType === "message/rfc822" ? ".eml" : "";
  if (!name) return `#${index + 1}${ending}`;
  return name.toLowerCase().endsWith(ending) ? name : name + ending;
}

function passedOverPart({ mimeType, disposition, related, contentId }: Attachment): PassedOver | undefined {
  const shown = related || (disposition !== "attachment" && contentId !== undefined) || disposition === "inline";
  if (mimeType.startsWith("image/") && shown) return "inline-picture";
  return ACCESSORY.test(mimeType) ? "mail-accessory" : undefined;
}

function factsOf(mail: Email): MailFacts {
  const { name = "", address } = mail.from ?? {};
  const from = address ? (name ? `${name} <${address}>` : address) : name;
  return { date: dateOf(mail), from: from || undefined, subject: mail.subject || undefined };
}

/** A date without a time zone would be another moment on another machine. */
function dateOf({ headers }: Email): string | undefined {
  const value = headers.find(({ key }) => key === "date")?.value ?? "";
  const time = /[+-]\d{4}|\b(?:GMT|UTC?|Z)\b/.test(value) ? Date.parse(value) : NaN;
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
