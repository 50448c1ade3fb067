import { RULE_NAMES } from "../../../src/definition/book/rule-names";
import { zhCN } from "../../../src/locales";

test("a rule is called in 种类 what it is called everywhere else, and no two are called the same", () => {
  for (const [rule, name] of Object.entries(RULE_NAMES))
    expect([rule, name]).toEqual([rule, zhCN.rules[rule as keyof typeof RULE_NAMES].title]);
  expect(new Set(Object.values(RULE_NAMES)).size).toBe(Object.keys(RULE_NAMES).length);
});
