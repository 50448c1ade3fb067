import { execFileSync } from "node:child_process";
import { address, schools } from "../../src/domain";
import { form, roster } from "../../src/forms";
import { enUS, zhCN } from "../../src/locales";
import { explanationAt, programmePlaces, textAt } from "../../src/sheets/places";
import { blankForm, earlier, entries, sheetsOf, type Entry, type Sheet } from "../fill";
import { LibreOffice, type OfficeEntry } from "./libreoffice";
import { describeWith, foreign } from "./programs";

const SCHOOL = "武汉职业技术学院";
const SHEETS = ["封面", ...sheetsOf(SCHOOL)];
const table = programmePlaces(form, "表1");
const SENTENCES = "对接光芯屏端网产业集群重点企业，共建课程、教材与产业学院；选派教师12人到企业实践，承接职工培训（含新型学徒制）。";
const text = (length: number): string => [...SENTENCES.repeat(20)].slice(0, length).join("");

/** Every text as long as it may be, every explanation of 60 characters, numbers of seven digits, the longest names of the roster. */
const longest = (of: readonly string[]): string => [...of].sort((a, b) => b.length - a.length)[0]!;
const BRIM: Sheet = {
  line: {
    cluster: longest(roster.entries.map(({ cluster }) => cluster)),
    programme: longest(roster.entries.map(({ programme }) => programme)),
  },
  values: Object.fromEntries(form.indicators.map(({ code, type }) => [code, 9_999_999 - (type.decimals ? 0.01 : 0)])),
  texts: Object.fromEntries(form.texts.map(({ id, maxLength }) => [id, text(maxLength)])),
  explanations: Object.fromEntries(["line", ...form.indicators.map(({ code }) => code)].map((row) => [row, text(60)])),
};
/** As long as names of people and addresses get. */
const COVER = {
  school: longest(schools(roster)),
  head: "阿卜杜热合曼·买买提江",
  filler: "阿卜杜热合曼·买买提江",
  phone: "027-00000000转0000",
  email: "zhangsan.zhiyejiaoyuchu@example.edu.cn",
};
const brim = (): Entry[] => entries(SCHOOL, [BRIM, BRIM, BRIM], COVER);
const typed = (filled: readonly Entry[]): OfficeEntry[] =>
  filled.map(({ at, value }) => [at, typeof value === "object" && value !== null ? { typed: value.day } : value]);

/** Fonts map some characters to look-alikes, and lines break anywhere. */
const plain = (words: string): string => words.normalize("NFKC").replace(/\s/g, "");

describeWith(["libreoffice", "poppler"], "A printed form", () => {
  let office: LibreOffice;
  beforeAll(async () => {
    office = await LibreOffice.start();
  }, 150_000);
  afterAll(() => office?.end(), 60_000);

  /** Pages, and texts of visible cells that the PDF does not hold wholly. */
  async function printed(): Promise<{ readonly pages: number; readonly missing: string[] }> {
    const pdf = await office.pdf();
    const { pdfinfo, pdftotext } = foreign("poppler")!;
    const pages = Number(/^Pages:\s+(\d+)$/m.exec(execFileSync(pdfinfo, [pdf], { encoding: "utf8" }))![1]);
    const all = plain(execFileSync(pdftotext, ["-raw", pdf, "-"], { encoding: "utf8" }));
    const missing: string[] = [];
    for (const sheet of SHEETS)
      for (const [row, column, shown] of await office.texts(sheet))
        if (!all.includes(plain(shown))) missing.push(`${sheet}!${address({ row, column })}: ${shown}`);
    return { pages, missing };
  }

  async function misfits(): Promise<string[]> {
    const found: string[] = [];
    for (const sheet of SHEETS.slice(0, 2))
      for (const [row, column, how, room, need] of await office.misfits(sheet))
        found.push(`${sheet}!${address({ row, column })} ${how}: ${need.toFixed(1)} of ${room.toFixed(1)}`);
    return found;
  }

  test.each([zhCN, enUS])(
    "has one page a sheet and every word on it while blank ($tag)",
    async (locale) => {
      await office.open(blankForm(SCHOOL, { locale }));
      expect(await printed()).toEqual({ pages: SHEETS.length, missing: [] });
      expect(await misfits()).toEqual([]);
    },
    60_000,
  );

  test.each([zhCN, enUS])(
    "has one page a sheet and every word on it when filled to the brim by hand ($tag)",
    async (locale) => {
      await office.open(blankForm(SCHOOL, { locale, previous: earlier(SCHOOL) }));
      await office.set(typed(brim()));
      expect(await printed()).toEqual({ pages: SHEETS.length, missing: [] });
      expect(await misfits()).toEqual([]);
    },
    60_000,
  );

  test("would not hide a text that is cut off", async () => {
    await office.open(blankForm(SCHOOL));
    await office.set(typed(brim()));
    const at = textAt(table, "practice");
    await office.setHeight("表1", at.row, 60);
    expect(await misfits()).toEqual([expect.stringMatching(new RegExp(`^表1!${address(at)} height: `))]);
  }, 60_000);

  test("has rows that grow as an explanation is typed", async () => {
    await office.open(blankForm(SCHOOL));
    const at = explanationAt(table, "08");
    const [before] = await office.heights("表1", [at.row]);
    await office.type(at, text(60));
    const [after] = await office.heights("表1", [at.row]);
    expect(after![0]).toBeGreaterThan(2 * before![0]);
    expect(await misfits()).toEqual([]);
  }, 60_000);

  test("has rows that keep their height as numbers are typed", async () => {
    await office.open(blankForm(SCHOOL));
    const before = await office.heights("表1", [...table.indicators.values()]);
    await office.set(typed(entries(SCHOOL)));
    const after = await office.heights("表1", [...table.indicators.values()]);
    expect(after.filter(([points], i) => Math.abs(points - before[i]![0]) > 1)).toEqual([]);
  }, 60_000);

  test("shows a carried explanation of the last period wholly", async () => {
    const previous = earlier(SCHOOL).map((one) => ({ ...one, explanations: { "08": text(120), line: text(60) } }));
    await office.open(blankForm(SCHOOL, { previous }));
    expect(await misfits()).toEqual([]);
  }, 60_000);
});
