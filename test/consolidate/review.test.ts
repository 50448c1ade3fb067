import { consolidate, consolidationTally, earlierValues, judgeFile } from "../../src/actions/consolidate";
import { blocks, linesOf, pendingFigures, reviewFigures, schools, type Consolidation } from "../../src/domain";
import { form, roster } from "../../src/forms";
import { zhCN } from "../../src/locales";
import { nodeInflate } from "../../src/workbook/xlsx/node-inflate";
import { openXlsx } from "../../src/workbook/xlsx/workbook";
import { VALUES } from "../fill";
import { filled, sealed } from "../province/forms";
import type { Numbers } from "../province/numbers";
import { catalogue } from "../sheets/plans";

jest.setTimeout(120_000);

const PERIOD = { year: 2026, half: 2 } as const;
const [SCHOOL, OTHER] = schools(roster).filter((school) => linesOf(roster, school).length === 1);

/** Plausible numbers, so many times as large as usual. */
const times = (factor: number): Numbers => {
  const numbers = Object.fromEntries(Object.entries(VALUES).map(([code, value]) => [code, Math.round(value * factor)]));
  return { ...numbers, "20": numbers["21"]! + numbers["22"]! + numbers["23"]! };
};

/** Two schools, of forms issued without 对比数; of the first the reviewer knows what it reported before. */
async function consolidated(before: Numbers, now: Numbers): Promise<Consolidation> {
  const lines = [{ ...linesOf(roster, SCHOOL!)[0]!, values: before }];
  const earlier = earlierValues(["2025-S2", "2026-S1"].map((period) => ({ path: period, period, lines })), PERIOD, form); // prettier-ignore
  const options = { open: (bytes: Uint8Array) => openXlsx(bytes, { inflate: nodeInflate }), catalogue, locale: zhCN, earlier };
  const files = [filled({ school: SCHOOL!, period: PERIOD, day: "2026-12-20", numbers: [now] }), filled({ school: OTHER!, period: PERIOD, day: "2026-12-20", numbers: [times(9)] })]; // prettier-ignore
  const judged = await Promise.all(
    files.map(async (bytes, index) => judgeFile({ arrival: { path: [`${index}.xlsx`] }, bytes: await sealed(bytes) }, options)),
  );
  return consolidate(judged, { period: PERIOD, catalogue, passedOver: [] });
}

test.each([
  ["fell", times(20), times(10)],
  ["rose", times(10), times(20)],
])(
  "what only the reviewer can verify is listed and weighed, is told of, and leaves every total and change whole: figures that %s",
  async (_, before, now) => {
    // prettier-ignore
    const result = await consolidated(before, now);
    const theirs = result.findings.filter(({ finding }) => finding.for === "reviewer");
    expect(theirs.filter(({ effect = 0 }) => effect >= 0.01).length).toBeGreaterThan(10);
    expect(result.findings.filter(({ finding, pending }) => pending !== undefined && !blocks(finding))).toEqual([]);
    expect(result.files.map((file) => file.form!.status)).toEqual(["clean", "clean"]);
    const [isPending, isReview] = [pendingFigures(result), reviewFigures(result)];
    const figures = result.lines.flatMap((line) => form.indicators.map(({ code }) => ({ line, code })));
    expect(figures.filter(({ line, code }) => isPending(line, code))).toEqual([]);
    const review = figures.filter(({ line, code }) => isReview(line, code));
    expect(review.map(({ line }) => line.school)).toEqual(review.map(() => SCHOOL));
    expect(consolidationTally(result)).toMatchObject({ pending: 0, review: review.length });
    for (const { total, comparable, matched, before: was, lines, settled } of result.movements)
      expect(settled).toEqual({ total, comparable, matched, before: was, lines });
    const of = result.movements.find(({ indicator, matched }) => indicator === "08" && matched === 1)!;
    expect([of.comparable, of.before]).toEqual([now["08"], before["08"]]);
  },
);
