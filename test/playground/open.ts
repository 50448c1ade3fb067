import { spawn, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, BrowserContext, FrameLocator, Locator, Page } from "playwright-core";
import { launchBrowser } from "../browser";
import { built } from "../cli/built";
import type { BehaviourId } from "../host/behaviours";
import { addressOf } from "../page/open";
import type { Situation } from "./gallery";
import type { Playground } from "./page/playground";

declare global {
  interface Window {
    playground: Playground;
  }
}

const root = join(__dirname, "..", "..");

/** What `npm run playground` runs. The pane is the one of the build that ships; the page comes out of the cache where nothing changed. */
async function serve(): Promise<{ readonly server: ChildProcess; readonly url: string }> {
  built();
  const server = spawn(process.execPath, [join(root, ".scripts", "serve-playground.mjs"), "--pane-as-built"], {
    cwd: root,
    env: { ...process.env, PORT: "0" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  return { server, url: await addressOf(server) };
}

/** Width and height in which a form can be seen. */
const SIZE = { width: 1440, height: 900 };
/** Milliseconds that one step may take on a machine that is busy with other things. */
const PATIENCE = 90_000;

/** Pixels from the right edge of a cell to the arrow of its list. */
const ARROW = 10;

/** What a grid throws where it is let go while a callback of its own is still to come: nothing of ours hangs on it. */
const GRID_AFTERMATH = "[redi]: Injector cannot be accessed after it was disposed.";

/** The playground in a real browser, as `npm run playground` serves it. One for all stories of a file: the grid starts once. */
export class Opened {
  private constructor(
    readonly page: Page,
    private readonly browser: Browser,
    private readonly server: ChildProcess,
  ) {}

  /** Requests that left this machine, and what the browser complained of: always empty. */
  readonly trouble: string[] = [];

  static async start(): Promise<Opened> {
    const { server, url } = await serve();
    const browser = await launchBrowser();
    const context = await browser.newContext({ viewport: SIZE, locale: "zh-CN", acceptDownloads: true });
    const opened = new Opened(await context.newPage(), browser, server);
    try {
      await opened.arrive(context, url);
      return opened;
    } catch (error) {
      await opened.end();
      throw error;
    }
  }

  private async arrive(context: BrowserContext, url: string): Promise<void> {
    const { page, trouble } = this;
    await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: new URL(url).origin });
    page.on("pageerror", (error) => error.message === GRID_AFTERMATH || trouble.push(error.message));
    page.on("console", (message) => message.type() === "error" && trouble.push(message.text()));
    // What the pane asks of Microsoft is answered by the page's own service worker; what that asks for itself stays here.
    context.on("response", (response) => {
      const address = response.url();
      if (!address.startsWith(url) && /^https?:/.test(address) && !response.fromServiceWorker()) trouble.push(address);
    });
    page.setDefaultTimeout(PATIENCE);
    await page.goto(url);
    await page.getByRole("dialog", { name: "情境" }).waitFor();
  }

  async end(): Promise<void> {
    await this.browser.close();
    this.server.kill();
  }

  get pane(): FrameLocator {
    return this.page.frameLocator("iframe");
  }

  /** Starts from a situation, by the gallery, as a person does. */
  async begin({ id, title }: Situation): Promise<void> {
    const gallery = this.page.getByRole("dialog", { name: "情境" });
    if (!(await gallery.isVisible())) await this.page.getByRole("button", { name: "情境" }).click();
    await this.page.evaluate(() => (document.body.dataset["ready"] = ""));
    await gallery.getByRole("button", { name: title["zh-CN"] }).click();
    await this.page.waitForFunction((ready) => document.body.dataset["ready"] === ready, id);
    await this.pane.getByRole("tab").first().waitFor();
  }

  /** Sets what this Excel does as real ones are known to, from the next act on. */
  switchTo(on: readonly BehaviourId[]): Promise<void> {
    return this.page.evaluate((ids) => {
      const { behaviours } = window.playground.excel;
      behaviours.clear();
      for (const id of ids) behaviours.add(id);
    }, on);
  }

  /** Goes to a sheet by its tab. */
  async goTo(sheet: string): Promise<void> {
    if ((await this.activeSheet()) === sheet) return;
    await this.tab(sheet).click();
    await this.until(async () => (await this.activeSheet()) === sheet, `sheet ${sheet}`);
  }

  /** The tab of a sheet below the grid. */
  tab(sheet: string): Locator {
    return this.page.locator(".grid").getByRole("tab", { name: sheet, exact: true });
  }

  activeSheet(): Promise<string> {
    return this.page.evaluate(() => window.playground.excel.book.active.name);
  }

  /** What is selected in the in-memory Excel, such as `表1!F10`. */
  selection(): Promise<string> {
    return this.page.evaluate(() => {
      const { sheet, address } = window.playground.excel.book.selection;
      return `${sheet}!${address}`;
    });
  }

  value(place: string): Promise<unknown> {
    return this.page.evaluate((at) => window.playground.excel.valueAt(at), place);
  }

  /** What the grid shows of a cell. */
  shown(place: string): Promise<string> {
    return this.page.evaluate((at) => window.playground.shownAt(at), place);
  }

  /** Polls: nothing here is told by an event. */
  async until(holds: () => Promise<boolean>, what: string): Promise<void> {
    const end = Date.now() + PATIENCE;
    while (Date.now() < end) {
      if (await holds()) return;
      await this.page.waitForTimeout(100);
    }
    throw new Error(`Waited in vain for ${what}`);
  }

  /** Where a cell of the sheet that is shown is; scrolled into view with the wheel where it is out of it. */
  private async spot(address: string): Promise<{ x: number; y: number; right: number; middle: number }> {
    for (let tries = 0; tries < 40; tries++) {
      const found = await this.page.evaluate((at) => {
        const rect = window.playground.rectOf(at);
        const canvas = document.querySelector('.grid canvas[id^="univer-sheet"]')?.getBoundingClientRect();
        if (!rect || !canvas) return undefined;
        const [x, y] = [rect.x + rect.width / 2, rect.y + rect.height / 2];
        // A cell of many columns is caught by its left end.
        const inside = Math.min(x, rect.x + 30);
        return {
          x: inside,
          y,
          right: rect.right,
          middle: canvas.y + canvas.height / 2,
          // The wheel goes where it is out of view: across, down, or both.
          across: inside > canvas.x + 50 && inside < canvas.right - 40 ? 0 : inside - canvas.x - canvas.width / 2,
          seen: y > canvas.y + 30 && y < canvas.bottom - 60 && document.elementFromPoint(inside, y)?.tagName === "CANVAS",
        };
      }, address);
      if (found?.seen) return found;
      if (found) {
        await this.page.mouse.move(500, found.middle);
        const step = (by: number): number => Math.max(-400, Math.min(400, by));
        await this.page.mouse.wheel(step(found.across), step(found.y - found.middle));
      }
      await this.page.waitForTimeout(100);
    }
    throw new Error(`${address} does not come into view`);
  }

  /** Selects a cell, such as `表1!F10`, with the mouse. */
  async click(place: string): Promise<void> {
    const [sheet = "", address = ""] = place.split("!");
    await this.goTo(sheet);
    const end = Date.now() + PATIENCE;
    while (Date.now() < end) {
      const { x, y } = await this.spot(address);
      await this.page.mouse.click(x, y);
      for (let polls = 0; polls < 40; polls++) {
        if ((await this.selection()).replace(/:.*/, "") === place) return;
        await this.page.waitForTimeout(50);
      }
    }
    throw new Error(`${place} was clicked, selected is ${await this.selection()}`);
  }

  /** Selects a cell, types, and confirms; then waits until the entry has been judged. */
  async type(place: string, text: string): Promise<void> {
    await this.click(place);
    await this.page.keyboard.type(text);
    await this.page.keyboard.press("Enter");
    await this.settled();
  }

  /** Until what was done in the grid has reached the Excel, or a box asks about it. */
  async settled(): Promise<void> {
    await this.page.waitForTimeout(150);
    await this.until(
      () => this.page.evaluate(() => window.playground.sync.settling.quiet || document.querySelector("dialog.ask[open]") !== null),
      "the grid to settle",
    );
  }

  /** Until no cell is being edited any more. */
  async left(): Promise<void> {
    await this.until(() => this.page.evaluate(() => !window.playground.excel.isEditing()), "the cell to be left");
  }

  /** The box that says what Excel would say. */
  get box(): Locator {
    return this.page.getByRole("alertdialog");
  }

  /** Chooses from the list of a cell. @returns what the list offers */
  async choose(place: string, option: string): Promise<string[]> {
    await this.click(place);
    const [, address = ""] = place.split("!");
    const { right, y } = await this.spot(address);
    const options = this.page.locator('[data-u-comp="sheets-dropdown-list"] .univer-cursor-pointer');
    const list = options.filter({ hasText: option }).first();
    await this.until(async () => {
      if (await list.isVisible()) return true;
      await this.page.mouse.click(right - ARROW, y);
      // It takes a moment the first time; another click would close it again.
      return list.waitFor({ timeout: 3_000 }).then(
        () => true,
        () => false,
      );
    }, `the list of ${place}`);
    const offered = (await options.allInnerTexts()).map((text) => text.trim());
    await options.nth(offered.indexOf(option)).click();
    await this.settled();
    return offered;
  }

  /** Keys of the findings that the pane lists, such as `A02|表1!F11`; runs of like findings are unfolded. */
  async listed(): Promise<string[]> {
    await this.pane.getByRole("tab").nth(1).click();
    const folded = this.pane.locator('[data-row][aria-expanded="false"]:not([data-row*="!"])');
    let keys: string[] | undefined;
    await this.until(async () => {
      if ((await folded.count()) > 0) await folded.first().click();
      // A long list is drawn a slice at a time, and says so; what is still to be drawn may be a run, too. So all is asked in one go.
      keys = await this.pane.locator("body").evaluate((body) => {
        if (body.querySelector('[role="group"][aria-busy="true"], [data-row][aria-expanded="false"]:not([data-row*="!"])'))
          return undefined;
        return [...body.querySelectorAll<HTMLElement>('[data-row*="!"]')].map((row) => row.dataset["row"]!).sort();
      });
      return keys !== undefined;
    }, "the list of findings");
    return keys!;
  }

  /** What one act downloads. */
  async downloaded(act: () => Promise<void>): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
    const [download] = await Promise.all([this.page.waitForEvent("download"), act()]);
    return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) };
  }

  /** The workbook as it is, by the button that downloads it. */
  file(): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
    return this.downloaded(() => this.page.getByRole("button", { name: "下载", exact: true }).click());
  }
}
