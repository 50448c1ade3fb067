import { issue } from "../../src/actions/issue";
import { seal } from "../../src/actions/seal";
import { consolidate, judgeFile, type EarlierValues, type JudgedFile } from "../../src/actions/consolidate";
import {
  linesOf,
  serialOfDay,
  type Arrival,
  type Catalogue,
  type CellValue,
  type Change,
  type Consolidation,
  type Previous,
  type ReportingPeriod,
} from "../../src/domain";
import { localeFor } from "../../src/locales";
import { coverAt, coverPlaces, explanationAt, programmePlaces, programmeSheetName, textAt, valueAt } from "../../src/sheets/places";
import { openXlsx, patchXlsx, writeXlsx } from "../../src/workbook/xlsx";
import { farms } from "./farms";
import { sample } from "./sample";

export const PERIOD: ReportingPeriod = { year: 2026, half: 2 };
/** Schools of the second form: one with two lines, one with one. */
export const [RED, EAST] = ["示例红星农场", "示例东风农场"] as const;

const values: Readonly<Record<string, number>> = sample.values;
/** Figures that no relation objects to, in the order of the form, whatever its codes. */
const FIGURES = farms.form.indicators.map(({ code }) => values[code]!);
/** The cover as it is filled in. */
export const COVER = { ...sample.cover, on: serialOfDay("2026-12-20")! };

/** How one form is filled in, where it differs. */
export interface Filling {
  readonly catalogue?: Catalogue;
  readonly school?: string;
  readonly period?: ReportingPeriod;
  readonly previous?: readonly Previous[];
  readonly cover?: Readonly<Record<string, CellValue>>;
  /** By sheet, by indicator code. */
  readonly values?: readonly Readonly<Record<string, CellValue>>[];
  readonly texts?: Readonly<Record<string, CellValue>>;
  /** By sheet, by indicator code, or `line`. */
  readonly explanations?: readonly Readonly<Record<string, string>>[];
}

/** The form as it is issued. */
export function issued({ catalogue = farms, school = RED, period = PERIOD, previous = [] }: Filling = {}): Uint8Array {
  return writeXlsx(issue(catalogue, school, period, previous, localeFor("zh-CN", catalogue.form)).plan);
}

/** What fills it in so that nothing is found, but for what differs. Each sheet has figures of its own. */
export function fillings({ catalogue = farms, school = RED, ...rest }: Filling = {}): Change[] {
  const { form, roster } = catalogue;
  const { cover, values = [], texts, explanations = [] } = rest;
  const sheets = linesOf(roster, school).length;
  const changes: Change[] = [];
  const put = (at: { sheet: string; row: number; column: number }, value: CellValue): void =>
    void changes.push({ kind: "value", ...at, value });
  for (const [item, value] of Object.entries({ ...COVER, ...cover })) put(coverAt(coverPlaces(form, sheets), item), value);
  for (let index = 0; index < sheets; index++) {
    const places = programmePlaces(form, programmeSheetName(form, index));
    form.indicators.forEach(({ code, type }, at) => {
      const figure = FIGURES[at]! + index * (at === 3 ? 3 : at === 4 ? 2 : 1);
      const own = values[index] ?? {};
      put(valueAt(places, code), Object.hasOwn(own, code) ? own[code]! : type.decimals === 0 ? Math.round(figure) : figure);
    });
    for (const [id, value] of Object.entries({ ...sample.texts, ...texts })) put(textAt(places, id), value);
    for (const [row, value] of Object.entries(explanations[index] ?? {})) put(explanationAt(places, row), value);
  }
  return changes;
}

/** Some bytes with cells changed. */
export function patched(bytes: Uint8Array, changes: readonly Change[]): Uint8Array {
  const result = patchXlsx(bytes, changes);
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.detail}`);
  return result.value;
}

/** A form filled in without a fault, but for what differs. */
export function filled(filling: Filling = {}): Uint8Array {
  return patched(issued(filling), fillings(filling));
}

export function opened(bytes: Uint8Array): ReturnType<typeof openXlsx> {
  return openXlsx(bytes);
}

/** A sealed copy, by the product's own seal. @throws Error where something is left to correct or explain */
export async function sealed(bytes: Uint8Array, catalogue: Catalogue = farms): Promise<Uint8Array> {
  const book = opened(bytes);
  const done = await seal(book, catalogue, { locale: localeFor("zh-CN", catalogue.form) });
  if (!done.ok) throw new Error(JSON.stringify(done.error.kind === "refused" ? done.error : done.error.checked.findings));
  return book.bytes();
}

/** A file as it comes back from a worker. */
export async function judged(
  name: string,
  bytes: Uint8Array,
  { catalogue = farms, previous, ...arrival }: { catalogue?: Catalogue; previous?: EarlierValues } & Partial<Arrival> = {},
): Promise<JudgedFile> {
  const options = { open: opened, catalogue, locale: localeFor("zh-CN", catalogue.form), ...(previous ? { previous } : {}) };
  return structuredClone(await judgeFile({ arrival: { path: [name], ...arrival }, bytes }, options));
}

export function summedUp(files: readonly JudgedFile[], catalogue: Catalogue = farms): Consolidation {
  return consolidate(files, { period: PERIOD, catalogue, passedOver: [] });
}
