/** @jest-environment ./test/taskpane/environment.ts */
import { screen, waitFor } from "@testing-library/react";
import { act } from "react";
import { leaveArrival, PAGE_EVENTS } from "../../src/actions/arrival";
import { liveForm } from "../../src/actions/live-form";
import { catalogue } from "../../src/forms";
import { run, type ribbonFunctions } from "../../src/commands/functions";
import { fill, zhCN } from "../../src/locales";
import { programmePlaces, valueAt } from "../../src/sheets/places";
import { summary } from "../../src/sheets/summary";
import { liveTroubleOf, openOffice } from "../../src/workbook/office";
import { writeXlsx } from "../../src/workbook/xlsx";
import { blankForm, entries, type Sheet } from "../fill";
import { empty } from "../sheets/consolidated";
import { blank } from "../sheets/plans";
import { button, enter, filledFile, openPane, tab, unwatched } from "./pane";

const SCHOOL = "武汉职业技术学院";
const words = zhCN.pane;
const { notice } = words;
const filled = (sheets: readonly Sheet[] = []): Promise<Uint8Array> => filledFile(blankForm(SCHOOL), entries(SCHOOL, sheets));

/** A button of the ribbon, on the page of the pane. */
function press(name: keyof typeof ribbonFunctions): Promise<void> {
  return act(() =>
    run(
      name,
      {
        catalogue,
        workbook: openOffice(liveForm(catalogue.form)),
        locale: zhCN,
        write: async (plan) => writeXlsx(plan),
        troubleOf: liveTroubleOf,
        leave: (arrival) => leaveArrival(document.documentElement, arrival),
        openPane: async () => undefined,
        tellPane: () => void window.dispatchEvent(new Event(PAGE_EVENTS.arrival)),
      },
      () => undefined,
    ),
  );
}

beforeEach(unwatched);

const FAULTS: readonly Sheet[] = [{}, { values: { "20": 180 } }];
const left = fill(notice.notSealedCure, { count: 1 });

test.each([
  ["检查并保存 of a form that passes", "checkAndSave", [], /^已检查并保存/, undefined],
  ["检查并保存 of one that does not", "checkAndSave", FAULTS, notice.notSealed.save, left],
  ["生成报送文件 of a form that passes", "makeReportFiles", [], notice.sentBeside, undefined],
  ["生成报送文件 of one that does not", "makeReportFiles", FAULTS, notice.notSealed.send, left],
] as const)("%s ends with one sentence, in the place of what was said before", async (_, name, sheets, title, cure) => {
  const { user, excel } = await openPane({ settings: { school: SCHOOL } });
  await user.click(await button(words.fill.insert));
  await screen.findByText(notice.inserted);
  enter(excel, entries(SCHOOL, sheets));
  await press(name);
  expect(await screen.findByText(title)).toBeVisible();
  if (cure !== undefined) expect(screen.getByText(cure, { exact: false })).toBeVisible();
  expect(screen.queryByText(notice.inserted)).toBeNull();
});

test("what a function left before the pane was there is said when it is", async () => {
  const outcome = { kind: "saved", code: "AAAA-AAAA-AAAA" } as const;
  await openPane({ file: await filled(), prepare: () => leaveArrival(document.documentElement, { to: "send", outcome }) });
  expect(await screen.findByText(fill(notice.saved, outcome))).toBeVisible();
});

test("a workbook without a form is neither saved nor sealed, and that is said beside why", async () => {
  const { excel } = await openPane();
  await button(words.fill.insert);
  await press("checkAndSave");
  expect(await screen.findByText(notice.notSealed.save)).toBeVisible();
  expect(screen.getByRole("heading", { name: words.check.noForm })).toBeVisible();
  expect(excel.book.saves).toEqual([]);
});

test("检查并保存 beside a reviewers' summary seals and saves nothing, and the pane says why", async () => {
  const plan = blank();
  const { sheets } = summary(empty, catalogue, zhCN);
  const file = await filledFile(writeXlsx({ ...plan, sheets: [...plan.sheets, ...sheets] }), entries(SCHOOL));
  const { excel } = await openPane({ file });
  await screen.findByRole("heading", { name: words.check.clean });
  await press("checkAndSave");
  const bar = (await screen.findByText(notice.notSealed.save)).closest('[role="alert"]');
  expect(bar).toHaveTextContent(zhCN.commands.beside.summary);
  expect(tab(/报送/)).toHaveAttribute("aria-selected", "true");
  expect([excel.book.saves, excel.book.dirty]).toEqual([[], false]);
});

test("an order that stands in a file is not carried out: it was given for another workbook, or on another day", async () => {
  const order = JSON.stringify({ to: "send", send: true });
  const { downloads, excel } = await openPane({ file: await filled(), settings: { arrival: order } });
  await screen.findByRole("heading", { name: words.check.clean });
  expect([downloads, excel.book.saves]).toEqual([[], []]);
});

test("“统计表已插入” goes when the form is filled in", async () => {
  const { user, excel } = await openPane({ settings: { school: SCHOOL } });
  await user.click(await button(words.fill.insert));
  await screen.findByText(notice.inserted);
  enter(excel, [{ at: valueAt(programmePlaces(catalogue.form, "表1"), "18"), value: 21 }]);
  await waitFor(() => expect(screen.queryByText(notice.inserted)).toBeNull());
});
