import * as fc from "fast-check";
import { check, type Checked } from "../../src/actions/check";
import { consolidate, earlierFiles, earlierValues, judgeFile, notices, summaryBook, type JudgedFile } from "../../src/actions/consolidate";
import { cellName, forSchool, linesOf, schools, type Finding, type Previous } from "../../src/domain";
import { form, roster } from "../../src/forms";
import { zhCN } from "../../src/locales";
import { newSeal, sealChanges } from "../../src/sheets/seal-changes";
import { writeXlsx } from "../../src/workbook/xlsx";
import { nodeInflate } from "../../src/workbook/xlsx/node-inflate";
import { openXlsx } from "../../src/workbook/xlsx/workbook";
import { filledForm } from "../cli/folder";
import { earlier } from "../fill";
import { LONG, runs } from "../long";
import { earlierOf, filled, sealed } from "../province/forms";
import { growing, type Numbers } from "../province/numbers";
import { Random } from "../province/random";
import { catalogue } from "../sheets/plans";

jest.setTimeout(LONG ? 3_600_000 : 120_000);

const CODES = form.indicators.map(({ code }) => code);
const CHANGE_RULES = ["B01", "B02", "B06", "B07", "C02"];
const open = (bytes: Uint8Array) => openXlsx(bytes, { inflate: nodeInflate });

async function checked(bytes: Uint8Array, given?: readonly Previous[]): Promise<Checked> {
  const result = await check(open(bytes), catalogue, { locale: zhCN, ...(given ? { previous: () => given } : {}) });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

/** A seal on whatever the form holds: what it covers must not hang on whether the form is fit to be sent. */
async function underSeal(bytes: Uint8Array): Promise<Uint8Array> {
  const [book, { form: read, code }] = [open(bytes), await checked(bytes)];
  const written = await book.write(sealChanges(read, newSeal(catalogue), code));
  if (!written.ok) throw new Error(written.error.code);
  return book.bytes();
}

/** What a finding says, and of which cell; what was not checked, of each input that stood in the way. B06 looks at all numbers at once. */
function namesOf({ ref, message, at, state, related }: Finding): string[] {
  if (state !== "notChecked") return [`${ref} ${message} ${cellName(at)}`];
  return (ref === "B06" ? [at] : related).map((cell) => `${ref} ${state} ${cellName(cell)}`);
}
const names = (findings: readonly Finding[], refs = CHANGE_RULES): string[] =>
  findings
    .filter(({ ref }) => refs.includes(ref))
    .flatMap(namesOf)
    .sort();

const numbers = fc.dictionary(fc.constantFrom(...CODES), fc.constantFrom(0, 1, 3, 20, 200, 2000), { maxKeys: 8 });
const entered = fc.dictionary(fc.constantFrom(...CODES), fc.constantFrom(null, 0, 1, 3, 20, 200, 2000, -1, "20", "约30"), { maxKeys: 8 });
const drawn = fc.record({
  school: fc.constantFrom(...schools(roster)),
  now: fc.array(entered, { minLength: 3, maxLength: 3 }),
  issued: fc.array(numbers, { minLength: 3, maxLength: 3 }),
  known: fc.array(numbers, { minLength: 3, maxLength: 3 }),
});

test("what a reviewer knows of before changes nothing that a school is told, nor the state of its seal, and is never lost", async () => {
  await fc.assert(
    fc.asyncProperty(drawn, async ({ school, now, issued, known }) => {
      const given = earlier(school, known);
      const make = (previous: readonly Previous[]): Promise<Uint8Array> =>
        filledForm(
          now.map((values) => ({ values })),
          {},
          previous,
          2,
          school,
        );
      const forms = { without: await make([]), with: await make(given), otherwise: await make(earlier(school, issued)) };
      const byGiven = names((await checked(forms.with)).findings);
      for (const [how, unsealed] of Object.entries(forms))
        for (const bytes of [unsealed, await underSeal(unsealed)]) {
          const [alone, judged] = [await checked(bytes), await checked(bytes, given)];
          const theirs = judged.findings.filter((finding) => !forSchool(finding));
          expect(judged.findings.filter(forSchool)).toEqual(alone.findings);
          expect({ ...judged.counts, reviewer: 0 }).toEqual(alone.counts);
          expect([judged.status, judged.seal, judged.code]).toEqual([alone.status, alone.seal, alone.code]);
          expect(theirs.filter(({ severity }) => severity !== "query" && severity !== "advisory")).toEqual([]);
          if (how === "with") expect(theirs).toEqual([]);
          if (how === "without") expect(names(theirs, [...CHANGE_RULES, "F06"])).toEqual(byGiven);
          if (how === "otherwise") expect(names(judged.findings)).toEqual(expect.arrayContaining(byGiven));
        }
    }),
    runs(8, 400),
  );
});

test("a form whose comparison values were changed by hand is told so by what it was issued with, whatever the reviewer knows", async () => {
  const school = "武汉职业技术学院";
  const book = open(await filledForm([], {}, earlier(school), 2, school));
  await book.write([{ kind: "value", sheet: "表1", row: 9, column: 4, value: 99 }]);
  const [alone, judged] = [await checked(book.bytes()), await checked(book.bytes(), earlier(school, [{ "01": 99 }]))];
  expect(names(alone.findings, ["F06"])).toEqual(["F06 altered 表1!E10"]);
  expect(judged.findings.filter(forSchool)).toEqual(alone.findings);
  expect(names(judged.findings, ["F06"])).toEqual(["F06 altered 表1!E10", "F06 otherwise 表1!E10"]);
});

describe("a province whose forms were issued without 对比数, consolidated with the summary of before", () => {
  const [BEFORE, PERIOD] = [
    { year: 2026, half: 1 },
    { year: 2026, half: 2 },
  ] as const;
  const random = new Random(12);
  /** By school and sheet: the half-year before, and now. One number of each school jumps. */
  const truth = new Map(
    schools(roster)
      .slice(0, 6)
      .map((school) => [
        school,
        linesOf(roster, school).map((_, sheet) => {
          const [before, now] = growing(random, 2) as [Numbers, Numbers];
          return { before, now: sheet === 0 ? { ...now, "01": now["01"]! * 2 } : now };
        }),
      ]),
  );
  const judge = async (bytes: Uint8Array, name: string, more: object = {}): Promise<JudgedFile> =>
    structuredClone(await judgeFile({ arrival: { path: [name] }, bytes }, { open, catalogue, locale: zhCN, ...more }));

  async function province() {
    const before = await Promise.all(
      [...truth].map(async ([school, sheets]) =>
        judge(
          await sealed(filled({ school, period: BEFORE, day: "2026-06-20", numbers: sheets.map((one) => one.before) })),
          `${school}.xlsx`,
        ),
      ),
    );
    const summary = writeXlsx(summaryBook(consolidate(before, { period: BEFORE, catalogue, passedOver: [] }), catalogue, zhCN));
    const values = earlierValues(earlierFiles([await judge(summary, "汇总.xlsx")], PERIOD, form, zhCN).lines, PERIOD, form);
    const came = await Promise.all(
      [...truth].map(async ([school, sheets]) =>
        judge(
          await sealed(filled({ school, period: PERIOD, day: "2026-12-20", numbers: sheets.map((one) => one.now) }, await earlierOf([]))),
          `${school}.xlsx`,
          { earlier: values },
        ),
      ),
    );
    return consolidate(came, { period: PERIOD, catalogue, passedOver: [] });
  }
  let result: Awaited<ReturnType<typeof province>>;
  beforeAll(async () => {
    result = await province();
  });

  test("each number stands beside that of the summary, and the totals are theirs", () => {
    const rows = [...truth].flatMap(([school, sheets]) =>
      sheets.map((numbers, index) => ({ line: linesOf(roster, school)[index]!, numbers })),
    );
    expect(result.lines).toHaveLength(rows.length);
    for (const { line, numbers } of rows) {
      const its = result.lines.find(
        ({ school, cluster, programme }) => school === line.school && cluster === line.cluster && programme === line.programme,
      )!;
      for (const { code, measure } of form.indicators)
        expect({ code, ...its.values[code] }).toMatchObject({
          code,
          value: numbers.now[code],
          ...(measure === "stock" ? { comparison: numbers.before[code] } : {}),
        });
    }
    for (const { code, measure } of form.indicators) {
      const of = result.movements.filter(({ indicator }) => indicator === code);
      const sum = (pick: (one: (typeof rows)[number]["numbers"]) => number): number =>
        rows.reduce((total, { numbers }) => total + pick(numbers), 0);
      expect(of.reduce((total, one) => total + one.total, 0)).toBeCloseTo(
        sum(({ now }) => now[code]!),
        6,
      );
      if (measure === "stock")
        expect(of.reduce((total, one) => total + one.before!, 0)).toBeCloseTo(
          sum(({ before }) => before[code]!),
          6,
        );
    }
  });

  test("no school is accused, every jump is there for the reviewer, and nothing goes back", () => {
    expect(result.files.map(({ form: read }) => [read!.status, read!.seal.state, read!.counts.error, read!.counts.query])).toEqual(
      [...truth].map(() => ["clean", "sealed", 0, 0]),
    );
    const jumps = result.findings.filter(({ finding }) => finding.ref === "B02");
    expect(jumps.map(({ school, finding }) => [school, cellName(finding.at), finding.earlier]).sort()).toEqual(
      [...truth.keys()].map((school) => [school, "表1!F10", "not-issued"]).sort(),
    );
    expect(result.findings.filter(({ finding }) => forSchool(finding))).toEqual([]);
    expect([...notices(result, catalogue, zhCN, writeXlsx)].filter(({ school }) => truth.has(school))).toEqual([]);
  });
});
