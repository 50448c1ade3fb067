import {
  cellAt,
  keyColumn,
  keyRow,
  coverItem,
  plainName,
  schoolLabel,
  type CellValue,
  type Form,
  type Grid,
  type GridSheet,
} from "../domain";
import { META_ROWS } from "./meta";
import { HIDDEN_SHEETS, META_SHEET } from "./places";

/** What a workbook that cannot be taken still says of itself. */
export interface PartialIdentity {
  /** For whom it was issued, as its hidden identification says. */
  readonly issued: string | undefined;
  /** The schools that its covers name. */
  readonly covers: readonly string[];
  /** Id of the period, as the hidden identification says. */
  readonly period: string | undefined;
  /** 电子邮箱 of its cover. */
  readonly email: string | undefined;
}

/** A text that is longer is no name, and no address. */
const LONGEST = 100;

/** Reads what stands beside the labels of a cover, and in the identification, wherever they were moved to; nothing else need be whole. */
export function partialIdentity(grid: Grid, form: Form): PartialIdentity {
  const meta = grid.sheets.find(({ name }) => name === META_SHEET);
  const issued = meta && textAt(meta, META_ROWS.issued, 0) === "issued" ? META_ROWS.issued : undefined;
  const visible = grid.sheets.filter(({ name }) => !HIDDEN_SHEETS.includes(name));
  const email = coverItem(form, "email")?.label;
  const covers = visible.flatMap((sheet) => beside(sheet, schoolLabel(form)));
  return {
    issued: issued === undefined ? undefined : textAt(meta!, issued, 1),
    covers: [...new Set(covers)],
    period: issued === undefined ? undefined : textAt(meta!, issued, 2),
    email: email === undefined ? undefined : visible.flatMap((sheet) => beside(sheet, email))[0],
  };
}

/** The first text to the right of each cell that holds a label. */
function beside(sheet: GridSheet, label: string): string[] {
  const plain = plainName(label);
  const places = [...sheet.cells].filter(([, { value }]) => isShort(value) && plainName(value) === plain).map(([key]) => key);
  return places.flatMap((place) => {
    const right = [...sheet.cells]
      .filter(([key, { value }]) => keyRow(key) === keyRow(place) && keyColumn(key) > keyColumn(place) && isShort(value))
      .sort(([a], [b]) => keyColumn(a) - keyColumn(b));
    const [first] = right;
    return first ? [String(first[1].value).trim()] : [];
  });
}

function textAt(sheet: GridSheet, row: number, column: number): string | undefined {
  const found = cellAt(sheet, { row, column })?.value ?? null;
  return isShort(found) ? found.trim() : undefined;
}

function isShort(value: CellValue): value is string {
  return typeof value === "string" && value.trim() !== "" && value.length <= LONGEST;
}
