/** How small a share has to be, and how near to one, to print as 0 % or as 100 % with so many decimals: half of the last digit. */
export function roundedAway(decimals: number): number {
  return 0.5 * 10 ** -(decimals + 2);
}

/** The least and the greatest share that so many decimals can say without saying none or all: `0.1%` and `99.9%`. */
export function leastAndMost(decimals: number): readonly [least: string, most: string] {
  const least = 10 ** -decimals;
  return [`${least.toFixed(decimals)}%`, `${(100 - least).toFixed(decimals)}%`];
}

/**
 * A share as people read it, such as `12.50%`. What is not none and not all is never said to be: `<0.01%`, `>99.99%`, `>100%`.
 * @param share 1 is all; may be more
 * @param decimals of the percentage, at least one
 */
export function shareText(share: number, decimals: number): string {
  const away = roundedAway(decimals);
  const [least, most] = leastAndMost(decimals);
  if (share > 0 && share < away) return `<${least}`;
  if (share >= 1 - away && share < 1) return `>${most}`;
  if (share > 1 && share < 1 + away) return ">100%";
  return `${(share * 100).toFixed(decimals)}%`;
}
