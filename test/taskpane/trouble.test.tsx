/**
 * @jest-environment ./test/taskpane/environment.ts
 */
import { screen, waitFor, within } from "@testing-library/react";
import { check } from "../../src/actions/check";
import { cellName } from "../../src/domain";
import { fill, zhCN } from "../../src/locales";
import { programmePlaces, valueAt } from "../../src/sheets/places";
import { openXlsx } from "../../src/workbook/xlsx";
import { form } from "../../src/forms";
import { blankForm, entries, type Sheet } from "../fill";
import type { Damage } from "../host";
import { catalogue } from "../sheets/plans";
import { button, enter, filledFile, openPane, tab, unwatched, type OpenPane } from "./pane";

const SCHOOL = "武汉职业技术学院";
const words = zhCN.pane;
const filled = (sheets: readonly Sheet[] = []): Promise<Uint8Array> => filledFile(blankForm(SCHOOL), entries(SCHOOL, sheets));
const FAULTS: readonly Sheet[] = [{}, { values: { "18": "２１", "20": 180, "29": 0 } }];
const places = programmePlaces(form, "表2");
const cell = (code: string): string => cellName(valueAt(places, code));
const slip = (): Promise<HTMLElement> => screen.findByRole("button", { name: /填的“２１”/ });
const sum = (): HTMLElement | null => screen.queryByRole("button", { name: /之和为 186/ });

/** Everything that stands in the book: what must not change by trouble. */
function standing({ excel }: OpenPane): unknown {
  return excel.book.sheets.map(({ name, visibility, cells }) => [
    name,
    visibility,
    [...cells].flatMap(([key, { value, formula }]) =>
      value === null && formula === undefined ? [] : [`${key}: ${JSON.stringify(value)} ${formula ?? ""}`],
    ),
  ]);
}

async function withFaults(options: Parameters<typeof openPane>[0] = {}): Promise<OpenPane> {
  unwatched();
  const pane = await openPane({ file: await filled(FAULTS), ...options });
  await slip();
  return pane;
}

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
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(sum()).toBeVisible();
    await user.click(await button(words.check.checkNow));
    await screen.findByRole("heading", { name: words.check.clean });
    // The other way round: the list says that all is well, and it is not.
    enter(excel, [{ at: valueAt(places, "20"), value: 185 }]);
    await user.click(tab(/报送/));
    await user.click(await button(words.send.save));
    expect(await screen.findByText(words.notice.notSealed)).toBeVisible();
    expect([excel.book.saves, excel.valueAt(cell("20"))]).toEqual([[], 185]);
  });

  test("a doubled one, and many in a row: the form is read once, in one round trip", async () => {
    const { excel } = await withFaults();
    excel.eventsAre("doubled");
    excel.resetTraffic();
    enter(excel, [{ at: valueAt(places, "18"), value: 21 }]);
    enter(excel, [{ at: valueAt(places, "20"), value: 186 }]);
    await waitFor(() => expect(sum()).toBeNull());
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(excel.traffic.requests).toBe(1);
    expect([excel.valueAt(cell("18")), excel.valueAt(cell("20"))]).toEqual([21, 186]);
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
    await pane.user.keyboard("f");
    expect(await told()).toBeVisible();
    expect(standing(pane)).toEqual(before);
    (await slip()).focus();
    await pane.user.keyboard("f");
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
    ["hidden sheets left out", ["_名录", "_meta"].map((sheet) => ({ kind: "sheet-left-out", sheet }) as const)],
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
    await user.keyboard("f");
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
});

describe("撤消", () => {
  test("puts a repair back, and several that were made together", async () => {
    const { excel, user } = await withFaults({ file: await filled([{}, { values: { "18": "２１", "26": "143人" } }]) });
    (await slip()).focus();
    await user.keyboard("f");
    await user.click(await button(words.notice.undo));
    await screen.findByText(words.notice.undone);
    expect(excel.valueAt(cell("18"))).toBe("２１");
    expect(await slip()).toBeVisible();
    expect(screen.queryByRole("button", { name: words.notice.undo })).toBeNull();
    await user.click(await button(/^全部修正/));
    const dialog = await screen.findByRole("dialog", { hidden: true });
    await user.click(within(dialog).getByRole("button", { hidden: true, name: fill(words.check.fixApply, { count: 2 }) }));
    await screen.findByRole("heading", { name: words.check.clean });
    await user.click(await button(words.notice.undo));
    expect(await slip()).toBeVisible();
    expect([excel.valueAt(cell("18")), excel.valueAt(cell("26"))]).toEqual(["２１", "143人"]);
  });

  test("overwrites nothing that was typed since", async () => {
    const { excel, user } = await withFaults();
    (await slip()).focus();
    await user.keyboard("f");
    const undo = await button(words.notice.undo);
    excel.type(cell("18"), 30);
    await user.click(undo);
    expect(await screen.findByText(words.notice.notUndone)).toBeVisible();
    expect(excel.valueAt(cell("18"))).toBe(30);
  });
});

describe("问题清单", () => {
  const rows = ({ excel }: OpenPane): unknown[][] => {
    const { cells } = excel.sheet("问题清单");
    return [0, 1, 2, 3, 4, 5, 6].map((row) => [0, 1, 4, 5].map((column) => cells.get(row * 16384 + column)?.value ?? null));
  };

  test("lists all findings in a sheet, each leading to its cell, and makes the list anew", async () => {
    const pane = await withFaults();
    const { excel, user } = pane;
    await user.click(await button(words.check.writeList));
    await screen.findByText(fill(words.notice.listed, { sheet: "问题清单" }));
    expect(excel.book.active.name).toBe("问题清单");
    const [title, about, heads, ...list] = rows(pane);
    expect([title![0], String(about![0]).includes(SCHOOL)]).toEqual([words.check.sheetTitle, true]);
    expect(heads).toEqual(["序号", "级别", "工作表", "单元格"]);
    expect(list.slice(0, 3).map((line) => line.slice(2).join("!"))).toEqual(["18", "20", "29"].map(cell));
    expect(list[3]![0]).toBeNull();
    expect(excel.sheet("问题清单").cells.get(3 * 16384 + 5)?.link).toMatchObject({ location: cell("18") });
    // It is no part of the form: the pane goes on as before, and so does a file with it.
    enter(excel, [{ at: valueAt(places, "18"), value: 21 }]);
    await waitFor(() => expect(screen.queryByRole("button", { name: /填的“２１”/ })).toBeNull());
    await user.click(await button(words.check.writeList));
    await waitFor(() => expect(rows(pane)[5]![0]).toBeNull());
    const live = await check(openXlsx(await excel.bytes()), catalogue, { locale: zhCN });
    expect(live.ok && live.value.findings.length).toBe(2);
  });

  test("a form is sealed and saved with the list in its workbook; what is sent goes without it, and both seals hold", async () => {
    const { excel, user, downloads } = await withFaults();
    await user.click(await button(words.check.writeList));
    await screen.findByText(fill(words.notice.listed, { sheet: "问题清单" }));
    enter(excel, [
      { at: valueAt(places, "18"), value: 21 },
      { at: valueAt(places, "20"), value: 186 },
      { at: valueAt(places, "29"), value: 236.55 },
    ]);
    await screen.findByRole("heading", { name: words.check.clean });
    await user.click(tab(/报送/));
    await user.click(await button(words.send.save));
    await screen.findByText(/^已检查并保存/);
    const saved = await check(openXlsx(await excel.bytes()), catalogue, { locale: zhCN });
    expect(saved.ok && [saved.value.status, saved.value.seal.state]).toEqual(["clean", "sealed"]);
    expect(excel.sheet("问题清单").visibility).toBe("Visible");
    await user.click(await button(words.send.file));
    await screen.findByText(words.notice.sent);
    const sent = await openXlsx(downloads[0]!.bytes).read();
    expect(sent.ok && sent.value.sheets.map(({ name }) => name)).toEqual(["封面", "表1", "表2", "表3", "_名录", "_meta"]);
    const received = await check(openXlsx(downloads[0]!.bytes), catalogue, { locale: zhCN });
    expect(received.ok && [received.value.status, received.value.seal.state]).toEqual(["clean", "sealed"]);
  });

  test("is refused where the user has a sheet of that name, which stays as it is", async () => {
    const pane = await withFaults({
      prepare: (excel) =>
        void excel.book.sheets.push({ ...excel.sheet("表3"), name: "问题清单", id: "{own}", cells: new Map(), protection: undefined }),
    });
    const before = standing(pane);
    await pane.user.click(await button(words.check.writeList));
    expect(await screen.findByText(fill(words.trouble["name-taken"].title, { what: "问题清单" }))).toBeVisible();
    expect(standing(pane)).toEqual(before);
  });
});

describe("round trips, counted at the pane", () => {
  test("inserting four and one to read, with at most 250 kB; a live check one; a full check at most two; sealing and saving at most three", async () => {
    unwatched();
    const { excel, user } = await openPane({ settings: { school: SCHOOL, period: "2026-S2" } });
    const insert = await button(words.fill.insert);
    excel.resetTraffic();
    await user.click(insert);
    await screen.findByText(words.notice.inserted);
    expect(excel.traffic.requests).toBeLessThanOrEqual(4 + 1);
    expect(excel.traffic.requestBytes).toBeLessThanOrEqual(250_000);
    enter(excel, entries(SCHOOL, FAULTS));
    await slip();
    excel.resetTraffic();
    excel.type(cell("18"), 21);
    await waitFor(() => expect(screen.queryByRole("button", { name: /填的“２１”/ })).toBeNull());
    expect(excel.traffic.requests).toBe(1);
    excel.resetTraffic();
    await user.click(await button(words.check.checkNow));
    await waitFor(() => expect(screen.queryByRole("progressbar")).toBeNull());
    expect(excel.traffic.requests).toBeLessThanOrEqual(2);
    enter(excel, [
      { at: valueAt(places, "20"), value: 186 },
      { at: valueAt(places, "29"), value: 236.55 },
    ]);
    await screen.findByRole("heading", { name: words.check.clean });
    await user.click(tab(/报送/));
    const save = await button(words.send.save);
    excel.resetTraffic();
    await user.click(save);
    await screen.findByText(/^已检查并保存/);
    expect(excel.traffic.requests).toBeLessThanOrEqual(3);
  });

  test("a form that is opened is known after the question whether it is one, and two more", async () => {
    unwatched();
    const { excel } = await openPane({ file: await filled() });
    await screen.findByRole("heading", { name: words.check.clean });
    // Listening to changes is one of its own.
    expect(excel.traffic.requests).toBeLessThanOrEqual(1 + 1 + 2);
  });
});
