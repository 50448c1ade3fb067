import { absolute, type Area } from "../../domain/cell";

/** A sheet name as a formula says it. Always quoted: an unquoted 表 1 or 2026 is a repair prompt. */
function quoteSheet(name: string): string {
  return `'${name.replace(/'/g, "''")}'`;
}

/** `'表1'!$A$1:$C$9` */
export function absoluteArea(sheet: string, area: Area): string {
  const from = absolute({ row: area.top, column: area.left });
  return `${quoteSheet(sheet)}!${from}:${absolute({ row: area.bottom, column: area.right })}`;
}

/** `'表1'!$1:$3`, both rows counted from 0. */
export function absoluteRows(sheet: string, [first, last]: readonly [number, number]): string {
  return `${quoteSheet(sheet)}!$${first + 1}:$${last + 1}`;
}

/** A place of a hyperlink (`表 1!A1`) with its sheet quoted; a defined name stays as it is. */
export function quotePlace(place: string): string {
  const mark = place.lastIndexOf("!");
  if (mark < 0 || place.startsWith("'")) return place;
  return quoteSheet(place.slice(0, mark)) + place.slice(mark);
}
