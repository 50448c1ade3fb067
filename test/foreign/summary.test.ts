import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import {
  address,
  arrivalName,
  planCells,
  shareText,
  type Catalogue,
  type Consolidation,
  type PlanCell,
  type WorkbookPlan,
} from "../../src/domain";
import { check } from "../../src/actions/check";
import { consolidate, judgeFile } from "../../src/actions/consolidate";
import { form } from "../../src/forms";
import { enUS, zhCN, type Locale } from "../../src/locales";
import { findingsSheet } from "../../src/sheets/findings-sheet";
import { noticeBook } from "../../src/sheets/notice-sheet";
import { cellLink, DETAIL_COLUMNS, DETAIL_ROWS, readSummary, summary, SUMMARY_META, SUMMARY_SHEETS } from "../../src/sheets/summary";
import { changeStyle, shareStyle } from "../../src/sheets/summary/shares";
import { openXlsx, writeXlsx } from "../../src/workbook/xlsx";
import { newFolder } from "../cli/folder";
import { filledForm } from "../cli/folder";
import { fullOfFaults } from "../playground/gallery/full-of-faults";
import { farms } from "../second-form/farms";
import { EAST, filled, judged, summedUp } from "../second-form/filled";
import { empty, movementsOf, province } from "../sheets/consolidated";
import { catalogue } from "../sheets/plans";
import { LibreOffice } from "./libreoffice";
import { describeWith, foreign, python } from "./programs";

function planned(consolidation: Consolidation, locale: Locale = zhCN, by: Catalogue = catalogue): WorkbookPlan {
  return summary(consolidation, by, locale, {
    link: (file, sheet, row, column) => cellLink(consolidation.files[file]!.arrival.path, sheet, address({ row, column })),
  });
}

const visible = (plan: WorkbookPlan) => plan.sheets.filter(({ state }) => state === "visible");

/** A few of the lines: measuring each of thousands of cells takes minutes. */
function few(consolidation: Consolidation): Consolidation {
  const lines = [...consolidation.lines.slice(0, 1), ...consolidation.lines.slice(-2)];
  // One finding of each kind of sentence: LibreOffice takes its time to measure a cell.
  const kinds = new Map(consolidation.findings.map((one) => [`${one.finding.rule}/${one.finding.message}`, one]));
  return { ...consolidation, lines, movements: movementsOf(lines), findings: [...kinds.values()] };
}

/** Two schools of the second form, one of them with two lines, and a number that is 待核. */
async function consolidatedFarms(): Promise<Consolidation> {
  const files = [
    judged("红星.xlsx", filled({ values: [{ "1.10": 99, "100": 30, A1: 1 }] })),
    judged("东风.xlsx", filled({ school: EAST, values: [{ "1.1": 7, "1": 11.5 }] })),
  ];
  return summedUp(await Promise.all(files));
}

describeWith(["libreoffice", "poppler"], "The reviewers' workbook in LibreOffice", () => {
  let office: LibreOffice;
  beforeAll(async () => {
    office = await LibreOffice.start();
  }, 150_000);
  afterAll(() => office?.end(), 60_000);

  test.each([
    ["a province", async () => province(), zhCN, catalogue],
    ["a province, in English", async () => province(3), enUS, catalogue],
    ["no file at all", async () => empty, zhCN, catalogue],
    ["a form whose codes look like one number", consolidatedFarms, zhCN, farms],
  ])(
    "keeps every number of %s when all is calculated again",
    async (_, make, locale, by) => {
      const plan = planned(await make(), locale, by);
      await office.open(writeXlsx(plan));
      await office.recalculate();
      let formulas = 0;
      const changed: string[] = [];
      for (const sheet of visible(plan)) {
        const cells = [...planCells(sheet)].filter(({ formula }) => formula !== undefined);
        const found = await office.cells(cells.map(({ row, column }) => ({ sheet: sheet.name, row, column })));
        cells.forEach((cell, index) => {
          const { error, number, text } = found[index]!;
          const same = typeof cell.value === "number" ? number === cell.value : text === cell.value;
          if (error || !same) changed.push(`${sheet.name}!${address(cell)} ${cell.formula}: ${cell.value} is ${error || number || text}`);
        });
        formulas += cells.length;
      }
      expect(changed).toEqual([]);
      expect(formulas).toBeGreaterThan(by === farms ? 400 : 1_000);
    },
    300_000,
  );

  test("shows every text whole, and no number as ###", async () => {
    const misfits: string[] = [];
    for (const [consolidation, locale] of [
      [few(province()), zhCN],
      [few(province(3)), enUS],
    ] as const) {
      const plan = planned(consolidation, locale);
      await office.open(writeXlsx(plan));
      for (const { name } of visible(plan))
        for (const [row, column, how, room, need] of await office.misfits(name))
          misfits.push(`${name}!${address({ row, column })} ${how}: ${need.toFixed(1)} of ${room.toFixed(1)}`);
    }
    expect(misfits).toEqual([]);
  }, 600_000);

  test.each([zhCN, enUS])(
    "shows every text of a 核实单 and of a list of findings whole ($tag)",
    async (locale) => {
      const { book } = await fullOfFaults.make();
      const checked = await check(openXlsx(book!.bytes), catalogue, { locale });
      if (!checked.ok) throw new Error(checked.error.code);
      const { findings } = checked.value;
      expect(findings.length).toBeGreaterThan(5);
      const items = findings.map((finding, index) => ({ id: String(index), finding, answer: "已核对原始凭证（张三）。".repeat(8) }));
      const [school, periodLabel] = ["示例职业学院", "2026年下半年"];
      const notice = noticeBook({ catalogue, school, period: "2026-S2", periodLabel, items }, locale);
      const list = findingsSheet([{ file: "示例职业学院-2026年下半年.xlsx", school, findings }], locale, catalogue.ruleset);
      const misfits: string[] = [];
      for (const plan of [notice, { defaultFont: notice.defaultFont, sheets: [list] }]) {
        await office.open(writeXlsx(plan));
        for (const { name } of visible(plan))
          for (const [row, column, how, room, need] of await office.misfits(name))
            misfits.push(`${name}!${address({ row, column })} ${how}: ${need.toFixed(1)} of ${room.toFixed(1)}`);
      }
      expect(misfits).toEqual([]);
    },
    120_000,
  );

  test("prints no share as none or as all that is neither, and no fall by less than all as -100 %", async () => {
    const shares = [0, 0.00001, 0.00004, 0.00006, 0.0004, 0.0006, 0.5, 0.9994, 0.9996, 0.99994, 0.9998, 0.99998, 1, 1.00002, 1.5];
    const changes = [-1, -0.9998, -0.99949, -0.5, -0.0004, 0, 0.0004, 0.5, 1, 20];
    const shown = (share: number, decimals: number): string => shareText(share, decimals);
    const due = [
      ...shares.map((share) => [share, shareStyle("effect", share), shown(share, 2)] as const),
      ...shares.filter((share) => share <= 1).map((share) => [share, shareStyle("share", share), shown(share, 2)] as const),
      ...shares.filter((share) => share > 0 && share <= 1).map((share) => [share, shareStyle("pendingShare", share), shown(share, 1)] as const), // prettier-ignore
      ...changes.map((change, index) => [change, changeStyle(change), ["-100.0%", "<-99.9%", "-99.9%", "-50.0%", ">-0.1%", "0.0%", "<+0.1%", "+50.0%", "+100.0%", "+2000.0%"][index]!] as const), // prettier-ignore
    ];
    const cells = due.map(([value, style], row): PlanCell => ({ row, column: 0, value, style }));
    await office.open(writeXlsx({ defaultFont: { name: "宋体", size: 10 }, sheets: [{ name: "S", state: "visible", cells }] }));
    const found = await office.cells(cells.map(({ row, column }) => ({ sheet: "S", row, column })));
    expect(found.map(({ text }, index) => `${due[index]![0]} ${text.trim()}`)).toEqual(due.map(([value, , text]) => `${value} ${text}`));
  }, 60_000);

  test("draws its charts, each with every cluster", async () => {
    const plan = planned(province());
    await office.open(writeXlsx(plan));
    const { pdftotext } = foreign("poppler")!;
    const pages = execFileSync(pdftotext, ["-raw", await office.pdf(), "-"], { encoding: "utf8" }).split("\f");
    const page = pages.find((one) => /^图表（/m.test(one))!;
    const { charts } = plan.sheets.find(({ name }) => name === SUMMARY_SHEETS.charts)!;
    expect(charts!.length).toBeGreaterThan(5);
    for (const { title } of charts!) expect(page.replace(/\s/g, "")).toContain(title.replace(/\s/g, ""));
    expect(page.split("低碳冶金").length - 1).toBe(
      charts!.filter(({ series }) => series[0]!.cachedCategories!.some((name) => name.startsWith("低碳冶金"))).length,
    );
  }, 120_000);

  test("leads from a line to its cell, whatever the file is called", async () => {
    const consolidation = few(province());
    const folder = dirname(office.path("xlsx"));
    const sheets = ["封面", "表1", "表2"].map((name) => ({
      name,
      state: "visible" as const,
      cells: Array.from({ length: 45 }, (_, row): PlanCell => ({ row, column: 5, value: `${name} ${row}` })),
    }));
    const source = writeXlsx({ defaultFont: { name: "宋体", size: 10 }, sheets });
    for (const index of [0, consolidation.files.length - 1, consolidation.files.length - 3]) {
      const path = consolidation.files[index]!.arrival.path;
      mkdirSync(join(folder, ...path.slice(0, -1)), { recursive: true });
      writeFileSync(join(folder, ...path), source);
      const url = `${pathToFileURL(folder).href}/${cellLink(path, "表1", "F10")}`;
      expect([arrivalName({ path }), ...(await office.landed(url))]).toEqual([arrivalName({ path }), "$表1.$F$10", "表1 9"]);
    }
  }, 120_000);

  test("leads to the cells of a sheet that two schools renamed alike, to 31 letters, quotes and signs among them", async () => {
    const renamed = "张三's 表1 “终稿”#2 100% (一二三四五六七八九)";
    expect(renamed).toHaveLength(31);
    const folder = dirname(office.path("xlsx"));
    const judged = [];
    for (const school of ["武汉职业技术学院", "仙桃职业学院"]) {
      await office.open(await filledForm([{ values: { "01": school.length } }], {}, [], 2, school));
      await office.rename("表1", renamed);
      const bytes = await office.saved();
      writeFileSync(join(folder, `${school}.xlsx`), bytes);
      judged.push(await judgeFile({ arrival: { path: [`${school}.xlsx`] }, bytes }, { open: openXlsx, catalogue, locale: zhCN }));
    }
    const { lines, files } = consolidate(judged, { period: { year: 2026, half: 2 }, catalogue, passedOver: [] });
    const ours = lines.filter(({ sheet }) => sheet === renamed);
    expect(ours.map(({ values }) => values["01"]!.value).sort()).toEqual([6, 8]);
    for (const { file, sheet, values } of ours) {
      const { row, column, value } = values["01"]!;
      const url = `${pathToFileURL(folder).href}/${cellLink(files[file]!.arrival.path, sheet, address({ row, column }))}`;
      expect((await office.landed(url))[1]).toBe(String(value));
    }
  }, 120_000);

  describe("with its record", () => {
    const [first, last] = [DETAIL_ROWS.first, DETAIL_ROWS.first + province().lines.length * form.indicators.length - 1];
    const { detail } = SUMMARY_SHEETS;
    const at = (row: number) => ({ sheet: detail, row, column: DETAIL_COLUMNS.value });
    const written = () => openXlsx(writeXlsx(planned(province())));

    /** What the record gives after LibreOffice did something to the workbook and saved it. */
    async function after(change: () => Promise<unknown>) {
      await office.open(written().bytes());
      await change();
      const grid = await openXlsx(await office.saved()).readSheets([SUMMARY_META]);
      return grid.ok ? readSummary(grid.value, form) : grid;
    }

    test("holds while 明细 is only looked at, calculated again and sorted, and gives the lines of 明细", async () => {
      const whole = await written().read();
      const lines = whole.ok ? readSummary(whole.value, form) : whole;
      expect(lines).toMatchObject({ ok: true });
      expect(await after(() => office.recalculate())).toEqual(lines);
      expect(await after(() => office.sort(detail, first, last, DETAIL_COLUMNS.lineNumber, DETAIL_COLUMNS.value))).toEqual(lines);
      expect((await office.cells([at(first)]))[0]!.number).toBeGreaterThan(490);
    }, 120_000);

    const changes: readonly [string, () => Promise<void>][] = [
      ["a number is changed", () => office.set([[at(first), 123_456]])],
      ["a text takes the place of one", () => office.set([[at(first), "不详"]])],
      [
        "two numbers change places",
        async () => {
          const [a, b] = (await office.cells([at(first), at(first + 1)])).map((cell) => cell.number);
          expect(a).not.toBe(b);
          await office.set([
            [at(first), b!],
            [at(first + 1), a!],
          ]);
        },
      ],
      ["a line is deleted", () => office.deleteRows(detail, first, form.indicators.length)],
    ];

    test.each(changes)(
      "is no longer taken once %s in 明细",
      async (_, change) => {
        expect(await after(change)).toMatchObject({ ok: false, error: { code: "summary-changed" } });
      },
      60_000,
    );
  });
});

const SCRIPT = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps({
    "sheets": [s.title for s in book], "charts": len(book["图表"]._charts),
    "formulas": sorted({c.value.split("(")[0] for s in book for row in s.iter_rows() for c in row if c.data_type == "f"}),
    "texts": [c.value for s in book for row in s.iter_rows() for c in row if c.data_type == "s" and str(c.value).startswith("=")],
}))
`;

describeWith(["openpyxl"], "The reviewers' workbook in openpyxl", () => {
  test("has no formula but its own, and keeps what looks like one as text", () => {
    const file = join(newFolder(), "summary.xlsx");
    const consolidation = province();
    writeFileSync(file, writeXlsx(planned(consolidation)));
    const seen = JSON.parse(python(["-c", SCRIPT, file])) as {
      sheets: string[];
      charts: number;
      formulas: string[];
      texts: string[];
    };
    expect(seen.sheets).toEqual([...Object.values(SUMMARY_SHEETS), "_summary"]);
    expect(seen.charts).toBe(9);
    expect(
      seen.formulas.filter(
        (head) =>
          !/^=(SUMIFS|ROUND|COUNTIFS|COUNTIF|SUM|IF|HYPERLINK|ROW|SUMPRODUCT|'?(汇总|同比环比)'?!.*|".*"(&COUNT(IF)?)?)$/s.test(head),
      ),
    ).toEqual([]);
    const injected = consolidation.lines.flatMap(({ values }) => Object.values(values)).filter(({ shown }) => shown === "=1+1");
    expect(seen.texts.filter((text) => text === "=1+1").length).toBe(injected.length + consolidation.findings.length);
    expect(seen.texts).toContain("=cmd|'/c calc'!A0");
  }, 120_000);
});
