import { clockOf, kindOfFormat } from "../../src/domain/calendar";
import { serialOfIso } from "../../src/workbook/xlsx/serial";
import { movingFormula } from "../../src/workbook/xlsx/shared-formula";

test.each([
  ["1900-01-01", 1],
  ["1900-02-28", 59],
  ["1900-03-01", 61],
  ["2026-06-30", 46_203],
  ["2026-06-30T18:00:00.000Z", 46_203.75],
  ["T06:00", 0.25],
  ["2026-13-01", undefined],
  ["2026-02-29", undefined],
  ["", undefined],
  ["46203", undefined],
])("the serial of %s is %s", (text, serial) => {
  expect(serialOfIso(text)).toBe(serial);
});

test.each(["yyyy-mm-dd", 'm"月"d"日"', "[$-804]aaaa", "mmm", "dd\\.mm\\.yy h:mm", "[$-409]mmmm;@", 'yyyy"年"m"月";@', "e.m.d"])(
  "%s shows a date",
  (code) => {
    expect(kindOfFormat(code)).toBe("date");
  },
);

test.each([
  "General",
  "0.00E+00",
  "#,##0_);[Red](#,##0)",
  '0"day"',
  '0"h"',
  "0\\h",
  "0_s",
  "* 0",
  "[$$-409]#,##0.00",
  "@",
  '0.0_m"万元"',
  "\\d0",
  'G/通用格式"小时"',
])("%s shows a number", (code) => {
  expect(kindOfFormat(code)).toBe("number");
});

test.each([
  "h:mm",
  "hh:mm:ss",
  "[h]:mm:ss",
  "[h]",
  "[ss].00",
  "h:mm AM/PM",
  "mm:ss.0",
  "mm:ss",
  "[mm]:ss",
  "上午/下午h时mm分",
  '上午/下午h"时"mm"分"ss"秒"',
  "[$-804]h:mm;@",
  '[DBNum1][$-804]h"时"mm"分";@',
])("%s shows a time", (code) => {
  expect(kindOfFormat(code)).toBe("time");
});

test.each([
  [0, "0:00"],
  [0.5, "12:00"],
  [3 / 24 + 5 / 1_440, "3:05"],
  [(8 * 3_600 + 30 * 60 + 15) / 86_400, "8:30:15"],
  [1, undefined],
  [-0.5, undefined],
])("%s of a day is %s on the clock", (serial, clock) => {
  expect(clockOf(serial)).toBe(clock);
});

test.each([
  ["A1+$A1+A$1+$A$1", "B3+$A3+B$1+$A$1"],
  ["SUM(A1:B2)/LOG10(C3)", "SUM(B3:C4)/LOG10(D5)"],
  ["IF(A1=\"A1\",'A1 B2'!C3,Sheet1!D4)", "IF(B3=\"A1\",'A1 B2'!D5,Sheet1!E6)"],
  ["Sheet1:Sheet3!A1", "Sheet1:Sheet3!B3"],
  ["S1:S3!A1", "S1:S3!B3"],
  ["A:A+$B:C+1:1+$2:3", "B:B+$B:D+3:3+$2:5"],
  ["Table1[A1]+[1]Sheet1!A1", "Table1[A1]+[1]Sheet1!B3"],
  ["XFD1+A1048576", "#REF!+#REF!"],
  ["TRUE+1E5+ABCD1+A1.b+名A1+1.5", "TRUE+1E5+ABCD1+A1.b+名A1+1.5"],
])("%s, two rows down and one column right, is %s", (formula, moved) => {
  expect(movingFormula(formula)(2, 1)).toBe(moved);
});
