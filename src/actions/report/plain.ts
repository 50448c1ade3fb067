/**
 * Text from strangers' files, made safe for a terminal: control characters could move the cursor or change colours, and marks of
 * direction could make a line read as something else.
 */
export function plain(text: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what must go
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ").replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "�");
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** Columns that a text takes on a terminal: Chinese characters take two. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const char of text) columns += /\p{Mn}/u.test(char) ? 0 : WIDE.test(char) ? 2 : 1;
  return columns;
}

/** A text followed by spaces, up to a number of columns. */
export function padded(text: string, columns: number): string {
  return text + " ".repeat(Math.max(0, columns - columnsOf(text)));
}
