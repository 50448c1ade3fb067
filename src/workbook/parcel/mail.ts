import type { PassedOver } from "../../domain/consolidation";
import type { Attachment, Email } from "postal-mime";
import { Refused } from "../xlsx/refused";
import { leadsToCloud } from "./cloud-link";
import { beginsLikeFile } from "./kind";
import { checkCosts } from "./mail-costs";
import { MailParser } from "./mail-parser";
import type { MailFacts, ParcelLimits } from "./piece";

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
  /** Containers of parts that hold something nobody can tell apart. */
  readonly hollow: number;
  /** Whether its text leads to a file in a cloud. */
  readonly cloud: boolean;
  /** Whether it is a draft: marked as not sent, and of nobody. */
  readonly draft: boolean;
}

/** What a decoder leaves where bytes are not of the alphabet it expected. */
const REPLACED = "\ufffd";
/** Parts that mail programs add of themselves. */
const ACCESSORY =
  /^(?:application\/(?:x-)?pkcs7-signature|application\/pgp-signature|application\/pgp-encrypted|text\/(?:x-)?vcard|text\/calendar|message\/(?:delivery-status|disposition-notification)|text\/rfc822-headers)$/;

/**
 * Takes a mail apart (RFC 5322, 2045-2047, 2231).
 * @throws Refused where it is over a limit, or the parser gives it up
 */
export async function openMail(bytes: Uint8Array, limits: ParcelLimits): Promise<OpenedMail> {
  checkCosts(bytes, limits);
  const { mail, hollow } = await parse(bytes, limits);
  const names = await namesOf(mail, bytes, limits);
  return {
    facts: factsOf(names),
    enclosures: mail.attachments.map((attachment, index) => {
      // Never a string: only base64 and utf8 encodings, which are not asked for, give one.
      const content = new Uint8Array(attachment.content as ArrayBuffer);
      const name = nameOf(names.attachments[index]!, index);
      return { name, bytes: content, passedOver: beginsLikeFile(content) ? undefined : passedOverPart(attachment, name) };
    }),
    hollow,
    draft: !mail.from?.address && mail.headers.some(({ key, value }) => key === "x-unsent" && value.trim() === "1"),
    cloud: leadsToCloud(mail.text ?? "") || leadsToCloud(mail.html ?? ""),
  };
}

/** Mails within are kept whole, so that they are opened one by one and their files keep the way they came. */
async function parse(bytes: Uint8Array, { headers, depth }: ParcelLimits): Promise<{ readonly mail: Email; readonly hollow: number }> {
  try {
    const parser = new MailParser({ forceRfc822Attachments: true, maxNestingDepth: depth, maxHeadersSize: headers });
    const mail = await parser.parse(bytes);
    return { mail, hollow: parser.hollow };
  } catch (error) {
    throw new Refused({ code: "parcel-too-large", detail: error instanceof Error ? error.message : String(error) });
  }
}

/**
 * Older Chinese programs write names as bare GBK bytes, which RFC 5322 has no room for and the parser reads as UTF-8. The names are
 * then taken from a second reading of the mail in GB18030; the contents never, since that would change bytes sent as they are.
 */
async function namesOf(mail: Email, bytes: Uint8Array, limits: ParcelLimits): Promise<Email> {
  const texts = [mail.subject, mail.from?.name, ...mail.attachments.map(({ filename }) => filename)];
  if (!texts.some((text) => text?.includes(REPLACED))) return mail;
  const { mail: again } = await parse(new TextEncoder().encode(new TextDecoder("gb18030").decode(bytes)), limits);
  return again.attachments.length === mail.attachments.length ? again : mail;
}

function nameOf({ filename, mimeType }: Attachment, index: number): string {
  // eslint-disable-next-line no-control-regex
  const name = filename?.replace(/[\u0000-\u001f\u007f]/g, "").trim();
  const ending = mimeType === "message/rfc822" ? ".eml" : "";
  if (!name) return `#${index + 1}${ending}`;
  return name.toLowerCase().endsWith(ending) ? name : name + ending;
}

function passedOverPart({ mimeType, disposition, related, contentId }: Attachment, name: string): PassedOver | undefined {
  const shown = related || (disposition !== "attachment" && contentId !== undefined) || disposition === "inline";
  if (mimeType.startsWith("image/") && shown) return "inline-picture";
  if (/^text\/(?:plain|html)$/.test(mimeType) && disposition !== "attachment" && /\.(?:txt|html?)$/i.test(name)) return "mail-text";
  return ACCESSORY.test(mimeType) ? "mail-accessory" : undefined;
}

function factsOf(mail: Email): MailFacts {
  const { name = "", address } = mail.from ?? {};
  const from = address ? (name ? `${name} <${address}>` : address) : name;
  return { date: dateOf(mail), from: from || undefined, subject: mail.subject || undefined };
}

/** When a mail was sent, by its own date, else when it last came in (RFC 5321, 4.4: the topmost trace). */
function dateOf({ headers }: Email): string | undefined {
  const said = headers.find(({ key }) => key === "date")?.value;
  const received = headers.find(({ key }) => key === "received")?.value;
  return momentOf(said) ?? momentOf(received?.slice(received.lastIndexOf(";") + 1));
}

/** A date without a time zone would be another moment on another machine. */
function momentOf(date = ""): string | undefined {
  const time = /[+-]\d{4}|\b(?:GMT|UTC?|Z)\b/.test(date) ? Date.parse(date) : NaN;
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
