/** A name without what hands get wrong without meaning it: width, spaces, brackets, invisible characters, punctuation. */
export function plainName(name: string): string {
  // Most names are plain already.
  if (/^[0-9a-z\u4e00-\u9fff]*$/.test(name)) return name;
  return name
    .normalize("NFKC")
    .replace(/[\p{Z}\p{C}\p{P}]/gu, "")
    .toLowerCase();
}

/** A text without white space: programs and hands change that without meaning it. */
export function withoutSpaces(text: string): string {
  return text.replace(/\s/g, "");
}

/** Edit distance with transpositions (optimal string alignment). */
function distance(a: readonly string[], b: readonly string[]): number {
  let before: number[] = [];
  let last = b.map((_, j) => j).concat(b.length);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + replaced);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
    }
    before = last;
    last = row;
  }
  return last[b.length]!;
}

/** Names longer than this are never compared: the work grows with the square of the length. */
const LONGEST = 100;

/** Similarity of two names, 0..1, of their plain forms. */
export function similarity(a: string, b: string): number {
  if (a.length > LONGEST || b.length > LONGEST) return a === b ? 1 : 0;
  const [x, y] = [[...plainName(a)], [...plainName(b)]];
  const longer = Math.max(x.length, y.length);
  return longer === 0 ? 0 : 1 - distance(x, y) / longer;
}

/** The known name nearest to a typed one, if it reaches the threshold and leaves the second candidate behind by `lead`. */
export function nearest(typed: string, known: readonly string[], threshold: number, lead: number): string | undefined {
  const ranked = known.map((name) => ({ name, score: similarity(typed, name) })).sort((a, b) => b.score - a.score);
  const [first, second] = ranked;
  if (!first || first.score < threshold) return undefined;
  return second && first.score - second.score < lead ? undefined : first.name;
}

/**
 * The names that hold the characters typed in their order, as abbreviations do (武职 fits 武汉职业技术学院): the closer together they
 * stand, the earlier. An offer to choose from, never a match.
 */
export function fittingNames(typed: string, names: readonly string[]): string[] {
  const wanted = [...plainName(typed)];
  return names
    .map((name) => ({ name, span: spanOf(wanted, [...plainName(name)]) }))
    .filter(({ span }) => span < Infinity)
    .sort((a, b) => a.span - b.span)
    .map(({ name }) => name);
}

/** So alike are a name and a slip of it: one character of six, two of ten. */
const SLIP = 0.8;

/** So many are proposed. */
const MOST_PROPOSED = 5;

/**
 * The names that a typed one may stand for: those it may be a slip of, the nearest first, then those it abbreviates. Only to ask by.
 * @returns none where the name itself is known
 */
export function possibleNames(typed: string, names: readonly string[]): string[] {
  if (names.includes(typed) || plainName(typed) === "") return [];
  const scores = new Map(names.map((name) => [name, similarity(typed, name)]));
  const near = names.filter((name) => scores.get(name)! >= SLIP).sort((a, b) => scores.get(b)! - scores.get(a)!);
  return [...new Set([...near, ...fittingNames(typed, names)])].slice(0, MOST_PROPOSED);
}

/** How many characters of a name the wanted ones take up in their order, at their closest; Infinity where they are not all there. */
function spanOf(wanted: readonly string[], name: readonly string[]): number {
  if (wanted.length === 0) return 0;
  let least = Infinity;
  for (let start = name.indexOf(wanted[0]!); start >= 0; start = name.indexOf(wanted[0]!, start + 1)) {
    let found = 0;
    let end = start;
    for (; end < name.length && found < wanted.length; end++) if (name[end] === wanted[found]) found++;
    if (found === wanted.length) least = Math.min(least, end - start);
  }
  return least;
}

/** Whether two names are the same but for what hands get wrong without meaning it. */
export function sameName(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && plainName(a) === plainName(b);
}
