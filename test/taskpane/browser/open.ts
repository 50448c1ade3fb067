import type { Browser, Page } from "playwright-core";
import { blankForm } from "../../fill";
import type { BehaviourId } from "../../host";
import { officeStub } from "./serve";

export interface Opening {
  readonly width: number;
  readonly height?: number;
  readonly locale?: "zh-CN" | "en-US";
  readonly look?: "light" | "dark" | "forced" | "contrast";
  readonly file?: Uint8Array;
  readonly settings?: Readonly<Record<string, string>>;
  readonly behaviours?: readonly BehaviourId[];
}

export interface OpenedPage {
  readonly page: Page;
  /** Addresses asked for that are not of this machine; office.js is answered by the stub. */
  readonly strangers: string[];
  /** What the browser complained of: errors, and breaches of the CSP. */
  readonly complaints: string[];
}

let stub: string | undefined;

/** Opens the built pane in a page of its own, with the in-memory Excel in place of office.js. */
export async function openPage(
  browser: Browser,
  url: string,
  { width, height = 700, locale = "zh-CN", look = "light", file, settings, behaviours }: Opening,
): Promise<OpenedPage> {
  stub ??= officeStub();
  const context = await browser.newContext({
    viewport: { width, height },
    locale,
    colorScheme: look === "dark" ? "dark" : "light",
    forcedColors: look === "forced" ? "active" : "none",
    contrast: look === "contrast" ? "more" : "no-preference",
    acceptDownloads: true,
  });
  // A machine that is busy with other suites is slow, not wrong.
  context.setDefaultTimeout(180_000);
  const page = await context.newPage();
  const [strangers, complaints]: [string[], string[]] = [[], []];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.route("**/*", (route) => {
    const address = route.request().url();
    if (/\/office\.js$/.test(address)) return route.fulfill({ contentType: "text/javascript", body: stub! });
    if (address.startsWith(url) || /^(data|blob):/.test(address)) return route.continue();
    strangers.push(address);
    return route.abort();
  });
  const book = {
    locale,
    settings,
    behaviours,
    background: look === "dark" ? "#262626" : "#ffffff",
    ...(file ? { file: Buffer.from(file).toString("base64") } : {}),
  };
  await page.addInitScript(`window.testBook = ${JSON.stringify(book)}`);
  await page.goto(`${url}/taskpane.html`);
  return { page, strangers, complaints };
}

/** Until nothing moves: what is fading in has not its colours yet. What turns for ever does not count. */
export async function still(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    document.getAnimations().every(({ playState, effect }) => playState !== "running" || effect?.getComputedTiming().endTime === Infinity),
  );
}

/** A blank form of the school with three programmes. */
export const BLANK = (): Uint8Array => blankForm("武汉职业技术学院");
