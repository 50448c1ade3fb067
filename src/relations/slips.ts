import { indicatorsByCode, type Indicator } from "../domain";
import type { RelationMistake } from "./mistake";
import { isWord, SCALES } from "./tokens";

/** How people say what a relation writes as a sign, the longer words first. */
const SPOKEN: readonly (readonly [words: readonly string[], sign: string])[] = [
  [["大于等于", "大于或等于", "不小于", "不少于", "不低于"], ">="],
  [["小于等于", "小于或等于", "不大于", "不多于", "不高于", "不超过"], "<="],
  [["不等于", "不为"], "<>"],
  [["大于", "多于", "高于", "超过"], ">"],
  [["小于", "少于", "低于"], "<"],
  [["等于", "应为", "为"], "="],
];

/** Money by its 计量单位, in 元. */
const MONEY: Readonly<Record<string, number>> = { 元: 1, 千元: 1e3, 万元: 1e4, 百万元: 1e6, 亿元: 1e8 };

/** A number that is not the end of a longer one, and the letters behind it: `3 亿元`. */
const NUMBER = /(?<![\p{L}\p{N}.[\]])(\d+(?:\.\d+)?)(\s*)([\p{Script=Han}]*)/gu;
const THOUSANDS = /(?<![\p{L}\p{N}.,])\d{1,3}(?:,\d{3})+(?!\p{N}|,\d)/gu;

/** A slip, and where it is in the text. */
interface Slip {
  readonly index: number;
  readonly mistake: (at: number) => RelationMistake;
}

/**
 * What people often write in place of a relation, with how it is written: the first of such slips. Asked only of a text that cannot be read.
 * @param text after `folded`
 * @param places where each of its characters stood
 */
export function slipIn(text: string, places: readonly number[], indicators: readonly Indicator[]): RelationMistake | undefined {
  const slips = [...named(text, indicators), ...spoken(text), ...separated(text, indicators), ...counted(text, indicators), ...ended(text)];
  const first = slips.sort((a, b) => a.index - b.index)[0];
  return first?.mistake(places[first.index]!);
}

/** Names of indicators, of several that begin alike the longest. */
function named(text: string, indicators: readonly Indicator[]): readonly Slip[] {
  const names = indicators
    .map(({ code, name }) => ({ code, name: name.normalize("NFKC") }))
    .filter(({ name }) => name.length > 1 && !isWord(name));
  return names
    .sort((a, b) => b.name.length - a.name.length)
    .flatMap(({ code, name: found }): Slip[] => {
      const index = text.indexOf(found);
      return index < 0 ? [] : [{ index, mistake: (at) => ({ code: "name-for-code", facts: { at, found, code } }) }];
    });
}

function spoken(text: string): readonly Slip[] {
  return SPOKEN.flatMap(([words, sign]) =>
    words.flatMap((found): Slip[] => {
      const index = text.indexOf(found);
      return index < 0 ? [] : [{ index, mistake: (at) => ({ code: "word-for-sign", facts: { at, found, sign } }) }];
    }),
  );
}

/** 1,000: but codes may stand side by side in brackets. */
function separated(text: string, indicators: readonly Indicator[]): readonly Slip[] {
  const codes = new Set(indicators.map(({ code }) => code));
  return [...text.matchAll(THOUSANDS)]
    .filter(([found]) => !found.split(",").every((part) => codes.has(part)))
    .map(({ 0: found, index }) => ({
      index,
      mistake: (at) => ({ code: "thousands", facts: { at, found, plain: found.replaceAll(",", "") } }),
    }));
}

/** A number with a 计量单位 that the form has not. */
function counted(text: string, indicators: readonly Indicator[]): readonly Slip[] {
  const known = indicatorsByCode({ indicators });
  const units = new Set(indicators.map(({ unit }) => unit.normalize("NFKC")));
  // Of the indicator that the text names first: its author counts in that unit.
  const own = [...text.matchAll(/[A-Za-z0-9.-]+/g)].map(([code]) => known.get(code)).find((one) => one !== undefined) ?? indicators[0];
  const money = [own, ...indicators].find((one) => one && Object.hasOwn(MONEY, one.unit))?.unit;
  return [...text.matchAll(NUMBER)].flatMap(({ 1: number = "", 2: space, 3: run = "", index }): Slip[] => {
    const [, scale = "", unit = ""] = /^([百千万亿]?)(.*)$/u.exec(upToWord(run))!;
    if (!own || unit === "" || unit === "倍" || unit === "位" || units.has(unit) || units.has(scale + unit)) return [];
    // `20 人数`: a code, and words behind it.
    if (known.has(number) && space !== "") return [];
    const found = number + scale + unit;
    const factor = Object.hasOwn(MONEY, scale + unit)
      ? MONEY[scale + unit]!
      : Object.hasOwn(MONEY, unit)
        ? MONEY[unit]! * SCALES[scale]!
        : 0;
    const example =
      factor > 0 && money !== undefined
        ? `${Number(((Number(number) * factor) / MONEY[money]!).toPrecision(15))}${money}`
        : `${number}${scale}${own.unit}`;
    return [{ index, mistake: (at) => ({ code: "unit-of-none", facts: { at, found, example } }) }];
  });
}

/** The letters up to the first word of the language, or one that people say in place of a sign. */
function upToWord(run: string): string {
  const isSpoken = (rest: string): boolean => SPOKEN.some(([words]) => words.some((word) => rest.startsWith(word)));
  const end = [...run].findIndex((_, index) => isWord(run.slice(index), true) || isSpoken(run.slice(index)));
  return end < 0 ? run : [...run].slice(0, end).join("");
}

function ended(text: string): readonly Slip[] {
  const found = /[。.;]\s*$/u.exec(text);
  return found ? [{ index: found.index, mistake: (at) => ({ code: "stop-at-end", facts: { at, found: found[0].trim() } }) }] : [];
}
