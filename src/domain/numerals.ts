/** What stood between a text and the number it means. */
export type NumeralSlip =
  /** Full-width digits. */
  | "width"
  /** Thousands separators. */
  | "separators"
  /** Spaces around it. */
  | "spaces"
  /** Nothing but the type of the cell, or an apostrophe. */
  | "stored-as-text"
  /** The unit was typed along. */
  | "unit"
  /** 万, or another unit of money: the number itself changes. */
  | "magnitude";

export interface NumeralProposal {
  readonly value: number;
  readonly how: NumeralSlip;
}

const NUMERAL = /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+)(\.\d+)? ?(\D*)$/;
/** Digits that a double holds for certain. */
const MOST_DIGITS = 15;
/** 1 of each in 万元. */
const MONEY: Readonly<Record<string, number>> = { 元: 0.0001, 万: 1, 亿: 10_000, 亿元: 10_000 };

/**
 * The number that a text in a number cell can only mean, such as `１２０`, `1,200`, `30人` or `2000万`.
 * Never a guess: `约30`, `30-40`, `三十` and `1,20` give none.
 * @param unit of the indicator: decides what 万 and 元 mean
 */
export function readNumeral(text: string, unit: string): NumeralProposal | undefined {
  const narrow = narrowed(text).replace(/[\p{Z}\s]/gu, " ");
  const trimmed = narrow.replace(/\p{Cf}/gu, "").trim();
  const [, sign, whole = "", fraction = "", suffix = ""] = NUMERAL.exec(trimmed.replace(/^['‘’]/, "")) ?? [];
  const digits = whole.replace(/[, ]/g, "");
  if (sign === undefined || digits.length + fraction.length > MOST_DIGITS) return undefined;
  const factor = factorOf(suffix, unit);
  if (factor === undefined) return undefined;
  // Without what binary fractions leave behind: 1.1 × 10000 is 11000.
  const value = Number((Number(`${sign}${digits}${fraction}`) * factor).toPrecision(MOST_DIGITS));
  if (suffix !== "" && suffix !== unit) return { value, how: "magnitude" };
  if (suffix !== "") return { value, how: "unit" };
  if (digits !== whole) return { value, how: "separators" };
  if (/[！-～]/.test(text)) return { value, how: "width" };
  return { value, how: trimmed === text ? "stored-as-text" : "spaces" };
}

/** Only full-width forms become narrow: NFKC would turn 3² into 32. */
export function narrowed(text: string): string {
  return text.replace(/[！-～]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
}

/** By how much a number must be multiplied for what is written behind it; undefined where that is not certain. */
function factorOf(suffix: string, unit: string): number | undefined {
  if (suffix === "" || suffix === unit) return 1;
  if (unit === "万元") return MONEY[suffix];
  return suffix === "万" ? 10_000 : undefined;
}

/** Whether a text names a rough number or a range (`约30`, `30左右`, `30-40`): no program can know the exact one. */
export function isApproximate(text: string): boolean {
  const narrow = narrowed(text);
  return (
    /[约近超余多几]|大概|左右|上下|以上|以下|不足|不到|\d\s*[-~—–至到]\s*\d/.test(narrow) && /[\d一二三四五六七八九十百千]/.test(narrow)
  );
}
