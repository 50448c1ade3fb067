import { categories, clusters, matchName, parseDay, schools } from "../../src/domain";
import { form, roster, ruleset } from "../../src/forms";
import { judge, type RuleSetting } from "../../src/rules";
import { Draft } from "./clean";

const { options } = ruleset.settings.find(({ rule }) => rule === "identification-valid") as Extract<
  RuleSetting,
  { rule: "identification-valid" }
>;
const kinds = {
  school: [schools(roster), options.school],
  category: [categories(roster), options.line],
  cluster: [clusters(roster), options.line],
  programme: [[...new Set(roster.entries.map(({ programme }) => programme))], options.line],
} as const;

test.each(Object.entries(kinds))("no %s of the roster is taken for a slip of another", (_, [names, near]) => {
  const confused = names.flatMap((name) => {
    const others = names.filter((other) => other !== name);
    const all = matchName(name, others, near.threshold, near.lead);
    const alone = others.map((other) => matchName(name, [other], near.threshold, near.lead));
    return [all, ...alone].flatMap((match) => (match.kind === "near" ? [`${name} -> ${match.known}`] : []));
  });
  expect(confused).toEqual([]);
});

test.each([
  ["cover.school", "武汉职业技术学院 ", ""],
  ["cover.school", "武汉職业技术学院", "武汉职业技术学院"],
  ["cover.school", "武汉职业学院", ""],
  ["line.cluster", "新一代信息技术（光芯屏端网 ）", "新一代信息技术（光芯屏端网）"],
  ["line.programme", "智能光电技术运用", "智能光电技术应用"],
  ["line.programme", "光电信息", ""],
])("%s “%s” is proposed as “%s”", (cell, typed, known) => {
  const finding = judge({ submission: new Draft().plant(`${cell}="${typed}"`).submission(), form, roster }, ruleset).find(
    ({ message }) => message === "nearMiss",
  );
  expect(finding?.fix?.kind === "value" ? finding.fix.value : "").toBe(known);
});

const phone = (text: string): boolean =>
  judge({ submission: new Draft().plant(`cover.phone="${text}"`).submission(), form, roster }, ruleset).length === 0;

test.each([
  "027-87654321",
  "(027)87654321",
  "（027）87654321",
  "0717-8853456",
  "02787654321",
  "027-87654321-123",
  "027-87654321转8012",
  "13800138000",
  "+86 13800138000",
  "027-87654321、13800138000",
  "027-87654321/13800138000",
  "０２７－８７６５４３２１",
])("%s is a telephone number", (text) => expect(phone(text)).toBe(true));

test.each(["12345", "87654321", "1380013800", "027-8765", "027-87654321、13800138000、13900139000", "电话见附件", "13800138000a"])(
  "%s is none",
  (text) => expect(phone(text)).toBe(false),
);

test("a date typed as text is proposed as the day it names", () => {
  for (const text of ["2026-12-20", "2026/12/20", "2026年12月20日", "20261220"]) {
    const [finding] = judge({ submission: new Draft().plant(`cover.date="${text}"`).submission(), form, roster }, ruleset);
    expect([text, finding?.message, finding?.fix]).toMatchObject([text, "notADay", { kind: "value", value: 46376 }]);
  }
  expect(parseDay("2026-02-30")).toBeUndefined();
});
