import { leastAndMost, roundedAway, type Style } from "../../domain";
import { STYLE } from "./styles";

/**
 * Number formats of shares: what is not none and not all is never printed as 0 % or 100 %. Excel takes two conditions in a format, and
 * the numbers stay numbers. Which format a cell needs is told by what it holds when it is written.
 */
const DECIMALS = { share: 2, pendingShare: 1, effect: 2 } as const;
/** From here on the share is so many times the whole: `12×`. */
const TIMES = 10;

const known = new Map<string, Style>();

function styleOf(base: Style, numberFormat: string): Style {
  const key = `${numberFormat}\n${JSON.stringify(base.font)}`;
  let style = known.get(key);
  // One object a format: the writer knows styles by identity.
  if (!style) known.set(key, (style = { ...base, numberFormat }));
  return style;
}

/** @param share what the cell shows; other than a number where it shows nothing */
export function shareStyle(kind: keyof typeof DECIMALS, share: unknown): Style {
  const base: Style = STYLE[kind];
  if (typeof share !== "number" || share <= 0 || share === 1 || share >= TIMES) return base;
  const decimals = DECIMALS[kind];
  const [away, [least, most], plain] = [roundedAway(decimals), leastAndMost(decimals), `0.${"0".repeat(decimals)}%_ `];
  if (share > 1) return styleOf(base, `[<${1 + away}]">100%"_ ;${plain}`);
  return styleOf(base, `[<${away}]"<${least}"_ ;[<${1 - away}]${plain};">${most}"_ `);
}

/** Of a change: what fell by less than all never printed as -100 %, what changed at all never as 0 %. */
export function changeStyle(change: unknown): Style {
  const base: Style = STYLE.change;
  const decimals = 1;
  const [away, [least, most]] = [roundedAway(decimals), leastAndMost(decimals)];
  if (typeof change !== "number" || change === 0) return base;
  if (Math.abs(change) < away) return styleOf(base, change > 0 ? `"<+${least}"_ ` : `"";">-${least}"_ `);
  return change > -1 && change <= away - 1 ? styleOf(base, `"";"<-${most}"_ `) : base;
}

/** How many decimals of a percentage say that it is neither none nor all. */
export function decimalsOf(percent: number): number {
  const isWhole = (number: number): boolean => number === 0 || number === -100;
  const most = 6;
  for (let decimals = 1; decimals < most; decimals++) if (isWhole(percent) || !isWhole(Number(percent.toFixed(decimals)))) return decimals;
  return most;
}

/** A change as people read it: `+12.5%`, `-0.04%`. */
export function changeText(change: number): string {
  const text = (change * 100).toFixed(decimalsOf(change * 100));
  return `${change > 0 ? "+" : ""}${text}%`;
}
