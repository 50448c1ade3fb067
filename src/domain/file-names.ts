/** Bytes of a name in UTF-8 that file systems of Linux take; Windows and macOS count 255 letters. */
export const MAX_NAME = 255;
/** Letters of one piece of a name, and bytes that its first piece keeps at least. */
const [LONGEST_PIECE, SHORTEST_FIRST] = [80, 30];

/** What Windows, macOS or mail programs refuse, half surrogates, and marks that turn the direction of reading round. */
const REFUSED = /[\p{Cc}\p{Cs}<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
/** Windows keeps these for devices, with any ending; and takes neither a dot nor a space at the end. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=$|\.)/i;
const END = /[.\s]+$/;

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** A piece of a file name, without what some system refuses in one. */
export function safeName(piece: string): string {
  return cutToBytes(piece.replace(REFUSED, "").trim().replace(END, ""), Infinity, LONGEST_PIECE).replace(END, "");
}

/**
 * A file name out of pieces, which every system takes. Where it is too long its first piece gives way: the others tell what the file is.
 * @param ending with its dot
 */
export function fileName(pieces: readonly string[], ending: string): string {
  const [first = "", ...others] = pieces.map(safeName);
  const rest = others.map((piece) => `-${piece}`).join("");
  const head = cutToBytes(first, Math.max(MAX_NAME - bytesOf(rest + ending), SHORTEST_FIRST));
  const stem = `${head}${rest}`.replace(END, "") || "_";
  return fitName(`${DEVICE.test(stem) ? "_" : ""}${stem}${ending}`);
}

/** Endings of documents and archives: what nobody's system runs. */
const DOCUMENT = /\.(?:xlsx|xls|et|ods|csv|docx?|wps|pdf|txt|rtf|jpe?g|png|bmp|gif|tiff?|ofd|zip|rar|7z|gz|eml|msg|p7m|dat)$/i;

/** Whether the name of a file is one that opens as a document, so that a link may lead to it. */
export function isDocument(name: string): boolean {
  return DOCUMENT.test(name);
}

/** The ending of a file that came from a stranger, for a copy of it: what could be a program, or has no ending, ends on `.bin`. */
export function safeEnding(name: string): string {
  return isDocument(name) ? name.slice(name.lastIndexOf(".")).toLowerCase() : ".bin";
}

/** A name that is not too long: its stem gives way, its ending stays. @param mark put before the ending, whatever gives way for it */
export function fitName(name: string, mark = "", most = MAX_NAME): string {
  const dot = name.lastIndexOf(".");
  const [stem, ending] = dot > 0 && bytesOf(name.slice(dot)) < most / 2 ? [name.slice(0, dot), name.slice(dot)] : [name, ""];
  const room = most - bytesOf(mark + ending);
  return bytesOf(stem) <= room ? `${stem}${mark}${ending}` : `${cutToBytes(stem, room).replace(END, "")}${mark}${ending}`;
}

/** The beginning of a text, by whole characters. */
function cutToBytes(text: string, most: number, letters = Infinity): string {
  let [bytes, length] = [0, 0];
  for (const letter of text) {
    bytes += bytesOf(letter);
    if (bytes > most || length + letter.length > letters) break;
    length += letter.length;
  }
  return text.slice(0, length);
}
