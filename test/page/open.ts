import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { launchBrowser } from "../browser";
import { built } from "../cli/built";

const root = join(__dirname, "..", "..");
/** The page as any static host would serve it. */
export const PAGE = join(root, "dist", "page");

/** The address that a server prints when it listens. @throws Error where it ends before */
export function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    server.stdout?.on("data", (data: Buffer) => {
      const found = /http:\/\/localhost:\d+\//.exec(String(data));
      if (found) resolve(found[0]);
    });
    server.once("exit", (code) => reject(new Error(`The server ended: ${code}`)));
  });
}

export interface Opened {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Requests that left this machine, CSP violations and errors of the page: always empty. */
  readonly trouble: string[];
}

/** The page as people get it: built, served on this machine, in a real browser. */
export class Place {
  private constructor(
    readonly browser: Browser,
    readonly url: string,
    private readonly server: ChildProcess,
  ) {}

  static async start(): Promise<Place> {
    // Whoever has just built need not wait for it again.
    if (!process.env["AS_BUILT"]) built();
    return Place.served([join(root, ".scripts", "serve-page.mjs"), "--no-build"]);
  }

  /** Another build of the page, which lies in a folder. */
  static async of(folder: string): Promise<Place> {
    const serve = `import { serve } from ${JSON.stringify(join(root, ".scripts", "serve-page.mjs"))}; console.log((await serve(8080, ${JSON.stringify(folder)})).url)`;
    return Place.served(["--input-type=module", "-e", serve]);
  }

  private static async served(by: readonly string[]): Promise<Place> {
    const server = spawn(process.execPath, by, { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
    return new Place(await launchBrowser(), await addressOf(server), server);
  }

  async end(): Promise<void> {
    await this.browser.close();
    this.stopServing();
  }

  /** As when the network goes. */
  stopServing(): void {
    this.server.kill();
  }

  /** Opens the page as a person would who has never been here. */
  async open(options: BrowserContextOptions = {}, hash = ""): Promise<Opened> {
    const context = await this.browser.newContext({
      locale: "zh-CN",
      viewport: { width: 1440, height: 900 },
      acceptDownloads: true,
      ...options,
    });
    // A busy machine is slow; what does not come at all fails all the same.
    context.setDefaultTimeout(120_000);
    const trouble: string[] = [];
    context.on("request", (request) => {
      if (!/^(http:\/\/localhost:\d+\/|blob:|data:)/.test(request.url())) trouble.push(request.url());
    });
    const page = await context.newPage();
    page.on("pageerror", (error) => trouble.push(error.message));
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) trouble.push(message.text());
    });
    await page.goto(this.url + hash);
    return { page, context, trouble };
  }
}

/** Presses the button of the other language, and waits for it: it is loaded when somebody asks. */
export async function speakEnglish(page: Page): Promise<void> {
  await page.getByRole("button", { name: "English" }).click();
  await page.locator('html[lang="en-US"]').waitFor();
}

export interface Given {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Files on the disk, so that handing them over takes none of the page's own time. */
function onDisk(files: readonly Given[]): string[] {
  const folder = mkdtempSync(join(tmpdir(), "page-"));
  return files.map(({ name, bytes }) => {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
  });
}

/** Puts files into the page the way a chooser does. */
export async function give(page: Page, ...files: readonly Given[]): Promise<void> {
  await page.locator(".drop input[accept]").setInputFiles(onDisk(files));
}

/** Until no worker is left: the browser tells of the end of one a little later. */
export async function workersGone(page: Page): Promise<void> {
  for (let tries = 0; tries < 1_200 && page.workers().length > 0; tries++) await page.waitForTimeout(100);
  expect(page.workers()).toEqual([]);
}

/** Drags files from the desktop over a place of the window and lets them go. */
export async function drop(page: Page, at: { readonly x: number; readonly y: number }, ...files: readonly Given[]): Promise<void> {
  await dropPaths(page, at, onDisk(files));
}

/** Drags files and folders of the disk over a place of the window and lets them go. */
export async function dropPaths(page: Page, at: { readonly x: number; readonly y: number }, paths: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const) await session.send("Input.dispatchDragEvent", { type, ...at, data });
  await session.detach();
}

/** Pastes files. The clipboard of a browser without a window holds none, so the event is made as the browser makes it. */
export async function paste(page: Page, ...files: readonly Given[]): Promise<void> {
  const given = files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString("base64") }));
  await page.evaluate((all) => {
    const clipboardData = new DataTransfer();
    for (const { name, base64 } of all)
      clipboardData.items.add(new File([Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))], name));
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, given);
}

/** What one press downloads. */
export async function downloaded(page: Page, press: () => Promise<void>): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return { name: download.suggestedFilename(), bytes: Buffer.concat(chunks) };
}
