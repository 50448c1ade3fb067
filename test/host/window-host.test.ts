import { readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Browser, Page } from "playwright-core";
import webpack from "webpack";
import { inBrowser, launchBrowser } from "../browser";
import { startExcel } from "./index";
import type { Recording } from "./recorder/recording";
import { SCENARIOS } from "./recorder/scenarios";
import { replay } from "./replay";

const office = dirname(require.resolve("@microsoft/office-js/dist/office.js"));
const out = join(tmpdir(), `window-host-${process.pid}`);
const headers = { "content-type": "text/html; charset=utf-8" };
let server: Server;
let browser: Browser;

function bundle(): Promise<void> {
  const compiler = webpack({
    mode: "development",
    devtool: false,
    entry: join(__dirname, "window-page.ts"),
    output: { path: out, filename: "page.js" },
    resolve: { extensions: [".ts", ".mjs", ".js"] },
    module: { rules: [{ test: /\.ts$/, loader: "ts-loader", options: { transpileOnly: true, compilerOptions: { noEmit: false } } }] },
  });
  return new Promise((resolve, reject) =>
    compiler.run((error, stats) => (error || stats?.hasErrors() ? reject(error ?? new Error(stats?.toString("errors-only"))) : resolve())),
  );
}

beforeAll(async () => {
  await bundle();
  server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    if (path === "/") return void response.writeHead(200, headers).end("<!doctype html><title>.</title><script src=/page.js></script>");
    try {
      const file = path.startsWith("/office/") ? join(office, path.slice("/office/".length)) : join(out, path);
      const text = readFileSync(file);
      response.writeHead(200, { "content-type": "text/javascript; charset=utf-8" }).end(text);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  browser = await launchBrowser();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  server?.close();
  rmSync(out, { recursive: true, force: true });
});

/** The page, before office.js. @param strange is told of requests to other machines */
async function opened(strange: string[] = []): Promise<Page> {
  const page = await browser.newPage();
  page.on("request", (request) => void (new URL(request.url()).hostname === "127.0.0.1" || strange.push(request.url())));
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  return page;
}

inBrowser(
  "the full, unmodified office.js in Chromium takes it for a desktop Excel",
  async () => {
    const strange: string[] = [];
    const page = await opened(strange);
    const story = await page.evaluate(() => (globalThis as unknown as { story(): Promise<unknown> }).story());
    const done = { ok: true };
    expect(story).toEqual({
      info: expect.objectContaining({ host: "Excel", platform: "PC" }),
      language: "zh-CN",
      sets: [true, false],
      inserted: { ok: true, value: { unguarded: [] } },
      written: done,
      heard: 1,
      values: [12, 5],
      settings: [["school", "武汉"]],
      startState: "Background",
      recalled: "武汉",
      bytes: [0x50, 0x4b, true],
      editing: { ok: false, error: { kind: "cell-edit-mode" } },
      saved: done,
      completed: 1,
    });
    expect(strange).toEqual([]);
  },
  60_000,
);

// Behind office.js itself requests go another way than in jest, and the log of the client tells nothing of them.
inBrowser(
  "what the kit records of it there, the same Excel answers here",
  async () => {
    const page = await opened();
    const text = await page.evaluate(() => (globalThis as unknown as { recording(): Promise<string> }).recording());
    const made = JSON.parse(text) as Recording;
    expect(made.excel).toMatchObject({ platform: "PC", language: "zh-CN", api: "1.13" });
    const exchanges = made.scenarios.map(({ id, entries }) => [id, entries.some(({ kind }) => kind === "exchange")]);
    expect(exchanges).toEqual(SCENARIOS.map(({ id }) => [id, true]));
    expect(await replay(made, startExcel({ api: "1.13" }))).toEqual([]);
  },
  60_000,
);
