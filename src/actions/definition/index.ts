import { ok, refuse, type Catalogue, type Result, type WorkbookPlan } from "../../domain";
import { checkDefinitionBook, definitionBook } from "../../definition/book";
import type { Locale } from "../../locales";
import { statedForm } from "../../sheets";
import { rowsBeyondExcel } from "../../sheets/formula-limits";
import type { FileWorkbook } from "../../workbook/port";
import { carriedBy, catalogueOf } from "../carried";
import type { Sha256 } from "../hash";
import { relationReadings } from "./readings";
import type { CheckedDefinition, DefinitionRefusal } from "./report";

export { differenceJson, differenceText, differenceView, type ChangesView, type DifferenceReport, type DifferenceView } from "./difference";
export { issuedList } from "./issued-list";
export { definitionView, type DefinitionView } from "./view";
export { listText, questionsOf, sayRoster, withRosterList, type BatchOutcome, type SaidOfList } from "./roster-batch";
export { definitionJson, definitionText, type CheckedDefinition, type DefinitionRefusal, type DefinitionReport } from "./report";

/** What is to be said of a definition of which nothing is wrong. */
function checkedOf({ form, ruleset, roster }: Catalogue): Omit<CheckedDefinition, "catalogue" | "issued"> {
  const { length: indicators } = form.indicators;
  const relations = ruleset.settings.length + ruleset.across.length;
  return { form, counts: { indicators, texts: form.texts.length, relations, roster: roster.entries.length }, problems: [] };
}

/** Bytes of the largest 表式簿 worth reading. */
export const LARGEST_DEFINITION = 10 << 20;

/** A form, its roster and its ruleset as a 表式簿, which its author edits and `checkDefinition` reads back. */
export function exportDefinition(catalogue: Catalogue, locale: Locale): WorkbookPlan {
  return definitionBook(catalogue, relationReadings(catalogue, locale));
}

export interface DefinitionOptions {
  /** In whose language forms will be issued: formulas hold its words, and Excel takes only so many characters. */
  readonly locale: Locale;
  /**
   * The definition that the program is built with: another of the same form and version would be mistaken for it. Absent where nothing is
   * judged or issued by what is read.
   */
  readonly builtIn?: Catalogue;
  /** The one of browsers where absent. */
  readonly sha256?: Sha256;
}

/**
 * Reads the definition of a form: a 表式簿, or a form that was issued, which carries its own.
 * @returns the catalogue that it defines, or every mistake at its cell
 */
export async function checkDefinition(
  workbook: FileWorkbook,
  { locale, builtIn, sha256 }: DefinitionOptions,
): Promise<Result<CheckedDefinition, DefinitionRefusal>> {
  const grid = await workbook.read();
  if (!grid.ok) return refuse(grid.error);
  if (statedForm(grid.value.sheets)) {
    const carried = await carriedBy(grid.value, sha256);
    return carried.ok ? ok({ catalogue: carried.value, issued: true, ...checkedOf(carried.value) }) : carried;
  }
  const checked = checkDefinitionBook(grid.value, builtIn, (definition) =>
    rowsBeyondExcel({ ...definition, locale: locale.ofForm(definition.form) }),
  );
  if (!checked) return refuse({ code: "not-a-definition", detail: "neither 基本信息 nor 指标" });
  const { definition, ...rest } = checked;
  return ok(definition ? { ...rest, catalogue: await catalogueOf(definition, sha256) } : rest);
}
