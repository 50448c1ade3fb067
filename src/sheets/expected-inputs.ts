import { areaOf, type Area, type CellRef, type Form } from "../domain";
import { coverAt, textArea, coverPlaces, explanationAt, lineAt, programmePlaces, programmeSheetName, textAt, valueAt } from "./places";

/** Where to look on a sheet for validations. */
export interface ExpectedInputs {
  /** Input cells, each by itself. */
  readonly inputs: readonly Area[];
  /** Those of them that are merged over several cells: nothing can be typed into any but the first. */
  readonly merges: readonly Area[];
}

/** Where the inputs of a form stand as issued, on those sheets that bear its names: what a live Excel asks for at once. Moved cells are found all the same. */
export function expectedInputs(form: Form, sheetNames: readonly string[]): Map<string, ExpectedInputs> {
  const codes = form.indicators.map(({ code }) => code);
  const sheets = sheetNames.filter((name) => sheetNames.some((_, index) => name === programmeSheetName(form, index)));
  const cover = coverPlaces(form, sheets.length);
  const areas = (cells: readonly CellRef[]): readonly Area[] => cells.map(areaOf);
  const expected = new Map<string, ExpectedInputs>();
  for (const name of sheets) {
    const places = programmePlaces(form, name);
    expected.set(name, {
      inputs: areas([
        ...(["category", "cluster", "programme"] as const).map((part) => lineAt(places, part)),
        ...codes.map((code) => valueAt(places, code)),
        ...["line", ...codes].map((row) => explanationAt(places, row)),
        ...form.texts.map(({ id }) => textAt(places, id)),
      ]),
      merges: form.texts.map(({ id }) => textArea(places, id)),
    });
  }
  if (sheetNames.includes(cover.sheet))
    expected.set(cover.sheet, {
      inputs: areas(["school", "period", ...form.cover.map(({ id }) => id)].map((item) => coverAt(cover, item))),
      merges: [],
    });
  return expected;
}
