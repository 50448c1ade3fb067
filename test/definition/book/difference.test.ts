import { definitionDifference, definitionBook, type ChangeKind, type DefinitionChange } from "../../../src/definition/book";
import { parseRelation, strengthOf } from "../../../src/relations";
import { carriedRowsOf, type Definition, type Indicator, type RosterEntry, type Setting } from "../../../src/domain";
import { catalogue, form, roster, ruleset } from "../../../src/forms";
import { writeXlsx } from "../../../src/workbook/xlsx";
import { built, run } from "../../cli/built";
import { newFolder, put } from "../../cli/folder";
import { coded } from "../../coded";
import { sampled } from "../../long";
import { farms } from "../../second-form/farms";
import { bookOf, checkedGrid, gridOf } from "./books";

const before: Definition = { form, roster, ruleset };

const withIndicator = (code: string, change: Partial<Indicator>): Definition => ({
  ...before,
  form: { ...form, indicators: form.indicators.map((one) => (one.code === code ? { ...one, ...change } : one)) },
});
const withSetting = (ref: string, change: (setting: Setting) => Setting): Definition => ({
  ...before,
  ruleset: { ...ruleset, settings: (ruleset.settings as readonly Setting[]).map((one) => (one.ref === ref ? change(one) : one)) },
});
const withRelation = (ref: string, relation: string): Definition =>
  withSetting(ref, (one) => ({ ...one, options: { ...one.options, relation } }));
const withEntries = (entries: readonly RosterEntry[]): Definition => ({ ...before, roster: { ...roster, entries } });
const [first, second] = roster.entries as [RosterEntry, RosterEntry];
const added: Indicator = { ...form.indicators[0]!, code: "99", name: "示例指标", group: form.indicators.at(-1)!.group };
const rest = (from: number): readonly Indicator[] => form.indicators.slice(from);

/** Each kind of change, planted once: what must be told of it, and nothing else. */
const PLANTED: readonly (readonly [what: string, after: Definition, told: Partial<DefinitionChange>])[] = [
  ["an indicator more", { ...before, form: { ...form, indicators: [...form.indicators, added] } }, { kind: "indicator-added", class: "figures", code: "99" }], // prettier-ignore
  [
    "one retired",
    { ...before, form: { ...form, indicators: form.indicators.filter(({ code }) => code !== "13") } },
    { kind: "retired", class: "figures", code: "13" },
  ],
  ["one renamed", withIndicator("08", { name: "合作单位数" }), { kind: "renamed", class: "words", code: "08", heading: "指标名称", before: "合作企业数", after: "合作单位数" }], // prettier-ignore
  ["one that is another now", withIndicator("08", { name: "发明专利授权数" }), { kind: "renamed", class: "figures", code: "08" }],
  ["the version of the ruleset", { ...before, ruleset: { ...ruleset, version: 9 } }, { kind: "text", class: "words", heading: "关系版次" }],
  ["one in another group", withIndicator("08", { group: "其他" }), { kind: "moved", code: "08", heading: "指标分组" }],
  ["part of another", withIndicator("09", { partOf: "01" }), { kind: "moved", code: "09", heading: "其中属于", after: "01" }],
  ["one behind another", { ...before, form: { ...form, indicators: [form.indicators[1]!, form.indicators[2]!, form.indicators[0]!, ...rest(3)] } }, { kind: "moved", class: "words", code: "01", heading: "顺序", before: "1", after: "3" }], // prettier-ignore
  ["a unit", withIndicator("08", { unit: "个" }), { kind: "unit", class: "figures", code: "08", before: "家", after: "个" }],
  ["decimals", withIndicator("08", { type: { decimals: 1 } }), { kind: "unit", code: "08", heading: "小数位", before: "0", after: "1" }],
  ["a measure", withIndicator("08", { measure: "flow" }), { kind: "measure", class: "figures", code: "08", after: "时期" }],
  ["not compared", withIndicator("08", { compared: false }), { kind: "measure", code: "08", heading: "对比", after: "否" }],
  ["about schools", { ...before, form: { ...form, subject: "school" } }, { kind: "subject", class: "figures", after: "学校" }],
  [
    "a title",
    { ...before, form: { ...form, title: "示例统计表" } },
    { kind: "text", class: "words", heading: "标题", after: "示例统计表" },
  ],
  ["a label", { ...before, form: { ...form, labels: { ...form.labels, current: "本期" } } }, { kind: "text", sheet: "版式", before: "本期数" }], // prettier-ignore
  ["a text less", { ...before, form: { ...form, texts: form.texts.slice(1) } }, { kind: "text", class: "rules", code: form.texts[0]!.id }], // prettier-ignore
  ["a text not asked for", { ...before, form: { ...form, texts: form.texts.map((one, at) => (at === 0 ? { ...one, maxLength: 7 } : one)) } }, { kind: "text", class: "rules", heading: "最多字数", after: "7" }], // prettier-ignore
  ["an item of the cover", { ...before, form: { ...form, cover: form.cover.map((one, at) => (at === 0 ? { ...one, label: "校长" } : one)) } }, { kind: "text", class: "words", sheet: "封面项", after: "校长" }], // prettier-ignore
  ["a relation more", { ...before, ruleset: { ...ruleset, settings: [...ruleset.settings, { ref: "A77", rule: "relation", options: { relation: "01 >= 1项" } }] } }, { kind: "relation-added", class: "rules", ref: "A77", after: "01 >= 1项" }], // prettier-ignore
  ["a relation less", { ...before, ruleset: { ...ruleset, settings: ruleset.settings.filter(({ ref }) => ref !== "A06") } }, { kind: "relation-removed", ref: "A06", before: "20 = 21 + 22 + 23" }], // prettier-ignore
  ["graver", withSetting("B03", (one) => ({ ...one, severity: "error" })), { kind: "relation-tightened", ref: "B03", heading: "级别", before: "核实性审核", after: "强制性审核" }], // prettier-ignore
  ["milder", withSetting("A06", (one) => ({ ...one, severity: "query" })), { kind: "relation-loosened", ref: "A06", after: "核实性审核" }],
  ["a tolerance", withSetting("A06", (one) => ({ ...one, options: { ...one.options, tolerance: 2 } })), { kind: "relation-loosened", ref: "A06", heading: "允许误差", before: "0", after: "2" }], // prettier-ignore
  ["a narrower range", withRelation("B04", "若 28>0 且 29>0，则 29/28 在 0.2 至 400 之间"), { kind: "relation-tightened", ref: "B04" }],
  ["another range", withRelation("B04", "若 28>0 且 29>0，则 29/28 在 0.2 至 600 之间"), { kind: "threshold", ref: "B04" }],
  ["another relation", withRelation("A06", "20 >= 21 + 22 + 23"), { kind: "relation-changed", ref: "A06" }],
  ["the same, written otherwise", withRelation("A06", "21+22+23=20"), { kind: "text", class: "words", ref: "A06" }],
  ["a threshold", withSetting("B02", (one) => ({ ...one, options: { percent: 50, units: 5 } })), { kind: "threshold", class: "rules", ref: "B02", heading: "参数", after: "变动百分比=50；变动量=5" }], // prettier-ignore
  ["the words of a relation", withSetting("B03", (one) => ({ ...one, words: { ...one.words, "en-US": { title: "sample" } } })), { kind: "text", class: "words", ref: "B03", sheet: "关系用语" }], // prettier-ignore
  ["what explains", { ...before, ruleset: { ...ruleset, explanation: { ...ruleset.explanation, minLength: 20 } } }, { kind: "threshold", class: "rules", heading: "说明最少字数", after: "20" }], // prettier-ignore
  ["a line more", withEntries([...roster.entries, { ...first, school: "示例职业学院", programme: "示例专业群" }]), { kind: "roster-added", class: "rules", line: { school: "示例职业学院", cluster: first.cluster, programme: "示例专业群" } }], // prettier-ignore
  ["a line less", withEntries(roster.entries.slice(1)), { kind: "roster-removed", before: first.cluster }],
  ["a line elsewhere", withEntries([{ ...first, cluster: "示例产业集群" }, ...roster.entries.slice(1)]), { kind: "roster-moved", before: first.cluster, after: "示例产业集群" }], // prettier-ignore
  ["a line under another name", withEntries([{ ...first, programme: `${first.programme}群` }, ...roster.entries.slice(1)]), { kind: "roster-asked" }], // prettier-ignore
  ["the same line twice", withEntries([...roster.entries, first]), { kind: "roster-added" }],
  ["an abbreviation", withEntries([{ ...first, shortName: "示院" }, second, ...roster.entries.slice(2)]), { kind: "text", heading: "简称", after: "示院" }], // prettier-ignore
];

test.each(PLANTED)("%s is told, and nothing else", (_, after, told) => {
  const { changes, class: heaviest } = definitionDifference(before, after);
  // A word for a relation in another language changes several cells.
  if (told.sheet !== "关系用语") expect(changes).toHaveLength(1);
  for (const one of changes) expect(one).toMatchObject(told);
  expect(changes.length).toBeGreaterThan(0);
  expect(heaviest).toBe(changes[0]!.class);
});

/** A kind that is forgotten here does not compile. */
const KINDS: { readonly [K in ChangeKind]: true } = {
  ...{ "indicator-added": true, renamed: true, moved: true, retired: true, unit: true, measure: true, subject: true, text: true },
  ...{ "relation-added": true, "relation-removed": true, "relation-tightened": true, "relation-loosened": true },
  ...{ "relation-changed": true, threshold: true },
  ...{ "roster-added": true, "roster-removed": true, "roster-moved": true, "roster-asked": true },
};

test("every kind is planted, nothing is told where nothing has changed, and all of another form is", () => {
  expect([...new Set(PLANTED.map(([, , { kind }]) => kind))].sort()).toEqual(Object.keys(KINDS).sort());
  expect(definitionDifference(before, before)).toEqual({ changes: [] });
  const { changes } = definitionDifference(before, farms);
  const codesOf = (of: Definition): string[] => of.form.indicators.map(({ code }) => code);
  const gone = codesOf(before).filter((code) => !codesOf(farms).includes(code));
  expect(changes.flatMap(({ kind, code }) => (kind === "retired" ? [code] : []))).toEqual(gone);
});

test("whatever cell of a 表式簿 is changed, its sheet and heading are told, and no other cell", () => {
  const plan = definitionBook(before, []);
  const asked = ["基本信息", "名录", "指标", "文字项", "封面项", "审核关系", "关系用语", "版式"];
  const cells = plan.sheets
    .filter(({ name }) => asked.includes(name))
    .flatMap(({ name, cells }) => cells.filter(({ row, value }) => row > 0 && value !== null && value !== undefined).map((cell) => ({ name, ...cell }))); // prettier-ignore
  let found = 0;
  for (const { name, row, column, value } of sampled(cells, 60)) {
    const sheets = plan.sheets.map((sheet) =>
      sheet.name !== name
        ? sheet
        : {
            ...sheet,
            cells: sheet.cells.map(
              (cell) =>
              cell.row === row && cell.column === column ? { ...cell, value: typeof value === "number" ? value + 1 : `${String(value)}改` } : cell, // prettier-ignore
            ),
          },
    );
    const after = checkedGrid(gridOf(writeXlsx({ ...plan, sheets })))?.catalogue;
    if (!after || carriedRowsOf(coded(before)).join("\n") === carriedRowsOf(after).join("\n")) continue;
    const { changes } = definitionDifference(before, after);
    const heading = name === "基本信息" ? plan.sheets.find((one) => one.name === name)!.cells.find((cell) => cell.row === row && cell.column === 0)!.value : ""; // prettier-ignore
    if (["版次", "表式编号"].includes(String(heading))) continue;
    found++;
    expect([name, row, column, [...new Set(changes.map(({ sheet }) => sheet))]]).toEqual([name, row, column, [name]]);
  }
  expect(found).toBeGreaterThan(20);
}, 300_000);

test.each([
  ["26 <= 20*150%", "26 <= 20*180%", "looser"],
  ["26 <= 20*150%", "26 <= 20*120%", "tighter"],
  ["20*150% >= 26", "26 <= 20*120%", "tighter"],
  ["26 >= 20*50%", "26 >= 20*60%", "tighter"],
  ["26 - 20*50% >= 3家", "26 - 20*60% >= 3家", "tighter"],
  ["20/26 <= 3倍", "20/26 <= 4倍", "looser"],
  ["若 08>3家，则 09>0", "若 08>5家，则 09>0", "looser"],
  ["若 非（08>3家），则 09>0", "若 非（08>5家），则 09>0", "tighter"],
  ["08、09 至少一项>3家", "08、09 至少一项>5家", "tighter"],
  ["08 = 3家", "08 = 4家", "thresholds"],
  ["08 > 3家 或 09 < 2家", "08 > 4家 或 09 < 3家", "thresholds"],
  ["08 >= 09", "09 <= 08", "same"],
  ["08 >= 09", "08 > 09", "other"],
  ["08 >= 09", "08 >= 11", "other"],
  ["08 >= 3家", "若 09>0，则 08 >= 3家", "other"],
])("%s against %s: %s", (a, b, strength) => {
  const [had, has] = [a, b].map((text) => parseRelation(text, form));
  if (!had!.ok || !has!.ok) throw new Error(JSON.stringify([had, has]));
  expect(strengthOf(had!.value, has!.value)).toBe(strength);
});

beforeAll(built, 300_000);

test("form diff tells it by files, for people and programs, and of an issued form as well", () => {
  const folder = newFolder();
  const later = withRelation("B04", "若 28>0 且 29>0，则 29/28 在 0.2 至 400 之间");
  put(folder, "原.xlsx", bookOf(catalogue));
  put(folder, "同版.xlsx", bookOf(coded(later)));
  put(folder, "新.xlsx", bookOf(coded({ ...later, form: { ...later.form, version: 9 } })));
  const text = run(folder, ["form", "diff", "原.xlsx", "新.xlsx"]);
  expect(text).toMatchObject({ status: 0, err: "" });
  expect(text.out).toContain("审核收紧  B04");
  expect(text.out).toContain("原为“若 28>0 且 29>0，则 29/28 在 0.1 至 500 之间”");
  // Nothing is issued by what is compared: that the version was forgotten is said, and the difference shown.
  expect(run(folder, ["form", "diff", "原.xlsx", "同版.xlsx"])).toMatchObject({ status: 0, out: expect.stringContaining("版次相同而内容不同") }); // prettier-ignore
  const issue = ["template", "--school", first.school, "--period", "2026-S2", "--form", "新.xlsx", "--out", "一校.xlsx"];
  expect(run(folder, issue)).toMatchObject({ status: 0 });
  const { out, status } = run(folder, ["form", "diff", "原.xlsx", "一校.xlsx", "--format", "json", "--lang", "en-US"]);
  expect(status).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    from: { id: form.id, version: form.version, code: catalogue.code },
    to: { id: form.id, version: 9 },
    class: "rules",
    changes: [{ kind: "relation-tightened", ref: "B04", heading: "关系式" }],
  });
  expect(run(folder, ["form", "diff", "新.xlsx", "原.xlsx"]).out).toContain("两份文件的先后是不是写反了");
  expect(run(folder, ["form", "diff", "原.xlsx", "原.xlsx"]).out).toContain("没有差异");
  expect(run(folder, ["form", "diff", "原.xlsx"])).toMatchObject({ status: 2, err: expect.stringContaining("两个文件") });
  put(folder, "坏.xlsx", bookOf({ ...catalogue, roster: { ...roster, entries: [{ ...first, school: "" }] } }));
  expect(run(folder, ["form", "diff", "原.xlsx", "坏.xlsx"])).toMatchObject({ status: 2, err: expect.stringContaining("名录") });
}, 120_000);
