import fc from "fast-check";
import { mailDraft } from "../../src/actions/dispatch";
import { categories, clusters, fittingNames, matchName, parseDay, schools, type Finding } from "../../src/domain";
import { form, roster, ruleset } from "../../src/forms";
import { locales } from "../../src/locales";
import { judge, type RuleSetting } from "../../src/rules";
import { Draft } from "./clean";
import { PHONES } from "./phones";

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

const cover = (item: "phone" | "email", text: string): Finding[] =>
  judge({ submission: new Draft().plant(`cover.${item}="${text}"`).submission(), form, roster }, ruleset);

test("an abbreviation finds the names that hold its characters in their order, the closest together first", () => {
  const known = schools(roster);
  expect(fittingNames("武职", known)[0]).toBe("武汉职业技术学院");
  expect(fittingNames("武汉软工", known)).toEqual(["武汉软件工程职业学院"]);
  expect(fittingNames("湖北 财税", known)).toEqual(["湖北财税职业学院"]);
  expect(fittingNames("职武", known)).toEqual([]);
  expect(fittingNames("", known)).toEqual(known);
  // Each name is found by any of its characters, and comes before those that hold them further apart.
  fc.assert(
    fc.property(fc.constantFrom(...known), fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }), (name, kept) => {
      const typed = [...name].filter((_, index) => kept[index]).join("");
      expect(fittingNames(typed, known)).toContain(name);
      expect(fittingNames(name, known)[0]).toBe(name);
    }),
  );
});

/** Every sentence of a language, wherever in it it stands. */
function sentences(words: unknown): string[] {
  if (typeof words === "string") return [words];
  return typeof words === "object" && words !== null ? Object.values(words).flatMap(sentences) : [];
}

test.each(locales)("what $tag gives as an example of a telephone number, an address or a day passes the rule", (locale) => {
  const said = sentences(locale).join("\n");
  const examples = {
    phone: said.match(/(?<![\w-])0\d{2,3}-\d[\d-]*/g),
    email: said.match(/[\w.]+@[\w.]*\w/g),
    date: said.match(/(?<![\w-])\d{4}-\d{2}-\d{2}(?![\w-])/g),
  };
  for (const [item, texts] of Object.entries(examples)) {
    expect([item, texts?.length]).not.toEqual([item, undefined]);
    for (const text of texts!) {
      const change = item === "date" ? `cover.date=date:${text}` : `cover.${item}="${text}"`;
      const findings = judge({ submission: new Draft().plant(change).submission(), form, roster }, ruleset);
      expect([text, findings]).toEqual([text, []]);
    }
  }
});

test.each(["027-11112222", "(027)0123 4567", "+86 27 1111 2222"])("%s is told apart: no landline begins like that", (text) =>
  expect(cover("phone", text).map(({ message }) => message)).toEqual(["landline"]),
);

test.each(PHONES)("%s is one telephone number, or two", (text) => expect(cover("phone", text)).toEqual([]));

test.each([
  "12345",
  "87654321",
  "1380013800",
  "138001380000",
  "027-8765",
  "027-87654321、13800138000、13900139000",
  "电话见附件",
  "13800138000a",
  "86123456789",
  "+86 123 4567 8901",
  "+8713800138000",
  "8613800138000 转",
  "①３８００１３８０００",
])("%s is none", (text) => expect(cover("phone", text).map(({ message }) => message)).toEqual(["phone"]));

test.each([
  ["zhangsan＠example.edu.cn", "zhangsan@example.edu.cn"],
  ["ｚｈａｎｇｓａｎ@example.edu.cn", "zhangsan@example.edu.cn"],
  ["zhangsan@example．edu。cn", "zhangsan@example.edu.cn"],
  ["zhangsan@example.edu.cn\u200b", "zhangsan@example.edu.cn"],
  ["zhang san@example.edu.cn", undefined],
  ["zhangsan#example.edu.cn", undefined],
  ["zhangsan＠example.edu.cn，lisi＠example.edu.cn", undefined],
])("of the address “%s” the repair is %s", (text, meant) => {
  const [finding, ...more] = cover("email", text);
  expect([finding?.message, finding?.expected, finding?.fix?.kind === "value" ? finding.fix.value : undefined, more]).toEqual([
    "email",
    meant,
    meant,
    [],
  ]);
  if (meant !== undefined) expect(cover("email", meant)).toEqual([]);
});

test("the rule takes for an address just what can stand behind To:", () => {
  const letters = fc.array(fc.constantFrom(...'ab1.-_@@ ,;，；<>"()\\:\r\n\t＠。张'), { maxLength: 24 }).map((all) => all.join(""));
  const near = fc.tuple(letters, fc.constantFrom("", "a@b.cn", "zhang.san@example.edu.cn"), letters).map((parts) => parts.join(""));
  fc.assert(
    fc.property(near, (text) => {
      const draft = new Draft();
      const at = draft.at("cover.email");
      draft.cells.set("cover.email", text === "" ? { kind: "blank", at } : { kind: "text", value: text, at });
      const findings = judge({ submission: draft.submission(), form, roster }, ruleset);
      const wellFormed = findings.every(({ ref }) => ref !== "A14" && ref !== "A10");
      const head = Buffer.from(mailDraft({ to: text, subject: "", body: "" }))
        .toString("latin1")
        .split("\r\n");
      expect(head[1]).toBe(`To: ${wellFormed ? text.trim() : ""}`);
      expect(head[2]).toBe("Subject: ");
    }),
    { numRuns: 300 },
  );
});

test("a date typed as text is proposed as the day it names", () => {
  for (const text of ["2026-12-20", "2026/12/20", "2026年12月20日", "20261220"]) {
    const [finding] = judge({ submission: new Draft().plant(`cover.date="${text}"`).submission(), form, roster }, ruleset);
    expect([text, finding?.message, finding?.fix]).toMatchObject([text, "notADay", { kind: "value", value: 46376 }]);
  }
  expect(parseDay("2026-02-30")).toBeUndefined();
});
