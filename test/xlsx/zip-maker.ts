import { deflateRawSync } from "node:zlib";
import { crc32 } from "../../src/workbook/xlsx/crc32";

/** One entry of a hand-made zip. Whatever is given here is written as it is, true or not. */
export interface MadeEntry {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly method?: number;
  readonly crc?: number;
  /** Size after inflating, as declared. */
  readonly size?: number;
  /** Packed size, as declared. */
  readonly packed?: number;
  /** The packed bytes; made from `content` where absent. */
  readonly raw?: Uint8Array;
  readonly flags?: number;
  /** The name in the local header. */
  readonly localName?: string;
  /** The name as bytes in both places, where it is not UTF-8. */
  readonly nameBytes?: Uint8Array;
  /** Extra fields of the directory. */
  readonly extra?: Uint8Array;
  /** Where the directory says the entry is; its true place where absent. */
  readonly offset?: number;
}

const encoder = new TextEncoder();

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === "string" ? encoder.encode(content) : content;
}

function header(entry: MadeEntry, raw: Uint8Array, name: Uint8Array, extra = 0): Uint8Array {
  const content = bytesOf(entry.content);
  const bytes = new Uint8Array(26);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 20, true);
  view.setUint16(2, entry.flags ?? 0x800, true);
  view.setUint16(4, entry.method ?? 8, true);
  view.setUint32(10, entry.crc ?? crc32(content), true);
  view.setUint32(14, entry.packed ?? raw.length, true);
  view.setUint32(18, entry.size ?? content.length, true);
  view.setUint16(22, name.length, true);
  view.setUint16(24, extra, true);
  return bytes;
}

/** A zip from hand, sound unless an entry or the end says otherwise. */
export function makeZip(
  entries: readonly MadeEntry[],
  end: { readonly count?: number; readonly offset?: number; readonly comment?: string } = {},
): Uint8Array {
  const locals: Uint8Array[] = [];
  const centrals: Uint8Array[] = [];
  let offset = 0;
  for (const entry of entries) {
    const raw = entry.raw ?? ((entry.method ?? 8) === 8 ? deflateRawSync(bytesOf(entry.content)) : bytesOf(entry.content));
    const localName = entry.nameBytes ?? encoder.encode(entry.localName ?? entry.name);
    locals.push(Uint8Array.of(0x50, 0x4b, 3, 4), header(entry, raw, localName), localName, raw);
    const name = entry.nameBytes ?? encoder.encode(entry.name);
    const extra = entry.extra ?? new Uint8Array();
    const place = new Uint8Array(14);
    new DataView(place.buffer).setUint32(10, entry.offset ?? offset, true);
    centrals.push(Uint8Array.of(0x50, 0x4b, 1, 2, 20, 0), header(entry, raw, name, extra.length), place, name, extra);
    offset += 30 + localName.length + raw.length;
  }
  const directory = Buffer.concat(centrals);
  const comment = encoder.encode(end.comment ?? "");
  const last = new Uint8Array(22);
  const view = new DataView(last.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, end.count ?? entries.length, true);
  view.setUint16(10, end.count ?? entries.length, true);
  view.setUint32(12, directory.length, true);
  view.setUint32(16, end.offset ?? offset, true);
  view.setUint16(20, comment.length, true);
  return new Uint8Array(Buffer.concat([...locals, directory, last, comment]));
}

export const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const HEAD = '<?xml version="1.0" encoding="UTF-8"?>';

/** A relationships part from lines of id, type, target and perhaps mode. */
export function relationsXml(...lines: readonly (readonly [id: string, type: string, target: string, mode?: string])[]): string {
  const items = lines.map(
    ([id, type, target, mode]) =>
      `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"${mode ? ` TargetMode="${mode}"` : ""}/>`,
  );
  return `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join("")}</Relationships>`;
}

export function sheetXml(inner: string): string {
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${inner}</sheetData></worksheet>`;
}

export function workbookXml(inner: string): string {
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${inner}</workbook>`;
}

/** The parts of a small sound workbook with one sheet 表1; each may be replaced, left out (undefined) or added to. */
export function parts(changes: Readonly<Record<string, string | Uint8Array | undefined>> = {}): MadeEntry[] {
  const all = new Map<string, string | Uint8Array | undefined>([
    [
      "[Content_Types].xml",
      `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' +
        '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    ],
    ["_rels/.rels", relationsXml(["rId1", "officeDocument", "xl/workbook.xml"])],
    ["xl/workbook.xml", workbookXml('<sheets><sheet name="表1" sheetId="1" r:id="rId1"/></sheets>')],
    ["xl/_rels/workbook.xml.rels", relationsXml(["rId1", "worksheet", "worksheets/sheet1.xml"])],
    ["xl/worksheets/sheet1.xml", sheetXml('<row r="1"><c r="A1"><v>5</v></c></row>')],
    ...Object.entries(changes),
  ]);
  return [...all].flatMap(([name, content]) => (content === undefined ? [] : [{ name, content }]));
}

/** A small workbook as bytes, its parts changed as `parts` says. */
export function workbook(changes: Readonly<Record<string, string | Uint8Array | undefined>> = {}): Uint8Array {
  return makeZip(parts(changes));
}

/** A small workbook whose sheet data is this. */
export function withRows(rows: string): Uint8Array {
  return workbook({ "xl/worksheets/sheet1.xml": sheetXml(rows) });
}

/** A compound file ([MS-CFB]) whose directory names these streams. */
export function compoundFile(...streams: readonly string[]): Uint8Array {
  const bytes = new Uint8Array(512 * 3);
  const view = new DataView(bytes.buffer);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  view.setUint16(30, 9, true);
  view.setUint32(44, 1, true);
  view.setUint32(48, 1, true);
  view.setUint32(76, 0, true);
  for (let at = 512; at < 1024; at += 4) view.setUint32(at, 0xfffffffe, true);
  ["Root Entry", ...streams].forEach((name, index) => {
    const at = 1024 + index * 128;
    [...name].forEach((letter, place) => view.setUint16(at + place * 2, letter.charCodeAt(0), true));
    view.setUint16(at + 64, (name.length + 1) * 2, true);
  });
  return bytes;
}
