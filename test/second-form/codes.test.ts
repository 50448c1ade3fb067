import * as fc from "fast-check";
import { check, type Checked } from "../../src/actions/check";
import { readEarlier } from "../../src/actions/earlier";
import { parseDefinition } from "../../src/definition";
import { findingIds } from "../../src/actions/consolidate/finding-id";
import { keyColumn, keyRow, type Catalogue, type Grid } from "../../src/domain";
import { say } from "../../src/locales";
import { PROGRAMME_COLUMNS, PROGRAMME_ROWS } from "../../src/sheets/places";
import { readSummary, summary, SUMMARY_META, SUMMARY_SHEETS } from "../../src/sheets/summary";
import { readXlsx, writeXlsx } from "../../src/workbook/xlsx";
import type { Json } from "../definition/json";
import { runs } from "../long";
import { FARMS, farms, parsed, zhFarms } from "./farms";
import { EAST, filled, issued, judged, opened, patched, PERIOD, RED, sealed, summedUp } from "./filled";

const CODES = FARMS.form.indicators.map(({ code }) => code);

/** The form with other codes, in all that names one. */
function recoded(codes: readonly string[]): Json {
  const renamed = new Map<unknown, string>(CODES.map((code, index) => [code, codes[index]!]));
  const within = (value: Json): Json => {
    // In a relation codes stand in brackets.
    if (typeof value === "string") return renamed.get(value) ?? value.replace(/\[([^\]]*)\]/g, (_, one: string) => `[${renamed.get(one)}]`);
    if (Array.isArray(value)) return value.map(within);
    return typeof value === "object" && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, within(one)]))
      : value;
  };
  const json: Json = structuredClone(FARMS);
  for (const one of [...json.form.indicators, ...json.form.texts])
    for (const key of ["code", "partOf", "requiredWhenPositive"]) if (key in one) one[key] = within(one[key]);
  for (const setting of json.ruleset.settings) setting.options = within(setting.options);
  return json;
}

async function checked(bytes: Uint8Array, catalogue: Catalogue): Promise<Checked> {
  const read = await check(opened(bytes), catalogue, { locale: zhFarms });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

function gridOf(bytes: Uint8Array): Grid {
  const grid = readXlsx(bytes);
  if (!grid.ok) throw new Error(grid.error.code);
  return grid.value;
}

/** A code that programs take for something else. */
const NASTY = ["01", "1", "1.1", "1.10", "1E2", "100", "1-1", "1-", "true", "FALSE", "NaN", "Infinity", "e", "A1", "R1C1", "F10", "0x10", "1.", "001", "1e3", "1000", "2026-01-01", "一", "甲1"] as const; // prettier-ignore
const part = fc.constantFrom(..."0123456789abcxyzABEX.-", "集");
const code = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.array(part, { minLength: 1, maxLength: 6 }).map((all) => all.join("").replace(/^[.-]+/, "7")),
);
const codes = fc.uniqueArray(code, { minLength: CODES.length, maxLength: CODES.length, selector: (one) => one.toLowerCase() });

test("a form whose codes are accepted reads back as it was issued, is filled, judged, sealed, compared with, consolidated and summed up", async () => {
  const holds = async (its: readonly string[]): Promise<void> => {
    const catalogue = parsed(recoded(its));
    const { form } = catalogue;
    const rowsOf = (one: Checked): unknown =>
      one.form.submission.programmes.map(({ values }) => form.indicators.map((indicator) => values[indicator.code]!.at));

    const blank = await checked(issued({ catalogue }), catalogue);
    const at = (sheet: string) => its.map((_, row) => ({ sheet, row: PROGRAMME_ROWS.first + row, column: PROGRAMME_COLUMNS.current }));
    expect(rowsOf(blank)).toEqual(["作物1", "作物2"].map(at));
    for (const one of blank.findings) expect(say(one, zhFarms, catalogue.ruleset).message).not.toMatch(/undefined|\{|NaN 项/);
    expect(blank.findings.filter(({ severity, rule }) => severity === "fatal" || /-altered$/.test(rule))).toEqual([]);

    // The second of two that add up is wrong: it is this relation that says so, at this row.
    const wrong = await checked(filled({ catalogue, values: [{ [its[5]!]: 29 }] }), catalogue);
    expect(wrong.findings.map(({ ref, indicator, at }) => [ref, indicator, at.row])).toEqual([["A03", its[3], PROGRAMME_ROWS.first + 3]]);

    const before = { year: 2026, half: 1 } as const;
    const last = filled({ catalogue, period: before, cover: { on: 46_180 } });
    const { previous } = await readEarlier([{ name: "上期.xlsx", workbook: opened(last) }], catalogue, RED, PERIOD, zhFarms);
    const next = await sealed(filled({ catalogue, previous, values: [{ [its[0]!]: 121 }, { [its[0]!]: 122 }] }), catalogue);
    const read = await checked(next, catalogue);
    expect([read.status, read.seal.state]).toEqual(["clean", "sealed"]);
    const issuedWith = read.form.submission.programmes.map((one) => one.previous?.lastPeriod);
    const were = (await checked(last, catalogue)).form.submission.programmes;
    expect(issuedWith.map((one) => its.map((key) => one?.[key]))).toEqual(
      were.map(({ values }) => its.map((key) => values[key]?.kind === "number" && values[key].value)),
    );

    const consolidation = summedUp(
      [await judged("红星.xlsx", next, { catalogue }), await judged("东风.xlsx", filled({ catalogue, school: EAST }), { catalogue })],
      catalogue,
    );
    const lines = consolidation.lines.map(({ school, cluster, programme, values }) => ({
      school,
      cluster,
      programme,
      values: Object.fromEntries(its.map((key) => [key, values[key]!.value])),
    }));
    expect(lines.map((line) => Object.values(line.values).every((value) => value !== undefined))).toEqual([true, true, true]);
    const grid = gridOf(writeXlsx(summary(consolidation, catalogue, zhFarms)));
    expect(readSummary(grid, form)).toMatchObject({ ok: true, value: { lines } });
    const alone = { ...grid, sheets: grid.sheets.filter(({ name }) => name === SUMMARY_META) };
    expect(readSummary(alone, form)).toEqual(readSummary(grid, form));
  };
  await holds(CODES);
  await holds(NASTY.slice(0, 9));
  await holds(NASTY.slice(9, 18));
  await fc.assert(fc.asyncProperty(codes, holds), runs(8));
});

test.each([
  ["in case", ["e", "E"]],
  ["in a capital letter of another script", ["д", "Д"]],
])("two codes that differ %s alone are a mistake", (_, [one, other]) => {
  const read = parseDefinition(recoded([one!, other!, ...CODES.slice(2)]));
  expect(read.ok ? [] : read.error.map((mistake) => mistake.code)).toContain("repeated");
});

test.each(["０1", "①", " 1", "1 ", "-1", ".5", "1,1", "1/2", "1_1", "constructor", "toString", "__proto__", "line", "1".repeat(21)])(
  "“%s” is no code",
  (bad) => expect(parseDefinition(recoded([bad, ...CODES.slice(1)])).ok).toBe(false),
);

/** What becomes of a form in whose column of codes some cells hold something else. */
async function withCodes(cells: Readonly<Record<string, string | number>>, its: readonly string[] = CODES): Promise<Checked | string> {
  const catalogue = parsed(recoded(its));
  const changes = Object.entries(cells).map(([key, value]) => ({
    kind: "value" as const,
    sheet: "作物1",
    row: PROGRAMME_ROWS.first + its.indexOf(key),
    column: PROGRAMME_COLUMNS.code,
    value,
  }));
  const read = await check(opened(patched(filled({ catalogue }), changes)), catalogue, { locale: zhFarms });
  return read.ok ? read.value : read.error.code;
}

/** What is so, cells by the codes that stood in them, and the codes of the form where they are others. */
interface Case {
  readonly what: string;
  readonly cells: Readonly<Record<string, string | number>>;
  readonly its?: readonly string[];
}

describe("a code of which a program made a number", () => {
  test.each<Case>([
    { what: "is the one that is written so", cells: { "100": 100, "1": 1, "1.1": 1.1 } },
    {
      what: "is the only one that is worth as much",
      cells: { "007": 7, "2.50": 2.5, "3E2": 300 },
      its: ["007", "2.50", "3E2", ...CODES.slice(3, 9)],
    },
    { what: "stands among spaces or in full width", cells: { "01": " ０1", A1: "Ａ1 " } },
  ])("$what", async ({ cells, its }) => {
    const read = await withCodes(cells, its);
    expect(read).toMatchObject({ status: "clean" });
    const rows = (read as Checked).form.submission.programmes[0]!;
    expect((its ?? CODES).map((key) => rows.values[key]!.at.row)).toEqual(CODES.map((_key, row) => PROGRAMME_ROWS.first + row));
  });

  test.each<Case>([
    { what: "that is another one's", cells: { "01": 1 } },
    { what: "that is another one's, whose own is gone", cells: { "01": 1, "1": "x" } },
    { what: "that two are worth, neither written so", cells: { "007": 7 }, its: ["007", "07", ...CODES.slice(2)] },
    { what: "of a day", cells: { "1-1": 46_023 } },
    { what: "written in a base that no sheet has", cells: { "0x10": 16 }, its: ["0x10", ...CODES.slice(1)] },
    { what: "but is a text that looks like another one's", cells: { "1.10": "1.1" } },
  ])("$what is never guessed", async ({ cells, its }) => expect(await withCodes(cells, its)).toBe("structure-changed"));
});

test("a summary whose codes became numbers is read where each is still that of one indicator, and else refused", async () => {
  const consolidation = summedUp([await judged("东风.xlsx", filled({ school: EAST }))]);
  const bytes = writeXlsx(summary(consolidation, farms, zhFarms));
  const was = readSummary(gridOf(bytes), farms.form);
  const read = (code: string, value: number, among = ""): unknown => {
    const changes = gridOf(bytes).sheets.flatMap(({ name, cells }) =>
      [...cells].flatMap(([key, cell]) => {
        const its = cell.value === code && cell.formula === undefined && [SUMMARY_SHEETS.detail, SUMMARY_META].includes(name as never);
        return its ? [{ kind: "value" as const, sheet: name, row: keyRow(key), column: keyColumn(key), value }] : [];
      }),
    );
    expect(changes.length).toBeGreaterThan(1);
    const grid = gridOf(patched(bytes, changes));
    return readSummary(among === "" ? grid : { ...grid, sheets: grid.sheets.filter(({ name }) => name === among) }, farms.form);
  };
  for (const among of ["", SUMMARY_META]) {
    expect(read("100", 100, among)).toEqual(was);
    expect(read("01", 1, among)).toMatchObject({ error: { code: "summary-changed" } });
    expect(read("1.10", 1.1, among)).toMatchObject({ error: { code: "summary-changed" } });
  }
});

test("what an identification was issued with is known by codes that became numbers", async () => {
  const previous = [{ cluster: "稻米产区", programme: "晚稻", lastPeriod: { "1E2": 60.25, "100": 28, A1: 15 }, sameHalf: { "1E2": 60.25, "100": 28 }, explanations: {}, texts: {} }]; // prettier-ignore
  const bytes = filled({ school: EAST, previous });
  const meta = gridOf(bytes).sheets.find(({ name }) => name === "_meta")!;
  const [key] = [...meta.cells].find(([, { value }]) => value === "100")!;
  const changed = patched(bytes, [{ kind: "value", sheet: "_meta", row: keyRow(key), column: keyColumn(key), value: 100 }]);
  const [one, other] = [await checked(bytes, farms), await checked(changed, farms)].map(
    (all) => all.form.submission.programmes[0]!.previous,
  );
  expect(one!.lastPeriod).toMatchObject(previous[0]!.lastPeriod);
  expect(other).toEqual(one);
});

test("what changed from one file to the next is told in the order of the rows, whatever the codes look like", async () => {
  const first = await judged("先.xlsx", filled({ school: EAST, cover: { on: 46_370 } }), { received: "2026-12-18T01:00:00.000Z" });
  const values = Object.fromEntries(CODES.map((code) => [code, 7]));
  const later = await judged("后.xlsx", filled({ school: EAST, values: [values], cover: { on: 46_371 } }), {
    received: "2026-12-19T01:00:00.000Z",
  });
  const [difference] = summedUp([first, later]).files.flatMap(({ fate }) => (fate.kind === "superseded" ? [fate.difference] : []));
  expect(difference!.cells.flatMap(({ item }) => ((CODES as readonly string[]).includes(item) ? [item] : []))).toEqual(CODES);
});

test("a finding of a cell and one of the indicator whose code looks like that cell have names of their own", () => {
  const line = { sheet: "作物1", cluster: "稻米产区", programme: "早稻", values: { F10: {} } };
  const of = { rule: "formula-in-input", ref: "F04", severity: "error", state: "open", message: "formula", facts: {}, related: [], at: { sheet: "作物1", row: 9, column: 5 } } as const; // prettier-ignore
  const all = [of, { ...of, indicator: "F10" }];
  const owner = { school: RED, period: "2026-S2", lines: [line] };
  const ids = findingIds(owner, all);
  expect(new Set(ids).size).toBe(2);
  // Whichever is there without the other is still itself.
  expect(all.flatMap((one) => findingIds(owner, [one]))).toEqual(ids);
});
