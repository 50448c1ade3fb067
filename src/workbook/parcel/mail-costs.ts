import { Refused } from "../xlsx/refused";
import type { ParcelLimits } from "./piece";

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const HYPHEN = 0x2d;
const PADDING = 0x3d;
/** Programs fold base64 at 60, 64, 72 or 76 letters. */
const SHORTEST_BASE64 = 60;
const LATIN = new TextDecoder("latin1");

/**
 * The parser spends some 1.3 kB and 20 us on a line of text, whatever its length, and next to nothing on one of a part in base64 but
 * the short ones. There each padding ends a piece of its own, which costs as much as a line; a part costs more.
 * @throws Refused where a mail would cost more than the limits allow
 */
export function checkCosts(bytes: Uint8Array, { item, lines, texts, boundaries }: ParcelLimits): void {
  if (bytes.length > item) tooLarge(`a mail of ${bytes.length} bytes`);
  const parts = new Parts();
  let [line, text, boundary, padding] = [0, 0, 0, -1];
  for (let at = 0; at < bytes.length;) {
    const next = Math.min(placeOf(LINE_FEED, bytes, at) + 1, bytes.length);
    if (++line > lines) tooLarge(`a mail of more than ${lines} lines`);
    const inBase64 = parts.inBase64(bytes, at, next);
    if (!inBase64 || next - at < SHORTEST_BASE64) text++;
    // The next one is looked for once, however many lines are before it.
    if (inBase64 && padding < at) padding = placeOf(PADDING, bytes, at);
    for (; inBase64 && padding < next && text <= texts; padding = placeOf(PADDING, bytes, padding + 1)) text++;
    if (text > texts) tooLarge(`a mail of more than ${texts} lines of text`);
    if (bytes[at] === HYPHEN && bytes[at + 1] === HYPHEN && ++boundary > boundaries) tooLarge(`a mail of more than ${boundaries} parts`);
    at = next;
  }
}

/** Where a byte stands next; at the end where it does not. */
function placeOf(byte: number, bytes: Uint8Array, from: number): number {
  const at = bytes.indexOf(byte, from);
  return at < 0 ? bytes.length : at;
}

function tooLarge(detail: string): never {
  throw new Refused({ code: "parcel-too-large", detail });
}

/** Follows the parts of a mail line by line, as the parser does (RFC 2045, RFC 2046): only their headers say what is base64. */
class Parts {
  /** Lines of the headers that are being read; undefined in a body. */
  private head: string[] | undefined = [];
  private base64 = false;
  private readonly boundaries = new Set<string>();

  /** Takes the next line. @returns whether it stands in a body of base64 */
  inBase64(bytes: Uint8Array, at: number, next: number): boolean {
    const dashes = bytes[at] === HYPHEN && bytes[at + 1] === HYPHEN;
    if (!dashes && !this.head) return this.base64;
    let end = next;
    while (end > at && (bytes[end - 1] === LINE_FEED || bytes[end - 1] === CARRIAGE_RETURN)) end--;
    const line = LATIN.decode(bytes.subarray(at, end));
    if (dashes && this.between(line.slice(2).trimEnd())) return false;
    if (!this.head) return this.base64;
    if (line === "") this.endHead(this.head);
    else this.head.push(line);
    return false;
  }

  /** @returns whether the line parts what is before it from what comes */
  private between(line: string): boolean {
    const last = line.endsWith("--") && this.boundaries.has(line.slice(0, -2));
    if (!last && !this.boundaries.has(line)) return false;
    [this.head, this.base64] = [last ? undefined : [], false];
    return true;
  }

  private endHead(head: readonly string[]): void {
    const lines = head.join("\n").replace(/\n[ \t]+/g, " ").split("\n"); // prettier-ignore
    // Of several headers of one name the first counts.
    const of = (name: string): string => lines.find((line) => line.toLowerCase().startsWith(`${name}:`))?.slice(name.length + 1) ?? "";
    const [, quoted, bare] = /;\s*boundary\s*=\s*(?:"([^"]*)"|([^\s;]+))/i.exec(of("content-type")) ?? [];
    const boundary = quoted ?? bare;
    if (boundary !== undefined && /^\s*multipart\//i.test(of("content-type"))) this.boundaries.add(boundary);
    [this.head, this.base64] = [undefined, /base64/i.test(of("content-transfer-encoding"))];
  }
}
