/**
 * @jest-environment ./test/taskpane/environment.ts
 */
import { screen, waitFor } from "@testing-library/react";
import { check } from "../../src/actions/check";
import { fill, zhCN } from "../../src/locales";
import { valueAt } from "../../src/sheets/places";
import { openXlsx } from "../../src/workbook/xlsx";
import { entries } from "../fill";
import type { Damage } from "../host";
import { catalogue } from "../sheets/plans";
import { SCHOOL, cell, filled, places, slip, standing, sum, withFaults } from "./faulty";
import { button, enter, openPane, tab, unwatched, type OpenPane } from "./pane";

const words = zhCN.pane;

describe("events are hints, and a full read decides", () => {
  test("a lost one: 重新检查 shows what was typed, and sealing never goes by an old list", async () => {
    const pane = await withFaults();
    const { excel, user } = pane;
    excel.eventsAre("lost");
    enter(excel, [
      { at: valueAt(places, "18"), value: 21 },
      { at: valueAt(places, "20"), value: 186 },
      { at: valueAt(places, "29"), value: 236.55 },
    ]);
    expect(sum()).toBeVisible();
    await user.click(await button(words.check.checkNow));
    await screen.findByRole("heading", { name: words.check.clean });
    // The other way round: the list says that all is well, and it is not.
    enter(excel, [{ at: valueAt(places, "20"), value: 185 }]);
    await user.click(tab(/报送/));
    await user.click(await button(words.send.save));
    expect(await screen.findByText(words.notice.notSealed.save)).toBeVisible();
    expect([excel.book.saves, excel.valueAt(cell("20"))]).toEqual([[], 185]);
  });

  test("a doubled one, and many in a row: the form is read once, in one round trip", async () => {
    const { excel } = await withFaults();
    excel.eventsAre("doubled");
    excel.resetTraffic();
    enter(excel, [{ at: valueAt(places, "18"), value: 21 }]);
    enter(excel, [{ at: valueAt(places, "20"), value: 186 }]);
    await waitFor(() => expect(sum()).toBeNull());
    expect([excel.valueAt(cell("18")), excel.valueAt(cell("20"))]).toEqual([21, 186]);
    // One more that is seen: had there been a second read of the first ones, it would have come before.
    enter(excel, [{ at: valueAt(places, "20"), value: 185 }]);
    await waitFor(() => expect(sum()).toBeVisible());
    expect(excel.traffic.requests).toBe(2);
  });
});

describe("an Excel that does not answer at once", () => {
  test("busy for a moment: asked again, and nobody hears of it", async () => {
    const { excel, user } = await withFaults();
    excel.type(cell("18"), 21);
    excel.failNext("busy", "busy");
    await user.click(await button(words.check.checkNow));
    await waitFor(() => expect(screen.queryByRole("button", { name: /填的“２１”/ })).toBeNull());
    expect(screen.queryByText(words.trouble.busy.title)).toBeNull();
  });

  test("a cell is being edited after a hint: no word about it, and the form is read once the editing ends", async () => {
    const { excel } = await withFaults();
    excel.failNext("cell-edit", "cell-edit");
    excel.type(cell("18"), 21);
    await waitFor(() => expect(screen.queryByRole("button", { name: /填的“２１”/ })).toBeNull());
    expect(screen.queryByText(words.trouble["cell-edit-mode"].title)).toBeNull();
  });
});

describe.each([
  ["busy", "busy", 4],
  ["cell-edit", "cell-edit-mode", 1],
  ["access-denied", "access-denied", 1],
  ["request-too-large", "payload-too-large", 1],
  ["response-too-large", "payload-too-large", 1],
] as const)("%s", (failure, kind, times) => {
  const fail = ({ excel }: OpenPane): void => excel.failNext(...Array.from({ length: times }, () => failure));
  const told = (): Promise<HTMLElement> => screen.findByText(words.trouble[kind].title);

  test("at a check: told with its cure, what was found stays, and the next check goes on", async () => {
    const pane = await withFaults();
    const before = standing(pane);
    fail(pane);
    await pane.user.click(await button(words.check.checkNow));
    expect(await told()).toBeVisible();
    expect(screen.getByText(words.trouble[kind].cure)).toBeVisible();
    expect([sum(), standing(pane)]).toEqual([expect.anything(), before]);
    await pane.user.click(await button(words.check.checkNow));
    await waitFor(() => expect(screen.queryByText(words.trouble[kind].title)).toBeNull());
  });

  test("at a repair: told, the cell is as it was, and the repair can be asked for again", async () => {
    const pane = await withFaults();
    const before = standing(pane);
    // The read before the repair succeeds; the write fails.
    pane.excel.beforeNext(() => undefined);
    (await slip()).focus();
    pane.excel.afterNext(() => fail(pane));
    await pane.user.keyboard("{Control>}{Enter}{/Control}");
    expect(await told()).toBeVisible();
    expect(standing(pane)).toEqual(before);
    (await slip()).focus();
    await pane.user.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(pane.excel.valueAt(cell("18"))).toBe(21));
  });

  test("at inserting: told, the book is as it was, what was chosen stays, and it can be tried again", async () => {
    unwatched();
    const pane = await openPane({ settings: { school: SCHOOL } });
    await button(words.fill.insert);
    const before = standing(pane);
    pane.excel.afterNext(() => fail(pane));
    await pane.user.click(await button(words.fill.insert));
    expect(await told()).toBeVisible();
    expect(standing(pane)).toEqual(before);
    expect(screen.getByRole("combobox", { name: /填报单位/ })).toHaveValue(SCHOOL);
    await pane.user.click(await button(words.fill.insert));
    await screen.findByText(words.notice.inserted);
  });

  test("at 检查并保存: told, nothing is sealed by half, and the next time it is", async () => {
    unwatched();
    const pane = await openPane({ file: await filled() });
    await screen.findByRole("heading", { name: words.check.clean });
    await pane.user.click(tab(/报送/));
    const before = standing(pane);
    pane.excel.afterNext(() => fail(pane));
    await pane.user.click(await button(words.send.save));
    expect(await told()).toBeVisible();
    expect([standing(pane), pane.excel.book.saves]).toEqual([before, []]);
    await pane.user.click(await button(words.send.save));
    await screen.findByText(/^已检查并保存/);
    expect(pane.excel.book.saves).toEqual(["Prompt"]);
  });
});

describe("a form that does not arrive whole", () => {
  test.each<[string, Damage[]]>([
    ["a validation dropped", [{ kind: "validation-dropped", sheet: "表2", cell: "F10" }]],
    ["formulas turned into links to another workbook", [{ kind: "formulas-linked", sheet: "表1" }]],
    ["hidden sheets left out", ["_名录", "_表式", "_meta"].map((sheet) => ({ kind: "sheet-left-out", sheet }) as const)],
    ["hidden sheets shown", [{ kind: "sheets-shown" }]],
  ])("%s: mended, and the form that is then filled in passes", async (_, damages) => {
    const { excel, user } = await openPane({ settings: { school: SCHOOL, period: "2026-S2" } });
    excel.damageNextInsert(...damages);
    await user.click(await button(words.fill.insert));
    await screen.findByText(words.notice.inserted);
    // Plain references only: there is no name that an insert could turn into #REF!.
    expect(excel.book.names).toEqual([]);
    enter(excel, entries(SCHOOL));
    await screen.findByRole("heading", { name: words.check.clean });
    const file = await check(openXlsx(await excel.bytes()), catalogue, { locale: zhCN });
    expect(file.ok && file.value.status).toBe("clean");
  });

  test("a sheet that people fill in is missing: what came is taken back, and another way is named", async () => {
    const pane = await openPane({ settings: { school: SCHOOL } });
    await button(words.fill.insert);
    const before = standing(pane);
    pane.excel.damageNextInsert({ kind: "sheet-left-out", sheet: "表2" });
    await pane.user.click(await button(words.fill.insert));
    expect(await screen.findByText(fill(words.trouble["damaged-insert"].title, { what: "表2" }))).toBeVisible();
    expect(standing(pane)).toEqual(before);
    await pane.user.click(await button(words.fill.openNew));
    await screen.findByText(words.notice.opened);
    expect(pane.excel.opened).toHaveLength(1);
  });

  test("a name that turned into #REF! is none of the form's, and stays what its owner makes of it", async () => {
    const { excel, user } = await openPane({
      settings: { school: SCHOOL },
      prepare: ({ book }) => void book.names.push({ name: "我的区域", formula: "=#REF!", visible: true }),
    });
    await user.click(await button(words.fill.insert));
    await screen.findByText(words.notice.inserted);
    expect(excel.book.names.map(({ name, formula }) => [name, formula])).toEqual([["我的区域", "=#REF!"]]);
  });
});

describe("somebody types meanwhile", () => {
  test("during a check: what is shown in the end is what stands there", async () => {
    const { excel, user } = await withFaults();
    excel.beforeNext(() => excel.type(cell("20"), 186));
    await user.click(await button(words.check.checkNow));
    await waitFor(() => expect(sum()).toBeNull());
    excel.afterNext(() => excel.type(cell("20"), 187));
    await user.click(await button(words.check.checkNow));
    await waitFor(() => expect(sum()).toBeVisible());
    expect(excel.valueAt(cell("20"))).toBe(187);
  });

  test("between a finding and its repair: what was typed stays, and the pane says so", async () => {
    const { excel, user } = await withFaults();
    const row = await slip();
    excel.eventsAre("lost");
    excel.type(cell("18"), 25);
    row.focus();
    await user.keyboard("{Control>}{Enter}{/Control}");
    expect(await screen.findByText(words.notice.overtaken)).toBeVisible();
    expect(excel.valueAt(cell("18"))).toBe(25);
  });

  test("an explanation that is being written survives the checks that others' typing causes", async () => {
    const { excel, user } = await withFaults();
    await user.click(await screen.findByText(/技术服务到款额填报 0/));
    await user.type(await screen.findByRole("textbox", { name: words.check.explain }), "款项按合同约定");
    excel.type(cell("18"), 21);
    await waitFor(() => expect(screen.queryByRole("button", { name: /填的“２１”/ })).toBeNull());
    expect(screen.getByRole("textbox", { name: words.check.explain })).toHaveValue("款项按合同约定");
  });

  test("an explanation that is being written is still there when the person has looked at something else", async () => {
    const { user } = await withFaults();
    const open = async (): Promise<HTMLElement> => {
      await user.click(await screen.findByText(/技术服务到款额填报 0/));
      return screen.findByRole("textbox", { name: words.check.explain });
    };
    await user.type(await open(), "款项按合同约定");
    await user.click(await slip());
    expect(screen.queryByRole("textbox", { name: words.check.explain })).toBeNull();
    expect(await open()).toHaveValue("款项按合同约定");
    await user.click(screen.getByRole("tab", { name: words.tabs.fill }));
    await user.click(screen.getByRole("tab", { name: new RegExp(`^${words.tabs.check}`) }));
    expect(await screen.findByRole("textbox", { name: words.check.explain })).toHaveValue("款项按合同约定");
  });
});
