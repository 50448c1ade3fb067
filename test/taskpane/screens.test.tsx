/**
 * @jest-environment ./test/taskpane/environment.ts
 */
import { act, screen, waitFor, within } from "@testing-library/react";
import { readFileSync } from "node:fs";
import { check } from "../../src/actions/check";
import { cellName } from "../../src/domain";
import { form } from "../../src/forms";
import { enUS, fill, zhCN, type Locale } from "../../src/locales";
import { programmePlaces, textAt, valueAt } from "../../src/sheets/places";
import { openXlsx } from "../../src/workbook/xlsx";
import { blankForm, entries, TEXTS, type Sheet } from "../fill";
import { sealed, withNumber } from "../province/forms";
import { catalogue } from "../sheets/plans";
import { turns } from "../turns";
import { ASK_EVERY } from "../../src/taskpane/effects/watch";
import { button, enter, filledFile, openPane, tab } from "./pane";

const SCHOOL = "武汉职业技术学院";
const words = zhCN.pane;
const filled = (sheets: readonly Sheet[] = []): Promise<Uint8Array> => filledFile(blankForm(SCHOOL), entries(SCHOOL, sheets));
const FAULTS: readonly Sheet[] = [{}, { values: { "18": "２１", "20": 180, "29": 0 } }];
const places = programmePlaces(form, "表2");

interface Axe {
  run(of: Element, options: object): Promise<{ violations: readonly { id: string; nodes: readonly { html: string }[] }[] }>;
}
/** What axe-core objects to. Colours need a layout engine: the real browser judges them. */
async function objections(): Promise<string[]> {
  const page = globalThis as unknown as { axe?: Axe };
  // eslint-disable-next-line no-eval -- axe-core is made to be run as a script of the page
  if (!page.axe) (0, eval)(readFileSync(require.resolve("axe-core"), "utf8"));
  const { violations } = await page.axe!.run(document.body, {
    rules: { "color-contrast": { enabled: false }, region: { enabled: false } },
  });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

test.each([
  ["Chinese", zhCN],
  ["English", enUS],
] as const)("every screen can be used with a screen reader, in %s", async (_, lang: Locale) => {
  const { user } = await openPane({ lang, file: await filled(FAULTS) });
  await user.click(await screen.findByRole("button", { name: /^29 |29 技术服务到款额/ }));
  expect(await objections()).toEqual([]);
  await user.click(screen.getByRole("tab", { name: lang.pane.tabs.send }));
  await screen.findByText(lang.pane.send.blocks);
  expect(await objections()).toEqual([]);
  await user.click(screen.getByRole("tab", { name: lang.pane.tabs.fill }));
  await screen.findByRole("combobox", { name: new RegExp(lang.pane.fill.school) });
  expect(await objections()).toEqual([]);
});

test("the list by keyboard alone: arrows walk it, Enter leads to the cell, Ctrl+Enter repairs, and the focus stays when a row goes", async () => {
  const { excel, user } = await openPane({ file: await filled(FAULTS) });
  const first = await screen.findByRole("button", { name: /填的“２１”/ });
  act(() => first.focus());
  await user.keyboard("{ArrowDown}");
  expect(screen.getByRole("button", { name: /之和为 186/ })).toHaveFocus();
  await user.keyboard("{Enter}");
  await waitFor(() => expect(excel.book.selection.address).toBe(cellName(valueAt(places, "20")).split("!")[1]));
  await user.keyboard("{Home}");
  expect(first).toHaveFocus();
  // WCAG 2.1.4: no letter alone writes into the sheet.
  await user.keyboard("abcdefghijklmnopqrstuvwxyzFR ");
  await user.click(await button(words.check.checkNow));
  await waitFor(() => expect(screen.getByRole("button", { name: words.check.checkNow })).not.toHaveAttribute("aria-disabled", "true"));
  expect(excel.valueAt(cellName(valueAt(places, "18")))).toBe("２１");
  act(() => first.focus());
  await user.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(screen.queryByRole("button", { name: /填的“２１”/ })).toBeNull());
  const line = fill(words.check.fixLine, { cell: cellName(valueAt(places, "18")), old: "２１", new: 21 });
  expect(await screen.findByText(fill(words.notice.fixedOne, { fix: line }))).toBeVisible();
  // The row that took its place has the focus now.
  await waitFor(() => expect(screen.getByRole("button", { name: /之和为 186/ })).toHaveFocus());
  // Typed until nothing is left: the focus is on the headline, not lost.
  enter(excel, [
    { at: valueAt(places, "20"), value: 186 },
    { at: valueAt(places, "29"), value: 236.55 },
  ]);
  await waitFor(() => expect(screen.getByRole("heading", { name: words.check.clean })).toHaveFocus());
  expect(screen.getByRole("status")).toHaveTextContent(words.check.announceClean);
});

test("keys that belong to the input method move nothing", async () => {
  const { user } = await openPane({ file: await filled(FAULTS) });
  const first = await screen.findByRole("button", { name: /填的“２１”/ });
  act(() => {
    first.focus();
    first.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowDown", isComposing: true, bubbles: true }));
  });
  expect(first).toHaveFocus();
  await user.keyboard("{ArrowDown}");
  expect(first).not.toHaveFocus();
});

test("全部通过 has a face of its own, and leads to 报送", async () => {
  const { user } = await openPane({ file: await filled() });
  expect(await screen.findByRole("heading", { name: words.check.clean })).toBeVisible();
  await user.click(await button(words.check.toSend));
  expect(await screen.findByText(words.send.ready)).toBeVisible();
  expect(await objections()).toEqual([]);
});

test("only what was asked for is listed: by kind, by word, and all again", async () => {
  const { user } = await openPane({ file: await filled(FAULTS) });
  const heads = (): number => document.querySelectorAll("[data-row]").length;
  await user.click(await button(`1 ${words.check.counts.query}`));
  expect(heads()).toBe(1);
  await user.click(await button(words.check.clearFilter));
  expect(heads()).toBe(3);
  await user.type(screen.getByRole("searchbox"), "没有这句话");
  expect(await screen.findByText(words.check.nothingMatches)).toBeVisible();
});

test("a blocked form is neither sealed nor sent; each line of 报送 leads to its finding", async () => {
  const { excel, user, downloads } = await openPane({ file: await filled(FAULTS) });
  await screen.findByRole("button", { name: /填的“２１”/ });
  await user.click(tab(/报送/));
  await user.click(await button(words.send.save));
  expect(await screen.findByText(words.notice.notSealed.save)).toBeVisible();
  await user.click(await button(words.send.file));
  expect(await screen.findByText(words.notice.notSealed.send)).toBeVisible();
  expect([excel.book.saves, downloads]).toEqual([[], []]);
  await user.click(await button(/之和为 186/));
  await waitFor(() => expect(screen.getByRole("button", { name: /之和为 186/ })).toHaveAttribute("aria-expanded", "true"));
  expect(excel.book.active.name).toBe("表2");
});

test.each([
  ["left alone", words.cancel, 186],
  ["opened", words.fill.exists.open, 186],
  ["replaced", words.fill.exists.replace, ""],
])("a workbook that holds a form is asked about, and %s", async (_, answer, expected) => {
  const { excel, user } = await openPane({ file: await filled(), settings: { school: SCHOOL, period: "2026-S2" } });
  await screen.findByRole("heading", { name: words.check.clean });
  await user.click(tab(/填报/));
  // Which form is there, what would become of it, and the way on with it stand there before anything is pressed.
  const here = within(await screen.findByRole("region", { name: words.fill.exists.title }));
  const facts = { school: SCHOOL, period: "2026年下半年", seal: zhCN.commands.report.seal.none };
  expect(here.getByText(fill(words.fill.exists.here, facts))).toBeVisible();
  expect(here.getByText(words.fill.exists.text)).toBeVisible();
  expect(here.getByRole("button", { name: words.fill.exists.open })).toBeVisible();
  await user.click(await button(words.fill.exists.replace));
  // Without layout Fluent finds nothing to focus in a dialog, and hides it after a while; the real browser judges that.
  const dialog = await screen.findByRole("alertdialog", { hidden: true });
  await user.click(within(dialog).getByRole("button", { name: answer, hidden: true }));
  await waitFor(() => expect(screen.queryByRole("alertdialog", { hidden: true })).toBeNull());
  if (answer === words.fill.exists.replace) await screen.findByText(words.notice.inserted);
  expect(excel.valueAt(cellName(valueAt(places, "20")))).toBe(expected);
});

test("the form in the workbook goes before what the workbook remembers, until somebody chooses otherwise", async () => {
  const other = "襄阳职业技术学院";
  const { excel, user } = await openPane({ file: await filled(), settings: { school: other, period: "2025-S1" } });
  await screen.findByRole("heading", { name: words.check.clean });
  await user.click(tab(/填报/));
  const school = await screen.findByRole("combobox", { name: /填报单位/ });
  expect(school).toHaveValue(SCHOOL);
  expect(screen.getByRole("combobox", { name: /报告期/ })).toHaveValue("2026-S2");
  await user.clear(school);
  await user.type(school, other);
  enter(excel, [{ at: valueAt(places, "20"), value: 180 }]);
  expect(await screen.findByRole("tab", { name: /检查.*1/ })).toBeVisible();
  expect(school).toHaveValue(other);
  // Before it takes the place of what is there, the question says whose it would be.
  await user.click(await button(words.fill.exists.replace));
  const dialog = await screen.findByRole("alertdialog", { hidden: true });
  expect(within(dialog).getByText(fill(words.fill.exists.instead, { school: other, period: "2026年下半年" }))).toBeInTheDocument();
});

test("a blank form is accused of no errors: it says what is required, until the first figure is entered", async () => {
  const { excel } = await openPane({ file: blankForm(SCHOOL) });
  const said = new RegExp(`^${words.check.blankForm}`);
  expect(await screen.findByText(words.check.blankForm)).toBeVisible();
  const blank = await check(openXlsx(blankForm(SCHOOL)), catalogue, { locale: zhCN });
  const required = blank.ok ? blank.value.counts.error : 0;
  expect(screen.getByText(fill(words.check.blankFormNext, { count: required }))).toBeVisible();
  expect(required).toBeGreaterThan(20);
  expect(screen.getByRole("tab", { name: /检查/ })).toHaveTextContent(String(required));
  expect(screen.getByRole("status")).toHaveTextContent(said);
  const errors = new RegExp(`^\\d+ ${words.check.counts.error}$`);
  expect(screen.queryByRole("button", { name: errors })).toBeNull();
  enter(excel, [{ at: valueAt(places, "18"), value: 21 }]);
  expect(await screen.findByRole("button", { name: errors })).toBeVisible();
  expect(screen.queryByText(words.check.blankForm)).toBeNull();
  expect(screen.getByRole("status")).not.toHaveTextContent(said);
});

test("earlier forms: which are used, which are not, and why", async () => {
  const { user } = await openPane({ settings: { school: SCHOOL } });
  await screen.findByText(words.fill.earlierHint);
  const last = await sealed(await filledFile(blankForm(SCHOOL, { period: { year: 2026, half: 1 } }), entries(SCHOOL)));
  const changed = withNumber(last, 0, "01", -3);
  const file = (name: string, bytes: Uint8Array): File => {
    const made = new File([], name);
    Object.defineProperty(made, "arrayBuffer", { value: async () => bytes.slice().buffer });
    return made;
  };
  const input = document.querySelector<HTMLInputElement>('input[type="file"]')!;
  await user.upload(input, [
    file("上期.xlsx", last),
    file("改动.xlsx", changed),
    file("空白.xlsx", blankForm(SCHOOL, { period: { year: 2026, half: 1 } })),
    file("外校.xlsx", blankForm("襄阳职业技术学院")),
    file("坏.xlsx", new Uint8Array([1, 2, 3])),
  ]);
  expect(await screen.findByText(words.fill.used)).toBeVisible();
  expect(screen.getByText(words.fill.unused["another-school"])).toBeVisible();
  expect(screen.getByText(zhCN.refusal["not-a-workbook"])).toBeVisible();
  expect(screen.getByText(/同一报告期以已封签的“上期.xlsx”为准/)).toBeVisible();
  expect(screen.getByText(words.fill.unused["blank-form"])).toBeVisible();
  // Alone it is used, but nobody is told that all is well.
  await user.click(screen.getByRole("button", { name: "移除 上期.xlsx" }));
  expect(
    await screen.findByText(/已采用，请核对是否为报出的那一份：封签后又有改动，封签已失效；强制性审核有 [1-9]\d* 处未通过/),
  ).toBeVisible();
  expect(screen.queryByText(words.fill.used)).toBeNull();
});

test("earlier forms that are chosen before the school are accused of nothing, and read once it is known", async () => {
  const { user } = await openPane();
  await screen.findByText(words.fill.earlierHint);
  const last = await sealed(await filledFile(blankForm(SCHOOL, { period: { year: 2026, half: 1 } }), entries(SCHOOL)));
  const made = new File([], "上期.xlsx");
  Object.defineProperty(made, "arrayBuffer", { value: async () => last.slice().buffer });
  await user.upload(document.querySelector<HTMLInputElement>('input[type="file"]')!, made);
  expect(await screen.findByText(words.fill.awaitsSchool)).toBeVisible();
  expect(screen.queryByText(words.fill.unused["another-school"])).toBeNull();
  const school = screen.getByRole("combobox", { name: new RegExp(words.fill.school) });
  await user.click(school);
  await user.paste(SCHOOL);
  expect(await screen.findByText(words.fill.used)).toBeVisible();
});

test.each([true, false])("the texts of an earlier form come along as drafts only where that is ticked: %s", async (ticked) => {
  const { excel, user } = await openPane({ settings: { school: SCHOOL, period: "2026-S2" } });
  await screen.findByText(words.fill.earlierHint);
  expect(screen.queryByRole("checkbox")).toBeNull();
  const last = await sealed(await filledFile(blankForm(SCHOOL, { period: { year: 2026, half: 1 } }), entries(SCHOOL)));
  const made = new File([], "上期.xlsx");
  Object.defineProperty(made, "arrayBuffer", { value: async () => last.slice().buffer });
  await user.upload(document.querySelector<HTMLInputElement>('input[type="file"]')!, made);
  await screen.findByText(words.fill.used);
  expect(await objections()).toEqual([]);
  if (ticked) await user.click(screen.getByRole("checkbox", { name: words.fill.drafts }));
  // What the file gives is still known: nothing is read anew.
  expect(screen.getByText(words.fill.used)).toBeVisible();
  await user.click(await button(words.fill.insert));
  await screen.findByText(words.notice.inserted);
  const place = cellName(textAt(places, "practice"));
  expect(excel.valueAt(place)).toBe(ticked ? `${form.labels.draftMark}${TEXTS["practice"]}` : "");
  if (ticked) {
    // To take the mark away is to say that the text was looked at: several together are never ticked beforehand.
    await user.click(await button(/^全部修正/));
    const ticks = within(await screen.findByRole("dialog", { hidden: true })).getAllByRole("checkbox", { hidden: true });
    expect(ticks.length).toBeGreaterThan(1);
    for (const tick of ticks) expect(tick).not.toBeChecked();
    await user.click(screen.getByRole("button", { hidden: true, name: words.cancel }));
  }
  expect(excel.valueAt(cellName(valueAt(places, "20")).replace("F", "E"))).toBe(186);
});

test.each([
  ["cell-edit", "cell-edit-mode"],
  ["access-denied", "access-denied"],
  ["request-too-large", "payload-too-large"],
] as const)("trouble of Excel (%s) is told with its cure, and what was found stays", async (failure, kind) => {
  const { excel, user } = await openPane({ file: await filled(FAULTS) });
  await screen.findByRole("button", { name: /填的“２１”/ });
  excel.failNext(...Array.from({ length: 12 }, () => failure));
  await user.click(await button(words.check.checkNow));
  expect(await screen.findByText(words.trouble[kind].title)).toBeVisible();
  expect(screen.getByRole("button", { name: /填的“２１”/ })).toBeVisible();
});

test("a protected structure is told before anything is put in", async () => {
  const { user } = await openPane({ settings: { school: SCHOOL }, prepare: (excel) => (excel.book.structureProtected = true) });
  await user.click(await button(words.fill.insert));
  expect(await screen.findByText(words.trouble["protected-structure"].title)).toBeVisible();
});

test("an Excel that does not hand out its file: the page is named, and nothing is downloaded", async () => {
  const { user, downloads } = await openPane({ file: await filled(), files: false });
  await screen.findByRole("heading", { name: words.check.clean });
  await user.click(tab(/报送/));
  await user.click(await button(words.send.file));
  expect(await screen.findByText(words.trouble["no-bytes"].title)).toBeVisible();
  expect(downloads).toEqual([]);
});

test("a form that lost its identification is refused, with what to do", async () => {
  const { user } = await openPane({ file: await filled(), prepare: (excel) => void (excel.sheet("_meta").name = "x") });
  await screen.findByText(words.fill.earlierHint);
  await user.click(tab(/检查/));
  await user.click(await button(words.check.checkNow));
  expect(await screen.findByText(zhCN.refusal["no-identification"])).toBeVisible();
  expect(screen.getByRole("link", { name: words.openPage })).toHaveAttribute("href", "https://localhost/page.html");
  expect(await objections()).toEqual([]);
});

test("saved outside the pane: told, until the form is sealed", async () => {
  const every = jest.spyOn(globalThis, "setInterval");
  const { excel } = await openPane({ file: await filled() });
  await screen.findByRole("heading", { name: words.check.clean });
  const [ask] = every.mock.calls.filter(([, time]) => time === ASK_EVERY).at(-1)!;
  every.mockRestore();
  const asked = (): Promise<void> => act(() => (ask(), turns()));
  enter(excel, [{ at: valueAt(places, "20"), value: 186 }]);
  await asked();
  expect(screen.queryByText(words.notice.savedUnchecked)).toBeNull();
  excel.book.dirty = false;
  await asked();
  expect(await screen.findByText(words.notice.savedUnchecked)).toBeVisible();
});

test("without a clipboard the code is selected instead", async () => {
  const { user } = await openPane({ file: await filled(), around: { copy: async () => false } });
  await screen.findByRole("heading", { name: words.check.clean });
  await user.click(tab(/报送/));
  await user.click(await button(words.send.save));
  await user.click(await button(words.send.copy));
  expect(await screen.findByText(fill(words.send.selected, { what: words.send.code }))).toBeVisible();
  expect(window.getSelection()?.toString()).toMatch(/^\w{4}-\w{4}-\w{4}$/);
});
