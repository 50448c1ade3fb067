/**
 * @jest-environment ./test/taskpane/environment.ts
 */
import { act, screen, waitFor, within } from "@testing-library/react";
import { liveForm } from "../../src/actions/live-form";
import { check } from "../../src/actions/check";
import { cellName, type CellRef } from "../../src/domain";
import { fill } from "../../src/locales";
import { programmePlaces, PROGRAMME_COLUMNS, valueAt } from "../../src/sheets/places";
import { SUMMARY_SHEETS } from "../../src/sheets/summary";
import { openOffice } from "../../src/workbook/office";
import { openXlsx } from "../../src/workbook/xlsx";
import { button, enter, openPane, summariesHere, tab } from "../taskpane/pane";
import { ANNEX2, farms, zhFarms } from "./farms";
import { EAST, filled, fillings, RED } from "./filled";

const words = zhFarms.pane;
const places = programmePlaces(farms.form, "作物1");
const around = { catalogue: farms, locale: zhFarms, workbook: openOffice(liveForm(farms.form)), summaries: summariesHere(farms) };
/** What hands type in the grid: days as days. */
const typed = (filling: Parameters<typeof fillings>[0]): { at: CellRef; value: string | number | null }[] =>
  fillings(filling).flatMap((change) => (change.kind === "value" ? [{ at: change, value: change.value as string | number | null }] : []));

test("the second form is inserted in Excel, filled in with faults, mended, explained, sealed and sent", async () => {
  const { excel, user, downloads, copied } = await openPane({ around });
  await user.type(await screen.findByRole("combobox", { name: /农场名称/ }), "示例红");
  await user.click(await screen.findByRole("option", { name: RED }));
  await user.click(await button(words.fill.insert));
  await screen.findByText(words.notice.inserted);
  expect(excel.book.sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(["首页", "作物1", "作物2"]));
  // Codes are texts in Excel, whatever they look like.
  for (const { code } of farms.form.indicators)
    expect(excel.valueAt(cellName({ sheet: "作物1", row: places.indicators.get(code)!, column: PROGRAMME_COLUMNS.code }))).toBe(code);

  enter(excel, typed({ values: [{ "1": 121, "1-1": "３２", true: 4_500 }] }));
  const whole = await screen.findByText(/有机播种面积.*121/);
  expect(document.body.textContent).not.toMatch(ANNEX2);
  await user.click(whole);
  await waitFor(() => expect(excel.book.selection.address).toBe(cellName(valueAt(places, "1")).split("!")[1]));
  enter(excel, [{ at: valueAt(places, "1"), value: 31 }]);
  await waitFor(() => expect(screen.queryByText(/有机播种面积.*121/)).toBeNull());
  const fix = await screen.findByRole("button", { name: /填的“３２”/ });
  act(() => fix.focus());
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(excel.valueAt(cellName(valueAt(places, "1-1")))).toBe(32));

  await user.click(await screen.findByText(/销售收入.*4500/));
  await user.type(await screen.findByRole("textbox", { name: words.check.explain }), "本期出售库存陈粮，收入集中。");
  await user.click(await button(words.check.explainSave));
  await screen.findByText(words.check.explained);

  await user.click(tab(/报送/));
  await user.click(await button(words.send.save));
  await screen.findByText(/^已检查并保存/);
  await user.click(await button(words.send.copy));
  await user.click(await button(words.send.file));
  await screen.findByText(words.notice.sentBeside);
  const [copy] = downloads;
  expect(copy!.name).toBe(`${RED}-2026年下半年-农场情况表-${copied[0]}.xlsx`);
  const received = await check(openXlsx(copy!.bytes), farms, { locale: zhFarms });
  expect(received).toMatchObject({ ok: true, value: { status: "explained", seal: { state: "sealed", code: copied[0] } } });
});

test("files of the second form are consolidated in Excel, each indicator alone", async () => {
  const { excel, user } = await openPane({ around });
  const files = [
    ["红星.xlsx", filled()],
    ["东风.xlsx", filled({ school: EAST, values: [{ "1.1": 7, "01": 200 }] })],
  ] as const;
  await user.click(await screen.findByRole("tab", { name: words.tabs.review }));
  await button(words.review.start);
  const picker = document.querySelector<HTMLInputElement>(`input[type=file][aria-label="${words.review.files}"]`)!;
  await user.upload(
    picker,
    files.map(([name, bytes]) => new File([bytes.slice()], name, { lastModified: Date.UTC(2026, 11, 21) })),
  );
  await user.click(await button(words.review.start));
  const result = await screen.findByRole("heading", { name: new RegExp(words.review.result) }, { timeout: 60_000 });
  expect(within(result.closest("section") ?? document.body).queryByText(ANNEX2)).toBeNull();
  await user.click(await button(words.review.insert));
  await screen.findByText(fill(words.notice.summary, { sheet: SUMMARY_SHEETS.totals }));
  const { cells } = excel.sheet(SUMMARY_SHEETS.totals);
  const at = (code: string): unknown => {
    const [key] = [...cells].find(([place, { value }]) => place % 16_384 === 1 && value === code)!;
    return cells.get(key + 3)?.value;
  };
  expect(["01", "1", "1.1", "1.10", "1E2", "100"].map(at)).toEqual([442, 92.5, 16, 267.75, 182.75, 85]);
});
