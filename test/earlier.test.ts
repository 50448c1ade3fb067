import fc from "fast-check";
import { readEarlier, type Earlier } from "../src/actions/earlier";
import { fill, sayUnusedEarlier, sayUsedEarlier, zhCN } from "../src/locales";
import { coverPlaces } from "../src/sheets/places";
import { openXlsx } from "../src/workbook/xlsx";
import { nodeInflate } from "../src/workbook/xlsx/node-inflate";
import { form } from "../src/forms";
import { filledForm } from "./cli/folder";
import { blankForm, type Sheet } from "./fill";
import { patched, sealed, withNumber } from "./province/forms";
import { catalogue } from "./sheets/plans";

jest.setTimeout(120_000);

const SCHOOL = "武汉职业技术学院";
const LAST = { year: 2026, half: 1 } as const;
const NEXT = { year: 2026, half: 2 } as const;
const words = zhCN.pane.fill;

/** One programme, so that what it gives is told apart by one number. */
const reporting = (number: number, day: string, sheet: Sheet = {}): Promise<Uint8Array> =>
  filledForm([{ ...sheet, values: { "30": number, ...sheet.values } }], { date: { day } }, [], 1, SCHOOL);

const read = (files: Readonly<Record<string, Uint8Array>>): Promise<Earlier> =>
  readEarlier(
    Object.entries(files).map(([name, bytes]) => ({ name, workbook: openXlsx(bytes, { inflate: nodeInflate }) })),
    catalogue,
    SCHOOL,
    NEXT,
    zhCN,
  );
const numberOf = ({ previous }: Earlier, code = "30"): number | undefined => previous[0]?.lastPeriod[code];
const saidOf = ({ used, unused }: Earlier): Record<string, string> =>
  Object.fromEntries([
    ...used.map((one) => [one.name, sayUsedEarlier(one, zhCN)]),
    ...unused.map((one) => [one.name, sayUnusedEarlier(one, zhCN)]),
  ]);
const because = (why: keyof typeof words.unused, by: string): string => fill(words.unused[why], { by });

test("of several earlier forms of one period one counts, whatever their order, and each other is told with the reason", async () => {
  const newest = await sealed(await reporting(1281, "2026-06-25"));
  const files: Readonly<Record<string, Uint8Array>> = {
    "封签.xlsx": newest,
    "再发.xlsx": newest,
    "旧封签.xlsx": await sealed(await reporting(1278, "2026-06-20")),
    "未封签.xlsx": await reporting(1277, "2026-06-30"),
    "改动.xlsx": withNumber(newest, 0, "30", 7),
    "空白.xlsx": blankForm(SCHOOL, { period: LAST }),
    "外校.xlsx": await filledForm([], {}, [], 1, "仙桃职业学院"),
    "本期.xlsx": blankForm(SCHOOL, { period: NEXT }),
  };
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(Object.keys(files), { minLength: Object.keys(files).length }), async (order) => {
      const earlier = await read(Object.fromEntries(order.map((name) => [name, files[name]!])));
      expect(numberOf(earlier)).toBe(1281);
      expect(saidOf(earlier)).toEqual({
        "再发.xlsx": words.used,
        "封签.xlsx": because("same", "再发.xlsx"),
        "旧封签.xlsx": because("older", "再发.xlsx"),
        "未封签.xlsx": because("unsealed", "再发.xlsx"),
        "改动.xlsx": because("unsealed", "再发.xlsx"),
        "空白.xlsx": words.unused["blank-form"],
        "外校.xlsx": words.unused["another-school"],
        "本期.xlsx": words.unused["another-period"],
      });
    }),
    { numRuns: 4, examples: [[Object.keys(files)], [Object.keys(files).reverse()]] },
  );
});

test("where nothing tells which of two earlier forms is newer, that is said, and how to choose the other", async () => {
  const earlier = await read({ "乙.xlsx": await reporting(1278, "2026-06-20"), "甲.xlsx": await reporting(1281, "2026-06-20") });
  const [used, unused] = ["乙.xlsx", "甲.xlsx"];
  expect(saidOf(earlier)).toEqual({
    [used!]: fill(words.usedDoubtfully, { doubts: `${words.doubts.none}${words.doubtBreak}${words.doubts.rivalled}` }),
    [unused!]: because("undecided", used!),
  });
  expect(numberOf(earlier)).toBe(1278);
});

test("forms of the period before and of the same half a year ago do not stand in each other's way", async () => {
  const yearAgo = await filledForm([{ values: { "30": 1270 } }], { date: { day: "2025-12-20" } }, [], 2, SCHOOL);
  const earlier = await read({ "上期.xlsx": await reporting(1281, "2026-06-25"), "本年.xlsx": yearAgo });
  expect(saidOf(earlier)["本年.xlsx"]).toBe(words.unused["another-period"]);
  expect(numberOf(earlier)).toBe(1281);
});

test.each<[string, () => Promise<Uint8Array>, string]>([
  ["is not sealed", () => reporting(1281, "2026-06-25"), words.doubts.none],
  ["was changed after it was sealed", async () => withNumber(await sealed(await reporting(1279, "2026-06-25")), 0, "30", 1281), words.doubts.changed], // prettier-ignore
  ["has mandatory errors", () => reporting(1281, "2026-06-25", { values: { "31": -3 } }), `${words.doubts.none}；强制性审核有 `],
])("an earlier form that %s is used, and that is said of it", async (_, make, doubt) => {
  const earlier = await read({ "上期.xlsx": await make() });
  expect(numberOf(earlier)).toBe(1281);
  expect(saidOf(earlier)["上期.xlsx"]).toContain(`已采用，请核对是否为报出的那一份：${doubt}`);
});

test("what no indicator can have is no comparison value, for any indicator; what it can have is one", async () => {
  const bytes = await reporting(1281, "2026-06-25");
  const impossible = (code: string, decimals: number): fc.Arbitrary<readonly [string, number]> =>
    fc.constantFrom(-1, -0.5, 1e15, 3 + 10 ** -(decimals + 1)).map((value) => [code, value] as const);
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...form.indicators).chain(({ code, type }) => impossible(code, type.decimals)),
      async ([code, value]) => {
        const earlier = await read({ "上期.xlsx": withNumber(bytes, 0, code, value) });
        expect(numberOf(earlier, code)).toBeUndefined();
        expect(earlier.used[0]!.errors).toBeGreaterThan(0);
        expect(form.indicators.filter((one) => numberOf(earlier, one.code) === undefined).map((one) => one.code)).toEqual([code]);
      },
    ),
    { numRuns: 12 },
  );
});

test("a form whose cover names another school than its identification gives nothing to anybody", async () => {
  const cover = coverPlaces(form, 3);
  const bytes = patched(await reporting(1281, "2026-06-25"), [
    { kind: "value", sheet: cover.sheet, row: cover.school, column: cover.input, value: "仙桃职业学院" },
  ]);
  const earlier = await read({ "上期.xlsx": bytes });
  expect(saidOf(earlier)).toEqual({ "上期.xlsx": words.unused["identity-unclear"] });
  expect(earlier.previous).toEqual([]);
});
