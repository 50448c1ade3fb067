/** Bytes of a line of base64: 57 make 76 characters (RFC 2045, 6.8). */
const LINE = 57;
/** Bytes of an encoded word: with its frame 64 characters, so that one also fits behind `Subject: ` in a line of 76 (RFC 2047, 2). */
const WORD = 39;

/** Base64 in lines of 76 characters, ended by CRLF, without one at the end. Works in browsers and in Node alike. */
export function base64(bytes: Uint8Array): string {
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += LINE) lines.push(btoa(String.fromCharCode(...bytes.subarray(at, at + LINE))));
  return lines.join("\r\n");
}

/** A header text: as it is where it is plain ASCII, else RFC 2047 encoded words, folded, none of which splits a character. */
export function encodedWords(text: string): string {
  const line = text.replace(/[\r\n]+/g, " ");
  if (/^[\x20-\x7e]{0,66}$/.test(line) && !line.includes("=?")) return line;
  const encoder = new TextEncoder();
  const words: string[] = [];
  let bytes: number[] = [];
  for (const char of line) {
    const next = encoder.encode(char);
    if (bytes.length + next.length > WORD) {
      words.push(word(bytes));
      bytes = [];
    }
    bytes.push(...next);
  }
  return [...words, word(bytes)].join("\r\n ");
}

function word(bytes: readonly number[]): string {
  return `=?utf-8?B?${btoa(String.fromCharCode(...bytes))}?=`;
}

/** A value in percent-encoding as RFC 2231 (7) allows it: its attribute characters only. */
export function percentEncoded(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd")).replace(
    /['()*!~]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** A file name for programs that know ASCII only: what is left of it, so that the code of a sealed copy and the ending stay. */
export function parameter(name: string): string {
  const rest = name
    .replace(/[^A-Za-z0-9._-]+/g, "")
    .replace(/-{2,}/g, "-")
    .replace(/^[-.]+/, "");
  return `cluster-report-${rest}`;
}
