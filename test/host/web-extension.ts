import { strFromU8, strToU8, unzipSync, zipSync, type Unzipped } from "fflate";
import type { HostBook } from "./model";

/**
 * What Excel writes into a file for an add-in that keeps settings, or starts with the workbook: a part of its own that the package names
 * ([MS-OWEXML], 2.1 and 2.2). How Excel writes that an add-in starts with the workbook is not told anywhere; a setting stands for it.
 */

const TYPES = "[Content_Types].xml";
const ROOT = "_rels/.rels";
const FOLDER = "xl/webextensions";
const PANES = `${FOLDER}/taskpanes.xml`;
const PART = `${FOLDER}/webextension1.xml`;
const STARTS = "Office.StartupBehavior";
const RELATIONS = "http://schemas.microsoft.com/office/2011/relationships";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

/** The id in the manifest of the sources. */
const ADD_IN = "5c0d0a5e-7b61-4a7b-9d0c-3f2b8e6a1c47";

const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");
const unescaped = (text: string): string =>
  text
    .replace(/&lt;/g, "<")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, "&");

type Kept = Pick<HostBook, "settings" | "startState">;

/** Puts what the add-in keeps into a file. Nothing is kept: the very same file. */
export function withSettings(bytes: Uint8Array, { settings, startState }: Kept): Uint8Array {
  const all: [string, unknown][] = [...settings];
  if (startState !== "Inactive") all.push([STARTS, startState]);
  if (all.length === 0) return bytes;
  const parts = unzipSync(bytes);
  const insert = (part: string, before: string, text: string): void =>
    void (parts[part] = strToU8(strFromU8(parts[part]!).replace(before, () => text + before)));
  insert(
    TYPES,
    "</Types>",
    `<Override PartName="/${PANES}" ContentType="application/vnd.ms-office.webextensiontaskpanes+xml"/>` +
      `<Override PartName="/${PART}" ContentType="application/vnd.ms-office.webextension+xml"/>`,
  );
  insert(ROOT, "</Relationships>", `<Relationship Id="rIdPanes" Type="${RELATIONS}/webextensiontaskpanes" Target="${PANES}"/>`);
  return zipSync({ ...parts, ...addInParts(all) }, { mtime: new Date(1980, 0, 1) });
}

function addInParts(settings: readonly (readonly [string, unknown])[]): Unzipped {
  const properties = settings.map(([name, value]) => `<we:property name="${escaped(name)}" value="${escaped(JSON.stringify(value))}"/>`);
  return {
    [PANES]: strToU8(
      `${HEAD}<wetp:taskpanes xmlns:wetp="http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11">` +
        '<wetp:taskpane dockstate="right" visibility="0" width="350" row="4"><wetp:webextensionref ' +
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/></wetp:taskpane></wetp:taskpanes>',
    ),
    [`${FOLDER}/_rels/taskpanes.xml.rels`]: strToU8(
      `${HEAD}<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${RELATIONS}/webextension" Target="webextension1.xml"/></Relationships>`,
    ),
    [PART]: strToU8(
      `${HEAD}<we:webextension xmlns:we="http://schemas.microsoft.com/office/webextensions/webextension/2010/11" id="{7A3E2F10-0000-4000-8000-000000000001}">` +
        `<we:reference id="${ADD_IN}" version="1.0.0.0" store="developer" storeType="Registry"/><we:alternateReferences/>` +
        `<we:properties>${properties.join("")}</we:properties><we:bindings/></we:webextension>`,
    ),
  };
}

/** What the add-in kept in a file. */
export function settingsOfFile(bytes: Uint8Array): Kept {
  const part = unzipSync(bytes, { filter: ({ name }) => name === PART })[PART];
  const found = part ? [...strFromU8(part).matchAll(/<we:property name="([^"]*)" value="([^"]*)"/g)] : [];
  const settings = new Map(found.map(([, name, value]) => [unescaped(name!), JSON.parse(unescaped(value!)) as unknown]));
  const startState = settings.get(STARTS) === "Background" ? "Background" : "Inactive";
  settings.delete(STARTS);
  return { settings, startState };
}
