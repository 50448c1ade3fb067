import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { address, cellName, clusters, keyColumn, keyRow, programmes } from "../../src/domain";
import { roster } from "../../src/forms";
import { fill, zhCN } from "../../src/locales";
import { PROGRAMME_COLUMNS, programmePlaces, valueAt } from "../../src/sheets/places";
import { DETAIL_COLUMNS, DETAIL_ROWS, SUMMARY_SHEETS } from "../../src/sheets/summary/places";
import { openXlsx } from "../../src/workbook/xlsx";
import { inBrowser } from "../browser";
import { BEHAVIOUR_IDS, type BehaviourId } from "../host/behaviours";
import { LONG } from "../long";
import { run } from "../cli/built";
import { newFolder } from "../cli/folder";
import { ANNEX2, farms } from "../second-form/farms";
import { SITUATIONS, type Situation } from "./gallery";
import { SCHOOL } from "./gallery/situation";
import { Opened } from "./open";

jest.setTimeout(600_000);

const situation = (id: string): Situation => SITUATIONS.find((one) => one.id === id)!;
let it: Opened;
beforeAll(async () => {
  it = await Opened.start();
}, 900_000);
afterAll(() => it?.end());
afterEach(() => expect(it?.trouble.splice(0)).toEqual([]));

/** Switches that a story cannot do with, and why; all others are on at once. */
type Apart = Partial<Record<BehaviourId, string>>;

/**
 * A story in the playground as it is, and once more with all that real Excels are known to do: nothing may be lost there.
 * @param also in CI, too; all of them in the long run
 */
function story(name: string, run: () => Promise<void>, { also = false, apart = {} }: { also?: boolean; apart?: Apart } = {}): void {
  inBrowser(name, run);
  if (!also && !LONG) return;
  inBrowser(`with all switches on: ${name}`, async () => {
    try {
      await it.switchTo(BEHAVIOUR_IDS.filter((id) => !(id in apart)));
      await run();
    } finally {
      await it.switchTo([]);
    }
  });
}

interface Told {
  readonly status: string;
  readonly seal: { readonly state: string };
  readonly findings: readonly { readonly ref: string; readonly sheet: string; readonly cell: string; readonly state: string }[];
}

/** What the command line, as it is built, finds in the bytes of a file. */
function cli(bytes: Uint8Array): Told {
  const folder = newFolder();
  writeFileSync(join(folder, "book.xlsx"), bytes);
  const { out, err } = run(folder, ["check", "book.xlsx", "--format", "json"]);
  expect(err).toBe("");
  return (JSON.parse(out) as { files: Told[] }).files[0]!;
}

/** The findings of the command line, named as the pane names its rows. */
function keysOf({ findings }: Told): string[] {
  const seen = new Map<string, number>();
  return findings
    .map(({ ref, sheet, cell }) => {
      const name = `${ref}|${sheet}!${cell}`;
      const count = seen.get(name) ?? 0;
      seen.set(name, count + 1);
      return count === 0 ? name : `${name}|${count}`;
    })
    .sort();
}

/** Downloads the workbook and has the command line check it: it must find just what the pane lists once it has followed the last entry. */
async function agreed(): Promise<Told> {
  const told = cli((await it.file()).bytes);
  const keys = keysOf(told);
  let listed: string[] = [];
  await it
    .until(async () => (listed = await it.listed()).join() === keys.join(), "the pane to agree")
    .catch(() => expect(listed).toEqual(keys));
  return told;
}

const row = (key: string) => it.pane.locator(`[data-row="${key}"]`);

story(
  "the cascade: a category is chosen, the lists of clusters and programmes follow it, and the pane objects to what no longer fits",
  async () => {
    await it.begin(situation("fresh-form"));
    const [category, cluster] = [String(await it.value("表1!C5")), String(await it.value("表1!C6"))];
    const other = "10个五千亿级优势产业";
    expect(other).not.toBe(category);
    const categories = await it.choose("表1!C5", other);
    expect(categories).toEqual([...new Set(roster.entries.map((entry) => entry.category))]);
    expect([await it.value("表1!C5"), await it.value("表1!C6")]).toEqual([other, cluster]);
    await row("A12|表1!C6").waitFor();
    const offered = await it.choose("表1!C6", "高端装备");
    expect(offered).toEqual(clusters(roster, other));
    await row("A12|表1!C6").waitFor({ state: "detached" });
    const [only = ""] = programmes(roster, SCHOOL, "高端装备");
    expect(await it.choose("表1!C7", only)).toEqual(programmes(roster, SCHOOL, "高端装备"));
    expect(await it.value("表1!C7")).toBe(only);
    await agreed();
  },
);

story("a number that is none, a negative and a broken one are refused in a box, and the cell keeps what it held", async () => {
  await it.begin(situation("sealed"));
  for (const wrong of ["-5", "12.5", "十二"]) {
    await it.type("表1!F10", wrong);
    await it.box.waitFor();
    expect(await it.box.innerText()).toContain(zhCN.form.alert.integer.text);
    await it.page.keyboard.press("Enter");
    await it.box.waitFor({ state: "detached" });
    await it.settled();
    expect([await it.value("表1!F10"), await it.shown("表1!F10")]).toEqual([12, "12"]);
  }
  expect((await agreed()).seal.state).toBe("sealed");
});

story("a name that the roster lacks is asked about: kept, it becomes a query, which the command line finds, too", async () => {
  await it.begin(situation("sealed"));
  await it.type("表1!C7", "智能样例技术");
  await it.box.getByRole("button", { name: "否" }).click();
  await it.settled();
  expect(await it.value("表1!C7")).not.toBe("智能样例技术");
  await it.type("表1!C7", "智能样例技术");
  await it.box.getByRole("button", { name: "是" }).click();
  await it.settled();
  expect(await it.value("表1!C7")).toBe("智能样例技术");
  await row("B09|表1!C7").waitFor();
  await agreed();
});

story(
  "a label that is pasted over a number takes its validation away; the pane says so, restores it, and the list works again",
  async () => {
    await it.begin(situation("sealed"));
    await it.click("表1!D12");
    // The clipboard takes what is copied a little after the keys: a person is slower than that, a script is not.
    const copied = (): Promise<string> => it.page.evaluate(() => navigator.clipboard.readText().catch(() => ""));
    await it.page.keyboard.press("Control+c");
    await it.until(async () => (await copied()).trim() === "门", "the copy");
    await it.click("表1!F12");
    await it.page.keyboard.press("Control+v");
    await it.settled();
    await it.until(async () => (await it.value("表1!F12")) === "门", "the paste");
    await row("F05|表1!F12").waitFor();
    await agreed();
    await it.type("表1!F12", "6");
    await row("F05|表1!F12").click();
    await it.pane
      .getByRole("button", { name: /恢复 .*F12 的数据验证/ })
      .first()
      .click();
    await row("F05|表1!F12").waitFor({ state: "detached" });
    await it.type("表1!F12", "-1");
    await it.box.waitFor();
    await it.page.keyboard.press("Escape");
    await agreed();
  },
  { apart: { "rules-do-not-take": "the validation is restored" } },
);

story("from a finding to its cell, mended by hand there, the next by the pane; the results of the sheet follow", async () => {
  await it.begin(situation("full-of-faults"));
  await row("A06|表2!F29").click();
  await it.until(async () => (await it.selection()) === "表2!F29", "the jump");
  expect(await it.shown("表2!G29")).toContain("A06");
  await it.type("表2!F29", "186");
  await row("A06|表2!F29").waitFor({ state: "detached" });
  await it.until(async () => (await it.shown("表2!G29")) === "", "the result");
  await row("F01|表2!F27").click();
  await it.pane.getByRole("button", { name: /21/ }).last().click();
  await row("F01|表2!F27").waitFor({ state: "detached" });
  expect([await it.value("表2!F27"), await it.shown("表2!F27")]).toEqual([21, "21"]);
  await agreed();
});

story("who types on in the grid loses no letter to the pane, which gets the focus when the person comes", async () => {
  const keyboardIsInPane = (): Promise<boolean> => it.page.evaluate(() => document.activeElement?.tagName === "IFRAME");
  await it.begin(situation("full-of-faults"));
  const first = row("A06|表2!F29");
  await first.click();
  await it.until(async () => (await it.selection()) === "表2!F29", "the jump");
  await it.type("表2!F29", "186");
  // What had the focus is gone from the pane while somebody types elsewhere.
  await first.waitFor({ state: "detached" });
  await it.page.keyboard.type("7");
  await it.page.keyboard.press("Enter");
  await it.settled();
  expect([await it.value("表2!F30"), await keyboardIsInPane()]).toEqual([7, false]);
  // A question that a button of the ribbon leads to waits until the person comes. Excel answers nobody before the cell is left.
  const question = it.pane.getByRole("alertdialog");
  const press = async (): Promise<void> => {
    await it.left();
    await it.page.getByRole("button", { name: "插入统计表" }).click();
  };
  // On a busy machine the grid may take the cell up again: then the pane says so, and a person presses once more.
  const refused = it.pane.getByText(zhCN.pane.trouble["cell-edit-mode"].title);
  await press();
  await question.or(refused).first().waitFor();
  if (!(await question.isVisible())) await press();
  await question.waitFor();
  await it.click("表2!F31");
  await it.page.keyboard.type("8");
  await it.page.keyboard.press("Enter");
  await it.settled();
  expect([await it.value("表2!F31"), await keyboardIsInPane()]).toEqual([8, false]);
  await it.page.locator("iframe").focus();
  await it.until(() => question.evaluate((element) => element.contains(document.activeElement)), "the focus in the question");
  await it.page.keyboard.press("Escape");
  await question.waitFor({ state: "detached" });
  // A press that Fluent keeps from giving the focus gives it all the same.
  await it.click("表2!F30");
  expect(await keyboardIsInPane()).toBe(false);
  await it.pane.locator(".fui-Combobox__clearIcon").click();
  await it.pane.locator(".fui-Combobox__expandIcon").click();
  const field = it.pane.getByRole("combobox", { name: zhCN.pane.fill.school });
  await it.until(
    async () => (await keyboardIsInPane()) && field.evaluate((element) => element === document.activeElement),
    "the focus in the field",
  );
});

story(
  "what was typed can be undone and done again, and each time the pane hears of it",
  async () => {
    await it.begin(situation("sealed"));
    await it.type("表1!F11", "40");
    await row("A02|表1!F11").waitFor();
    await it.page.keyboard.press("Control+z");
    await it.settled();
    expect(await it.value("表1!F11")).toBe(4);
    await row("A02|表1!F11").waitFor({ state: "detached" });
    await it.page.keyboard.press("Control+y");
    await it.settled();
    await row("A02|表1!F11").waitFor();
    expect((await agreed()).seal.state).toBe("changed");
  },
  { also: true },
);

story("locked cells cannot be typed into, emptied or pasted over, and one among several holds all of them", async () => {
  await it.begin(situation("sealed"));
  await it.click("表1!C12");
  const label = await it.value("表1!C12");
  await it.page.keyboard.press("F2");
  await it.box.waitFor();
  await it.page.keyboard.press("Escape");
  await it.page.keyboard.press("Delete");
  await it.box.waitFor();
  await it.page.keyboard.press("Escape");
  await it.click("表1!E13");
  await it.page.keyboard.press("Shift+ArrowRight");
  await it.page.keyboard.press("Shift+ArrowRight");
  await it.page.keyboard.press("Delete");
  await it.box.waitFor();
  await it.page.keyboard.press("Escape");
  await it.settled();
  expect([await it.value("表1!C12"), await it.value("表1!F13"), await it.shown("表1!F13")]).toEqual([label, 5, "5"]);
  expect((await agreed()).seal.state).toBe("sealed");
});

story("several cells are emptied at once: one event, one check, and undo brings all of them back", async () => {
  await it.begin(situation("sealed"));
  await it.click("表1!F10");
  for (let step = 0; step < 4; step++) await it.page.keyboard.press("Shift+ArrowDown");
  expect(await it.selection()).toBe("表1!F10:F14");
  await it.page.keyboard.press("Delete");
  await it.settled();
  expect([await it.value("表1!F10"), await it.value("表1!F14")]).toEqual(["", ""]);
  await it.until(async () => (await it.listed()).filter((key) => key.startsWith("A08|表1!")).length === 5, "five blanks");
  await agreed();
  await it.click("表1!F20");
  await it.page.keyboard.press("Control+z");
  await it.settled();
  expect([await it.value("表1!F10"), await it.value("表1!F14")]).toEqual([12, 3]);
  expect((await agreed()).seal.state).toBe("sealed");
});

story(
  "into an empty book, with the earlier forms at hand: the form appears in the grid with their numbers",
  async () => {
    await it.begin(situation("previous-at-hand"));
    await it.pane.getByRole("tab").first().click();
    await it.pane.getByRole("combobox", { name: /填报单位/ }).click();
    await it.pane.getByRole("option", { name: SCHOOL }).click();
    await it.pane.getByRole("combobox", { name: /报告期/ }).selectOption("2026-S2");
    await it.page.getByRole("button", { name: /选入窗格/ }).click();
    await it.pane.getByText(zhCN.pane.fill.used).nth(1).waitFor();
    await it.pane.getByRole("button", { name: zhCN.pane.fill.insert }).click();
    await it.until(() => it.tab("表3").isVisible(), "the sheets");
    await it.goTo("表1");
    await it.until(async () => (await it.shown("表1!E10")) === "11", "the number of last period");
    expect([await it.value("表1!E10"), await it.value("表1!E35")]).toEqual([11, 130]);
    await it.type("表1!F10", "10");
    await row("B01|表1!F10").waitFor();
    await agreed();
  },
  { also: true },
);

story(
  "explained in the sheet, sealed and saved by the ribbon, sent: the receiver's command line finds the file sealed and explained",
  async () => {
    await it.begin(situation("sealed"));
    await it.type("表1!F38", "20000");
    await row("B04|表1!F38").waitFor();
    await it.page.getByRole("button", { name: "检查并保存" }).click();
    await it.until(async () => (await it.selection()) === "表1!F38", "the first that blocks");
    await it.type("表1!H38", "本期承接国家级重大攻关项目，到款集中。");
    await it.until(async () => (await it.shown("表1!G38")) === zhCN.form.explained, "the result");
    await it.page.getByRole("button", { name: "检查并保存" }).click();
    await it.page.getByText("已保存").waitFor();
    const [copy] = await Promise.all([it.page.waitForEvent("download"), it.page.getByRole("button", { name: "生成报送文件" }).click()]);
    expect(copy.suggestedFilename()).toMatch(/-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\.xlsx$/);
    const folder = newFolder();
    await copy.saveAs(join(folder, "sent.xlsx"));
    const { status, out } = run(folder, ["check", "sent.xlsx", "--format", "json"]);
    const [told] = (JSON.parse(out) as { files: Told[] }).files;
    expect([status, told?.status, told?.seal.state]).toEqual([0, "explained", "sealed"]);
    const [chooser] = await Promise.all([it.page.waitForEvent("filechooser"), it.page.getByRole("button", { name: "打开文件" }).click()]);
    await chooser.setFiles(join(folder, "sent.xlsx"));
    await row("B04|表1!F38").waitFor();
    expect((await agreed()).seal.state).toBe("sealed");
  },
  { also: true, apart: { "downloads-do-nothing": "it is about a file that is downloaded", "ipad-hands-out-no-file": "the same" } },
);

inBrowser(
  "on a Mac nothing is downloaded: the sealed copy opens in a window of its own, and is what the receiver finds sealed",
  async () => {
    await it.switchTo(["downloads-do-nothing"]);
    try {
      await it.begin(situation("sealed"));
      await it.pane.getByRole("heading", { level: 2 }).first().waitFor();
      const downloads: unknown[] = [];
      it.page.on("download", (one) => downloads.push(one));
      await it.page.getByRole("button", { name: "生成报送文件" }).click();
      await it.pane.getByText(zhCN.pane.send.attach.mac).waitFor();
      await it.pane.getByRole("button", { name: zhCN.pane.send.attach.open }).click();
      await it.pane.getByText(zhCN.pane.notice.copyOpenedCure).waitFor();
      await it.page.getByRole("button", { name: "转到它" }).click();
      await it.pane.getByRole("heading", { name: zhCN.pane.check.clean }).waitFor();
      expect(downloads).toEqual([]);
      expect((await agreed()).seal.state).toBe("sealed");
    } finally {
      await it.switchTo([]);
    }
  },
);

story(
  "a province in the reviewer's hands: the pane puts the summary into the grid, which reckons every total as the command line does",
  async () => {
    const words = zhCN.pane.review;
    await it.begin(situation("province"));
    await it.pane.getByRole("tab", { name: zhCN.pane.tabs.review }).click();
    await it.pane.getByRole("combobox", { name: words.period }).selectOption("2026-S2");
    await it.page.getByRole("button", { name: /选入窗格/ }).click();
    await it.pane.getByRole("button", { name: words.start }).click();
    await it.pane.getByText(fill(words.read, { files: 9, used: 8, superseded: 0, refused: 1 })).waitFor();
    await it.pane.getByRole("button", { name: words.insert }).click();
    await it.until(() => it.tab(SUMMARY_SHEETS.totals).isVisible(), "the sheets of the summary");

    const folder = newFolder();
    const { files = [] } = await situation("province").make();
    for (const { name, bytes } of files) writeFileSync(join(folder, name), bytes);
    const { status } = run(folder, ["consolidate", ...files.map(({ name }) => name), "--period", "2026-S2", "--out", "summary.xlsx"]);
    expect(status).toBe(1);
    const read = await openXlsx(readFileSync(join(folder, "summary.xlsx"))).read();
    if (!read.ok) throw new Error(read.error.code);
    const reckoned = new Map(
      read.value.sheets
        .filter(({ name }) => name === SUMMARY_SHEETS.totals || name === SUMMARY_SHEETS.schools)
        .flatMap(({ name, cells }) =>
          [...cells].flatMap(([key, { formula, value }]) =>
            formula === undefined ? [] : [[`${name}!${address({ row: keyRow(key), column: keyColumn(key) })}`, value] as const],
          ),
        ),
    );
    expect(reckoned.size).toBeGreaterThan(100);
    const values = (): Promise<unknown[]> =>
      it.page.evaluate((places) => places.map((place) => window.playground.excel.valueAt(place)), [...reckoned.keys()]);
    expect(await values()).toEqual([...reckoned.values()]);

    // A number of the details is changed by hand: the grid's own engine carries it to every total over it, and to nothing else.
    const first = `${SUMMARY_SHEETS.detail}!${address({ row: DETAIL_ROWS.first, column: DETAIL_COLUMNS.value })}`;
    await it.type(first, String(Number(await it.value(first)) + 1_000));
    const differing = async (): Promise<readonly (readonly [place: string, by: number])[]> => {
      const now = await values();
      return [...reckoned].flatMap(([place, was], index) =>
        now[index] === was ? [] : [[place, Number(now[index]) - Number(was)] as const],
      );
    };
    await it.until(async () => (await differing()).length >= 2, "the totals");
    for (const [place, by] of await differing()) expect([place, by]).toEqual([place, 1_000]);
  },
);

for (const id of ["validation-wiped", "changed-after-sealing", "full-of-faults", "unknown-form"])
  story(`${id}: pane and command line agree on every finding`, async () => {
    await it.begin(situation(id));
    await it.pane.getByRole("heading", { level: 2 }).first().waitFor();
    expect((await agreed()).seal.state).toBe(situation(id).finds!.seal);
  });

story("a form that pane and grid never saw is filled in, listed, mended and objected to by what it carries", async () => {
  await it.begin(situation("unknown-form"));
  const codes = ["01", "1", "1.1", "1.10", "1E2", "100", "A1", "1-1", "true"];
  const places = programmePlaces(farms.form, "作物1");
  const at = (code: string): string => cellName(valueAt(places, code));
  // Codes are texts to the grid, too, whatever they look like.
  for (const code of codes) {
    const place = cellName({ ...valueAt(places, code), column: PROGRAMME_COLUMNS.code });
    expect([await it.value(place), await it.shown(place)]).toEqual([code, code]);
  }
  await row(`A02|${at("1")}`).click();
  await it.until(async () => (await it.selection()) === at("1"), "the jump");
  await it.type(at("1"), "31");
  await row(`A02|${at("1")}`).waitFor({ state: "detached" });
  await row(`F01|${at("1-1")}`).click();
  await it.pane.getByRole("button", { name: /32/ }).last().click();
  await row(`F01|${at("1-1")}`).waitFor({ state: "detached" });
  await it.type(at("1.1"), "2.5");
  await it.box.waitFor();
  expect(await it.box.innerText()).toContain(zhCN.form.alert.integer.text);
  await it.page.keyboard.press("Escape");
  await it.type(at("1.10"), "90");
  await row(`A03|${at("1.10")}`).waitFor();
  const result = cellName({ ...valueAt(places, "1.10"), column: PROGRAMME_COLUMNS.result });
  await it.until(async () => (await it.shown(result)).includes("A03"), "the result");
  expect(await it.pane.locator("body").innerText()).not.toMatch(ANNEX2);
  await agreed();
});

story("a request while a cell is being edited fails as in Excel, and the drawer of round trips tells it", async () => {
  await it.begin(situation("sealed"));
  await it.click("表1!F10");
  await it.page.keyboard.type("13");
  await it.pane.getByRole("tab").nth(1).click();
  await it.pane.getByRole("button", { name: "重新检查" }).click();
  await it.page.getByRole("button", { name: "往返记录" }).click();
  await it.page.locator(".trip-error", { hasText: "cell-edit" }).first().waitFor();
  await it.click("表1!F11");
  await it.settled();
  expect(await it.value("表1!F10")).toBe(13);
  await it.page.locator(".trip", { hasText: "onChanged RangeEdited" }).first().waitFor();
  await it.page.getByRole("button", { name: "往返记录" }).click();
});

inBrowser("each switch of the menu works by keyboard, at once", async () => {
  await it.begin(situation("sealed"));
  await it.page.locator("details.behaviours summary").focus();
  await it.page.keyboard.press("Enter");
  const on = (): Promise<string[]> => it.page.evaluate(() => [...window.playground.excel.behaviours]);
  for (const id of BEHAVIOUR_IDS) {
    await it.page.keyboard.press("Tab");
    expect(await it.page.evaluate(() => (document.activeElement as HTMLElement).dataset["behaviour"])).toBe(id);
    await it.page.keyboard.press("Space");
    expect(await on()).toEqual([id]);
    await it.page.keyboard.press("Space");
  }
  expect(await on()).toEqual([]);
  await it.page.keyboard.press("Escape");
  expect(await it.page.locator("details.behaviours[open]").count()).toBe(0);
  expect(await it.page.evaluate(() => document.activeElement?.tagName)).toBe("SUMMARY");
});

inBrowser(
  "a pick from a list that a formula makes raises a change or not, as it is switched, and the pane follows it either way",
  async () => {
    const picked = async (): Promise<boolean> => {
      await it.begin(situation("fresh-form"));
      await it.pane.getByRole("heading", { level: 2 }).first().waitFor();
      await it.choose("表1!C5", "10个五千亿级优势产业");
      await row("A12|表1!C6").waitFor();
      const events = await it.page.locator(".trip.event").allTextContents();
      expect(events.some((text) => text.includes("onCalculated"))).toBe(true);
      return events.some((text) => /onChanged \w+ C5$/.test(text));
    };
    expect(await picked()).toBe(true);
    await it.switchTo(["picks-raise-no-change"]);
    expect(await picked()).toBe(false);
    await it.switchTo([]);
  },
);

inBrowser("what empties the undo of an Excel empties that of the grid: in an older one, any write of the pane", async () => {
  await it.begin(situation("full-of-faults"));
  await it.type("表2!F29", "186");
  await row("A06|表2!F29").waitFor({ state: "detached" });
  await row("F01|表2!F27").click();
  await it.pane.getByRole("button", { name: /21/ }).last().click();
  await row("F01|表2!F27").waitFor({ state: "detached" });
  await it.click("表2!F20");
  await it.page.keyboard.press("Control+z");
  await it.settled();
  expect([await it.value("表2!F29"), await it.value("表2!F27")]).toEqual([186, 21]);
});
