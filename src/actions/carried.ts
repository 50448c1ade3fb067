import {
  definitionText,
  DEFINITION_LANGUAGE,
  memoized,
  memoizedBy,
  ok,
  refuse,
  shortCode,
  type Catalogue,
  type Definition,
  type Form,
  type Grid,
  type Refusal,
  type Result,
} from "../domain";
import { DEFINITION_SHEET, readDefinitionSheet, statedForm, type CarriedDefinition } from "../sheets";
import { webSha256, type Sha256 } from "./hash";

/** A definition with its code. */
export async function catalogueOf(definition: Definition, sha256: Sha256 = webSha256): Promise<Catalogue> {
  return { ...definition, code: shortCode(await sha256(new TextEncoder().encode(definitionText(definition)))) };
}

/** Definitions that files carried, by all their characters. */
const known = new Map<string, Promise<Result<Catalogue, Refusal>>>();
const MOST_KNOWN = 8;
/** Characters of the largest definition worth reading: its roster is the largest part of it. */
const LARGEST = 2_300_000;

/**
 * What a workbook is judged by: the definition at hand where it is of that form and version, and else the one that it carries. A form that
 * carries none is left to its reader, which says what is wrong.
 * @param own the definition at hand: the one that is built in, or was given
 * @returns the very object `own`, or one object for each definition that is met; or `newer-form` and `definition-damaged`
 */
export async function catalogueFor(grid: Grid, own: Catalogue, sha256?: Sha256): Promise<Result<Catalogue, Refusal>> {
  const stated = statedForm(grid.sheets);
  if (!stated || (stated.id === own.form.id && stated.version === own.form.version)) return ok(own);
  // Issued before files carried anything.
  if (stated.code === "" && !grid.sheets.some(({ name }) => name === DEFINITION_SHEET)) return ok(own);
  return carriedBy(grid, sha256);
}

/**
 * The definition that a workbook carries.
 * @returns one object for each definition that is met; or `newer-form` or `definition-damaged`
 */
export async function carriedBy(grid: Grid, sha256?: Sha256): Promise<Result<Catalogue, Refusal>> {
  const [stated, sheet] = [statedForm(grid.sheets), grid.sheets.find(({ name }) => name === DEFINITION_SHEET)];
  if (!sheet) return damaged("missing");
  const carried = readDefinitionSheet(sheet);
  if (carried.language > DEFINITION_LANGUAGE)
    return refuse({ code: "newer-form", detail: `definition ${carried.language}`, version: carried.language, known: DEFINITION_LANGUAGE });
  if (carried.id !== stated?.id || carried.version !== stated.version || !carried.whole) return damaged("head");
  const size = carried.rows.reduce((sum, row) => sum + row.length, 0);
  if (size > LARGEST) return damaged(`${size} characters`);
  return memoized(known, MOST_KNOWN, [carried.code, ...carried.rows].join("\n"), () => readCarried(carried, sha256));
}

/** As `carriedBy`, of a definition that nobody has met yet. */
async function readCarried({ id, version, code, rows }: CarriedDefinition, sha256?: Sha256): Promise<Result<Catalogue, Refusal>> {
  // What reads definitions is large, and hardly any file asks for it.
  const { parseRows } = await import("../definition/rows");
  const parsed = parseRows(rows);
  if (!parsed.ok) return damaged(parsed.error);
  const catalogue = await catalogueOf(parsed.value, sha256);
  const { form } = catalogue;
  return form.id === id && form.version === version && catalogue.code === code ? ok(catalogue) : damaged("code");
}

function damaged(detail: string): Result<never, Refusal> {
  return refuse({ code: "definition-damaged", detail });
}

/** All that decides whether two figures of one code are of one kind. */
const figuresOf = memoizedBy(({ id, indicators, texts }: Form) =>
  JSON.stringify([
    id,
    indicators.map(({ code, unit, type, measure }) => [code, unit, type.decimals, measure]),
    texts.map((text) => text.id),
  ]),
);

/** Whether figures of two forms can be counted together and compared: each is asked for in both, in the same unit and measure. */
export function sameFigures(a: Form, b: Form): boolean {
  return a === b || figuresOf(a) === figuresOf(b);
}

/** Why a form does not count where another is asked for. */
export function otherForm({ id, version, title }: Form, asked: Form): Refusal {
  if (id !== asked.id) return { code: "other-form", detail: `${id}/${version}`, title };
  const code = version < asked.version ? "older-form" : "newer-form";
  return { code, detail: "figures", version, known: asked.version };
}
