/**
 * @jest-environment ./test/taskpane/environment.ts
 */
import { act, screen, waitFor, within } from "@testing-library/react";
import PostalMime from "postal-mime";
import { check } from "../../src/actions/check";
import { cellName, type CellRef } from "../../src/domain";
import { enUS, fill, locales, zhCN, type Locale } from "../../src/locales";
import { coverAt, coverPlaces, valueAt } from "../../src/sheets/places";
import { summary, SUMMARY_META } from "../../src/sheets/summary";
import { ASK_EVERY } from "../../src/taskpane/effects/watch";
import { openXlsx, writeXlsx } from "../../src/workbook/xlsx";
import { entries } from "../fill";
import type { BehaviourId, MemoryExcel } from "../host";
import { empty } from "../sheets/consolidated";
import { blank, catalogue } from "../sheets/plans";
import { turns } from "../turns";
import { SCHOOL, filled, places } from "./faulty";
import { button, enter, filledFile, openPane, tab, unwatched, type OpenPane, type PaneOptions } from "./pane";

const words = zhCN.pane;
const { mail, attach, draft } = words.send;

/** A pane at 报送, beside a form in which nothing is to be found. */
async function atSending(options: PaneOptions = {}): Promise<OpenPane> {
  unwatched();
  const pane = await openPane({ file: await filled(), ...options });
  await screen.findByRole("heading", { name: words.check.clean });
  await pane.user.click(tab(/报送/));
  return pane;
}

/** Sends, in an Excel of some behaviours. */
async function sent(behaviours: readonly BehaviourId[] = [], options: PaneOptions = {}): Promise<OpenPane> {
  const pane = await atSending({ behaviours, ...options });
  await pane.user.click(await button(words.send.file));
  await screen.findByText(words.notice.sent);
  await waitFor(() => expect(screen.queryByRole("progressbar")).toBeNull());
  return pane;
}

/** What the receiver finds in a file. */
async function received(bytes: Uint8Array): Promise<unknown> {
  const found = await check(openXlsx(bytes), catalogue, { locale: zhCN });
  return found.ok && [found.value.status, found.value.seal.state];
}

/** The parts of the mail, as they are copied one after the other. */
async function copiedParts({ user, copied }: OpenPane): Promise<string[]> {
  for (const what of [mail.to, mail.subject, mail.body]) {
    await user.click(await button(fill(words.send.copyPart, { what })));
    await screen.findByText(fill(words.send.copied, { what }));
  }
  return copied.splice(0);
}

const NAME = /^武汉职业技术学院-2026年下半年-进展情况统计表-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\.xlsx$/;

test("what is copied by hand is what the draft says, and each press gives one file", async () => {
  const pane = await sent(["second-download-is-asked-about"]);
  const { user, begun, downloads } = pane;
  expect(downloads.map(({ name }) => name)).toEqual([expect.stringMatching(NAME)]);
  await user.click(await button(draft.download));
  await user.click(await button(fill(attach.downloadFile, { name: downloads[0]!.name })));
  expect(begun.lost).toBe(0);
  const [copy, eml, again] = downloads;
  expect([eml!.name, eml!.type, again]).toEqual([copy!.name.replace(/xlsx$/, "eml"), "message/rfc822", copy]);
  expect(await received(copy!.bytes)).toEqual(["clean", "sealed"]);

  const letter = await PostalMime.parse(eml!.bytes);
  const lines = (text = ""): string[] => text.trimEnd().split(/\r?\n/);
  const [to, subject, body] = await copiedParts(pane);
  expect([to, subject, lines(body)]).toEqual([letter.to?.[0]?.address, letter.subject, lines(letter.text)]);
  expect(letter.attachments.map(({ filename }) => filename)).toEqual([copy!.name]);
  expect(new Uint8Array(letter.attachments[0]!.content as ArrayBuffer)).toEqual(copy!.bytes);
});

test("by keyboard alone, and said politely; where the clipboard refuses, the text is selected instead", async () => {
  const { user } = await sent([], { around: { copy: async () => false } });
  const what = mail.subject;
  (await button(fill(words.send.copyPart, { what }))).focus();
  await user.keyboard("{Enter}");
  const said = await screen.findByText(fill(words.send.selected, { what }));
  expect(said).toHaveAttribute("role", "status");
  expect(window.getSelection()?.toString()).toContain(SCHOOL);
});

describe("what stands in the workbook beside the form", () => {
  const OWN = [
    ["工资表", "Visible"],
    ["备忘", "Hidden"],
  ] as const;
  const withOwn = (excel: MemoryExcel): void => {
    for (const [name, visibility] of OWN)
      excel.book.sheets.push({ ...excel.sheet("表3"), name, visibility, id: `{${name}}`, cells: new Map(), protection: undefined });
  };
  const told = /^还有 2 张工作表随文件一起报送：工资表、备忘（隐藏）。/;

  /** Nothing says that the form may be sent while somebody has to decide about what stands beside it. */
  const expectNoLeave = (): void => {
    for (const leave of [words.send.ready, words.send.readyExplained, words.check.cleanNext, words.notice.sent])
      expect(screen.queryByText(leave)).toBeNull();
    expect(document.body).not.toHaveTextContent(/可以(报送|发送)。|，可以(报送|发送)/);
  };

  test.each([[[]], [["ipad-hands-out-no-file"]]] as const)(
    "is told by name before the file is made, and after, before the mail (%j)",
    async (behaviours) => {
      const { user, downloads } = await atSending({ prepare: withOwn, behaviours });
      expect(await screen.findByText(told)).toBeVisible();
      expectNoLeave();
      await user.click(await button(words.send.file));
      const lead = await screen.findByText(mail.lead);
      expect(screen.getByText(words.notice.sentBeside)).toBeVisible();
      expectNoLeave();
      expect(screen.getByText(told).compareDocumentPosition(lead)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
      for (const { bytes } of downloads) {
        const sent = await openXlsx(bytes).read();
        expect(sent.ok && sent.value.sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(["工资表", "备忘"]));
      }
    },
  );

  const { sheets } = summary(empty, catalogue, zhCN);
  test.each([
    ["whole", sheets],
    ["of which only the hidden record is left", sheets.filter(({ name }) => name === SUMMARY_META)],
  ])("a reviewer's summary, %s, keeps the file from being sealed, saved or made", async (_, left) => {
    const plan = blank();
    const beside = await filledFile(writeXlsx({ ...plan, sheets: [...plan.sheets, ...left] }), entries(SCHOOL));
    const { user, downloads, excel } = await atSending({ file: beside });
    expect(await screen.findByText(zhCN.commands.beside.summary)).toBeVisible();
    expectNoLeave();
    await user.click(tab(/检查/));
    expect(await screen.findByText(words.check.besideNext)).toBeVisible();
    expectNoLeave();
    await user.click(tab(/报送/));
    for (const asked of ["send", "save"] as const) {
      await user.click(await button(asked === "send" ? words.send.file : words.send.save));
      await screen.findByText(words.notice.notSealed[asked]);
      await user.click(await button(words.close));
    }
    expect([downloads, excel.book.saves, excel.book.dirty]).toEqual([[], [], false]);

    // Asked first, and nothing has gone by then; deleted, the form can be sealed and sent, and no school's data go along.
    const { dropSummary } = words.send;
    await user.click(await button(dropSummary.button));
    const dialog = await screen.findByRole("alertdialog", { hidden: true });
    expect(within(dialog).getByText(dropSummary.forGood)).toBeInTheDocument();
    expect(excel.book.sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(left.map(({ name }) => name)));
    await user.click(within(dialog).getByRole("button", { name: dropSummary.button, hidden: true }));
    await screen.findByText(words.notice.summaryDropped);
    expect(screen.queryByText(zhCN.commands.beside.summary)).toBeNull();
    await user.click(await button(words.send.file));
    await screen.findByText(words.notice.sent);
    const file = await openXlsx(downloads[0]!.bytes).read();
    expect(file.ok && file.value.sheets.map(({ name }) => name)).toEqual(blank().sheets.map(({ name }) => name));
  });
});

test("a sealed form that was changed says at its verdict that it has to be sealed again, until it is", async () => {
  const { excel, user } = await sent();
  const filler = coverAt(coverPlaces(catalogue.form, 3), "filler");
  enter(excel, [{ at: filler, value: "张三" }]);
  await user.click(tab(/检查/));
  await screen.findByRole("heading", { name: words.check.changedTitle });
  expect(screen.getByText(fill(words.check.changed, { cells: cellName(filler) }))).toBeVisible();
  expect(screen.queryByText(words.check.cleanNext)).toBeNull();
  await user.click(await button(words.check.toSend));
  await user.click(await button(words.send.save));
  await user.click(tab(/检查/));
  await screen.findByRole("heading", { name: words.check.clean });
});

describe("on a Mac, where downloads do nothing", () => {
  const MAC: readonly BehaviourId[] = ["downloads-do-nothing"];

  test("nothing is said to be downloaded: the form is sealed and saved in place, and its name can be copied for the copy", async () => {
    const { excel, user, begun, copied } = await sent(MAC);
    expect([begun.lost, excel.book.saves, excel.book.dirty]).toEqual([0, ["Prompt"], false]);
    expect(await received(await excel.bytes())).toEqual(["clean", "sealed"]);
    expect(screen.getByText(attach.mac)).toBeVisible();
    expect(screen.queryByRole("button", { name: draft.download })).toBeNull();
    await user.click(await button(fill(words.send.copyPart, { what: mail.attachment })));
    expect(copied).toEqual([expect.stringMatching(NAME)]);
  });

  test("the sealed copy opens in a window of its own, which is said to stand behind", async () => {
    const { excel, user } = await sent(MAC);
    await user.click(await button(attach.open));
    expect(await screen.findByText(words.notice.copyOpened)).toBeVisible();
    expect(screen.getByText(words.notice.copyOpenedCure)).toBeVisible();
    expect(await received(excel.opened[0]!)).toEqual(["clean", "sealed"]);
  });

  test("a save that fails is told, and what is to be sent stands there all the same", async () => {
    const { user, excel } = await atSending({ behaviours: MAC });
    excel.failAt("Workbook.save", "AccessDenied");
    await user.click(await button(words.send.file));
    expect(await screen.findByText(words.notice.sealedNotSaved)).toBeVisible();
    expect(screen.getByRole("heading", { name: mail.title })).toBeVisible();
  });

  test.each([
    ["Chinese", zhCN, /下载/],
    ["English", enUS, /download/i],
  ] as const)("no button of any screen offers a download, in %s", async (_, lang: Locale, offers) => {
    unwatched();
    const { user } = await openPane({ lang, file: await filled(), behaviours: MAC });
    await screen.findByRole("heading", { name: lang.pane.check.clean });
    await user.click(screen.getByRole("tab", { name: new RegExp(lang.pane.tabs.send) }));
    await user.click(await button(lang.pane.send.file));
    await screen.findByRole("heading", { name: lang.pane.send.mail.title });
    const offered = (): string[] => screen.getAllByRole("button").map(({ ariaLabel, textContent }) => ariaLabel ?? textContent ?? "");
    expect(offered().filter((name) => offers.test(name))).toEqual([]);
  });

  test("a new form opens behind, and that is said", async () => {
    const { user } = await openPane({ settings: { school: SCHOOL }, behaviours: MAC });
    await user.click(await button(words.fill.openNew));
    await screen.findByText(words.notice.opened);
    expect(screen.getByText(words.notice.openedBehind)).toBeVisible();
  });
});

test("on an iPad, which hands out no file: sealed and saved in place, and the way to send it is told", async () => {
  const pane = await sent(["ipad-hands-out-no-file"]);
  expect([pane.downloads, pane.excel.book.dirty]).toEqual([[], false]);
  expect(await received(await pane.excel.bytes())).toEqual(["clean", "sealed"]);
  expect(screen.getByText(attach.ipad)).toBeVisible();
  const [to, , body] = await copiedParts(pane);
  expect([to, body]).toEqual([catalogue.form.recipient.email, expect.stringContaining(".xlsx")]);
});

describe("an Excel that does not hand out the file", () => {
  test("before it has saved it: it is saved, asked once more, and all goes on", async () => {
    const { downloads } = await sent(["file-comes-after-a-save"]);
    expect(await received(downloads[0]!.bytes)).toEqual(["clean", "sealed"]);
  });

  test("not even then: told once, with the way to the page", async () => {
    const { user, downloads } = await atSending({ files: false });
    await user.click(await button(words.send.file));
    const told = await screen.findByText(words.trouble["no-bytes"].title);
    expect(within(told.closest('[role="alert"]')!).getByRole("link", { name: words.openPage })).toHaveAttribute(
      "href",
      "https://localhost/page.html",
    );
    expect(downloads).toEqual([]);
  });
});

test("where no new workbook can be made, a sentence says so, and the form can be put into this one", async () => {
  const { excel, user } = await openPane({ settings: { school: SCHOOL }, behaviours: ["new-workbooks-are-refused"] });
  await user.click(await button(words.fill.openNew));
  expect(await screen.findByText(words.trouble["no-new-workbook"].title)).toBeVisible();
  expect(excel.opened).toEqual([]);
  await user.click(await button(words.fill.insert));
  await screen.findByText(words.notice.inserted);
});

test("no language says that something was downloaded: nobody can know", () => {
  const claims = /已(经)?下载|下载(完成|成功)|“下载”文件夹|downloaded|downloads? folder|has been saved to/i;
  for (const { pane } of locales)
    expect((JSON.stringify(pane).match(/"[^"]*"/g) ?? []).filter((sentence) => claims.test(sentence))).toEqual([]);
});

describe("自动保存", () => {
  const line = (kind: keyof typeof words.autoSave, count = 0): string => fill(words.autoSave[kind], { count });

  test("one quiet line says what is saved, and no save is told", async () => {
    Object.defineProperty(document, "hidden", { value: false, configurable: true });
    const every = jest.spyOn(globalThis, "setInterval");
    const { excel, user } = await openPane({ file: await filled(), behaviours: ["autosave-is-on"] });
    await screen.findByRole("heading", { name: words.check.clean });
    const [ask] = every.mock.calls.filter(([, time]) => time === ASK_EVERY).at(-1)!;
    every.mockRestore();
    const asked = (): Promise<void> => act(() => (ask(), turns()));
    await asked();
    expect(screen.getByText(line("passed"))).toBeVisible();
    /** Something is typed, and saved by Excel itself. */
    const typed = async (at: CellRef, value: string | number): Promise<void> => {
      enter(excel, [{ at, value }]);
      await asked();
      await asked();
      expect(excel.book.dirty).toBe(false);
    };
    await typed(valueAt(places, "20"), 180);
    expect(await screen.findByText(line("blocked", 1))).toBeVisible();
    await typed(valueAt(places, "20"), 186);
    expect(await screen.findByText(line("passed"))).toBeVisible();
    await user.click(tab(/报送/));
    await user.click(await button(words.send.save));
    expect(await screen.findByText(line("sealed"))).toBeVisible();
    await typed(coverAt(coverPlaces(catalogue.form, 3), "filler"), "张三");
    expect(await screen.findByText(line("changed"))).toBeVisible();
    expect(screen.queryByText(words.notice.savedUnchecked)).toBeNull();
  });
});
