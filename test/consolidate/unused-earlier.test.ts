import { earlierFiles } from "../../src/actions/consolidate";
import { zhCN } from "../../src/locales";
import { blankForm } from "../fill";
import { filledForm } from "../cli/folder";
import { judged, PERIOD, SOFTWARE, TAX, WUHAN } from "./judged";

jest.setTimeout(120_000);

/** A form of the half-year before the one that is consolidated. */
const before = (school: string, day: string, entries: Parameters<typeof filledForm>[0] = []): Promise<Uint8Array> =>
  filledForm(entries, { date: { day } }, [], 1, school);

test("each earlier file that gives nothing is named with its reason, and none that gives something", async () => {
  const words = zhCN.summary.arrivals;
  const files = await Promise.all([
    judged("采用.xlsx", await before(WUHAN, "2026-06-20")),
    judged("先来的.xlsx", await before(SOFTWARE, "2026-06-10")),
    judged("后来的.xlsx", await before(SOFTWARE, "2026-06-20")),
    judged("空白.xlsx", blankForm(TAX, { period: { year: 2026, half: 1 } })),
    judged("本期.xlsx", await filledForm()),
    judged("加密.xlsx"),
  ]);
  expect(earlierFiles(files, PERIOD, zhCN).unused).toEqual([
    { path: "先来的.xlsx", why: words.why.older, refused: false },
    { path: "空白.xlsx", why: words.blankForm, refused: false },
    { path: "本期.xlsx", refused: false },
    { path: "加密.xlsx", why: expect.any(String), refused: true },
  ]);
});
