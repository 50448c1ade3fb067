import type { PlanRow, RowsPlan, WorkbookPlan } from "../domain";

/** Rows between two steps of a progress bar: some hundredths of a second of writing. */
const STEP = 1_000;

/** A plan that tells how far its writer has come with the rows that are made one by one: nearly all of a large workbook. */
export function withRowProgress(
  plan: WorkbookPlan,
  onRow: (done: number) => void,
): { readonly plan: WorkbookPlan; readonly total: number } {
  let [total, done] = [0, 0];
  const watched = (rows: RowsPlan): RowsPlan => {
    total += rows.area.bottom - rows.area.top + 1;
    function* each(): Generator<PlanRow> {
      for (const row of rows) {
        yield row;
        if (++done % STEP === 0) onRow(done);
      }
    }
    return { ...rows, [Symbol.iterator]: each };
  };
  const sheets = plan.sheets.map((sheet) => (sheet.rows ? { ...sheet, rows: watched(sheet.rows) } : sheet));
  return { plan: { ...plan, sheets }, total };
}
