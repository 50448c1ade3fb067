import fc from "fast-check";
import { runs } from "../long";
import { consolidate, givenAddresses, type JudgedFile } from "../../src/actions/consolidate";
import { schools, type Claim, type Consolidation, type WorkbookPlan } from "../../src/domain";
import { form, roster } from "../../src/forms";
import { zhCN } from "../../src/locales";
import { template } from "../../src/sheets/template";
import { writeXlsx } from "../../src/workbook/xlsx";
import { filledForm } from "../cli/folder";
import { catalogue } from "../sheets/plans";
import { makeZip } from "../xlsx/zip-maker";
import { unzipSync } from "fflate";
import { encrypted, HUANGGANG, judged, PERIOD, SOFTWARE, TAX, TRAFFIC, WUHAN } from "./judged";

jest.setTimeout(120_000);

const plan = (school: string): WorkbookPlan => template({ ...catalogue, school, period: PERIOD, previous: [], locale: zhCN });
const without = (school: string, sheet: string): Uint8Array => {
  const whole = plan(school);
  return writeXlsx({ ...whole, sheets: whole.sheets.filter(({ name }) => name !== sheet) });
};
/** A form of which one sheet is no XML any more. */
const broken = (school: string): Uint8Array =>
  makeZip(
    Object.entries(unzipSync(writeXlsx(plan(school)))).map(([name, content]) => ({
      name,
      content: name === "xl/worksheets/sheet2.xml" ? content.slice(0, 100) : content,
    })),
  );

type Options = Partial<Parameters<typeof consolidate>[1]>;
const all = (files: readonly JudgedFile[], options: Options = {}): Consolidation =>
  consolidate(files, { period: PERIOD, catalogue, passedOver: [], ...options });
const claimOf = async (file: Promise<JudgedFile>, options?: Options): Promise<Claim | undefined> =>
  all([await file], options).files[0]!.claim;
const matched = (school: string, by: string) => ({ kind: "matched", school, by });
const open = (...candidates: readonly string[]) => ({ kind: "unclaimed", candidates });

test.each<[string, () => Promise<JudgedFile>, object]>([
  ["its name", () => judged(`${WUHAN}-2026下半年.xlsx`), matched(WUHAN, "name")],
  ["words before the name", () => judged(`2026年下半年报送${WUHAN}统计表.xlsx`), matched(WUHAN, "name")],
  ["width, spaces and brackets", () => judged(`附件２（武汉 职业技术学院）.xlsx`), matched(WUHAN, "name")],
  ["an archive around it", () => judged(["收件.zip", `${WUHAN}.rar`, "表.xlsx"]), matched(WUHAN, "name")],
  ["a folder of an archive", () => judged(["收件.zip", `${WUHAN}/表.xlsx`]), matched(WUHAN, "name")],
  [
    "the subject of its mail",
    () => judged(["1.eml", "表.xlsx"], encrypted, { mail: { subject: `报送 ${WUHAN}` } }),
    matched(WUHAN, "name"),
  ],
  ["the sender of its mail", () => judged(["1.eml", "表.xlsx"], encrypted, { mail: { name: `${WUHAN}教务处` } }), matched(WUHAN, "name")],
  ["a file inside that names the one of two", () => judged([`${WUHAN}和${TRAFFIC}.zip`, `${TRAFFIC}.xlsx`]), matched(TRAFFIC, "name")],
  ["two names", () => judged(`${WUHAN}、${TRAFFIC}.xlsx`), open(WUHAN, TRAFFIC)],
  [
    "two names, though the sender is one of them",
    () => judged(`${WUHAN}、${TRAFFIC}.xlsx`, encrypted, { mail: { name: WUHAN } }),
    open(WUHAN, TRAFFIC),
  ],
  ["two places that do not agree", () => judged([`${WUHAN}.zip`, `${TRAFFIC}.xlsx`]), open(TRAFFIC, WUHAN)],
  ["an abbreviation that fits one", () => judged("湖北财税统计表.xlsx"), open(TAX)],
  ["an abbreviation, though the archive names another", () => judged([`${TRAFFIC}.zip`, "湖北财税.xlsx"]), open(TAX, TRAFFIC)],
  ["a name within a longer one that nobody knows", () => judged(`新${HUANGGANG}.xlsx`), open(HUANGGANG)],
  ["the title of the form", () => judged(`${form.title}.xlsx`), open()],
  ["words that all schools have", () => judged("职业技术学院统计表（最终版）.xlsx"), open()],
  ["nothing", () => judged("统计表.xlsx"), open()],
  ["an identification that is left", () => judged("1.xlsx", without(WUHAN, "表1")), matched(WUHAN, "content")],
  ["a cover that is left", () => judged("1.xlsx", without(WUHAN, "_meta")), matched(WUHAN, "content")],
  ["an identification beside a broken sheet", () => judged("1.xlsx", broken(WUHAN)), matched(WUHAN, "content")],
])("%s tells whose a file is, or may be", async (_, file, due) => {
  expect(await claimOf(file())).toMatchObject(due);
});

test("an abbreviation offers the schools that it fits, the nearest first, and takes none", async () => {
  const claim = await claimOf(judged("武职.xlsx"));
  if (claim?.kind !== "unclaimed") throw new Error(claim?.kind);
  expect(claim.candidates[0]).toBe(WUHAN);
  expect(claim.candidates).toContain("武汉城市职业学院");
  expect(claim.candidates).not.toContain(TRAFFIC);
});

test("the 简称 of the roster is a name; where two schools have it, it is none", async () => {
  const called = (...names: readonly string[]): Options => ({
    catalogue: {
      ...catalogue,
      roster: { ...roster, entries: roster.entries.map((one) => (names.includes(one.school) ? { ...one, shortName: "武职" } : one)) },
    },
  });
  expect(await claimOf(judged("武职2026.xlsx"), called(WUHAN))).toMatchObject(matched(WUHAN, "name"));
  expect(await claimOf(judged("武职2026.xlsx"), called(WUHAN, SOFTWARE))).toMatchObject(open(WUHAN, SOFTWARE));
});

test("of two names of which one contains the other the longer one stands where it stands, and both where each stands", async () => {
  const longer = `新${HUANGGANG}`;
  const options = {
    catalogue: { ...catalogue, roster: { ...roster, entries: [...roster.entries, { ...roster.entries[0]!, school: longer }] } },
  };
  expect(await claimOf(judged(`${longer}.xlsx`), options)).toMatchObject(matched(longer, "name"));
  expect(await claimOf(judged(`${HUANGGANG}.xlsx`), options)).toMatchObject(matched(HUANGGANG, "name"));
  expect(await claimOf(judged(`${longer} ${HUANGGANG}.xlsx`), options)).toMatchObject(open(longer, HUANGGANG));
});

test("a sender is known by the address that a form of the school gave, unless others gave the same", async () => {
  const earlier = async (school: string, email: string) =>
    judged(`${school}.xlsx`, await filledForm([], { email, date: { day: "2026-06-20" } }, [], 1, school));
  const addresses = givenAddresses([
    await earlier(WUHAN, "a@example.edu.cn"),
    await earlier(TRAFFIC, "b@example.edu.cn"),
    await earlier(TAX, "b@example.edu.cn"),
  ]);
  const from = (address: string) => claimOf(judged(["1.eml", "表.xlsx"], encrypted, { mail: { address } }), { addresses });
  expect(await from("A@example.edu.cn")).toMatchObject(matched(WUHAN, "address"));
  expect(await from("b@example.edu.cn")).toMatchObject(open(TRAFFIC, TAX));
  expect(await from("c@example.edu.cn")).toMatchObject(open());
  const now = all([
    await judged("a.xlsx", await filledForm([], { email: "d@example.edu.cn" })),
    await judged(["1.eml", "b.xlsx"], encrypted, { mail: { address: "d@example.edu.cn" } }),
  ]);
  expect(now.schools.find(({ school }) => school === SOFTWARE)).toMatchObject({ state: "received", files: [0, 1] });
  expect(now.files[0]!.fate).toMatchObject({ kind: "refused" });
});

test("folders that all files lie in are the reviewer's own; a folder of some is a school's", async () => {
  const files = await Promise.all([judged(`${TAX}牵头/${WUHAN}/表.xlsx`), judged(`${TAX}牵头/其他/表.xlsx`)]);
  expect(all(files).files.map(({ claim }) => claim)).toMatchObject([open(), matched(WUHAN, "name")]);
});

test("a form that says it is of two schools is of none, until something else names one of them", async () => {
  const bytes = await filledForm([], { school: WUHAN });
  const alone = all([await judged("1.xlsx", bytes)]);
  expect(alone.files[0]!.claim).toMatchObject(open(SOFTWARE, WUHAN));
  expect(alone.schools.filter(({ state }) => state !== "missing")).toEqual([]);
  expect(alone.schools.filter(({ possible }) => possible).map(({ school }) => school)).toEqual([WUHAN, SOFTWARE]);
  expect(await claimOf(judged(`${WUHAN}.xlsx`, bytes))).toMatchObject(matched(WUHAN, "name"));
});

test("a sound form of another period is its school's, whatever it is called", async () => {
  const bytes = await filledForm([], { date: { day: "2026-06-20" } }, [], 1);
  const result = all([await judged(`${WUHAN}.xlsx`, bytes)]);
  expect(result.files[0]).toMatchObject({ claim: matched(SOFTWARE, "content"), fate: { why: { code: "another-period" } } });
  expect(result.schools.find(({ school }) => school === SOFTWARE)).toMatchObject({ state: "refused", files: [0] });
});

test("what the reviewer says counts where nothing was found out, and only there", async () => {
  const files = await Promise.all([judged("a.xlsx"), judged("b.xlsx", new Uint8Array([1])), judged(`${TAX}.xlsx`)]);
  const keys = all(files).files.map(({ claim }) => claim!.key);
  const result = all(files, { claims: new Map([[keys[0]!, WUHAN], [keys[1]!, ""], [keys[2]!, WUHAN]]) }); // prettier-ignore
  expect(result.files.map(({ claim }) => claim)).toMatchObject([matched(WUHAN, "reviewer"), { kind: "nobody" }, matched(TAX, "name")]);
  expect(result.schools.find(({ school }) => school === WUHAN)).toMatchObject({ state: "refused", files: [0] });
});

/** What may be in a file name: names, parts of names, words. */
const texts = fc.array(
  fc.oneof(
    fc.constantFrom(...schools(roster)),
    fc.constantFrom(...schools(roster)).chain((name) => fc.subarray([...name], { minLength: 2 }).map((some) => some.join(""))),
    fc.constantFrom("统计表", "2026年下半年", "-", " ", "、", "/", "报送", "（最终）", form.title),
    fc.string({ maxLength: 5 }),
  ),
  { minLength: 1, maxLength: 4 },
);

test("each file has one fate, each refused one one claim, and a school is missing only where nothing matches it", async () => {
  const samples = await Promise.all([
    judged("x"),
    judged("x", new Uint8Array([1, 2])),
    judged("x", await filledForm()),
    judged("x", await filledForm([], { date: { day: "2026-06-20" } }, [], 1, TAX)),
    judged("x", await filledForm([], { school: WUHAN })),
    judged("x", without(TRAFFIC, "表1")),
  ]);
  const file = fc
    .record({
      path: fc.array(
        texts.map((parts) => `${parts.join("")}.xlsx`),
        { minLength: 1, maxLength: 2 },
      ),
      sample: fc.constantFrom(...samples),
      subject: fc.option(texts),
    }) // prettier-ignore
    .map(({ path, sample, subject }): JudgedFile => ({
      ...sample,
      arrival: { path, ...(subject ? { mail: { subject: subject.join("") } } : {}) },
    }));
  // The same file of the same name in two mails of the same name: only what the mails say tells them apart.
  const twice = ["一", "二"].map((subject): JudgedFile => ({
    ...samples[5],
    arrival: { path: ["x.eml", "报送.xlsx"], mail: { subject } },
  }));
  fc.assert(
    fc.property(fc.array(file, { maxLength: 8 }), (files) => {
      const result = all(files);
      const of = (kind: string): number => result.files.filter(({ fate }) => fate.kind === kind).length;
      expect(of("used") + of("superseded") + of("refused")).toBe(files.length);
      for (const { fate, claim } of result.files) expect(claim !== undefined).toBe(fate.kind === "refused");
      for (const { school, state, files: its, possible = [] } of result.schools) {
        const own = result.files.flatMap(({ fate, form: said, claim }, index) =>
          (fate.kind === "refused" ? claim?.kind === "matched" && claim.school === school : said?.school === school) ? [index] : [],
        );
        const asked = result.files.flatMap(({ claim }, index) =>
          claim?.kind === "unclaimed" && claim.candidates.includes(school) ? [index] : [],
        );
        expect([school, its, possible, state === "missing"]).toEqual([school, own, asked, own.length === 0]);
      }
      expect(JSON.stringify(all([...files].reverse()))).toBe(JSON.stringify(result));
    }),
    { ...runs(300), examples: [[twice]] },
  );
});
