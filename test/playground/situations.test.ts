import { check } from "../../src/actions/check";
import { readEarlier } from "../../src/actions/earlier";
import { zhCN } from "../../src/locales";
import { openXlsx } from "../../src/workbook/xlsx";
import { MemoryExcel } from "../host/excel";
import { PERIOD } from "../fill";
import { SITUATIONS, type Situation } from "./gallery";
import { catalogue, SCHOOL } from "./gallery/situation";

jest.setTimeout(120_000);
const situation = (id: string): Situation => SITUATIONS.find((one) => one.id === id)!;

test.each(SITUATIONS.map((one) => [one.title["zh-CN"], one] as const))(
  "%s: holds what it says, and opens in the in-memory Excel",
  async (_, one) => {
    const { book } = await one.make();
    if (!book) return expect(one.finds).toBeUndefined();
    const checked = await check(openXlsx(book.bytes), catalogue, { locale: zhCN });
    if (!checked.ok) throw new Error(checked.error.code);
    const refs = [...new Set(checked.value.findings.filter(({ state }) => state !== "notChecked").map(({ ref }) => ref))].sort();
    expect({ seal: checked.value.seal.state, refs }).toEqual(one.finds);
    const excel = new MemoryExcel();
    await excel.openFile(book.bytes, book.name);
    const own = checked.value.carried ? ["首页", "作物1", "作物2"] : ["封面", "表1", "表2", "表3"];
    expect(excel.book.sheets.map(({ name }) => name)).toEqual([...own, "_名录", "_表式", "_meta"]);
  },
);

test("the earlier forms at hand both give their numbers to a new one", async () => {
  const { files = [] } = await situation("previous-at-hand").make();
  const earlier = await readEarlier(
    files.map(({ name, bytes }) => ({ name, workbook: openXlsx(bytes) })),
    catalogue,
    SCHOOL,
    PERIOD,
    zhCN,
  );
  expect(earlier.unused).toEqual([]);
  expect([earlier.previous[0]?.lastPeriod["01"], earlier.previous[0]?.sameHalf["26"]]).toEqual([11, 130]);
});

test("of the province one form is not sealed, one was changed, one file is none, and the schools differ", async () => {
  const { files = [] } = await situation("province").make();
  const states = await Promise.all(
    files.map(async ({ bytes }) => {
      const checked = await check(openXlsx(bytes), catalogue, { locale: zhCN });
      return checked.ok ? checked.value.seal.state : checked.error.code;
    }),
  );
  expect(states).toEqual(["sealed", "sealed", "none", "sealed", "sealed", "changed", "sealed", "sealed", "not-a-workbook"]);
  expect(new Set(files.map(({ name }) => name.split("-")[0])).size).toBe(9);
});

test("every situation has a title and one sentence in both languages, and a name of its own", () => {
  for (const { title, says } of SITUATIONS)
    for (const language of ["zh-CN", "en-US"] as const) {
      expect(title[language].length).toBeGreaterThan(0);
      expect(says[language]).toMatch(/[。.]$/);
    }
  expect(new Set(SITUATIONS.map(({ id }) => id)).size).toBe(SITUATIONS.length);
});
