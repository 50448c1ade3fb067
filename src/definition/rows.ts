import { refuse, type Definition, type DefinitionRowKind, type Result } from "../domain";
import { parseDefinition } from ".";
import { Place, texts } from "./json";
import { pathText } from "./mistake";

/** Where the content of a row belongs in the JSON of a definition: as an object of its own, or at the end of a list. */
const PLACES: { readonly [K in DefinitionRowKind]: readonly [part: "form" | "roster" | "ruleset", list?: string] } = {
  form: ["form"],
  labels: ["form"],
  cover: ["form", "cover"],
  indicator: ["form", "indicators"],
  text: ["form", "texts"],
  ruleset: ["ruleset"],
  setting: ["ruleset", "settings"],
  across: ["ruleset", "across"],
  roster: ["roster"],
  entry: ["roster", "entries"],
};

/**
 * Reads a definition from its rows, as issued files carry it.
 * @param rows of JSON, `[kind, content]`: a stranger may have written them
 * @returns the definition; or what is wrong first, for whoever looks into it
 */
export function parseRows(rows: readonly string[]): Result<Definition, string> {
  const json = {
    form: { cover: [], indicators: [], texts: [] } as Record<string, unknown>,
    roster: { entries: [] } as Record<string, unknown>,
    ruleset: { settings: [], across: [] } as Record<string, unknown>,
  };
  for (const [index, row] of rows.entries()) {
    const read = readRow(row);
    if (!read) return refuse(`row ${index + 1}`);
    const [part, list] = PLACES[read.kind];
    if (list !== undefined) (json[part][list] as unknown[]).push(read.content);
    else if (read.kind === "labels") json.form["labels"] = read.content;
    // The parts of a definition that are lists come from rows of their own.
    else json[part] = { ...read.content, ...json[part] };
  }
  // Whoever issued the form was asked about each unit that is unusual.
  const units = texts(
    new Place(json.form["indicators"]).list(json.form["indicators"] instanceof Array ? 500 : 0).map((one) => one.at("unit")),
  );
  const parsed = parseDefinition(json, { units: units.map(({ text }) => text) });
  if (parsed.ok) return parsed;
  const [first] = parsed.error;
  return refuse(first ? `${pathText(first.path)} ${first.code}` : "");
}

function readRow(row: string): { readonly kind: DefinitionRowKind; readonly content: object } | undefined {
  let read: unknown;
  try {
    read = JSON.parse(row);
  } catch {
    return undefined;
  }
  if (!Array.isArray(read) || read.length !== 2) return undefined;
  const [kind, content] = read as [unknown, unknown];
  if (typeof kind !== "string" || !Object.hasOwn(PLACES, kind) || typeof content !== "object" || content === null) return undefined;
  return { kind: kind as DefinitionRowKind, content };
}
