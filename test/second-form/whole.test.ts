import { applyFixes, fixesOf } from "../../src/actions/fix";
import { check, type Checked } from "../../src/actions/check";
import { notices } from "../../src/actions/consolidate";
import { reporters, type ReportFormat } from "../../src/actions/report";
import { inOrder, planCells, type CellRef, type CellValue } from "../../src/domain";
import { enUS, say, sayInNotice } from "../../src/locales";
import { programmePlaces, PROGRAMME_COLUMNS, PROGRAMME_ROWS, valueAt } from "../../src/sheets/places";
import { summary, SUMMARY_SHEETS } from "../../src/sheets/summary";
import { writeXlsx } from "../../src/workbook/xlsx";
import { letterIn } from "../consolidate/letter";
import { LibreOffice } from "../foreign/libreoffice";
import { describeWith } from "../foreign/programs";
import { answered } from "../province/answered";
import { ANNEX2, farms, zhFarms } from "./farms";
import { EAST, filled, fillings, issued, judged, opened, patched, sealed, summedUp, type Filling } from "./filled";

const { form, ruleset } = farms;
const places = programmePlaces(form, "作物1");
const rowOf = (code: string): number => places.indicators.get(code)!;

async function checked(bytes: Uint8Array): Promise<Checked> {
  const read = await check(opened(bytes), farms, { locale: zhFarms });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

/** What is found, as `A02 1`: its relation and its indicator. */
async function found(filling: Filling): Promise<string[]> {
  const { findings } = await checked(filled(filling));
  for (const one of findings)
    for (const locale of [zhFarms, enUS]) {
      const { message, cure, brief } = say(one, locale, ruleset);
      expect(`${message} ${cure} ${brief}`).not.toMatch(/undefined|\{\w+\}|NaN\b/);
      expect(`${message} ${cure} ${brief}`).not.toMatch(ANNEX2);
      expect(sayInNotice(one, locale, farms).cure).not.toMatch(/undefined|\{\w+\}/);
    }
  return findings.map(({ ref, indicator, state }) => [ref, ...(indicator === undefined ? [] : [indicator]), ...(state === "open" ? [] : [state])].join(" ")); // prettier-ignore
}

/** What the last period held of the school's first line. */
const LAST = { "01": 130, "1": 30.5, "1.1": 4, "1.10": 90, "1E2": 60, "100": 30, A1: 15, "1-1": 32, true: 90 };
const previous = [{ cluster: "稻米产区", programme: "早稻", lastPeriod: LAST, sameHalf: LAST, explanations: {}, texts: {} }];

test.each<{ readonly what: string; readonly filling: Filling; readonly refs: readonly string[] }>([
  { what: "nothing", filling: {}, refs: [] },
  { what: "a part above its whole", filling: { values: [{ "1": 121 }] }, refs: ["A02 1"] },
  { what: "parts that do not add up", filling: { values: [{ "100": 28.01 }] }, refs: ["A03 1.10"] },
  { what: "a product without land", filling: { values: [{ "01": 0, "1": 0 }] }, refs: ["A04 1.10", "A04 100"] },
  { what: "blanks", filling: { values: [{ "1.1": null, "1-1": null }] }, refs: ["A05 1.1", "A05 1-1"] },
  { what: "a text for a number", filling: { values: [{ "1-1": "３２" }] }, refs: ["F01 1-1"] },
  { what: "a text that is required by a figure", filling: { texts: { buyers: null } }, refs: ["A06", "A06"] },
  { what: "a product that nobody bought", filling: { values: [{ true: 0 }] }, refs: ["B03 true"] },
  { what: "a price that nobody pays", filling: { values: [{ true: 4_500 }] }, refs: ["B04 true"] },
  { what: "nobody who worked", filling: { values: [{ A1: 0 }] }, refs: ["B06 A1"] },
  { what: "less land than before", filling: { previous }, refs: ["B01 01"] },
  { what: "an explanation", filling: { previous, explanations: [{ "01": "二号地块退耕还湖，已核减面积。" }] }, refs: ["B01 01 explained"] },
])("the second form is judged by its own relations: $what", async ({ filling, refs }) => {
  expect((await found(filling)).sort()).toEqual([...refs].sort());
});

test("what is safe to mend is mended, and what was printed is known when it was changed", async () => {
  const book = opened(
    filled({ values: [{ "1-1": "３２", A1: " 15人 " }], previous: [{ ...previous[0]!, lastPeriod: { "100": 30 }, sameHalf: {} }] }),
  );
  const before = await check(book, farms, { locale: zhFarms });
  if (!before.ok) throw new Error(before.error.code);
  await applyFixes(book, before.value.form, fixesOf(before.value.findings));
  const { form: read, findings } = await checked(await book.bytes());
  expect(["1-1", "A1"].map((code) => read.submission.programmes[0]!.values[code])).toMatchObject([{ value: 32 }, { value: 15 }]);
  expect(findings).toEqual([]);
  const label = { kind: "value", sheet: "作物1", row: rowOf("1E2"), column: PROGRAMME_COLUMNS.name, value: "优等产量" } as const;
  const changed = await checked(patched(await book.bytes(), [label]));
  expect(changed.findings.map(({ ref, at }) => [ref, at.row])).toEqual([["F07", rowOf("1E2")]]);
});

test("a seal holds while nothing changes, and names the figure that did", async () => {
  const copy = await sealed(filled());
  expect((await checked(copy)).seal.state).toBe("sealed");
  for (const { code } of form.indicators) {
    const changed = await checked(patched(copy, [{ kind: "value", ...valueAt(places, code), value: 7 }]));
    expect(changed.seal).toMatchObject({ state: "changed", changed: [{ sheet: "作物1", row: rowOf(code) }] });
  }
});

test.each(Object.keys(reporters) as ReportFormat[])("a report calls the second form by its names (%s)", async (format) => {
  for (const locale of [zhFarms, enUS]) {
    const reporter = reporters[format]({ tool: { name: "x", version: "1" }, from: "built-in", ...farms, locale });
    const outcome = { kind: "checked", checked: await checked(filled({ values: [{ "1": 121, "1.10": null }] })) } as const;
    const report = [reporter.begin(), reporter.file({ path: "a.xlsx", outcome }), ...reporter.end()].join("");
    expect(report).not.toMatch(ANNEX2);
    expect(report).not.toMatch(/undefined|\{\w+\}(?!")/);
    expect(report).toContain("1.10");
  }
});

describe("a consolidation of the second form", () => {
  const arrive = async () => [
    await judged("红星.xlsx", await sealed(filled())),
    await judged("东风.xlsx", filled({ school: EAST, values: [{ "1.10": 5_000, "1E2": 60, A1: null }] })),
    await judged("前进.xlsx", filled({ school: "示例前进农场" })),
  ];

  test("adds each indicator up alone, and tells who is missing", async () => {
    const consolidation = summedUp(await arrive());
    expect(consolidation.files.map(({ fate }) => fate.kind)).toEqual(["used", "used", "used"]);
    expect(consolidation.schools.filter(({ state }) => state === "missing").map(({ school }) => school)).toEqual(["示例长岭农场"]);
    const plan = summary(consolidation, farms, zhFarms);
    const cells = new Map([...planCells(plan.sheets.find(({ name }) => name === SUMMARY_SHEETS.totals)!)].map(({ row, column, value }) => [`${row} ${column}`, value])); // prettier-ignore
    const row = (code: string): number => Number([...cells].find(([at, value]) => at.endsWith(" 1") && value === code)![0].split(" ")[0]);
    for (const { code, type } of form.indicators) {
      const sum = consolidation.lines.reduce((all, { values }) => all + (values[code]!.value ?? 0), 0);
      expect([code, cells.get(`${row(code)} 4`)]).toEqual([code, Number(sum.toFixed(type.decimals))]);
    }
    const said = plan.sheets
      .flatMap((sheet) => [...planCells(sheet)].map(({ value, formula }) => `${String(value)} ${formula ?? ""}`))
      .join("\n");
    expect(said).not.toMatch(ANNEX2);
    expect(said).not.toMatch(/undefined|\{\w+\}|NaN\b/);
  });

  test("asks a school in its own words, and takes its answer back", async () => {
    const files = await arrive();
    const its = (school: string) => [...notices(summedUp(files), farms, zhFarms, writeXlsx)].find((one) => one.school === school)!;
    const [list, mail] = its(EAST).files;
    const { subject, body, to } = letterIn(mail!.bytes);
    expect(to).toContain("zhangsan@example.edu.cn");
    expect(subject).toContain("农场情况表");
    expect(`${subject} ${body}`).not.toMatch(ANNEX2);
    const reply = await judged("答复.xlsx", await answered(list!.bytes, "产量含上年结转，已在备注中写明。"));
    const consolidation = summedUp([...files, reply]);
    expect(consolidation.replies).toMatchObject([{ school: EAST, matched: 1, unmatched: 0 }]);
    const [answer] = consolidation.findings.filter((one) => one.answer !== undefined);
    expect(form.indicators.map(({ code }) => code)).toContain(answer!.finding.indicator);
    const missing = letterIn(its("示例长岭农场").files.at(-1)!.bytes);
    expect(`${missing.subject} ${missing.body}`).toContain("农场情况表");
  });
});

describeWith(["libreoffice"], "the formulas of the second form say in LibreOffice what its rules say", () => {
  let office: LibreOffice;
  beforeAll(async () => {
    office = await LibreOffice.start();
  }, 150_000);
  afterAll(() => office?.end(), 60_000);

  const CASES: readonly Readonly<Record<string, CellValue>>[] = [
    {},
    { "1": 121, "100": 28.01, true: 0, "1-1": null },
    { "01": 0, "1": 0, A1: 0, "1.1": 2.5, true: 4_500 },
    { "01": 100, "1.10": 300, "1E2": 272, "1-1": 10, A1: -1 },
  ];
  const results = form.indicators.map(({ code }): CellRef => ({ sheet: "作物1", row: rowOf(code), column: PROGRAMME_COLUMNS.result }));

  test.each(CASES.map((values, index) => ({ values, index })))("case $index", async ({ values }) => {
    const bytes = filled({ values: [values], previous });
    const { findings } = await checked(bytes);
    await office.open(bytes);
    await office.recalculate();
    const shown = (await office.cells(results)).map(({ error, text }) => (error === 0 ? text : `error ${error}`));
    const expected = results.map(({ sheet, row }) => {
      const [first] = inOrder(
        findings.filter(({ at, state }) => at.sheet === sheet && at.row === row && state !== "notChecked"),
        [],
      );
      return first ? say(first, zhFarms, ruleset).brief : "";
    });
    expect(shown).toEqual(expected);
    expect(expected.some(Boolean)).toBe(true);
  });

  test("a form that was filled in there is read as it was typed, codes and all", async () => {
    await office.open(issued());
    await office.set(fillings().flatMap((change) => (change.kind === "value" ? [[change, change.value as string | number] as const] : [])));
    const read = await checked(await office.saved());
    expect(read.findings.map(({ ref, severity }) => [ref, severity])).toEqual([]);
    expect(
      read.form.submission.programmes.map(({ values }) => form.indicators.map(({ code }) => values[code]!.at.row - PROGRAMME_ROWS.first)),
    ).toEqual(Array(2).fill(form.indicators.map((_, index) => index)));
  });
});
