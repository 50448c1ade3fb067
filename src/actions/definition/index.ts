import { ok, refuse, type Catalogue, type Result, type WorkbookPlan } from "../../domain";
import { checkDefinitionBook, definitionBook, type CheckedBook } from "../../definition/book";
import { localeFor, type Locale } from "../../locales";
import { rowsBeyondExcel } from "../../sheets/formula-limits";
import type { FileWorkbook } from "../../workbook/port";
import { relationReadings } from "./readings";
import type { DefinitionRefusal } from "./report";

export { definitionJson, definitionText, type DefinitionReport } from "./report";

/** Bytes of the largest 表式簿 worth reading. */
export const LARGEST_DEFINITION = 10 << 20;

/** A form, its roster and its ruleset as a 表式簿, which its author edits and `checkDefinition` reads back. */
export function exportDefinition(catalogue: Catalogue, locale: Locale): WorkbookPlan {
  return definitionBook(catalogue, relationReadings(catalogue, locale));
}

/**
 * Reads a 表式簿: the catalogue that it defines, or every mistake at its cell.
 * @param locale in whose language forms will be issued: formulas hold its words, and Excel takes only so many characters
 */
export async function checkDefinition(workbook: FileWorkbook, locale: Locale): Promise<Result<CheckedBook, DefinitionRefusal>> {
  const grid = await workbook.read();
  if (!grid.ok) return refuse(grid.error);
  const checked = checkDefinitionBook(grid.value, (catalogue) =>
    rowsBeyondExcel({ ...catalogue, locale: localeFor(locale.tag, catalogue.form) }),
  );
  return checked ? ok(checked) : refuse({ code: "not-a-definition", detail: "neither 基本信息 nor 指标" });
}
