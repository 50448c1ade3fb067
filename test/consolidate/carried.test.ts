import {
  Collection,
  consolidate,
  judgeFile,
  notices,
  outlineOf,
  sayMixed,
  settleForm,
  type JudgedFile,
} from "../../src/actions/consolidate";
import { check } from "../../src/actions/check";
import { seal } from "../../src/actions/seal";
import { forSchool, type Catalogue, type Finding, type PlanCell, type SheetPlan, type WorkbookPlan } from "../../src/domain";
import { catalogue } from "../../src/forms";
import { zhCN } from "../../src/locales";
import { DEFINITION_SHEET, META_SHEET } from "../../src/sheets";
import { definitionSheet } from "../../src/sheets/definition-sheet";
import { openXlsx, writeXlsx } from "../../src/workbook/xlsx";
import { nodeInflate } from "../../src/workbook/xlsx/node-inflate";
import { programmePlaces } from "../../src/sheets/places";
import { coded } from "../coded";
import { asChanges, entries } from "../fill";
import { blank, onSheet } from "../sheets/plans";
import { farms } from "../second-form/farms";
import { filled as filledFarm, issued as issuedFarm, RED } from "../second-form/filled";
import { judged, summedUp, WUHAN } from "./judged";

const open = (bytes: Uint8Array): ReturnType<typeof openXlsx> => openXlsx(bytes, { inflate: nodeInflate });

/** A form of a plan, filled in with two figures that do not go together, sealed or not. */
async function filledIn(
  plan: WorkbookPlan,
  { sealedBy, faulty = true }: { sealedBy?: Catalogue; faulty?: boolean } = {},
): Promise<Uint8Array> {
  const book = open(writeXlsx(plan));
  const changes = [...asChanges(entries(WUHAN))];
  if (faulty) changes.push({ kind: "value", sheet: "表1", row: 10, column: 5, value: 9_999 });
  const written = await book.write(changes);
  if (!written.ok) throw new Error(written.error.code);
  if (sealedBy) {
    const done = await seal(book, sealedBy, { locale: zhCN });
    if (!done.ok) throw new Error(done.error.kind);
  }
  return book.bytes();
}

/** What is found of a file, and for whom. */
async function found(bytes: Uint8Array): Promise<{ readonly school: Finding[]; readonly reviewer: Finding[]; readonly seal: string }> {
  const checked = await check(open(bytes), catalogue, { locale: zhCN });
  if (!checked.ok) throw new Error(checked.error.code);
  const { findings, carried, seal: state } = checked.value;
  expect(carried).toBeUndefined();
  return { school: findings.filter(forSchool), reviewer: findings.filter((one) => !forSchool(one)), seal: state.state };
}

type Tamper = (sheet: SheetPlan) => SheetPlan;
const rows =
  (change: (cells: readonly PlanCell[]) => readonly PlanCell[]): Tamper =>
  (sheet) => ({ ...sheet, cells: change(sheet.cells) });
const with0 = (column: number, value: string | number): Tamper =>
  rows((cells) => cells.map((cell) => (cell.row === 0 && cell.column === column ? { ...cell, value } : cell)));

const COUNT = blank()
  .sheets.find(({ name }) => name === DEFINITION_SHEET)!
  .cells.filter(({ row }) => row > 0).length;
const ROSTER = catalogue.roster.entries.length + 1;
/** Each row of the definition taken away, doubled, and changed by one letter. */
const EACH_ROW = Array.from({ length: COUNT - ROSTER }, (_, index) => index + 1).flatMap((row): [string, Tamper][] => [
  [`row ${row} taken away`, rows((cells) => cells.filter((cell) => cell.row !== row))],
  [`row ${row} doubled`, rows((cells) => cells.flatMap((cell) => (cell.row < row ? [cell] : cell.row === row ? [cell, { ...cell, row: row + 1 }] : [{ ...cell, row: cell.row + 1 }])))],
  [`row ${row} changed`, rows((cells) => cells.map((cell) => (cell.row === row ? { ...cell, value: String(cell.value).replace(/([0-9a-z])(?!.*[0-9a-z])/, (last) => (last === "1" ? "2" : "1")) } : cell)))],
]); // prettier-ignore
const HEADS: readonly (readonly [string, Tamper])[] = [
  ["another form in its head", with0(0, "annex9")],
  ["another version in its head", with0(1, 7)],
  ["a later language", with0(2, 9)],
  ["another code", with0(3, "0000-0000-0000")],
  ["nothing but its head", rows((cells) => cells.filter(({ row }) => row === 0))],
  ["nothing at all", rows(() => [])],
  ["texts of a stranger", rows((cells) => cells.map((cell) => ({ ...cell, value: "=HYPERLINK(1)" })))],
];

describe("a file of a known form", () => {
  const honest = blank();
  let before: Awaited<ReturnType<typeof found>>;
  beforeAll(async () => {
    before = await found(await filledIn(honest));
    expect([before.school.length > 0, before.reviewer]).toEqual([true, []]);
  });

  // Hundreds of copies of one form: each is as it was but for the one sheet.
  test("is judged as if it carried what was issued, whatever it carries, and only the reviewer is told", async () => {
    expect(EACH_ROW.length).toBeGreaterThan(250);
    for (const [name, tamper] of EACH_ROW.filter((_, index) => process.env["LONG"] || index % 7 === 0 || index < 12).concat(
      HEADS as [string, Tamper][],
    )) {
      const { school, reviewer } = await found(await filledIn(onSheet(honest, DEFINITION_SHEET, tamper)));
      expect([name, school]).toEqual([name, before.school]);
      expect([name, reviewer.map(({ ref, severity, state }) => [ref, severity, state])]).toEqual([name, [["F09", "query", "open"]]]);
    }
  }, 600_000);

  test("names what was changed", async () => {
    const changed = (of: (rows: string) => string): Tamper =>
      rows((cells) => cells.map((cell) => ({ ...cell, value: typeof cell.value === "string" ? of(cell.value) : cell.value })));
    const tampered = onSheet(honest, DEFINITION_SHEET, changed((text) => text.replace('"ref":"A06"', '"ref":"A06","severity":"advisory"').replace('"code":"20"', '"code":"20","x":1'))); // prettier-ignore
    const { reviewer } = await found(await filledIn(tampered));
    expect(reviewer.map(({ message, facts }) => [message, facts])).toEqual([["altered", { rows: "20、A06" }]]);
  });

  test.each([
    [
      "a threshold",
      (one: Catalogue): Catalogue => ({ ...one, ruleset: { ...one.ruleset, explanation: { ...one.ruleset.explanation, minLength: 2 } } }),
    ],
    [
      "without a relation",
      (one: Catalogue): Catalogue => ({
        ...one,
        ruleset: { ...one.ruleset, settings: one.ruleset.settings.filter(({ ref }) => ref !== "A02") },
      }),
    ],
    ["another unit", (one: Catalogue): Catalogue => ({ ...one, form: { ...one.form, source: "别的文件" } })],
  ])(
    "that was issued by another definition of the same version (%s), and sealed under that, is judged by the one at hand",
    async (_, change) => {
      const { code: __, ...other } = change(catalogue);
      const tampered = coded(other);
      expect(tampered.code).not.toBe(catalogue.code);
      const { school, reviewer, seal: state } = await found(await filledIn(blank(tampered), { sealedBy: tampered, faulty: false }));
      const honestly = await found(await filledIn(honest, { sealedBy: catalogue, faulty: false }));
      expect([school, state]).toEqual([honestly.school, "sealed"]);
      expect(reviewer.map(({ ref }) => ref)).toEqual(["F09"]);
      // Nobody but the reviewer hears of it.
      const consolidation = summedUp([await judged("a.xlsx", await filledIn(blank(tampered), { sealedBy: tampered, faulty: false }))]);
      expect(consolidation.files.map(({ fate }) => fate.kind)).toEqual(["used"]);
      expect(
        [...notices(consolidation, catalogue, zhCN, writeXlsx)].filter(({ school: to, kind }) => to === WUHAN && kind === "queries"),
      ).toEqual([]);
    },
  );

  test("that was issued with other words is no school's doing: the reviewer is told which words, the school nothing", async () => {
    const renamed = (change: Partial<Catalogue["form"]["indicators"][number]>): Catalogue =>
      coded({ ...catalogue, form: { ...catalogue.form, indicators: catalogue.form.indicators.map((one) => (one.code === "13" ? { ...one, ...change } : one)) } }); // prettier-ignore
    for (const other of [renamed({ name: "示例指标" }), renamed({ unit: "人次" })]) {
      const bytes = await filledIn(blank(other), { sealedBy: other, faulty: false });
      const { school, reviewer } = await found(bytes);
      expect(school).toEqual([]);
      expect([...new Set(reviewer.map(({ ref, message }) => `${ref} ${message}`))].sort()).toEqual(["F07 carried", "F09 altered"]);
      const consolidation = summedUp([await judged("a.xlsx", bytes)]);
      expect([...notices(consolidation, catalogue, zhCN, writeXlsx)].filter(({ school: to, kind }) => to === WUHAN && kind === "queries")).toEqual([]); // prettier-ignore
      // What its own definition does not say was written over by somebody.
      const book = open(bytes);
      const at = programmePlaces(catalogue.form, "表1");
      await book.write([{ kind: "value", sheet: "表1", row: at.indicators.get("22")!, column: at.columns.name, value: "别的指标" }]);
      expect((await found(book.bytes())).school.map(({ ref }) => ref)).toEqual(["F07"]);
    }
  });

  test("without the sheet is told so, one that was issued before there was any is not", async () => {
    const without = { ...honest, sheets: honest.sheets.filter(({ name }) => name !== DEFINITION_SHEET) };
    expect((await found(await filledIn(without))).reviewer.map(({ message }) => message)).toEqual(["missing"]);
    const earlier = onSheet(without, META_SHEET, (sheet) => ({
      ...sheet,
      cells: sheet.cells.filter(({ row, column }) => row > 0 || column < 4),
    }));
    const { school, reviewer } = await found(await filledIn(earlier));
    expect([school, reviewer]).toEqual([before.school, []]);
  });
});

describe("a file of an unknown form", () => {
  const plain = async (bytes: Uint8Array): Promise<string> => {
    const checked = await check(open(bytes), catalogue, { locale: zhCN });
    return checked.ok ? `by ${checked.value.carried?.form.id}` : checked.error.code;
  };
  const changed = (change: (plan: WorkbookPlan) => WorkbookPlan): Uint8Array => writeXlsx(change(blank({ ...farms, school: RED })));

  test("is judged by what it carries", async () => {
    expect(await plain(issuedFarm())).toBe("by example-farms");
  });

  test.each([...EACH_ROW.slice(0, 3), ...HEADS.filter(([name]) => name !== "a later language")])(
    "is refused with %s",
    async (_, tamper) => {
      expect(await plain(changed((plan) => onSheet(plan, DEFINITION_SHEET, tamper)))).toBe("definition-damaged");
    },
  );

  test("is refused as later with a later language, and as damaged without the sheet", async () => {
    expect(await plain(changed((plan) => onSheet(plan, DEFINITION_SHEET, with0(2, 9))))).toBe("newer-form");
    expect(await plain(changed((plan) => ({ ...plan, sheets: plan.sheets.filter(({ name }) => name !== DEFINITION_SHEET) })))).toBe("definition-damaged"); // prettier-ignore
  });

  test("is refused, and nothing is thrown, whatever a stranger wrote into it", async () => {
    const { form, ruleset } = farms;
    const [relation] = ruleset.settings.filter(({ options }) => "relation" in options);
    const settings = (text: string): Catalogue => ({
      ...farms,
      ruleset: { ...ruleset, settings: ruleset.settings.map((one) => (one === relation ? { ...one, options: { relation: text } } : one)) },
    });
    const indicators = (change: object): Catalogue => ({
      ...farms,
      form: { ...form, indicators: form.indicators.map((one, index) => (index === 0 ? { ...one, ...change } : one)) } as Catalogue["form"],
    });
    const hostile: readonly Catalogue[] = [
      settings(`${"(".repeat(500)}[01]${")".repeat(500)} > 0`),
      settings("[01] = ".repeat(200) + "[01]"),
      settings("constructor = 1"),
      { ...farms, ruleset: { ...ruleset, settings: Array.from({ length: 700 }, () => relation!) } },
      indicators({ code: "__proto__" }),
      indicators({ code: "constructor" }),
      indicators({ name: "长".repeat(33_000) }),
      indicators({ name: "名称\u0000" }),
      indicators({ type: { decimals: 1e9 } }),
      indicators({ unit: undefined }),
      { ...farms, form: { ...form, labels: { ...form.labels, coverSheet: "a/b" } } },
      { ...farms, form: { ...form, indicators: [] } },
      { ...farms, roster: { ...farms.roster, entries: [] } },
      { ...farms, ruleset: { ...ruleset, settings: [] } },
    ].map(coded);
    const carrying = (of: Catalogue): Uint8Array => changed((plan) => onSheet(plan, DEFINITION_SHEET, () => definitionSheet(of)));
    expect(await plain(carrying(farms))).toBe("by example-farms");
    for (const [index, one] of hostile.entries()) expect([index, await plain(carrying(one))]).toEqual([index, "definition-damaged"]);
    // A name that looks like a formula is a name.
    expect(await plain(carrying(coded(indicators({ name: "=HYPERLINK(1)" }))))).toMatch(/^by example-farms$|structure-changed/);
  });

  test("whose sheet is there twice is judged by the one of that name", async () => {
    const twice = (plan: WorkbookPlan): WorkbookPlan => {
      const sheet = plan.sheets.find(({ name }) => name === DEFINITION_SHEET)!;
      return { ...plan, sheets: [...plan.sheets, { ...sheet, name: `${DEFINITION_SHEET} (2)`, cells: sheet.cells.slice(0, 9) }] };
    };
    expect(await plain(changed(twice))).toBe("by example-farms");
  });
});

describe("files of several forms", () => {
  const ours = async (): Promise<JudgedFile> => judged("甲.xlsx", await filledIn(blank(), { sealedBy: catalogue, faulty: false }));
  const farm = (): Promise<JudgedFile> => judged("农场.xlsx", filledFarm());
  const at = { own: catalogue, asked: false };

  test("are consolidated by the one at hand where some are of it; the others are named, and nobody is written to for them", async () => {
    const settled = settleForm([await ours(), await farm()], at);
    if (!settled.ok) throw new Error("mixed");
    const consolidation = summedUp(settled.value.judged);
    expect(consolidation.files.map(({ fate }) => (fate.kind === "refused" ? fate.why.code : fate.kind))).toEqual(["other-form", "used"]);
    expect(consolidation.schools.find(({ school }) => school === RED)).toMatchObject({ state: "refused" });
    const letters = [...notices(consolidation, catalogue, zhCN, writeXlsx)];
    expect(letters.find(({ school }) => school === RED)).toMatchObject({ kind: "held", files: [] });
  });

  test("are consolidated by the one that they all carry, which the result says", async () => {
    const settled = settleForm([await farm(), await judged("加密.xlsx")], at);
    expect(settled).toMatchObject({ ok: true, value: { catalogue: { code: farms.code }, carried: true } });
    expect(settleForm([await farm()], { ...at, earlier: catalogue.form }).ok).toBe(false);
  });

  test("go by the latest roster that they carry, in whatever order they come, and the result says which", async () => {
    const later: Catalogue = { ...farms, roster: { ...farms.roster, version: 2, entries: farms.roster.entries.slice(1) } };
    const files = [await farm(), await judged("新.xlsx", filledFarm({ catalogue: later }))];
    for (const order of [files, [...files].reverse()]) {
      // As they come from workers, each with what it carries.
      const into = new Collection();
      for (const file of [...order, ...order]) into.judge(structuredClone(file));
      expect(settleForm(into.all.judged, at)).toMatchObject({ ok: true, value: { rosterOf: 2, catalogue: { roster: { version: 2 } } } });
      expect(new Set(into.all.judged.map(({ definition }) => definition)).size).toBe(2);
      const settled = settleForm(order, at);
      expect(settled).toMatchObject({ ok: true, value: { carried: true, rosterOf: 2, catalogue: { roster: { version: 2 } } } });
      if (!settled.ok) continue;
      const { judged: all, ...form } = settled.value;
      const consolidation = consolidate(all, { ...form, period: { year: 2026, half: 2 }, passedOver: [] });
      expect(outlineOf(consolidation, zhCN).carried).toContain("名录不同，按其中最新的第 2 版");
    }
    // Copies of one roster are one.
    expect(settleForm([files[0]!, structuredClone(files[0]!)], at)).toMatchObject({ ok: true, value: { catalogue: { code: farms.code } } });
    expect(settleForm([files[0]!, structuredClone(files[0]!)], at)).not.toMatchObject({ value: { rosterOf: 1 } });
  });

  test("are not taken where nobody can tell which is meant", async () => {
    const later = coded({ ...farms, form: { ...farms.form, version: 2, indicators: farms.form.indicators.map((one) => ({ ...one, unit: one.unit === "亩" ? "公顷" : one.unit })) } }); // prettier-ignore
    const two = [await farm(), await judged("新.xlsx", filledFarm({ catalogue: later }))];
    const settled = settleForm(two, at);
    expect(settled.ok ? [] : settled.error.map(({ id, version }) => `${id}/${version}`)).toEqual(["example-farms/1", "example-farms/2"]);
    expect(settled.ok ? "" : sayMixed(settled.error, "take", zhCN)).toContain(`example-farms/2 ${later.code}（新.xlsx，共 1 份）`);
    // Who gave the definition has said it: a figure in another unit is never counted with those of the other version.
    const asked = await Promise.all(
      [filledFarm(), filledFarm({ catalogue: later })].map(async (bytes, index) =>
        structuredClone(await judgeFile({ arrival: { path: [`${index}.xlsx`] }, bytes }, { open, catalogue: later, locale: zhCN })),
      ),
    );
    const given = settleForm(asked, { own: later, asked: true });
    expect(given.ok && given.value.judged.map(({ outcome }) => (outcome.kind === "refused" ? outcome.refusal.code : outcome.kind))).toEqual(["older-form", "form"]); // prettier-ignore
    const newer = await Promise.all([filledFarm(), filledFarm({ catalogue: later })].map(async (bytes, index) => judgeFile({ arrival: { path: [`${index}.xlsx`] }, bytes }, { open, catalogue: farms, locale: zhCN }))); // prettier-ignore
    const old = settleForm(newer, { own: farms, asked: true });
    expect(old.ok && old.value.judged.map(({ outcome }) => (outcome.kind === "refused" ? outcome.refusal.code : outcome.kind))).toEqual(["form", "newer-form"]); // prettier-ignore
  });
});
