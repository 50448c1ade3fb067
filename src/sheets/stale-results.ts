import type { Area, Change } from "../domain";
import { resultColumns } from "./places";
import type { ReadForm } from "./read-form";

/** Columns right of the first result on the cover that may hold further results. */
const COVER_RESULTS = 10;

/**
 * What to forget once cells of a form were changed from outside a spreadsheet program: the cached results of the form's own formulas, never
 * those of a formula that somebody typed into an input.
 */
export function staleResults({ cover, programmes }: ReadForm): Change[] {
  const onCover: Area[] = [
    { top: 0, left: cover.result, bottom: cover.seal, right: cover.result + COVER_RESULTS },
    { top: cover.programmes, left: cover.input, bottom: cover.seal - 1, right: cover.input },
  ];
  return [
    { kind: "stale", sheet: cover.sheet, areas: onCover },
    ...programmes.map((places): Change => {
      const areas = resultColumns(places).map(({ column, rows }): Area => ({
        top: Math.min(...rows),
        bottom: Math.max(...rows),
        left: column,
        right: column,
      }));
      return { kind: "stale", sheet: places.sheet, areas };
    }),
  ];
}
