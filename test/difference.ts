/** Characters before and behind the place where two texts part. */
const AROUND = 60;

/**
 * Where two long texts, or the bytes of two files, part: `expect(difference(found, due)).toBeUndefined()` fails with one line instead of
 * thousands.
 * @returns the place, and what stands there in each; undefined where they are the same
 */
export function difference(found: string | Uint8Array, due: string | Uint8Array): string | undefined {
  const [a, b] = [found, due].map((one) => (typeof one === "string" ? one : Buffer.from(one).toString("latin1"))) as [string, string];
  if (a === b) return undefined;
  let at = 0;
  while (at < Math.min(a.length, b.length) && a[at] === b[at]) at++;
  const around = (text: string): string => JSON.stringify(text.slice(Math.max(at - AROUND, 0), at + AROUND));
  return `at ${at} of ${a.length}: ${around(a)}; due is (of ${b.length}) ${around(b)}`;
}
