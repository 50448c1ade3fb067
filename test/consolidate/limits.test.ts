import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { check, type Checked } from "../../src/actions/check";
import { consolidate, judgeFile, liveSummary, notices, refusedFile, summaryBook, type JudgedFile } from "../../src/actions/consolidate";
import { readEarlier } from "../../src/actions/earlier";
import { findingsBook } from "../../src/actions/findings-book";
import { applyFixes, edit, fixesOf } from "../../src/actions/fix";
import { issue } from "../../src/actions/issue";
import { seal } from "../../src/actions/seal";
import { cut, cutWithin, formulaFits, MAX_LITERAL, MAX_TEXT, planCells, type CellRef, type WorkbookPlan } from "../../src/domain";
import { form } from "../../src/forms";
import { zhCN } from "../../src/locales";
import { coverAt, coverPlaces, explanationAt, lineAt, programmePlaces, textAt, valueAt } from "../../src/sheets/places";
import { findingsHere } from "../../src/sheets/findings-here";
import { readSummary } from "../../src/sheets/summary";
import { patchXlsx, readXlsx, writeXlsx } from "../../src/workbook/xlsx";
import { openXlsx } from "../../src/workbook/xlsx/workbook";
import { xmlText } from "../../src/workbook/xlsx/xml-write";
import { filledForm } from "../cli/folder";
import { asChanges, blankForm, COVER, PERIOD } from "../fill";
import { describeWith, foreign } from "../foreign/programs";
import { runs } from "../long";
import { catalogue } from "../sheets/plans";
import { partsOf, workbookOf } from "../xlsx/parts-of";

/** Around each limit of Excel, and far beyond all of them. */
const anyLength = fc.constantFrom(1, 30, 31, 32, 254, 255, 256, 2_079, 8_192, 32_766, 32_767, 32_768, 40_000, 120_000);
const anyUnit = fc.constantFrom("学", "😀", "a😀", '"', "a", "1", "\n ", "'", "=", "&<", "@a.cn,", "｀１万");
/** A text of about that length; one that begins odd parts no pair by luck. */
const hostile = fc
  .tuple(fc.constantFrom("", "x"), anyUnit, anyLength)
  .map(([start, unit, length]) => (start + unit.repeat(Math.ceil(length / unit.length))).slice(0, length).replace(/[\ud800-\udbff]$/, ""));

/** Half of a pair of surrogates. */
const ALONE = /\p{Surrogate}/u;

/** What stands in a form until the hostile text takes its place: our own patcher writes none that is too long. */
const MARK = "〔甲乙〕";
const SHEETS = ["表1", "表2"];

/** A form that says the same in every cell: as the name of the school, of its lines, as text, explanation and number. */
function formOf(text: string, inNumbers: "none" | "some" | "all", everywhere: boolean): Uint8Array {
  const cover = coverPlaces(form, SHEETS.length);
  const filled: [CellRef, string | number][] = form.cover.map(({ id }) => [
    coverAt(cover, id),
    everywhere || id === "email" ? MARK : id === "date" ? 46_376 : String(COVER[id]),
  ]);
  for (const name of SHEETS) {
    const places = programmePlaces(form, name);
    for (const part of ["category", "cluster", "programme"] as const) filled.push([lineAt(places, part), MARK]);
    form.indicators.forEach(({ code }, index) => {
      const isText = inNumbers === "all" || (inNumbers === "some" && index % 5 === 0);
      filled.push([valueAt(places, code), isText ? MARK : index === 7 ? 1.2e308 : index]);
      if (index % 3 === 0) filled.push([explanationAt(places, code), MARK]);
    });
    for (const { id } of form.texts) filled.push([textAt(places, id), MARK]);
  }
  const book = blankForm(MARK, { blankSheets: SHEETS.length });
  const patched = patchXlsx(book, asChanges(filled.map(([at, value]) => ({ at, value }))));
  if (!patched.ok) throw new Error(patched.error.detail);
  const parts = partsOf(patched.value);
  for (const [name, xml] of parts)
    if (name.startsWith("xl/worksheets/"))
      parts.set(
        name,
        xml.replaceAll(MARK, () => xmlText(text)),
      );
  return workbookOf(parts);
}

const cases = fc.record({
  text: hostile,
  name: hostile,
  inNumbers: fc.constantFrom("none" as const, "some" as const, "all" as const),
  everywhere: fc.boolean(),
});

/** Nothing of a plan is over a limit, no pair of surrogates is parted, and what its writer makes of it is read again. */
function written(plan: WorkbookPlan): Uint8Array {
  for (const sheet of plan.sheets)
    for (const { value, formula } of planCells(sheet)) {
      if (typeof value === "string") expect(value.length).toBeLessThanOrEqual(MAX_TEXT);
      if (typeof value === "string" && value.endsWith("…")) expect(value).not.toMatch(ALONE);
      if (formula !== undefined) expect(formulaFits(formula)).toBe(true);
    }
  const bytes = writeXlsx(plan);
  const grid = readXlsx(bytes);
  if (!grid.ok) throw new Error(grid.error.detail);
  return bytes;
}

async function everything(one: {
  text: string;
  name: string;
  inNumbers: "none" | "some" | "all";
  everywhere: boolean;
}): Promise<Uint8Array[]> {
  const bytes = formOf(one.text, one.inNumbers, one.everywhere);
  const options = { open: (given: Uint8Array) => openXlsx(given), catalogue, locale: zhCN };
  const judged: JudgedFile[] = [
    await judgeFile({ arrival: { path: ["收件.zip", `${one.name}.xlsx`] }, bytes }, options),
    await judgeFile({ arrival: { path: ["来信.eml", "a.xlsx"] }, bytes: formOf(`y${one.text}`, "none", one.everywhere) }, options),
    refusedFile({ path: [one.name] }, { code: "unreadable", detail: one.text }),
  ];
  const { outcome } = judged[0]!;
  // Eighty cells of the longest texts, written in references, are more than a file may have: that is said.
  expect(outcome.kind === "refused" ? outcome.refusal.code : outcome.kind).toMatch(/^(?:form|too-large)$/);
  const passedOver = [{ path: [one.name], why: "system-file" as const }];
  const consolidation = consolidate(judged, { period: PERIOD, catalogue, passedOver });
  const link = (file: number, sheet: string): string => `${consolidation.files[file]!.arrival.path.at(-1)}#'${sheet}'!A1`;
  const summary = summaryBook(consolidation, catalogue, zhCN, { link, fileLink: (file) => link(file, "") });
  const made = [written(summary)];
  const again = readXlsx(made[0]!);
  expect(again.ok && readSummary(again.value, form).ok).toBe(true);
  expect(liveSummary(summary, writeXlsx)?.bytes.length).not.toBe(0);
  for (const { files } of notices(consolidation, catalogue, zhCN, written)) made.push(...files.slice(0, 1).map((file) => file.bytes));
  const checked = await check(openXlsx(bytes), catalogue, { locale: zhCN });
  if (!checked.ok) return made;
  made.push(...(await afterCheck(bytes, checked.value, one.text)));
  return made.filter((file) => file[0] === 0x50);
}

/** What is made of one form: lists, a repaired copy, a sealed one, the next period's. */
async function afterCheck(bytes: Uint8Array, checked: Checked, text: string): Promise<Uint8Array[]> {
  const made = [written(findingsBook([{ path: text, outcome: { kind: "checked", checked } }], zhCN, catalogue.ruleset))];
  made.push(written({ defaultFont: { name: "宋体", size: 10 }, sheets: [findingsHere(checked.findings, text, zhCN, catalogue.ruleset)] }));
  const book = openXlsx(bytes);
  expect(await applyFixes(book, checked.form, fixesOf(checked.findings))).toMatchObject({ ok: true });
  const places = programmePlaces(form, SHEETS[0]!);
  expect(await edit(book, checked.form, [{ kind: "value", ...explanationAt(places, "01"), value: text }])).toMatchObject({ ok: true });
  made.push(book.bytes());
  expect((await seal(openXlsx(bytes), catalogue, { locale: zhCN })).ok).toBe(false);
  const school = checked.form.submission.issued.school;
  const next = { year: 2027, half: 1 } as const;
  const earlier = await readEarlier([{ name: text, workbook: openXlsx(bytes) }], catalogue, school, next, zhCN);
  made.push(written(issue(catalogue, text, next, earlier.previous, zhCN, 2, true).plan));
  return made;
}

test("no text or number of a file reaches a limit of the writer, in whatever it is made into", async () => {
  await fc.assert(
    fc.asyncProperty(cases, async (one) => void (await everything(one))),
    // A text of control characters alone is the longest of all, as it is written.
    { ...runs(5, 100), examples: [[{ text: "\u0001".repeat(20_000), name: "a", inNumbers: "none", everywhere: true }]] },
  );
});

describeWith(["openpyxl"], "what became of texts that are too long", () => {
  test("opens in openpyxl", async () => {
    const folder = mkdtempSync(join(tmpdir(), "limits-"));
    try {
      const one = { text: "x".repeat(31) + "😀".repeat(20_000), name: "学".repeat(20_000), inNumbers: "some", everywhere: true } as const;
      const files = (await everything(one)).map((bytes, index) => {
        const path = join(folder, `${index}.xlsx`);
        writeFileSync(path, bytes);
        return path;
      });
      expect(files.length).toBeGreaterThan(4);
      const script = "import sys, openpyxl\nfor path in sys.argv[1:]: openpyxl.load_workbook(path)\nprint(len(sys.argv) - 1)";
      expect(execFileSync(foreign("openpyxl")!.python, ["-c", script, ...files], { encoding: "utf8" }).trim()).toBe(String(files.length));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

test("an explanation longer than any cell of Excel is sealed whole: its record is cut, its code covers the end", async () => {
  const explanation = (end: string): string => `${"本期新增合作企业，已逐家核对。".repeat(3_000)}${end}`;
  const withEnd = (bytes: Uint8Array, from: string, to: string): Uint8Array =>
    workbookOf(new Map([...partsOf(bytes)].map(([name, xml]) => [name, xml.replaceAll(from, to)])));
  const form = withEnd(await filledForm([{ explanations: { "18": MARK } }]), MARK, explanation("甲"));
  const book = openXlsx(form);
  expect(await seal(book, catalogue, { locale: zhCN })).toMatchObject({ ok: true });
  const state = async (bytes: Uint8Array): Promise<unknown> => {
    const checked = await check(openXlsx(bytes), catalogue, { locale: zhCN });
    return checked.ok && checked.value.seal.state;
  };
  expect([await state(book.bytes()), await state(withEnd(book.bytes(), explanation("甲"), explanation("乙")))]).toEqual([
    "sealed",
    "changed",
  ]);
});

test("a text is cut visibly, to the limit, and never within a pair of surrogates", () => {
  const texts = fc.string({ unit: fc.constantFrom("a", "学", "😀"), minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(texts, fc.integer({ min: 3, max: 20 }), (text, most) => {
      for (const short of [cut(text, most), cutWithin(text, most)]) {
        expect(short.length).toBeLessThanOrEqual(most);
        expect(short).not.toMatch(ALONE);
        expect(short === text || (text.length > most && short.includes("…"))).toBe(true);
      }
      expect(text.startsWith(cut(text, most).replace(/…$/, ""))).toBe(true);
      expect(text.endsWith(cutWithin(text, most).split("…").at(-1)!)).toBe(true);
    }),
    runs(300),
  );
});

test.each([
  ["the longest text", true, `"${"a".repeat(MAX_LITERAL)}"`],
  ["a longer one", false, `"${"a".repeat(MAX_LITERAL + 1)}"`],
  ["doubled quotes, which count once", true, `"${'""'.repeat(MAX_LITERAL)}"`],
  ["one more of them", false, `A1&"b"&"${'""'.repeat(MAX_LITERAL + 1)}"`],
  ["much between two texts", true, `"a"&${"A1+".repeat(90)}A1&"b"`],
  ["quotes in the name of a sheet", true, `'${'a"'.repeat(200)}'!A1`],
  ["more than a formula may be", false, "A1".repeat(5_000)],
])("whether a formula fits: %s", (_, fits, formula) => {
  expect(formulaFits(formula)).toBe(fits);
});
