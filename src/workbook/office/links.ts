/// <reference types="office-js" />
import { ok, withSheets, type Result } from "../../domain";
import type { LiveTrouble } from "../port";
import { trip } from "./trip";

/** A cell of a sheet of the reviewer's own that refers to the summary. */
export interface Link {
  readonly id: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  /** As it stands, with `=`. */
  readonly formula: string;
  /** Its sheet is protected. */
  readonly closed: boolean;
}

/**
 * Looks for formulas that refer to some sheets: a sheet that is deleted leaves #REF! in them. One round trip.
 * @param among the sheets to look through
 * @param names of the sheets that are referred to
 * @returns undefined where this Excel cannot tell so much at once
 */
export async function linksTo(
  names: readonly string[],
  among: readonly { readonly id: string; readonly name: string }[],
): Promise<Result<readonly Link[] | undefined, LiveTrouble>> {
  const self = new Map(names.map((name) => [name.toLowerCase(), "x"]));
  const found = await trip((context) => {
    const asked = among.map(({ id, name }) => {
      const sheet = context.workbook.worksheets.getItem(id).load("protection/protected");
      return { id, name, sheet, used: sheet.getUsedRangeOrNullObject(true).untrack().load("rowIndex,columnIndex,formulas") };
    });
    return () =>
      asked.flatMap(({ id, name, sheet, used }) =>
        used.isNullObject
          ? []
          : (used.formulas as unknown[][]).flatMap((line, r) =>
              line.flatMap((formula, c): Link[] =>
                typeof formula === "string" && formula.startsWith("=") && withSheets(formula, self) !== formula
                  ? [{ id, sheet: name, row: used.rowIndex + r, column: used.columnIndex + c, formula, closed: sheet.protection.protected }]
                  : [],
              ),
            ),
      );
  });
  return !found.ok && found.error.kind === "payload-too-large" ? ok(undefined) : found;
}

/** Queues the links with other names of the sheets they refer to; an empty map puts them back as they stood. */
export function queueLinks(context: Excel.RequestContext, links: readonly Link[], names: ReadonlyMap<string, string>): void {
  for (const { id, row, column, formula } of links)
    context.workbook.worksheets.getItem(id).getRangeByIndexes(row, column, 1, 1).untrack().formulas = [[withSheets(formula, names)]];
}
