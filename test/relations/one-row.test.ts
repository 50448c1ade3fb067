import fc from "fast-check";
import { check } from "../../src/actions/check";
import type { CellRef, Ruleset, Setting, Severity } from "../../src/domain";
import { catalogue, form, ruleset } from "../../src/forms";
import { fill, zhCN } from "../../src/locales";
import { parseRelation, shapeOf } from "../../src/relations";
import { COVER_COLUMNS, coverPlaces, programmePlaces, PROGRAMME_COLUMNS } from "../../src/sheets/places";
import { patchXlsx } from "../../src/workbook/xlsx";
import { openXlsx } from "../../src/workbook/xlsx/workbook";
import { asChanges, blankForm, entries, sheetsOf } from "../fill";
import { LibreOffice, type OfficeEntry } from "../foreign/libreoffice";
import { describeWith } from "../foreign/programs";
import { runs } from "../long";
import { shownOn } from "../rules/shown";

const SCHOOL = "武汉城市职业学院";
const CODES = form.indicators.map(({ code }) => code);
/** Rows that nothing else has anything to say about. */
const ROWS = ["03", "05", "10", "16", "18", "22", "25", "27", "31"];

const code = fc.constantFrom(...CODES);
const sign = fc.constantFrom("=", "<>", "<", "<=", ">", ">=");
const relation = fc.record({
  row: fc.constantFrom(...ROWS),
  text: fc.oneof(
    fc.tuple(code, sign, code).map(([a, op, b]) => `[${a}] ${op} [${b}]`),
    code.map((one) => `[${one}] = 0`),
  ),
  ref: fc.tuple(fc.constantFrom(..."ABCDFGX"), fc.integer({ min: 30, max: 99 })).map(([letter, number]) => `${letter}${number}`),
  severity: fc.constantFrom<Severity>("fatal", "error", "query", "query", "advisory"),
});
const drawn = fc.record({
  relations: fc.uniqueArray(relation, { selector: ({ ref }) => ref, minLength: 5, maxLength: 30 }),
  explained: fc.dictionary(fc.constantFrom(...ROWS), fc.constantFrom("合作协议到期后重新签订", "第三季度新增两家企业", "新增")),
});

/** The ruleset of annex 2 with relations of one's own. */
function withOwn(
  relations: readonly { readonly row: string; readonly text: string; readonly ref: string; readonly severity: Severity }[],
): Ruleset {
  const own = relations.map(({ row: at, text, ref, severity }): Setting => {
    const options = { relation: text, at };
    const parsed = parseRelation(text, form);
    if (!parsed.ok) throw new Error(text);
    return { ref, severity, rule: shapeOf(parsed.value, form, options).id, options } as Setting;
  });
  return { ...ruleset, settings: [...ruleset.settings, ...own] };
}

describeWith(["libreoffice"], "several relations of different levels on one row", () => {
  let office: LibreOffice;
  beforeAll(async () => {
    office = await LibreOffice.start();
  }, 150_000);
  afterAll(() => office?.end(), 60_000);

  test("show the gravest of what is wrong, explained or not, and the cover passes what the program passes", async () => {
    const [seen, hidden] = [new Set<string>(), [] as string[]];
    for (const { relations, explained } of fc.sample(drawn, runs(6, 200))) {
      const own = withOwn(relations);
      const blank = blankForm(SCHOOL, { ruleset: own });
      const [first, ...others] = sheetsOf(SCHOOL);
      const filled = entries(SCHOOL, [{ explanations: explained }]);
      const patched = patchXlsx(blank, asChanges(filled));
      if (!patched.ok) throw new Error(patched.error.code);
      const checked = await check(openXlsx(patched.value), { ...catalogue, ruleset: own }, { locale: zhCN });
      if (!checked.ok) throw new Error(checked.error.code);
      const { findings } = checked.value;

      await office.open(blank);
      await office.set(
        filled.map(({ at, value }): OfficeEntry => [at, typeof value === "object" && value !== null ? { typed: value.day } : value]),
      );
      const rows = [first!, ...others].flatMap((sheet) =>
        [...programmePlaces(form, sheet).indicators.values()].map((row): CellRef => ({ sheet, row, column: PROGRAMME_COLUMNS.result })),
      );
      const due = rows.map((at) => shownOn(findings, at, zhCN, own));
      expect((await office.cells(rows)).map(({ text }) => text)).toEqual(due);
      due.forEach((text) => seen.add(text.slice(0, 2)));

      const onCover = coverPlaces(form, others.length + 1);
      const total = { sheet: onCover.sheet, row: onCover.programmes + others.length + 1, column: COVER_COLUMNS.input };
      const text = (await office.cells([total]))[0]!.text;
      const blocks = findings.filter(({ state, severity }) => state === "open" && severity !== "advisory");
      expect(text === zhCN.form.cover.passed).toBe(blocks.length === 0);
      // An error behind a query that is explained is what a formula can lose.
      for (const at of rows) {
        const here = findings.filter((one) => one.at.sheet === at.sheet && one.at.row === at.row);
        if (here.some(({ state }) => state === "explained") && here.some(({ severity }) => severity === "error")) hidden.push(text);
      }
      const { error, fatal, query } = zhCN.severityBrief;
      const count = (...words: string[]): number => due.filter((one) => words.some((word) => one.startsWith(word))).length;
      if (blocks.length > 0) expect(text).toBe(fill(zhCN.form.cover.blocked, { errors: count(fatal, error), queries: count(query) }));
    }
    expect(hidden.length).toBeGreaterThan(0);
    expect(seen.size).toBeGreaterThan(4);
  }, 300_000);
});
