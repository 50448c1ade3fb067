import { consolidate, givenAddresses, letters, noNotices, notices, type JudgedFile } from "../../src/actions/consolidate";
import { schools, type Arrival, type Consolidation, type Refusal } from "../../src/domain";
import { form, roster } from "../../src/forms";
import { enUS, zhCN } from "../../src/locales";
import { template } from "../../src/sheets/template";
import { writeXlsx } from "../../src/workbook/xlsx";
import { filledForm } from "../cli/folder";
import { VALUES } from "../fill";
import { filled, patched } from "../province/forms";
import { catalogue } from "../sheets/plans";
import { encrypted, judged, PERIOD, SOFTWARE, TAX, TRAFFIC, WUHAN } from "./judged";
import { letterIn, type Letter } from "./letter";

jest.setTimeout(120_000);

const refused = (path: readonly string[], refusal: Refusal, rest: Partial<Arrival> = {}): JudgedFile => ({
  arrival: { path, ...rest },
  digest: "",
  outcome: { kind: "refused", refusal },
});
const earlier = (school: string, email: string, half: 1 | 2 = 1): Promise<Uint8Array> =>
  filledForm([], { email, date: { day: "2026-06-20" } }, [], half, school);

const all = (files: readonly JudgedFile[], before: readonly JudgedFile[] = []): Consolidation =>
  consolidate(files, { period: PERIOD, catalogue, passedOver: [], addresses: givenAddresses(before) });

/** What each school reads, by school; the letters that carry a 核实单 are not among them. */
function read(consolidation: Consolidation): Map<string, Letter> {
  const found = [...notices(consolidation, catalogue, zhCN, writeXlsx)].filter(({ kind }) => kind !== "queries");
  return new Map(found.flatMap(({ school, files }) => (files[0] ? [[school, letterIn(files[0].bytes)] as const] : [])));
}

const NOT_ARRIVED = "尚未收到你校";

test("where nothing is open, each school without a file reads that nothing came from it; its earlier form says where the letter goes", async () => {
  const before = [
    await judged("a.xlsx", await earlier(TRAFFIC, "traffic@example.edu.cn")),
    await judged("b.xlsx", await earlier(TAX, "a@example.edu.cn；b@example.edu.cn")),
  ];
  const result = all([await judged("1.xlsx", await filledForm())], before);
  const got = read(result);
  expect([...got.keys()]).toEqual(schools(roster).filter((school) => school !== SOFTWARE));
  for (const [school, { body, subject, to }] of got) {
    expect(body).toContain(NOT_ARRIVED);
    expect(body.startsWith(`${school}：\n`)).toBe(true);
    expect(subject).toBe(`催报：${school}2026年下半年进展情况统计表`);
    expect(to).toBe(school === TRAFFIC ? "traffic@example.edu.cn" : "");
  }
  const count = noNotices();
  expect([...letters(notices(result, catalogue, zhCN, writeXlsx), count)]).toHaveLength(got.size);
  expect(count).toEqual({ queries: 0, missing: got.size, refused: 0, held: 0, unknown: got.size - 1 });
});

test("an encrypted, a damaged and a foreign file: whoever sent one is asked to send again, whoever may have is told so, and nobody reads that nothing came", async () => {
  const damaged = (await filledForm()).slice(0, 20_000);
  const files = [
    await judged(["来件/1.eml", `${WUHAN}.xlsx`], encrypted, { received: "2026-12-20T01:30:00.000Z", mailed: true }),
    await judged("来件/湖北财税统计表.xlsx", damaged),
    await judged("来件/表.xlsx", new Uint8Array([1, 2, 3])),
    await judged("来件/软件.xlsx", await filledForm()),
  ];
  const got = read(all(files));
  const { body, subject } = got.get(WUHAN)!;
  expect(subject).toBe(`请重新报送：${WUHAN}2026年下半年进展情况统计表`);
  expect(body).toContain(`· ${WUHAN}.xlsx（2026-12-20 09:30 发出）：文件经过加密，无法读取。`);
  expect(got.get(TAX)!.body).toContain("· 湖北财税统计表.xlsx：文件已损坏或不完整");
  expect(got.get(TAX)!.body).toContain("尚未确认收到你校");
  expect(got.get(TRAFFIC)!.body).toContain("另有 2 份来件未能采用，无法确认是哪所学校报送的");
  expect(got.has(SOFTWARE)).toBe(false);
  for (const letter of got.values()) expect(letter.body).not.toContain(NOT_ARRIVED);
  // Of the folders and mails of the reviewer no school learns.
  for (const letter of got.values()) expect(letter.body).not.toMatch(/来件\/|1\.eml|›/);
});

test("a file of another period is said to be that; a mail without a file is named by its subject", async () => {
  const files = [
    await judged("a.xlsx", await filledForm([], { date: { day: "2026-06-20" } }, [], 1, TAX)),
    refused(["2.eml"], { code: "mail-empty", detail: "" }, { mail: { subject: `${TRAFFIC}报送统计表` } }),
  ];
  const got = read(all(files));
  expect(got.get(TAX)!.body).toContain("· a.xlsx：这是2026年上半年的统计表，本次应报送2026年下半年的统计表。");
  expect(got.get(TAX)!.to).toBe("zhangsan@example.edu.cn");
  expect(got.get(TRAFFIC)!.body).toContain(`· 主题为“${TRAFFIC}报送统计表”的邮件：邮件没有附件`);
});

test("a form that gives a name near to the school's is no reason to say that nothing came from it", async () => {
  const near = "武汉职业技术学校";
  const one = filled({ school: near, period: PERIOD, day: "2026-12-20", numbers: [VALUES] });
  const got = read(all([await judged("1.xlsx", one)]));
  expect(got.get(WUHAN)!.body).toContain(`· 1.xlsx：封面填写的是“${near}”，名录中没有这个学校。`);
  expect(got.get(WUHAN)!.body).not.toContain(NOT_ARRIVED);
  expect(got.get(TRAFFIC)!.body).toContain(NOT_ARRIVED);
});

test("a form whose structure was changed still says whose it is and where the answer goes", async () => {
  const sheet = template({ ...catalogue, school: WUHAN, period: PERIOD, previous: [], locale: zhCN }).sheets[1]!;
  const { row, column } = sheet.cells.find(({ value }) => value === form.labels.code)!;
  const filled = await filledForm([], { email: "c@example.edu.cn" }, [], 2, WUHAN);
  const bytes = patched(filled, [{ kind: "value", sheet: sheet.name, row, column, value: "序列" }]);
  const { to, body } = read(all([await judged("1.xlsx", bytes)])).get(WUHAN)!;
  expect(to).toBe("c@example.edu.cn");
  expect(body).toContain("· 1.xlsx：统计表的结构被改动");
});

test("where one file counts and a later one cannot be taken the school reads both; an earlier one, or one of another period, is past", async () => {
  const at = (day: number): Partial<Arrival> => ({ received: `2026-12-${day}T01:00:00.000Z`, mailed: true });
  const counts = await judged(["1.eml", "统计表.xlsx"], await filledForm(), at(20));
  const other = await judged("b.xlsx", await filledForm([], { date: { day: "2026-06-20" } }, [], 1), at(22));
  const of = async (day: number) => all([counts, other, await judged(["2.eml", `${SOFTWARE}更正.xlsx`], encrypted, at(day))]);
  const after = await of(22);
  expect(after.schools.find(({ school }) => school === SOFTWARE)).toMatchObject({ state: "received", files: [0, 1, 2] });
  const { body } = read(after).get(SOFTWARE)!;
  expect(body).toContain("目前以“统计表.xlsx（2026-12-20 09:00 发出）”为准");
  expect(body).toContain(`· ${SOFTWARE}更正.xlsx（2026-12-22 09:00 发出）：文件经过加密`);
  expect(body).not.toContain("2026年上半年");
  expect(read(await of(19)).has(SOFTWARE)).toBe(false);
});

test("of very many files a letter names the first, and how many they are", async () => {
  const files = await Promise.all(Array.from({ length: 25 }, (_, index) => judged(`${WUHAN}${index}.xlsx`, encrypted)));
  const lines = read(all(files)).get(WUHAN)!.body.split("\n").filter((line) => line.startsWith("· ")); // prettier-ignore
  expect(lines).toHaveLength(21);
  expect(lines.at(-1)).toBe("· 等，共 25 份");
});

test("what only the reviewer can mend is held against no school", async () => {
  const codes: readonly Refusal[] = [
    { code: "unreadable", detail: "没有读取权限" },
    { code: "newer-form", detail: "", version: 2, known: 1 },
    { code: "older-form", detail: "", version: 1, known: 2 },
    { code: "newer-seal", detail: "", version: 3, known: 2 },
    { code: "newer-seal", detail: "", version: 3, known: 2 },
    { code: "outlook-message", detail: "" },
  ];
  for (const refusal of codes) {
    const result = all([refused([`${WUHAN}.xlsx`], refusal)]);
    expect(read(result).has(WUHAN)).toBe(false);
    const count = noNotices();
    void [...letters(notices(result, catalogue, zhCN, writeXlsx), count)];
    expect(count).toMatchObject({ held: 1, refused: 0 });
  }
});

test.each([zhCN, enUS])("a school is told nothing that only a reviewer can do ($tag)", (locale) => {
  const formName = { "zh-CN": "统计表", "en-US": "form" };
  const facts = {
    detail: "",
    formName,
    schools: [WUHAN],
    version: 1,
    known: 1,
    where: "表1",
    missing: "代码",
    format: "RAR",
    period: "2026-S1",
  };
  const reviewers = /汇总|报送学校|本程序|your own folder|consolidate|this program|the school that sent/i;
  for (const code of Object.keys(locale.refusal)) {
    const result = all([refused([`${WUHAN}.xlsx`], { code, ...facts } as Refusal)]);
    const letter = [...notices(result, catalogue, locale, writeXlsx)].find(({ school }) => school === WUHAN)!;
    if (letter.files[0]) expect([code, reviewers.exec(letterIn(letter.files[0].bytes).body)?.[0]]).toEqual([code, undefined]);
  }
});
