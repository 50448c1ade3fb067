import type { Finding } from "../../domain";

/**
 * The findings of a new check, each that is as it was before as the very object it was: of a thousand rows only those are drawn
 * again that say something new.
 */
export function keepUnchanged(now: readonly Finding[], before: readonly Finding[]): readonly Finding[] {
  if (before.length === 0) return now;
  const known = new Map(before.map((finding) => [JSON.stringify(finding), finding]));
  return now.map((finding) => {
    const text = JSON.stringify(finding);
    const unchanged = known.get(text);
    // Two that are equal stay two.
    known.delete(text);
    return unchanged ?? finding;
  });
}
