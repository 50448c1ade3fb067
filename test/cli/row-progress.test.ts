import { withRowProgress } from "../../src/cli/row-progress";
import type { PlanCell, PlanRow, SheetPlan, WorkbookPlan } from "../../src/domain";
import { writeXlsx } from "../../src/workbook/xlsx";
import { difference } from "../difference";

function* rows(count: number): Generator<PlanRow> {
  for (let row = 1; row <= count; row++) yield { row, cells: [{ column: 0, value: `第${row}行` }] };
}

function sheet(name: string, count: number): SheetPlan {
  const cells: PlanCell[] = [{ row: 0, column: 0, value: "标题" }];
  const plan: SheetPlan = { name, state: "visible", cells };
  if (count === 0) return plan;
  return {
    ...plan,
    rows: { area: { top: 1, left: 0, bottom: count, right: 0 }, heightOf: () => 30, [Symbol.iterator]: () => rows(count) },
  };
}

test("a large workbook tells how far it is written, and is the same", () => {
  const plan: WorkbookPlan = {
    defaultFont: { name: "宋体", size: 10 },
    sheets: [sheet("甲", 2_400), sheet("乙", 0), sheet("丙", 1_700)],
  };
  const steps: number[] = [];
  const watched = withRowProgress(plan, (done) => steps.push(done));
  expect(watched.total).toBe(4_100);
  expect(difference(writeXlsx(watched.plan), writeXlsx(plan))).toBeUndefined();
  expect(steps).toEqual([1_000, 2_000, 3_000, 4_000]);
});
