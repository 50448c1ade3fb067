import { consolidate, judgeFile, type JudgedFile, type JudgedForm } from "../../src/actions/consolidate";
import type { Arrival, Catalogue, Form, WorkbookPlan } from "../../src/domain";
import { form } from "../../src/forms";
import { zhCN } from "../../src/locales";
import { writeXlsx } from "../../src/workbook/xlsx";
import { nodeInflate } from "../../src/workbook/xlsx/node-inflate";
import { openXlsx } from "../../src/workbook/xlsx/workbook";
import { filledForm } from "../cli/folder";
import { DEFINITION_SHEET } from "../../src/sheets";
import { partialIdentity } from "../../src/sheets/partial-identity";
import { asGrid, blank, catalogue } from "../sheets/plans";
import { PERIOD, mailed } from "./judged";

/** The same form with other names for the items of its cover: nobody outside of the data may know them. */
const renamed: Form = { ...form, cover: form.cover.map((item, index) => ({ ...item, id: `item-${index}` })) };
const other: Catalogue = { ...catalogue, form: renamed };

async function judgedBy(by: Catalogue, name: string, bytes: Uint8Array, arrival: Partial<Arrival> = {}): Promise<JudgedFile> {
  const open = (content: Uint8Array) => openXlsx(content, { inflate: nodeInflate });
  return judgeFile({ arrival: { path: [name], ...arrival }, bytes }, { open, catalogue: by, locale: zhCN });
}

function formOf({ outcome }: JudgedFile): JudgedForm {
  if (outcome.kind !== "form") throw new Error(outcome.kind);
  return outcome;
}

test("a form is issued alike, whatever the items of its cover are called in the data", () => {
  // All but the definition that the file carries, where the names stand.
  const without = (plan: WorkbookPlan): WorkbookPlan => ({ ...plan, sheets: plan.sheets.filter(({ name }) => name !== DEFINITION_SHEET) });
  const [one, same] = [blank(), blank({ form: renamed })].map((plan) => writeXlsx(without(plan)));
  expect(Buffer.compare(one!, same!)).toBe(0);
});

test("what is asked of the cover is found by what it is for, not by its name", async () => {
  const bytes = await filledForm();
  const [one, same] = [await judgedBy(catalogue, "表.xlsx", bytes), await judgedBy(other, "表.xlsx", bytes)].map(formOf);
  const { counts } = one!.record;
  // That the file carries other names is for the reviewer.
  expect(same!.record).toEqual({ ...one!.record, counts: { ...counts, reviewer: 1 } });
  expect(one!.record).toMatchObject({ email: "zhangsan@example.edu.cn", reported: "2026-12-20" });
  const [known, unknown] = [form, renamed].map((of) => partialIdentity(asGrid(blank()), of));
  expect(unknown).toEqual(known);
});

test.each([
  ["the day alone", {}, undefined],
  ["the telephone number, too", { phone: "027-11111111" }, true],
])("an unsealed file that came later and changes %s is a correction or is none", async (_, change, expected) => {
  const first = await filledForm([], { date: { day: "2026-12-18" } });
  const later = await filledForm([], { date: { day: "2026-12-19" }, ...change });
  for (const by of [catalogue, other]) {
    const sealedOne = await judgedBy(by, "先.xlsx", first, mailed(18));
    const files = [
      { ...sealedOne, outcome: { ...formOf(sealedOne), record: { ...formOf(sealedOne).record, seal: { state: "sealed", code: "AAAA" } } } },
      await judgedBy(by, "后.xlsx", later, mailed(19)),
    ] as const satisfies readonly JudgedFile[];
    const { files: records } = consolidate(files, { period: PERIOD, catalogue: by, passedOver: [] });
    const [fate] = records.flatMap(({ fate: one }) => (one.kind === "superseded" ? [one] : []));
    expect(fate?.perhapsCorrection).toBe(expected);
  }
});

test("a form that asks for no such items is judged all the same", async () => {
  const without: Form = { ...form, cover: form.cover.map(({ role: _, ...item }) => item) };
  const { record } = formOf(await judgedBy({ ...catalogue, form: without }, "表.xlsx", await filledForm()));
  expect(record.email).toBe("");
  expect(record).not.toHaveProperty("reported");
});
