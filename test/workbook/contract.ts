import { cellAt, type Area, type Grid, type GridCell, type GridSheet, type Validation, type WorkbookPlan } from "../../src/domain";
import type { Workbook } from "../../src/workbook/port";
import { blank, onSheet, withValues } from "../sheets/plans";

/** A workbook of one of the adapters, holding a plan. */
export type Open = (plan: WorkbookPlan) => Promise<Workbook>;

/** What any judgement can see of a sheet: texts without letters are no different from empty cells, and each cell has its own validation. */
function seen(sheet: GridSheet): unknown {
  const cells = [...sheet.cells]
    .filter(([, { value, formula }]) => formula !== undefined || (value !== null && value !== ""))
    // A result that a file does not keep is calculated when it is opened: nobody judges by it.
    .map(([key, cell]) => [key, cell.formula !== undefined && cell.value === null ? { ...cell, value: "" } : cell] as const)
    .sort(([a], [b]) => a - b);
  const validations = sheet.validations.flatMap(({ areas, ...content }) => areas.flatMap(cellsOf).map((at) => [at, content] as const));
  return {
    name: sheet.name,
    state: sheet.state,
    protected: sheet.protected,
    cells,
    validations: Object.fromEntries(validations.sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}
function cellsOf({ top, left, bottom, right }: Area): string[] {
  const found: string[] = [];
  for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) found.push(`${row} ${column}`);
  return found;
}

export function seenOf(grid: Grid): unknown[] {
  return grid.sheets.map(seen);
}

export async function gridOf(workbook: Workbook): Promise<Grid> {
  const read = await workbook.read();
  if (!read.ok) throw new Error(`${read.error.code}: ${read.error.detail}`);
  return read.value;
}

export function cellIn(grid: Grid, sheet: string, row: number, column: number): GridCell | undefined {
  return cellAt(
    grid.sheets.find(({ name }) => name === sheet)!,
    { row, column },
  );
}

/** A form with something of everything: numbers, texts, dates, faults, formulas where values belong, a wiped validation. */
export function filled(): WorkbookPlan {
  const values = withValues(blank(), {
    "封面!C6": "2026年下半年",
    "表1!F10": 12,
    "表1!F11": 0,
    "表1!F12": -3.5,
    "表1!F13": "12",
    "表1!F14": "约30",
    "表1!F15": { error: "#REF!" },
    "表1!F16": true,
    "表1!H10": "=1+1 只是文字",
    "表1!H11": "'引号开头",
    "表1!H12": "0123",
    "表1!H13": "2026-07-01",
    "表1!H14": "TRUE",
    "表1!H15": " 前后有空格 ",
    "表1!H16": "-5",
    "表1!H17": "第一行\n第二行",
  });
  const withFormula = onSheet(values, "表2", (sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) => (cell.row === 9 && cell.column === 5 ? { ...cell, value: 7, formula: "3+4" } : cell)),
    validations: (sheet.validations ?? []).slice(4),
  }));
  return onSheet(withFormula, "表3", (sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) =>
      cell.row === 10 && cell.column === 5 ? { ...cell, value: 46204, style: { ...cell.style, numberFormat: "yyyy-mm-dd" } } : cell,
    ),
  }));
}

const whole: Validation = {
  areas: [{ top: 9, left: 5, bottom: 11, right: 5 }],
  type: "whole",
  operator: "between",
  formula1: "0",
  formula2: "99",
  allowBlank: true,
  errorStyle: "warning",
  alert: { title: "数", text: "0 到 99" },
  prompt: { title: "请填", text: "整数" },
};
const list: Validation = {
  areas: [{ top: 12, left: 5, bottom: 12, right: 5 }],
  type: "list",
  formula1: '"甲,乙"',
  allowBlank: false,
  errorStyle: "stop",
};
const custom: Validation = {
  areas: [{ top: 13, left: 5, bottom: 13, right: 5 }],
  type: "custom",
  formula1: "LEN($F$14)<9",
  allowBlank: true,
  errorStyle: "information",
};

/** What every adapter of the port does, in the same way. */
export function contract(name: string, open: Open): void {
  describe(`${name} as a workbook`, () => {
    test("reads a blank form as its plan says", async () => {
      const grid = await gridOf(await open(blank()));
      expect(grid.sheets.map((sheet) => [sheet.name, sheet.state, sheet.protected])).toEqual([
        ["封面", "visible", true],
        ["表1", "visible", true],
        ["表2", "visible", true],
        ["表3", "visible", true],
        ["_名录", "veryHidden", false],
        ["_表式", "veryHidden", false],
        ["_meta", "veryHidden", false],
      ]);
      expect(cellIn(grid, "封面", 4, 2)?.value).toBe("武汉职业技术学院");
    });

    test("tells numbers, texts, faults, dates and formulas apart", async () => {
      const grid = await gridOf(await open(filled()));
      const shown = (row: number, column = 5): unknown => cellIn(grid, "表1", row - 1, column)?.value;
      expect([10, 11, 12, 13, 14, 15, 16].map((row) => shown(row))).toEqual([12, 0, -3.5, "12", "约30", { error: "#REF!" }, true]);
      expect([10, 11, 12, 13, 14, 15, 16, 17].map((row) => shown(row, 7))).toEqual([
        "=1+1 只是文字",
        "'引号开头",
        "0123",
        "2026-07-01",
        "TRUE",
        " 前后有空格 ",
        "-5",
        "第一行\n第二行",
      ]);
      expect([10, 11].some((row) => cellIn(grid, "表1", row - 1, 7)?.formula !== undefined)).toBe(false);
      expect(cellIn(grid, "表2", 9, 5)).toEqual({ value: 7, formula: "3+4" });
      expect(cellIn(grid, "表3", 10, 5)).toEqual({ value: 46204, date: true });
    });

    test("reads what was written, and leaves everything else as it was", async () => {
      const workbook = await open(filled());
      const before = await gridOf(workbook);
      const values = [
        "=SUM(A1:A9)",
        "'x",
        "0012",
        "12",
        null,
        41,
        -0.5,
        true,
        null,
        "#N/A",
        "+1",
        "2026/1/2",
        "5%",
        { error: "#N/A" },
        " 留白 ",
        "a\nb",
      ] as const;
      const written = await workbook.write(
        values.map((value, index) => ({ kind: "value", sheet: "表1", row: 9 + index, column: 7, value })),
      );
      expect(written).toEqual({ ok: true, value: undefined });
      const after = await gridOf(workbook);
      expect(values.map((_, index) => cellIn(after, "表1", 9 + index, 7)?.value ?? null)).toEqual(values.map((value) => value));
      expect(values.every((_, index) => cellIn(after, "表1", 9 + index, 7)?.formula === undefined)).toBe(true);
      const others = (grid: Grid): unknown =>
        seenOf({
          ...grid,
          sheets: grid.sheets.map((sheet) => ({
            ...sheet,
            cells: new Map([...sheet.cells].filter(([key]) => sheet.name !== "表1" || key % 16384 !== 7)),
          })),
        });
      expect(others(after)).toEqual(others(before));
    });

    test("writes to locked cells and hidden sheets, and keeps every protection", async () => {
      const workbook = await open(blank());
      const before = await gridOf(workbook);
      const written = await workbook.write([
        { kind: "value", sheet: "_meta", row: 40, column: 1, value: "印记" },
        { kind: "value", sheet: "封面", row: 0, column: 6, value: 5 },
        { kind: "value", sheet: "封面", row: 0, column: 6, value: 6 },
      ]);
      expect(written.ok).toBe(true);
      const after = await gridOf(workbook);
      expect([cellIn(after, "_meta", 40, 1)?.value, cellIn(after, "封面", 0, 6)?.value]).toEqual(["印记", 6]);
      expect(after.sheets.map((sheet) => [sheet.state, sheet.protected])).toEqual(
        before.sheets.map((sheet) => [sheet.state, sheet.protected]),
      );
    });

    test("replaces all validations of a sheet", async () => {
      const workbook = await open(blank());
      expect((await workbook.write([{ kind: "validations", sheet: "表1", validations: [whole, list, custom] }])).ok).toBe(true);
      const after = await gridOf(workbook);
      const wanted = seenOf({ names: [], sheets: [{ ...after.sheets[1]!, validations: [whole, list, custom] }] });
      expect(seenOf({ names: [], sheets: [after.sheets[1]!] })).toEqual(wanted);
      expect(after.sheets[2]!.validations.length).toBeGreaterThan(20);
    });

    test("changes nothing where nothing is to change", async () => {
      const workbook = await open(filled());
      const before = seenOf(await gridOf(workbook));
      expect(await workbook.write([])).toEqual({ ok: true, value: undefined });
      expect(seenOf(await gridOf(workbook))).toEqual(before);
    });

    test("throws for an unknown sheet and for a value no cell can hold, before anything is written", async () => {
      const workbook = await open(blank());
      const before = seenOf(await gridOf(workbook));
      const good = { kind: "value", sheet: "表1", row: 9, column: 5, value: 3 } as const;
      await expect(workbook.write([good, { ...good, sheet: "表9" }])).rejects.toThrow(RangeError);
      await expect(workbook.write([good, { ...good, value: Number.NaN }])).rejects.toThrow(RangeError);
      await expect(workbook.write([good, { ...good, value: "字".repeat(32_768) }])).rejects.toThrow(RangeError);
      expect(seenOf(await gridOf(workbook))).toEqual(before);
    });

    test("takes a form of twelve programmes", async () => {
      const workbook = await open(blank({ school: "不在名单中的学校", blankSheets: 12 }));
      const grid = await gridOf(workbook);
      expect(grid.sheets).toHaveLength(16);
      const changes = grid.sheets
        .slice(1, 13)
        .flatMap(({ name }) =>
          Array.from({ length: 20 }, (_, row) => ({ kind: "value" as const, sheet: name, row: 9 + row, column: 5, value: row })),
        );
      expect((await workbook.write(changes)).ok).toBe(true);
      expect(cellIn(await gridOf(workbook), "表12", 28, 5)?.value).toBe(19);
    });
  });
}
