import type { Refusal } from "../../domain/refusal";
import type { Result } from "../../domain/result";
import type { AddIn } from "../port";
import { relationsName, type Package, type PartRelation } from "./package";
import { copyEntries, type PatchOptions, type Rewritten } from "./patch";
import { dropElements } from "./patch-workbook";
import { guarded, openPackage } from "./read";
import { applySplices, type Splice } from "./splice";
import type { XmlScanner } from "./xml-scan";
import { writeZip } from "./zip-write";
import { partKey } from "./zip";

const TYPES = "[Content_Types].xml";

/**
 * Takes out of a file what add-ins keep in it: their settings, and that their panes open with it ([MS-OWEXML], 2.1 and 2.2).
 * Every other part is copied as it lies.
 * @param which whose goes
 * @returns the new file, the very same where nobody's goes, or why the file cannot be taken (as `readXlsx`)
 */
export function dropAddIns(bytes: Uint8Array, which: (addIn: AddIn) => boolean, options: PatchOptions = {}): Result<Uint8Array, Refusal> {
  return guarded(() => {
    const pack = openPackage(bytes, options);
    const rewritten = rewrite(pack, which);
    return rewritten.size === 0 ? bytes : writeZip(copyEntries(pack, rewritten));
  });
}

function rewrite(pack: Package, which: (addIn: AddIn) => boolean): Rewritten {
  const rewritten: Rewritten = new Map();
  const gone = new Set<string>();
  for (const panes of inside(pack, "", "webextensiontaskpanes")) {
    const own = inside(pack, panes.target, "webextension").filter(({ target }) => isWanted(pack, target, which));
    if (own.length === 0) continue;
    for (const { target } of own) dropPart(pack, target, rewritten, gone);
    const ids = new Set(own.map(({ id }) => id));
    const left = withoutPanes(pack.scanText(panes.target), ids);
    if (left === undefined) {
      dropPart(pack, panes.target, rewritten, gone);
      dropRelations(pack, "", new Set([panes.id]), rewritten);
    } else {
      rewritten.set(partKey(panes.target), left);
      dropRelations(pack, panes.target, ids, rewritten);
    }
  }
  if (gone.size > 0) {
    const types = dropElements(pack.scanText(TYPES), "PartName", (name) => gone.has(partKey(name.replace(/^\//, ""))));
    rewritten.set(partKey(TYPES), types);
  }
  return rewritten;
}

/** The relationships of a part to others in the file, of one type. No form hangs on them: those that cannot be read are none. */
function inside(pack: Package, part: string, type: string): PartRelation[] {
  const read = guarded(() => pack.relations(part));
  return read.ok ? read.value.filter((one) => one.type === type && !one.external && pack.has(one.target)) : [];
}

/** One that cannot be read is nobody's, and stays. */
function isWanted(pack: Package, part: string, which: (addIn: AddIn) => boolean): boolean {
  const read = guarded(() => readAddIn(pack.scan(part)));
  return read.ok && which(read.value);
}

function readAddIn(xml: XmlScanner): AddIn {
  let id = "";
  const settings = new Map<string, string>();
  xml.root("webextension");
  while (xml.nextChild(1)) {
    if (xml.is("reference")) id = xml.attribute("id") ?? "";
    else if (xml.is("properties"))
      while (xml.nextChild(2)) if (xml.is("property")) settings.set(xml.attribute("name") ?? "", xml.attribute("value") ?? "");
  }
  return { id, settings };
}

function dropPart(pack: Package, part: string, rewritten: Rewritten, gone: Set<string>): void {
  gone.add(partKey(part));
  for (const name of [part, relationsName(part)]) if (pack.has(name)) rewritten.set(partKey(name), undefined);
}

function dropRelations(pack: Package, part: string, ids: ReadonlySet<string>, rewritten: Rewritten): void {
  const name = relationsName(part);
  rewritten.set(
    partKey(name),
    dropElements(pack.scanText(name), "Id", (id) => ids.has(id)),
  );
}

/** @returns the text without the panes of some relationships; undefined where no pane is left */
function withoutPanes(xml: XmlScanner, ids: ReadonlySet<string>): string | undefined {
  const splices: Splice[] = [];
  let panes = 0;
  xml.root("taskpanes");
  while (xml.nextChild(1)) {
    const from = xml.tagStart;
    let drops = false;
    while (xml.nextChild(2)) if (xml.is("webextensionref")) drops ||= ids.has(xml.relationId() ?? "");
    if (drops) splices.push({ from, to: xml.at, text: "" });
    panes++;
  }
  return splices.length === panes ? undefined : applySplices(xml.text, splices);
}
