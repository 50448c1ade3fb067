import type { HostBook, HostValidation } from "./model";

/** How a formula says the name of a sheet: quoted where it must be. */
function said(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) ? name : `'${name.replace(/'/g, "''")}'`;
}

/** All references of a formula to a sheet, told apart from texts, other workbooks and longer names. */
function pattern(name: string): RegExp {
  const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const reference = `('${literal(name.replace(/'/g, "''"))}'|(?<![\\p{L}\\p{N}_.\\]'])${literal(name)})!`;
  return new RegExp(`"(?:[^"]|"")*"|${reference}(\\$?[A-Z]+\\$?\\d+(?::\\$?[A-Z]+\\$?\\d+)?)?`, "giu");
}

/** Changes every formula of the book that speaks of a sheet: in cells, names and validations. */
function rewrite(book: HostBook, name: string, to: (place: string | undefined) => string, gone: boolean): void {
  const every = pattern(name);
  const change = (formula: string): string =>
    formula.replace(every, (all: string, reference: string | undefined, place: string | undefined) =>
      reference === undefined ? all : to(place),
    );
  const speaks = (text: string): boolean => text.toLowerCase().includes(name.toLowerCase());
  for (const sheet of book.sheets)
    for (const cell of sheet.cells.values()) {
      if (cell.formula === undefined || !speaks(cell.formula)) continue;
      const changed = change(cell.formula);
      if (gone && changed !== cell.formula) cell.value = { error: "#REF!" };
      cell.formula = changed;
    }
  for (const one of book.names) one.formula = change(one.formula);
  const known = new Map<HostValidation, HostValidation>();
  for (const sheet of book.sheets)
    for (const [key, one] of sheet.validations) {
      let changed = known.get(one);
      if (!changed) {
        const text = JSON.stringify(one.rule);
        const rule = JSON.parse(text, (_, value: unknown) =>
          typeof value === "string" && value.startsWith("=") ? change(value) : value,
        ) as HostValidation["rule"];
        known.set(one, (changed = speaks(text) ? { ...one, rule } : one));
      }
      if (changed !== one) sheet.validations.set(key, changed);
    }
}

/** A sheet was given another name: whatever refers to it goes along (README: assumption 16). */
export function sheetRenamed(book: HostBook, from: string, to: string): void {
  if (from !== to) rewrite(book, from, (place = "") => `${said(to)}!${place}`, false);
}

/** A sheet was deleted: whatever referred to it is broken, for good. */
export function sheetDeleted(book: HostBook, name: string): void {
  rewrite(book, name, () => "#REF!", true);
}
