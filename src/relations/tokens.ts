/** One word or sign of a relation. */
export interface Token {
  readonly kind: "code" | "number" | "word" | "sign" | "end";
  /** As it reads: of a code in brackets, the code alone. */
  readonly text: string;
  /** Its first character in the text, from 1, as people count. */
  readonly at: number;
  /** Of a code: it stands in brackets. */
  readonly bracketed?: boolean;
  /** Of a number: what it is multiplied by, its 计量单位 and whether it is a percentage, where something stood behind it. */
  readonly suffix?: Suffix;
}

/** What stands behind a number: 万, 家, 万册, %, 倍. */
interface Suffix {
  readonly scale: number;
  readonly unit?: string;
  readonly percent?: true;
}

/** What a word before a 计量单位 multiplies by. */
export const SCALES: Readonly<Record<string, number>> = { "": 1, 百: 100, 千: 1_000, 万: 10_000, 亿: 100_000_000 };

/** Words of the language, longest first where one begins another. */
const WORDS = [
  "上年同期",
  "同有同无",
  "至少一项",
  "绝对值",
  "上期",
  "本期",
  "对比",
  "合计",
  "最大",
  "最小",
  "舍入",
  "个数",
  "之间",
  "以内",
  "若",
  "则",
  "或",
  "且",
  "非",
  "在",
  "至",
];
const SIGNS = [
  "<=",
  ">=",
  "<>",
  "=<",
  "=>",
  "==",
  "!=",
  "≦",
  "≧",
  "≤",
  "≥",
  "≠",
  "=",
  "<",
  ">",
  "+",
  "-",
  "*",
  "×",
  "/",
  "÷",
  "(",
  ")",
  ",",
  "、",
  "~",
];
/** What people type, or a program puts, in place of a sign. */
const SAME_SIGN: Readonly<Record<string, string>> = {
  "=<": "<=",
  "=>": ">=",
  "==": "=",
  "!=": "<>",
  "≦": "<=",
  "≧": ">=",
  "≤": "<=",
  "≥": ">=",
  "≠": "<>",
  "×": "*",
  "÷": "/",
};

/** Whether a text is a word of the language, or @param begins begins with one. */
export function isWord(text: string, begins = false): boolean {
  return WORDS.some((word) => (begins ? text.startsWith(word) : text === word));
}

/** The text with one form of each character, and where each of them stood. What nobody sees is nothing, and a blank within a sign either. */
export function folded(text: string): { readonly text: string; readonly places: readonly number[] } {
  const places: number[] = [];
  let out = "";
  [...text].forEach((character, index) => {
    // Zero-width characters come along when something is copied.
    if (/\p{Cf}/u.test(character)) return;
    const plain = [...character.normalize("NFKC")].map((one) => (one === "–" || one === "—" || one === "−" ? "-" : one)).join("");
    for (let unit = 0; unit < plain.length; unit++) places.push(index + 1);
    out += plain;
  });
  return { text: out, places };
}

/** What stands behind a number. A unit of the form comes before a scale: 8万元 is 8 where the form counts in 万元. */
function suffixOf(rest: string, units: readonly string[]): { readonly suffix: Suffix; readonly length: number } | undefined {
  const space = /^\s*/.exec(rest)![0].length;
  const text = rest.slice(space);
  if (text.startsWith("%")) return { suffix: { scale: 0.01, percent: true }, length: space + 1 };
  if (text.startsWith("倍")) return { suffix: { scale: 1 }, length: space + 1 };
  for (const [word, scale] of Object.entries(SCALES)) {
    if (!text.startsWith(word)) continue;
    const unit = units.find((one) => text.startsWith(one, word.length));
    if (unit !== undefined) return { suffix: { scale, unit }, length: space + word.length + unit.length };
  }
  const scale = Object.entries(SCALES).find(([word]) => word !== "" && text.startsWith(word));
  return scale && { suffix: { scale: scale[1] }, length: space + scale[0].length };
}

/**
 * The words and signs of a relation. What is none of them comes as a `word` of one character, which no rule of the grammar takes.
 * @param text after `folded`
 * @param places where each of its characters stood
 * @param units those of the form, after `folded`
 */
export function tokensOf(text: string, places: readonly number[], units: readonly string[]): readonly Token[] {
  const longest = [...units].sort((a, b) => b.length - a.length);
  const tokens: Token[] = [];
  let at = 0;
  const push = (kind: Token["kind"], length: number, shown = text.slice(at, at + length)): void => {
    tokens.push({ kind, text: shown, at: places[at] ?? text.length + 1 });
    at += length;
  };
  while (at < text.length) {
    const rest = text.slice(at);
    const space = /^\s+/.exec(rest)?.[0].length;
    if (space !== undefined) {
      at += space;
      continue;
    }
    const bracketed = /^\[([^[\]]*)\]/.exec(rest);
    if (bracketed) {
      tokens.push({ kind: "code", text: bracketed[1]!.trim(), at: places[at]!, bracketed: true });
      at += bracketed[0].length;
      continue;
    }
    const decimal = /^\d+\.\d+/.exec(rest)?.[0];
    const plain = decimal ?? /^[A-Za-z0-9]+/.exec(rest)?.[0];
    const word = WORDS.find((one) => rest.startsWith(one));
    const spaced = /^([<>=!])\s+([<>=])/.exec(rest);
    const sign = spaced && SIGNS.includes(spaced[1]! + spaced[2]!) ? spaced[1]! + spaced[2]! : SIGNS.find((one) => rest.startsWith(one));
    const suffixed = plain !== undefined && /^[\d.]+$/.test(plain) ? suffixOf(rest.slice(plain.length), longest) : undefined;
    if (plain !== undefined && suffixed) {
      tokens.push({ kind: "number", text: plain, at: places[at]!, suffix: suffixed.suffix });
      at += plain.length + suffixed.length;
    } else if (decimal !== undefined) push("number", decimal.length);
    else if (plain !== undefined) push("code", plain.length);
    else if (word !== undefined) push("word", word.length);
    else if (sign !== undefined) push("sign", rest.startsWith(sign) ? sign.length : spaced![0].length, SAME_SIGN[sign] ?? sign);
    else push("word", [...rest][0]!.length);
  }
  tokens.push({ kind: "end", text: "", at: (places.at(-1) ?? 0) + 1 });
  return tokens;
}
