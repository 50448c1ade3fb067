import { MAX_LITERAL } from "../domain";

/** A text as a formula writes it. Excel takes at most 255 characters for one: a longer text is put together of several. */
export function quoted(text: string): string {
  // Characters beyond 16 bits count twice.
  const pieces = text.length <= MAX_LITERAL ? [text] : text.match(/[^]{1,127}/gu)!;
  return pieces.map((piece) => `"${piece.replace(/"/g, '""')}"`).join("&");
}
