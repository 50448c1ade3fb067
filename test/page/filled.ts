import { randomBytes } from "node:crypto";
import { strToU8, strFromU8, unzipSync, zipSync } from "fflate";
import { programmePlaces, programmeSheetName, valueAt } from "../../src/sheets/places";
import { form } from "../../src/forms";
import { openXlsx, patchXlsx } from "../../src/workbook/xlsx";
import { asChanges, blankForm, entries, VALUES, type Sheet } from "../fill";

export const SCHOOL = "武汉职业技术学院";

/** A filled form without faults, but for what differs. */
export async function filled(sheets: readonly Sheet[] = [], school = SCHOOL): Promise<Uint8Array> {
  const book = openXlsx(blankForm(school));
  const written = await book.write(asChanges(entries(school, sheets)));
  if (!written.ok) throw new Error(written.error.code);
  return book.bytes();
}

/** A form with its parts changed, as another program might save it. */
export function repacked(
  bytes: Uint8Array,
  change: (name: string, text: string) => string,
  more: Record<string, Uint8Array> = {},
): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => [
    name,
    /\.(xml|rels)$/.test(name) ? strToU8(change(name, strFromU8(part))) : part,
  ]);
  return zipSync({ ...(Object.fromEntries(parts) as Record<string, Uint8Array>), ...more }, { level: 6 });
}

/** The same form with a picture in it that makes it so many bytes longer. */
export function heavy(bytes: Uint8Array, length: number): Uint8Array {
  const typed = (name: string, text: string): string =>
    name === "[Content_Types].xml" ? text.replace(/<Override /, '<Default Extension="png" ContentType="image/png"/><Override ') : text;
  return repacked(bytes, typed, { "xl/media/image1.png": randomBytes(length) });
}

/** A form of a school that no roster has, every number on every sheet typed in full width. */
export function manySheets(count: number): Uint8Array {
  const wide = (value: number): string => String(value).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
  const changes = Array.from({ length: count }, (_, index) => programmePlaces(form, programmeSheetName(form, index))).flatMap((places) =>
    Object.entries(VALUES).map(([code, value]) => ({ kind: "value" as const, ...valueAt(places, code), value: wide(value) })),
  );
  const patched = patchXlsx(blankForm("示例职业学院", { blankSheets: count }), changes);
  if (!patched.ok) throw new Error(patched.error.code);
  return patched.value;
}
