import { readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import {
  arrivalName,
  columnLetters,
  fitPlan,
  pendingFigures,
  planCells,
  type Consolidation,
  type Grid,
  type PlanCell,
  type RowCell,
  type RankedFinding,
  type SheetPlan,
} from "../../src/domain";
import { catalogue, form } from "../../src/forms";
import { enUS, zhCN } from "../../src/locales";
import { cellLink, DETAIL_COLUMNS, DETAIL_ROWS, readSummary, summary, SUMMARY_META, SUMMARY_SHEETS } from "../../src/sheets/summary";
import { STYLE } from "../../src/sheets/summary/styles";
import { readXlsx, writeXlsx } from "../../src/workbook/xlsx";
import { withRecord } from "../province/large-summary";
import { empty, movementsOf, province } from "./consolidated";
import { difference } from "../difference";

function read(bytes: Uint8Array): Grid {
  const grid = readXlsx(bytes);
  if (!grid.ok) throw new Error(grid.error.code);
  return grid.value;
}

/** The lines as a later period's reader wants them. */
function linesOf({ lines }: Consolidation) {
  return lines.map(({ school, cluster, programme, values }) => ({
    school,
    cluster,
    programme,
    values: Object.fromEntries(Object.entries(values).flatMap(([code, { value }]) => (value === undefined ? [] : [[code, value]]))),
  }));
}

/** What `_summary` says alone: all that is read of a summary that is too large. */
function record({ sheets, ...grid }: Grid): Grid {
  return { ...grid, sheets: sheets.filter(({ name }) => name === SUMMARY_META) };
}

test.each([zhCN, enUS])("a summary gives its lines back ($tag)", (locale) => {
  const consolidation = province();
  const { ruleset, period } = consolidation;
  const { id, version } = consolidation.form;
  const grid = read(writeXlsx(summary(consolidation, catalogue, locale)));
  expect(readSummary(grid, form)).toEqual({ ok: true, value: { form: { id, version }, ruleset, period, lines: linesOf(consolidation) } });
  expect(readSummary(record(grid), form)).toEqual(readSummary(grid, form));
});

test("the numbers of a summary are read without its shared texts, which can be more than is ever read", () => {
  const consolidation = province();
  const parts = unzipSync(writeXlsx(summary(consolidation, catalogue, zhCN)));
  const bytes = zipSync({ ...parts, "xl/sharedStrings.xml": strToU8("<sst>") });
  expect(readXlsx(bytes)).toMatchObject({ ok: false, error: { code: "damaged" } });
  const alone = readXlsx(bytes, { sheets: (name) => name === SUMMARY_META });
  expect(alone.ok && readSummary(alone.value, form)).toMatchObject({ ok: true, value: { lines: linesOf(consolidation) } });
});

test("a summary whose rows were sorted gives the same lines", () => {
  const consolidation = province();
  const plan = summary(consolidation, catalogue, zhCN);
  const sheets = plan.sheets.map((sheet) => {
    if (sheet.name !== SUMMARY_SHEETS.detail) return sheet;
    const rows = [...sheet.rows!].reverse().map(({ cells }, index) => ({ row: DETAIL_ROWS.first + index, cells }));
    return { ...sheet, rows: { ...sheet.rows!, [Symbol.iterator]: () => rows.values() } };
  });
  const found = readSummary(read(writeXlsx({ ...plan, sheets })), form);
  expect(found).toMatchObject({ ok: true, value: { lines: linesOf(consolidation) } });
});

test("a workbook that is no summary, or lacks rows, is refused", () => {
  const plan = summary(province(), catalogue, zhCN);
  const without = (name: string): Grid => ({
    ...read(writeXlsx(plan)),
    sheets: read(writeXlsx(plan)).sheets.filter((one) => one.name !== name),
  });
  expect(readSummary(without("_summary"), form)).toMatchObject({ error: { code: "not-this-form" } });
  expect(readSummary(without(SUMMARY_SHEETS.detail), form)).toMatchObject({ error: { code: "summary-changed" } });
  const cut = plan.sheets.map((sheet) =>
    sheet.rows && sheet.name === SUMMARY_SHEETS.detail
      ? { ...sheet, rows: { ...sheet.rows, [Symbol.iterator]: () => [...sheet.rows!].slice(0, -1).values() } }
      : sheet,
  );
  expect(readSummary(read(writeXlsx({ ...plan, sheets: cut })), form)).toMatchObject({ error: { code: "summary-changed" } });
});

test("a record is taken only while its sum is that of 明细, and it has every indicator, in whatever order", () => {
  const plan = summary(province(), catalogue, zhCN);
  const recorded = (change: (cell: PlanCell) => PlanCell) => readSummary(record(read(writeXlsx(withRecord(plan, change)))), form);
  const refused = { ok: false, error: { code: "summary-changed" } };
  expect(recorded((cell) => (cell.formula?.startsWith("SUMPRODUCT") ? { ...cell, value: 1 } : cell))).toMatchObject(refused);
  expect(recorded((cell) => (cell.formula?.startsWith("SUMPRODUCT") ? { ...cell, value: null } : cell))).toMatchObject(refused);
  expect(recorded((cell) => (cell.value === "07" ? { ...cell, value: "77" } : cell))).toMatchObject(refused);
  const swapped = recorded((cell) =>
    cell.value === "01" ? { ...cell, value: "02" } : cell.value === "02" ? { ...cell, value: "01" } : cell,
  );
  const lines = linesOf(province()).map(({ values: { "01": a, "02": b, ...rest }, ...line }) => ({
    ...line,
    values: { ...rest, ...(b === undefined ? {} : { "01": b }), ...(a === undefined ? {} : { "02": a }) },
  }));
  expect(swapped).toMatchObject({ ok: true, value: { lines } });
  const none = read(writeXlsx(summary(empty, catalogue, zhCN)));
  expect(readSummary(record(none), form)).toMatchObject({ ok: true, value: { lines: [] } });
});

test("the same consolidation gives the same bytes, with and without files", () => {
  const written = (consolidation: Consolidation): Uint8Array => writeXlsx(summary(consolidation, catalogue, zhCN));
  for (const consolidation of [province(), empty]) expect(difference(written(consolidation), written(consolidation))).toBeUndefined();
});

test("rows that are made one by one lie where their plan says, and fill it", () => {
  const consolidation = province();
  const passedOver = [{ path: ["收件", "~$表.xlsx"], why: "system-file" as const }];
  for (const all of [consolidation, { ...consolidation, passedOver }, { ...consolidation, lines: [], findings: [] }]) {
    for (const { name, rows } of summary(all, catalogue, zhCN).sheets) {
      const cells = [...(rows ?? [])].flatMap(({ row, cells }) => cells.map((cell): PlanCell => ({ ...cell, row })));
      const of = (pick: (cell: PlanCell) => number): number[] => cells.map(pick);
      const [tops, lefts] = [of(({ row }) => row), of(({ column }) => column)];
      const used = rows && { top: Math.min(...tops), left: Math.min(...lefts), bottom: Math.max(...tops), right: Math.max(...lefts) };
      expect([name, rows?.area]).toEqual([name, used]);
    }
  }
});

test("every file and every school has its row, and what failed says why in words", () => {
  const consolidation = province();
  const plan = summary(consolidation, catalogue, zhCN);
  const texts = (name: string): unknown[] => [...planCells(plan.sheets.find((one) => one.name === name)!)].map(({ value }) => value);
  for (const { arrival } of consolidation.files) expect(texts(SUMMARY_SHEETS.arrivals)).toContain(arrivalName(arrival));
  for (const { school } of consolidation.schools) expect(texts(SUMMARY_SHEETS.reporting)).toContain(school);
  const said = texts(SUMMARY_SHEETS.arrivals).join("\n");
  expect(said).toContain("文件经过加密");
  expect(said).toContain("报告期是2025年下半年");
  expect(said).toContain("智能光电技术应用 20 校企联合培养学生总数：210 → 480");
  expect(texts(SUMMARY_SHEETS.totals).join("\n")).toContain("读取 24 份 ＝ 采用 21 份 ＋ 被替代 1 份 ＋ 未采用 2 份，相符。");
});

test("a link that is too long for a formula leaves the text alone, and quotes in it stay in it", () => {
  const consolidation = province();
  const cellOf = (url: string) => {
    const plan = summary(consolidation, catalogue, zhCN, { link: () => url });
    const [row] = plan.sheets.find(({ name }) => name === SUMMARY_SHEETS.detail)!.rows!;
    return row!.cells[DETAIL_COLUMNS.cell];
  };
  expect(cellOf('a"b.xlsx#x')).toMatchObject({ value: "F10", formula: 'HYPERLINK("a""b.xlsx#x","F10")' });
  expect(cellOf("a".repeat(256))).toMatchObject({ value: "F10" });
  expect(cellOf("a".repeat(256))!.formula).toBeUndefined();
});

test("an address of a cell survives what file and sheet names hold", () => {
  expect(cellLink(["来件", "旧 #1 100%.xlsx"], "It's", "B3")).toBe("来件/旧 %231 100%25.xlsx#'It''s'!B3");
  expect(cellLink(["http:", "x.xlsx"], "表1", "A1")).toBe("./http:/x.xlsx#'表1'!A1");
});

/** What one formula matches on in 明细: columns of criteria. */
function matchedOn(formula: string): string[] {
  return [...formula.matchAll(/(?:SUMIFS\([^,]+,|COUNTIFS\()((?:明细![^,]+,[^,)]+,?)+)/g)].flatMap(([, criteria]) =>
    [...criteria!.matchAll(/明细!\$([A-Z]+)\$/g)].map(([, column]) => column!),
  );
}

test("no formula matches on a text of 明细: programs take codes such as 1.1 and 1.10 for one number", () => {
  const columns = new Set<string>();
  for (const consolidation of [province(), province(7, 12)]) {
    const { sheets } = summary(consolidation, catalogue, zhCN);
    for (const sheet of sheets)
      for (const { formula = "" } of planCells(sheet)) matchedOn(formula).forEach((column) => columns.add(column));
  }
  const keys = ["clusterNumber", "itemNumber", "lineNumber", "pending", "value", "comparison"] as const;
  expect([...columns].sort()).toEqual(keys.map((key) => columnLetters(DETAIL_COLUMNS[key])).sort());
});

test("many lines refer to their cells instead of looking each number up", () => {
  const many = summary(province(7, 12), catalogue, zhCN);
  const formulas = [...planCells(many.sheets.find(({ name }) => name === SUMMARY_SHEETS.schools)!)].map(({ formula }) => formula ?? "");
  expect(formulas.filter((formula) => formula.startsWith("N("))).not.toEqual([]);
  // The total of each indicator, and the same without what is 待核.
  expect(formulas.filter((formula) => formula.includes("SUMIFS")).length).toBe(2 * form.indicators.length);
});

/**
 * Their bytes are what the program of then wrote of `province()`, cut to two lines: earlier summaries are read for as long as there are any.
 * The second is of commit fbc20c1, its schools renamed.
 */
test.each([
  ["figures were 待核", "summary-1.xlsx", []],
  ["indicators had numbers of their own", "summary-2.xlsx", ["示例职业学院", "示例技师学院"]],
])("a summary that was written before %s is read as it was", (_, name, schools) => {
  const grid = read(new Uint8Array(readFileSync(join(__dirname, "golden", name))));
  const lines = linesOf(province())
    .slice(0, 2)
    .map((line, index) => ({ ...line, school: schools[index] ?? line.school }));
  expect(readSummary(grid, form)).toMatchObject({ ok: true, value: { period: { year: 2026, half: 2 }, lines } });
  expect(readSummary(record(grid), form)).toEqual(readSummary(grid, form));
});

test("a chart leaves a gap where no number is, as 汇总 shows a dash there; 0 is where somebody reported 0", () => {
  const made = province();
  const [zero, ...others] = made.lines;
  const lines = [{ ...zero!, values: { ...zero!.values, "01": { row: 9, column: 5, value: 0 } } }, ...others];
  const consolidation = { ...made, lines };
  const isPending = pendingFigures(consolidation);
  const { charts = [], cells } = summary(consolidation, catalogue, zhCN).sheets.find(({ name }) => name === SUMMARY_SHEETS.charts)!;
  let [gaps, drawn] = [0, 0];
  for (const code of ["01", "08", "20"]) {
    const { name, unit, type } = form.indicators.find((one) => one.code === code)!;
    const [series] = charts.find(({ title }) => title.startsWith(`${name}（${unit}）`))!.series;
    const first = Number(/\$(\d+):/.exec(series!.values)![1]) - 1;
    series!.cachedCategories!.forEach((category, index) => {
      const [cluster] = category.split(" —");
      const its = lines.filter((line) => (line.cluster || zhCN.summary.unstated) === cluster && !isPending(line, code));
      const numbers = its.flatMap(({ values }) => values[code]!.value ?? []);
      const sum = numbers.length === 0 ? null : Number(numbers.reduce((a, b) => a + b, 0).toFixed(type.decimals));
      expect([category, series!.cachedValues![index]]).toEqual([`${cluster}${sum === null ? " —" : ""}`, sum]);
      const cell = cells.find(({ row, column }) => row === first + index && column === 20)!;
      expect([cell.value, cell.formula !== undefined]).toEqual([sum, sum !== null]);
      if (sum === null) gaps++;
      else drawn++;
    });
  }
  expect([gaps > 0, drawn > 0]).toEqual([true, true]);
});

test("what 汇总 says of its second rows is so, whatever is pending: numbers, blanks, or both", () => {
  const made = province();
  const school = made.findings.find(({ pending }) => pending)!;
  const blanks = { ...school, id: "blank", pending: ["01"] };
  const line = made.lines.find(({ file, sheet }) => file === school.file && sheet === school.finding.at.sheet)!;
  const lines = made.lines.map((one) => (one === line ? { ...line, values: { ...line.values, "01": { row: 9, column: 5 } } } : one));
  for (const findings of [[school], [blanks], [school, blanks]]) {
    const { cells } = summary({ ...made, lines, findings }, catalogue, zhCN).sheets[0]!;
    const texts = cells.map(({ value }) => String(value));
    const rows = texts.filter((text) => text.startsWith("不含待核")).length;
    expect(rows).toBe(findings.includes(school) ? 1 : 0);
    const said = texts.find((text) => text.startsWith("待核 "))!;
    expect(said).toContain("待核的是数的，下面另有一行“不含待核”");
    expect(said).toContain("只有空白和文本的，没有数可以除去，不另列");
  }
});

test.each([zhCN, enUS])("every sentence of 汇总 stays a formula, however long it is ($tag)", (locale) => {
  const made = province();
  const findings = made.findings.map(
    (one, index): RankedFinding => (index > 0 ? one : { ...one, pending: undefined, review: ["20"] }) as RankedFinding,
  );
  const [totals] = fitPlan(summary({ ...made, findings }, catalogue, locale)).sheets;
  const said = totals!.cells.filter(({ column, row, value }) => column === 0 && row > 1 && row < 5 && value !== null);
  expect(said.map(({ row, formula }) => [row, formula !== undefined])).toEqual([2, 3, 4].map((row) => [row, true]));
});

/** Nothing but these numbers of an indicator, line by line: of the period before, of now, and whether they are 待核. */
type Moved = readonly (readonly [before: number, now: number, pending: boolean])[];

function moving(code: string, numbers: Moved): Consolidation {
  const made = province();
  const blank = Object.fromEntries(form.indicators.map((one, row) => [one.code, { row: 9 + row, column: 5 }]));
  const lines = numbers.map(([comparison, value], index) => ({
    ...made.lines[index]!,
    values: { ...blank, [code]: { ...blank[code]!, value, comparison } },
  }));
  const findings = lines.flatMap((line, index): RankedFinding[] => {
    const finding = { ...made.findings[0]!.finding, ref: "B01", at: { sheet: line.sheet, row: 9, column: 5 } };
    return numbers[index]![2] ? [{ id: `${index}`, file: line.file, school: line.school, finding, effect: 1, pending: [code] }] : [];
  });
  return { ...made, lines, findings, movements: movementsOf(lines, pendingFigures({ findings })) };
}

/** The row of the whole of an indicator in 同比环比, by its headings. */
function wholeRow(consolidation: Consolidation, code: string): Record<string, unknown> {
  const sheet = summary(consolidation, catalogue, zhCN).sheets.find(({ name }) => name === SUMMARY_SHEETS.movements)!;
  for (const { cells } of sheet.rows!)
    if (cells[2]!.value === code) return Object.fromEntries(zhCN.summary.movements.heads.map((head, at) => [head, cells[at]!.value]));
  throw new Error("no such row");
}

test.each(form.indicators.filter(({ measure }) => measure === "stock").map(({ code }) => code))(
  "stock %s that fell is said to have fallen, though every line that fell is 待核",
  (code) => {
    const row = wholeRow(
      moving(code, [
        [40, 20, true],
        [10, 6, true],
        [7, 10, false],
        [5, 5, false],
      ]),
      code,
    );
    expect(row).toMatchObject({ 可比本期数: 41, 对比数: 62, 增减: -21, 增减幅度: -21 / 62, 可比数: 4, 待核项数: 2 });
    expect(row).toMatchObject({ "不含待核：增减": 3, "不含待核：增减幅度": 0.25, "不含待核：可比数": 2 });
    const heads = Object.keys(row);
    expect(heads.indexOf("增减幅度")).toBeLessThan(heads.indexOf("不含待核：增减幅度"));
  },
);

// prettier-ignore
const MOVED: readonly (readonly [string, Moved, number | null, string])[] = [
  ["nothing 待核", [[100, 80, false], [100, 100, false]], -10, "环比）"],
  ["what is 待核 changes little", [[100, 80, false], [100, 78, true]], -21, "环比）"],
  ["without what is 待核 the direction is another", [[100, 60, true], [50, 55, false]], null, "—（含待核 -23.3%，不含 +10.0%）"],
  ["without what is 待核 it is half as much or less", [[100, 9_000, true], [100, 110, false]], null, "—（含待核 +4455.0%，不含 +10.0%）"],
  ["all is 待核", [[100, 60, true]], null, "—（含待核 -40.0%，不含 —）"],
];

test.each(MOVED)("the chart of changes draws what can be quoted: %s", (_, numbers, bar, said) => {
  const { charts = [] } = summary(moving("13", numbers), catalogue, zhCN).sheets.find(({ name }) => name === SUMMARY_SHEETS.charts)!;
  const [series] = charts.find(({ title }) => title.startsWith(zhCN.summary.charts.movements))!.series;
  expect([series!.cachedValues, series!.cachedCategories!.map((name) => name.endsWith(said))]).toEqual([[bar], [true]]);
});

/** Rows of a sheet as texts by column, and the headings above a row: those of the last row that is styled as one. */
function under(sheet: SheetPlan, isRow: (texts: readonly string[]) => boolean): Record<string, string> {
  let heads: readonly RowCell[] = sheet.cells.filter(({ row, style }) => style === STYLE.heading && row > 2);
  for (const { cells } of sheet.rows!) {
    if (cells.some(({ style }) => style === STYLE.heading)) heads = cells;
    if (!isRow(cells.map(({ value }) => String(value)))) continue;
    const headOf = (column: number): string => String(heads.find((head) => head.column === column)?.value);
    return Object.fromEntries(cells.flatMap(({ column, value }) => (value === null ? [] : [[headOf(column), String(value)]])));
  }
  throw new Error("no such row");
}

test("answers, 核实单 and attachments of 来件 stand under headings of their own", () => {
  const left = [
    { id: "甲|2026-S2|集群|专业|B02|20", text: "已更正", why: "gone" },
    { id: "乙|2026-S2|集群|专业|B02|20", text: "无误", why: "another-school" },
  ] as const;
  const reply = { arrival: { path: ["收件", "核实单.xlsx"], received: "2026-12-28T02:30:00.000Z" }, school: "甲", period: "2026-S2", matched: 3, unmatched: 2, left }; // prettier-ignore
  const made = { ...province(), replies: [reply, { ...reply, school: "丙", left: [] }] };
  const sheet = summary(made, catalogue, zhCN).sheets.find(({ name }) => name === SUMMARY_SHEETS.arrivals)!;
  const row = (text: string): Record<string, string> => under(sheet, (texts) => texts.includes(text));
  expect(row("已更正")).toEqual({ 问题编号: left[0].id, 答复的学校: "甲", 报告期: "2026年下半年", 没有对应的原因: "这个问题已不存在", 学校答复: "已更正" }); // prettier-ignore
  expect(row("无误")).toMatchObject({ 问题编号: left[1].id, 学校答复: "无误" });
  expect(row("丙")).toMatchObject({ 文件: "收件 › 核实单.xlsx", "收到时间（北京时间）": "2026-12-28 10:30（文件时间）", 学校: "丙" });
  expect(row("来信.eml › image001.png")).toEqual({ 文件: "来信.eml › image001.png", 说明: "正文中的图片" });
  // The headings of the files hold for the files alone.
  expect(row(arrivalName(made.files[0]!.arrival))).toHaveProperty("去向", "采用");
});

/** A province whose first school left so many cells of its first sheet blank, and had its 对比数 deleted. */
function faulty(blanks: number): Consolidation {
  const made = province();
  const [first] = made.findings;
  const at = (index: number, column: number) => ({ sheet: "表1", row: 9 + index, column });
  const of = (ref: string, rule: string, message: string, column: number, more: object) =>
    form.indicators.slice(0, blanks).map(({ code, name, unit }, index): RankedFinding => {
      const facts = { code, name, unit, issued: 5, found: 0 };
      const finding = { ...first!.finding, ref, rule, message, severity: "error", indicator: code, at: at(index, column), facts, found: undefined, expected: undefined, explanation: undefined, ...more } as const; // prettier-ignore
      return { file: first!.file, school: first!.school, id: `school|2026-S2|cluster|line|${ref}|${code}`, finding, effect: (blanks - index) / 1000 }; // prettier-ignore
    });
  const findings = [...of("A08", "indicator-filled", "blank", 5, {}), ...of("F06", "comparison-altered", "removed", 4, { expected: 5 })];
  return { ...made, acts: ["A08", "F06"], findings: [...made.findings, ...findings] };
}

describe("问题清单", () => {
  const consolidation = faulty(20);
  const sheet = summary(consolidation, catalogue, zhCN).sheets.find(({ name }) => name === SUMMARY_SHEETS.findings)!;
  const rows = [...sheet.rows!].map(({ cells }) => cells.map(({ value }) => value));
  const heads = sheet.cells.filter(({ row }) => row === 2).map(({ value }) => value as string);
  const column = (head: string): number => heads.indexOf(head);
  const grouped = rows.filter((row) => Number(row[column("问题数")]) > 1);

  test("has a row an act, whatever it is made of: blanks name their cells, what has numbers of its own unfolds", () => {
    expect(grouped.map((row) => [row[column("审核关系")], row[column("问题数")]])).toEqual([
      ["A08", 20],
      ["F06", 20],
    ]);
    const [blanks, removed] = grouped.map((row) => String(row[column("问题")]));
    expect(blanks).toContain("01 专业核心课程数");
    expect(blanks).toContain("本表共 20 处：01-20（F10:F29）");
    expect(removed).toContain("本表共 20 处：01-20（E10:E29）");
    expect(rows).toHaveLength(consolidation.findings.length - 20 - 20 + 2 + 20);
    const counted = rows.reduce((sum, row) => sum + Number(row[column("问题数")]), 0);
    expect(counted).toBe(consolidation.findings.length);
  });

  test("says of several what is so of all: the same words, an example, or from how few to how many", () => {
    const [blank] = consolidation.findings.filter(({ finding }) => finding.ref === "A08");
    const unchecked = (inputs: number, ref: string): RankedFinding => ({ ...blank!, id: ref, finding: { ...blank!.finding, ref, severity: "query", state: "notChecked", message: "notChecked", facts: { inputs } } }); // prettier-ignore
    const said = (...findings: RankedFinding[]): (string | undefined)[] => {
      const [row] = summary({ ...consolidation, findings }, catalogue, zhCN).sheets.find(({ name }) => name === SUMMARY_SHEETS.findings)!.rows!; // prettier-ignore
      return ["问题", "办法", "单元格"].map((head) => row!.cells.map(({ value }) => value as string)[column(head)]);
    };
    const blanks = consolidation.findings.filter(({ finding }) => finding.ref === "A08");
    expect(said(blank!)).toEqual(["01 专业核心课程数（门）尚未填写。", expect.not.stringContaining("例如"), "F10"]);
    expect(said(...blanks.slice(0, 3))).toEqual([
      "例如：01 专业核心课程数（门）尚未填写。本表共 3 处：01-03（F10:F12）。",
      expect.not.stringContaining("例如"),
      "F10等",
    ]);
    expect(said(unchecked(2, "A06"), unchecked(1, "B02"), unchecked(4, "B07"))[0]).toContain("所依据的 1～4 个数据");
    expect(said(unchecked(2, "A06"), unchecked(2, "B02"))[0]).toContain("所依据的 2 个数据");
    // What is to be done differs where numbers are to be restored.
    const removed = consolidation.findings.filter(({ finding }) => finding.ref === "F06");
    const [restore] = removed.map((one, index) => ({ ...one, finding: { ...one.finding, facts: { ...one.finding.facts, issued: 5 + index } } })); // prettier-ignore
    expect(said(restore!, removed[1]!)[1]).not.toContain("例如");
    expect(said({ ...restore!, finding: { ...restore!.finding, facts: { ...restore!.finding.facts, issued: 7 } } }, removed[1]!)[1]).toMatch(/^例如：.*7/); // prettier-ignore
  });

  test("keeps the name, the cell and the place of every finding that unfolds, in an outline that is closed", () => {
    const index = rows.indexOf(grouped[1]!);
    expect(sheet.folds).toEqual([{ first: 3 + index + 1, last: 3 + index + 20 }]);
    const members = rows.slice(index + 1, index + 21);
    expect(new Set(members.map((row) => row[column("编号")])).size).toBe(20);
    expect(members.map((row) => row[column("单元格")])).toEqual(form.indicators.slice(0, 20).map((_, at) => `E${10 + at}`));
    // Sorted by 序号 they come back to where they were.
    const numbers = rows.map((row) => row[column("序号")] as number);
    expect([...numbers].sort((a, b) => a - b)).toEqual(numbers);
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const row of rows) for (const head of ["学校", "级别", "状态", "审核关系", "工作表"]) expect(row[column(head)]).not.toBeNull();
  });

  test("folds them natively, and a reader of files sees every row", () => {
    const parts = unzipSync(writeXlsx(summary(consolidation, catalogue, zhCN)));
    const xml = strFromU8(parts["xl/worksheets/sheet6.xml"]!);
    expect(xml).toContain('<outlinePr summaryBelow="0"/>');
    expect(xml.match(/<row [^>]*outlineLevel="1"/g)).toHaveLength(20);
    expect(xml.match(/<row [^>]*hidden="1"/g)).toHaveLength(20);
    expect(xml.match(/<row [^>]*collapsed="1"/g)).toHaveLength(1);
    const grid = read(writeXlsx(summary(consolidation, catalogue, zhCN)));
    const findings = grid.sheets.find(({ name }) => name === SUMMARY_SHEETS.findings)!;
    const ids = [...findings.cells.values()].filter(({ value }) => String(value).startsWith("school|2026-S2|cluster|line|F06|"));
    expect(ids).toHaveLength(20);
  });
});
