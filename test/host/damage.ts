import { cellKey, parseArea } from "../../src/domain";
import type { HostName, HostSheet } from "./model";

/** What inserting has been seen to do to sheets (notes/office.md): each can be asked of the next insert. */
export type Damage =
  /** A data validation is gone. */
  | { readonly kind: "validation-dropped"; readonly sheet: string; readonly cell: string }
  /** References to other sheets became links to the workbook the sheets came from. */
  | { readonly kind: "formulas-linked"; readonly sheet: string }
  /** References to other sheets became links on the web. */
  | { readonly kind: "formulas-on-the-web"; readonly sheet: string }
  | { readonly kind: "name-broken"; readonly name: string }
  /** The sheet is left out; what referred to it is #REF!. */
  | { readonly kind: "sheet-left-out"; readonly sheet: string }
  /** Very hidden sheets come in visible. */
  | { readonly kind: "sheets-shown" }
  /** The sheet comes in without its protection. */
  | { readonly kind: "unprotected"; readonly sheet: string }
  /** Print area, title rows and fitting are gone. */
  | { readonly kind: "page-lost"; readonly sheet: string };

const REFERENCE = /(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_]*)!/gu;

function rewriteFormulas(sheet: HostSheet, change: (formula: string) => string): void {
  for (const cell of sheet.cells.values()) if (cell.formula !== undefined) cell.formula = change(cell.formula);
}

/** Lists look at other sheets, too: their sources suffer with the formulas. */
function rewriteSources(sheet: HostSheet, change: (formula: string) => string): void {
  for (const [key, one] of sheet.validations)
    sheet.validations.set(key, {
      ...one,
      rule: JSON.parse(JSON.stringify(one.rule), (_, value: unknown) =>
        typeof value === "string" && value.startsWith("=") ? change(value) : value,
      ),
    });
}

/** Puts every name of a sheet in quotes, also those that need none. */
export function quoteSheetNames(sheets: readonly HostSheet[]): void {
  const quoted = (formula: string): string =>
    formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')+'!|[\p{L}_][\p{L}\p{N}_.]*!/gu, (part) =>
      /^["']/.test(part) ? part : `'${part.slice(0, -1)}'!`,
    );
  for (const sheet of sheets) {
    rewriteFormulas(sheet, quoted);
    rewriteSources(sheet, quoted);
  }
}

function leaveOut(sheets: readonly HostSheet[], name: string): HostSheet[] {
  const lost = new RegExp(`(?<![\\p{L}\\p{N}_])'?${name}'?!\\$?[A-Z]+\\$?\\d+(?::\\$?[A-Z]+\\$?\\d+)?`, "gu");
  const rest = sheets.filter((sheet) => sheet.name !== name);
  for (const sheet of rest) {
    rewriteFormulas(sheet, (formula) => formula.replace(lost, "#REF!"));
    rewriteSources(sheet, (formula) => formula.replace(lost, "#REF!"));
  }
  return rest;
}

/** Does damage to sheets that are about to be inserted. @throws Error where there is nothing to damage */
export function damaged(sheets: HostSheet[], names: HostName[], damage: Damage): HostSheet[] {
  const find = (name: string): HostSheet => {
    const sheet = sheets.find((one) => one.name === name);
    if (!sheet) throw new Error(`No sheet ${name} to damage`);
    return sheet;
  };
  switch (damage.kind) {
    case "validation-dropped": {
      const { top, left } = parseArea(damage.cell)!;
      if (!find(damage.sheet).validations.delete(cellKey(top, left))) throw new Error(`No validation at ${damage.sheet}!${damage.cell}`);
      return sheets;
    }
    case "formulas-linked":
      rewriteFormulas(find(damage.sheet), (formula) =>
        formula.replace(REFERENCE, (reference) => `'C:\\Temp\\[form.xlsx]${reference.replace(/^'|'?!$/g, "")}'!`),
      );
      return sheets;
    case "formulas-on-the-web":
      rewriteFormulas(find(damage.sheet), (formula) =>
        formula.replace(REFERENCE, (reference) => `'https://example.org/form.xlsx'#${reference}`),
      );
      return sheets;
    case "name-broken":
      names.find((name) => name.name === damage.name)!.formula = "=#REF!";
      return sheets;
    case "sheet-left-out":
      find(damage.sheet);
      return leaveOut(sheets, damage.sheet);
    case "sheets-shown":
      for (const sheet of sheets) sheet.visibility = "Visible";
      return sheets;
    case "unprotected":
      find(damage.sheet).protection = undefined;
      return sheets;
    case "page-lost": {
      const { page } = find(damage.sheet);
      page.Zoom = { scale: 100 };
      page.Orientation = "Landscape";
      delete page.printArea;
      delete page.titleRows;
      page.heads.CenterFooter = "";
      return sheets;
    }
  }
}
