/**
 * @jest-environment ./test/taskpane/environment.ts
 */
import { act, screen, waitFor } from "@testing-library/react";
import { check } from "../../src/actions/check";
import { liveForm } from "../../src/actions/live-form";
import { cellName } from "../../src/domain";
import { catalogue as annex2 } from "../../src/forms";
import { zhCN } from "../../src/locales";
import { programmePlaces, valueAt } from "../../src/sheets/places";
import { openOffice } from "../../src/workbook/office";
import { openXlsx } from "../../src/workbook/xlsx";
import { startExcel } from "../host";
import { button, enter, openPane, tab, unwatched } from "../taskpane/pane";
import { ANNEX2, farms, zhFarms } from "./farms";
import { filled, RED } from "./filled";

const places = programmePlaces(farms.form, "作物1");

test("a pane that never saw a form checks it by what the file carries, in its words, mends, seals and sends it", async () => {
  const file = filled({ values: [{ "1": 121, "1-1": "３２" }] });
  const { excel, user, downloads, copied } = await openPane({ file });
  await screen.findByText(/有机播种面积.*121/);
  await screen.findByText(new RegExp(`${farms.form.title}.*按文件自带的表式审核`));
  await screen.findByText(new RegExp(`表式码 ${farms.code}`));
  expect(document.body.textContent).not.toMatch(ANNEX2);
  enter(excel, [{ at: valueAt(places, "1"), value: 31 }]);
  await waitFor(() => expect(screen.queryByText(/有机播种面积.*121/)).toBeNull());
  const fix = await screen.findByRole("button", { name: /填的“３２”/ });
  act(() => fix.focus());
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(excel.valueAt(cellName(valueAt(places, "1-1")))).toBe(32));
  await user.click(tab(/报送/));
  await user.click(await button(zhFarms.pane.send.save));
  await screen.findByText(/^已检查并保存/);
  await user.click(await button(zhFarms.pane.send.copy));
  await user.click(await button(zhFarms.pane.send.file));
  await screen.findByText(zhFarms.pane.notice.sent);
  const [copy] = downloads;
  expect(copy!.name).toBe(`${RED}-2026年下半年-农场情况表-${copied[0]}.xlsx`);
  const received = await check(openXlsx(copy!.bytes), farms, { locale: zhFarms });
  expect(received).toMatchObject({ ok: true, value: { status: "clean", seal: { state: "sealed", code: copied[0] } } });
});

test("the first read of an unknown form takes one round trip more than that of a known one, those that follow none", async () => {
  const trips = async (own: typeof annex2): Promise<number[]> => {
    const excel = startExcel({ api: "1.13", strict: true });
    await excel.openFile(filled());
    const live = openOffice(liveForm(own.form));
    const stop = await live.onChange(() => undefined);
    unwatched();
    const counts: number[] = [];
    for (let time = 0; time < 3; time++) {
      excel.resetTraffic();
      const checked = await check(live, own, { locale: zhCN });
      if (!checked.ok) throw new Error(checked.error.code);
      expect(checked.value.carried?.code).toBe(own === farms ? undefined : farms.code);
      counts.push(excel.traffic.requests);
      excel.type(cellName(valueAt(places, "1")), String(20 + time));
    }
    if (stop.ok) stop.value();
    return counts;
  };
  const [known, unknown] = [await trips(farms), await trips(annex2)];
  expect(known.slice(1)).toEqual([1, 1]);
  expect(unknown).toEqual([known[0]! + 1, 1, 1]);
});

test("a workbook with an unknown form takes a form of the program's own again", async () => {
  const { excel, user } = await openPane({ file: filled() });
  await screen.findByText(new RegExp(`表式码 ${farms.code}`));
  await user.click(tab(/填报/));
  await screen.findByRole("combobox", { name: /填报单位/ });
  expect(excel.book.sheets.map(({ name }) => name)).toContain("首页");
});
