import fc from "fast-check";
import {
  normalConditions,
  parseRelation,
  RELATION_LIMITS,
  RELATION_MISTAKES,
  shapeOf,
  unitQuestions,
  verdictsOf,
  type Lookup,
  type Verdict,
} from "../../src/relations";
import { runs } from "../long";
import { decimals, form } from "./sample-form";

/** What a relation comes to over some numbers: `上期01` is one to compare with, what is absent is at fault. */
function verdict(text: string, numbers: Readonly<Record<string, number>>, tolerance?: number): readonly Verdict[] {
  const parsed = parseRelation(text, form);
  if (!parsed.ok) throw new Error(`${text}: ${JSON.stringify(parsed.error)}`);
  const lookup: Lookup = ({ code, basis }) => (basis === "current" ? numbers[code] : (numbers[`上期${code}`] ?? "absent"));
  return verdictsOf(parsed.value, lookup, decimals, tolerance);
}

test.each([
  ["02 <= 01", "part-at-most-whole"],
  ["01>=02", "part-at-most-whole"],
  ["０２≤０１", "part-at-most-whole"],
  ["若 01>0，则 02 <= 01", "part-at-most-whole"],
  ["若 02>0，则 02 <= 01", "relation"],
  // No part of it, though of one unit; of other units; the part of a part.
  ["01 <= 02", "relation"],
  ["10 <= 01", "relation"],
  ["03 <= 01", "relation"],
  ["20 <= 01", "part-at-most-whole"],
  ["10 = 01 + 03", "relation"],
  ["若 03>0，则 01、02 至少一项>0", "relation"],
  ["10 = 01 + 02", "parts-sum-to-total"],
  ["01+02=10", "parts-sum-to-total"],
  ["10 = 合计(01、02)", "parts-sum-to-total"],
  ["20 = 合计(01~02)", "parts-sum-to-total"],
  ["10 = 01 + 01", "relation"],
  ["若 01=0，则 02=0 且 10=0", "zero-forces-zero"],
  ["若01=0，则02=0，且10=0", "zero-forces-zero"],
  ["01、02 同有同无", "both-or-neither"],
  ["01、02、10 同有同无", "relation"],
  ["若 03>0 且 04>0，则 04/03 在 0.1 至 500倍 之间", "ratio-in-range"],
  ["04/03 在 0.1 至 500倍 之间", "relation"],
  ["若 10>0，则 01、02 至少一项>0", "needs-one-of"],
  ["若 10>0，则 01>0", "needs-one-of"],
  ["若 01、02 至少一项>0，则 10>0", "activity-without-partners"],
  ["01 >= 上期01", "relation"],
  ["非 (01=0 或 02=0)", "relation"],
  ["(若 01>0，则 02>0) 且 10>0", "relation"],
])("%s is a %s", (text, id) => {
  const parsed = parseRelation(text, form);
  expect(parsed.ok ? shapeOf(parsed.value, form).id : parsed.error).toBe(id);
});

test("a row of its own, or a tolerance, is beyond what the sentences of most shapes say", () => {
  const shape = (text: string, options: Parameters<typeof shapeOf>[2]): string => {
    const parsed = parseRelation(text, form);
    return parsed.ok ? shapeOf(parsed.value, form, options).id : parsed.error.code;
  };
  expect(shape("02 <= 01", { at: "02", tolerance: 3 })).toBe("part-at-most-whole");
  expect(shape("02 <= 01", { at: "01" })).toBe("relation");
  expect(shape("若 01=0，则 02=0", { tolerance: 3 })).toBe("relation");
});

test.each([
  ["", "blank", {}],
  ["   ", "blank", {}],
  ["01".repeat(251), "too-long", { count: 502, most: 500 }],
  ["02 <= 8", "number-or-code", { at: 7, found: "8", code: "8", unit: "家" }],
  ["1 <= 01", "number-or-code", { at: 1, found: "1", code: "01", unit: "家" }],
  ["33>0", "number-or-code", { at: 1, found: "33", code: "33", unit: "家" }],
  ["02 <= [8]", "no-such-indicator", { at: 7, found: "8" }],
  ["02 <= AB", "no-such-indicator", { at: 7, found: "AB" }],
  ["02 <= [__proto__]", "no-such-indicator", { at: 7, found: "__proto__" }],
  ["01 > 1.1", "decimal-or-code", { at: 6, found: "1.1" }],
  ["01 = 02 +", "unfinished", {}],
  ["若 01=0", "without-then", {}],
  ["若 01=0，02=0", "without-then", {}],
  ["01 + 02", "unfinished", {}],
  ["(01 = 02", "unfinished", {}],
  ["01 = 02)", "unexpected", { at: 8, found: ")" }],
  ["若 01=0 02=0", "without-then", {}],
  ["01 大于 02", "word-for-sign", { at: 4, found: "大于", sign: ">" }],
  ["02不超过01", "word-for-sign", { at: 3, found: "不超过", sign: "<=" }],
  ["02 不大于 01", "word-for-sign", { at: 4, found: "不大于", sign: "<=" }],
  ["02 不少于 01", "word-for-sign", { at: 4, found: "不少于", sign: ">=" }],
  ["01 大于等于 02", "word-for-sign", { at: 4, found: "大于等于", sign: ">=" }],
  ["若 01 为 0，则 02=0", "word-for-sign", { at: 6, found: "为", sign: "=" }],
  ["示例指标02 <= 示例指标01", "name-for-code", { at: 1, found: "示例指标02", code: "02" }],
  ["02 示例指标02 <= 01", "name-for-code", { at: 4, found: "示例指标02", code: "02" }],
  ["示例指标1.1 > 0", "name-for-code", { at: 1, found: "示例指标1.1", code: "1.1" }],
  ["03 <= 1,000", "thousands", { at: 7, found: "1,000", plain: "1000" }],
  ["03 <= 10，000人", "thousands", { at: 7, found: "10,000", plain: "10000" }],
  ["03 <= 最大(01、10,000)", "thousands", { at: 13, found: "10,000", plain: "10000" }],
  ["04 <= 3亿元", "unit-of-none", { at: 7, found: "3亿元", example: "30000万元" }],
  ["04 >= 500元", "unit-of-none", { at: 7, found: "500元", example: "0.05万元" }],
  ["01 >= 3户 且 02 > 0", "unit-of-none", { at: 7, found: "3户", example: "3家" }],
  ["03 >= 2万户", "unit-of-none", { at: 7, found: "2万户", example: "2万人" }],
  ["02 <= 01。", "stop-at-end", { at: 9, found: "。" }],
  ["02 <= 01；", "stop-at-end", { at: 9, found: ";" }],
  ["02 <= 001", "number-or-code", { at: 7, found: "001", code: "01", unit: "家" }],
  ["=01+02", "unexpected", { at: 1, found: "=" }],
  ["01 * 02 > 0", "product", { at: 4 }],
  ["10 = 合计(02~01)", "range-backwards", { at: 11, found: "02~01" }],
  ["04/03 在 500倍 至 0.1 之间", "range-backwards", { at: 16, found: "500~0.1" }],
  ["04 >= 上期04", "not-on-the-form", { at: 9, found: "04" }],
  ["01 >= 上年同期01", "not-on-the-form", { at: 11, found: "01" }],
  ["3家 < 5家", "no-indicator", {}],
  [`${"(".repeat(20)}01${")".repeat(20)} > 0`, "too-deep", { most: 16 }],
  [`${Array.from({ length: 60 }, () => "01").join("+")} > 0`, "too-many-parts", { most: 64 }],
])("%s cannot be read: %s", (text, code, facts) => {
  expect(parseRelation(text, form)).toEqual({ ok: false, error: { code, facts } });
});

test("every mistake is planted above", () => {
  // Kept beside the table: a code without a line there would be said by nobody.
  const planted =
    "without-then name-for-code word-for-sign thousands unit-of-none stop-at-end blank too-long number-or-code no-such-indicator decimal-or-code unfinished unexpected product range-backwards";
  const more = "not-on-the-form no-indicator too-deep too-many-parts";
  expect(`${planted} ${more}`.split(" ").sort()).toEqual(Object.keys(RELATION_MISTAKES).sort());
});

test.each([
  ["01 > 3家", { "01": 4 }, ["holds"]],
  ["[1.1] >= 3万册", { "1.1": 30_000 }, ["holds"]],
  ["[1.1] >= 3万册", { "1.1": 29_999 }, ["fails"]],
  ["04 <= 8万元", { "04": 8.01 }, ["fails"]],
  ["06 <= 85%", { "06": 85 }, ["holds"]],
  ["06 <= 85%", { "06": 85.1 }, ["fails"]],
  ["02 <= 01*150%", { "01": 4, "02": 6 }, ["holds"]],
  ["02 <= 01*150%", { "01": 4, "02": 7 }, ["fails"]],
  ["02 <= 01*2倍", { "01": 3, "02": 7 }, ["fails"]],
  // Nothing is allowed where nothing was said: 5 is more than 4.5.
  ["02 <= 01*150%", { "01": 3, "02": 5 }, ["fails"]],
  ["02 <= 01*50%", { "01": 7, "02": 3 }, ["holds"]],
  ["01 >= 119.5", { "01": 119 }, ["fails"]],
  ["01 >= 0.5", { "01": 0 }, ["fails"]],
  ["05 = 04 + 04", { "04": 900_000_000.1, "05": 1_800_000_000.2 }, ["holds"]],
  ["05 = 04 + 04", { "04": 900_000_000.1, "05": 1_800_000_000.21 }, ["fails"]],
  ["若 01=0，则 02=0 且 10=0", { "01": 0, "02": 0, "10": 3 }, ["holds", "fails"]],
  ["若 01=0，则 02=0 且 10=0", { "02": 0, "10": 3 }, ["holds", "notChecked"]],
  ["若 01=0，则 02=0 且 10=0", { "01": 5 }, ["notApplicable", "notApplicable"]],
  ["01=0 或 02=0", { "01": 0 }, ["holds"]],
  ["01=0 或 02=0", { "01": 2 }, ["notChecked"]],
  ["非 01=0", {}, ["notChecked"]],
  ["04/03 在 0.1 至 500倍 之间", { "03": 0, "04": 5 }, ["notApplicable"]],
  ["04/03 在 0.1 至 500倍 之间", { "03": 0 }, ["notApplicable"]],
  ["04/03 在 0.1 至 500倍 之间", { "04": 5 }, ["notChecked"]],
  ["01 >= 上期01", { "01": 3 }, ["notApplicable"]],
  ["01 >= 上期01", { "01": 3, 上期01: 4 }, ["fails"]],
  ["01、02、10 同有同无", { "01": 3, "02": 1, "10": 0 }, ["fails"]],
  ["01、02、10 同有同无", { "01": 3, "02": 1 }, ["notChecked"]],
  ["01、02、10 同有同无", { "01": 3, "02": 0 }, ["fails"]],
  ["个数(01、02、10) >= 2家", { "01": 3, "02": 0, "10": 0 }, ["fails"]],
  ["01 = 最大(02、10)", { "01": 3, "02": 1, "10": 3 }, ["holds"]],
  ["绝对值(01-02) <= 1家", { "01": 3, "02": 5 }, ["fails"]],
  ["舍入(04/03，1位) = 0.3", { "03": 3, "04": 1 }, ["holds"]],
  ["01 < 02 < 10", { "01": 1, "02": 2, "10": 2 }, ["holds", "fails"]],
] as const)("%s over %j: %j", (text, numbers, due) => {
  expect(verdict(text, numbers)).toEqual(due);
});

test.each([
  ["02 < = 01", "02<=01"],
  ["02 > =01", "02>=01"],
  ["02 < > 01", "02<>01"],
  ["02 =< 01", "02<=01"],
  ["02 == 01", "02=01"],
  ["02 != 01", "02<>01"],
  ["02 ≦ 01", "02<=01"],
  // Zero-width ones, a byte order mark, and blanks of other widths.
  ["\u200b0\u200d2\ufeff <\u2060=\u00a001\u3000", "02<=01"],
])("%j is read as %s", (text, plain) => {
  const [one, other] = [text, plain].map((each) => parseRelation(each, form));
  if (!one?.ok || !other?.ok) throw new Error(JSON.stringify([one, other]));
  expect({ ...one.value, text: "" }).toEqual({ ...other.value, text: "" });
});

test("允许误差 is for what must hold, not for whether it applies", () => {
  expect(verdict("若 01=0，则 02 <= 10", { "01": 2, "02": 9, "10": 1 }, 3)).toEqual(["notApplicable"]);
  expect(verdict("02 <= 10", { "02": 4, "10": 1 }, 3)).toEqual(["holds"]);
  expect(verdict("02 <= 10", { "02": 5, "10": 1 }, 3)).toEqual(["fails"]);
});

/** Sums and shares of indicators and numbers, and what they come to exactly, in millionths. */
const exact = fc.letrec<{ sum: { text: string; value(figures: readonly number[]): bigint } }>((tie) => ({
  sum: fc.oneof(
    { maxDepth: 2 },
    fc.nat(form.indicators.length - 1).map((index) => ({
      text: `[${form.indicators[index]!.code}]`,
      value: (figures: readonly number[]) => BigInt(figures[index]!) * 10n ** BigInt(6 - form.indicators[index]!.type.decimals),
    })),
    fc.tuple(fc.nat(3_000), fc.constantFrom("10", "5", "0")).map(([whole, tenth]) => ({
      text: `${whole}.${tenth}`,
      value: () => BigInt(whole) * 1_000_000n + BigInt(tenth === "5" ? 500_000 : tenth === "10" ? 100_000 : 0),
    })),
    fc.tuple(tie("sum"), fc.constantFrom("+", "-"), tie("sum")).map(([a, op, b]) => ({
      text: `(${a.text}${op}${b.text})`,
      value: (figures: readonly number[]) => (op === "+" ? a.value(figures) + b.value(figures) : a.value(figures) - b.value(figures)),
    })),
  ),
})).sum;
const share = fc.tuple(exact, fc.integer({ min: 1, max: 400 })).map(([sum, percent]) => ({
  text: `${sum.text}*${percent}%`,
  value: (figures: readonly number[]) => (sum.value(figures) * BigInt(percent)) / 100n,
}));
/** Figures in the last decimal of each indicator: small ones, so that sides meet, and such as binary fractions get wrong. */
const counts = fc.tuple(...form.indicators.map(() => fc.oneof(fc.nat(30), fc.nat(3_000), fc.integer({ min: 0, max: 90_000_000_010 }))));

test("what must be is judged exactly where no 允许误差 is given: nothing passes a threshold by less than a unit, or fails one that it keeps", () => {
  const sides = fc.tuple(fc.oneof(exact, share), fc.constantFrom("=", "<>", "<", "<=", ">", ">="), fc.oneof(exact, share), counts);
  const seen = new Set<string>();
  fc.assert(
    fc.property(sides, ([left, op, right, figures]) => {
      const parsed = parseRelation(`${left.text} ${op} ${right.text}`, form);
      if (!parsed.ok) return;
      const numbers = new Map(form.indicators.map(({ code, type }, index) => [code, figures[index]! / 10 ** type.decimals]));
      const [verdict] = verdictsOf(parsed.value, ({ code }) => numbers.get(code)!, decimals);
      const [a, b] = [left.value(figures), right.value(figures)];
      const due = { "=": a === b, "<>": a !== b, "<": a < b, "<=": a <= b, ">": a > b, ">=": a >= b }[op];
      seen.add(`${op} ${due}`);
      expect(verdict).toBe(due ? "holds" : "fails");
    }),
    runs(5_000),
  );
  expect(seen.size).toBe(12);
});

test("conditions that are the same, or opposite, are known however they are written, and no others", () => {
  const normal = (text: string) => {
    const parsed = parseRelation(text, form);
    return normalConditions(parsed.ok ? parsed.value : { text, then: [] })[0]!;
  };
  for (const [a, b] of [
    ["02 <= 01", "01>=02"],
    ["10 = 01 + 02 + 20", "合计(20、02)+01 = 10"],
    ["若 01=0 且 02=0，则 10 > 3家", "若 02=0 且 0=01，则 3.0 < 10"],
    ["01、02 同有同无", "02、01 同有同无"],
  ] as const)
    expect(normal(a).text).toBe(normal(b).text);
  const numbers = fc.tuple(...form.indicators.map(() => fc.nat(3)));
  const relation = fc.tuple(
    fc.constantFrom("", "若 10>0，则 "),
    fc.constantFrom("01", "02+10"),
    fc.constantFrom("=", "<>", "<", "<=", ">", ">="),
    fc.constantFrom("02+10", "10+02", "01"),
  );
  fc.assert(
    fc.property(relation, relation, fc.array(numbers, { minLength: 20, maxLength: 20 }), (one, other, reports) => {
      const [a, b] = [one.join(""), other.join("")];
      const verdicts = (text: string) =>
        reports.map((figures) => verdict(text, Object.fromEntries(form.indicators.map(({ code }, index) => [code, figures[index]!])))[0]!);
      if (normal(a).text === normal(b).text) expect(verdicts(a)).toEqual(verdicts(b));
      if (normal(a).opposite === normal(b).text)
        verdicts(a).forEach((is, index) =>
          expect([is, verdicts(b)[index]!].filter((each) => each === "holds").length).toBe(is === "notApplicable" ? 0 : 1),
        );
    }),
    runs(1_000),
  );
});

test("an integer that is longer than any code is a number", () => {
  expect(verdict("03 <= 1000", { "03": 1_001 })).toEqual(["fails"]);
});

test("units that differ are asked about", () => {
  const questions = (text: string): unknown => {
    const parsed = parseRelation(text, form);
    return parsed.ok && unitQuestions(parsed.value, form);
  };
  expect(questions("01 <= 03")).toEqual([{ left: "家", right: "人" }]);
  expect(questions("01 + 03 > 5家")).toEqual([{ left: "家", right: "人" }]);
  expect(questions("04/03 在 0.1 至 500倍 之间")).toEqual([]);
  expect(questions("01 > 0 且 03 > 3人")).toEqual([]);
  expect(questions("01 > 3.0")).toEqual([]);
  expect(questions("01 > 3人")).toEqual([{ left: "家", right: "人", number: 3 }]);
  expect(questions("2万人 >= 01")).toEqual([{ left: "家", right: "人", number: 20_000 }]);
  expect(questions("01 在 1.0 至 5人 之间")).toEqual([{ left: "家", right: "人", number: 5 }]);
  expect(questions("01 <= 85%")).toEqual([{ left: "家", right: "%" }]);
  expect(questions("02/01 <= 85%")).toEqual([]);
  expect(questions("06 <= 85%")).toEqual([]);
  // 个数 only asks of each whether it is 0.
  expect(questions("个数(01、03、04) >= 1.0")).toEqual([]);
  expect(questions("个数(01+03、04) >= 1.0")).toEqual([{ left: "家", right: "人" }]);
  // A ratio of 0.85 is no 85 of an indicator in %, whichever stands first; what is added to a number of 家 is no percentage.
  expect(questions("02/01 <= 06")).toEqual([{ left: "比值", right: "%" }]);
  expect(questions("06 >= 02/01")).toEqual([{ left: "%", right: "比值" }]);
  expect(questions("02 <= 01 + 5%")).toEqual([{ left: "家", right: "%" }]);
  for (const text of ["06 >= 上期06 - 5%", "02/01 <= 80% + 5%", "02 <= 01*(100%+5%)", "02 <= (100%+5%)*01", "06 <= 100% - 5%"])
    expect([text, questions(text)]).toEqual([text, []]);
});

test("against an indicator in % a percentage is so many points, wherever it stands", () => {
  const points = (text: string) => verdict(text, { "06": 50, "02": 40, "01": 80, 上期06: 54 });
  for (const [holds, fails] of [
    ["06 >= 50%", "06 >= 51%"],
    ["06 >= 上期06 - 4%", "06 >= 上期06 - 3%"],
    ["06 + 4% >= 上期06", "3% + 06 >= 上期06"],
    ["06 <= 60% - 10%", "06 <= 60% - 11%"],
    ["最大(06，51%) = 51%", "最大(06，51%) = 06"],
    ["06 在 上期06 - 4% 至 100% 之间", "06 在 上期06 - 3% 至 100% 之间"],
    ["绝对值(06 - 上期06 + 4%) <= 0%", "绝对值(06 - 上期06 + 3%) <= 0%"],
    ["06、06 至少一项 >= 45% + 5%", "06、06 至少一项 >= 45% + 6%"],
    ["06 <= 上期06*95%", "06 <= 上期06*90%"],
    ["02/01 <= 45% + 5%", "02/01 <= 45% + 4%"],
  ] as const)
    expect([holds, points(holds), fails, points(fails)]).toEqual([holds, ["holds"], fails, ["fails"]]);
});

test("whatever the text, it is read or refused, and never thrown over", () => {
  const word = fc.constantFrom(
    ..."01 02 03 04 1.1 [1.1] [ ] ( ) 若 则 且 或 非 在 至 之间 同有同无 至少一项 合计 舍入 上期 对比 = <= ≥ <> + - * / 、 ， , 0 8 8家 85% 2倍 3万册 1E2 __proto__ 位 ～ 🏫".split(
      " ",
    ),
  );
  fc.assert(
    fc.property(fc.array(fc.oneof({ weight: 9, arbitrary: word }, { weight: 1, arbitrary: fc.string() }), { maxLength: 30 }), (words) => {
      const text = words.join(" ");
      const parsed = parseRelation(text, form);
      if (parsed.ok) expect(verdictsOf(parsed.value, () => 1, decimals)).toHaveLength(parsed.value.then.length);
      else if ("at" in parsed.error.facts) expect(Number(parsed.error.facts.at)).toBeLessThanOrEqual([...text].length + 1);
    }),
    runs(2_000),
  );
  expect(RELATION_LIMITS.characters).toBe(500);
});
