/** A piece of a part's text to be replaced; an insertion where `from` equals `to`. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * Applies splices to a text. Insertions at one place keep the order in which they were asked for.
 * @throws Error where two splices overlap: each element is edited by one hand only
 */
export function applySplices(text: string, splices: readonly Splice[]): string {
  const ordered = splices
    .map((splice, order) => ({ ...splice, order }))
    .sort((a, b) => a.from - b.from || a.to - b.to || a.order - b.order);
  let result = "";
  let at = 0;
  for (const splice of ordered) {
    if (splice.from < at) throw new Error(`Splices overlap at ${splice.from}`);
    result += text.slice(at, splice.from) + splice.text;
    at = splice.to;
  }
  return result + text.slice(at);
}

/** Parts are written back in UTF-8, whatever they were in. */
export function asUtf8(text: string): string {
  return text.replace(/^(<\?xml[^>]*?encoding\s*=\s*)(?:"[^"]*"|'[^']*')/, '$1"UTF-8"');
}
