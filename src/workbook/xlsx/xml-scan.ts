import type { Meter } from "./limits";
import type { Memo } from "./memo";
import { damaged, shown, tooLarge } from "./refused";
import { unescapeXml, type PartText } from "./xml-text";

export const OPEN = 1;
const CLOSE = 2;
export const TEXT = 3;
export const END = 4;
type Token = typeof OPEN | typeof CLOSE | typeof TEXT | typeof END;

const TAB = 9;
const LINE_FEED = 10;
const RETURN = 13;
const SPACE = 32;
const BANG = 33;
const QUOTE = 34;
const APOSTROPHE = 39;
const AMPERSAND = 38;
const SLASH = 47;
const COLON = 58;
const LESS = 60;
const EQUALS = 61;
const GREATER = 62;
const QUESTION = 63;
const LETTER_V = 118;
const MOST_ATTRIBUTES = 64;

function isSpace(code: number): boolean {
  return code === SPACE || code === LINE_FEED || code === RETURN || code === TAB;
}

/**
 * Walks through the XML of one part, token by token, in offsets: nothing is copied that nobody asks for.
 * Names are compared without their prefix, since writers choose prefixes freely. A DTD, wrong nesting, or a tag
 * that does not end is refused: every construct that is not known to be harmless ends the reading.
 */
export class XmlScanner {
  /** Where the next token begins: the offset after the present one. */
  at = 0;
  /** The `<` of the present tag. */
  tagStart = 0;
  /** The present tag's name without prefix, or the present text. */
  start = 0;
  end = 0;
  /** Elements around the present token; an element counts from its own OPEN to before its CLOSE. */
  depth = 0;
  /** Whether the present OPEN was written `<.../>`; its CLOSE follows all the same. */
  selfClosed = false;
  /** Attributes of the present OPEN, four offsets each: name with prefix, from and to; value, from and to. */
  readonly attributes = new Int32Array(4 * MOST_ATTRIBUTES);
  attributeCount = 0;

  private readonly open: Int32Array;
  private cdata = false;
  private rootSeen = false;
  private readonly returns: boolean;

  readonly text: string;

  constructor(
    private readonly of: PartText,
    private readonly meter: Meter,
    private readonly part: string,
  ) {
    const { text } = of;
    this.text = text;
    this.open = new Int32Array(2 * meter.limits.depth);
    // Almost every writer ends the XML declaration with a CR LF; only one further on makes texts need mending.
    this.returns = text.indexOf("\r", text.indexOf(">") + 2) >= 0;
  }

  fail(what: string): never {
    return damaged(`${this.part}: ${what}`);
  }

  next(): Token {
    if (this.selfClosed) {
      this.selfClosed = false;
      this.depth--;
      return CLOSE;
    }
    for (;;) {
      const { text, at } = this;
      if (text.charCodeAt(at) !== LESS) {
        if (at < text.length && this.readText()) return TEXT;
        if (this.at >= text.length) return this.finish();
      }
      const code = text.charCodeAt(this.at + 1);
      this.tagStart = this.at;
      if (code === SLASH) return this.readClose();
      if (code === QUESTION) this.at = this.after("?>", this.at + 2);
      else if (code !== BANG) return this.readOpen();
      else if (text.startsWith("!--", this.at + 1)) this.at = this.after("-->", this.at + 4);
      else if (text.startsWith("![CDATA[", this.at + 1)) return this.readCdata();
      else this.fail("a document type or entity declaration");
    }
  }

  private finish(): typeof END {
    if (this.depth > 0) this.fail("it ends within an element");
    if (!this.rootSeen) this.fail("it holds no element");
    return END;
  }

  private after(mark: string, from: number): number {
    const found = this.text.indexOf(mark, from);
    return found < 0 ? this.fail(`no ${mark}`) : found + mark.length;
  }

  /** @returns whether the text counts: outside the root element only white space may stand, and it does not */
  private readText(): boolean {
    const { text } = this;
    const found = text.indexOf("<", this.at);
    this.start = this.at;
    this.end = this.at = found < 0 ? text.length : found;
    this.cdata = false;
    if (this.depth > 0) return true;
    for (let at = this.start; at < this.end; at++) {
      const code = text.charCodeAt(at);
      if (!isSpace(code) && !(code === 0xfeff && at === 0)) this.fail("text outside the root element");
    }
    return false;
  }

  private readCdata(): typeof TEXT {
    if (this.depth === 0) this.fail("text outside the root element");
    this.start = this.at + 9;
    this.at = this.after("]]>", this.start);
    this.end = this.at - 3;
    this.cdata = true;
    return TEXT;
  }

  private readClose(): typeof CLOSE {
    const { text, open } = this;
    if (this.depth === 0) this.fail("a closing tag without its opening one");
    this.depth--;
    const from = open[2 * this.depth]!;
    const to = open[2 * this.depth + 1]!;
    let at = this.at + 2;
    let local = at;
    for (let name = from; name < to; name++, at++) {
      const code = text.charCodeAt(at);
      if (code !== text.charCodeAt(name)) this.fail(`${shown(this.of.piece(from, to))} is closed by another tag`);
      if (code === COLON) local = at + 1;
    }
    this.start = local;
    this.end = at;
    while (isSpace(text.charCodeAt(at))) at++;
    if (text.charCodeAt(at) !== GREATER) this.fail("a closing tag that does not end");
    this.at = at + 1;
    return CLOSE;
  }

  private readOpen(): typeof OPEN {
    const { text, open, depth } = this;
    if (depth === 0 && this.rootSeen) this.fail("a second root element");
    if (depth >= this.meter.limits.depth) tooLarge(`${this.part}: elements nest deeper than ${depth}`);
    this.rootSeen = true;
    this.meter.element();
    const from = this.at + 1;
    let at = from;
    let local = from;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === GREATER || code === SLASH || isSpace(code)) break;
      if (code === COLON) local = at + 1;
      // NaN past the end, and "<" within a tag.
      if (!(code > SPACE) || code === LESS) this.fail("a tag that does not end");
      at++;
    }
    if (at === local) this.fail("a tag without a name");
    this.start = local;
    this.end = at;
    open[2 * depth] = from;
    open[2 * depth + 1] = at;
    this.depth = depth + 1;
    this.attributeCount = 0;
    this.at = text.charCodeAt(at) === GREATER ? at + 1 : this.readAttributes(at);
    return OPEN;
  }

  private readAttributes(from: number): number {
    const { text } = this;
    let at = from;
    for (;;) {
      const before = at;
      while (isSpace(text.charCodeAt(at))) at++;
      const code = text.charCodeAt(at);
      if (code === GREATER) return at + 1;
      if (code === SLASH) {
        if (text.charCodeAt(at + 1) !== GREATER) this.fail("a / within a tag");
        this.selfClosed = true;
        return at + 2;
      }
      if (at === before) this.fail("attributes without a space between them");
      at = this.readAttribute(at);
    }
  }

  private readAttribute(from: number): number {
    const { text, attributes } = this;
    // The attributes of cells have names of one letter: they are most of all attributes.
    const short = text.charCodeAt(from) > QUESTION && text.charCodeAt(from + 1) === EQUALS;
    const to = short ? from + 1 : this.attributeNameEnd(from);
    let at = to;
    while (text.charCodeAt(at) !== EQUALS) {
      if (!isSpace(text.charCodeAt(at))) this.fail("an attribute without a value");
      at++;
    }
    at++;
    while (isSpace(text.charCodeAt(at))) at++;
    const quote = text.charCodeAt(at);
    if (quote !== QUOTE && quote !== APOSTROPHE) this.fail("an attribute without quotes");
    const value = ++at;
    for (let code = text.charCodeAt(at); code !== quote; code = text.charCodeAt(++at)) {
      if (code === LESS || code !== code) this.fail("an attribute value that does not end");
    }
    if (this.attributeCount === MOST_ATTRIBUTES) this.fail("a tag with too many attributes");
    const slot = 4 * this.attributeCount++;
    attributes[slot] = from;
    attributes[slot + 1] = to;
    attributes[slot + 2] = value;
    attributes[slot + 3] = at;
    return at + 1;
  }

  private attributeNameEnd(from: number): number {
    const { text } = this;
    let at = from;
    for (let code = text.charCodeAt(at); code !== EQUALS && !isSpace(code); code = text.charCodeAt(++at)) {
      // Letters first: that is what names are made of.
      if (code > QUESTION) continue;
      if (!(code > SPACE) || code === LESS || code === GREATER || code === QUOTE || code === APOSTROPHE)
        this.fail("an attribute without a value");
    }
    return at > from ? at : this.fail("an attribute without a name");
  }

  /** Whether the present tag has this name, its prefix left aside. */
  is(name: string): boolean {
    return this.end - this.start === name.length && this.text.startsWith(name, this.start);
  }

  /** The present tag's name without its prefix. */
  name(): string {
    return this.of.piece(this.start, this.end);
  }

  /** Where the offsets of an attribute without prefix begin in `attributes`, or -1. */
  slot(name: string): number {
    const { text, attributes } = this;
    const first = name.charCodeAt(0);
    for (let slot = 0; slot < 4 * this.attributeCount; slot += 4) {
      const from = attributes[slot]!;
      const fits = attributes[slot + 1]! - from === name.length && text.charCodeAt(from) === first;
      if (fits && text.startsWith(name, from)) return slot;
    }
    return -1;
  }

  /** The value of an attribute without prefix, or undefined. */
  attribute(name: string): string | undefined {
    const slot = this.slot(name);
    return slot < 0 ? undefined : this.attributeValue(slot);
  }

  /** The prefix of the present tag, with its colon; "" where it has none. */
  prefix(): string {
    return this.of.piece(this.tagStart + 1, this.start);
  }

  /** The relationship id of the present tag: `id` under whichever prefix the writer chose. */
  relationId(): string | undefined {
    for (let slot = 0; slot < 4 * this.attributeCount; slot += 4) {
      const name = this.text.slice(this.attributes[slot], this.attributes[slot + 1]);
      if (name.endsWith(":id") && !name.startsWith("xmlns:")) return this.attributeValue(slot);
    }
    return undefined;
  }

  private attributeValue(slot: number): string {
    const raw = this.of.piece(this.attributes[slot + 2]!, this.attributes[slot + 3]!);
    if (raw.length > this.meter.limits.text) tooLarge(`${this.part}: an attribute of ${raw.length} characters`);
    // A line break within an attribute is a space (XML 1.0, 3.3.3); one that counts is written as a reference.
    return unescapeXml(raw.length > 1 && /[\t\n\r]/.test(raw) ? raw.replace(/\r\n|[\t\n\r]/g, " ") : raw);
  }

  /**
   * Opens the root element.
   * @returns whether it has this name
   */
  root(name: string): boolean {
    while (this.next() !== OPEN);
    return this.is(name);
  }

  /**
   * Moves on to the next element directly within the one at `depth`, past whatever is left of the one before.
   * @returns false at the end of the element at `depth`, with its CLOSE as the present token
   */
  nextChild(depth: number): boolean {
    for (;;) {
      const token = this.next();
      if (token === OPEN && this.depth === depth + 1) return true;
      if (token === CLOSE && this.depth < depth) return false;
    }
  }

  /** Walks to the end of the part, so that a break in what nobody reads is found too. */
  toEnd(): void {
    while (this.next() !== END);
  }

  /** All text within the element just opened, read up to and with its CLOSE. */
  content(): string {
    const { depth } = this;
    let content = "";
    for (let token = this.next(); token !== CLOSE || this.depth >= depth; token = this.next()) {
      if (token !== TEXT) continue;
      const piece = this.of.piece(this.start, this.end);
      content = content === "" ? this.plain(piece) : content + this.plain(piece);
      this.checkLength(content);
    }
    return content;
  }

  /**
   * What `read` makes of the element just opened and of nothing else; what it made before where the same characters stood at the same place.
   * Both end with the element's CLOSE as the present token, and with the same spent; how deep it nests matters only where it is walked.
   */
  known<T>(memo: Memo<T>, place: number, read: () => T): T {
    if (this.selfClosed) return read();
    const { tagStart: from, of, meter } = this;
    const known = memo.find(place, of, from);
    if (known && known.raw.length <= meter.limits.text) {
      meter.again(known.cost);
      this.at = from + known.raw.length;
      this.next();
      return known.meaning;
    }
    const before = meter.cost();
    const meaning = read();
    memo.keep(place, { kind: of.kind, raw: this.text.slice(from, this.tagStart), meaning, cost: meter.cost(before) });
    return meaning;
  }

  /** @throws Refused for a text, put together from pieces, that passes the limit */
  checkLength(text: string): void {
    if (text.length > this.meter.limits.text) tooLarge(`${this.part}: a text of more than ${this.meter.limits.text} characters`);
  }

  /**
   * The short way through most cells: where exactly `<v>plain text</v></c>` follows the tag of a cell without prefix,
   * takes that text and stands after the cell.
   * @returns undefined where anything else follows; the scanner then has not moved
   */
  plainCellValue(): string | undefined {
    const { text, at } = this;
    if (text.charCodeAt(at) !== LESS || text.charCodeAt(at + 1) !== LETTER_V || text.charCodeAt(at + 2) !== GREATER) return undefined;
    if (this.selfClosed || this.start !== this.tagStart + 1) return undefined;
    let end = at + 3;
    let ascii = true;
    for (let code = text.charCodeAt(end); code !== LESS; code = text.charCodeAt(++end)) {
      if (code === AMPERSAND || code === RETURN || code !== code) return undefined;
      if (code > 127) ascii = false;
    }
    if (end - at > this.meter.limits.text || !text.startsWith("</v></c>", end)) return undefined;
    this.meter.element();
    this.depth--;
    this.at = end + 8;
    return ascii ? text.slice(at + 3, end) : this.of.piece(at + 3, end);
  }

  private plain(piece: string): string {
    const ended = this.returns ? piece.replace(/\r\n?/g, "\n") : piece;
    return this.cdata ? ended : unescapeXml(ended);
  }
}
