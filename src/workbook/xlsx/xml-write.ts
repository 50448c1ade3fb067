export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Namespaces and relationship types of the transitional schema (ECMA-376 part 4), which every program reads. */
export const MAIN_NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const OFFICE_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";

/** Characters XML 1.0 cannot hold, lone surrogates among them (the `u` flag leaves whole pairs alone), and CR, which a parser turns into LF. */
const UNHELD = "\\u0000-\\u0008\\u000b-\\u001f\\ud800-\\udfff\\ufffe\\uffff";
const NOT_IN_XML = new RegExp(`[${UNHELD}]`, "gu");
/** What a reader would take for an escape, once a character behind it is written as one and brings its `_`. */
const LOOKS_ESCAPED = new RegExp(`_(?=x[0-9A-Fa-f]{4}[_${UNHELD}])`, "gu");

function hexEscape(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;
}

/** The `_xHHHH_` way of writing what XML cannot hold (ST_Xstring, ECMA-376 part 1, 22.9.2.19). */
export function toXstring(text: string): string {
  return text.replace(LOOKS_ESCAPED, "_x005F_").replace(NOT_IN_XML, hexEscape);
}

function markup(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

/** Anything that is not written as it stands. */
const STRANGE = new RegExp(`[&<>_${UNHELD}]`, "u");

/** A text as the content of an ST_Xstring element. */
export function xmlText(text: string): string {
  return STRANGE.test(text) ? markup(toXstring(text)) : text;
}

/** A text as the value of an ST_Xstring attribute. Line breaks are written as references: a parser would make them spaces. */
function xmlAttribute(text: string): string {
  return markup(toXstring(text)).replace(/"/g, "&quot;").replace(/\n/g, "&#10;").replace(/\t/g, "&#9;");
}

/** A text for a part that knows no `_xHHHH_` (charts, properties): what XML cannot hold is dropped. */
export function plainXmlText(text: string): string {
  return markup(text.replace(NOT_IN_XML, ""));
}

/** Attributes with a leading space each; absent ones are left out. */
export function attributes(values: Readonly<Record<string, string | number | boolean | undefined>>): string {
  let written = "";
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) continue;
    written += ` ${name}="${typeof value === "string" ? xmlAttribute(value) : Number(value)}"`;
  }
  return written;
}

/** Says that white space counts, where a reader would else be free to drop it. */
export function preserveSpace(text: string): string {
  return /^\s|\s$|[\n\t]|\s\s/.test(text) ? ' xml:space="preserve"' : "";
}

/** One relationship of a part; its id is its place in the list (`rId1` first). */
export interface Relation {
  readonly type: string;
  readonly target: string;
  readonly external?: true;
}

/** A relationships part (ECMA-376 part 2, 9.3). */
export function relationsPart(relations: readonly Relation[]): string {
  const items = relations.map(
    ({ type, target, external }, index) =>
      `<Relationship${attributes({
        Id: `rId${index + 1}`,
        Type: type.includes("://") ? type : `${OFFICE_RELATIONS}/${type}`,
      })} Target="${markup(target).replace(/"/g, "&quot;")}"${external ? ' TargetMode="External"' : ""}/>`,
  );
  return `${XML_HEAD}<Relationships xmlns="${PACKAGE_RELATIONS}">${items.join("")}</Relationships>`;
}
