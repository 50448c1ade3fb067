import fc from "fast-check";
import { unzipSync } from "fflate";
import { issue } from "../../src/actions/issue";
import { linesOf, type CellRef, type CellValue, type Change } from "../../src/domain";
import { coverAt, coverPlaces, explanationAt, programmePlaces, programmeSheetName, textAt, valueAt } from "../../src/sheets/places";
import { openXlsx, writeXlsx } from "../../src/workbook/xlsx";
import { makeZip } from "../xlsx/zip-maker";
import type { Subject } from "./subjects";
import { hostileNumber, hostileText } from "./texts";

/** A cell that another program wrote: a text, a number as it stands in the file, or what a sound form holds there. */
export interface Planted {
  /** `text:leader`, `number:29`, `why:29`, `cover:filler`. */
  readonly field: string;
  readonly raw: string;
}

/** The names of all fields of a form that may hold anything. */
function fieldsOf({ catalogue: { form } }: Subject): { readonly texts: string[]; readonly numbers: string[] } {
  return {
    texts: [
      ...form.texts.map(({ id }) => `text:${id}`),
      ...form.indicators.map(({ code }) => `why:${code}`),
      ...form.cover.flatMap(({ id, kind }) => (kind === "date" ? [] : [`cover:${id}`])),
      "cover:school",
    ],
    numbers: form.indicators.map(({ code }) => `number:${code}`),
  };
}

/** A mark that stands in the base form where a field is: nothing else in it looks so. */
const markOf = (field: string): string => `⟦${field}⟧`;
const numberMark = (sheet: number, index: number): number => 771_000_000 + sheet * 1_000 + index;

const bases = new Map<string, ReadonlyMap<string, string>>();

/** The parts of a filled form with a mark in every field. */
async function baseOf({ catalogue, locale, cover }: Subject, school: string): Promise<ReadonlyMap<string, string>> {
  const known = bases.get(school);
  if (known) return known;
  const { form, roster } = catalogue;
  const lines = linesOf(roster, school);
  const onCover = coverPlaces(form, lines.length);
  const changes: Change[] = [];
  const put = (at: CellRef, value: CellValue): void => void changes.push({ kind: "value", ...at, value });
  for (const { id, kind } of form.cover) put(coverAt(onCover, id), kind === "date" ? cover[id]! : markOf(`cover:${id}`));
  put(coverAt(onCover, "school"), markOf("cover:school"));
  for (const index of lines.keys()) {
    const places = programmePlaces(form, programmeSheetName(form, index));
    for (const { id } of form.texts) put(textAt(places, id), markOf(`text:${id}`));
    for (const [at, { code }] of form.indicators.entries()) {
      put(valueAt(places, code), numberMark(index, at));
      put(explanationAt(places, code), markOf(`why:${code}`));
    }
  }
  const book = openXlsx(writeXlsx(issue(catalogue, school, { year: 2026, half: 2 }, [], locale).plan));
  const written = await book.write(changes);
  if (!written.ok) throw new Error(written.error.detail);
  const parts = new Map(Object.entries(unzipSync(book.bytes())).map(([name, bytes]) => [name, Buffer.from(bytes).toString("utf8")]));
  bases.set(school, parts);
  return parts;
}

/** Text as XML; what XML cannot hold is written as Excel writes it. */
function xml(text: string): string {
  return (
    text
      .replace(/&/g, "&amp;")
      .replace(/</g, "&lt;")
      .replace(/>/g, "&gt;")
      // eslint-disable-next-line no-control-regex -- these are what XML cannot hold
      .replace(/[\0-\x08\x0b-\x1f\ufffe\uffff]|\r/g, (char) => `_x${char.charCodeAt(0).toString(16).padStart(4, "0").toUpperCase()}_`)
  );
}

function soundText(field: string, school: string, { texts, cover }: Subject): string {
  const [kind = "", key = ""] = field.split(":");
  if (kind === "text") return texts[key] ?? "";
  if (kind === "cover") return key === "school" ? school : String(cover[key] ?? "");
  return "";
}

/** A filled form as a file, with fields as some other program may have written them. */
async function formWith(subject: Subject, school: string, fields: readonly Planted[]): Promise<Uint8Array> {
  const { indicators } = subject.catalogue.form;
  const raw = new Map(fields.map((one) => [one.field, one.raw]));
  const parts = [...(await baseOf(subject, school))].map(([name, text]) => ({
    name,
    content: /^xl\/worksheets\//.test(name)
      ? text
          .replace(/⟦([^⟧]+)⟧/g, (_, field: string) => xml(raw.get(field) ?? soundText(field, school, subject)))
          .replace(/77100(\d)(\d{3})/g, (_, sheet: string, index: string) => {
            const { code } = indicators[Number(index)]!;
            return xml(raw.get(`number:${code}`) ?? String(subject.values(Number(sheet))[code]));
          })
      : text,
  }));
  return makeZip(parts);
}

/** A filled form that somebody sends: its school, and what stands in some of its fields. */
export interface FilledForm {
  readonly school: string;
  readonly fields: readonly Planted[];
}

/** Filled forms of one kind, as hostile as they come. */
export interface Forms {
  readonly bytesOf: (form: FilledForm) => Promise<Uint8Array>;
  readonly hostile: fc.Arbitrary<FilledForm>;
  /** Of which nothing holds back the sealing. */
  readonly sealable: fc.Arbitrary<FilledForm>;
}

export function formsOf(subject: Subject): Forms {
  const { texts, numbers } = fieldsOf(subject);
  const planted: fc.Arbitrary<Planted> = fc.oneof(
    fc.record({ field: fc.constantFrom(...texts), raw: hostileText }),
    fc.record({ field: fc.constantFrom(...numbers), raw: hostileNumber }),
  );
  const free = fc.record({ field: fc.constantFrom(...subject.free.map((id) => `text:${id}`)), raw: hostileText });
  const school = fc.constantFrom(...subject.schools);
  return {
    bytesOf: (form) => formWith(subject, form.school, form.fields),
    hostile: fc.record({ school, fields: fc.array(planted, { maxLength: 8 }) }),
    sealable: fc.record({ school, fields: fc.array(free, { maxLength: 3 }) }),
  };
}
