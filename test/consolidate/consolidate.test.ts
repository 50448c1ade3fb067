import { consolidate, judgeFile, letters, noNotices, notices, type JudgedFile } from "../../src/actions/consolidate";
import { summaryBook } from "../../src/actions/consolidate";
import { seal } from "../../src/actions/seal";
import { blocks, linesOf, planCells, type Consolidation } from "../../src/domain";
import { roster } from "../../src/forms";
import { zhCN } from "../../src/locales";
import { noticeBook, readNotice } from "../../src/sheets/notice-sheet";
import { SUMMARY_SHEETS } from "../../src/sheets/summary";
import { readXlsx, writeXlsx } from "../../src/workbook/xlsx";
import { nodeInflate } from "../../src/workbook/xlsx/node-inflate";
import { openXlsx } from "../../src/workbook/xlsx/workbook";
import { filledForm, SCHOOL } from "../cli/folder";
import type { Sheet } from "../fill";
import { catalogue } from "../sheets/plans";

jest.setTimeout(120_000);

const PERIOD = { year: 2026, half: 2 } as const;
const options = { open: (bytes: Uint8Array) => openXlsx(bytes, { inflate: nodeInflate }), catalogue, locale: zhCN };
const judged = async (path: string, bytes: Uint8Array): Promise<JudgedFile> =>
  // What a worker hands over must survive the way.
  structuredClone(await judgeFile({ arrival: { path: [path] }, bytes }, options));
const all = (files: readonly JudgedFile[]): Consolidation => consolidate(files, { period: PERIOD, catalogue, passedOver: [] });
const day = (text: string) => ({ date: { day: text } });

test("fates add up, whatever the order", async () => {
  const files = await Promise.all([
    judged("a.xlsx", await filledForm()),
    judged("b.xlsx", await filledForm([], day("2026-12-25"))),
    judged("c.xlsx", await filledForm([], { date: { day: "2026-06-20" } }, [], 1)),
    judged("d.xlsx", await filledForm([], { school: "武汉职业技术学院" })),
    judged("e.xlsx", new Uint8Array([1, 2, 3])),
    judged("f.xlsx", await filledForm()),
  ]);
  const result = all(files);
  expect(
    result.files.map(({ fate }) =>
      fate.kind === "used" ? "used" : `${fate.kind} ${typeof fate.why === "string" ? fate.why : fate.why.code}`,
    ),
  ).toEqual([
    "superseded older",
    "used",
    "refused another-period",
    "refused identity-unclear",
    "refused not-a-workbook",
    "superseded older",
  ]);
  for (const order of [[...files].reverse(), [3, 0, 5, 1, 4, 2].map((index) => files[index]!)])
    expect(JSON.stringify(all(order))).toBe(JSON.stringify(result));
  expect(result.schools.find(({ school }) => school === SCHOOL)).toMatchObject({ state: "received", file: 1, missingLines: [] });
  expect(result.lines).toHaveLength(linesOf(roster, SCHOOL).length);
});

test("a file that cannot be read but has the name of a school in its own is that school's, and is said so", async () => {
  const school = "武汉工程职业技术学院";
  const result = all([await judged(`收件/${school}-统计表.xlsx`, new Uint8Array([1, 2, 3])), await judged("b.xlsx", await filledForm())]);
  const unread = result.files.findIndex(({ fate }) => fate.kind === "refused");
  expect(result.schools.find((one) => one.school === school)).toMatchObject({ state: "refused", unread: [unread], files: [unread] });
  expect(result.schools.filter((one) => one.unread)).toHaveLength(1);
  const letters = [...notices(result, catalogue, zhCN, writeXlsx)];
  expect(letters.filter(({ kind }) => kind === "refused").map((letter) => letter.school)).toEqual([school]);
  expect(letters.some((letter) => letter.kind === "missing" && letter.school === school)).toBe(false);
  const [remarks] = summaryBook(result, catalogue, zhCN).sheets.flatMap((sheet) =>
    [...planCells(sheet)].filter(({ value }) => typeof value === "string" && value.includes("号未采用，原因见")),
  );
  expect(remarks?.value).toContain(`第 ${unread + 1} 号`);
}, 120_000);

test("a draft goes to one valid address of the cover, else to nobody, and those are counted", async () => {
  const addresses = {
    湖北三峡职业技术学院: "a@b.cn, evil@example.com",
    武汉电力职业技术学院: "lisi＠example.edu.cn",
    [SCHOOL]: "zhangsan@example.edu.cn",
  };
  const files = Object.entries(addresses).map(async ([school, email]) =>
    judged(`${school}.xlsx`, await filledForm([{ values: { "26": null } }], { email }, [], 2, school)),
  );
  const count = noNotices();
  const queries = [...notices(all(await Promise.all(files)), catalogue, zhCN, writeXlsx)].filter(({ kind }) => kind === "queries");
  const drafts = [...letters(queries, count)].filter(({ name }) => name.endsWith(".eml"));
  const to = drafts.map(({ name, bytes }) => [name.split("-")[0], /^To: (.*)\r$/m.exec(Buffer.from(bytes).toString("latin1"))![1]]);
  expect(Object.fromEntries(to)).toEqual({
    ...Object.fromEntries(Object.keys(addresses).map((school) => [school, ""])),
    [SCHOOL]: addresses[SCHOOL],
  });
  expect(count).toEqual({ queries: 3, missing: 0, refused: 0, held: 0, unknown: 2 });
}, 120_000);

test("of two forms it is told which values changed, and which findings are gone, still there and new", async () => {
  const before: Sheet = { values: { "20": 999, "26": null, "28": 1, "29": 900 } };
  const after: Sheet = { values: { "26": null, "28": 1, "29": 900, "12": 9 }, texts: { next: "继续推进。" } };
  const result = all([
    await judged("a.xlsx", await filledForm([before])),
    await judged("b.xlsx", await filledForm([after], day("2026-12-25"))),
  ]);
  const { fate } = result.files[0]!;
  if (fate.kind !== "superseded") throw new Error(fate.kind);
  expect(fate.difference.cells.map(({ item, before: was, after: now }) => [item, was, now])).toEqual([
    ["date", "2026-12-20", "2026-12-25"],
    ["12", 1, 9],
    ["20", 999, 186],
    ["next", "扩大合作企业范围，完善岗位实习管理。", "继续推进。"],
  ]);
  expect(fate.difference).toMatchObject({ fixed: 1, still: 2, added: 1 });
});

test("a summary whose 明细 was taken away says so; what is neither a form nor a summary is just that", async () => {
  const plan = summaryBook(all([await judged("a.xlsx", await filledForm())]), catalogue, zhCN);
  const keeping = (keep: (name: string) => boolean) => writeXlsx({ ...plan, sheets: plan.sheets.filter(({ name }) => keep(name)) });
  expect((await judged("汇总.xlsx", writeXlsx(plan))).outcome).toMatchObject({ kind: "summary", period: "2026-S2" });
  const cut = await judged(
    "汇总.xlsx",
    keeping((name) => name !== SUMMARY_SHEETS.detail),
  );
  expect(cut.outcome).toMatchObject({ refusal: { code: "summary-changed" } });
  const charts = await judged(
    "图表.xlsx",
    keeping((name) => name === SUMMARY_SHEETS.charts),
  );
  expect(charts.outcome).toMatchObject({ refusal: { code: "not-this-form" } });
});

test("a text that begins like a formula stays a text, wherever a form may hold one", async () => {
  const evil = ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://example.edu.cn")'];
  const sheet: Sheet = {
    line: { category: evil[0]!, cluster: evil[1]!, programme: evil[3]! },
    values: { "01": evil[0]!, "02": evil[1]!, "03": evil[2]! },
    texts: { leader: evil[4]!, partners: evil[0]!, practice: evil[3]!, problems: evil[0]!, next: evil[0]! },
    explanations: { "01": evil[4]! },
  };
  const cover = { head: evil[0]!, filler: evil[1]!, phone: evil[2]!, email: evil[3]! };
  const result = all([await judged('=1+1"".xlsx', await filledForm([sheet], cover))]);
  const book = readXlsx(writeXlsx(summaryBook(result, catalogue, zhCN)), { inflate: nodeInflate });
  const notice = readXlsx(
    writeXlsx(noticeBook({ catalogue, school: evil[0]!, period: "2026-S2", periodLabel: "2026年下半年", items: result.findings }, zhCN)),
    { inflate: nodeInflate },
  );
  if (!book.ok || !notice.ok) throw new Error("unreadable");
  const cells = [...book.value.sheets, ...notice.value.sheets].flatMap(({ cells: its }) => [...its.values()]);
  // Formulas are ours alone: none holds what the form said.
  expect(cells.filter(({ formula }) => formula !== undefined && /HYPERLINK|^1\+1|@SUM|^\+1|^-1/.test(formula))).toEqual([]);
  for (const text of evil.slice(0, 4)) expect(cells.some(({ value }) => value === text)).toBe(true);
  expect(readNotice(notice.value)).toEqual({ school: evil[0], period: "2026-S2", answers: [] });
});

test("a 核实单 answers for its own school alone; what it says of others is listed and stands beside nothing", async () => {
  const other = "武汉职业技术学院";
  const faulty: Sheet = { values: { "20": 999, "26": null } };
  const files = [await judged("a.xlsx", await filledForm([faulty])), await judged("b.xlsx", await filledForm([faulty], {}, [], 2, other))];
  const { findings } = all(files);
  const of = (school: string) => findings.filter((one) => one.school === school && blocks(one.finding));
  const notice = async (name: string, school: string, answers: readonly (readonly [id: string, text: string])[], period = "2026-S2") => {
    const [{ finding }] = of(SCHOOL) as [(typeof findings)[number]];
    const items = answers.map(([id, answer]) => ({ id, answer, finding }));
    return judged(name, writeXlsx(noticeBook({ catalogue, school, period, periodLabel: "2026年下半年", items }, zhCN)));
  };
  const [mine, theirs] = [of(SCHOOL)[0]!.id, of(other)[0]!.id];
  const gone = `${SCHOOL}|2026-S2|某集群|某专业|A01|05`;
  const replies = [
    await notice("1.xlsx", SCHOOL, [
      [mine, "本校的说明"],
      [theirs, "代人说明"],
      [gone, "已改正"],
    ]),
    // It came later, and is another school's, though its rows hold the names of questions put to the first.
    await notice("2.xlsx", other, [
      [mine, "冒名的说明"],
      [theirs, "他校的说明"],
    ]),
    await notice("3.xlsx", SCHOOL, [[mine, "上期的说明"]], "2026-S1"),
  ];
  const result = all([...files, ...replies]);
  expect(result.findings.flatMap(({ id, answer }) => (answer === undefined ? [] : [[id, answer]])).sort()).toEqual(
    [
      [mine, "本校的说明"],
      [theirs, "他校的说明"],
    ].sort(),
  );
  expect(result.replies.map(({ matched, unmatched, left }) => [matched, unmatched, left.map(({ id, why }) => [id, why])])).toEqual([
    [
      1,
      2,
      [
        [theirs, "another-school"],
        [gone, "gone"],
      ],
    ],
    [1, 1, [[mine, "another-school"]]],
    [0, 1, [[mine, "another-period"]]],
  ]);
  const book = readXlsx(writeXlsx(summaryBook(result, catalogue, zhCN)), { inflate: nodeInflate });
  if (!book.ok) throw new Error(book.error.code);
  const arrivals = book.value.sheets.find(({ name }) => name === SUMMARY_SHEETS.arrivals)!;
  const shown = [...arrivals.cells.values()].map(({ value }) => value);
  for (const text of ["代人说明", "已改正", "冒名的说明", "上期的说明"]) expect(shown).toContain(text);
  expect(shown).not.toContain("本校的说明");
});

test("one programme with the same figures in two clusters is counted twice for the reviewer alone: it seals, and no school is written to", async () => {
  const school = "湖北三峡职业技术学院";
  const [first, second] = linesOf(roster, school).flatMap(({ programme }, sheet) => (programme === "绿色化工智能制造" ? [sheet] : []));
  const sheets: Sheet[] = [];
  sheets[first!] = { values: { "26": 150 } };
  sheets[second!] = { values: { "26": 150 } };
  const book = options.open(
    await filledForm(
      Array.from(sheets, (sheet) => sheet ?? {}),
      {},
      [],
      2,
      school,
    ),
  );
  const done = await seal(book, catalogue, { locale: zhCN });
  expect(done.ok && done.value.checked.counts).toMatchObject({ fatal: 0, error: 0, query: 0, reviewer: 1 });
  const result = all([await judged("a.xlsx", book.bytes())]);
  expect(result.findings.map(({ finding }) => [finding.ref, finding.message, finding.for])).toEqual([["B12", "countedTwice", "reviewer"]]);
  expect([...notices(result, catalogue, zhCN, writeXlsx)].some((letter) => letter.school === school)).toBe(false);
});
