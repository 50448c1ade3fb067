/**
 * @jest-environment ./test/taskpane/environment.ts
 */
import { readXlsx } from "hucre";
import { screen, waitFor, within } from "@testing-library/react";
import { check } from "../../src/actions/check";
import { cellName, serialOfDay } from "../../src/domain";
import { form } from "../../src/forms";
import { fill, zhCN } from "../../src/locales";
import { coverAt, coverPlaces, valueAt } from "../../src/sheets/places";
import { openXlsx } from "../../src/workbook/xlsx";
import { blankForm, entries } from "../fill";
import { catalogue } from "../sheets/plans";
import { FAULTS, SCHOOL, cell, filled, places, slip, standing, withFaults } from "./faulty";
import { button, enter, filledFile, openPane, tab, unwatched, type OpenPane } from "./pane";

const words = zhCN.pane;

describe("撤消", () => {
  test("puts a repair back, and several that were made together", async () => {
    const { excel, user } = await withFaults({ file: await filled([{}, { values: { "18": "２１", "26": "144人" } }]) });
    (await slip()).focus();
    await user.keyboard("{Control>}{Enter}{/Control}");
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
    expect([excel.valueAt(cell("18")), excel.valueAt(cell("26"))]).toEqual(["２１", "144人"]);
  });

  test("overwrites nothing that was typed since", async () => {
    const { excel, user } = await withFaults();
    (await slip()).focus();
    await user.keyboard("{Control>}{Enter}{/Control}");
    const undo = await button(words.notice.undo);
    excel.type(cell("18"), 30);
    await user.click(undo);
    expect(await screen.findByText(words.notice.notUndone)).toBeVisible();
    expect(excel.valueAt(cell("18"))).toBe(30);
  });
});

test("全部修正 says how many were made, and names what it left, and why; what is put right later is no longer told", async () => {
  const file = await filled([{}, { values: { "18": "２１", "20": 180, "26": "144人", "13": "７" } }]);
  const { excel, user } = await openPane({ file });
  await user.click(await button(/^全部修正/));
  const dialog = await screen.findByRole("dialog", { hidden: true });
  const ticks = within(dialog).getAllByRole("checkbox", { hidden: true });
  await user.click(ticks[0]!);
  // Somebody types while the list is looked over.
  excel.type(cell("26"), 144);
  await user.click(within(dialog).getByRole("button", { hidden: true, name: fill(words.check.fixApply, { count: ticks.length - 1 }) }));
  const bar = within(
    (await screen.findByText(fill(words.check.fixLine, { cell: cell("18"), old: "２１", new: 21 }), { exact: false })).closest(
      '[role="alert"]',
    )!,
  );
  const { unticked, overtaken, byHand } = words.notice.notFixed;
  for (const [sentence, code] of [
    [unticked, "13"],
    [overtaken, "26"],
    [byHand, "20"],
  ] as const)
    expect(bar.getByText(fill(sentence, { count: 1, cells: cell(code) }), { exact: false })).toBeVisible();
  excel.type(cell("20"), 186);
  await waitFor(() => expect(screen.queryByText(fill(byHand, { count: 1, cells: cell("20") }), { exact: false })).toBeNull());
  expect(await button(words.notice.undo)).toBeVisible();
});

test("全部修正 shows a day as a day, and writes the day", async () => {
  const { excel, user } = await openPane({
    file: await filledFile(blankForm(SCHOOL), entries(SCHOOL, [], { date: "2026年12月20日" })),
  });
  await user.click(await button(/^全部修正/));
  const dialog = await screen.findByRole("dialog", { hidden: true });
  const date = cellName(coverAt(coverPlaces(form, 3), "date"));
  const line = { cell: date, old: "2026年12月20日", new: "2026-12-20" };
  expect(within(dialog).getByRole("checkbox", { hidden: true, name: fill(words.check.fixLine, line) })).toBeInTheDocument();
  await user.click(within(dialog).getByRole("button", { hidden: true, name: fill(words.check.fixApply, { count: 1 }) }));
  await waitFor(() => expect(excel.valueAt(date)).toBe(serialOfDay("2026-12-20")));
});

test("a telephone number stays as it is typed: no number without its first 0, no formula", async () => {
  const { excel } = await openPane({ file: blankForm(SCHOOL) });
  const phone = cellName(coverAt(coverPlaces(form, 3), "phone"));
  for (const typed of ["02700000000", "+86-13800138000"]) {
    excel.type(phone, typed);
    expect(excel.valueAt(phone)).toBe(typed);
  }
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

  test("shows each text whole: a row is as high as its longest text takes lines, also once the file is opened elsewhere", async () => {
    const long = "这是一段很长的填报内容，".repeat(20);
    const { excel, user } = await openPane({ file: await filled([{}, { values: { "18": long } }]) });
    await screen.findByRole("button", { name: /这是一段很长/ });
    await user.click(await button(words.check.writeList));
    await screen.findByText(fill(words.notice.listed, { sheet: "问题清单" }));
    const list = (await readXlsx(await excel.bytes(), { readStyles: true })).sheets.find(({ name }) => name === "问题清单")!;
    const texts = list.rows.flatMap((line, row) =>
      row < 3 ? [] : line.map((text, column) => ({ row, column, text: String(text ?? "") })),
    );
    expect(Math.max(...texts.map(({ text }) => text.length))).toBeGreaterThan(150);
    for (const { row, column, text } of texts) {
      // An ideograph takes the room of two characters; a line of 9 points no less than 11.
      const lines = Math.ceil((2 * [...text].filter((letter) => letter > "\u2e80").length) / list.columns![column]!.width!);
      expect(list.rowDefs?.get(row)?.height ?? 0).toBeGreaterThanOrEqual(Math.min(lines * 11, 409));
    }
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
    expect(sent.ok && sent.value.sheets.map(({ name }) => name)).toEqual(["封面", "表1", "表2", "表3", "_名录", "_表式", "_meta"]);
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
