import type { DefinedName, SheetState } from "../../domain/grid";
import { Package, type PartRelation } from "./package";
import { isTrue } from "./read-validations";
import { damaged, Refused, shown } from "./refused";
import type { XmlScanner } from "./xml-scan";
import { detach, fromXstring } from "./xml-text";

export interface SheetEntry {
  readonly name: string;
  readonly state: SheetState;
  /** The part with its cells; undefined for chart sheets, dialogs, and entries that lead nowhere (modules of old macros), which hold none. */
  readonly path: string | undefined;
}

/** A sheet of any other kind would be taken for an empty one. */
const SHEET_TYPES: ReadonlySet<string> = new Set(["worksheet", "chartsheet", "dialogsheet"]);

/** What the workbook part says (ECMA-376 part 1, 18.2), with the parts it leads to. */
export interface WorkbookPart {
  readonly path: string;
  readonly sheets: readonly SheetEntry[];
  readonly names: readonly DefinedName[];
  readonly date1904: boolean;
  readonly styles?: string;
  readonly strings?: string;
  readonly calcChain?: string;
}

/**
 * Finds the workbook of a package.
 * @throws Refused: macros, a binary workbook, a document of another program, or parts that are missing
 */
export function readWorkbookPart(pack: Package): WorkbookPart {
  const path = workbookPath(pack);
  const relations = pack.relations(path);
  refuseMacros(pack, path, relations);
  const xml = pack.scan(path);
  if (!xml.root("workbook")) throw new Refused({ code: "not-a-workbook", detail: `${shown(path)} is no workbook` });
  const sheets: SheetEntry[] = [];
  const names: { readonly name: DefinedName; readonly scope: string | undefined }[] = [];
  let date1904 = false;
  while (xml.nextChild(1)) {
    if (xml.is("workbookPr")) date1904 = isTrue(xml.attribute("date1904"));
    else if (xml.is("sheets")) readSheetEntries(xml, pack, byId(relations), sheets);
    else if (xml.is("definedNames")) readNames(xml, pack, names);
  }
  xml.toEnd();
  if (sheets.length === 0) xml.fail("no sheet");
  return {
    path,
    sheets,
    names: names.map(({ name, scope }) =>
      scope === undefined ? name : { ...name, sheet: (sheets[Number(scope)] ?? xml.fail(`no sheet ${shown(scope)}`)).name },
    ),
    date1904,
    styles: onlyPart(pack, relations, "styles"),
    strings: onlyPart(pack, relations, "sharedStrings"),
    calcChain: onlyPart(pack, relations, "calcChain"),
  };
}

function workbookPath(pack: Package): string {
  const document = pack.relations("").find((relation) => relation.type === "officeDocument");
  if (!document) throw new Refused({ code: "not-a-workbook", detail: "a package without an office document" });
  return partOf(pack, document) ?? damaged(`the part ${shown(document.target)} is missing`);
}

function refuseMacros(pack: Package, path: string, relations: readonly PartRelation[]): void {
  const type = pack.contentTypes.get(path.toLowerCase()) ?? "";
  if (type.includes("sheet.binary") || /\.bin$/i.test(path))
    throw new Refused({ code: "legacy-format", detail: "a binary workbook (.xlsb)" });
  const macros =
    type.includes("macroenabled") ||
    relations.some((relation) => /^(?:vbaProject|xl(?:Intl)?Macrosheet)$/i.test(relation.type)) ||
    [...pack.entries.keys()].some(
      (part) => /(?:^|\/)vbaproject\.bin$/.test(part) || /vbaproject|macrosheet/.test(pack.contentTypes.get(part) ?? ""),
    );
  if (macros) throw new Refused({ code: "macro-enabled", detail: "the workbook holds macros" });
}

/** The part a workbook has at most one of; undefined where it has none. A cell that needs what is not there is damaged then. */
function onlyPart(pack: Package, relations: readonly PartRelation[], type: string): string | undefined {
  return relations.map((relation) => (relation.type === type ? partOf(pack, relation) : undefined)).find((path) => path !== undefined);
}

/** Where a relationship leads; undefined where that is outside the package, or nowhere. */
function partOf(pack: Package, { external, target }: PartRelation): string | undefined {
  return external || !pack.has(target) ? undefined : target;
}

/** Relationships by their id. One whose id is another's too leads nowhere. */
function byId(relations: readonly PartRelation[]): ReadonlyMap<string, PartRelation | undefined> {
  const found = new Map<string, PartRelation | undefined>();
  for (const relation of relations) found.set(relation.id, found.has(relation.id) ? undefined : relation);
  return found;
}

function readSheetEntries(
  xml: XmlScanner,
  pack: Package,
  relations: ReadonlyMap<string, PartRelation | undefined>,
  sheets: SheetEntry[],
): void {
  const { depth } = xml;
  const seen = new Set(sheets.map((sheet) => sheet.name.toLowerCase()));
  while (xml.nextChild(depth)) {
    if (!xml.is("sheet")) continue;
    pack.meter.spend("sheets");
    const name = detach(fromXstring(xml.attribute("name") ?? ""));
    if (name === "" || seen.has(name.toLowerCase())) xml.fail(`a sheet without a name of its own: ${shown(name)}`);
    seen.add(name.toLowerCase());
    const state = xml.attribute("state");
    sheets.push({
      name,
      state: state === "hidden" || state === "veryHidden" ? state : "visible",
      path: cellsOf(name, xml, pack, relations),
    });
  }
}

/** The part with the cells of the sheet whose entry is the present token. @throws Refused where it should have one */
function cellsOf(
  name: string,
  xml: XmlScanner,
  pack: Package,
  relations: ReadonlyMap<string, PartRelation | undefined>,
): string | undefined {
  const id = xml.relationId();
  if (id === "") return undefined;
  const relation = relations.get(id ?? "") ?? xml.fail(`no part for the sheet ${shown(name)}`);
  if (!SHEET_TYPES.has(relation.type)) xml.fail(`the sheet ${shown(name)} is a ${shown(relation.type)}`);
  if (relation.type !== "worksheet") return undefined;
  return partOf(pack, relation) ?? xml.fail(`the part ${shown(relation.target)} is missing`);
}

function readNames(xml: XmlScanner, pack: Package, names: { name: DefinedName; scope: string | undefined }[]): void {
  const { depth } = xml;
  while (xml.nextChild(depth)) {
    if (!xml.is("definedName")) continue;
    pack.meter.spend("areas");
    const scope = xml.attribute("localSheetId");
    const hidden = isTrue(xml.attribute("hidden"));
    const name = detach(fromXstring(xml.attribute("name") ?? ""));
    const refersTo = detach(fromXstring(xml.content()));
    names.push({ name: hidden ? { name, refersTo, hidden } : { name, refersTo }, scope });
  }
}
