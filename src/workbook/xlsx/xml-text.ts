import { damaged, shown } from "./refused";

const UTF8 = new TextDecoder("utf-8", { fatal: true });
const NAMED = new Map([
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
]);

const [G, L, T, SEMICOLON] = [0x67, 0x6c, 0x74, 0x3b];

/** A part to walk through: markup is found in `text`, and what it holds is taken by `piece`. */
export interface PartText {
  /** Its characters; where an engine walks the bytes, one character each. */
  readonly text: string;
  readonly kind: "bytes" | "characters";
  /** The characters between two offsets of `text`. */
  piece(from: number, to: number): string;
}

/** A part as plain characters. */
export function plainText(text: string): PartText {
  return { text, kind: "characters", piece: (from, to) => text.slice(from, to) };
}

/** The encoding of a part: its byte order mark, or how its first `<` lies (XML 1.0 appendix F). */
function encodingOf(bytes: Uint8Array): "utf-8" | "utf-16le" | "utf-16be" {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return "utf-16be";
  return "utf-8";
}

/** A part to be read only: an engine that can walk its bytes does. @throws Refused where the bytes are no text */
export function walkPart(bytes: Uint8Array, name: string, utf8: ((bytes: Uint8Array) => PartText | undefined) | undefined): PartText {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const walked = encodingOf(bytes) === "utf-8" ? utf8?.(marked ? bytes.subarray(3) : bytes) : undefined;
  return walked ?? plainText(decodePart(bytes, name));
}

/**
 * The text of an XML part, UTF-8 or UTF-16.
 * @throws Refused where the bytes are no text
 */
export function decodePart(bytes: Uint8Array, name: string): string {
  const encoding = encodingOf(bytes);
  try {
    return (encoding === "utf-8" ? UTF8 : new TextDecoder(encoding, { fatal: true })).decode(bytes);
  } catch {
    return damaged(`${shown(name)} is not in ${encoding}`);
  }
}

/** Replaces the references of XML 1.0 (4.1, 4.6). @throws Refused for entities: only a DTD could define them */
export function unescapeXml(text: string): string {
  let at = text.indexOf("&");
  if (at < 0) return text;
  let result = "";
  let from = 0;
  while (at >= 0) {
    // Formulas are full of comparisons: those two are told by their letters, without taking the name out.
    const first = text.charCodeAt(at + 1);
    if ((first === G || first === L) && text.charCodeAt(at + 2) === T && text.charCodeAt(at + 3) === SEMICOLON) {
      result += text.slice(from, at) + (first === G ? ">" : "<");
      from = at + 4;
    } else {
      const end = text.indexOf(";", at);
      if (end < 0 || end - at > 12) damaged(`a bare & in ${shown(text)}`);
      result += text.slice(from, at) + referenced(text.slice(at + 1, end));
      from = end + 1;
    }
    at = text.indexOf("&", from);
  }
  return result + text.slice(from);
}

function referenced(name: string): string {
  const named = NAMED.get(name);
  if (named !== undefined) return named;
  const digits = /^#(?:x([0-9A-Fa-f]{1,6})|([0-9]{1,7}))$/.exec(name);
  if (!digits) return damaged(`the entity &${shown(name)};`);
  const code = digits[1] === undefined ? Number(digits[2]) : parseInt(digits[1], 16);
  const legal = code >= 0x20 ? (code < 0xd800 || code > 0xdfff) && code <= 0x10ffff : code === 9 || code === 10 || code === 13;
  return legal ? String.fromCodePoint(code) : damaged(`the character reference &${name};`);
}

/** Reads the `_xHHHH_` escapes of an ST_Xstring (ECMA-376 part 1, 22.9.2.19). */
export function fromXstring(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, digits: string) => String.fromCharCode(parseInt(digits, 16)));
}

/**
 * A copy that does not keep the whole part alive: engines make long pieces of a string as windows into it,
 * so a handful of texts would hold on to megabytes of markup.
 */
export function detach(text: string): string {
  return text.length < 13 ? text : ` ${text}`.slice(1);
}
