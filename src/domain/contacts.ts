import { narrowed } from "./numerals";

/** Longest parts of an address (RFC 5321, 4.5.3.1). */
const LONGEST = { local: 64, address: 254 };
const ADDRESS = /^[\w%+'-]+(?:\.[\w%+'-]+)*@(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,}$/i;

/**
 * The one address that a text is; undefined for anything else: none, several, one with a name, one with line breaks.
 * What this returns can stand behind `To:` as it is.
 */
export function mailAddress(text: string): string | undefined {
  const address = text.trim();
  if (address.length > LONGEST.address || address.indexOf("@") > LONGEST.local) return undefined;
  return ADDRESS.test(address) ? address : undefined;
}

/** The one address that a text is but for full width (＠．。), and characters that nobody sees; undefined where that leaves doubt. */
export function meantAddress(text: string): string | undefined {
  return mailAddress(
    narrowed(text)
      .replace(/。/g, ".")
      .replace(/\p{Cf}/gu, ""),
  );
}

const COUNTRY = String.raw`(?:\((?:\+|00)?86\)|(?:\+|00)?86)[- ]?`;
const MOBILE = String.raw`1[3-9](?:[- ]?\d){9}`;
const EXTENSION = String.raw`(?:(?:-|转|ext\.?)\d{1,6})?`;
/** Behind +86 an area code stands without its 0, or with it in brackets. */
const ABROAD = String.raw`(?:\(?\+86\)?|\(?0086\)?)[- ]?(?:\(0\))?(?:10|2\d|[3-9]\d{2})`;
/** Landlines of 武汉 in examples begin with 0 (027-00000000): numbers nobody has. */
const SAMPLE = String.raw`0\d{2,3}-?0{7,8}${EXTENSION}`;

/** One number or two. @param first what the seven or eight digits behind an area code may begin with */
function numbers(first: string): RegExp {
  const line = String.raw`[- ]?${first}(?:[- ]?\d){6,7}${EXTENSION}`;
  const one = String.raw`(?:(?:${COUNTRY})?(?:${MOBILE}|(?:\(0\d{2,3}\)|0\d{2,3})${line})|${ABROAD}${line}|${SAMPLE})`;
  return new RegExp(`^${one}(?:[、/ ]${one})?$`, "i");
}

const NUMBERS = numbers("[2-9]");
/** 0 is for calls to elsewhere, 1 for services: no line begins with them. */
const NUMBERS_OF_ANY_START = numbers(String.raw`\d`);

/**
 * Whether a text is one or two telephone numbers (between them 、 / or a space): landlines with area code and perhaps an extension, or
 * mobile numbers, with or without +86, as people space and hyphenate them, in full width or not.
 */
export function isPhone(text: string): boolean {
  return NUMBERS.test(plainPhone(text));
}

/** Whether a text would be telephone numbers, if that of a landline began, behind its area code, with another digit than 0 or 1. */
export function landlineStartsWrong(text: string): boolean {
  const plain = plainPhone(text);
  return !NUMBERS.test(plain) && NUMBERS_OF_ANY_START.test(plain);
}

function plainPhone(text: string): string {
  return text
    .replace(/[（）＋－．／０-９]/g, narrowed)
    .replace(/[‐-―−]/g, "-")
    .replace(/\s+/g, " ")
    .replace(/ ?(-|、|\/|转|ext\.?) ?/gi, "$1")
    .trim();
}
