import { ruleEntries } from "../src/actions/report/rules";
import type { ExplanationFault, MessageWords, Ruleset, Setting } from "../src/domain";
import { form, roster, ruleset } from "../src/forms";
import { enUS, fill, locales, localeFor, messageWords, say, sayExplanationFault, zhCN } from "../src/locales";
import { commandLineWords } from "../src/locales/command-line";
import { acrossSchools, judge, RuleBug, rules, type RuleId, type RuleSetting } from "../src/rules";
import { judgeWith } from "../src/rules/judge";
import { firstProblem } from "../src/sheets/check-formula";
import { readXlsx } from "../src/workbook/xlsx";
import { nodeInflate } from "../src/workbook/xlsx/node-inflate";
import { blankForm } from "./fill";
import { cleanSubmission } from "./rules/clean";

/** Every sentence of a language by its path, such as `rules.large-change.messages.rose.cure`. */
function sentences(of: object, path = ""): [string, string][] {
  return Object.entries(of).flatMap(([key, value]: [string, unknown]) => {
    const at = path === "" ? key : `${path}.${key}`;
    return typeof value === "string"
      ? [[at, value] as [string, string]]
      : typeof value === "object" && value !== null
        ? sentences(value, at)
        : [];
  });
}
const placeholders = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!))].sort();

test("a number chooses the word that it goes with, in the one language that has several", () => {
  const { chosen } = enUS.pane.review;
  expect([0, 1, 2, 21].map((count) => fill(chosen, { count }))).toEqual([
    "0 files chosen",
    "1 file chosen",
    "2 files chosen",
    "21 files chosen",
  ]);
  const forms = sentences(enUS).filter(([, text]) => text.includes(", plural,"));
  expect(forms.length).toBeGreaterThan(20);
  // A form that is written in another way than the one that is understood would stand in the sentence as it is.
  for (const [key, text] of forms) {
    const facts = Object.fromEntries([...text.matchAll(/\{(\w+)/g)].map(([, name]) => [name!, 1]));
    expect(`${key}: ${fill(text, facts)}`).not.toMatch(/[{}]|\bplural\b/);
  }
  expect(sentences(zhCN).filter(([, text]) => text.includes(", plural,"))).toEqual([]);
});

test.each([
  ["all doors", locales],
  ["the command line alone", commandLineWords],
])("every language has the same keys, none of them empty: words of %s", (_, all: readonly object[]) => {
  const keys = sentences(all[0]!)
    .map(([key]) => key)
    .filter((key) => key !== "tag");
  for (const locale of all) {
    expect(
      sentences(locale)
        .map(([key]) => key)
        .filter((key) => key !== "tag")
        .sort(),
    ).toEqual([...keys].sort());
    // A line of a letter may be empty; nothing else may.
    expect(sentences(locale).filter(([key, text]) => text.trim() === "" && !/\.\d+$/.test(key))).toEqual([]);
  }
});

test("a message and a cure say the same facts in every language", () => {
  const english = new Map(sentences(enUS));
  const differ = sentences(zhCN).filter(
    ([key, text]) =>
      key.startsWith("rules.") && !key.endsWith(".brief") && placeholders(text).join() !== placeholders(english.get(key) ?? "").join(),
  );
  expect(differ.map(([key, text]) => `${key}: ${text} / ${english.get(key)}`)).toEqual([]);
});

test("every rule has its words, and every sentence names declared facts only", () => {
  for (const locale of locales) {
    const all = { ...rules, ...acrossSchools };
    expect(Object.keys(locale.rules).sort()).toEqual(Object.keys(all).sort());
    for (const rule of Object.values(all)) {
      const messages = locale.rules[rule.id].messages as Readonly<Record<string, object>>;
      expect(Object.keys(messages).sort()).toEqual(Object.keys(rule.messages).sort());
      for (const [id, facts] of Object.entries<readonly string[]>(rule.messages)) {
        // A cure may also say where a reason is written: that depends on who reads it.
        const undeclared = Object.entries(messages[id]!).flatMap(([part, words]: [string, string]) =>
          placeholders(words).filter((name) => !facts.includes(name) && (part !== "cure" || name !== "where")),
        );
        expect([rule.id, id, undeclared]).toEqual([rule.id, id, []]);
      }
    }
  }
});

const settings: readonly Setting[] = [...ruleset.settings, ...ruleset.across];

test("own words of a relation name declared facts only, and say the same ones in every language", () => {
  const registry: Readonly<Record<string, { readonly messages: Readonly<Record<string, readonly string[]>> }>> = {
    ...rules,
    ...acrossSchools,
  };
  expect(settings.filter(({ words }) => words).length).toBeGreaterThan(5);
  for (const setting of settings) {
    const { messages } = registry[setting.rule]!;
    for (const words of Object.values(setting.words ?? {}))
      expect(Object.keys(words.messages ?? {}).filter((id) => !Object.hasOwn(messages, id))).toEqual([]);
    for (const [id, facts] of Object.entries(messages))
      for (const part of ["message", "cure", "brief"] as const) {
        const [named, ...others] = locales.map((locale) => placeholders(messageWords(setting, id, part, locale)));
        expect(named!.filter((name) => !facts.includes(name) && (part !== "cure" || name !== "where"))).toEqual([]);
        if (part !== "brief") expect([setting.ref, id, part, ...others]).toEqual([setting.ref, id, part, ...others.map(() => named)]);
      }
  }
});

test("every message names its place and its cure; the brief fits the 审核结果 column", () => {
  const general = Object.values(zhCN.rules).flatMap(({ messages }) => Object.values<MessageWords>(messages));
  const inForce = settings.flatMap((setting) =>
    Object.keys(zhCN.rules[setting.rule as RuleId].messages).map((id) => {
      const said = (part: keyof MessageWords): string => messageWords(setting, id, part, zhCN);
      return { message: said("message"), cure: said("cure"), brief: said("brief") };
    }),
  );
  for (const { message, cure, brief } of [...general, ...inForce]) {
    expect(message).toMatch(/。$/);
    expect(cure).toMatch(/。$/);
    // A fact is counted as the two digits that codes and small numbers take, and two digits as one character.
    expect(brief.replace(/\{\w+\}/g, "00").replace(/[ -~]{2}/g, "字").length).toBeLessThanOrEqual(14);
    expect(brief).not.toMatch(/^[ABCFX]\d\d/);
  }
});

test("a relation speaks in its own words, and where it has none, in those of its rule", () => {
  const [own, general] = [{ title: "自己的名称", messages: { blank: { brief: "自己的提示" } } }, zhCN.rules["indicator-filled"]];
  const setting: Setting = { ref: "A08", rule: "indicator-filled", options: {}, words: { "zh-CN": own } };
  const given = { ...ruleset, settings: ruleset.settings.map((one) => (one.ref === "A08" ? setting : one)) };
  const draft = cleanSubmission();
  const [first, ...others] = draft.programmes;
  const blanked = { ...first!, values: { ...first!.values, "01": { kind: "blank", at: first!.values["01"]!.at } as const } };
  const found = judge({ submission: { ...draft, programmes: [blanked, ...others] }, form, roster }, ruleset).find(
    ({ ref }) => ref === "A08",
  )!;
  expect(say(found, zhCN, given as Ruleset).brief).toBe("强制A08：自己的提示");
  expect(say(found, zhCN, given as Ruleset).message).toBe(say(found, zhCN, ruleset).message);
  expect(say(found, enUS, given as Ruleset)).toEqual(say(found, enUS, ruleset));
  const [entry] = ruleEntries(given as Ruleset, zhCN).filter(({ ref }) => ref === "A08");
  expect(entry).toMatchObject({ title: "自己的名称", description: general.description, why: general.why });
  const cell = { setting: setting as RuleSetting, severity: "error", message: "blank", when: "TRUE" } as const;
  expect(firstProblem([cell], zhCN, "FALSE")).toBe('IF(TRUE,"强制A08：自己的提示","")');
});

test("what is not a workbook is told by what people mistake for one", () => {
  expect(zhCN.refusal["not-a-workbook"]).toMatch(/Word 文档.*PDF.*图片.*网页/);
  expect(enUS.refusal["not-a-workbook"]).toMatch(/Word document.*PDF.*picture.*web page/);
});

test("to whoever fills in a form nobody claims that the department has approved anything", () => {
  const said = [zhCN, enUS].flatMap(({ pane, page, explanationFault }) => sentences({ pane, page, explanationFault }));
  expect(said.filter(([, text]) => /采纳|批准|认可|[Ee]xplanation accepted|approved/.test(text))).toEqual([]);
});

test("what is to be pressed is called as it is called where it stands, in pane and page", () => {
  for (const { pane } of [zhCN, enUS]) expect(placeholders(pane.send.changed)).toEqual(["button", "cells"]);
});

test("Chinese is spoken to everyone who does not ask for English", () => {
  expect([undefined, "zh-CN", "fr", "en", "en-GB"].map((tag) => localeFor(tag, form).tag)).toEqual([
    "zh-CN",
    "zh-CN",
    "zh-CN",
    "en-US",
    "en-US",
  ]);
});

test("a rule that fails is told as a bug with its id, never as a finding and never as passed", () => {
  const broken = {
    "is-broken": {
      id: "is-broken",
      severity: "error" as const,
      messages: {},
      check: () => {
        throw new Error("no such cell");
      },
    },
  };
  const run = () =>
    judgeWith(broken, [{ ref: "A99", rule: "is-broken", options: {} }], ruleset.explanation, {
      submission: cleanSubmission(),
      form,
      roster,
    });
  expect(run).toThrow(RuleBug);
  expect(run).toThrow("Rule A99 is-broken failed: no such cell");
  expect(() =>
    judgeWith({}, [{ ref: "A99", rule: "toString", options: {} }], ruleset.explanation, { submission: cleanSubmission(), form, roster }),
  ).toThrow("The ruleset names a rule that does not exist: toString");
});

/** Milliseconds of the quickest of many runs: what a busy machine adds is left out. */
function quickest(run: () => unknown): number {
  const times = Array.from({ length: 40 }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...times);
}

test("judging a form costs no more than reading it", () => {
  const subject = { submission: cleanSubmission(), form, roster };
  const bytes = blankForm("武汉职业技术学院");
  expect(quickest(() => judge(subject, ruleset)) / quickest(() => readXlsx(bytes, { inflate: nodeInflate }))).toBeLessThan(1);
});

test("why an explanation settles nothing is said with the numbers of the ruleset, and no other", () => {
  const policy = { ...ruleset.explanation, minLength: 17, repeatedRows: 23 };
  for (const locale of locales) {
    const said = Object.keys(locale.explanationFault).map((fault) => sayExplanationFault(fault as ExplanationFault, policy, locale));
    expect(said.flatMap((sentence) => sentence.match(/\d+/g) ?? []).sort()).toEqual(["17", "23"]);
    expect(said.join("")).not.toMatch(/[二三四五六七八九十]|\b(?:two|three|four|five|six|seven|eight)\b/);
  }
});
