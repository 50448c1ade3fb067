import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cellName, type Catalogue, type CellRef } from "../../src/domain";
import { coverAt, coverPlaces, explanationAt, programmePlaces, programmeSheetName, textAt, valueAt } from "../../src/sheets/places";
import { run } from "../cli/built";
import { newFolder } from "../cli/folder";
import { checkedBook } from "../definition/book/books";
import type { Entered, Entry } from "../fill";
import { LibreOffice, type OfficeInput } from "../foreign/libreoffice";
import { python } from "../foreign/programs";
import { issued } from "../second-form/filled";
import { canteen } from "./canteen";
import { contest } from "./contest";
import { energy } from "./energy";
import { COVER, type OtherForm, type Report } from "./forms";
import { staff } from "./staff";
import { workshop } from "./workshop";

/** All of them, by what is particular about each. */
export const FORMS = {
  "with dotted codes, several groups and parts": energy,
  "of schools as a whole": canteen,
  "without texts": contest,
  "of 60 indicators": workshop,
  "of 100 relations": staff,
} satisfies Readonly<Record<string, OtherForm>>;

/** The 表式簿 of a form as its clerk types it. */
export function typedBook({ sheets }: OtherForm): Uint8Array {
  const to = join(newFolder(), "表式簿.xlsx");
  python([join(__dirname, "typed.py")], JSON.stringify({ to, sheets }));
  return new Uint8Array(readFileSync(to));
}

/** @throws Error where a 表式簿 cannot be used */
export function catalogueOf(book: Uint8Array): Catalogue {
  const { catalogue, problems } = checkedBook(book);
  if (!catalogue) throw new Error(JSON.stringify(problems.filter(({ severity }) => severity !== "notice")));
  return catalogue;
}

/** The figures of a report, sheet by sheet, by their codes. */
function figuresOf(other: OtherForm, { form }: Catalogue, { sheets }: Report): readonly Readonly<Record<string, Entered>>[] {
  const sound = Object.fromEntries(form.indicators.map(({ code }, index) => [code, other.figures[index]!]));
  return sheets.map(({ figures }) => ({ ...sound, ...figures }));
}

/** The figures of a report that count in totals: all numbers but those that their indicator cannot have, which A01 tells. */
export function countedIn(other: OtherForm, catalogue: Catalogue, report: Report): readonly Readonly<Record<string, number>>[] {
  return figuresOf(other, catalogue, report).map((figures, index) => {
    const impossible = [...(report.sheets[index]!.found ?? "").matchAll(/A01 ([^,\s]+)/g)].map(([, code]) => code);
    const numbers = Object.entries(figures).filter(([code, value]) => typeof value === "number" && !impossible.includes(code));
    return Object.fromEntries(numbers) as Readonly<Record<string, number>>;
  });
}

/** What hands put into the cells of an issued form. */
export function entriesOf(other: OtherForm, catalogue: Catalogue, report: Report): readonly Entry[] {
  const { form } = catalogue;
  const cover = coverPlaces(form, report.sheets.length);
  const onCover = Object.entries({ ...COVER, ...report.cover }).filter(([id]) => other.cover.includes(id));
  const figures = figuresOf(other, catalogue, report);
  const onSheets = report.sheets.flatMap(({ texts, explanations = {} }, index) => {
    const places = programmePlaces(form, programmeSheetName(form, index));
    const put = (at: typeof valueAt, values: Readonly<Record<string, Entered>>): Entry[] =>
      Object.entries(values).map(([key, value]) => ({ at: at(places, key), value }));
    return [...put(valueAt, figures[index]!), ...put(textAt, { ...other.texts, ...texts }), ...put(explanationAt, explanations)];
  });
  return [...onCover.map(([id, value]): Entry => ({ at: coverAt(cover, id), value })), ...onSheets];
}

/** What is to be found in a report: `A01 表1!F10 open`, in the order of letters. */
export function expectedOf({ form }: Catalogue, report: Report): string[] {
  const cover = coverPlaces(form, report.sheets.length);
  const states = { found: "open", explained: "explained", unchecked: "notChecked" } as const;
  const told = (of: Report | Report["sheets"][number], at: (place: string) => CellRef): string[] =>
    Object.entries(states).flatMap(([list, state]) =>
      (of[list as keyof typeof states]?.split(/,\s*/) ?? []).map((one) => {
        const [ref, place] = one.split(" ") as [string, string];
        return `${ref} ${cellName(at(place))} ${state}`;
      }),
    );
  const onSheets = report.sheets.flatMap((sheet, index) => {
    const places = programmePlaces(form, programmeSheetName(form, index));
    return told(sheet, (place) => (places.texts.has(place) ? textAt(places, place) : valueAt(places, place)));
  });
  return [...told(report, (item) => coverAt(cover, item)), ...onSheets].sort();
}

/** A finding as the command line tells it to programs. */
export interface ToldFinding {
  readonly ref: string;
  readonly sheet: string;
  readonly cell: string;
  readonly state: string;
  readonly message: string;
}

/** Findings as `expectedOf` lists them. */
export function listed(findings: readonly ToldFinding[]): string[] {
  return findings.map(({ ref, sheet, cell, state }) => `${ref} ${sheet}!${cell} ${state}`).sort();
}

/** A report that was filled in and saved with LibreOffice, and what the command line finds in it. */
export interface Saved {
  readonly name: string;
  readonly other: OtherForm;
  readonly catalogue: Catalogue;
  readonly report: Report;
  readonly bytes: Uint8Array;
  readonly told: readonly ToldFinding[];
}

/** Reports of some of the forms as LibreOffice saves them. None of them is compared with earlier reports. */
export async function savedByLibreOffice(): Promise<Saved[]> {
  const office = await LibreOffice.start();
  try {
    const saved: Omit<Saved, "told">[] = [];
    for (const [other, index] of [
      [energy, 0],
      [contest, 2],
      [staff, 3],
    ] as const) {
      const [catalogue, report] = [catalogueOf(typedBook(other)), other.reports[index]!];
      await office.open(issued({ catalogue, school: report.school }));
      await office.set(entriesOf(other, catalogue, report).map(({ at, value }) => [at, typed(value)]));
      saved.push({ name: `${catalogue.form.id}.xlsx`, other, catalogue, report, bytes: await office.saved() });
    }
    const folder = newFolder();
    for (const { name, bytes } of saved) writeFileSync(join(folder, name), bytes);
    const { out } = run(folder, ["check", ...saved.map(({ name }) => name), "--format", "json"]);
    const { files } = JSON.parse(out) as {
      readonly files: readonly { readonly path: string; readonly findings: readonly ToldFinding[] }[];
    };
    return saved.map((one) => ({ ...one, told: files.find(({ path }) => path === one.name)!.findings }));
  } finally {
    await office.end();
  }
}

const typed = (value: Entered): OfficeInput => (typeof value === "object" && value !== null ? { typed: value.day } : value);

/** A finding as lists on the screen call it. */
export const keyOf = ({ ref, sheet, cell }: ToldFinding): string => `${ref}|${sheet}!${cell}`;

/** Which findings a list on the screen shows with their sentences. @param rows their texts, by their keys */
export function shownIn(rows: ReadonlyMap<string, string>, told: readonly ToldFinding[]): string[] {
  return told.filter((one) => rows.get(keyOf(one))?.includes(one.message)).map(keyOf);
}
