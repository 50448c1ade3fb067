import { cellAt, shown, type Anomaly, type CellRef, type GridSheet } from "../domain";
import { COVER_COLUMNS, resultColumns, type CoverPlaces, type ProgrammePlaces } from "./places";
import { reported } from "./reported";

/** A reference to a cell, outside of any text: results are reckoned from cells, in whatever spelling a program saves them. */
const REFERENCE = /^(?:"[^"]*"|[^"])*?[A-Z]\$?\d/i;

/**
 * Cells that show what a formula of the form found out, and hold something else: what stands there was not reckoned by anybody.
 * An emptied one shows nothing that is not so. One fact a sheet, since a program that saves values alone does it to all of them.
 */
function overwritten(sheet: GridSheet, results: readonly Omit<CellRef, "sheet">[]): Anomaly[] {
  const text = (at: CellRef): string => String(shown(reported(sheet, at))).trim();
  const cells = results
    .filter((place) => !REFERENCE.test(cellAt(sheet, place)?.formula ?? ""))
    .map((place) => ({ sheet: sheet.name, ...place }))
    .filter((at) => text(at) !== "");
  const [at] = cells;
  return at ? [{ kind: "result-overwritten", at, cells, found: text(at) }] : [];
}

/** Those of a programme sheet. */
export function overwrittenResults(sheet: GridSheet, places: ProgrammePlaces): Anomaly[] {
  return overwritten(
    sheet,
    resultColumns(places).flatMap(({ column, rows }) => rows.map((row) => ({ row, column }))),
  );
}

/** Of the list of programmes on the cover, counted from the programme: after the name of the sheet, what is counted there. */
const COUNTS = [COVER_COLUMNS.errors, COVER_COLUMNS.queries].map((column) => column - COVER_COLUMNS.programme);

/** Those of the cover: beside its items, the counts of the programmes, and what it says of the whole form. */
export function overwrittenCover(sheet: GridSheet, { input, result, school, period, items, programmes, seal }: CoverPlaces): Anomaly[] {
  const verdict = seal - 1;
  const list = Array.from({ length: Math.max(0, verdict - programmes) }, (_, index) => programmes + index);
  return overwritten(sheet, [
    ...[school, period, ...items.values()].map((row) => ({ row, column: result })),
    ...list.flatMap((row) => COUNTS.map((step) => ({ row, column: result + step }))),
    { row: verdict, column: input },
  ]);
}
