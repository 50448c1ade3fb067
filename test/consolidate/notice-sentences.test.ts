import { planCells, type Finding } from "../../src/domain";
import { catalogue, form, roster, ruleset } from "../../src/forms";
import { enUS, say, sayInNotice, zhCN } from "../../src/locales";
import { judge } from "../../src/rules";
import { noticeBook } from "../../src/sheets/notice-sheet";
import { Draft } from "../rules/clean";
import { faults } from "../rules/faults";

/** Each finding that a school can be asked about, in each of its wordings. */
const FINDINGS = faults.flatMap(({ plant }): Finding[] => {
  const draft = new Draft();
  plant(draft);
  return judge({ submission: draft.submission(), form, roster }, ruleset).filter(({ state }) => state === "open");
});
/** Facts that are codes of items, whatever else digits mean. */
const CODES = new Set(["code", "other", "of", "whole", "parts", "per", "active"]);

/** The same with figures that no code looks like. */
function withLongFigures(finding: Finding): Finding {
  const facts = Object.entries(finding.facts).map(([name, fact]) => [name, CODES.has(name) || typeof fact === "string" ? fact : 7_777_777]);
  return { ...finding, facts: Object.fromEntries(facts) as Finding["facts"] };
}

test.each([zhCN, enUS])("a 核实单 tells every item by its code and name: no number reads as one of its own rows ($tag)", (locale) => {
  const names = new Map(form.indicators.map(({ code, name }) => [code, name]));
  let told = 0;
  for (const finding of FINDINGS.map(withLongFigures)) {
    const { message, cure } = sayInNotice(finding, locale, catalogue);
    const codes = Object.entries(finding.facts).flatMap(([name, fact]) => (CODES.has(name) ? (String(fact).match(/\b\d\d\b/g) ?? []) : []));
    for (const code of codes)
      for (const { index } of `${message} ${cure}`.matchAll(new RegExp(`(?<!\\d)${code}(?!\\d)`, "g"))) {
        expect(`${message} ${cure}`.slice(index).startsWith(`${code} ${names.get(code)}`) ? "" : `${finding.ref}: ${message} ${cure}`).toBe(
          "",
        );
        told++;
      }
  }
  expect(told).toBeGreaterThan(100);
});

test.each([zhCN, enUS])("a 核实单 has one place for a reason, its last column ($tag)", (locale) => {
  const place = locale.notice.answerPlace;
  expect(place).toContain(locale.notice.heads.at(-1));
  let asked = 0;
  for (const finding of FINDINGS) {
    const { cure } = sayInNotice(finding, locale, catalogue);
    expect([finding.ref, /\d\d 行|专业（群）行写|row of \d\d|programme's row/.exec(cure)?.[0]]).toEqual([finding.ref, undefined]);
    if (cure.includes(place)) asked++;
    // The form itself names its own row.
    expect(say(finding, locale, ruleset).cure).not.toContain(place);
  }
  expect(asked).toBeGreaterThan(10);
});

test("what the form calls a row, its 核实单 does not", () => {
  const items = FINDINGS.map((finding, index) => ({ id: `${index}`, finding }));
  const sheet = noticeBook({ catalogue, school: "示例职业学院", period: "2026-S2", periodLabel: "2026年下半年", items }, zhCN).sheets[0]!;
  const texts = [...planCells(sheet)].flatMap(({ value }) => (typeof value === "string" ? [value] : []));
  expect(texts.filter((text) => /(?<!“)\d\d 行/.test(text))).toEqual([]);
  const grown = texts.find((text) => text.includes("写明增加的具体原因"));
  expect(grown).toBe("请核对本期数，有误的改正；无误的，在“答复”列写明增加的具体原因。");
});

test("a name that holds numbers is no item", () => {
  const finding = FINDINGS.find(({ ref, facts }) => ref === "F10" && "other" in facts)!;
  const named = { ...finding, facts: { ...finding.facts, other: "示例第29中学" } };
  expect(sayInNotice(named, zhCN, catalogue).message).toContain("示例第29中学");
});
