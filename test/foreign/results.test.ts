import { check, type Checked } from "../../src/actions/check";
import type { CellRef } from "../../src/domain";
import { catalogue, form, ruleset } from "../../src/forms";
import { enUS, fill, zhCN } from "../../src/locales";
import { COVER_COLUMNS, coverAt, coverPlaces, programmePlaces, PROGRAMME_COLUMNS, type LinePart } from "../../src/sheets/places";
import { patchXlsx } from "../../src/workbook/xlsx";
import { openXlsx } from "../../src/workbook/xlsx/workbook";
import { asChanges, blankForm, earlier, entries, sheetsOf, VALUES, type Entered, type Entry, type Sheet } from "../fill";
import { LibreOffice, type OfficeEntry } from "./libreoffice";
import { describeWith } from "./programs";
import { PHONES } from "../rules/phones";
import { shownOn } from "../rules/shown";

const SCHOOLS = ["武汉职业技术学院", "湖北三峡职业技术学院", "武汉软件工程职业学院", "武汉交通职业学院", "武汉城市职业学院"];

/** A generator of pseudo-random numbers (mulberry32): the same forms on every machine. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** One relation broken each. */
const RELATIONS: readonly Readonly<Record<string, number>>[] = [
  { "01": 12, "02": 13 },
  { "08": 15, "09": 16 },
  { "11": 2, "12": 3 },
  { "14": 2, "15": 3 },
  { "20": 186, "24": 187 },
  { "28": 9, "29": 0 },
  { "28": 9, "29": 0.27 },
  { "28": 2, "29": 1000.5 },
  { "20": 186, "21": 0, "22": 0, "23": 186, "24": 24 },
  { "08": 0, "09": 0, "21": 0 },
];

interface Drawn {
  readonly school: string;
  readonly sheets: readonly Sheet[];
  readonly earlier: readonly Record<string, number>[];
  readonly cover: Readonly<Record<string, Entered>>;
}

/** A plausible form with some faults of the kinds that a formula can see. */
function draw(seed: number): Drawn {
  const random = seeded(seed);
  const below = (n: number): number => Math.floor(random() * n);
  const one = <T>(of: readonly T[]): T => of[below(of.length)]!;
  const school = one(SCHOOLS);
  const codes = form.indicators.map(({ code }) => code);
  const compared: Record<string, number>[] = [];
  const sheets = sheetsOf(school).map((_, index): Sheet => {
    const [values, texts, explanations, before]: [
      Record<string, Entered>,
      Record<string, Entered>,
      Record<string, Entered>,
      Record<string, number>,
    ] = [{}, {}, {}, {}];
    const line: Partial<Record<LinePart, Entered>> = {};
    const kinds: readonly (() => void)[] = [
      () => void (values[one(codes)] = null),
      () => void (values[one(codes)] = -1 - below(20)),
      () => void (values[one(codes)] = below(300) + 0.125),
      () => void (values[one(codes)] = one(["2000万", "约30", "１２０", "1,200", "无", " "])),
      () => void (values[one(codes)] = 0),
      () => void (values[one(["08", "20", "21", "24", "28", "29", "01", "11"])] = one([0, 1, 2, 500, 0.5])),
      () => void (values[one(codes)] = below(900)),
      () => Object.assign(values, { "08": 0, "09": below(2), "21": below(2) }),
      () => void (texts[one(["leader", "practice", "partners"])] = one([null, "  "])),
      () => void (texts[one(form.texts).id] = "字".repeat(801 + below(20))),
      () => void (texts["partners"] = one(["示例光电股份有限公司", "示例光电股份有限公司；示例信息技术有限公司", "甲公司,乙公司,丙公司"])),
      () => void (line.category = one([null, "海洋经济", "20个千亿级特色产业集群"])),
      () => void (line.cluster = one([null, "深海油气开发利用"])),
      () => void (line.programme = one([null, "航海技术与远洋运输"])),
    ];
    for (let left = below(7); left > 0; left--) one(kinds)();
    for (let left = below(7); left > 0; left--) {
      const code = one(codes);
      before[code] = one([0, VALUES[code]! + 1, VALUES[code]! * 2, Math.ceil(VALUES[code]! / 3)]);
    }
    // Chance leaves relations out: each has its turn on a first sheet, whose values did not change otherwise.
    if (index === 0) {
      Object.assign(values, RELATIONS[seed % RELATIONS.length]);
      Object.assign(before, RELATIONS[seed % RELATIONS.length]);
    }
    const explained = [...Object.keys(before), ...Object.keys(values), "line"].filter(() => random() < 0.3);
    for (const row of explained)
      explanations[row] = one([
        `第${below(1000)}号合作协议到期后重新签订`,
        "新增",
        "数据属实，情况属实。",
        "企业合作规模有所调整",
        `${below(1000)} 号 项 目`,
      ]);
    compared.push(before);
    return { values, texts, explanations, line };
  });
  const cover: Record<string, Entered> = {};
  const onCover: readonly (() => void)[] = [
    () => void (cover["head"] = one([null, "长".repeat(41)])),
    () => void (cover["phone"] = one([null, "电话", "12345"])),
    () => void (cover["email"] = one([null, "zhangsan", "zhang san@example.edu.cn"])),
    () => void (cover["date"] = one([null, "十二月", { day: "2026-06-30" }])),
    () => void (cover["school"] = one([null, "长江大学", "长江工程职业技术学院"])),
    () => void (cover["period"] = one([null, "2026年上半年"])),
  ];
  for (let left = below(4); left > 0; left--) one(onCover)();
  // Where the school itself is in doubt, the rules wait with the roster; the formulas on the other sheets do not look at the cover.
  if (sheets.some(({ line }) => Object.keys(line ?? {}).length > 0)) delete cover["school"];
  return { school, sheets, earlier: compared, cover };
}

/** Where results stand. */
function resultCells(sheets: readonly string[]): { readonly cover: CellRef[]; readonly programmes: CellRef[][] } {
  const onCover = coverPlaces(form, sheets.length);
  const rows = [onCover.school, onCover.period, ...onCover.items.values()];
  return {
    cover: rows.map((row) => ({ sheet: onCover.sheet, row, column: onCover.result })),
    programmes: sheets.map((sheet) => {
      const { category, cluster, programme, indicators, texts, columns } = programmePlaces(form, sheet);
      return [
        ...[category, cluster, programme].map((row) => ({ sheet, row, column: columns.unit })),
        ...[...indicators.values()].map((row) => ({ sheet, row, column: PROGRAMME_COLUMNS.result })),
        ...[...texts.values()].map((row) => ({ sheet, row, column: columns.explanation })),
      ];
    }),
  };
}

const typed = (filled: readonly Entry[]): OfficeEntry[] =>
  filled.map(({ at, value }) => [at, typeof value === "object" && value !== null ? { typed: value.day } : value]);

describeWith(["libreoffice"], "审核结果, calculated by LibreOffice", () => {
  let office: LibreOffice;
  beforeAll(async () => {
    office = await LibreOffice.start();
  }, 150_000);
  afterAll(() => office?.end(), 60_000);

  const said: string[] = [];
  const seeds = Array.from({ length: 20 }, (_, index) => index + 1);

  test.each([...seeds.map((seed) => [seed, zhCN] as const), [21, enUS] as const])(
    "says the first problem of each row as the rules do, and counts them on the cover: form %i",
    async (seed, locale) => {
      const drawn = draw(seed);
      const blank = blankForm(drawn.school, { previous: earlier(drawn.school, drawn.earlier), locale });
      const filled = entries(drawn.school, drawn.sheets, drawn.cover);
      const patched = patchXlsx(blank, asChanges(filled));
      if (!patched.ok) throw new Error(patched.error.code);
      const checked = await check(openXlsx(patched.value), catalogue, { locale });
      if (!checked.ok) throw new Error(checked.error.code);
      const { findings }: Checked = checked.value;

      await office.open(blank);
      await office.set(typed(filled));
      const sheets = sheetsOf(drawn.school);
      const results = resultCells(sheets);
      const all = [...results.cover, ...results.programmes.flat()];
      const shown = await office.cells(all);
      const used = (text: string): boolean => /^已填 \d+\/\d+ 字$|^\d+ of \d+$/.test(text);
      const lines = (texts: readonly string[]): string[] => all.map(({ sheet, row }, i) => `${sheet} ${row + 1}: ${texts[i]}`);
      const expected = all.map((at) => shownOn(findings, at, locale, ruleset));
      // Beside a text without a problem stands how much of its room is used.
      expect(lines(shown.map(({ text, error }) => (error ? `error ${error}` : used(text) ? "" : text)))).toEqual(lines(expected));
      said.push(...expected);

      const { error, fatal, query } = locale.severityBrief;
      const count = (cells: readonly CellRef[], words: readonly string[]): number =>
        cells.map((at) => shownOn(findings, at, locale, ruleset)).filter((text) => words.some((word) => text.startsWith(word))).length;
      const onCover = coverPlaces(form, sheets.length);
      const counts = sheets.flatMap((_, i) =>
        [COVER_COLUMNS.errors, COVER_COLUMNS.queries].map((column) => ({ sheet: onCover.sheet, row: onCover.programmes + i, column })),
      );
      const errors = results.programmes.map((cells) => count(cells, [fatal, error]));
      const queries = results.programmes.map((cells) => count(cells, [query]));
      expect((await office.cells(counts)).map(({ number }) => number)).toEqual(sheets.flatMap((_, i) => [errors[i], queries[i]]));
      const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
      const facts = { errors: sum(errors) + count(results.cover, [fatal, error]), queries: sum(queries) };
      const [total] = await office.cells([{ sheet: onCover.sheet, row: onCover.programmes + sheets.length, column: COVER_COLUMNS.input }]);
      expect(total!.text).toBe(facts.errors + facts.queries === 0 ? locale.form.cover.passed : fill(locale.form.cover.blocked, facts));
    },
    60_000,
  );

  test("had something of nearly every relation to say", () => {
    const refs = new Set(said.map((text) => /[AB]\d\d/.exec(text)?.[0]).filter(Boolean));
    expect([...refs].sort().join(" ")).toBe("A01 A02 A03 A04 A05 A06 A07 A08 A09 A10 A11 A12 A14 B01 B02 B03 B04 B05 B07 B08 B09 B10");
    expect(said).toContain(zhCN.form.explained);
  });

  test("lets pass what the rules let pass of telephone numbers and addresses, and finds an address in full width", async () => {
    await office.open(blankForm(SCHOOLS[0]!));
    await office.set(typed(entries(SCHOOLS[0]!)));
    const places = coverPlaces(form, sheetsOf(SCHOOLS[0]!).length);
    const results = ["phone", "email"].map((id) => ({ ...coverAt(places, id), column: places.result }));
    const said = async (id: string, text: string): Promise<readonly string[]> => {
      await office.set([[coverAt(places, id), text]]);
      return [text, ...(await office.cells(results)).map((cell) => cell.text)];
    };
    for (const phone of PHONES) expect(await said("phone", phone)).toEqual([phone, "", ""]);
    for (const email of ["zhang.san+1@mail.example.edu.cn", " zhangsan@example.edu.cn "])
      expect(await said("email", email)).toEqual([email, "", ""]);
    const wide = "zhangsan＠example.edu.cn";
    expect(await said("email", wide)).toEqual([wide, "", expect.stringContaining("A14")]);
    const two = "a@b.cn, evil@example.com";
    expect(await said("email", two)).toEqual([two, "", expect.stringContaining("A14")]);
    expect(await said("phone", "电话见附件")).toEqual(["电话见附件", expect.stringContaining("A14"), expect.stringContaining("A14")]);
  }, 60_000);

  test("passes nothing as long as a sheet is not begun, and says which", async () => {
    const school = SCHOOLS[0]!;
    await office.open(blankForm(school));
    const [first, ...blank] = sheetsOf(school);
    await office.set(typed(entries(school).filter(({ at }) => !blank.includes(at.sheet))));
    const onCover = coverPlaces(form, blank.length + 1);
    const at = (row: number, column: number): CellRef => ({ sheet: onCover.sheet, row: onCover.programmes + row, column });
    const counts = [first, ...blank].map((_, row) => at(row, COVER_COLUMNS.errors));
    const { blankSheet, someBlank } = zhCN.form.cover;
    expect((await office.cells(counts)).map(({ text }) => text)).toEqual(["0", ...blank.map(() => blankSheet)]);
    const [total] = await office.cells([at(blank.length + 1, COVER_COLUMNS.input)]);
    expect(total!.text).toBe(fill(someBlank, { sheets: blank.join("、") }));
    await office.set(typed(entries(school).filter(({ at }) => blank.includes(at.sheet))));
    expect((await office.cells([at(blank.length + 1, COVER_COLUMNS.input)]))[0]!.text).toBe(zhCN.form.cover.passed);
  }, 60_000);

  test("says nothing on a form that nobody has begun", async () => {
    await office.open(blankForm(SCHOOLS[0]!));
    await office.recalculate();
    const sheets = sheetsOf(SCHOOLS[0]!);
    const results = resultCells(sheets);
    const shown = await office.cells([...results.cover, ...results.programmes.flat()]);
    expect(shown.filter(({ text, error }) => text !== "" || error !== 0)).toEqual([]);
    const onCover = coverPlaces(form, sheets.length);
    const [total] = await office.cells([{ sheet: onCover.sheet, row: onCover.programmes + sheets.length, column: COVER_COLUMNS.input }]);
    expect(total!.text).toBe(zhCN.form.cover.notBegun);
  }, 30_000);
});
