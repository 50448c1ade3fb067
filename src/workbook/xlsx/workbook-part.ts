import type { DefinedName, SheetState } from "../../domain/grid";
import { Package, type PartRelation } from "./package";
import { isTrue } from "./read-validations";
import { damaged, Refused, shown } from "./refused";
import type { XmlScanner } from "./xml-scan";
import { detach, fromXstring } from "./xml-text";

export interface SheetEntry {
  readonly name: string;
  readonly state: SheetState;
  readonly path: string;
  /** False for chart sheets and dialogs, which hold no cells. */
  readonly cells: boolean;
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
  refuseMacros(pack, path, [...relations.values()]);
  const xml = pack.scan(path);
  if (!xml.root("workbook")) throw new Refused({ code: "not-a-workbook", detail: `${shown(path)} is no workbook` });
  const sheets: SheetEntry[] = [];
  const names: { readonly name: DefinedName; readonly scope: string | undefined }[] = [];
  let date1904 = false;
  while (xml.nextChild(1)) {
    if (xml.is("workbookPr")) date1904 = isTrue(xml.attribute("date1904"));
    else if (xml.is("sheets")) readSheetEntries(xml, pack, relations, sheets);
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
  const document = [...pack.relations("").values()].find((relation) => relation.type === "officeDocument");
  if (!document) throw new Refused({ code: "not-a-workbook", detail: "a package without an office document" });
  if (document.external) damaged("the workbook lies outside the package");
  return document.target;
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

/** The part a workbook has at most one of. */
function onlyPart(pack: Package, relations: ReadonlyMap<string, PartRelation>, type: string): string | undefined {
  for (const relation of relations.values()) if (relation.type === type) return partOf(pack, relation);
  return undefined;
}

function partOf(pack: Package, relation: PartRelation): string {
  if (relation.external) damaged(`${relation.type} lies outside the package`);
  return pack.has(relation.target) ? relation.target : damaged(`the part ${shown(relation.target)} is missing`);
}

function readSheetEntries(xml: XmlScanner, pack: Package, relations: ReadonlyMap<string, PartRelation>, sheets: SheetEntry[]): void {
  const { depth } = xml;
  const seen = new Set(sheets.map((sheet) => sheet.name.toLowerCase()));
  while (xml.nextChild(depth)) {
    if (!xml.is("sheet")) continue;
    pack.meter.spend("sheets");
    const name = detach(fromXstring(xml.attribute("name") ?? ""));
    if (name === "" || seen.has(name.toLowerCase())) xml.fail(`a sheet without a name of its own: ${shown(name)}`);
    seen.add(name.toLowerCase());
    const relation = relations.get(xml.relationId() ?? "") ?? xml.fail(`no part for the sheet ${shown(name)}`);
    if (!SHEET_TYPES.has(relation.type)) xml.fail(`the sheet ${shown(name)} is a ${shown(relation.type)}`);
    const state = xml.attribute("state");
    sheets.push({
      name,
      state: state === "hidden" || state === "veryHidden" ? state : "visible",
      path: partOf(pack, relation),
      cells: relation.type === "worksheet",
    });
  }
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
