import { strFromU8, unzipSync } from "fflate";
import { parseAddress } from "../../src/domain";
import { edit } from "../../src/actions/fix";
import { check } from "../../src/actions/check";
import { zhCN } from "../../src/locales";
import { openXlsx, readXlsx, writeXlsx } from "../../src/workbook/xlsx";
import { blank, catalogue, onSheet, withValues } from "./plans";

test("an explanation written from outside makes its row as high as its lines, and the row may still grow", async () => {
  const workbook = openXlsx(writeXlsx(blank()));
  const before = await check(workbook, catalogue, { locale: zhCN });
  if (!before.ok) throw new Error(before.error.code);
  const rowOf = (bytes: Uint8Array): string => {
    const sheet = strFromU8(unzipSync(bytes)["xl/worksheets/sheet2.xml"]!);
    return /<row [^>]*r="12"[^>]*>/.exec(sheet)![0];
  };
  expect(rowOf(workbook.bytes())).toContain('ht="20"');
  const explain = (value: string | null) =>
    edit(workbook, before.value.form, [{ kind: "value", sheet: "表1", ...parseAddress("H12")!, value }]);
  await explain("本期新增三家合作企业，均已签订三年期协议，并完成首批学生的岗位实习安排");
  expect(rowOf(workbook.bytes())).toMatch(/ht="28"/);
  expect(rowOf(workbook.bytes())).not.toContain("customHeight");
  await explain(null);
  expect(rowOf(workbook.bytes())).toMatch(/ht="20"/);
});

test("a change from outside makes a form forget the results of its own formulas, and nothing that a user typed", async () => {
  const cached = withValues(blank(), { "表1!F10": 3, "表1!F11": 5 });
  const stale = onSheet(cached, "表1", (sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) => {
      if (cell.row === 10 && cell.column === 6) return { ...cell, value: "强制A02：不应大于01的3" };
      return cell.row === 11 && cell.column === 5 ? { ...cell, value: 7, formula: "3+4" } : cell;
    }),
  }));
  const workbook = openXlsx(writeXlsx(stale));
  const before = await check(workbook, catalogue, { locale: zhCN });
  if (!before.ok) throw new Error(before.error.code);
  const edited = await edit(workbook, before.value.form, [{ kind: "value", sheet: "表1", ...parseAddress("F11")!, value: 2 }]);
  expect(edited).toEqual({ ok: true, value: 1 });
  const grid = readXlsx(workbook.bytes());
  if (!grid.ok) throw new Error(grid.error.code);
  const sheet = grid.value.sheets.find(({ name }) => name === "表1")!;
  const at = (address: string) => {
    const { row, column } = parseAddress(address)!;
    return sheet.cells.get(row * 16384 + column);
  };
  expect(at("F11")).toEqual({ value: 2 });
  expect(at("G11")!.value).toBeNull();
  expect(at("G11")!.formula).toContain("IF(");
  expect(at("F12")).toEqual({ value: 7, formula: "3+4" });
});
