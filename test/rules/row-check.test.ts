import { periodLabel, type CellRef, type Reported } from "../../src/domain";
import { catalogue, form, roster, ruleset } from "../../src/forms";
import { enUS, locales, zhCN, type Locale } from "../../src/locales";
import { judge, rules } from "../../src/rules";
import type { CheckContext, RowCells } from "../../src/sheets/check-context";
import { coverCheck, textCheck } from "../../src/sheets/place-check";
import { rowCheck } from "../../src/sheets/row-check";
import { template } from "../../src/sheets/template";
import { writeXlsx } from "../../src/workbook/xlsx";
import { LibreOffice, type OfficeInput } from "../foreign/libreoffice";
import { describeWith } from "../foreign/programs";
import { Draft, SCHOOL } from "./clean";
import { faults } from "./faults";
import { shownOn } from "./shown";
import { UNSEEN } from "./unseen";

const PERIOD = { year: 2026, half: 2 } as const;
const cells: RowCells = {
  value: (code) => `$F$${9 + Number(code)}`,
  comparison: (code) => `$E$${9 + Number(code)}`,
  explanation: (row) => (row === "line" ? "$H$7" : `$H$${9 + Number(row)}`),
  text: (id) => `$C$${42 + form.texts.findIndex((item) => item.id === id)}`,
  values: "$F$10:$F$41",
  explanations: "$H$7:$H$41",
  emptyWords: "_名录!$H$2:$H$17",
};
const context = (locale: Locale): CheckContext => ({ form, roster, ruleset, locale });
const deepest = (formula: string): number => {
  let [depth, most] = [0, 0];
  for (const letter of formula.replace(/"[^"]*"/g, ""))
    if (letter === "(") most = Math.max(most, ++depth);
    else if (letter === ")") depth--;
  return most;
};

test("every formula keeps to Excel's limits and to functions that Excel 2010, WPS and LibreOffice share", () => {
  const shared =
    "IF AND OR ISNUMBER ISTEXT ISERROR ISBLANK ISLOGICAL LEN TRIM COUNT COUNTA SUMPRODUCT ABS ROUND MAX MIN SUBSTITUTE CHAR".split(" ");
  for (const locale of locales) {
    const cover = {
      item: () => "$C$7",
      items: "$C$7:$C$11",
      schools: "_名录!$D$2:$D$24",
      periods: "_名录!$E$2:$E$6",
      issuedSchool: SCHOOL,
      period: PERIOD,
    };
    const formulas = [
      ...form.indicators.map(({ code }) => rowCheck(code, context(locale), cells)),
      ...form.texts.map(({ id }) => textCheck(id, context(locale), cells)),
      ...["school", "period", ...form.cover.map(({ id }) => id)].map((id) => coverCheck(id, context(locale), cover)),
    ];
    for (const formula of formulas) {
      expect(formula.length).toBeLessThan(8192);
      expect(deepest(formula)).toBeLessThan(64);
      expect([...formula.matchAll(/[A-Z]+(?=\()/g)].map(([name]) => name).filter((name) => !shared.includes(name))).toEqual([]);
      expect([...formula.matchAll(/"((?:[^"]|"")*)"/g)].every(([text]) => text.length <= 255)).toBe(true);
    }
  }
});

function entered(cell: Reported): OfficeInput {
  switch (cell.kind) {
    case "blank":
      return null;
    case "date":
      return cell.serial;
    case "fault":
      return { typed: "=NA()" };
    case "number":
    case "time":
    case "text":
      return cell.value;
  }
}

describeWith(["libreoffice"], "the formulas of the 审核结果 column say in LibreOffice what the rules say", () => {
  let office: LibreOffice;
  beforeAll(async () => {
    office = await LibreOffice.start();
  }, 150_000);
  afterAll(() => office?.end(), 60_000);

  const SHEETS = ["表1", "表2", "表3"];
  const SAYS = new RegExp(`^(${locales.flatMap(({ severityBrief }) => Object.values(severityBrief)).join("|")})`);

  /** Places of results. */
  const results = (sheets: readonly string[]): CellRef[] => [
    ...[4, 5, 6, 7, 8, 9, 10].map((row) => ({ sheet: "封面", row, column: 3 })),
    ...sheets.flatMap((sheet) => [
      ...[4, 5, 6].map((row) => ({ sheet, row, column: 3 })),
      ...form.indicators.map((_, i) => ({ sheet, row: 9 + i, column: 6 })),
      ...form.texts.map((_, i) => ({ sheet, row: 9 + form.indicators.length + i, column: 7 })),
    ]),
  ];
  const inputs = (draft: Draft): [CellRef, OfficeInput][] => [
    ...[...draft.cells].map(([name, cell]): [CellRef, OfficeInput] => [draft.at(name), entered(cell)]),
    ...[...draft.earlier].flatMap(([name, value]): [CellRef, OfficeInput][] => {
      const [, of = "", kind, code] = /^(\d\.)?([ps])(\d\d)$/.exec(name) ?? [];
      const indicator = form.indicators.find((one) => one.code === code);
      if (!indicator || (kind === "p") !== (indicator.measure === "stock")) return [];
      return [[{ ...draft.at(of + code), column: 4 }, (value as number | undefined) ?? null]];
    }),
  ];

  test.each([zhCN, enUS])(
    "in $tag, for planted faults and for explanations",
    async (locale) => {
      await office.open(writeXlsx(template({ ...catalogue, school: SCHOOL, period: PERIOD, previous: [], locale })));
      for (const sheet of ["封面", ...SHEETS]) await office.unprotect(sheet);
      const draft = new Draft();
      let before = new Map<string, OfficeInput>();
      const differences: string[] = [];
      const compare = async (what: string): Promise<void> => {
        const now = new Map(inputs(draft).map(([at, value]) => [JSON.stringify(at), value]));
        const changed = [...now].filter(([at, value]) => JSON.stringify(before.get(at)) !== JSON.stringify(value));
        await office.set(changed.map(([at, value]) => [JSON.parse(at) as CellRef, value]));
        before = now;
        const findings = judge({ submission: draft.submission(), form, roster }, ruleset);
        // The other sheets are as the first one, and reading them takes time.
        const places = results(
          what.startsWith("clean") ? SHEETS : SHEETS.filter((sheet) => sheet === "表1" || what.includes(`${sheet[1]}.`)),
        );
        const shown = await office.cells(places);
        places.forEach((at, i) => {
          const { text, error } = shown[i]!;
          const due = shownOn(findings, at, locale, ruleset);
          // Beside a text without a problem stands how long it is.
          const said = at.column === 7 && !SAYS.test(text) ? "" : text;
          if (said !== due || error !== 0) differences.push(`${what}: ${at.sheet} row ${at.row + 1} shows “${text}”, due is “${due}”`);
        });
      };
      await compare("clean");
      for (const { change } of locale === zhCN ? faults : faults.filter((_, i) => i % 6 === 0)) {
        // A formula knows no near misses of a cluster or a programme: it says that the line is not on the roster.
        // Nor does it ask whether a program can hold the number, or what a telephone number begins with.
        const skip =
          change === "" ||
          /TRUE|30=1000000000000000|phone=027-1111|date:2026-03|time:|line\.(cluster=新一代|programme=装备智能制造技木)|集群/.test(change);
        if (skip) continue;
        draft.plant(change);
        await compare(change);
        draft.undo();
      }
      for (const text of [
        "新增光电芯片等六门核心课程",
        "新增课程",
        "已核实，情况属实，数据无误。",
        "一 二 三 四 五 六 七",
        "已核实：新增六门核心课程",
      ]) {
        draft.plant(`01=20; e01=${text}`);
        await compare(text);
        draft.plant(`e02=${text}; e03=${text}`);
        await compare(`${text} on three rows`);
        draft.undo();
      }
      await compare("clean again");
      expect(differences).toEqual([]);
    },
    300_000,
  );

  test("a blank form shows nothing at all", async () => {
    await office.open(writeXlsx(template({ ...catalogue, school: SCHOOL, period: PERIOD, previous: [], locale: zhCN })));
    const places = results(SHEETS);
    const shown = await office.cells(places);
    expect(shown.flatMap(({ text }, i) => (text === "" ? [] : [`${JSON.stringify(places[i])} ${text}`]))).toEqual([]);
  });
});

test("the rules that no formula shows are rules of the ruleset, and the period of the example reads as printed", () => {
  expect(UNSEEN.filter((id) => !Object.hasOwn(rules, id))).toEqual([]);
  expect(periodLabel(PERIOD)).toBe("2026年下半年");
});
