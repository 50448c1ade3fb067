import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CellValue, Change } from "../src/domain";
import { form } from "../src/forms";
import { coverAt, coverPlaces, META_SHEET, programmePlaces, programmeSheetName, valueAt } from "../src/sheets/places";
import { patchXlsx } from "../src/workbook/xlsx";
import { nodeInflate } from "../src/workbook/xlsx/node-inflate";
import { blankForm, filledForm } from "./forms";

const SHEETS = 3;
/** Forms made from the template; the others are these, with another school and other numbers. */
const MODELS = 10;
/** Where the hidden identification names the school. */
const ISSUED_SCHOOL = { sheet: META_SHEET, row: 2, column: 1 };

/** The n-th school of a country: recognisably none that exists. */
function schoolName(index: number): string {
  return `示例职业学院${String(index + 1).padStart(4, "0")}`;
}

/** What makes a form that of another school. */
function schoolChanges(school: string): Change[] {
  const places = [ISSUED_SCHOOL, coverAt(coverPlaces(form, SHEETS), "school")];
  return places.map((at) => ({ kind: "value", ...at, value: school }));
}

function writeForm(folder: string, school: string, model: Uint8Array, changes: readonly Change[]): void {
  const patched = patchXlsx(model, changes, { inflate: nodeInflate });
  if (!patched.ok) throw new Error(patched.error.detail);
  writeFileSync(join(folder, `${school}.xlsx`), patched.value);
}

/** Fills a folder with forms of so many schools, three programmes each, of which one figure was filled in: some 150 findings a form. */
export function nearlyBlankBulk(folder: string, count: number): void {
  const model = blankForm();
  const figure = valueAt(programmePlaces(form, programmeSheetName(form, 0)), "01");
  for (let index = 0; index < count; index++) {
    const school = schoolName(index);
    writeForm(folder, school, model, [...schoolChanges(school), { kind: "value", ...figure, value: (index % 50) + 1 }]);
  }
}

/** Fills a folder with forms of so many schools, three programmes each. */
export function bulk(folder: string, count: number): void {
  const models = Array.from({ length: MODELS }, (_, seed) => filledForm(seed));
  for (let index = 0; index < count; index++) {
    const school = schoolName(index);
    const changes = schoolChanges(school);
    const put = (at: { sheet: string; row: number; column: number }, value: CellValue): void =>
      void changes.push({ kind: "value", ...at, value });
    for (let sheet = 0; sheet < SHEETS; sheet++)
      for (const code of ["01", "20", "30"])
        put(valueAt(programmePlaces(form, programmeSheetName(form, sheet)), code), (index * 7 + sheet) % 500);
    writeForm(folder, school, models[index % MODELS]!, changes);
  }
}
