import { serialOfDay } from "../src/domain";
import { valueOfTyped } from "../src/page/form/typed";

const DAY = serialOfDay("2026-12-05");

test.each(["2026-12-05", "2026-12-5", "2026/12/5", "2026.12.5", "2026年12月5日", " ２０２６－１２－５ "])("%s is a day", (typed) => {
  expect(valueOfTyped(typed, "date")).toBe(DAY);
});

test.each(["2026-02-30", "12月5日", "去年"])("%s is none, and stays what was typed", (typed) => {
  expect(valueOfTyped(typed, "date")).toBe(typed);
});
