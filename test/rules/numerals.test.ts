import { isApproximate, readNumeral } from "../../src/domain";
import { form, roster, ruleset } from "../../src/forms";
import { judge } from "../../src/rules";
import { Draft } from "./clean";

const rows = (table: string): string[][] =>
  table
    .trim()
    .split("\n")
    .slice(1)
    .map((line) =>
      line
        .trim()
        .slice(1, -1)
        .split("|")
        .map((one) => one.trim().replace(/^"(.*)"$/, "$1")),
    );

test.each(
  rows(`
| text        | unit | value      | how            |
| 120         | 人   | 120        | stored-as-text |
| '120        | 人   | 120        | stored-as-text |
| １２０      | 人   | 120        | width          |
| １２．５    | 人月 | 12.5       | width          |
| " 120 "     | 人   | 120        | spaces         |
| "\u3000120" | 人   | 120        | spaces         |
| 1,200       | 人   | 1200       | separators     |
| １，２００  | 人   | 1200       | separators     |
| 1 200       | 人   | 1200       | separators     |
| 1,234,567.5 | 万元 | 1234567.5  | separators     |
| 30人        | 人   | 30         | unit           |
| 30 人       | 人   | 30         | unit           |
| 12.5万元    | 万元 | 12.5       | unit           |
| 2000万      | 万元 | 2000       | magnitude      |
| 20000000元  | 万元 | 2000       | magnitude      |
| 12345元     | 万元 | 1.2345     | magnitude      |
| 1.5亿       | 万元 | 15000      | magnitude      |
| 2000万      | 人   | 20000000   | magnitude      |
| 1.1万       | 人   | 11000      | magnitude      |
| -5          | 人   | -5         | stored-as-text |
| 007         | 人   | 7          | stored-as-text |`),
)("“%s” in %s can only mean %s (%s)", (text, unit, value, how) => {
  expect(readNumeral(text!, unit!)).toEqual({ value: Number(value), how });
});

test.each(
  rows(`
| text     | unit   |
| 约30     | 人     |
| 30左右   | 人     |
| 30-40    | 人     |
| 三十     | 人     |
| 1,20     | 人     |
| 1,2000   | 人     |
| 12,      | 人     |
| 3²       | 个     |
| 2万人    | 人     |
| 30个     | 人     |
| 30元     | 人     |
| 50%      | 人     |
| 1e5      | 人     |
| 12.      | 人     |
| .5       | 万元   |
| 3/4      | 人     |
| 10+5     | 人     |
| 0x10     | 人     |
| 1234567890123456 | 人 |
| 见附件   | 人     |
| ①       | 人     |
|          | 人     |`),
)("“%s” in %s is never guessed at", (text, unit) => {
  expect(readNumeral(text!, unit!)).toBeUndefined();
});

test.each(["约30", "30左右", "30-40", "３０～４０", "近百人", "三十余", "不足10", "100以上"])("“%s” is told to be approximate", (text) => {
  expect(isApproximate(text)).toBe(true);
});

test.each(["见附件", "三十", "120", "无", "近期补报"])("“%s” is not", (text) => {
  expect(isApproximate(text)).toBe(false);
});

test("a fix is proposed only for a value that the indicator can have, and the facts hold the text as typed", () => {
  const found = (change: string) =>
    judge({ submission: new Draft().plant(change).submission(), form, roster }, ruleset).find(({ ref }) => ref === "F01");
  expect(found('30="１，２００"')).toMatchObject({ facts: { text: "１，２００" }, fix: { kind: "value", value: 1200 }, expected: 1200 });
  for (const change of ['31="11.5"', '29="12345元"', '31="-3"']) {
    expect(found(change)?.message).toBe("outOfType");
    expect(found(change)?.fix).toBeUndefined();
  }
});
