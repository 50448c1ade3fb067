import { cellName } from "../../domain/cell";
import { cellKey } from "../../domain/grid";
import { MAX_HEIGHT } from "../../domain/fit";
import type { Change } from "../../domain/plan";
import type { Refusal } from "../../domain/refusal";
import type { Result } from "../../domain/result";
import { relationsName, type Package } from "./package";
import type { Rewrite } from "./patch-cells";
import { patchSheet } from "./patch-sheet";
import type { SheetChanges } from "./sheet-changes";
import { askForCalculation, dropElements, patchCalcChain, sheetIds } from "./patch-workbook";
import { checkPlace, checkValidation, checkValue } from "./plan-check";
import { guarded, openPackage, type ReadOptions } from "./read";
import { readNumberKinds } from "./read-styles";
import { DAYS_1904 } from "./serial";
import { asUtf8 } from "./splice";
import { readWorkbookPart, type WorkbookPart } from "./workbook-part";
import { packEntry, writeZip, type PackedEntry } from "./zip-write";
import { partKey } from "./zip";

export type PatchOptions = Pick<ReadOptions, "inflate" | "limits">;

/** The new texts of parts by their key; undefined where a part goes. */
export type Rewritten = Map<string, string | undefined>;

/**
 * Changes cells and validations of an .xlsx file and nothing else: every part without a change is copied as it lies, still packed.
 * A changed cell keeps its style; a text is never a formula. Formulas elsewhere are calculated anew by the next program that opens the file.
 * @param bytes the file
 * @param changes in any order; of two for one cell the later counts. None: the same bytes come back
 * @returns the new file, or why the old one cannot be taken (as `readXlsx`)
 * @throws RangeError where a change names an unknown sheet, or a value that no cell can hold: a bug of the caller
 */
export function patchXlsx(bytes: Uint8Array, changes: readonly Change[], options: PatchOptions = {}): Result<Uint8Array, Refusal> {
  for (const change of changes) checkChange(change);
  if (changes.length === 0) return { ok: true, value: bytes };
  const opened = guarded(() => {
    const pack = openPackage(bytes, options);
    return { pack, book: readWorkbookPart(pack) };
  });
  if (!opened.ok) return opened;
  const { pack, book } = opened.value;
  const bySheet = changesBySheet(changes, book);
  return guarded(() => writeZip(copyEntries(pack, rewrite(pack, book, bySheet))));
}

function checkChange(change: Change): void {
  switch (change.kind) {
    case "validations":
      return change.validations.forEach((validation) => checkValidation(validation, change.sheet));
    case "value":
      checkPlace(change, cellName(change));
      return checkValue(change.value, cellName(change));
    case "height":
      if (!(change.points > 0 && change.points <= MAX_HEIGHT)) throw new RangeError(`A row of ${change.points} points on ${change.sheet}`);
      return;
    case "stale":
  }
}

function changesBySheet(changes: readonly Change[], book: WorkbookPart): Map<string, SheetChanges> {
  const bySheet = new Map<string, SheetChanges>();
  for (const change of changes) {
    if (!book.sheets.some((sheet) => sheet.path !== undefined && sheet.name === change.sheet))
      throw new RangeError(`No worksheet is called ${change.sheet}`);
    let sheet = bySheet.get(change.sheet);
    if (!sheet) bySheet.set(change.sheet, (sheet = { cells: new Map(), heights: new Map(), stale: [] }));
    collect(change, sheet);
  }
  return bySheet;
}

function collect(change: Change, sheet: SheetChanges): void {
  switch (change.kind) {
    case "validations":
      sheet.validations = change.validations;
      return;
    case "value":
      sheet.cells.set(cellKey(change.row, change.column), change.value);
      return;
    case "height":
      sheet.heights.set(change.row, change.points);
      return;
    case "stale":
      sheet.stale.push(...change.areas);
  }
}

function rewrite(pack: Package, book: WorkbookPart, bySheet: ReadonlyMap<string, SheetChanges>): Rewritten {
  const rewritten: Rewritten = new Map();
  const rewriteDate = dateRewrite(pack, book);
  const lost = new Map<string, ReadonlySet<number>>();
  for (const [name, changes] of bySheet) {
    const path = book.sheets.find((sheet) => sheet.name === name)!.path!;
    const patched = patchSheet(pack.scanText(path), changes, rewriteDate);
    rewritten.set(partKey(path), patched.text);
    if (patched.lostFormulas.size > 0) lost.set(name, patched.lostFormulas);
  }
  if ([...bySheet.values()].some(({ cells, stale }) => cells.size + stale.length > 0))
    rewritten.set(partKey(book.path), askForCalculation(pack.scanText(book.path)));
  if (book.calcChain !== undefined && lost.size > 0) shortenCalcChain(pack, book, book.calcChain, lost, rewritten);
  return rewritten;
}

/** A grid tells dates in the 1900 system, whatever the file: back they go in the file's own. */
function dateRewrite(pack: Package, book: WorkbookPart): Rewrite {
  if (!book.date1904 || book.styles === undefined) return (value) => value;
  const kinds = readNumberKinds(pack.scan(book.styles));
  return (value, style) => (kinds[Number(style)] === "date" ? value - DAYS_1904 : value);
}

function shortenCalcChain(
  pack: Package,
  book: WorkbookPart,
  chain: string,
  lost: ReadonlyMap<string, ReadonlySet<number>>,
  rewritten: Rewritten,
): void {
  const ids = sheetIds(pack.scan(book.path));
  const byId = new Map([...lost].map(([name, keys]) => [ids[book.sheets.findIndex((sheet) => sheet.name === name)]!, keys]));
  const shortened = patchCalcChain(pack.scanText(chain), byId);
  rewritten.set(partKey(chain), shortened);
  if (shortened !== undefined) return;
  const types = dropElements(
    pack.scanText("[Content_Types].xml"),
    "PartName",
    (name) => partKey(name.replace(/^\//, "")) === partKey(chain),
  );
  const relations = relationsName(book.path);
  rewritten.set(partKey("[Content_Types].xml"), types);
  rewritten.set(
    partKey(relations),
    dropElements(pack.scanText(relations), "Type", (type) => type.endsWith("/calcChain")),
  );
}

/** The entries of a package with some of its parts rewritten, in their order. */
export function copyEntries(pack: Package, rewritten: Rewritten): PackedEntry[] {
  const entries: PackedEntry[] = [];
  for (const [key, entry] of pack.entries) {
    const { nameBytes: name, method, crc, size, raw } = entry;
    if (!rewritten.has(key)) entries.push({ name, method, crc, size, raw: [raw] });
    else {
      const text = rewritten.get(key);
      if (text !== undefined) entries.push({ ...packEntry(entry.name, asUtf8(text)), name });
    }
  }
  return entries;
}
