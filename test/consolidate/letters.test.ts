import { strFromU8, unzipSync } from "fflate";
import { notices, summaryBook, type JudgedFile } from "../../src/actions/consolidate";
import { consolidationJson } from "../../src/actions/consolidate/json";
import { blocks, cellAt, keyColumn, keyRow, type Arrival } from "../../src/domain";
import { form } from "../../src/forms";
import { enUS, zhCN } from "../../src/locales";
import { noticeBook } from "../../src/sheets/notice-sheet";
import { explanationAt, programmePlaces } from "../../src/sheets/places";
import { SUMMARY_SHEETS } from "../../src/sheets/summary";
import { readXlsx, writeXlsx } from "../../src/workbook/xlsx";
import { nodeInflate } from "../../src/workbook/xlsx/node-inflate";
import { filledForm, SCHOOL } from "../cli/folder";
import type { Sheet } from "../fill";
import { patched, sealed, withNumber } from "../province/forms";
import { catalogue } from "../sheets/plans";
import { encrypted, judged, letterTo, mailed, summedUp } from "./judged";

jest.setTimeout(120_000);

const ERROR: Sheet = { values: { "20": 999 } };
const QUERY: Sheet = { values: { "28": 1, "29": 900 } };
const grid = (bytes: Uint8Array) => {
  const read = readXlsx(bytes, { inflate: nodeInflate });
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
};
const textsOf = (bytes: Uint8Array, sheet?: string): string[] =>
  grid(bytes)
    .sheets.filter(({ name }) => sheet === undefined || name === sheet)
    .flatMap(({ cells }) => [...cells.values()].flatMap(({ value }) => (typeof value === "string" ? [value] : [])));

describe("the letter that carries a 核实单", () => {
  test.each([
    ["errors alone", [ERROR], /有 1 处必须改正，详见/, /请改正后重新封签报送。/],
    ["queries alone", [QUERY], /有 1 处须核实或说明，详见/, /数据无误的，在附件的“答复”列写明原因/],
    ["both", [ERROR, QUERY], /有 1 处必须改正，1 处须核实或说明，详见/, /必须改正的，请改正后重新封签报送。须核实/],
  ])("says of %s what there is, and of nothing that there are 0", async (_, sheets, found, todo) => {
    const result = summedUp([await judged("统计表.xlsx", await filledForm(sheets))]);
    const { body } = letterTo(SCHOOL, result)!.letter;
    expect(body).toMatch(found);
    expect(body).toMatch(todo);
    expect(body).toContain("2026年下半年进展情况统计表（应于 2026-12-31 前报送）以“统计表.xlsx”为准");
    for (const locale of [zhCN, enUS]) {
      const { body: either } = letterTo(SCHOOL, result, locale)!.letter;
      expect(either).not.toMatch(/(^|\D)0 (处|entries|to)|\{|\n\n\n/);
    }
  });

  test("names the file that was judged and when its mail was sent; the time of a file is no time of receipt", async () => {
    const bytes = await filledForm([QUERY]);
    const of = async (path: readonly string[], rest: Partial<Arrival>) => letterTo(SCHOOL, summedUp([await judged(path, bytes, rest)]))!;
    const byMail = await of(["来信.eml", "统计表.xlsx"], mailed(20));
    expect(byMail.letter.body).toContain("以“统计表.xlsx（2026-12-20 09:00 发出）”为准");
    expect(textsOf(byMail.notice.files[0]!.bytes).join("\n")).toContain("所核对的文件：统计表.xlsx（2026-12-20 09:00 发出）");
    const inZip = await of(["收件.zip", "统计表.xlsx"], { received: "2026-12-20T01:00:00.000Z" });
    expect(inZip.letter.body).toContain("以“统计表.xlsx”为准");
    expect(inZip.letter.body).not.toMatch(/\d\d:\d\d/);
  });

  test("says how many answers have arrived, and carries them", async () => {
    const form_ = await judged("a.xlsx", await filledForm([QUERY, QUERY]));
    const [one] = summedUp([form_]).findings.filter(({ finding }) => blocks(finding));
    const about = { catalogue, school: SCHOOL, period: "2026-S2", periodLabel: "2026年下半年" };
    const reply = await judged("答复.xlsx", writeXlsx(noticeBook({ ...about, items: [{ ...one!, answer: "到款含上年尾款。" }] }, zhCN)));
    expect(letterTo(SCHOOL, summedUp([form_]))!.letter.body).not.toContain("答复，");
    const { notice, letter } = letterTo(SCHOOL, summedUp([form_, reply]))!;
    expect(letter.body).toContain("另有 1 处已收到你校的答复");
    expect(textsOf(notice.files[0]!.bytes)).toContain("到款含上年尾款。");
  });

  test("asks for nothing where only answered queries are left: the reviewer is told, in the list of findings and of schools", async () => {
    const form_ = await judged("a.xlsx", await filledForm([QUERY]));
    const open = summedUp([form_]).findings.filter(({ finding }) => blocks(finding));
    const about = { catalogue, school: SCHOOL, period: "2026-S2", periodLabel: "2026年下半年" };
    const items = open.map((one) => ({ ...one, answer: "到款含上年尾款。" }));
    const result = summedUp([form_, await judged("答复.xlsx", writeXlsx(noticeBook({ ...about, items }, zhCN)))]);
    expect([open.length, letterTo(SCHOOL, summedUp([form_]))?.notice.kind]).toEqual([1, "queries"]);
    const all = [...notices(result, catalogue, zhCN, writeXlsx)].filter(({ school }) => school === SCHOOL);
    expect(all).toEqual([{ kind: "held", school: SCHOOL, to: "", files: [] }]);
    const book = writeXlsx(summaryBook(result, catalogue, zhCN));
    expect(textsOf(book, SUMMARY_SHEETS.findings)).toContain("已答复，待审核人认定");
    expect(textsOf(book, SUMMARY_SHEETS.reporting)).toContain("核实 1 处已由学校在核实单中答复，待审核人认定");
  });

  test.each([123456789.25, 9_000_000_000.5, 12.5])(
    "shows a reported %d whole, and no finer ratio than its indicator has",
    async (amount) => {
      const result = summedUp([await judged("a.xlsx", await filledForm([{ values: { "28": amount > 1_000 ? 8 : 700, "29": amount } }]))]);
      const { notice } = letterTo(SCHOOL, result)!;
      const sheet = readXlsx(notice.files[0]!.bytes, { inflate: nodeInflate });
      const [page] = sheet.ok ? sheet.value.sheets : [];
      const [key] = [...page!.cells].find(([, { value }]) => value === amount)!;
      const [width] = [...strFromU8(unzipSync(notice.files[0]!.bytes)["xl/worksheets/sheet1.xml"]!).matchAll(/<col min="(\d+)" max="(\d+)" width="([\d.]+)"/g)].filter(([, min, max]) => Number(min) <= keyColumn(key) + 1 && keyColumn(key) + 1 <= Number(max)).map(([, , , wide]) => Number(wide)); // prettier-ignore
      expect(width).toBeGreaterThan(String(amount).length);
      const said = textsOf(notice.files[0]!.bytes).find((text) => text.includes("平均每项"))!;
      const ratio = Number(/平均每项 ([\d.]+) 万元/.exec(said)![1]);
      expect(ratio).toBe(amount > 1_000 ? Number((amount / 8).toFixed(2)) : Number((amount / 700).toFixed(2)));
    },
  );

  test("asks for a correction of what is wrong, whatever was answered", async () => {
    const form_ = await judged("a.xlsx", await filledForm([ERROR]));
    const open = summedUp([form_]).findings.filter(({ finding }) => blocks(finding));
    const about = { catalogue, school: SCHOOL, period: "2026-S2", periodLabel: "2026年下半年" };
    const items = open.map((one) => ({ ...one, answer: "数据无误。" }));
    const { letter } = letterTo(SCHOOL, summedUp([form_, await judged("答复.xlsx", writeXlsx(noticeBook({ ...about, items }, zhCN)))]))!;
    expect(letter.body).toMatch(/有 1 处必须改正，详见/);
    expect(letter.body).not.toContain("不必再填");
  });

  test("is the one letter that its school gets: what came afterwards and could not be taken stands in it", async () => {
    const counts = await judged(["1.eml", "统计表.xlsx"], await filledForm([QUERY]), mailed(20));
    const result = summedUp([counts, await judged(["2.eml", `${SCHOOL}.xlsx`], encrypted, mailed(22))]);
    const { notice, letter } = letterTo(SCHOOL, result)!;
    expect(notice.kind).toBe("queries");
    expect(letter.body).toContain(`另有下列文件未采用：\n· ${SCHOOL}.xlsx（2026-12-22 09:00 发出）：文件经过加密`);
    expect(textsOf(notice.files[0]!.bytes).join("\n")).toContain(`· ${SCHOOL}.xlsx（2026-12-22 09:00 发出）`);
  });
});

describe("an answer", () => {
  const about = { catalogue, school: SCHOOL, period: "2026-S2", periodLabel: "2026年下半年" };
  const REASON = "到款含上年合同的尾款。";
  /** The first query of a form, answered; or as a sheet that does not carry 填报. */
  const answered = async (form_: JudgedFile, name: string, answer: string, rest: Partial<Arrival> = {}, withFound = true) => {
    const [one] = summedUp([form_]).findings.filter(({ finding }) => blocks(finding));
    const { found, ...finding } = one!.finding;
    const items = [{ id: one!.id, finding: withFound && found !== undefined ? { ...finding, found } : finding, answer }];
    return judged(name, writeXlsx(noticeBook({ ...about, items }, zhCN)), rest);
  };
  const shown = (result: ReturnType<typeof summedUp>) => ({
    answers: result.findings.flatMap(({ answer }) => answer ?? []),
    replies: result.replies.map(({ matched, unmatched, left }) => [matched, unmatched, left.map(({ text, why }) => [text, why])]),
  });

  test("holds for the number that it was given for: once that is changed, the query is open again and its school is asked", async () => {
    const [before, after] = [await judged("a.xlsx", await filledForm([QUERY])), await judged("a.xlsx", await filledForm([{ values: { "28": 2, "29": 1900 } }]))]; // prettier-ignore
    const reply = await answered(before, "答复.xlsx", REASON);
    expect(shown(summedUp([before, reply]))).toEqual({ answers: [REASON], replies: [[1, 0, []]] });
    const result = summedUp([after, reply]);
    expect(shown(result)).toEqual({ answers: [], replies: [[0, 1, [[REASON, "changed"]]]] });
    expect(letterTo(SCHOOL, result)!.notice.kind).toBe("queries");
    const book = writeXlsx(summaryBook(result, catalogue, zhCN));
    expect(textsOf(book, SUMMARY_SHEETS.arrivals)).toContain(zhCN.summary.arrivals.answerLeft.changed);
    // A sheet that does not say what was reported is matched by the name of its question.
    expect(shown(summedUp([after, await answered(before, "答复.xlsx", REASON, {}, false)])).answers).toEqual([REASON]);
  });

  test("holds whatever program saved its sheet: some write a number with 15 digits alone", async () => {
    const form_ = await judged("a.xlsx", await filledForm([{ values: { "28": 1, "29": 900.1234567890123 } }]));
    const reply = await answered(form_, "答复.xlsx", REASON);
    if (reply.outcome.kind !== "reply") throw new Error(reply.outcome.kind);
    const [one] = reply.outcome.answers;
    expect(one!.found).toBe("900.1234567890123");
    const saved = { ...reply, outcome: { ...reply.outcome, answers: [{ ...one!, found: Number(one!.found).toPrecision(15) }] } };
    expect(shown(summedUp([form_, saved])).replies).toEqual([[1, 0, []]]);
  });

  test("says in its cell how long a reason is", async () => {
    const sheet = noticeBook({ ...about, items: [] }, zhCN).sheets[0]!;
    expect(sheet.validations![0]!.prompt!.text).toContain(`不少于 ${catalogue.ruleset.explanation.minLength} 个字`);
  });

  test.each(["？", "无", "数据无误。", "已核对"])("that gives no reason (%s) is none", async (text) => {
    const form_ = await judged("a.xlsx", await filledForm([QUERY]));
    const result = summedUp([form_, await answered(form_, "答复.xlsx", text)]);
    expect(shown(result)).toEqual({ answers: [], replies: [[0, 1, [[text, "no-reason"]]]] });
    const { notice, letter } = letterTo(SCHOOL, result)!;
    expect([notice.kind, letter.body]).toEqual(["queries", expect.stringContaining("有 1 处须核实或说明")]);
  });

  test("is what makes a 核实单 a reply: one that lies among what came as it was made is listed as such", async () => {
    const form_ = await judged("a.xlsx", await filledForm([QUERY]));
    const made = letterTo(SCHOOL, summedUp([form_]))!.notice.files[0]!;
    const result = summedUp([form_, await judged(["送出", made.name], made.bytes)]);
    expect([result.replies, result.passedOver]).toEqual([[], [{ path: ["送出", made.name], why: "blank-notice", school: SCHOOL }]]);
    expect(textsOf(writeXlsx(summaryBook(result, catalogue, zhCN)), SUMMARY_SHEETS.arrivals)).toContain("没有答复的核实单");
  });

  test("is marked in the next 核实单: a query as settled for now, an error as to be corrected all the same", async () => {
    const form_ = await judged("a.xlsx", await filledForm([QUERY, ERROR, QUERY]));
    const open = summedUp([form_]).findings.filter(({ finding }) => blocks(finding));
    const again = async (ref: "query" | "error"): Promise<string[]> => {
      const one = open.find(({ finding }) => (finding.severity === "query") === (ref === "query"))!;
      const reply = await judged("答复.xlsx", writeXlsx(noticeBook({ ...about, items: [{ ...one, answer: REASON }] }, zhCN)));
      return textsOf(letterTo(SCHOOL, summedUp([form_, reply]))!.notice.files[0]!.bytes);
    };
    const { forReviewer, answeredBefore } = zhCN.notice;
    const [query, error] = [await again("query"), await again("error")];
    expect([query, error].map((texts) => texts.filter((text) => text === forReviewer).length)).toEqual([1, 0]);
    const said = [query, error].map((texts) =>
      [answeredBefore.queries, answeredBefore.errors].map((line) => texts.join("\n").includes(line)),
    );
    expect(said).toEqual([
      [true, false],
      [false, true],
    ]);
    expect(textsOf(letterTo(SCHOOL, summedUp([form_]))!.notice.files[0]!.bytes).join("\n")).not.toContain(answeredBefore.errors);
  });

  test("that waits for the reviewer is no query left to explain, and no sentence says that its figure is", async () => {
    const form_ = await judged("a.xlsx", await filledForm([QUERY, QUERY]));
    const left = (result: ReturnType<typeof summedUp>): unknown => {
      const sheet = grid(writeXlsx(summaryBook(result, catalogue, zhCN))).sheets.find(({ name }) => name === SUMMARY_SHEETS.reporting)!;
      const keyOf = (text: string): number => [...sheet.cells].find(([, { value }]) => value === text)![0];
      return cellAt(sheet, { row: keyRow(keyOf(SCHOOL)), column: keyColumn(keyOf("待说明的核实")) })?.value;
    };
    const result = summedUp([form_, await answered(form_, "答复.xlsx", REASON)]);
    expect([left(summedUp([form_])), left(result)]).toEqual([2, 1]);
    expect(textsOf(writeXlsx(summaryBook(result, catalogue, zhCN))).join("\n")).toMatch(
      /待核 \d+ 项：尚未改正的强制性错误，或尚未说明、认定的核实/,
    );
  });

  test("is superseded by a later one of its school, and listed so; the same one once more is not", async () => {
    const form_ = await judged("a.xlsx", await filledForm([QUERY]));
    const [first, second] = [await answered(form_, "b.xlsx", "到款为上年合同尾款", mailed(20)), await answered(form_, "a1.xlsx", REASON, mailed(22))]; // prettier-ignore
    const again = await answered(form_, "c.xlsx", REASON, mailed(21));
    expect(shown(summedUp([form_, first, second, again]))).toEqual({
      answers: [REASON],
      replies: [
        [1, 0, []],
        [0, 1, [["到款为上年合同尾款", "superseded"]]],
        [1, 0, []],
      ],
    });
  });
});

test("a file that cannot be taken is told unless it is known to have come before the one that counts", async () => {
  const counts = filledForm();
  const told = async (one: Partial<Arrival>, other: Partial<Arrival>): Promise<boolean> =>
    letterTo(SCHOOL, summedUp([await judged("a.xlsx", await counts, one), await judged(`${SCHOOL}.xlsx`, encrypted, other)])) !== undefined;
  const saved = (day: number): Partial<Arrival> => ({ received: `2026-12-${day}T01:00:00.000Z` });
  expect([await told(mailed(20), mailed(22)), await told(saved(20), saved(22))]).toEqual([true, true]);
  expect([await told(mailed(22), mailed(20)), await told(saved(22), saved(20))]).toEqual([false, false]);
  // A reviewer saves what came at any time.
  expect(await told(saved(28), mailed(22))).toBe(true);
  const files = [await judged("a.xlsx", await counts, mailed(20)), await judged(`${SCHOOL}.xlsx`, encrypted, mailed(22))];
  const names = [files, files.slice(1)].map((some) => letterTo(SCHOOL, summedUp(some))!.notice.files[0]!.name);
  expect(names).toEqual([`${SCHOOL}-2026年下半年-请核对.eml`, `${SCHOOL}-2026年下半年-重新报送.eml`]);
});

describe("beside a sealed form", () => {
  const plain = filledForm();
  const seal = plain.then(sealed);
  const changed = async (): Promise<Uint8Array> => withNumber(await plain, 0, "30", 1290);
  const with_ = async (bytes: Uint8Array, rest: Partial<Arrival> = mailed(22)) =>
    summedUp([await judged("封签.xlsx", await seal, mailed(20)), await judged("更正.xlsx", bytes, rest)]);
  const marked = (file: { readonly fate: object }): boolean => "perhapsCorrection" in file.fate;

  test("a newer one without a seal is not used, and its school reads which is, which is not, and what to do", async () => {
    const result = await with_(await changed());
    expect(result.files.map(({ fate }) => fate.kind)).toEqual(["used", "superseded"]);
    const { notice, letter } = letterTo(SCHOOL, result)!;
    expect(notice.kind).toBe("refused");
    expect(letter.body).toContain("目前以“封签.xlsx（2026-12-20 09:00 发出）”为准");
    expect(letter.body).toContain("· 更正.xlsx（2026-12-22 09:00 发出）：没有封签。如果是更正后的统计表，请封签后重新报送。");
    expect(letter.body).toContain("没有的，不必处理");
    const book = writeXlsx(summaryBook(result, catalogue, zhCN));
    expect(textsOf(book, SUMMARY_SHEETS.arrivals)).toContain(zhCN.summary.arrivals.perhapsCorrection);
    expect(textsOf(book, SUMMARY_SHEETS.reporting).join("\n")).toContain("“来件”第 2 号没有封签完好");
    const { files } = JSON.parse([...consolidationJson(result, catalogue, { name: "x", version: "1" }, zhCN)].join("")) as {
      files: object[];
    };
    expect(files[1]).toMatchObject({ fate: "superseded", why: "unsealed", perhapsCorrection: true, mailed: true });
  });

  test("one that was changed after sealing is told so", async () => {
    const result = await with_(withNumber(await seal, 0, "30", 1290));
    expect(letterTo(SCHOOL, result)!.letter.body).toContain("· 更正.xlsx（2026-12-22 09:00 发出）：封签后又有改动，封签已失效。");
  });

  test.each<[string, () => Promise<Uint8Array>, Partial<Arrival>, boolean]>([
    ["sent before", changed, mailed(18), false],
    ["sent in the same mail", changed, mailed(20), true],
    ["of an earlier 报出日期, but mailed afterwards", async () => withNumber(await filledForm([], { date: { day: "2026-12-18" } }), 0, "30", 1290), mailed(22), true], // prettier-ignore
    ["of an earlier 报出日期, by no mail", async () => withNumber(await filledForm([], { date: { day: "2026-12-18" } }), 0, "30", 1290), { received: "2026-12-28T01:00:00.000Z" }, false], // prettier-ignore
    ["saved before the mail was sent, which says nothing", changed, { received: "2026-12-18T01:00:00.000Z" }, true],
    ["that says the same", () => plain, mailed(22), false],
    ["that differs in its 报出日期 alone", () => filledForm([], { date: { day: "2026-12-24" } }), mailed(22), false],
  ])("one %s", async (_, bytes, rest, asked) => {
    const result = await with_(await bytes(), rest);
    expect([result.files.some(marked), letterTo(SCHOOL, result) !== undefined]).toEqual([asked, asked]);
  });

  test("an explanation alone is a correction where it settles something", async () => {
    const queried = await filledForm([QUERY]);
    const at = explanationAt(programmePlaces(form, "表1"), "29");
    const explained = patched(queried, [{ kind: "value", ...at, value: "到款含上年合同的尾款。" }]);
    const [seal_, other] = [await judged("封签.xlsx", await sealed(explained), mailed(20)), await judged("更正.xlsx", queried, mailed(22))];
    expect(summedUp([seal_, other]).files.map(marked)).toEqual([false, true]);
  });
});

test("a time in the workbook says whether it is a mail's or a file's", async () => {
  const result = summedUp([
    await judged(["1.eml", "a.xlsx"], await filledForm(), mailed(20)),
    await judged(["收件.zip", "b.xlsx"], await filledForm([], {}, [], 2, "湖北财税职业学院"), { received: "2026-12-21T01:00:00.000Z" }),
  ]);
  const book = writeXlsx(summaryBook(result, catalogue, zhCN));
  for (const sheet of [SUMMARY_SHEETS.arrivals, SUMMARY_SHEETS.reporting]) {
    const times = textsOf(book, sheet).filter((text) => /^\d{4}-\d\d-\d\d \d\d:\d\d/.test(text));
    expect(times.sort()).toEqual(["2026-12-20 09:00", "2026-12-21 09:00（文件时间）"]);
  }
});

describe("a letter goes", () => {
  const TAX = "湖北财税职业学院";
  const of = async (school: string, email: string, name: string, address?: string): Promise<JudgedFile> => {
    const bytes = await filledForm([QUERY], { email }, [], 2, school);
    return judged([`${name}.eml`, `${name}.xlsx`], bytes, mailed(20, address === undefined ? {} : { address }));
  };
  const to = (files: readonly JudgedFile[], options: Parameters<typeof summedUp>[1] = {}): string =>
    letterTo(SCHOOL, summedUp(files, options))!.letter.to;
  const BROKEN = "zhangsan＠example";
  const addresses = [[SCHOOL, ["earlier@example.edu.cn"]]] as const;

  test("to the cover's address, else to that of an earlier form, else to whoever mailed the form", async () => {
    const sender = "sender@example.edu.cn";
    expect(to([await of(SCHOOL, "cover@example.edu.cn", "1", sender)], { addresses })).toBe("cover@example.edu.cn");
    const broken = await of(SCHOOL, BROKEN, "1", sender);
    expect(to([broken], { addresses })).toBe("earlier@example.edu.cn");
    expect(to([broken])).toBe(sender);
    const reply = await judged("b.xlsx", encrypted, mailed(22, { address: "other@example.edu.cn", subject: SCHOOL }));
    expect(to([broken, reply])).toBe(sender);
  });

  test.each<[string, string, () => Promise<readonly JudgedFile[]>]>([
    ["of several schools", "office@example.edu.cn", async () => [await of(TAX, "tax@example.edu.cn", "2", "Office@example.edu.cn")]],
    ["of nobody knows which", "office@example.edu.cn", async () => [await judged(["3.eml", "表.xlsx"], encrypted, mailed(20, { address: "office@example.edu.cn" }))]], // prettier-ignore
    ["from an address that another school gave", "tax@example.edu.cn", async () => [await of(TAX, "tax@example.edu.cn", "2")]],
    ["from the department itself", form.recipient.email.toUpperCase(), async () => []],
    ["from what is no address", "a@example.edu.cn, b@example.edu.cn", async () => []],
  ])("to nobody where the sender brought files %s", async (_, address, others) => {
    expect(to([await of(SCHOOL, BROKEN, "1", address), ...(await others())])).toBe("");
  });
});
