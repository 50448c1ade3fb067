import * as fc from "fast-check";
import { WHOLE_SCHOOL } from "../../src/domain";
import { MISTAKES, parseDefinition, pathText, type MistakeCode } from "../../src/definition";
import { catalogue } from "../../src/forms";
import { definitionWords as enUS } from "../../src/locales/en-US/definition";
import { sayMistake } from "../../src/locales/mistakes";
import { definitionWords as zhCN } from "../../src/locales/zh-CN/definition";
import { runs } from "../long";
import { annex2, keysOf, plant } from "./json";

/** The mistakes of a definition as `path code`. */
function mistakes(json: unknown): string[] {
  const parsed = parseDefinition(json);
  return parsed.ok ? [] : parsed.error.map(({ path, code }) => `${pathText(path)} ${code}`);
}

test("annex 2 as JSON is read as what is built in", () => {
  expect(parseDefinition(annex2())).toEqual({ ok: true, value: annex2() });
});

const SETTINGS = catalogue.ruleset.settings;
/** Where a relation stands, by its number. */
const at = (ref: string): string => `ruleset.settings[${SETTINGS.findIndex((setting) => setting.ref === ref)}]`;
const long = (length: number): string => "长".repeat(length);

/** One fault a line: which mistake it is, where it stands, and what stands there; nothing where the key is taken away. */
const FAULTS: readonly (readonly [code: MistakeCode, path: string, ...value: unknown[]])[] = [
  ["missing", "form.title"],
  ["missing", "form.labels.seal"],
  ["missing", "form.indicators[31].measure"],
  ["missing", "roster.complete"],
  ["missing", "ruleset.explanation"],
  ["missing", `${at("B04")}.options.relation`],
  ["missing", `${at("F01")}.options`],
  ["unknown-key", "forms", {}],
  ["unknown-key", "form.indicators[3].colour", "red"],
  ["unknown-key", "form.labels.__proto__", "x"],
  ["unknown-key", "roster.entries[2].constructor", "x"],
  ["unknown-key", `${at("A02")}.options.percent`, 5],
  ["unknown-key", `${at("A01")}.options.lasting`, []],
  ["unknown-key", `${at("A09")}.words["fr-FR"]`, {}],
  ["unknown-key", `${at("A09")}.words["zh-CN"].messages.exceeds`, { brief: "没有这条" }],
  ["not-text", "form.indicators[7].source", 8],
  ["not-text", "roster.entries[0].programme", null],
  ["not-text", `${at("C02")}.options.texts[0]`, 1],
  ["not-number", "form.texts[1].maxLength", "200"],
  ["not-number", "roster.entries[30].number", "31"],
  ["not-number", `${at("B02")}.options.percent`, "30%"],
  ["not-list", "form.cover", {}],
  ["not-list", "roster.entries", "名录"],
  ["not-list", "ruleset.across[0].options.numerators", "26"],
  ["not-object", "form.slots", []],
  ["not-object", "form.texts[4]", "next"],
  ["not-object", `${at("A06")}.options`, null],
  ["not-object", "ruleset.settings[3]", 7],
  ["not-boolean", "roster.complete", "否"],
  ["not-boolean", "form.texts[0].required", 1],
  ["not-one-of", "form.provenance", "copied"],
  ["not-one-of", "form.indicators[0].type.decimals", 3],
  ["not-one-of", "form.indicators[0].measure", "toString"],
  ["not-one-of", "form.cover[0].kind", "number"],
  ["not-one-of", `${at("B01")}.severity`, "warning"],
  ["not-one-of", `${at("B01")}.act`, "row"],
  ["blank", "form.indicators[0].source", "  "],
  ["blank", "form.labels.explanation", "——"],
  ["blank", "roster.entries[5].shortName", ""],
  ["blank", `${at("B03")}.words["zh-CN"].why`, ""],
  ["outer-spaces", "roster.entries[0].school", "武汉职业技术学院 "],
  ["outer-spaces", "form.indicators[31].group", "\u3000创新创业与文化"],
  ["forbidden-character", "form.title", "统计表\n二"],
  ["forbidden-character", "form.slots.formNumber", "a\u0000"],
  ["forbidden-character", "roster.entries[0].programme", "智能\ud800"],
  ["separator", "roster.entries[0].programme", "光电|激光"],
  ["too-long", "form.shortTitle", long(101)],
  ["too-long", "form.labels.comparison", long(31)],
  ["too-long", `${at("B08")}.words["zh-CN"].messages.active.brief`, long(61)],
  ["too-few", "form.cover", []],
  ["too-few", "ruleset.across[0].options.numerators", []],
  ["too-many", "form.texts", Array.from({ length: 51 }, (_, i) => ({ ...catalogue.form.texts[3]!, id: `t${i}` }))],
  ["too-many", "roster.entries", Array.from({ length: 5_001 }, () => null)],
  ["too-small", "form.texts[0].maxLength", 0],
  ["too-small", "ruleset.schoolNames.lead", -0.1],
  ["too-small", "ruleset.explanation.repeatedRows", 1],
  ["too-small", `${at("B06")}.options.least`, 0],
  ["too-large", "form.texts[0].maxLength", 32_768],
  ["too-large", "ruleset.explanation.minLength", JSON.parse("1e999")],
  ["too-large", `${at("A12")}.options.line.threshold`, 1.01],
  ["not-whole", "form.version", 1.5],
  ["not-whole", "roster.entries[0].number", 1.5],
  ["bad-code", "form.indicators[2].code", "0 3"],
  ["bad-code", "form.indicators[2].code", "-3"],
  ["bad-code", "form.indicators[2].code", "constructor"],
  ["bad-code", "form.indicators[2].code", "line"],
  ["bad-code", "form.indicators[2].code", "０３"],
  ["bad-id", "form.texts[3].id", "school"],
  ["bad-id", "form.texts[3].id", "存在_问题"],
  ["bad-ref", `${at("A05")}.ref`, "A5"],
  ["bad-period", "form.firstPeriod", "2023年6月"],
  ["bad-email", "form.recipient.email", "职成处 <hbhvte@126.com>"],
  ["bad-sheet-name", "form.labels.coverSheet", "封面/1"],
  ["bad-sheet-name", "form.labels.coverSheet", "表12"],
  ["bad-sheet-name", "form.labels.coverSheet", "_meta"],
  ["bad-sheet-name", "form.labels.programmeSheet", "表:"],
  ["bad-numbering", "form.labels.numbering", "甲 乙"],
  ["without-max", "form.labels.lengthNote", "（不超过规定字数）"],
  ["unknown-unit", "form.indicators[3].unit", "们"],
  ["no-such-code", `${at("A04")}.options.at`, "41"],
  ["no-such-code", "ruleset.across[0].options.denominator", "8"],
  ["no-such-code", "form.texts[1].requiredWhenPositive", "77"],
  ["no-such-code", "form.indicators[8].partOf", "99"],
  ["no-such-text", `${at("B10")}.options.text`, "partner"],
  ["no-such-text", "ruleset.across[2].options.text", "08"],
  ["no-such-rule", `${at("B07")}.rule`, "no-such-rule"],
  ["no-such-rule", `${at("B07")}.rule`, "__proto__"],
  ["no-such-rule", `${at("B07")}.rule`, "leader-differs"],
  ["no-such-rule", "ruleset.across[1].rule", "number-in-range"],
  ["no-such-fact", "form.labels.lengthNote", "（{max}字，{min}字）"],
  ["no-such-fact", `${at("B08")}.words["zh-CN"].messages.active.cure`, "请核对 {code} 和 {limit}。"],
  ["no-such-fact", `${at("B08")}.words["zh-CN"].messages.active.brief`, "见{where}"],
  ["repeated", "form.indicators[1].name", catalogue.form.indicators[0]!.name],
  ["repeated", "form.cover[0].role", "filler"],
  ["repeated", "form.texts[4].id", "problems"],
  ["repeated", "form.texts[4].id", "date"],
  ["repeated", "roster.entries[6].number", 1],
  ["repeated", "roster.entries[1]", { ...catalogue.roster.entries[0]!, number: 2 }],
  ["repeated", `${at("A03")}.ref`, "A02"],
  ["repeated", "ruleset.across[1].ref", "F01"],
  ["repeated", "ruleset.across[0].options.numerators[1]", "26"],
  ["repeated", `${at("B09")}.rule`, "zero-turned"],
  ["alike", "form.labels.current", "对比 数"],
  ["alike", "form.cover[4].label", "报告期"],
  ["alike", "form.texts[1].label", "产业集群牵头部门"],
  ["not-before", "form.indicators[1].partOf", "08"],
  ["not-before", "form.indicators[1].partOf", "02"],
  ["interrupted", "form.indicators[31].group", "师资"],
  ["two-categories", "roster.entries[1].category", "别的类别"],
  ["wrong-kind", "form.cover[3].kind", "text"],
  ["other-shape", `${at("A06")}.rule`, "part-at-most-whole"],
  ["other-shape", `${at("A02")}.rule`, "relation"],
  ["overlap", "ruleset.explanation.boilerplate[6]", "情况属实"],
  ["overlap", "ruleset.explanation.boilerplate[6]", "无"],
  ["overlap", "ruleset.explanation.boilerplate[6]", "误会"],
  ["overlap", "ruleset.explanation.boilerplate[6]", "如上。"],
  ["relation-too-many-parts", `${at("A06")}.options.relation`, Array.from({ length: 60 }, () => "01").join("+") + " > 1家"],
  ["relation-too-deep", `${at("A06")}.options.relation`, `${"(".repeat(20)}01${")".repeat(20)} > 0`],
  ["relation-unexpected", `${at("A06")}.options.relation`, "20 =+ 21"],
  ["relation-unfinished", `${at("A06")}.options.relation`, "20 = 21 +"],
  ["relation-no-such-indicator", `${at("A06")}.options.relation`, "20 = [2]"],
  ["relation-number-or-code", `${at("A03")}.options.relation`, "09 <= 8"],
  ["relation-range-backwards", `${at("A06")}.options.relation`, "20 = 合计(23~21)"],
  ["relation-range-backwards", `${at("B04")}.options.relation`, "若 28>0 且 29>0，则 29/28 在 500 至 0.1 之间"],
  ["relation-product", `${at("A06")}.options.relation`, "20 = 21*22"],
  ["relation-without-then", `${at("A09")}.options.relation`, "若 08=0，09=0"],
  ["relation-name-for-code", `${at("A03")}.options.relation`, "规模以上企业数 <= 合作企业数"],
  ["relation-word-for-sign", `${at("A03")}.options.relation`, "09 不超过 08"],
  ["relation-thousands", `${at("A03")}.options.relation`, "09 <= 1,000"],
  ["relation-unit-of-none", `${at("A03")}.options.relation`, "29 <= 3亿元"],
  ["relation-stop-at-end", `${at("A03")}.options.relation`, "09 <= 08。"],
  ["relation-no-indicator", `${at("A06")}.options.relation`, "1家 < 2家"],
  ["relation-not-on-the-form", `${at("A06")}.options.relation`, "20 >= 上年同期20"],
  ["out-of-order", `${at("A08")}.ref`, "A00"],
  ["before-queries", "ruleset.settings", [...SETTINGS].sort((a, b) => (a.ref < b.ref ? -1 : 1))],
  ["rule-left-out", "ruleset.settings", SETTINGS.filter(({ rule }) => rule !== "error-value")],
  ["fixed-severity", `${at("F01")}.severity`, "advisory"],
];

/** Where a mistake is told that is not told where it was made: at the second of two, or at what no longer goes together. */
const TOLD_AT: Readonly<Record<string, string>> = {
  "form.cover[0].role repeated": "form.cover[1].role",
  "ruleset.settings before-queries": at("B12"),
  "form.texts[4].id date repeated": "form.cover[4].id",
};

test.each(FAULTS.map(([code, path, ...value]) => ({ code, path, value })))("a planted fault is told once: $code at $path", (fault) => {
  const { code, path, value } = fault;
  const told = TOLD_AT[`${path} ${code}`] ?? TOLD_AT[`${path} ${String(value[0])} ${code}`] ?? path;
  expect(mistakes(plant(annex2(), path, ...value))).toEqual([`${told} ${code}`]);
});

test("every mistake there is has been planted, and is said in both languages with its facts", () => {
  // No code of annex 2 is a decimal number, and its reports are not about schools.
  const elsewhere = ["relation-decimal-or-code", "programme-of-school"];
  expect([...new Set([...FAULTS.map(([code]) => code), ...elsewhere])].sort()).toEqual(Object.keys(MISTAKES).sort());
  for (const [, path, ...value] of FAULTS) {
    const parsed = parseDefinition(plant(annex2(), path, ...value));
    for (const mistake of parsed.ok ? [] : parsed.error)
      for (const language of ["zh-CN", "en-US"] as const) {
        const { message, cure } = sayMistake(mistake, language);
        expect(`${message} ${cure}`).not.toMatch(/undefined|NaN|\[object/);
      }
  }
});

test("a form about schools as a whole has one line a school, and no programme", () => {
  const json = plant(annex2(), "form.subject", "school");
  const [first, second, third] = json.roster.entries;
  json.roster.entries = [{ ...first, programme: WHOLE_SCHOOL }, second, { ...third, school: first.school, programme: WHOLE_SCHOOL }];
  expect(mistakes(json)).toEqual(["roster.entries[2].school repeated", "roster.entries[1].programme programme-of-school"]);
  json.roster.entries = [{ ...first, programme: WHOLE_SCHOOL }];
  expect(mistakes(json)).toEqual([]);
});

test("sentences name facts that their mistakes have, the same ones in both languages, and no others", () => {
  const named = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!))].sort();
  for (const code of Object.keys(MISTAKES) as MistakeCode[]) {
    const [chinese, english] = [zhCN[code], enUS[code]];
    expect([code, named(chinese.message), named(chinese.cure)]).toEqual([code, named(english.message), named(english.cure)]);
    const facts: readonly string[] = MISTAKES[code];
    expect([code, named(chinese.message + chinese.cure).filter((name) => !facts.includes(name))]).toEqual([code, []]);
    expect(chinese.message + chinese.cure).toMatch(/^[^。]+.*。$/);
  }
});

test("all mistakes are told at once, those of one part beside those of the others", () => {
  const json = annex2();
  plant(json, "form.indicators[3].unit", "们");
  plant(json, "form.indicators[3].source");
  plant(json, "form.indicators[5].name", json.form.indicators[4].name);
  plant(json, "roster.entries[1].category", "别的类别");
  plant(json, `${at("A02")}.options.relation`, "88 <= 01");
  plant(json, `${at("A03")}.options.relation`, 9);
  expect(mistakes(json).sort()).toEqual(
    [
      "form.indicators[3].unit unknown-unit",
      "form.indicators[3].source missing",
      "form.indicators[5].name repeated",
      "roster.entries[1].category two-categories",
      `${at("A02")}.options.relation relation-number-or-code`,
      `${at("A03")}.options.relation not-text`,
    ].sort(),
  );
});

test("what rests on a part that nobody can read is accused of nothing", () => {
  expect(mistakes(plant(annex2(), "form.indicators[0].code", 1))).toEqual(["form.indicators[0].code not-text"]);
  expect(mistakes(plant(annex2(), "form.indicators"))).toEqual(["form.indicators missing"]);
  expect(mistakes(plant(annex2(), "form.texts[2].id"))).toEqual(["form.texts[2].id missing"]);
  expect(mistakes(plant(annex2(), "ruleset.settings", null))).toEqual(["ruleset.settings not-list"]);
});

test("a form without texts has none to name", () => {
  const none = mistakes(plant(annex2(), "form.texts", []));
  expect(none.length).toBeGreaterThan(3);
  expect(none.filter((one) => !one.endsWith(" no-such-text"))).toEqual([]);
});

test("a unit that somebody confirmed is right", () => {
  const json = plant(annex2(), "form.indicators[3].unit", "们");
  expect(parseDefinition(json).ok).toBe(false);
  expect(parseDefinition(json, { units: ["们"] }).ok).toBe(true);
  for (const unit of ["万册", "百万元", "%", "人次", "万千瓦时", "亩"])
    expect(mistakes(plant(annex2(), "form.indicators[3].unit", unit))).toEqual([]);
});

test("a mistake is said as an author reads it", () => {
  const parsed = parseDefinition(plant(annex2(), "form.indicators[3].unit", "们"));
  const [mistake] = parsed.ok ? [] : parsed.error;
  expect(`${pathText(mistake!.path)}：${Object.values(sayMistake(mistake!, "zh-CN")).join("")}`).toBe(
    "form.indicators[3].unit：“们”不是常用的计量单位。请核对有无错字；确实用这个单位的，请在读入时确认。",
  );
  expect(pathText(keysOf('ruleset.settings[8].words["zh-CN"].title'))).toBe('ruleset.settings[8].words["zh-CN"].title');
});

const wild = fc.jsonValue({ maxDepth: 4 });
/** Every place of annex 2, as paths of the tables. */
const PLACES = [...new Set(FAULTS.map(([, path]) => path))];

test("whatever comes, in whole or in one place, is a catalogue or a list of mistakes that are said, and nothing is thrown", () => {
  const say = (json: unknown): void => {
    const parsed = parseDefinition(json);
    if (parsed.ok) return expect(Object.keys(parsed.value).sort()).toEqual(["form", "roster", "ruleset"]);
    expect(parsed.error.length).toBeGreaterThan(0);
    for (const mistake of parsed.error) expect(pathText(mistake.path) + sayMistake(mistake, "zh-CN").message).not.toMatch(/undefined|NaN/);
  };
  fc.assert(
    fc.property(wild, fc.constantFrom(...PLACES), (json, path) => {
      say(json);
      say({ form: json, roster: json, ruleset: json });
      say(plant(annex2(), path, json));
    }),
    runs(150),
  );
});
