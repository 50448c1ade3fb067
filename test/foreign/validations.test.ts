import { address, categories, clusters, linesOf, programmes, schools, type CellRef } from "../../src/domain";
import { form, roster } from "../../src/forms";
import { coverAt, coverPlaces, explanationAt, lineAt, programmePlaces, textAt, valueAt } from "../../src/sheets/places";
import { blankForm, sheetsOf } from "../fill";
import { LibreOffice, type OfficeInput } from "./libreoffice";
import { describeWith, foreign } from "./programs";

const WUHAN = "武汉职业技术学院";
const cover = coverPlaces(form, sheetsOf(WUHAN).length);
const table = programmePlaces(form, "表1");
const integer = valueAt(table, "08");
const decimal = valueAt(table, "29");
const text = (length: number): string => "长".repeat(length);
const typed = (words: string): OfficeInput => ({ typed: words });

/** Cell, what is entered, and whether LibreOffice's own validator lets it stand. */
const entered: readonly (readonly [kind: string, at: CellRef, input: OfficeInput, passes: boolean])[] = [
  ["a count", integer, 0, true],
  ["a count", integer, 15, true],
  ["a count", integer, -1, false],
  ["a count", integer, 2.5, false],
  ["a count", integer, typed("2000万"), false],
  ["a count", integer, typed("约30"), false],
  ["an amount", decimal, 0, true],
  ["an amount", decimal, 236.55, true],
  ["an amount", decimal, -0.01, false],
  ["an amount", decimal, typed("236.55万元"), false],
  ["a category", lineAt(table, "category"), "10个五千亿级优势产业", true],
  ["a category", lineAt(table, "category"), "11个五千亿级优势产业", false],
  ["a cluster", lineAt(table, "cluster"), "汽车制造", true],
  ["a cluster of another category", lineAt(table, "cluster"), "高端装备", false],
  ["a programme", lineAt(table, "programme"), "智能光电技术应用", true],
  ["a programme of another cluster", lineAt(table, "programme"), "装备智能制造技术", false],
  ["an explanation", explanationAt(table, "08"), text(200), true],
  ["an explanation", explanationAt(table, "08"), text(201), false],
  ["an explanation of the line", explanationAt(table, "line"), text(201), false],
  ...form.texts.flatMap(({ id, label, maxLength }) => [
    [label, textAt(table, id), text(maxLength), true] as const,
    [label, textAt(table, id), text(maxLength + 1), false] as const,
  ]),
  ["a school", coverAt(cover, "school"), "长江工程职业技术学院", true],
  ["a school", coverAt(cover, "school"), "长江大学", false],
  ["a period", coverAt(cover, "period"), "2026年上半年", true],
  ["a period", coverAt(cover, "period"), "2022年上半年", false],
  ["a day", coverAt(cover, "date"), typed("2026-12-20"), true],
  ["a day before the period", coverAt(cover, "date"), typed("2026-06-30"), false],
  ["a day in words", coverAt(cover, "date"), "十二月二十日", false],
  ["a name", coverAt(cover, "head"), text(40), true],
  ["a name", coverAt(cover, "head"), text(41), false],
  ["a telephone number", coverAt(cover, "phone"), "027-00000000", true],
  // Programs make a number of it when it is typed.
  ["a mobile number", coverAt(cover, "phone"), typed("13800000000"), true],
  ["a telephone number", coverAt(cover, "phone"), text(41), false],
  ["an e-mail address", coverAt(cover, "email"), "zhangsan@example.edu.cn", true],
  ["an e-mail address", coverAt(cover, "email"), text(101), false],
];

const shown = (input: OfficeInput): string => {
  const words = String(typeof input === "object" && input !== null ? input.typed : input);
  return words.length > 20 ? `${words.length} characters` : words;
};

let office: LibreOffice;
beforeAll(async () => {
  if (foreign("libreoffice")) office = await LibreOffice.start();
}, 150_000);
afterAll(() => office?.end(), 60_000);

describeWith(["libreoffice"], "LibreOffice's own validator", () => {
  beforeAll(async () => {
    await office.open(blankForm(WUHAN));
  }, 30_000);

  test("has nothing against the blank form", async () => {
    for (const sheet of ["封面", "表1", "表2", "表3"]) expect(await office.invalid(sheet)).toEqual([]);
  }, 30_000);

  test.each(entered.map(([kind, at, input, passes]) => [passes ? "accepts" : "refuses", kind, shown(input), at, input, passes] as const))(
    "%s %s: %s",
    async (_verb, _kind, _shown, at, input, passes) => {
      const [before] = await office.cells([at]);
      await office.set([[at, input]]);
      const here = (await office.invalid(at.sheet)).filter(([row, column]) => row === at.row && column === at.column);
      await office.set([[at, before!.text === "" ? null : before!.text]]);
      expect(here).toEqual(passes ? [] : [[at.row, at.column]]);
    },
    30_000,
  );

  test("judges every indicator cell, and no other", async () => {
    await office.open(blankForm(WUHAN));
    const cells = form.indicators.map(({ code }) => valueAt(table, code));
    await office.set(cells.map((at) => [at, -1]));
    expect((await office.invalid("表1")).map(([row, column]) => address({ row, column }))).toEqual(cells.map(address));
  }, 30_000);
});

describeWith(["libreoffice"], "The drop-downs, as LibreOffice evaluates them", () => {
  const [category, cluster, programme] = (["category", "cluster", "programme"] as const).map((part) => lineAt(table, part)) as [
    CellRef,
    CellRef,
    CellRef,
  ];

  test.each([
    [WUHAN, "three programmes in three clusters"],
    ["武汉交通职业学院", "one programme"],
    ["湖北三峡职业技术学院", "three clusters with two programmes"],
  ])(
    "offer %s (%s) exactly its entries of the roster",
    async (school) => {
      await office.open(blankForm(school));
      expect(await office.offered(coverAt(coverPlaces(form, sheetsOf(school).length), "school"))).toEqual(schools(roster));
      expect(await office.offered(category)).toEqual(categories(roster));
      for (const one of categories(roster)) {
        await office.set([[category, one]]);
        expect(await office.offered(cluster)).toEqual(clusters(roster, one));
      }
      for (const one of clusters(roster)) {
        await office.set([[cluster, one]]);
        expect([one, await office.offered(programme)]).toEqual([one, programmes(roster, school, one)]);
      }
      expect(linesOf(roster, school).length).toBeGreaterThan(0);
    },
    60_000,
  );

  test("accept each entry they offer and no other entry of the roster", async () => {
    await office.open(blankForm("湖北三峡职业技术学院"));
    const accepted = async (at: CellRef, candidates: readonly string[]): Promise<string[]> => {
      const passed: string[] = [];
      for (const candidate of candidates) {
        await office.set([[at, candidate]]);
        if (!(await office.invalid(at.sheet)).some(([row, column]) => row === at.row && column === at.column)) passed.push(candidate);
      }
      return passed;
    };
    await office.set([[category, "10个五千亿级优势产业"]]);
    expect(await accepted(cluster, clusters(roster))).toEqual(clusters(roster, "10个五千亿级优势产业"));
    await office.set([[cluster, "大健康"]]);
    expect(await accepted(programme, [...new Set(roster.entries.map((entry) => entry.programme))])).toEqual(["健康服务与促进"]);
  }, 60_000);

  test.each([
    ["an unknown category offers no cluster", category, "未知产业", cluster],
    ["an unknown cluster offers no programme", cluster, "未知集群", programme],
    ["an empty cluster offers no programme", cluster, null, programme],
    ["a cluster that the school does not serve offers no programme", cluster, "汽车制造", programme],
  ] as const)(
    "%s",
    async (_name, at, value, list) => {
      await office.open(blankForm(WUHAN));
      await office.set([[at, value]]);
      expect(await office.offered(list)).toEqual([]);
    },
    30_000,
  );

  test("a school that the cover changes changes the programmes", async () => {
    await office.open(blankForm(WUHAN));
    await office.set([
      [coverAt(cover, "school"), "武汉软件工程职业学院"],
      [cluster, "商务服务"],
    ]);
    expect(await office.offered(programme)).toEqual(["电子商务"]);
  }, 30_000);
});
