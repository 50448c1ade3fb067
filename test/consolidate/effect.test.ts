import fc from "fast-check";
import { consolidate, judgeFile, type JudgedFile } from "../../src/actions/consolidate";
import {
  actsOf,
  linesOf,
  PENDING_EFFECT,
  pendingFigures,
  sameCell,
  schools,
  type Consolidation,
  type RankedFinding,
} from "../../src/domain";
import { form, roster } from "../../src/forms";
import { zhCN } from "../../src/locales";
import { programmePlaces, programmeSheetName, valueAt } from "../../src/sheets/places";
import { nodeInflate } from "../../src/workbook/xlsx/node-inflate";
import { openXlsx } from "../../src/workbook/xlsx/workbook";
import { VALUES } from "../fill";
import { runs } from "../long";
import { earlierOf, filled, patched } from "../province/forms";
import { growing } from "../province/numbers";
import { Random } from "../province/random";
import { catalogue } from "../sheets/plans";

jest.setTimeout(120_000);

const PERIOD = { year: 2026, half: 2 } as const;
const BEFORE = [
  { year: 2025, half: 2 },
  { year: 2026, half: 1 },
] as const;
const SCHOOLS = schools(roster).slice(0, 6);
const options = { open: (bytes: Uint8Array) => openXlsx(bytes, { inflate: nodeInflate }), catalogue, locale: zhCN };

/** A number, a text or nothing in the cell of an indicator. */
interface Planted {
  readonly school: number;
  readonly sheet: number;
  readonly code: string;
  readonly value: number | string | null;
}

/** Some schools of the roster, their numbers of different sizes; judged by the real bytes of their files. */
class Schools {
  private readonly judged = new Map<string, JudgedFile>();

  private constructor(private readonly bytes: readonly Uint8Array[]) {}

  /** @param compared whether the forms were issued with 对比数 */
  static async make(compared: boolean): Promise<Schools> {
    const random = new Random(5);
    const grown = SCHOOLS.map((school) => linesOf(roster, school).map(() => growing(random, 3)));
    const form = (school: number, period: (typeof BEFORE)[number] | typeof PERIOD, at: number, earlier?: Awaited<ReturnType<typeof earlierOf>>) =>
      filled({ school: SCHOOLS[school]!, period, day: `${period.year}-${period.half === 1 ? "06" : "12"}-20`, numbers: grown[school]!.map((periods) => periods[at]!) }, earlier); // prettier-ignore
    const earlier = compared
      ? await earlierOf(SCHOOLS.flatMap((_, school) => BEFORE.map((period, at) => form(school, period, at))))
      : undefined;
    return new Schools(SCHOOLS.map((_, school) => form(school, PERIOD, 2, earlier)));
  }

  async consolidated(planted: readonly Planted[]): Promise<Consolidation> {
    const files = SCHOOLS.map(async (school, index) => {
      const changes = planted.filter((one) => one.school === index).map(({ sheet, code, value }) => ({ kind: "value" as const, ...cellOf(sheet, code), value })); // prettier-ignore
      const key = JSON.stringify([index, changes]);
      const known = this.judged.get(key) ?? (await judgeFile({ arrival: { path: [`${school}.xlsx`] }, bytes: changes.length > 0 ? patched(this.bytes[index]!, changes) : this.bytes[index]! }, options)); // prettier-ignore
      if (changes.length === 0) this.judged.set(key, known);
      return known;
    });
    return consolidate(await Promise.all(files), { period: PERIOD, catalogue, passedOver: [] });
  }
}

function cellOf(sheet: number, code: string) {
  return valueAt(programmePlaces(form, programmeSheetName(form, sheet)), code);
}

/** Whether a finding is about a figure. */
function isAbout({ school, finding }: RankedFinding, planted: Planted): boolean {
  const cell = cellOf(planted.sheet, planted.code);
  const here = [finding.at, ...finding.related].some((at) => sameCell(at, cell));
  return school === SCHOOLS[planted.school] && here;
}

const marked = (consolidation: Consolidation): string[] => {
  const isPending = pendingFigures(consolidation);
  return consolidation.lines.flatMap((line) =>
    form.indicators.flatMap(({ code }) => (isPending(line, code) ? [`${line.school} ${line.sheet} ${code}`] : [])),
  );
};

let [bare, compared]: Schools[] = [];
beforeAll(async () => ([bare, compared] = [await Schools.make(false), await Schools.make(true)]));

test("where all is well nothing is pending", async () => {
  for (const all of [bare!, compared!]) expect(marked(await all.consolidated([]))).toEqual([]);
});

/** Smaller faults of others, which must not stand before the outlier. */
const DISTRACTIONS: readonly Planted[] = [
  { school: 1, sheet: 0, code: "20", value: 401 },
  { school: 2, sheet: 0, code: "30", value: null },
  { school: 3, sheet: 0, code: "29", value: "约30" },
];

describe.each([
  // Without 对比数 only relations within the form see a wild number.
  ["without 对比数", () => bare!, ["02", "09", "12", "15", "21", "22", "24", "20", "29"]],
  ["with 对比数", () => compared!, form.indicators.map(({ code }) => code)],
] as const)("an outlier %s", (_, all, codes) => {
  test("ranks first at every scale, and its figure is pending", async () => {
    const wild = fc.record({ school: fc.nat(SCHOOLS.length - 1), code: fc.constantFrom(...codes), scale: fc.integer({ min: 3, max: 9 }) });
    await fc.assert(
      fc.asyncProperty(wild, async ({ school, code, scale }) => {
        const outlier = { school, sheet: 0, code, value: VALUES[code]! * 10 ** scale };
        const result = await all().consolidated([...DISTRACTIONS.filter((one) => one.school !== school), outlier]);
        const [first] = result.findings;
        expect([code, first!.finding.ref, isAbout(first!, outlier)]).toEqual([code, first!.finding.ref, true]);
        expect(first!.effect).toBeGreaterThan(1);
        expect(marked(result)).toContain(`${SCHOOLS[school]} 表1 ${code}`);
      }),
      runs(40, 2_000),
    );
  });

  test("and a unit slip in another indicator are the first two", async () => {
    const outlier = { school: 0, sheet: 0, code: "29", value: 9_000_000 };
    const slip = { school: 4, sheet: 0, code: "21", value: 60_000 };
    const { findings } = await all().consolidated([...DISTRACTIONS, outlier, slip]);
    expect(isAbout(findings[0]!, outlier)).toBe(true);
    const next = findings.findIndex((one) => !isAbout(one, outlier));
    expect(isAbout(findings[next]!, slip)).toBe(true);
    expect(findings[next]!.effect).toBeGreaterThan(10);
  });
});

test("a number that was as wrong in the period before hides nothing: its 对比数 is in doubt as well", async () => {
  const grown = growing(new Random(3), 1)[0]!;
  const wild = { ...grown, "29": 9_000_000 };
  const [school] = SCHOOLS as [string, ...string[]];
  const numbers = linesOf(roster, school).map((__, index) => (index === 0 ? wild : grown));
  const earlier = await earlierOf(BEFORE.map((period) => filled({ school, period, day: `${period.year}-12-20`, numbers })));
  const others = SCHOOLS.slice(1).map((name) => filled({ school: name, period: PERIOD, day: "2026-12-20", numbers: linesOf(roster, name).map(() => grown) })); // prettier-ignore
  const files = [filled({ school, period: PERIOD, day: "2026-12-20", numbers }, earlier), ...others];
  const judged = await Promise.all(files.map((bytes, index) => judgeFile({ arrival: { path: [`${index}.xlsx`] }, bytes }, options)));
  const result = consolidate(judged, { period: PERIOD, catalogue, passedOver: [] });
  expect(result.lines.find((line) => line.school === school)!.values["29"]).toMatchObject({ value: 9_000_000, comparison: 9_000_000 });
  const [whole, single] = result.findings;
  // The same figures as before, all of them: the sheet is accused as well.
  expect(whole).toMatchObject({ school, finding: { ref: "B06" }, pending: expect.arrayContaining(["29"]) });
  expect(single).toMatchObject({ school, finding: { ref: "B04" }, pending: ["29"] });
  for (const one of [whole, single]) expect(one!.effect).toBeGreaterThan(100);
});

test("a blank and a text are pending for what is missing of them, an advisory and what is explained are not", async () => {
  const blank = { school: 0, sheet: 0, code: "08", value: null };
  const text = { school: 1, sheet: 0, code: "29", value: "2000万" };
  const result = await bare!.consolidated([blank, text]);
  expect(marked(result)).toEqual(expect.arrayContaining([`${SCHOOLS[0]} 表1 08`, `${SCHOOLS[1]} 表1 29`]));
  for (const { finding, pending, effect } of result.findings) {
    if (!pending) continue;
    expect(effect).toBeGreaterThanOrEqual(PENDING_EFFECT);
    expect([finding.state, finding.severity]).toEqual(["open", expect.stringMatching(/^(error|query)$/)]);
  }
});

test("what nothing tells is no effect: few lines give the share of the total, and none for a blank", async () => {
  const [file] = (await bare!.consolidated([])).files;
  const school = SCHOOLS.indexOf(file!.form!.school);
  const judged = await judgeFile(
    {
      arrival: { path: ["a.xlsx"] },
      bytes: patched(
        filled({
          school: SCHOOLS[school]!,
          period: PERIOD,
          day: "2026-12-20",
          numbers: linesOf(roster, SCHOOLS[school]!).map(() => VALUES),
        }),
        [
          // prettier-ignore
          { kind: "value", ...cellOf(0, "08"), value: null },
          { kind: "value", ...cellOf(0, "02"), value: 900 },
        ],
      ),
    },
    options,
  );
  const { findings, lines } = consolidate([judged], { period: PERIOD, catalogue, passedOver: [] });
  const of = (code: string, ref: string) => findings.find(({ finding }) => finding.indicator === code && finding.ref === ref)!;
  expect(lines.length).toBeLessThan(5);
  expect(of("08", "A08").effect).toBeUndefined();
  // 应为 of a part is its whole.
  const total = lines.reduce((sum, line) => sum + line.values["02"]!.value!, 0);
  expect(of("02", "A02").effect).toBeCloseTo((900 - VALUES["01"]!) / total, 10);
});

test("findings of one act on one sheet are one row, led by the heaviest, whatever else stands between", async () => {
  const sheets = { school: 0, sheet: 0 };
  const blanks = ["01", "08", "30"].map((code) => ({ ...sheets, code, value: null }));
  const result = await compared!.consolidated([...blanks, { school: 1, sheet: 0, code: "30", value: null }]);
  const acts = actsOf(result);
  expect(acts.flat().length).toBe(result.findings.length);
  expect(new Set(acts.flat())).toEqual(new Set(result.findings));
  const of = (school: number) => acts.filter(([{ school: name, finding }]) => name === SCHOOLS[school] && finding.ref === "A08");
  expect(of(0).map((act) => act.map(({ finding }) => finding.indicator).sort())).toEqual([["01", "08", "30"]]);
  expect(of(1).map((act) => act.length)).toEqual([1]);
  for (const [first, ...rest] of acts) for (const one of rest) expect(one.effect ?? -1).toBeLessThanOrEqual(first.effect ?? -1);
  expect(acts.map(([{ effect }]) => effect ?? -1)).toEqual(acts.map(([{ effect }]) => effect ?? -1).sort((a, b) => b - a));
});
