import fc from "fast-check";
import type { Area, CellValue } from "../../src/domain/cell";
import type { SheetState, Validation } from "../../src/domain/grid";
import type { PlanCell, SheetPlan, Style, WorkbookPlan } from "../../src/domain/plan";

/** Texts with all that XML, spreadsheets and objects stumble over. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 30 }),
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.string({
    unit: fc.constantFrom("_", "x", "0", "4", "1", "\r", "\n", "\t", " ", "&", "<", "]]>", "\ud800", "\udc00", "\ufffe", "\0", "表"),
    maxLength: 20,
  }),
  fc.constantFrom("__proto__", "constructor", "=1+1", "'quoted", "_x0041_", "_x005F_x0041_", " ", ""),
);

export const anyValue: fc.Arbitrary<CellValue> = fc.oneof(
  anyText,
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (number === 0 ? 0 : number)),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom("#N/A", "#REF!", "#DIV/0!").map((error) => ({ error })),
);

const anyStyle: fc.Arbitrary<Style> = fc.record(
  {
    font: fc.record({ bold: fc.boolean(), name: anyText, colour: fc.constantFrom("C00000", "000000") }, { requiredKeys: [] }),
    fill: fc.constantFrom("FFF2CC", "ddebf7"),
    numberFormat: fc.constantFrom(
      "General",
      "0.00",
      "yyyy-mm-dd",
      'm"月"d"日"',
      '0.0"万元 dm"',
      "[h]:mm",
      "h:mm AM/PM",
      "@",
      "0.00E+00",
      "[Red]0",
    ),
    locked: fc.boolean(),
    wrap: fc.boolean(),
    horizontal: fc.constantFrom("left", "center"),
  },
  { requiredKeys: [] },
);

const anyFormula = fc.oneof(
  fc.constantFrom("SUM(A1:B2)", 'IF(A1<"a & b","",1)', "'表 1'!$A$1", "_x0041_"),
  anyText.filter((text) => text !== "" && !text.startsWith("=")),
);

const anyCell = fc.record(
  { row: fc.integer({ min: 0, max: 30 }), column: fc.integer({ min: 0, max: 30 }), value: anyValue, formula: anyFormula, style: anyStyle },
  { requiredKeys: ["row", "column", "value"] },
);

export const anyArea: fc.Arbitrary<Area> = fc
  .record({ top: fc.nat(40), left: fc.nat(20), height: fc.nat(5), width: fc.nat(5) })
  .map(({ top, left, height, width }) => ({ top, left, bottom: top + height, right: left + width }));

const anySaid = fc.record({ title: anyText, text: anyText });

export const anyValidation: fc.Arbitrary<Validation> = fc.record(
  {
    areas: fc.array(anyArea, { minLength: 1, maxLength: 3 }),
    type: fc.constantFrom("list", "whole", "decimal", "date", "time", "textLength", "custom"),
    operator: fc.constantFrom("between", "notBetween", "equal", "lessThan", "greaterThanOrEqual"),
    formula1: anyFormula,
    formula2: anyFormula,
    allowBlank: fc.boolean(),
    errorStyle: fc.constantFrom("stop", "warning", "information"),
    alert: anySaid,
    prompt: anySaid,
  },
  { requiredKeys: ["areas", "type", "formula1", "allowBlank", "errorStyle"] },
);

function inOrder(cells: readonly PlanCell[]): PlanCell[] {
  const places = new Map(cells.map((cell) => [cell.row * 100 + cell.column, cell]));
  return [...places].sort(([a], [b]) => a - b).map(([, cell]) => cell);
}

const anySheet: fc.Arbitrary<Omit<SheetPlan, "name">> = fc.record(
  {
    state: fc.constantFrom<SheetState>("visible", "hidden", "veryHidden"),
    cells: fc.array(anyCell, { maxLength: 25 }).map(inOrder),
    merges: fc.constantFrom([], [{ top: 0, left: 0, bottom: 1, right: 1 }]),
    validations: fc.array(anyValidation, { maxLength: 3 }),
    protection: fc.constant({}),
    rowHeights: fc.constant(new Map([[3, 20]])),
  },
  { requiredKeys: ["state", "cells"] },
);

const anySheetName = anyText
  // eslint-disable-next-line no-control-regex -- control characters are what a name may not hold
  .map((name) => name.replace(/[[\]:*?/\\\u0000-\u001f]|^'+|'+$/g, "").slice(0, 20))
  .filter((name) => name !== "" && !/^'|'$|^history$/i.test(name));

export const anyPlan: fc.Arbitrary<WorkbookPlan> = fc
  .array(fc.tuple(anySheetName, anySheet), { minLength: 1, maxLength: 4 })
  .map((sheets): WorkbookPlan => ({
    defaultFont: { name: "宋体", size: 11 },
    sheets: [
      { name: "首页", state: "visible", cells: [] },
      ...[...new Map(sheets.map(([name, sheet]) => [name.toLowerCase(), { ...sheet, name }])).values()].filter(
        ({ name }) => name !== "首页",
      ),
    ],
    names: [{ name: "名录", refersTo: "'首页'!$A$1" }],
  }));
