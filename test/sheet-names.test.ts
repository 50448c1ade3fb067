import { withSheets } from "../src/domain";

const names = new Map([
  ["汇总", "汇总_新"],
  ["明细", "明细 (2)"],
  ["a", "全省"],
]);

test.each([
  ["=汇总!$F$12", "=汇总_新!$F$12"],
  ["='汇总'!F12+SUM(明细!A1:A9)", "=汇总_新!F12+SUM('明细 (2)'!A1:A9)"],
  ["=A!A1", "=全省!A1"],
  // Texts, longer names, other workbooks, ranges over several sheets and columns of that letter are something else.
  ['=IF(1,"汇总!F12","说""明细!""")', '=IF(1,"汇总!F12","说""明细!""")'],
  ["=总汇总!F12+'2026 汇总'!F12", "=总汇总!F12+'2026 汇总'!F12"],
  ["=[1]汇总!F12+'[a.xlsx]汇总'!F12", "=[1]汇总!F12+'[a.xlsx]汇总'!F12"],
  ["=SUM(汇总:明细!A1)", "=SUM(汇总:明细!A1)"],
  ["=A1+汇总", "=A1+汇总"],
])("%s: references go with the names of the sheets", (formula, renamed) => {
  expect(withSheets(formula, names)).toBe(renamed);
});
