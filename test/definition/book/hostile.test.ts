import * as fc from "fast-check";
import { definitionBook } from "../../../src/definition/book";
import {
  cellAt,
  cellKey,
  keyColumn,
  keyRow,
  type CellRef,
  type CellValue,
  type Grid,
  type GridCell,
  type GridSheet,
} from "../../../src/domain";
import { catalogue } from "../../../src/forms";
import { sayBookProblem } from "../../../src/locales/mistakes";
import { writeXlsx } from "../../../src/workbook/xlsx";
import { runs, sampled } from "../../long";
import { farms } from "../../second-form/farms";
import { bookOf, checkedGrid, gridOf } from "./books";

/** Texts that strangers, careless hands and spreadsheet programs leave. */
const TEXTS = [
  ...[
    "",
    " ",
    "\u3000",
    "０８",
    "8",
    "=1+1",
    "__proto__",
    "constructor",
    "toString",
    "|",
    "、",
    "；",
    "=",
    "名=值",
    "{code}",
    "{max}",
    "{",
  ],
  ...["是", "否", "08>0 时", "01>0时；是", "无", "\u0000", "\ud800", "若若若", "((((((", "(".repeat(500), "1e999", "-1", "NaN", "Infinity"],
  ...["标题", "代码", "指标", "关系式", "A06", "B11", "数据应为数字", "正".repeat(33_000), "01 = 02 ".repeat(60)],
];
const VALUES: readonly CellValue[] = [...TEXTS, 0, 8, -1, 1e300, 45_658, true, false, { error: "#REF!" }];

/** All cells that say something, on the sheets that people see. */
function places({ sheets }: Grid): CellRef[] {
  const seen = sheets.filter(({ state }) => state === "visible");
  return seen.flatMap(({ name, cells }) => [...cells.keys()].map((key) => ({ sheet: name, row: keyRow(key), column: keyColumn(key) })));
}

function withCell(grid: Grid, { sheet, row, column }: CellRef, cell: GridCell | undefined): Grid {
  const changed = (one: GridSheet): GridSheet => {
    const cells = new Map(one.cells);
    if (cell) cells.set(cellKey(row, column), cell);
    else cells.delete(cellKey(row, column));
    return { ...one, cells };
  };
  return { ...grid, sheets: grid.sheets.map((one) => (one.name === sheet ? changed(one) : one)) };
}

const cell: fc.Arbitrary<GridCell | undefined> = fc.oneof(
  fc.constant(undefined),
  fc.constantFrom(...VALUES).map((value): GridCell => ({ value })),
  fc.constantFrom(...VALUES).map((value): GridCell => ({ value, formula: "1+1" })),
  fc.constant<GridCell>({ value: 45_658, date: true }),
  fc.string({ unit: "binary", maxLength: 40 }).map((value): GridCell => ({ value })),
);

test.each([
  { name: "annex 2", of: catalogue },
  { name: "the second form", of: farms },
])("whatever stands in one cell of $name, it is told, or is a definition that is read back as itself", ({ of }) => {
  const grid = gridOf(bookOf(of));
  fc.assert(
    fc.property(fc.constantFrom(...places(grid)), cell, (place, other) => {
      const checked = checkedGrid(withCell(grid, place, other));
      expect(checked).toBeDefined();
      const { catalogue: read, problems } = checked!;
      for (const problem of problems) expect(sayBookProblem(problem, "zh-CN").message).not.toMatch(/undefined|\[object/);
      if (!read) return expect(problems.filter(({ severity }) => severity !== "notice")).not.toEqual([]);
      // What can be used can be written, and is then read as the same.
      const again = checkedGrid(gridOf(writeXlsx(definitionBook(read, []))))!;
      expect(again.problems).toEqual([]);
      expect(again.catalogue).toEqual(read);
    }),
    runs(150, 20_000),
  );
});

test("a cell that is cleared never leaves the definition as it was in silence, unless the program says by itself what stood there", () => {
  const grid = gridOf(bookOf(catalogue));
  const valueAt = ({ sheet, row, column }: CellRef): unknown =>
    cellAt(
      grid.sheets.find(({ name }) => name === sheet)!,
      { row, column },
    )?.value;
  const says = ({ sheet, row, column }: CellRef): string => {
    const item = valueAt({ sheet, row: 0, column: 0 }) === "项目" ? ` ${String(valueAt({ sheet, row, column: 0 }))}` : "";
    return `${sheet} ${String(valueAt({ sheet, row: 0, column }))}${item}`;
  };
  const told = places(grid).filter((place) => place.row > 0 && valueAt({ ...place, row: 0 }) !== "填写说明");
  const silent = sampled(told, 300).filter((place) => {
    const checked = checkedGrid(withCell(grid, place, undefined))!;
    return checked.problems.length === 0 && JSON.stringify(checked.catalogue) === JSON.stringify(catalogue);
  });
  const said = ["封面项 类型", "审核关系 种类", "基本信息 内容 报告周期", "基本信息 内容 填报对象"];
  expect(silent.map(says).filter((one) => !said.includes(one))).toEqual([]);
});
