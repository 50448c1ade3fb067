import { relationReadings } from "../../src/actions/definition/readings";
import type { Setting } from "../../src/domain";
import { form as annex2, ruleset } from "../../src/forms";
import { zhCN } from "../../src/locales";
import { readRelation } from "../../src/locales/relation-reading";
import { decimalsOf, knownRelation, parseRelation, samplesOf, shapeOf, verdictsOf, type Relation, type Sample } from "../../src/relations";
import { farms } from "../second-form/farms";
import { form } from "./sample-form";

function relation(text: string): Relation {
  const parsed = parseRelation(text, form);
  if (!parsed.ok) throw new Error(parsed.error.code);
  return parsed.value;
}

test.each([
  ["02 <= 01", "“02 示例指标02”应不大于“01 示例指标01”。"],
  ["若 01=0，则 02=0 且 10=0", "“01 示例指标01”等于 0 时，“02 示例指标02”应等于 0，并且“10 示例指标10”应等于 0。"],
  ["04/03 在 0.1 至 500倍 之间", "“04 示例指标04” ÷ “03 示例指标03”应在 0.1 至 500 之间。"],
  ["若 10>0，则 01、02 至少一项>0", "“10 示例指标10”大于 0 时，“01 示例指标01”、“02 示例指标02”中应至少有一项大于 0。"],
  ["02 <= 01*150%", "“02 示例指标02”应不大于“01 示例指标01” × 150%。"],
  ["01 >= 上期01", "“01 示例指标01”应不小于上期的“01 示例指标01”。"],
  ["01 - (02 + 10) > 3家", "“01 示例指标01” − （“02 示例指标02” + “10 示例指标10”）应大于 3 家。"],
  ["06 <= 85%", "“06 示例指标06”应不大于 85 %。"],
  // The unit that a number is taken in is read out.
  ["06 <= 85.0", "“06 示例指标06”应不大于 85 %。"],
  ["04 >= 0.5 且 03 <= 2万", "“04 示例指标04”应不小于 0.5 万元，并且“03 示例指标03”应不大于 20000 人。"],
])("%s reads: %s", (text, due) => {
  expect(readRelation(relation(text), form, "zh-CN")).toBe(due);
  expect(readRelation(relation(text), form, "en-US")).not.toMatch(/undefined|[{}]/);
});

test("a tolerance is told where it has a say", () => {
  const read = (text: string, tolerance?: number): string => {
    const options = tolerance === undefined ? { relation: text } : { relation: text, tolerance };
    const own: Setting = { ref: "A21", rule: shapeOf(relation(text), form, options).id, options };
    const of = { ...farms.form, indicators: form.indicators };
    const ruleset = { ...farms.ruleset, settings: [own], across: [] };
    return relationReadings({ ...farms, form: of, ruleset }, zhCN)[0]!.reading;
  };
  expect(read("04 = 05", 0.02)).toBe("“04 示例指标04”应等于“05 示例指标05”。允许误差 0.02：相差不超过 0.02 的，不算不符合。");
  for (const plain of [read("04 = 05"), read("04 = 05", 0), read("04 < 05", 0.02), read("01、02 同有同无", 3)])
    expect(plain).not.toMatch(/误差/);
});

test("a severity that its author left to the program is told as such, and what the messages of each rule say in general stands beside them", () => {
  const severities = relationReadings(farms, zhCN).map(({ ref, severity }) => `${ref} ${severity}`);
  expect(severities).toContain("A02 强制性审核（默认）");
  expect(severities).toContain("A01 强制性审核");
  const { settings } = farms.ruleset;
  const given = {
    ...farms,
    ruleset: { ...farms.ruleset, settings: settings.map((one) => (one.ref === "A02" ? { ...one, severity: "query" as const } : one)) },
  };
  expect(relationReadings(given, zhCN).find(({ ref }) => ref === "A02")).toMatchObject({
    severity: "核实性审核",
    messages: { exceeds: expect.stringContaining("大于 {whole}") },
  });
});

test("each relation of the forms that there are has a report that keeps it and one that breaks it, and they do", () => {
  const all = [
    ...ruleset.settings.map((setting) => [setting, annex2] as const),
    ...farms.ruleset.settings.map((setting) => [setting, farms.form] as const),
  ];
  let relations = 0;
  for (const [{ options }, of] of all) {
    if (!("relation" in options)) continue;
    const setting = options as { readonly relation: string; readonly tolerance?: number };
    const { relation: known } = knownRelation(setting, of);
    const { passing, failing } = samplesOf(known, of, setting);
    const verdicts = (sample: Sample | undefined): readonly string[] =>
      verdictsOf(
        known,
        ({ code, basis }) => sample!.find(({ ref }) => ref.code === code && ref.basis === basis)!.value,
        decimalsOf(of),
        setting.tolerance,
      );
    expect([...new Set(verdicts(passing))]).toEqual(["holds"]);
    expect(verdicts(failing)).toContain("fails");
    relations++;
  }
  expect(relations).toBe(18);
});

test("what no report can break, or keep, has no such sample", () => {
  expect(samplesOf(relation("01 >= 0"), form).failing).toBeUndefined();
  expect(samplesOf(relation("01 < 0"), form).passing).toBeUndefined();
  expect(samplesOf(relation("01 = 01"), form).failing).toBeUndefined();
  expect(samplesOf(relation("若 01<0，则 02=0"), form)).toEqual({});
});
