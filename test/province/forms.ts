import { gatherEarlier, type EarlierForms } from "../../src/actions/earlier";
import { issue } from "../../src/actions/issue";
import { seal } from "../../src/actions/seal";
import { coverItem, serialOfDay, type CellRef, type CellValue, type Change, type ReportingPeriod } from "../../src/domain";
import {
  coverAt,
  coverPlaces,
  explanationAt,
  lineAt,
  programmePlaces,
  programmeSheetName,
  textAt,
  valueAt,
  type LinePart,
} from "../../src/sheets/places";
import { patchXlsx, writeXlsx } from "../../src/workbook/xlsx";
import { nodeInflate } from "../../src/workbook/xlsx/node-inflate";
import { openXlsx } from "../../src/workbook/xlsx/workbook";
import type { Numbers } from "./numbers";
import { annex2, type Plot } from "./plot";

/** How one form is filled in. */
export interface Filling {
  readonly school: string;
  readonly period: ReportingPeriod;
  /** 报出日期. */
  readonly day: string;
  /** By programme sheet. */
  readonly numbers: readonly Numbers[];
  /** By programme sheet, by indicator code. */
  readonly explanations?: readonly Readonly<Record<string, string>>[];
  /** Heads of the sheets, where the form cannot know them: a school that the roster lacks. */
  readonly heads?: readonly Readonly<Record<LinePart, string>>[];
}

/** What earlier files say, for `filled`. */
export function earlierOf(files: readonly Uint8Array[], { catalogue, locale } = annex2): Promise<EarlierForms> {
  const names = files.map((_, index) => `${index}`);
  return gatherEarlier(names, (name) => ({ ok: true, value: openXlsx(files[Number(name)]!, { inflate: nodeInflate }) }), catalogue, locale);
}

/** A form issued as any other, then filled in cell by cell. */
export function filled(
  { school, period, day, numbers, explanations = [], heads }: Filling,
  earlier?: EarlierForms,
  { catalogue, locale, cover, texts, renewed }: Plot = annex2,
): Uint8Array {
  const { form } = catalogue;
  const previous = earlier?.of(school, period).previous ?? [];
  const { plan } = issue(catalogue, school, period, previous, locale, heads?.length);
  const changes: Change[] = [];
  const put = (at: CellRef, value: CellValue): void => void changes.push({ kind: "value", ...at, value });
  const onCover = coverPlaces(form, numbers.length);
  for (const [item, value] of Object.entries({ ...cover, [coverItem(form, "reported")!.id]: serialOfDay(day)! }))
    put(coverAt(onCover, item), value);
  numbers.forEach((of, index) => {
    const places = programmePlaces(form, programmeSheetName(form, index));
    for (const [part, value] of Object.entries(heads?.[index] ?? {})) put(lineAt(places, part as LinePart), value);
    for (const [code, value] of Object.entries(of)) put(valueAt(places, code), value);
    // A text that says nothing new would be noticed.
    const now = { ...texts, [renewed]: `${period.year}年${period.half === 1 ? "上" : "下"}半年：${texts[renewed]}` };
    for (const [id, value] of Object.entries(now)) put(textAt(places, id), value);
    for (const [code, value] of Object.entries(explanations[index] ?? {})) put(explanationAt(places, code), value);
  });
  return patched(writeXlsx(plan), changes);
}

/** A file with some cells changed, by hands that know nothing of seals. */
export function patched(bytes: Uint8Array, changes: readonly Change[]): Uint8Array {
  const result = patchXlsx(bytes, changes, { inflate: nodeInflate });
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.detail}`);
  return result.value;
}

/** A file with one number changed. */
export function withNumber(bytes: Uint8Array, sheet: number, code: string, value: number, { form } = annex2.catalogue): Uint8Array {
  return patched(bytes, [{ kind: "value", ...valueAt(programmePlaces(form, programmeSheetName(form, sheet)), code), value }]);
}

/** A sealed copy, by the product's own seal. @throws Error where something is left to correct or explain */
export async function sealed(bytes: Uint8Array, { catalogue, locale } = annex2): Promise<Uint8Array> {
  const book = openXlsx(bytes, { inflate: nodeInflate });
  const done = await seal(book, catalogue, { locale });
  if (done.ok) return book.bytes();
  const { error } = done;
  const why =
    error.kind === "refused" ? [error.refusal.code] : error.checked.findings.map(({ ref, at }) => `${ref} ${at.sheet}!${at.row + 1}`);
  throw new Error(`not sealed: ${why.join(", ")}`);
}
