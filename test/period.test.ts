/**
 * @jest-environment jsdom
 */
import { defaultPeriod, periodId } from "../src/domain";
import { zhCN } from "../src/locales";
import { ReviewSession } from "../src/page/consolidate/review-session";
import type { JobClient } from "../src/page/work/job-client";
import { startState } from "../src/taskpane/state/reduce";

/** Days in China, and the period that is reported on. */
const DAYS = `
2026-11-27 2026-S2
2026-12-31 2026-S2
2027-01-01 2026-S2
2027-01-15 2026-S2
2027-01-16 2026-S2
2027-01-31 2026-S2
2027-02-01 2027-S1
2028-02-29 2028-S1
2027-06-30 2027-S1
2027-07-01 2027-S1
2027-07-31 2027-S1
2027-08-01 2027-S2
`
  .trim()
  .split("\n")
  .map((line) => line.split(" ") as [string, string]);

const TIMES = ["00:00:00.000", "07:59:59.999", "08:00:00.000", "23:59:59.999"];

test.each(DAYS)("all day of %s in China the period is %s, in page and pane alike", (day, expected) => {
  for (const time of TIMES) {
    const now = new Date(`${day}T${time}+08:00`);
    const { draft, review } = startState(now);
    // Nothing is run, so its workers need not work.
    const page = new ReviewSession(() => ({}) as JobClient, zhCN, now).state();
    expect([defaultPeriod(now), draft.period, review.period, page.period].map(periodId)).toEqual(Array(4).fill(expected));
  }
});
