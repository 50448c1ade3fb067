import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import ts from "typescript";
import { issue } from "../src/actions/issue";
import { notices, refusedFile } from "../src/actions/consolidate";
import { dispatchMail } from "../src/actions/dispatch";
import { DEFINITION_SHEET } from "../src/sheets";
import { check } from "../src/actions/check";
import { reporters } from "../src/actions/report";
import { notThisForm, type Catalogue, type Form, type WorkbookPlan } from "../src/domain";
import { catalogue, form } from "../src/forms";
import { commandLineLocale } from "../src/locales/command-line";
import { localeFor, locales, sayInNotice, sayRefusal, zhCN, type Locale } from "../src/locales";
import { writeXlsx } from "../src/workbook/xlsx";
import { nodeInflate } from "../src/workbook/xlsx/node-inflate";
import { openXlsx } from "../src/workbook/xlsx/workbook";
import { summedUp, WUHAN } from "./consolidate/judged";
import { letterIn } from "./consolidate/letter";

const src = join(__dirname, "..", "src");
/** All but the forms themselves. */
const files = (readdirSync(src, { recursive: true }) as string[])
  .map((file) => file.split(sep).join("/"))
  .filter((file) => /\.tsx?$/.test(file) && !file.startsWith("forms/"));

function visitAll(text: string, visit: (node: ts.Node) => void): void {
  const walk = (node: ts.Node): void => {
    visit(node);
    ts.forEachChild(node, walk);
  };
  walk(ts.createSourceFile("any.tsx", text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
}

const isText = (node: ts.Node): node is ts.LiteralLikeNode =>
  ts.isStringLiteralLike(node) ||
  ts.isTemplateHead(node) ||
  ts.isTemplateMiddleOrTemplateTail(node) ||
  ts.isJsxText(node) ||
  ts.isRegularExpressionLiteral(node);

/** What a form calls itself and what it asks for. */
const WORDS = [form, ...Object.values(form.translations ?? {})]
  .flatMap(({ title, shortTitle }) => [title, shortTitle])
  .concat(form.indicators.flatMap(({ name, group }) => [name, group]))
  .concat(form.texts.map(({ label }) => label));
const CODES: ReadonlySet<string> = new Set(form.indicators.map(({ code }) => code));

/** Places where code names an item of one form, or finds a relation by the name of its rule; each as a sentence. */
function leanings(text: string): string[] {
  const found: string[] = [];
  visitAll(text, (node) => {
    if (isText(node)) {
      found.push(...WORDS.filter((word) => node.text.includes(word)).map((word) => `says ${word}`));
      if (CODES.has(node.text)) found.push(`names the indicator ${node.text}`);
    }
    if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)) {
      const of = /\b(cover|texts|values|comparisons)$/.exec(node.expression.getText())?.[1];
      if (of !== undefined) found.push(`names ${node.argumentExpression.text} of ${of}`);
    }
    if (ts.isBinaryExpression(node) && /^[!=]==?$/.test(node.operatorToken.getText())) {
      const [rule, id] = ts.isStringLiteralLike(node.right) ? [node.left, node.right] : [node.right, node.left];
      if (ts.isStringLiteralLike(id) && /(^|\.)rule$/.test(rule.getText())) found.push(`looks for the rule ${id.text}`);
    }
  });
  return found;
}

test("no code and no sentence leans on one form: its words, codes and items are data, and relations are not found by their rules", () => {
  expect(files.length).toBeGreaterThan(200);
  const all = files.flatMap((file) => leanings(readFileSync(join(src, file), "utf8")).map((one) => `${file} ${one}`));
  expect(all).toEqual([]);
});

test.each([
  ['const title = "尚未收到进展情况统计表。";', "says 进展情况统计表"],
  ["const a = <p>合作企业数应填写</p>;", "says 合作企业数"],
  ["const a = `${b}人才培养${c}`;", "says 人才培养"],
  ['const a = "Queries about the progress form";', "says progress form"],
  ['const a = value("08");', "names the indicator 08"],
  ['const a = submission.cover["date"];', "names date of cover"],
  ['const a = settings.find(({ rule }) => rule === "identification-valid");', "looks for the rule identification-valid"],
  ['if ("text-copied" !== finding.rule) go();', "looks for the rule text-copied"],
])("code that leans on a form is caught: %s", (code, said) => {
  expect(leanings(code)).toContain(said);
});

/** Words of a language by their path, that say something that a form may call otherwise. */
function saying(labels: RegExp, of: unknown, path: string): string[] {
  if (typeof of === "string") return labels.test(of) ? [`${path}: ${of}`] : [];
  return Object.entries(of ?? {}).flatMap(([key, one]) => saying(labels, one, `${path}.${key}`));
}

test("no sentence calls a field as one form does, where another form calls it otherwise", () => {
  const fields = (["school", "period", "seal", "category", "cluster", "programme"] as const).map((key) => form.labels[key]);
  const labels = new RegExp(fields.join("|").replace(/[（）]/g, "\\$&"));
  const called = { school: "甲", period: "乙", seal: "丙", category: "丁", cluster: "戊", programme: "己", explanation: "庚" };
  // What is printed on the form is filled in as it is printed.
  const { form: _, ...words } = commandLineLocale("zh-CN", { ...form, labels: { ...form.labels, ...called } });
  expect(saying(labels, words, "zh-CN")).toEqual([
    // The name of the product.
    "zh-CN.commands.product: 产业集群统计表",
    "zh-CN.page.title: 产业集群进展情况统计",
  ]);
  // In quotation marks it is what is printed, even where the word is a common one.
  expect(saying(new RegExp(`“(${Object.values(form.labels).join("|")})”`), words, "zh-CN")).toEqual([]);
  expect(words.pane.fill.schoolMissing).toBe("请先选择甲。");
  expect(words.notice.heads[5]).toBe("己");
  // Made once for each form; nothing is made where the general words do.
  expect(localeFor("zh-CN", other)).toBe(localeFor("zh-CN", other));
  expect(localeFor("zh-CN", form)).toBe(zhCN);
  expect(saying(/\{form\./, [words, zhCN], "zh-CN")).toEqual([]);
  expect(saying(labels, zhCN.pane.fill.school, "")).not.toEqual([]);
});

/** Another form: what annex 2 asks for, under other names. */
const other: Form = {
  ...form,
  annex: "附件9",
  title: "示例省图书馆建设年度统计表",
  shortTitle: "图书馆统计表",
  translations: { "en-US": { annex: "Annex 9", title: "libraries of the example province", shortTitle: "library form" } },
  labels: {
    ...form.labels,
    stampNote: "（签章）",
    partOf: "其中项：",
    lengthNote: "（至多{max}字）",
    numbering: "A B C D E F G H",
    cluster: "片区",
    programme: "馆藏",
    current: "今年数",
    comparison: "去年数",
    result: "核对结果",
    explanation: "备注",
    carriedExplanation: "去年备注",
  },
};
const others: Catalogue = { ...catalogue, form: other };

function textsOf(plan: WorkbookPlan): string {
  // The definition that goes along is read by programs.
  const printed = plan.sheets.filter(({ name }) => name !== DEFINITION_SHEET);
  return printed.flatMap(({ cells }) => cells.map(({ value, formula }) => `${String(value)} ${formula ?? ""}`)).join("\n");
}

test("in a 核实单 items are told by code and name, whatever codes a form has", () => {
  const codes = new Map(form.indicators.map(({ code }, index) => [code, ["01", "1", "1.1", "1.10", "1E2"][index] ?? `X-${code}`]));
  const indicators = form.indicators.map((one) => ({ ...one, code: codes.get(one.code)! }));
  const coded = { ...catalogue, form: { ...form, indicators } };
  const about = { rule: "parts-sum-to-total", ref: "A06", severity: "error", state: "open", message: "differs", related: [] } as const;
  const facts = { code: "01", name: "总数", unit: "人", found: 5, parts: "1+1.1+1.10+1E2", sum: 4, difference: 1 };
  const { cure } = sayInNotice({ ...about, facts, at: { sheet: "表1", row: 1, column: 1 } }, zhCN, coded);
  const [total, ...parts] = indicators.slice(0, 5).map(({ code, name }) => `“${code} ${name}”`);
  expect(cure).toBe(`请核对 ${parts.join("+")}，改正填错的分项；分项无误的，将 ${total!} 改为 4。`);
});

test("a form is printed with its own words, and read back by them", async () => {
  const { plan, fileName } = issue(others, WUHAN, { year: 2026, half: 2 }, [], zhCN);
  expect(fileName).toBe(`${WUHAN}-2026年下半年-图书馆统计表.xlsx`);
  const printed = `${textsOf(plan)}${JSON.stringify(plan.sheets.map(({ validations }) => validations))}`;
  for (const text of [
    "附件9",
    other.title,
    "填报单位（签章）",
    "其中项：规模以上企业数",
    "（至多800字）",
    "“今年数”只填",
    "先选片区",
    "“备注”中写明",
  ])
    expect(printed).toContain(text);
  for (const text of ["进展情况", "盖章", "其中：", "不超过800字", "“本期数”", "“对比数”", "“审核结果”", "“说明”", "专业（群）"])
    expect(printed).not.toContain(text);
  const [sheet] = plan.sheets.filter(({ name }) => name === "表1");
  expect(sheet!.cells.filter(({ value }) => /^[A-H]$/.test(String(value))).map(({ value }) => value)).toEqual([..."ABCDEFGH"]);
  const read = await check(openXlsx(writeXlsx(plan), { inflate: nodeInflate }), others, { locale: zhCN });
  if (!read.ok) throw new Error(read.error.code);
  expect(read.value.findings.filter(({ severity }) => severity === "fatal")).toEqual([]);
  expect(read.value.findings.filter(({ rule }) => rule === "label-altered")).toEqual([]);
});

const called = (locale: Locale): string => (locale.tag === "zh-CN" ? "图书馆统计表" : "library form");
const ANNEX2 = /进展情况|progress form|职业教育/;

test.each(locales)("letters, reports and refusals call a form by its name ($tag)", async (locale) => {
  const name = called(locale);
  const all = [...notices(summedUp([refusedFile({ path: ["来件.xlsx"] }, notThisForm(other, "test"))]), others, locale, writeXlsx)];
  const { subject, body } = letterIn(all.find(({ school }) => school === WUHAN)!.files[0]!.bytes);
  expect(subject).toContain(name);
  expect(body).toContain(locale.tag === "zh-CN" ? other.title : name);
  expect(`${subject} ${body}`).not.toMatch(ANNEX2);
  expect(sayRefusal(notThisForm(other, "test"), locale)).toContain(name);

  const { plan } = issue(others, WUHAN, { year: 2026, half: 2 }, [], locale);
  const checked = await check(openXlsx(writeXlsx(plan), { inflate: nodeInflate }), others, { locale });
  if (!checked.ok) throw new Error(checked.error.code);
  const mail = dispatchMail({ code: "AAAA", fileName: "a.xlsx", checked: checked.value }, undefined, other, locale);
  expect(mail.subject).toContain(name);
  expect(`${mail.subject} ${mail.body}`).not.toMatch(ANNEX2);
  const html = reporters.html({ tool: { name: "x", version: "1" }, from: "built-in", ...others, locale });
  const report = [html.begin(), html.file({ path: "a.xlsx", outcome: { kind: "checked", checked: checked.value } }), ...html.end()].join(
    "",
  );
  expect(/<h1>(.*)<\/h1>/.exec(report)![1]).toContain(name);
});
