import { fittingNames, plainName } from "../../domain";

/** Schools that a text tells of. */
export interface Mention {
  /** Named in full, or by the 简称 that the roster gives: proof, where it is one. */
  readonly named: readonly string[];
  /** Names and abbreviations that may mean them, the nearest first: only to ask by. */
  readonly near: readonly string[];
}

/** A school and the names it goes by. */
export interface NamedSchool {
  readonly school: string;
  readonly shortName?: string | undefined;
}

/** A name that stands in a text: `sure` where nothing before it makes another, longer name of it. */
interface Place {
  readonly school: string;
  readonly from: number;
  readonly to: number;
  readonly sure: boolean;
}

const NONE: Mention = { named: [], near: [] };
/** Texts of any length come in; a name of a school stands at the beginning of what people call a file. */
const LONGEST_TEXT = 200;
/** An abbreviation that fits more schools tells of none. */
const MOST_NEAR = 12;
/** Shorter ones are words of the language: a school that calls itself 表 is found nowhere. */
const SHORTEST_NAME = 4;
/** What all schools are called by: 职院, 技术学院, 学校 mean none of them. */
const OF_ALL = /^[职业技术学院校高等专科大]*$/u;
/** Characters before a name that do not belong to it: 报送武汉…, 下半年武汉…, 湖北省武汉…. */
const BEFORE_A_NAME = /[^\p{Script=Han}]|[年度期件表送报于自发交转省由和与及是为]/u;

/** Finds the schools that file names, subjects and senders tell of. Each text is looked through once. */
export class SchoolMentions {
  private readonly names: readonly { readonly school: string; readonly plain: string; readonly short: string }[];
  private readonly known = new Map<string, Mention>();
  private readonly characters = new Set<string>();

  /**
   * @param schools those of the roster, and others that sent something
   * @param words of the form and the department: what stands in them names no school (湖北省职业教育…统计表)
   */
  constructor(
    schools: Iterable<NamedSchool>,
    private readonly words: readonly string[],
  ) {
    this.names = [...schools]
      .map(({ school, shortName = "" }) => ({ school, plain: plainName(school), short: plainName(shortName) }))
      .filter(({ plain }) => plain.length >= SHORTEST_NAME && !words.some((word) => word.includes(plain)));
    for (const { plain } of this.names) for (const character of plain) this.characters.add(character);
  }

  /** What a text tells: the names of a name that is not whole, or of several, are all there. */
  in(text: string): Mention {
    let mention = this.known.get(text);
    if (!mention) this.known.set(text, (mention = this.find(text.slice(0, LONGEST_TEXT))));
    return mention;
  }

  private find(text: string): Mention {
    const pieces = text
      .normalize("NFKC")
      .split(/[\p{P}\p{S}\p{Z}\p{C}]+/u)
      .map(plainName)
      .filter(Boolean);
    const joined = pieces.join("");
    const starts = new Set<number>();
    pieces.reduce((at, piece) => (starts.add(at), at + piece.length), 0);
    const places = this.places(joined, starts);
    if (places.length === 0) return this.abbreviations(pieces);
    // A longer name that is not sure makes none of the shorter one within it: the roster may lack a third school.
    const named = distinct(places.filter(({ sure }) => sure).map(({ school }) => school));
    const near = distinct(places.filter(({ sure }) => !sure).map(({ school }) => school));
    return near.length === 0 ? { named, near } : { named: [], near: distinct([...named, ...near]) };
  }

  /** Where names stand, without those that lie within a longer one. */
  private places(text: string, starts: ReadonlySet<number>): Place[] {
    const all = this.names.flatMap(({ school, plain, short }) =>
      [plain, short].flatMap((name) =>
        occurrences(text, name).map((from): Place => {
          const sure = starts.has(from) || BEFORE_A_NAME.test(text[from - 1]!);
          return { school, from, to: from + name.length, sure };
        }),
      ),
    );
    return all
      .filter((one) => !all.some((other) => other.from <= one.from && other.to >= one.to && other.to - other.from > one.to - one.from))
      .sort((a, b) => a.from - b.from);
  }

  /** The longest abbreviations in some pieces, and whom they may mean. */
  private abbreviations(pieces: readonly string[]): Mention {
    const found: { readonly length: number; readonly fits: readonly string[] }[] = [];
    for (const piece of pieces)
      for (let at = 0; at < piece.length; at++) {
        const word = this.wordAt(piece, at);
        const { length, fits } = this.abbreviationAt(piece, at);
        const tells = length > word && length > 1 && fits.length <= MOST_NEAR && !OF_ALL.test(piece.slice(at, at + length));
        if (tells) found.push({ length, fits });
        at += Math.max(word, length, 1) - 1;
      }
    if (found.length === 0) return NONE;
    const near = found.sort((a, b) => b.length - a.length).flatMap(({ fits }) => fits);
    return { named: [], near: distinct(near).slice(0, MOST_NEAR) };
  }

  /** How many characters from here are words of the form; one alone is none. */
  private wordAt(piece: string, at: number): number {
    let length = 0;
    while (at + length < piece.length && this.words.some((word) => word.includes(piece.slice(at, at + length + 1)))) length++;
    return length > 1 ? length : 0;
  }

  /** The longest piece from here that abbreviates schools, and these, the nearest first. */
  private abbreviationAt(piece: string, at: number): { readonly length: number; readonly fits: readonly string[] } {
    if (!this.characters.has(piece[at]!)) return { length: 0, fits: [] };
    // Where the characters so far end in each name: the next one must come behind.
    let left = this.names.map(({ school, plain }) => ({ school, plain, end: -1 }));
    let length = 0;
    for (; at + length < piece.length; length++) {
      const next = left
        .map(({ school, plain, end }) => ({ school, plain, end: plain.indexOf(piece[at + length]!, end + 1) }))
        .filter(({ end }) => end >= 0);
      if (next.length === 0) break;
      left = next;
    }
    return {
      length,
      fits: fittingNames(
        piece.slice(at, at + length),
        left.map(({ school }) => school),
      ),
    };
  }
}

function occurrences(text: string, name: string): number[] {
  const found: number[] = [];
  if (name === "") return found;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) found.push(at);
  return found;
}

function distinct(schools: readonly string[]): string[] {
  return [...new Set(schools)];
}
