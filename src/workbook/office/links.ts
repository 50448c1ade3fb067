/// <reference types="office-js" />
import { ok, refuse, withSheets, type Result } from "../../domain";
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
    const asked = among.map((sheet) => ({
      ...sheet,
      used: context.workbook.worksheets.getItem(sheet.id).getUsedRangeOrNullObject(true).untrack().load("rowIndex,columnIndex,formulas"),
    }));
    return () =>
      asked.flatMap(({ id, name, used }) =>
        used.isNullObject
          ? []
          : (used.formulas as unknown[][]).flatMap((line, r) =>
              line.flatMap((formula, c): Link[] =>
                typeof formula === "string" && formula.startsWith("=") && withSheets(formula, self) !== formula
                  ? [{ id, sheet: name, row: used.rowIndex + r, column: used.columnIndex + c, formula }]
                  : [],
              ),
            ),
      );
  });
  return !found.ok && found.error.kind === "payload-too-large" ? ok(undefined) : found;
}

/** Names of sheets whose protection keeps some links from being rewritten: where a cell may be written to is not asked. */
export async function protectedLinks(links: readonly Link[]): Promise<Result<void, LiveTrouble>> {
  if (links.length === 0) return ok(undefined);
  const closed = await trip((context) => {
    const sheets = context.workbook.worksheets.load("items/id,items/name,items/protection/protected");
    return () => sheets.items.filter(({ id, protection }) => protection.protected && links.some((link) => link.id === id));
  });
  if (!closed.ok) return closed;
  return closed.value.length === 0 ? ok(undefined) : refuse({ kind: "links-protected", what: closed.value.map(({ name }) => name).join("、") });
}

/** Queues the links with other names of the sheets they refer to; an empty map puts them back as they stood. */
export function queueLinks(context: Excel.RequestContext, links: readonly Link[], names: ReadonlyMap<string, string>): void {
  for (const { id, row, column, formula } of links)
    context.workbook.worksheets.getItem(id).getRangeByIndexes(row, column, 1, 1).untrack().formulas = [[withSheets(formula, names)]];
}
