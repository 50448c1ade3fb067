/**
 * @jest-environment ./test/taskpane/environment.ts
 */
import { act, screen, waitFor, within } from "@testing-library/react";
import { liveForm } from "../../src/actions/live-form";
import { check } from "../../src/actions/check";
import { reporters } from "../../src/actions/report";
import { cellName, keyColumn, keyRow } from "../../src/domain";
import { catalogue, form } from "../../src/forms";
import { fill, zhCN } from "../../src/locales";
import { explanationAt, programmePlaces, valueAt } from "../../src/sheets/places";
import { openOffice } from "../../src/workbook/office";
import { openXlsx } from "../../src/workbook/xlsx";
import { version } from "../../package.json";
import { built, run } from "../cli/built";
import { newFolder, put } from "../cli/folder";
import { entries } from "../fill";
import { shownValue } from "../host/enter";
import { button, enter, openPane, tab } from "./pane";

const SCHOOL = "武汉职业技术学院";
const words = zhCN.pane;

beforeAll(built, 600_000);

/** What the JSON report says of the form in Excel, read over the real client. */
async function throughExcel(): Promise<string> {
  const checked = await check(openOffice(liveForm(catalogue.form)), catalogue, { locale: zhCN });
  if (!checked.ok) throw new Error(checked.error.code);
  const reporter = reporters.json({ tool: { name: "cluster-report", version }, from: "built-in", ...catalogue, locale: zhCN });
  return [
    reporter.begin(),
    reporter.file({ path: "统计表.xlsx", outcome: { kind: "checked", checked: checked.value } }),
    ...reporter.end(),
  ].join("");
}

test("a school with three programmes: insert, fill with faults, see them, fix, explain, seal, save, send", async () => {
  const { excel, user, downloads, copied } = await openPane();

  // 填报
  await user.type(await screen.findByRole("combobox", { name: /填报单位/ }), "武汉职");
  await user.click(await screen.findByRole("option", { name: SCHOOL }));
  expect(screen.getByText("名录中有 3 个专业（群），每个一张表")).toBeVisible();
  expect(screen.getByRole("combobox", { name: /报告期/ })).toHaveValue("2026-S2");
  await user.click(await button(words.fill.insert));
  await screen.findByText(words.notice.inserted);
  expect(excel.book.sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(["封面", "表1", "表2", "表3"]));

  // 检查: a blank form; then filled in by hand, with faults in 表2.
  await screen.findAllByText(/（32 项）/);
  const [places] = [programmePlaces(form, "表2")];
  enter(excel, entries(SCHOOL, [{}, { values: { "20": 180, "29": 0, "18": "２１", "26": "143人" } }, {}]));
  const sum = await screen.findByText(/各分项 .* 之和为 186/);
  await waitFor(() => expect(screen.queryByText(/（32 项）/)).toBeNull());

  // The same form, through Excel and as a file on the command line: the same report, byte for byte.
  const folder = newFolder();
  const commandLine = (bytes: Uint8Array): string => run(folder, ["check", put(folder, "统计表.xlsx", bytes), "--format", "json"]).out;
  const faulty = commandLine(await excel.bytes());
  expect(await throughExcel()).toBe(faulty);
  expect(faulty).toContain("parts-sum-to-total");

  // A click leads to the cell.
  await user.click(sum);
  await waitFor(() => expect(excel.book.active.name).toBe("表2"));
  expect(excel.book.selection.address).toBe(cellName(valueAt(places, "20")).split("!")[1]);

  // 全部修正, looked over first.
  await user.click(await button(/^全部修正/));
  // Without layout Fluent finds nothing to focus in a dialog, and hides it after a while; the real browser judges that.
  const dialog = await screen.findByRole("dialog", { hidden: true });
  const cell26 = cellName(valueAt(places, "26"));
  expect(within(dialog).getAllByRole("checkbox", { hidden: true })).toHaveLength(2);
  await user.click(
    within(dialog).getByRole("checkbox", { hidden: true, name: fill(words.check.fixLine, { cell: cell26, old: "143人", new: 143 }) }),
  );
  await user.click(within(dialog).getByRole("button", { hidden: true, name: fill(words.check.fixApply, { count: 1 }) }));
  await waitFor(() => expect(excel.valueAt(cellName(valueAt(places, "18")))).toBe(21));
  expect(excel.valueAt(cell26)).toBe("143人");
  // 修正 of one finding, by its key.
  await screen.findByText(/^已修正 /);
  await waitFor(() => expect(screen.getByRole("button", { name: words.check.checkNow })).not.toHaveAttribute("aria-disabled", "true"));
  const unit = await screen.findByRole("button", { name: /填的“143人”/ });
  act(() => unit.focus());
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(excel.valueAt(cell26)).toBe(143));
  // What the program cannot know is typed.
  enter(excel, [{ at: valueAt(places, "20"), value: 186 }]);
  await waitFor(() => expect(screen.queryByText(/之和为 186/)).toBeNull());

  // What is left is a query: explained in the pane, accepted by the check.
  await user.click(await screen.findByText(/技术服务到款额填报 0/));
  const box = await screen.findByRole("textbox", { name: words.check.explain });
  await user.type(box, "已核实");
  expect(screen.getByText(zhCN.explanationFault.boilerplate)).toBeVisible();
  await user.clear(box);
  await user.type(box, "合同款项约定于下一年度一月统一拨付到账。");
  await user.click(await button(words.check.explainSave));
  await screen.findByText(words.check.explained);

  // 报送
  await user.click(tab(/报送/));
  await user.click(await button(words.send.save));
  await screen.findByText(/^已检查并保存/);
  expect(excel.book.saves).toEqual(["Prompt"]);
  await user.click(await button(words.send.copy));
  expect(copied).toHaveLength(1);
  await user.click(await button(words.send.file));
  await screen.findByText(words.notice.sentBeside);
  await user.click(await button(words.send.draft.download));

  // The file that was handed out, for those who receive it.
  const [copy, mail] = downloads;
  expect(copy!.name).toBe(`${SCHOOL}-2026年下半年-进展情况统计表-${copied[0]}.xlsx`);
  expect(new TextDecoder().decode(mail!.bytes)).toContain("X-Unsent: 1");
  const received = await check(openXlsx(copy!.bytes), catalogue, { locale: zhCN });
  expect(received.ok && received.value.status).toBe("explained");
  expect(received.ok && received.value.seal).toEqual({ state: "sealed", code: copied[0] });
  const said = commandLine(copy!.bytes);
  const [file] = (JSON.parse(said) as { files: { status: string; seal: object; counts: object }[] }).files;
  expect(file).toMatchObject({
    status: "explained",
    seal: { state: "sealed", code: copied[0] },
    counts: { error: 0, query: 0, explained: 1 },
  });
  expect(await throughExcel()).toBe(said);
  const grid = await openXlsx(copy!.bytes).read();
  if (!grid.ok) throw new Error(grid.error.code);
  for (const sheet of grid.value.sheets)
    for (const [key, { value, formula }] of sheet.cells) {
      const place = cellName({ sheet: sheet.name, row: keyRow(key), column: keyColumn(key) });
      // Formulas are calculated by nobody here; what they stand on is compared.
      if (formula === undefined) expect([place, shownValue(value)]).toEqual([place, excel.valueAt(place)]);
    }
  expect(excel.valueAt(cellName(explanationAt(places, "29")))).toBe("合同款项约定于下一年度一月统一拨付到账。");
});
