import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { asChanges, blankForm, entries } from "../../fill";
import { openXlsx } from "../../../src/workbook/xlsx";
import { launchBrowser } from "../../browser";
import { built } from "../../cli/built";
import { BLANK, openPage, still, type Opening } from "./open";
import { servePane } from "./serve";

/** A form with faults of all kinds on two sheets. */
export async function faulty(): Promise<Uint8Array> {
  const workbook = openXlsx(BLANK());
  await workbook.write(
    asChanges(
      entries("武汉职业技术学院", [
        {},
        { values: { "20": 180, "29": 0, "18": "２１", "26": "143人", "02": 40 } },
        { values: { "30": null, "29": 23655 }, explanations: { "29": "已核实" } },
      ]),
    ),
  );
  return workbook.bytes();
}

/** A form in which nothing is to be found. */
export async function clean(): Promise<Uint8Array> {
  const workbook = openXlsx(BLANK());
  await workbook.write(asChanges(entries("武汉职业技术学院")));
  return workbook.bytes();
}

/** What was reported a half-year before. */
async function earlier(): Promise<Uint8Array> {
  const workbook = openXlsx(blankForm("武汉职业技术学院", { period: { year: 2026, half: 1 } }));
  await workbook.write(asChanges(entries("武汉职业技术学院")));
  return workbook.bytes();
}

/** Takes pictures of the built pane for people to look at. */
export async function takeShots(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  built();
  const { url, server } = await servePane();
  const browser = await launchBrowser();
  const [fault, good, last] = [await faulty(), await clean(), Buffer.from(await earlier())];
  const shot = async (
    name: string,
    opening: Opening,
    act: (page: Awaited<ReturnType<typeof openPage>>["page"]) => Promise<void>,
  ): Promise<void> => {
    if (!new RegExp(process.env["SHOTS_ONLY"] ?? "").test(name)) return;
    const { page, complaints } = await openPage(browser, url, opening);
    try {
      await act(page);
      await still(page);
    } finally {
      await page.screenshot({ path: join(folder, `${name}.png`) });
      if (complaints.length > 0) console.log(name, complaints);
      await page.context().close();
    }
  };
  const kinds: readonly (readonly [string, Opening])[] = [
    ["320-light-zh", { width: 320 }],
    ["450-dark-en", { width: 450, locale: "en-US", look: "dark" }],
    ["320-forced-zh", { width: 320, look: "forced" }],
    ["450-light-zh", { width: 450 }],
  ];
  for (const [kind, opening] of kinds) {
    const english = opening.locale === "en-US";
    await shot(`fill-${kind}`, opening, async (page) => {
      const school = page.getByRole("combobox").first();
      await school.click();
      await school.pressSequentially("武汉职");
      await page.getByRole("option", { name: "武汉职业技术学院" }).click();
      await page
        .locator('input[type="file"]')
        .setInputFiles({ name: "2026年上半年.xlsx", mimeType: "application/octet-stream", buffer: last });
      await page.getByRole("checkbox").check();
    });
    await shot(`which-${kind}`, opening, async (page) => {
      await page.getByRole("combobox").first().fill("武汉软件工程学院");
      await page.keyboard.press("Escape");
      await page.getByRole("group", { name: /武汉软件工程学院/ }).waitFor();
    });
    await shot(`other-period-${kind}`, { ...opening, file: last }, async (page) =>
      page.getByRole("heading", { level: 2 }).first().waitFor(),
    );
    await shot(`fixed-${kind}`, { ...opening, file: fault }, async (page) => {
      await page.locator("[data-row]").nth(1).focus();
      await page.keyboard.press("Control+Enter");
      await page.getByRole("button", { name: english ? "Undo" : "撤消" }).waitFor();
      await page.getByRole("button", { name: english ? "List in a sheet" : "写入问题清单" }).click();
      await page.getByText(english ? /are listed in/ : /问题清单已写入/).waitFor();
    });
    await shot(`check-${kind}`, { ...opening, file: fault }, async (page) => {
      await page
        .getByRole("button", { name: english ? /2000|F29|28 / : /技术服务到款额填报 0/ })
        .first()
        .click();
      await page.locator("textarea").waitFor();
      await still(page);
    });
    await shot(`blank-${kind}`, { ...opening, file: BLANK() }, async (page) => page.locator("[data-row]").first().waitFor());
    await shot(`send-${kind}`, { ...opening, file: fault }, async (page) => {
      await page.locator("[data-row]").first().waitFor();
      await page.getByRole("tab").nth(2).click();
      await page.locator("#blocks").waitFor();
    });
    const summarise = async (page: Awaited<ReturnType<typeof openPage>>["page"]): Promise<void> => {
      await page.getByRole("tab").nth(3).click();
      const files = [fault, good, fault.slice(0, 9_000)];
      await page
        .locator(`input[aria-label="${english ? "Files received" : "收到的文件"}"]`)
        .setInputFiles(
          files.map((bytes, at) => ({ name: `武汉职业技术学院-第${at + 1}次.xlsx`, mimeType: "", buffer: Buffer.from(bytes) })),
        );
    };
    await shot(`review-${kind}`, opening, summarise);
    await shot(`reviewed-${kind}`, { ...opening, height: 900 }, async (page) => {
      await summarise(page);
      await page.getByRole("button", { name: english ? "Make the summary" : "开始汇总" }).click();
      await page.locator("#review-result").waitFor({ timeout: 60_000 });
    });
    await shot(`replace-${kind}`, opening, async (page) => {
      await summarise(page);
      await page.getByRole("button", { name: english ? "Make the summary" : "开始汇总" }).click();
      const insert = page.getByRole("button", { name: english ? "Insert into this workbook" : "插入本工作簿" });
      await insert.click({ timeout: 60_000 });
      await page.getByText(english ? /^The summary is in/ : /^汇总表已插入/).waitFor({ timeout: 60_000 });
      await insert.click();
      await page.getByRole("alertdialog").waitFor();
    });
    await shot(`fixes-${kind}`, { ...opening, file: fault }, async (page) => {
      await page.getByRole("button", { name: english ? /^Repair all/ : /^全部修正/ }).click();
      await page.getByRole("dialog").waitFor();
    });
    await shot(`clean-${kind}`, { ...opening, file: good }, async (page) => page.getByRole("heading", { level: 2 }).first().waitFor());
    for (const [where, behaviours] of [
      ["sent", []],
      ["sent-mac", ["downloads-do-nothing", "autosave-is-on"]],
    ] as const)
      await shot(`${where}-${kind}`, { ...opening, file: good, height: 1_300, behaviours }, async (page) => {
        await page.getByRole("heading", { level: 2 }).first().waitFor();
        await page.getByRole("tab").nth(2).click();
        await page.getByRole("button", { name: english ? "Make the files to send" : "生成报送文件" }).click();
        await page.getByRole("heading", { name: english ? "Send the mail" : "发送邮件" }).waitFor();
        await page.getByRole("button", { name: english ? "Copy: Subject" : "复制主题" }).click();
      });
  }
  await browser.close();
  server.close();
}
