import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import type { Page } from "playwright-core";
import { zhCN } from "../../src/locales";
import { newFolder } from "../cli/folder";
import { letterIn, type Letter } from "../consolidate/letter";
import { mail } from "../province/mail";
import { compoundFile } from "../xlsx/zip-maker";
import { objections } from "./axe";
import { filled } from "./filled";
import { inBrowser } from "../browser";
import { downloaded, Place } from "./open";

const WUHAN = "武汉职业技术学院";
const SOFTWARE = "武汉软件工程职业学院";
const TAX = "湖北财税职业学院";
const words = zhCN.page.consolidate;
const { ask } = zhCN.summary.claims;

let place: Place;
beforeAll(async () => {
  place = await Place.start();
}, 1_800_000);
afterAll(() => place?.end(), 60_000);

/** What each school is written, by the name of its letter. */
async function letters(page: Page): Promise<ReadonlyMap<string, Letter>> {
  const { bytes } = await downloaded(page, () => page.getByRole("button", { name: zhCN.notice.zip.take, exact: true }).click());
  const files = Object.entries(unzipSync(bytes)).filter(([name]) => name.endsWith(".eml"));
  return new Map(files.map(([name, content]) => [name.split("-")[0]!, letterIn(content)]));
}

inBrowser(
  "with the keyboard alone the reviewer says whose a file is that nobody could tell; the school is then asked to send again, and its file goes along",
  async () => {
    const folder = newFolder();
    const put = (name: string, bytes: Uint8Array): string => {
      writeFileSync(join(folder, name), bytes);
      return join(folder, name);
    };
    const encrypted = compoundFile("EncryptionInfo", "EncryptedPackage");
    const paths = [
      put("统计表.xlsx", await filled([], SOFTWARE)),
      put("武职.xlsx", encrypted),
      put("表.xlsx", encrypted.slice(0, 600)),
      // The sender is the one whom the cover of the first form names.
      put("来信.eml", mail("更正", "2026-12-21T01:00:00Z", [{ name: "更正.xlsx", bytes: encrypted }])),
      put(`${TAX}.xlsx`, encrypted),
    ];
    const { page, trouble } = await place.open({}, "#/consolidate");
    await page.locator(".drop input[accept]").setInputFiles(paths);
    await page.getByRole("combobox", { name: /报告期/ }).selectOption("2026-S2");
    const press = async (until: () => Promise<boolean>): Promise<void> => {
      for (let times = 0; times < 60 && !(await until()); times++) await page.keyboard.press("Tab");
      expect(await until()).toBe(true);
    };
    const on = (name: string) => (): Promise<boolean> =>
      page.evaluate((said) => {
        const one = document.activeElement;
        if (!one?.matches("button, select")) return false;
        return `${(one as HTMLSelectElement | null)?.labels?.[0]?.textContent ?? ""} ${one.textContent ?? ""}`.includes(said);
      }, name);
    await press(on(words.start));
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "待认领的来件（2 份）" }).waitFor();
    const standing = (school: string) => page.locator(".standing tbody tr").filter({ hasText: school }).first();
    await standing(TAX).filter({ hasText: zhCN.summary.schoolState.refused }).waitFor();
    await standing(WUHAN).filter({ hasText: "未能采用、可能是本校的来件：武职.xlsx" }).waitFor();

    await standing(SOFTWARE).filter({ hasText: "未采用的来件：来信.eml › 更正.xlsx" }).waitFor();
    const before = await letters(page);
    expect(before.get(TAX)!.subject).toContain("请重新报送");
    expect(before.get(WUHAN)!.body).toContain("无法确认是哪所学校报送的：\n· 武职.xlsx");
    for (const { body } of before.values()) expect(body).not.toContain("尚未收到");

    const choice = page.getByRole("combobox", { name: ask.label.replace("{file}", "武职.xlsx") });
    // The nearest stands first.
    expect(await choice.locator("option").nth(1).textContent()).toBe(WUHAN);
    await press(on(ask.label.replace("{file}", "武职.xlsx")));
    await page.keyboard.press("ArrowDown");
    await press(on(ask.again));
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "待认领的来件（1 份）" }).waitFor();
    await standing(WUHAN).filter({ hasText: zhCN.summary.schoolState.refused }).waitFor();
    expect(await choice.inputValue()).toBe(WUHAN);
    await page.locator(".arrivals tbody tr").filter({ hasText: "武职.xlsx" }).filter({ hasText: WUHAN }).waitFor();

    await page.getByRole("combobox", { name: ask.label.replace("{file}", "表.xlsx") }).selectOption({ label: ask.nobody });
    await page.getByRole("button", { name: ask.again }).click();
    await page.getByRole("heading", { name: "来件均已认领，可以更改（2 份）" }).waitFor();
    const after = await letters(page);
    expect(after.get(WUHAN)!.body).toContain("· 武职.xlsx：文件经过加密");
    // Now that every file has its school, the others did not send any.
    expect(after.get("荆州职业技术学院")!.body).toContain("尚未收到你校");

    const zip = await downloaded(page, () => page.getByRole("button", { name: words.take.zip, exact: true }).click());
    expect(
      Object.keys(unzipSync(zip.bytes))
        .map((name) => name.split("/").at(-1)!)
        .sort(),
    ).toEqual(
      // prettier-ignore
      ["2026年下半年-进展情况统计表汇总.xlsx", `${SOFTWARE}-统计表.xlsx`, `${SOFTWARE}-更正.xlsx`, `${TAX}.xlsx`, `${WUHAN}-武职.xlsx`, "表.xlsx"].sort(),
    );
    for (const [width, media] of [
      [320, {}],
      [1024, { forcedColors: "active" }],
      [1366, { colorScheme: "dark" }],
    ] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia(media);
      expect([width, await objections(page)]).toEqual([width, []]);
      expect([width, await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth <= 0)]).toEqual([width, true]);
    }
    if (process.env["SHOTS"]) {
      await page.setViewportSize({ width: 1366, height: 900 });
      await page.emulateMedia({ colorScheme: "light" });
      await page.locator(".claims").scrollIntoViewIfNeeded();
      await page.screenshot({ path: join(process.env["SHOTS"], "claims.png"), fullPage: true });
    }
    expect(trouble).toEqual([]);
  },
  600_000,
);
