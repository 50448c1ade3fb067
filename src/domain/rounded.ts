/** Rounds a fact for people, halves away from zero as spreadsheet programs round: their formulas say the same numbers. */
export function rounded(value: number, decimals: number): number {
  if (Number.isInteger(value)) return value;
  const scale = 10 ** decimals;
  return (Math.sign(value) * Math.round(Number((Math.abs(value) * scale).toPrecision(15)))) / scale || 0;
}
