import type { LineWithTexts } from "../../src/domain";
import { form, roster, ruleset } from "../../src/forms";
import { enUS, say, zhCN } from "../../src/locales";
import { acrossSchools, judgeAcross } from "../../src/rules";

/** A line on the sheet 表1 of the n-th file. */
function line(
  file: number,
  change: Partial<Pick<LineWithTexts, "school" | "cluster" | "programme">> & { leader?: string; values?: Record<string, number> },
): LineWithTexts {
  const {
    school = `示例学院${file}`,
    cluster = `集群${file}`,
    programme = `专业${file}`,
    leader = "湖北省经济和信息化厅",
    values = {},
  } = change;
  const word = (row: number, text: string) => ({ row, column: 2, text });
  return {
    file,
    school,
    category: "类别",
    cluster,
    programme,
    sheet: "表1",
    values: Object.fromEntries(
      form.indicators.map(({ code }, row) => {
        const value = { "08": 10, "18": 20, "26": 100, ...values }[code];
        return [code, { row: 9 + row, column: 5, ...(value === undefined ? {} : { value }) }];
      }),
    ),
    head: { category: word(4, "类别"), cluster: word(5, cluster), programme: word(6, programme) },
    texts: { leader: word(42, leader) },
  };
}

const found = (lines: readonly LineWithTexts[]): string[] =>
  judgeAcross({ lines, form, roster }, ruleset.across).map(({ line: of, finding }) => {
    for (const locale of [zhCN, enUS]) expect(Object.values(say(finding, locale, ruleset)).join("")).not.toMatch(/undefined|NaN|[{}]/);
    return `${finding.ref} ${finding.severity} ${of.school} ${finding.at.sheet}!${finding.at.row},${finding.at.column}`;
  });
/** Ten lines at usual levels, each a little different. */
const usual = Array.from({ length: 10 }, (_, index) => line(index, { values: { "26": 90 + 5 * index, "18": 15 + index } }));

test("nothing is found where schools are alike", () => expect(found(usual)).toEqual([]));

test("a level far from the others is told, once for each indicator, and moves no other", () => {
  expect(found([...usual, line(10, { values: { "26": 9000, "18": 900 } })])).toEqual([
    "C03 advisory 示例学院10 表1!34,5",
    "C03 advisory 示例学院10 表1!26,5",
  ]);
  expect(found([...usual, line(10, { values: { "26": 2 } })])).toEqual(["C03 advisory 示例学院10 表1!34,5"]);
});

test("a level is compared with enough others only, and a zero is no level", () => {
  expect(found([...usual.slice(0, 6), line(10, { values: { "26": 9000 } })])).toEqual([]);
  expect(found([...usual, line(10, { values: { "26": 0, "08": 0 } })])).toEqual([]);
});

test("where most schools agree to the number, only a multiple is far", () => {
  const same = Array.from({ length: 10 }, (_, index) => line(index, {}));
  expect(found([...same, line(10, { values: { "26": 300 } })])).toEqual([]);
  expect(found([...same, line(10, { values: { "26": 500 } })])).toEqual(["C03 advisory 示例学院10 表1!34,5"]);
});

test("a programme reported by two schools is asked about where the roster does not give it to the one", () => {
  const [first, second] = roster.entries as [(typeof roster.entries)[number], (typeof roster.entries)[number]];
  // The first two rows give one line to two schools.
  expect(found([line(0, first), line(1, second)])).toEqual([]);
  expect(found([line(0, first), line(1, { ...first, school: "武汉职业技术学校" })])).toEqual(["X01 query 武汉职业技术学校 表1!6,2"]);
  expect(found([line(0, { cluster: "某集群", programme: "某 专业" }), line(1, { cluster: "某集群", programme: "某专业" })])).toHaveLength(
    2,
  );
});

test("the odd one out is asked who leads the cluster; short names and lists are no difference", () => {
  const of = (...leaders: string[]): string[] => found(leaders.map((leader, index) => line(index, { cluster: "同一集群", leader })));
  expect(of("湖北省经济和信息化厅", "省经信厅", "湖北省经济和信息化厅、湖北省发展和改革委员会")).toEqual([]);
  expect(of("湖北省经济和信息化厅", "省经信厅", "湖北省商务厅")).toEqual(["X02 query 示例学院2 表1!42,2"]);
  expect(of("湖北省经济和信息化厅", "湖北省商务厅")).toHaveLength(2);
  expect(of("湖北省经济和信息化厅", "")).toEqual([]);
});

test("a sentence names a few of many schools, and quotes the beginning of a long text", () => {
  const many = Array.from({ length: 2_000 }, (_, index) =>
    line(index, { cluster: "同一集群", programme: "同一专业", leader: index % 2 ? "甲".repeat(9_000) : "乙".repeat(9_000) }),
  );
  const odd = line(2_000, { cluster: "同一集群", leader: "丙".repeat(9_000) });
  const findings = judgeAcross({ lines: [...many, odd], form, roster }, ruleset.across);
  expect(findings.filter(({ finding }) => finding.ref === "X01")).toHaveLength(2_000);
  expect(findings.filter(({ finding }) => finding.ref === "X02").length).toBeGreaterThan(0);
  for (const { finding } of findings)
    for (const locale of [zhCN, enUS]) expect(say(finding, locale, ruleset).message.length).toBeLessThan(1_000);
  const [first] = findings;
  expect(first!.finding.facts).toMatchObject({ count: 1_999, others: "示例学院1、示例学院2、示例学院3、示例学院4、示例学院5" });
});

test("every message has its planted fault", () => {
  const faults = [
    [...usual, line(10, { values: { "26": 9000 } }), line(11, { values: { "26": 2 } })],
    [0, 1].map((school) => line(school, { cluster: "某集群", programme: "某专业" })),
    ["甲", "甲", "乙"].map((leader, school) => line(school, { cluster: "同一集群", leader: `湖北省${leader}厅` })),
  ];
  const reached = new Set(
    faults.flatMap((lines) =>
      judgeAcross({ lines, form, roster }, ruleset.across).map(({ finding }) => `${finding.rule}/${finding.message}`),
    ),
  );
  const all = Object.values(acrossSchools).flatMap(({ id, messages }) => Object.keys(messages).map((message) => `${id}/${message}`));
  expect(all.filter((one) => !reached.has(one))).toEqual([]);
});
