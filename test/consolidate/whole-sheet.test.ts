import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { consolidate, judgeFile } from "../../src/actions/consolidate";
import { linesOf, pendingFigures, schools, type Change, type Consolidation } from "../../src/domain";
import { form, roster } from "../../src/forms";
import { zhCN } from "../../src/locales";
import { explanationAt, lineAt, programmePlaces, programmeSheetName } from "../../src/sheets/places";
import { nodeInflate } from "../../src/workbook/xlsx/node-inflate";
import { openXlsx } from "../../src/workbook/xlsx/workbook";
import { VALUES } from "../fill";
import { earlierOf, filled, patched } from "../province/forms";
import type { Numbers } from "../province/numbers";
import { catalogue } from "../sheets/plans";

jest.setTimeout(120_000);

const PERIOD = { year: 2026, half: 2 } as const;
const of = (count: number): string[] => schools(roster).filter((school) => linesOf(roster, school).length === count);
/** All of these report the same, so that what is to be expected of a figure is known. */
const OTHERS = of(1).slice(0, 10);
const SCHOOL = of(2)[0]!;
const LINES = OTHERS.length + 2;

/** Plausible numbers, so many times as large as usual. */
const times = (factor: number): Numbers =>
  Object.fromEntries(Object.entries(VALUES).map(([code, value]) => [code, Math.round(value * factor * 100) / 100]));
const USUAL = times(1_000);

interface Sent {
  readonly numbers?: readonly Numbers[];
  readonly changes?: readonly Change[];
  readonly edit?: (part: string, xml: string) => string;
}

function made(school: string, { numbers = [USUAL], changes = [], edit }: Sent = {}): Uint8Array {
  const bytes = patched(filled({ school, period: PERIOD, day: "2026-12-20", numbers }), changes);
  if (!edit) return bytes;
  const parts = Object.entries(unzipSync(bytes));
  return zipSync(Object.fromEntries(parts.map(([name, content]) => [name, strToU8(edit(name, strFromU8(content)))])));
}

async function consolidated(files: readonly Uint8Array[]): Promise<Consolidation> {
  const options = { open: (bytes: Uint8Array) => openXlsx(bytes, { inflate: nodeInflate }), catalogue, locale: zhCN };
  const judged = await Promise.all(files.map((bytes, index) => judgeFile({ arrival: { path: [`${index}.xlsx`] }, bytes }, options)));
  return consolidate(judged, { period: PERIOD, catalogue, passedOver: [] });
}
const withOthers = (bytes: Uint8Array): Promise<Consolidation> => consolidated([bytes, ...OTHERS.map((school) => made(school))]);

/** Sheets with figures 待核, and how many each has. */
function marked(result: Consolidation): Record<string, number> {
  const isPending = pendingFigures(result);
  const counts = result.lines.map((line) => [`${line.school} ${line.sheet}`, form.indicators.filter(({ code }) => isPending(line, code)).length] as const); // prettier-ignore
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}
const refs = (result: Consolidation): string[] => [...new Set(result.findings.filter(({ pending }) => pending).map(({ finding }) => finding.ref))]; // prettier-ignore
const all = form.indicators.length;
const head = (sheet: number, part: "category" | "cluster" | "programme", value: string): Change => ({ kind: "value", ...lineAt(programmePlaces(form, programmeSheetName(form, sheet)), part), value }); // prettier-ignore
const heads = (sheet: number, [line]: ReturnType<typeof linesOf>): Change[] =>
  (["category", "cluster", "programme"] as const).map((part) => head(sheet, part, line![part]));

test("two sheets of which one is a copy: the figures of one of them are 待核, and the totals without them hold the other's", async () => {
  const result = await withOthers(made(SCHOOL, { numbers: [times(1_100), times(1_100)] }));
  expect([refs(result), marked(result)]).toEqual([["B12"], { [`${SCHOOL} 表2`]: all }]);
  for (const { code, type } of form.indicators) {
    const its = result.movements.filter(({ indicator }) => indicator === code);
    const left = its.reduce((sum, { total, settled }) => sum + total - settled.total, 0);
    expect([code, left]).toEqual([code, expect.closeTo(times(1_100)[code]!, type.decimals + 1)]);
  }
});

test.each([
  ["a hundredth of their totals", (LINES / 100) * 1_000, all],
  ["less than that", (LINES / 100) * 990, 0],
])("a copy of figures that are %s: so many are 待核", async (_, factor, count) => {
  const numbers = Object.fromEntries(Object.entries(times(factor)).map(([code, value]) => [code, count ? Math.ceil(value) : Math.floor(value)])); // prettier-ignore
  const sums = { ...numbers, "20": numbers["21"]! + numbers["22"]! + numbers["23"]! };
  const result = await withOthers(made(SCHOOL, { numbers: [sums, sums] }));
  expect(result.findings.map(({ finding }) => [finding.ref, finding.state])).toContainEqual(["B12", "open"]);
  expect(marked(result)).toEqual(count ? { [`${SCHOOL} 表2`]: count } : {});
});

test("what the school explains is not 待核", async () => {
  const explained = explanationAt(programmePlaces(form, programmeSheetName(form, 1)), "line");
  const changes: Change[] = [{ kind: "value", ...explained, value: "两个专业群共用同一批合作企业和课程" }];
  const result = await withOthers(made(SCHOOL, { numbers: [times(1_100), times(1_100)], changes }));
  expect(result.findings.map(({ finding }) => [finding.ref, finding.state])).toContainEqual(["B12", "explained"]);
  expect(marked(result)).toEqual({});
});

test("a sheet that is hidden", async () => {
  const edit = (part: string, xml: string): string => (part === "xl/workbook.xml" ? xml.replace('name="表2"', 'name="表2" state="hidden"') : xml); // prettier-ignore
  const result = await withOthers(made(SCHOOL, { numbers: [times(1_100), times(1_200)], edit }));
  expect([refs(result), marked(result)]).toEqual([["F11"], { [`${SCHOOL} 表2`]: all }]);
});

test("a programme that is reported twice", async () => {
  const result = await withOthers(made(SCHOOL, { numbers: [times(1_100), times(1_200)], changes: heads(1, linesOf(roster, SCHOOL)) }));
  expect([refs(result), marked(result)]).toEqual([["A13"], { [`${SCHOOL} 表2`]: all }]);
});

test("a programme of another school", async () => {
  const changes = heads(1, linesOf(roster, OTHERS[0]!));
  const result = await withOthers(made(SCHOOL, { numbers: [times(1_100), times(1_200)], changes }));
  expect([refs(result), marked(result)]).toEqual([["X01"], { [`${SCHOOL} 表2`]: all }]);
});

test("the report of the period before sent again, though each number is what its 对比数 lets expect", async () => {
  const [school, ...others] = OTHERS;
  const form = (half: 1 | 2, earlier?: Awaited<ReturnType<typeof earlierOf>>): Uint8Array =>
    filled({ school: school!, period: { year: 2026, half }, day: half === 1 ? "2026-06-20" : "2026-12-20", numbers: [USUAL] }, earlier);
  const again = form(2, await earlierOf([form(1)]));
  const result = await consolidated([again, ...others.map((other) => made(other))]);
  expect([refs(result), marked(result)]).toEqual([["B06"], { [`${school} 表1`]: all }]);
});

test("a formula whose result nobody saved leaves a blank, which is 待核 as any blank is", async () => {
  const edit = (part: string, xml: string): string =>
    part === "xl/worksheets/sheet2.xml" ? xml.replace(/(<c r="F12"[^>]*>)<v>[^<]*<\/v>/, "$1<f>3000+3000</f>") : xml;
  const result = await withOthers(made(SCHOOL, { numbers: [times(1_100), times(1_200)], edit }));
  expect(result.findings.map(({ finding, pending }) => [finding.ref, pending])).toContainEqual(["F04", ["03"]]);
});
