import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { unzipSync, zipSync } from "fflate";
import { check, type Checked } from "../../src/actions/check";
import { edit } from "../../src/actions/fix";
import { sayProgrammes, saySeal } from "../../src/actions/report/words";
import { seal } from "../../src/actions/seal";
import { canonicalJson, cellName, type CellRef, type CellValue, type Change } from "../../src/domain";
import { form, ruleset } from "../../src/forms";
import { zhCN } from "../../src/locales";
import { META_SHEET, newSeal, readForm, sealChanges } from "../../src/sheets";
import { comparisonAt, coverAt, coverPlaces, explanationAt, lineAt, programmePlaces, textAt, valueAt } from "../../src/sheets/places";
import { readXlsx, writeXlsx } from "../../src/workbook/xlsx";
import { nodeInflate } from "../../src/workbook/xlsx/node-inflate";
import { openXlsx } from "../../src/workbook/xlsx/workbook";
import { filledForm, SCHOOL } from "../cli/folder";
import { earlier, sheetsOf, TEXTS, VALUES } from "../fill";
import { LONG, runs } from "../long";
import { asGrid, blank, catalogue, withValues } from "./plans";
import { difference } from "../difference";

jest.setTimeout(LONG ? 3_600_000 : 60_000);

const open = (bytes: Uint8Array) => openXlsx(bytes, { inflate: nodeInflate });

async function checked(bytes: Uint8Array): Promise<Checked> {
  const result = await check(open(bytes), catalogue, { locale: zhCN });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

/** The bytes after some hands had them, who know nothing of seals. */
async function changed(bytes: Uint8Array, ...changes: readonly Change[]): Promise<Uint8Array> {
  const book = open(bytes);
  const written = await book.write(changes);
  if (!written.ok) throw new Error(written.error.code);
  return book.bytes();
}
const put = (at: CellRef, value: CellValue): Change => ({ kind: "value", ...at, value });

/** A formula over a cell, with the value that was there as its result: what typing `=900+99` over 999 leaves behind. */
function withFormula(bytes: Uint8Array, sheet: string, cell: string, formula: string): Uint8Array {
  const parts = unzipSync(bytes);
  const grid = readXlsx(bytes);
  if (!grid.ok) throw new Error(grid.error.code);
  // Sheets of a form lie in the order of their names in the workbook.
  const part = `xl/worksheets/sheet${grid.value.sheets.findIndex(({ name }) => name === sheet) + 1}.xml`;
  const before = new TextDecoder().decode(parts[part]);
  const after = before.replace(new RegExp(`(<c r="${cell}"[^>]*>)(<v>)`), `$1<f>${formula}</f>$2`);
  if (after === before) throw new Error(`no number in ${cell}`);
  return zipSync({ ...parts, [part]: new TextEncoder().encode(after) });
}

async function sealedForm(): Promise<Uint8Array> {
  const book = open(await filledForm([], {}, earlier(SCHOOL)));
  const done = await seal(book, catalogue, { locale: zhCN });
  if (!done.ok) throw new Error(done.error.kind);
  return book.bytes();
}

/** The rows of the hidden identification: their first cells, and where they stand. */
function recordsOf(bytes: Uint8Array): { readonly row: number; readonly cells: readonly CellValue[] }[] {
  const grid = readXlsx(bytes);
  if (!grid.ok) throw new Error(grid.error.code);
  const meta = grid.value.sheets.find(({ name }) => name === META_SHEET)!;
  const rows = new Map<number, CellValue[]>();
  for (const [key, { value }] of meta.cells) {
    const row = Math.floor(key / 16384);
    const cells = rows.get(row) ?? [];
    rows.set(row, cells);
    cells[key % 16384] = value;
  }
  return [...rows].map(([row, cells]) => ({ row, cells }));
}

/** What `filledForm()` holds on its sheets: no two have the same figures throughout. */
const valuesOn = (sheet: number): Readonly<Record<string, number>> => ({ ...VALUES, "26": VALUES["26"]! + sheet });

/**
 * The seal of version 1 for `filledForm()`, by its own canonical text, worked out from what was typed and not from the program: cover,
 * then each sheet's head, values, explanations and texts, keys sorted; numbers behind `n`, texts behind `t`, days behind `d`.
 */
function firstSeal(valuesOf = valuesOn): { readonly code: string; readonly items: readonly (readonly [string, string])[] } {
  const lines = [
    ["5个万亿级支柱产业", "新一代信息技术（光芯屏端网）", "智能光电技术应用"],
    ["10个五千亿级优势产业", "高端装备", "工业机器人技术"],
    ["10个五千亿级优势产业", "商务服务", "电子商务"],
  ];
  const items: (readonly [string, string])[] = [
    ["cover|school", `t${SCHOOL}`],
    ["cover|period", "t2026年下半年"],
    ["cover|date", "d2026-12-20"],
    ["cover|email", "tzhangsan@example.edu.cn"],
    ["cover|filler", "t李四"],
    ["cover|head", "t张三"],
    ["cover|phone", "t027-00000000"],
  ];
  lines.forEach(([category, cluster, programme], index) => {
    const add = (of: string, entries: readonly (readonly [string, string])[]): void =>
      void items.push(
        ...[...entries].sort(([x], [y]) => (x < y ? -1 : 1)).map(([key, text]) => [`${index + 1}|${of}|${key}`, text] as const),
      );
    add("head", [
      ["category", `t${category}`],
      ["cluster", `t${cluster}`],
      ["programme", `t${programme}`],
    ]);
    add(
      "value",
      Object.entries(valuesOf(index)).map(([code, value]) => [code, `n${value}`]),
    );
    add(
      "explanation",
      [...Object.keys(VALUES), "line"].map((row) => [row, ""]),
    );
    add(
      "text",
      Object.entries(TEXTS).map(([id, text]) => [id, `t${text}`]),
    );
  });
  const canonical = [["form", "annex2", 1], ["ruleset", "annex2", 1], ["issued", SCHOOL, "2026-S2"], ...items];
  return { code: codeOf(JSON.stringify(canonical)), items };
}

/** The first 60 bits of a SHA-256 in Crockford's base32, in groups of four. */
function codeOf(canonical: string): string {
  const bits = [...createHash("sha256").update(canonical, "utf8").digest().subarray(0, 8)]
    .map((byte) => byte.toString(2).padStart(8, "0"))
    .join("");
  const letters = Array.from({ length: 12 }, (_, at) => "0123456789ABCDEFGHJKMNPQRSTVWXYZ"[parseInt(bits.slice(5 * at, 5 * at + 5), 2)]);
  return letters.join("").replace(/(.{4})(?=.)/g, "$1-");
}

/** A form of the first ruleset under a seal of version 1: the record that the first program wrote, cell by cell. */
async function firstSealed(bytes: Uint8Array): Promise<Uint8Array> {
  const { code, items } = firstSeal();
  const first = Math.max(...recordsOf(bytes).map(({ row }) => row)) + 1;
  const meta = (row: number, column: number, value: CellValue): Change => put({ sheet: META_SHEET, row: first + row, column }, value);
  const records = [["seal", code], ...items.map((item) => ["sealed", ...item])];
  const issued = put({ sheet: META_SHEET, row: 1, column: 2 }, 1);
  return changed(bytes, issued, ...records.flatMap((line, row) => line.map((value, column) => meta(row, column, value))));
}

describe("a seal of version 1", () => {
  test("has the code that the first program gave the same form, and holds", async () => {
    // As the first program sealed it, with the same figures on all three sheets.
    expect(firstSeal(() => VALUES).code).toBe("Q6EY-40RC-NMGQ");
    for (const previous of [[], earlier(SCHOOL)]) {
      const its = await checked(await firstSealed(await filledForm([], {}, previous)));
      expect([its.seal, its.status]).toEqual([{ state: "sealed", code: firstSeal().code }, "clean"]);
      // It vouches for what was entered, and for nothing else.
      expect(saySeal(its, zhCN)).toContain("不含对比数");
      expect(saySeal(await checked(await sealedForm()), zhCN)).toMatch(/封签后未改动$/);
    }
  });

  test("names what was changed, and tells of formulas that nobody knows when they came", async () => {
    const bytes = await firstSealed(await filledForm([], {}, earlier(SCHOOL)));
    expect((await checked(await changed(bytes, put({ sheet: "表1", row: 9, column: 5 }, 13)))).seal).toMatchObject({
      state: "changed",
      changed: [{ sheet: "表1", row: 9, column: 5 }],
    });
    const formula = await checked(withFormula(bytes, "表1", "F10", "6+6"));
    expect(formula.seal).toMatchObject({ state: "sealed", formulas: [{ sheet: "表1", row: 9, column: 5 }] });
    expect(formula.status).toBe("blocked");
  });

  test("gives way to one of this version where the form is sealed again, of which nothing is left over", async () => {
    const book = open(await firstSealed(await filledForm([], {}, earlier(SCHOOL))));
    const done = await seal(book, catalogue, { locale: zhCN });
    const first = await changed(await filledForm([], {}, earlier(SCHOOL)), put({ sheet: META_SHEET, row: 1, column: 2 }, 1));
    const fresh = open(first);
    await seal(fresh, catalogue, { locale: zhCN });
    expect(done.ok && (await checked(book.bytes())).seal).toEqual({ state: "sealed", code: done.ok && done.value.code });
    const records = (bytes: Uint8Array) => recordsOf(bytes).filter(({ cells }) => cells[0] !== null && cells[0] !== undefined);
    expect(records(book.bytes())).toEqual(records(fresh.bytes()));
  });
});

describe("a seal of version 2", () => {
  test("says so, with room for the code of the form, and covers what is judged by: the code is that of its own canonical text", async () => {
    const bytes = await sealedForm();
    const records = recordsOf(bytes).map(({ cells }) => cells);
    const [head] = records.filter(([kind]) => kind === "seal");
    const before = earlier(SCHOOL);
    const added = sheetsOf(SCHOOL).flatMap((_, index) => {
      const [stocks, last] = [before[index]!.sameHalf, before[index]!.lastPeriod];
      const codes = Object.keys(VALUES).sort();
      return [
        ...codes.map((code) => [`${index + 1}|comparison|${code}`, `n${last[code]}`]),
        ...codes.map((code) => [`${index + 1}|issued|${code}`, `n${last[code]}|n${stocks[code]}`]),
        ...Object.keys(TEXTS)
          .sort()
          .map((id) => [`${index + 1}|issued text|${id}`, ""]),
      ];
    });
    const text = (formCode: string): string =>
      JSON.stringify([
        ["seal", 2, formCode],
        ["form", "annex2", 1],
        ["ruleset", "annex2", ruleset.version],
        ["issued", SCHOOL, "2026-S2"],
        ...firstSeal().items,
        ...added,
      ]);
    expect(head).toEqual(["seal", codeOf(text(catalogue.code)), 2, catalogue.code]);
    // What a later program will write there is verified as well.
    const at = recordsOf(bytes).find(({ cells }) => cells[0] === "seal")!.row;
    const later = await changed(
      bytes,
      put({ sheet: META_SHEET, row: at, column: 1 }, codeOf(text("示例01"))),
      put({ sheet: META_SHEET, row: at, column: 3 }, "示例01"),
    );
    expect((await checked(later)).seal).toEqual({ state: "sealed", code: codeOf(text("示例01")) });
    expect((await checked(await changed(later, put({ sheet: META_SHEET, row: at, column: 3 }, "示例02")))).seal.state).toBe("changed");
  });

  test("names 对比数 that were changed together with their hidden copy, printed or not, and texts of before", async () => {
    const bytes = await sealedForm();
    const meta = (kind: string, code: string): number =>
      recordsOf(bytes).find(({ cells }) => cells[0] === kind && cells[3] === code && cells[1] === "高端装备")!.row;
    const stock = programmePlaces(form, "表2");
    const both = [put(comparisonAt(stock, "01"), 3), put({ sheet: META_SHEET, row: meta("value", "01"), column: 4 }, 3)];
    const after = await checked(await changed(bytes, ...both));
    expect(after.findings.filter(({ ref }) => ref === "F06")).toEqual([]);
    expect(after.seal).toMatchObject({ state: "changed", changed: [comparisonAt(stock, "01")] });
    // 19 is a flow: its last period is printed nowhere, and B06 judges by it.
    const hidden = await checked(await changed(bytes, put({ sheet: META_SHEET, row: meta("value", "19"), column: 4 }, 3)));
    expect(hidden.seal).toMatchObject({ state: "changed", changed: [comparisonAt(stock, "19")] });
    const last = Math.max(
      ...recordsOf(bytes)
        .filter(({ cells }) => cells[0] === "sealed")
        .map(({ row }) => row),
    );
    const record = ["text", "高端装备", "工业机器人技术", "practice", "上期的做法"];
    const told = await checked(
      await changed(bytes, ...record.map((value, column) => put({ sheet: META_SHEET, row: last + 1, column }, value))),
    );
    expect(told.seal).toMatchObject({ state: "changed", changed: [textAt(stock, "practice")] });
  });

  test("names a formula that was put over a value it covers, and the form no longer passes", async () => {
    const after = await checked(withFormula(await sealedForm(), "表1", "F10", "6+6"));
    expect(after.seal).toMatchObject({ state: "changed", changed: [{ sheet: "表1", row: 9, column: 5 }] });
    expect(after.findings.map(({ ref, message, severity, at }) => [ref, message, severity, cellName(at)])).toEqual([
      ["F04", "sealed", "error", "表1!F10"],
    ]);
    expect(after.status).toBe("blocked");
  });

  test("whichever cell it covers is changed, by one hand or another, that cell is named and no other", async () => {
    const bytes = await sealedForm();
    const places = sheetsOf(SCHOOL).map((sheet) => programmePlaces(form, sheet));
    const cover = coverPlaces(form, places.length);
    const numbers = places.flatMap((one) => Object.keys(VALUES).flatMap((code) => [valueAt(one, code), comparisonAt(one, code)]));
    const texts = places.flatMap((one) => [
      ...Object.keys(TEXTS).map((id) => textAt(one, id)),
      ...["line", "01", "32"].map((row) => explanationAt(one, row)),
      lineAt(one, "programme"),
    ]);
    const drawn = fc.oneof(
      fc.record({ at: fc.constantFrom(...numbers), value: fc.constantFrom<CellValue>(null, -7, 9_999, "12") }),
      fc.record({
        at: fc.constantFrom(...texts, ...["head", "email", "school"].map((item) => coverAt(cover, item))),
        value: fc.constantFrom<CellValue>("改动", 5),
      }),
    );
    await fc.assert(
      fc.asyncProperty(drawn, async ({ at, value }) => {
        const { seal: state } = await checked(await changed(bytes, put(at, value)));
        expect(state.state === "changed" && state.changed.map(cellName)).toEqual([cellName(at)]);
      }),
      runs(30, 1_000),
    );
  });
});

test("a form with a formula in an input cell is not sealed, is told which, and is once the value stands there", async () => {
  const bytes = withFormula(await filledForm(), "表1", "F10", "6+6");
  const before = await checked(bytes);
  expect(before.findings.map(({ ref, message, severity }) => [ref, message, severity])).toEqual([["F04", "formula", "advisory"]]);
  expect(before.status).toBe("clean");
  const book = open(bytes);
  const refused = await seal(book, catalogue, { locale: zhCN });
  if (refused.ok || refused.error.kind !== "blocked") throw new Error("sealed with a formula");
  const { checked: told } = refused.error;
  expect(told.findings.map(({ ref, message, severity, at }) => [ref, message, severity, cellName(at)])).toEqual([
    ["F04", "sealed", "error", "表1!F10"],
  ]);
  expect(difference(book.bytes(), open(bytes).bytes())).toBeUndefined();
  const { fix } = told.findings[0]!;
  await edit(book, told.form, fix?.kind === "value" ? [put(fix.at, fix.value)] : []);
  expect(await seal(book, catalogue, { locale: zhCN })).toMatchObject({ ok: true });
});

test("of any number of sheets that were issued none vanishes unnoticed", () => {
  for (const count of [1, 7, 8, 10]) {
    const plan = blank({ school: "示例职业学院", blankSheets: count });
    const reads = (left: typeof plan) => readForm(asGrid(left), catalogue, { locale: zhCN });
    const whole = reads(plan);
    expect(whole.ok && whole.value.identification.sheets).toHaveLength(count);
    const last = reads({ ...plan, sheets: plan.sheets.filter(({ name }) => name !== `表${count}`) });
    expect(last).toMatchObject({ ok: false, error: { code: "structure-changed", where: `表${count}` } });
  }
});

describe("sheets of another school, put into a sealed form,", () => {
  const grid = (bytes: Uint8Array) => {
    const read = readXlsx(bytes);
    if (!read.ok) throw new Error(read.error.code);
    return read.value;
  };
  const theirs = () => withValues(blank({ school: "湖北财税职业学院" }), { "表1!F10": 2_000, "表1!F11": "约30" });
  const copied = <T extends { readonly name: string; readonly state: string }>(sheets: readonly T[]): T[] =>
    sheets.filter(({ state }) => state === "visible").map((sheet) => ({ ...sheet, name: `${sheet.name} (2)` }));

  test.each(["before", "behind"])("%s its own: they are found, once, and are no change of what was sealed", async (where) => {
    const mine = grid(await sealedForm());
    const others = copied(grid(writeXlsx(theirs())).sheets);
    const sheets = where === "before" ? [...others, ...mine.sheets] : [...mine.sheets, ...others];
    const workbook = { read: async () => ({ ok: true, value: { ...mine, sheets } }) as const, write: open(new Uint8Array()).write };
    const result = await check(workbook, catalogue, { locale: zhCN });
    if (!result.ok) throw new Error(result.error.code);
    const { seal: state, findings } = result.value;
    expect([state.state, findings.map(({ ref }) => ref)]).toEqual(["sealed", ["F10"]]);
    expect(sayProgrammes(result.value, zhCN)).not.toContain("(2)");
  });

  test("under a seal of once, which was put on both, leave it as it was", async () => {
    const both = writeXlsx({ ...blank({ school: SCHOOL }), sheets: [...blank({ school: SCHOOL }).sheets, ...copied(theirs().sheets)] });
    const form = readForm(grid(both), catalogue, { locale: zhCN });
    if (!form.ok) throw new Error(form.error.code);
    const code = codeOf(canonicalJson(form.value.submission, newSeal(catalogue)));
    const sealed = await changed(both, ...sealChanges(form.value, newSeal(catalogue), code));
    expect((await checked(sealed)).seal).toEqual({ state: "sealed", code });
    const later = await changed(sealed, put(valueAt(programmePlaces(catalogue.form, "表1"), "01"), 7));
    expect((await checked(later)).seal.state).toBe("changed");
  });
});
