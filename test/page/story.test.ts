import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { lineAt, programmePlaces, textAt, valueAt } from "../../src/sheets/places";
import { form } from "../../src/forms";
import { inBrowser } from "../browser";
import { letterIn } from "../consolidate/letter";
import { run } from "../cli/built";
import { newFolder } from "../cli/folder";
import { entries } from "../fill";
import { LibreOffice, type OfficeInput } from "../foreign/libreoffice";
import { foreign } from "../foreign/programs";
import { downloaded, give, Place } from "./open";
import { SCHOOL } from "./filled";

let place: Place;
let office: LibreOffice | undefined;
beforeAll(async () => {
  place = await Place.start();
  if (foreign("libreoffice")) office = await LibreOffice.start();
}, 600_000);
afterAll(async () => {
  await place?.end();
  await office?.end();
}, 60_000);

/** A slip in a total, a number typed in full width, a blank, and an amount in 元 that is right all the same. */
const FAULTS = { "20": 365, "18": "２６", "26": null, "29": 20_000 } as const;

inBrowser(
  "a new user takes a form, fills it in with LibreOffice, sees just the faults, fixes, explains, sends; the file is right and whole",
  async () => {
    if (!office) return expect(process.env["CI"]).toBeUndefined();
    const { page, trouble } = await place.open();
    await page
      .getByRole("link", { name: /^领取统计表 选择|领取统计表/ })
      .last()
      .click();
    await page.getByRole("combobox", { name: /填报单位/ }).click();
    await page.getByRole("combobox", { name: /填报单位/ }).pressSequentially("武汉职业");
    await page.getByRole("option", { name: SCHOOL }).click();
    await page.getByRole("combobox", { name: /报告期/ }).selectOption("2026-S2");
    const blank = await downloaded(page, () => page.getByRole("button", { name: "下载统计表" }).click());
    expect(blank.name).toBe(`${SCHOOL}-2026年下半年-进展情况统计表.xlsx`);

    await office.open(blank.bytes);
    await office.set(
      entries(SCHOOL, [{ values: FAULTS }]).map(({ at, value }): [typeof at, OfficeInput] => [
        at,
        typeof value === "object" && value !== null ? { typed: value.day } : value,
      ]),
    );
    const sheet = programmePlaces(form, "表1");
    const before = await office.validation(valueAt(sheet, "20"));
    const saved = await office.saved();

    await page.getByRole("link", { name: "检查并报送" }).first().click();
    await give(page, { name: blank.name, bytes: saved });
    const list = page.getByRole("group", { name: "问题清单" });
    await list.waitFor();
    const refs = await list.locator("[data-row]").evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset["row"]));
    expect(refs).toEqual(["F01|表1!F27", "A06|表1!F29", "A08|表1!F35", "B04|表1!F38"]);

    // From the form to the list, and back.
    await page.locator(".mark", { hasText: "F01" }).click();
    await expect(page.evaluate(() => (document.activeElement as HTMLElement).dataset["row"])).resolves.toBe("F01|表1!F27");
    await page.getByRole("button", { name: /将 表1!F27 改为/ }).click();
    await page.getByText(/^已修正 表1!F27/).waitFor();
    await page.getByRole("textbox", { name: /^20 .*，F29$/ }).fill("186");
    await page.keyboard.press("Enter");
    await list.locator('[data-row="A06|表1!F29"]').waitFor({ state: "detached" });
    await page.getByRole("textbox", { name: /^26 .*，F35$/ }).fill("143");
    await page.keyboard.press("Enter");
    await list.locator('[data-row="A08|表1!F35"]').waitFor({ state: "detached" });

    await page.getByRole("button", { name: "撤消" }).click();
    await list.locator('[data-row="A08|表1!F35"]').waitFor();
    await page.getByRole("button", { name: "重做" }).click();
    await list.locator('[data-row="A08|表1!F35"]').waitFor({ state: "detached" });

    const send = page.locator(".bar").getByRole("button", { name: "生成报送文件" });
    expect(await send.getAttribute("aria-disabled")).toBe("true");
    await list.locator('[data-row="B04|表1!F38"]').click();
    await page.getByRole("textbox", { name: "说明", exact: true }).fill("本期承接国家级重大攻关项目，到款集中。");
    await page.getByRole("button", { name: "写入说明" }).click();
    await page.getByText("核实性问题均已说明").first().waitFor();

    const draft = await downloaded(page, () => page.getByRole("button", { name: "下载修改稿" }).click());
    expect(draft.name).toContain("-修改稿.xlsx");
    // One file a press: the mail is copied part by part, and its draft has a button of its own.
    const made = await downloaded(page, () => send.click());
    const mail = await downloaded(page, () => page.getByRole("button", { name: "下载邮件草稿" }).click());
    expect(mail.name).toBe(made.name.replace(/xlsx$/, "eml"));
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", { name: "复制主题" }).click();
    await page.getByText("已复制主题").waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(letterIn(mail.bytes).subject);
    expect((await downloaded(page, () => page.getByRole("button", { name: /^下载 .*\.xlsx/ }).click())).bytes).toEqual(made.bytes);
    expect(made.name).toMatch(/-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\.xlsx$/);

    const folder = newFolder();
    writeFileSync(join(folder, "sent.xlsx"), made.bytes);
    const checked = run(folder, ["check", "sent.xlsx", "--format", "json"]);
    expect([checked.status, checked.err]).toEqual([0, ""]);
    const [told] = (JSON.parse(checked.out) as { files: { status: string; seal: { state: string } }[] }).files;
    expect([told?.status, told?.seal.state]).toEqual(["explained", "sealed"]);

    await office.open(made.bytes);
    expect(await office.validation(valueAt(sheet, "20"))).toEqual(before);
    for (const at of [lineAt(sheet, "category"), lineAt(sheet, "programme"), textAt(sheet, "practice")])
      expect((await office.validation(at)).type).not.toBe("ANY");
    expect((await office.cells([valueAt(sheet, "20")]))[0]?.number).toBe(186);
    await page.getByRole("button", { name: "返回文件列表" }).click();
    await page.getByRole("row", { name: new RegExp(SCHOOL) }).waitFor();
    expect(trouble).toEqual([]);
  },
  300_000,
);
