import fc from "fast-check";
import type { Finding, Ruleset, Setting, Severity } from "../../src/domain";
import { form, roster, ruleset } from "../../src/forms";
import { coded } from "../coded";
import { enUS, say, zhCN } from "../../src/locales";
import { parseRelation, shapeOf } from "../../src/relations";
import { judge } from "../../src/rules";
import type { CheckContext } from "../../src/sheets/check-context";
import { template, type Issue } from "../../src/sheets/template";
import { writeXlsx } from "../../src/workbook/xlsx";
import { LibreOffice } from "../foreign/libreoffice";
import { describeWith } from "../foreign/programs";
import { runs } from "../long";
import { Draft, SCHOOL } from "../rules/clean";

/** Relations that annex 2 has none of, behind its own. */
const OWN: readonly Setting[] = [
  { ref: "A21", rule: "relation", options: { relation: "26 <= 20*150%" } },
  { ref: "A22", rule: "relation", options: { relation: "20 = 21 + 22 + 23", at: "23" } },
  { ref: "A23", rule: "relation", options: { relation: "若 08>0，则 10>0家 或 13>0家", at: "13" } },
  { ref: "A24", rule: "relation", severity: "query", options: { relation: "08 >= 对比[08]" } },
  { ref: "A25", rule: "relation", options: { relation: "22 <= 21" } },
  { ref: "A26", rule: "relation", options: { relation: "18 >= 08" }, words: { "zh-CN": { title: "教师不少于企业" } } },
  { ref: "A27", rule: "relation", options: { relation: "31*1.0 < 27" } },
];
const settings = [...ruleset.settings, ...OWN].sort((a, b) => (a.ref < b.ref ? -1 : 1));
const extended: Ruleset = { ...ruleset, settings };
const found = (draft: Draft): Finding[] => judge({ submission: draft.submission(), form, roster }, extended);
const own = (draft: Draft): Finding[] => found(draft).filter(({ ref }) => OWN.some((one) => one.ref === ref));

test("the clean form keeps them", () => {
  expect(found(new Draft())).toEqual([]);
});

test.each([
  [
    "26=200; 20=120",
    "A21",
    "26",
    "26 企业接收岗位实习学生数填报 200 人，不符合“26 <= 20*150%”：左边为 200，右边为 180，相差 20（26=200 人、20=120 人）。",
  ],
  [
    "20=120",
    "A22",
    "23",
    "23 其他联合培养学生数填报 48 人，不符合“20 = 21 + 22 + 23”：左边为 120，右边为 126，相差 6（20=120 人、21=46 人、22=32 人、23=48 人）。",
  ],
  ["10=0; 13=0", "A23", "13", "13 共建企业学院数填报 0 个，不符合“若 08>0，则 10>0家 或 13>0家”（10=0 个、13=0 个、08=9 家）。"],
  ["08=7", "A24", "08", "08 合作企业数填报 7 家，不符合“08 >= 对比[08]”：左边为 7，右边为 8，相差 1（08=7 家、对比08=8 家）。"],
  // Of one unit, but no part of it; and of another unit: no 其中 is spoken of, and each figure has its own unit.
  ["22=50; 20=128; 21=30", "A25", "22", "22 现代学徒制学生数填报 50 人，21 订单培养学生数填报 30 人，不符合“22 <= 21”。"],
  ["18=8", "A26", "18", "18 企业兼职教师数填报 8 人，08 合作企业数填报 9 家，不符合“教师不少于企业：18 >= 08”。"],
  ["31=76", "A27", "31", "31 学生创新创业项目数填报 76 项，不符合“31*1.0 < 27”：左边为 76，右边为 76（31=76 项、27=76 人）。"],
])("%s is against %s, at %s", (change, ref, cell, message) => {
  const draft = new Draft().plant(change);
  const [finding] = own(draft).filter((one) => one.ref === ref);
  expect(finding).toMatchObject({ ref, state: "open", at: draft.at(cell), indicator: cell, rule: "relation" });
  expect(say(finding!, zhCN, extended).message).toBe(message);
  for (const locale of [zhCN, enUS]) expect(Object.values(say(finding!, locale, extended)).join("")).not.toMatch(/undefined|NaN|[{}]/);
});

/** Conditions of few codes, so that they meet at one row. */
const condition = fc.oneof(
  fc
    .tuple(
      fc.constantFrom("08", "10", "对比[08]", "10*1.0"),
      fc.constantFrom("=", "<>", "<", "<=", ">", ">="),
      fc.constantFrom("13", "09", "14", "0"),
    )
    .map((parts) => parts.join(" ")),
  fc.constantFrom("08、10 同有同无", "08、13 至少一项>1个", "(08=0 或 10>2个)"),
);
const relation = fc.record({
  text: fc.array(condition, { minLength: 1, maxLength: 3 }).map((all) => all.join(" 且 ")),
  at: fc.constantFrom(undefined, undefined, "08", "13"),
  severity: fc.constantFrom<Severity>("error", "query"),
});
const change = fc
  .tuple(fc.constantFrom("08", "10", "13", "09", "p08", "gp08"), fc.constantFrom("", "0", "1", "2", "9"))
  .map((parts) => parts.join("="));

test("no row both fails a relation and is called unchecked by it, and no sentence tells a difference of nothing", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(relation, fc.array(change, { maxLength: 4 }), ({ text, at, severity }, changes) => {
      const options = { relation: text, ...(at === undefined ? {} : { at }) };
      const parsed = parseRelation(text, form);
      if (!parsed.ok) throw new Error(text);
      const one: Setting = { ref: "A21", severity, rule: shapeOf(parsed.value, form, options).id, options };
      const only: Ruleset = { ...ruleset, settings: [one] };
      const findings = judge({ submission: new Draft().plant(changes.join(";")).submission(), form, roster }, only);
      const rows = (state: string): string[] =>
        findings.filter((finding) => finding.state === state).map((finding) => JSON.stringify([finding.at, finding.for]));
      expect(rows("notChecked").filter((row) => rows("open").includes(row))).toEqual([]);
      for (const finding of findings) {
        seen.add(finding.message);
        const { message } = say(finding, zhCN, only);
        expect(message).not.toMatch(/相差 0|undefined|NaN/);
      }
    }),
    runs(1_500),
  );
  expect([...seen].sort()).toEqual(expect.arrayContaining(["beside", "compared", "fails", "notChecked", "strict"]));
});

test("no cure offers to explain what no explanation settles", () => {
  const cure = (ref: string): string => {
    const finding = own(new Draft().plant("26=200; 20=120; 08=7")).find((one) => one.ref === ref)!;
    return say(finding, zhCN, extended).cure;
  };
  expect(cure("A24")).toContain("写明原因");
  expect(cure("A21")).not.toContain("写明原因");
});

test("what is at fault is said once, and accused of nothing", () => {
  const draft = new Draft().plant("20=; 26=200");
  expect(own(draft).map(({ ref, state, message }) => [ref, state, message])).toEqual([
    ["A22", "notChecked", "notChecked"],
    ["A21", "notChecked", "notChecked"],
  ]);
});

test("what only the reviewer's earlier files say is the reviewer's affair", () => {
  const [finding, ...more] = own(new Draft().plant("p08=; gp08=30"));
  expect(more).toEqual([]);
  expect(finding).toMatchObject({ ref: "A24", for: "reviewer", earlier: "not-issued", state: "open" });
});

describeWith(["libreoffice"], "on the sheet", () => {
  let office: LibreOffice;
  beforeAll(async () => {
    office = await LibreOffice.start();
  }, 150_000);
  afterAll(() => office?.end(), 60_000);

  test("审核结果 says in brief what the rules say", async () => {
    const context = {
      ...coded({ form, roster, ruleset: extended }),
      locale: zhCN,
      school: SCHOOL,
      period: { year: 2026, half: 2 },
    } as const satisfies CheckContext & Partial<Issue>;
    await office.open(writeXlsx(template({ ...context, previous: [] })));
    await office.unprotect("表1");
    const draft = new Draft().plant("26=200; 20=120; 10=0; 13=0; 08=7");
    await office.set(
      form.indicators.map(({ code }) => {
        const cell = draft.cells.get(code)!;
        return [draft.at(code), cell.kind === "number" ? cell.value : null] as const;
      }),
    );
    await office.set([[{ ...draft.at("08"), column: 4 }, 8]]);
    const rows = ["26", "23", "13", "08"];
    const shown = await office.cells(rows.map((code) => ({ ...draft.at(code), column: 6 })));
    const due = rows.map(
      (code) =>
        say(
          own(draft).find(({ indicator }) => indicator === code)!,
          zhCN,
          extended,
        ).brief,
    );
    expect(shown.map(({ text }) => text)).toEqual(due);
  }, 120_000);
});
