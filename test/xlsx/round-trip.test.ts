import fc from "fast-check";
import { cellKey, type Grid, type GridSheet } from "../../src/domain/grid";
import type { Change, PlanCell } from "../../src/domain/plan";
import { patchXlsx, readXlsx, writeXlsx } from "../../src/workbook/xlsx";
import { nodeInflate } from "../../src/workbook/xlsx/node-inflate";
import { fromXstring } from "../../src/workbook/xlsx/xml-text";
import { toXstring } from "../../src/workbook/xlsx/xml-write";
import { runs } from "../long";
import { cellOf, gridOf, validationAsRead } from "./grid-of";
import { anyPlan, anyValidation, anyValue } from "./plans";

test("whatever a plan says is read back, with either engine", () => {
  fc.assert(
    fc.property(anyPlan, (plan) => {
      const bytes = writeXlsx(plan);
      expect(readXlsx(bytes)).toEqual({ ok: true, value: gridOf(plan) });
      expect(readXlsx(bytes, { inflate: nodeInflate })).toEqual({ ok: true, value: gridOf(plan) });
    }),
    runs(300),
  );
});

test("letters of one to four bytes are read with either engine, in short texts and in long ones", () => {
  const value = "aé中𠀀\u{10ffff}—&<";
  const values = [value, value.repeat(1_000), `${"a".repeat(8_191)}中`, "中".repeat(2_730), "中".repeat(2_731)];
  const cells = values.map((text, row) => ({ row, column: 0, value: text }));
  const bytes = writeXlsx({ defaultFont: { name: "宋体", size: 10 }, sheets: [{ name: "表中𠀀", state: "visible", cells }] });
  for (const options of [{}, { inflate: nodeInflate }]) {
    const read = readXlsx(bytes, options);
    if (!read.ok) throw new Error(read.error.detail);
    expect(read.value.sheets.map(({ name }) => name)).toEqual(["表中𠀀"]);
    expect(values.map((_, row) => read.value.sheets[0]!.cells.get(cellKey(row, 0))?.value)).toEqual(values);
  }
});

type Edit = Exclude<Change, { readonly kind: "stale" | "height" }>;

/** What a sheet reads like after a change. A changed cell keeps its style. */
function changed(sheet: GridSheet, change: Edit, styleAt: (row: number, column: number) => PlanCell["style"]): GridSheet {
  if (change.kind === "validations") return { ...sheet, validations: change.validations.map(validationAsRead) };
  const cells = new Map(sheet.cells);
  const { row, column, value } = change;
  const style = styleAt(row, column);
  if (value === null) cells.delete(cellKey(row, column));
  else cells.set(cellKey(row, column), cellOf({ row, column, value, ...(style ? { style } : {}) }));
  return { ...sheet, cells };
}

test("to patch and read is to read and set", () => {
  const place = { row: fc.nat(40), column: fc.nat(35), value: anyValue };
  const anyChange = fc.oneof(
    { weight: 8, arbitrary: fc.record({ kind: fc.constant("value" as const), ...place }) },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant("validations" as const), validations: fc.array(anyValidation, { maxLength: 3 }) }),
    },
  );
  fc.assert(
    fc.property(anyPlan, fc.array(fc.tuple(anyChange, fc.nat()), { maxLength: 12 }), (plan, drawn) => {
      const changes = drawn.map(([change, pick]): Edit => ({ ...change, sheet: plan.sheets[pick % plan.sheets.length]!.name }));
      const expected: Grid = {
        ...gridOf(plan),
        sheets: gridOf(plan).sheets.map((sheet, index) => {
          const styleAt = (row: number, column: number): PlanCell["style"] =>
            plan.sheets[index]!.cells.find((cell) => cell.row === row && cell.column === column)?.style;
          return changes
            .filter((change) => change.sheet === sheet.name)
            .reduce((before, change) => changed(before, change, styleAt), sheet);
        }),
      };
      const bytes = writeXlsx(plan);
      const patched = patchXlsx(bytes, changes);
      if (!patched.ok) throw new Error(patched.error.detail);
      expect(readXlsx(patched.value)).toEqual({ ok: true, value: expected });
      expect(patchXlsx(bytes, changes, { inflate: nodeInflate })).toEqual(patched);
      if (changes.length === 0) expect(patched.value).toBe(bytes);
    }),
    runs(300),
  );
});

test("whatever looks like an escape, or becomes one beside another, comes back as it was", () => {
  const unit = fc.constantFrom("_", "x", "0", "1", "D", "_x000D", "\r", "\u0001", "\ud800", "\uffff");
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 16 }), (text) => {
      expect(fromXstring(toXstring(text))).toBe(text);
    }),
    { ...runs(2_000), examples: [["_x1010\r"], ["_x1010_x000D_"], ["_x000D\ud800"]] },
  );
});
