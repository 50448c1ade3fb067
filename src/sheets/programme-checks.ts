import { absolute, address } from "../domain";
import { holdsMark, looksBlank } from "./check-formula";
import {
  coverAt,
  comparisonAt,
  explanationAt,
  lineAt,
  textAt,
  valueAt,
  type CoverPlaces,
  type LinePart,
  type ProgrammePlaces,
} from "./places";
import { listReference } from "./roster-sheet";
import type { RowCells } from "./check-context";
import { coverCheck, lineCheck, textCheck, type CoverCells, type LineCells } from "./place-check";
import { rowCheck } from "./row-check";
import type { TemplateContext } from "./template-context";

/** The result formulas of a programme sheet, without `=`. */
export interface ProgrammeChecks {
  line(part: LinePart): string;
  indicator(code: string): string;
  /** Beside a text: its problem, else how much of the room is used. */
  text(id: string): string;
}

/** The part of a column from one row to another, as a range of the same sheet. */
function stretch(column: number, rows: readonly number[]): string {
  return `${absolute({ row: Math.min(...rows), column })}:${absolute({ row: Math.max(...rows), column })}`;
}

/** Results from the first to the last, at the places of a programme sheet. */
export function programmeChecks(context: TemplateContext, places: ProgrammePlaces): ProgrammeChecks {
  const { lists } = context;
  const rows = [...places.indicators.values()];
  const cells: RowCells = {
    value: (code) => address(valueAt(places, code)),
    comparison: (code) => address(comparisonAt(places, code)),
    explanation: (row) => address(explanationAt(places, row)),
    text: (id) => address(textAt(places, id)),
    values: stretch(places.columns.current, rows),
    explanations: stretch(places.columns.explanation, [places.programme, ...rows]),
    emptyWords: listReference(lists.emptyWords),
  };
  const line: LineCells = {
    category: absolute(lineAt(places, "category")),
    cluster: absolute(lineAt(places, "cluster")),
    programme: absolute(lineAt(places, "programme")),
    issuedSchool: context.school,
    categories: listReference(lists.categories),
    clusterCategories: listReference(lists.clusterCategories),
    clusters: listReference(lists.clusters),
    programmeKeys: listReference(lists.programmeKeys),
    programmes: listReference(lists.programmes),
  };
  return {
    line: (part) => lineCheck(part, context, cells, line),
    indicator: (code) => rowCheck(code, context, cells),
    text: (id) => withRoomUsed(textCheck(id, context, cells), id, cells.text(id), context),
  };
}

/** How many characters of a text's room are used, where it has no problem. */
function withRoomUsed(problem: string, id: string, cell: string, { form, locale }: TemplateContext): string {
  const { maxLength } = form.texts.find((item) => item.id === id)!;
  const [before = "", after = ""] = locale.form.used.replace("{max}", String(maxLength)).split("{used}");
  const open = `${looksBlank(cell)},LEN(${cell})>${maxLength},${holdsMark(cell, form.labels.draftMark)}`;
  const used = `"${before}"&LEN(${cell})&"${after}"`;
  return `IF(ISERROR(${cell}),${problem},IF(OR(${open}),${problem},${used}))`;
}

/** The result formulas of the cover, by item. */
export function coverChecks(context: TemplateContext, places: CoverPlaces): (id: string) => string {
  const { form, lists, school, period } = context;
  const cells: CoverCells = {
    item: (id) => absolute(coverAt(places, id)),
    items: stretch(
      places.input,
      form.cover.map(({ id }) => coverAt(places, id).row),
    ),
    schools: listReference(lists.schools),
    periods: listReference(lists.periods),
    issuedSchool: school,
    period,
  };
  return (id) => coverCheck(id, context, cells);
}
