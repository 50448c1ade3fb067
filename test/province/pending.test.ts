import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { consolidate, judgeFile, summaryBook } from "../../src/actions/consolidate";
import { linesOf, schools, type Consolidation } from "../../src/domain";
import { form, roster } from "../../src/forms";
import { zhCN } from "../../src/locales";
import { DETAIL_COLUMNS, DETAIL_ROWS, SUMMARY_SHEETS } from "../../src/sheets/summary";
import { openXlsx, writeXlsx } from "../../src/workbook/xlsx";
import { LibreOffice } from "../foreign/libreoffice";
import { describeWith, foreign } from "../foreign/programs";
import { catalogue } from "../sheets/plans";
import { earlierOf, filled, withNumber } from "./forms";
import { growing } from "./numbers";
import { PERIODS } from "./province";
import { Random } from "./random";
import { totalsOf, type Totals } from "./totals";
import { write } from "./write";

/** What pending.py reads. */
interface Seen {
  readonly said: readonly string[];
  readonly totals: Readonly<Record<string, { readonly total: Numbers; readonly settled: Numbers | null; readonly items: number }>>;
  readonly movements: Readonly<Record<string, readonly [total: number, settled: number, change: number, settledChange: number]>>;
  readonly findings: readonly (readonly [
    number: number,
    effect: number | null,
    findings: number,
    school: string,
    ref: string,
    cell: string,
  ])[];
  readonly charts: readonly { readonly title: string; readonly names: readonly string[]; readonly values: readonly (number | null)[] }[];
}
type Numbers = Readonly<Record<string, number>>;

const WILD = 9_000_000;
const SCHOOL = schools(roster)[4]!;

/** Forms of all schools of the roster for the last of the periods, issued with what they reported before; nothing is wrong with them. */
async function forms(): Promise<Map<string, Uint8Array>> {
  const random = new Random(11);
  const grown = new Map(schools(roster).map((school) => [school, linesOf(roster, school).map(() => growing(random, PERIODS.length))]));
  const made = (school: string, at: number, earlier?: Awaited<ReturnType<typeof earlierOf>>): Uint8Array => {
    const period = PERIODS[at]!;
    const day = `${period.year}-${period.half === 1 ? "06" : "12"}-20`;
    return filled({ school, period, day, numbers: grown.get(school)!.map((periods) => periods[at]!) }, earlier);
  };
  const earlier = await earlierOf([0, 1].flatMap((at) => schools(roster).map((school) => made(school, at))));
  return new Map(schools(roster).map((school) => [`${school}.xlsx`, made(school, 2, earlier)]));
}

async function consolidated(files: ReadonlyMap<string, Uint8Array>): Promise<Consolidation> {
  const options = { open: openXlsx, catalogue, locale: zhCN };
  const judged = await Promise.all([...files].map(([name, bytes]) => judgeFile({ arrival: { path: [name] }, bytes }, options)));
  return consolidate(judged, { period: PERIODS[2]!, catalogue, passedOver: [] });
}

describeWith(["libreoffice", "openpyxl"], "A province with one outlier", () => {
  let office: LibreOffice;
  let folder: string;
  let clean: Map<string, Uint8Array>;
  let truth: Totals;
  let consolidation: Consolidation;
  /** As LibreOffice calculates it, and once more after somebody took the mark of the figure away. */
  let [marked, unmarked]: Seen[] = [];

  /** What openpyxl reads of the summary after LibreOffice did something to it. */
  async function seen(bytes: Uint8Array, change: () => Promise<void>): Promise<Seen> {
    await office.open(bytes);
    await change();
    await office.recalculate();
    const [original, calculated] = [join(folder, "as-written.xlsx"), join(folder, "calculated.xlsx")];
    writeFileSync(original, bytes);
    writeFileSync(calculated, await office.saved());
    const { python } = foreign("openpyxl")!;
    const said = execFileSync(python, [join(__dirname, "pending.py"), original, calculated], { encoding: "utf8", maxBuffer: 1 << 26 });
    return JSON.parse(said) as Seen;
  }

  beforeAll(async () => {
    office = await LibreOffice.start();
    folder = mkdtempSync(join(tmpdir(), "pending-"));
    clean = await forms();
    const files = new Map(clean).set(`${SCHOOL}.xlsx`, withNumber(clean.get(`${SCHOOL}.xlsx`)!, 0, "29", WILD));
    write(join(folder, "forms"), files);
    truth = totalsOf(join(folder, "forms"));
    consolidation = await consolidated(files);
    const bytes = writeXlsx(summaryBook(consolidation, catalogue, zhCN));
    const line = consolidation.lines.findIndex(({ school, sheet }) => school === SCHOOL && sheet === "表1");
    const index = form.indicators.findIndex(({ code }) => code === "29");
    const row = DETAIL_ROWS.first + line * form.indicators.length + index;
    marked = await seen(bytes, async () => undefined);
    unmarked = await seen(bytes, () => office.set([[{ sheet: SUMMARY_SHEETS.detail, row, column: DETAIL_COLUMNS.pending }, null]]));
  }, 300_000);

  afterAll(async () => {
    await office?.end();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  /** Totals of an indicator from the raw cells of the forms, the whole and by cluster. */
  function raw(code: string, without: (school: string, sheet: string) => boolean): Numbers {
    const sums: Record<string, number> = { 合计: 0 };
    for (const { school, sheets } of Object.values(truth.files))
      for (const { sheet, cluster, cells } of sheets) {
        const value = without(school, sheet) ? 0 : (cells[code]![1] as number);
        for (const name of ["合计", cluster]) sums[name] = (sums[name] ?? 0) + value;
      }
    return Object.fromEntries(Object.entries(sums).map(([name, sum]) => [name, Number(sum.toFixed(2))]));
  }
  const isWild = (school: string, sheet: string): boolean => school === SCHOOL && sheet === "表1";

  test("stands first in the list of findings, many times what all others come to", () => {
    const [first, ...rest] = marked!.findings;
    expect(first).toEqual([1, expect.any(Number), 1, SCHOOL, "B02", "F38"]);
    expect(first![1]).toBeGreaterThan(100);
    for (const [, effect] of rest) expect(effect ?? 0).toBeLessThanOrEqual(first![1]!);
  });

  test("is marked beside its totals, which stand a second time without it", () => {
    expect(marked!.said.join("\n")).toContain("待核 1 项：");
    for (const [code, { total, settled, items }] of Object.entries(marked!.totals)) {
      expect([code, total]).toEqual([code, expect.objectContaining(raw(code, () => false))]);
      if (code !== "29") expect([code, items, settled]).toEqual([code, 0, null]);
    }
    const { total, settled, items } = marked!.totals["29"]!;
    expect([items, total["合计"]! - settled!["合计"]!]).toEqual([1, expect.closeTo(WILD, 2)]);
    expect(settled).toEqual(expect.objectContaining(raw("29", isWild)));
  });

  test("changes stand with it and without it, and the chart draws neither of two that differ so much, but tells both", () => {
    const sums = { with: [0, 0], without: [0, 0] };
    for (const { school, sheets } of Object.values(truth.files))
      for (const { sheet, cells, compared } of sheets) {
        const [now, was] = [cells["29"]![1] as number, compared["29"]];
        if (typeof was !== "number") continue;
        for (const of of isWild(school, sheet) ? [sums.with] : [sums.with, sums.without]) {
          of[0]! += now;
          of[1]! += was;
        }
      }
    const change = ([now, was]: readonly number[]): number => (now! - was!) / was!;
    const [total, settled, all, without] = marked!.movements["29"]!;
    expect([total, settled]).toEqual([raw("29", () => false)["合计"], raw("29", isWild)["合计"]]);
    expect(all).toBeCloseTo(change(sums.with), 8);
    expect(without).toBeCloseTo(change(sums.without), 10);
    const movements = marked!.charts.find(({ title }) => title.startsWith(zhCN.summary.charts.movements))!;
    const at = movements.names.findIndex((name) => name.startsWith("技术服务到款额"));
    expect(movements.values[at]).toBeNull();
    expect(movements.names[at]).toContain(`不含 ${without > 0 ? "+" : ""}${(without * 100).toFixed(1)}%`);
    for (const { values } of marked!.charts) expect(Math.max(...values.map(Number))).toBeLessThan(WILD);
  });

  test("is counted by formula: without its mark both totals are the same, and nothing is said to be pending", () => {
    const { total, settled, items } = unmarked!.totals["29"]!;
    expect([items, settled]).toEqual([0, total]);
    expect(unmarked!.said.join("\n")).toContain(zhCN.summary.totals.nonePending);
    expect(unmarked!.movements["29"]![2]).toBeGreaterThan(100);
    expect(unmarked!.movements["29"]![3]).toBe(unmarked!.movements["29"]![2]);
  });

  test("is shown whole, not as ###, even where it is a million times as large", async () => {
    const larger = new Map(clean).set(`${SCHOOL}.xlsx`, withNumber(clean.get(`${SCHOOL}.xlsx`)!, 0, "29", WILD * 1e6));
    await office.open(writeXlsx(summaryBook(await consolidated(larger), catalogue, zhCN)));
    const cut: string[] = [];
    for (const name of [SUMMARY_SHEETS.totals, SUMMARY_SHEETS.charts])
      for (const [row, column, how, room, need] of await office.misfits(name))
        cut.push(`${name} ${row} ${column} ${how}: ${need} of ${room}`);
    expect(cut).toEqual([]);
  }, 120_000);
});

test("A figure stays 待核 whatever a 核实单 answers, which may as well admit the error: that is for the reviewer, or for a new form", async () => {
  const files = await forms();
  const wild = withNumber(files.get(`${SCHOOL}.xlsx`)!, 0, "29", WILD);
  const wrong = withNumber(files.get("武汉职业技术学院.xlsx")!, 0, "20", 3_000);
  const judged = await Promise.all(
    [wild, wrong].map((bytes, index) =>
      judgeFile({ arrival: { path: [`${index}.xlsx`] }, bytes }, { open: openXlsx, catalogue, locale: zhCN }),
    ),
  );
  const of = (answer: string | undefined) => {
    const before = consolidate(judged, { period: PERIODS[2]!, catalogue, passedOver: [] });
    if (answer === undefined) return before;
    const replies = [SCHOOL, "武汉职业技术学院"].map((school, index) => ({
      arrival: { path: [`${index}-核实单.xlsx`] },
      digest: "",
      outcome: {
        kind: "reply" as const,
        school,
        period: "2026-S2",
        answers: before.findings.filter((one) => one.school === school).map(({ id }) => ({ id, text: answer })),
      },
    }));
    return consolidate([...judged, ...replies], { period: PERIODS[2]!, catalogue, passedOver: [] });
  };
  const pending = (consolidation: Consolidation) =>
    consolidation.findings.flatMap(({ finding, pending: codes = [] }) => (codes.length > 0 ? [`${finding.ref} ${codes.join()}`] : []));
  const [asked, put, said] = [undefined, "已核实", "本期新增省级重大项目到款，合同附后（张三）"].map((answer) => pending(of(answer)));
  expect(asked).toEqual(expect.arrayContaining(["B02 29", "B04 29", expect.stringMatching(/^A06 20/)]));
  expect([put, said]).toEqual([asked, asked]);
}, 120_000);
