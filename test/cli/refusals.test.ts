import * as fs from "node:fs";
import { join } from "node:path";
import { catalogue, form } from "../../src/forms";
import { zhCN } from "../../src/locales";
import type { RefusalCode, SheetPlan, WorkbookPlan } from "../../src/domain";
import { DEFINITION_SHEET, META_SHEET } from "../../src/sheets";
import { template } from "../../src/sheets/template";
import { writeXlsx } from "../../src/workbook/xlsx";
import { compoundFile, makeZip, workbook } from "../xlsx/zip-maker";
import { richPlan } from "../xlsx/rich-plan";
import { bookOf } from "../definition/book/books";
import { PERIOD } from "../fill";
import { farms } from "../second-form/farms";
import { built, run } from "./built";
import { newFolder, put, SCHOOL } from "./folder";

beforeAll(built, 600_000);

const plan = template({ ...catalogue, school: SCHOOL, period: PERIOD, previous: [], locale: zhCN });
const withSheets = (change: (sheet: SheetPlan) => SheetPlan[]): WorkbookPlan => ({ ...plan, sheets: plan.sheets.flatMap(change) });
/** Of a version, and with a definition in words, that only a later program knows. */
const newer = withSheets((sheet) => [
  sheet.name === META_SHEET || sheet.name === DEFINITION_SHEET
    ? { ...sheet, cells: sheet.cells.map((cell) => (cell.row === 0 && typeof cell.value === "number" ? { ...cell, value: 9 } : cell)) }
    : sheet,
]);
/** Issued before files carried their definition, under a version before this one, with another code for its first indicator. */
const older = withSheets((sheet) =>
  sheet.name === DEFINITION_SHEET
    ? []
    : [
        {
          ...sheet,
          cells: sheet.cells.map((cell) => {
            if (sheet.name === META_SHEET && cell.row === 0 && cell.column === 2) return { ...cell, value: 0 };
            if (sheet.name === META_SHEET && cell.row === 0 && cell.column === 4) return { ...cell, value: null };
            return cell.value === form.indicators[0]!.code ? { ...cell, value: "00" } : cell;
          }),
        },
      ],
);
const sealedLater = withSheets((sheet) => [
  sheet.name === META_SHEET
    ? { ...sheet, cells: [...sheet.cells, ...["seal", "0000-0000-0000", 9].map((value, column) => ({ row: 4, column, value }))] }
    : sheet,
]);
/** A sheet may be named by formulas that are left behind; the reader does not mind. */
const without = (name: string): WorkbookPlan => withSheets((sheet) => (sheet.name === name ? [] : [sheet]));

/** What zips and mails are refused for; a single workbook never is. */
type OfParcels = Extract<RefusalCode, `parcel-${string}` | `archive-${string}` | `mail-${string}` | "outlook-message">;

/** What only a consolidation and earlier files are refused for. */
type OfSummaries = "summary-changed" | "two-schools" | "other-form";

const FILES: Readonly<Record<Exclude<RefusalCode, "unreadable" | "too-large" | OfParcels | OfSummaries>, () => Uint8Array | string>> = {
  "empty-file": () => "",
  "not-a-workbook": () => "a text",
  packed: () => makeZip([{ name: "form.xlsx", content: "x" }]),
  opendocument: () =>
    makeZip([
      { name: "mimetype", content: "application/vnd.oasis.opendocument.spreadsheet", method: 0 },
      { name: "content.xml", content: "<office:document-content/>" },
    ]),
  encrypted: () => compoundFile("EncryptionInfo", "EncryptedPackage"),
  "legacy-format": () => compoundFile("Workbook"),
  "macro-enabled": () => workbook({ "xl/vbaProject.bin": "x" }),
  damaged: () => writeXlsx(plan).subarray(0, 20_000),
  "not-this-form": () => writeXlsx(richPlan),
  "newer-form": () => writeXlsx(newer),
  "older-form": () => writeXlsx(older),
  "newer-seal": () => writeXlsx(sealedLater),
  "definition-damaged": () => {
    const issued = template({ ...farms, school: "示例红星农场", period: PERIOD, previous: [], locale: zhCN });
    return writeXlsx({ ...issued, sheets: issued.sheets.filter(({ name }) => name !== DEFINITION_SHEET) });
  },
  "definition-book": () => bookOf(catalogue),
  "no-identification": () => writeXlsx(without(META_SHEET)),
  "structure-changed": () => writeXlsx(without("表1")),
};

function refusalOf(
  folder: string,
  name: string,
  lang: string,
): { readonly status: number | null; readonly refusal: { readonly code: string; readonly message: string } } {
  const { status, out } = run(folder, ["check", "--format", "json", "--lang", lang, name]);
  const { files } = JSON.parse(out) as { files: { refusal: { code: string; message: string } }[] };
  return { status, refusal: files[0]!.refusal };
}

test.each(Object.keys(FILES) as (keyof typeof FILES)[])(
  "%s: refused by that code, with a sentence that tells a clerk what to do",
  (code) => {
    const folder = newFolder();
    const name = put(folder, "a.xlsx", FILES[code]());
    const [chinese, english] = [refusalOf(folder, name, "zh-CN"), refusalOf(folder, name, "en-US")];
    expect([chinese.status, chinese.refusal.code, english.refusal.code]).toEqual([2, code, code]);
    expect(chinese.refusal.message).toMatch(/请.*。$/);
    // Who reads it may be the school itself.
    expect([chinese.refusal.message, english.refusal.message].filter((message) => /报送学校|the school/.test(message))).toEqual([]);
    expect(english.refusal.message).toMatch(/^[^\p{Script=Han}]+|“表1”/u);
    for (const format of ["text", "html"]) expect(run(folder, ["check", "--format", format, name]).out).toContain(chinese.refusal.message);
  },
);

test("too-large: a file over the limit is refused before it is read", () => {
  const folder = newFolder();
  put(folder, "a.xlsx", "PK");
  fs.truncateSync(join(folder, "a.xlsx"), 3 * 2 ** 30);
  expect(refusalOf(folder, "a.xlsx", "zh-CN")).toMatchObject({ status: 2, refusal: { code: "too-large" } });
});

test.each(["/dev/zero", "/dev/urandom", "/dev/null"])("unreadable: %s, which is no file and may have no end", (path) => {
  const { refusal } = refusalOf(newFolder(), path, "zh-CN");
  expect([refusal.code, refusal.message]).toEqual(["unreadable", expect.stringContaining("这不是普通文件")]);
});

test.each([
  ["missing.xlsx", "文件不存在", "no such file"],
  ["folder", "这是文件夹", "it is a folder"],
  ["file/a.xlsx", "上级不是文件夹", "no folder"],
])("unreadable: %s, with the reason in words", (name, why, englishWhy) => {
  const folder = newFolder();
  put(folder, "file", "x");
  fs.mkdirSync(join(folder, "folder"));
  const { refusal } = refusalOf(folder, name, "zh-CN");
  expect(refusal.code).toBe("unreadable");
  expect(refusal.message).toContain(why);
  expect(refusalOf(folder, name, "en-US").refusal.message).toContain(englishWhy);
});
