import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { request as ask, type RequestOptions } from "node:http";
import { request as askSecurely } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** The servers of `npm start`, `npm run start:excel` and `npm run playground`, on a folder of the test and with a certificate of its own. */
const folder = mkdtempSync(join(tmpdir(), "servers-"));
const inFolder = (name: string): string => join(folder, name);
const script = (name: string): string => JSON.stringify(pathToFileURL(join(__dirname, "..", ".scripts", name)).href);
const START = `
import { readFileSync } from "node:fs";
import devCerts from "office-addin-dev-certs";
import { serve as servePage } from ${script("serve-page.mjs")};
import { serve as serveExcel, steps } from ${script("serve-excel.mjs")};
import { serve as servePlayground } from ${script("serve-playground.mjs")};
const [ca, cert, key, files] = ${JSON.stringify(["ca.crt", "localhost.crt", "localhost.key", "files"].map(inFolder))};
console.log = () => {};
await devCerts.generateCertificates(ca, cert, key, 2, ["localhost"]);
const certificate = { cert: readFileSync(cert), key: readFileSync(key) };
const started = [await servePage(0, files), await serveExcel(certificate, 0, files), await servePlayground(0)];
process.stdout.write(JSON.stringify({ urls: started.map(({ url }) => url), steps: ["win32", "darwin", "linux"].map((platform) => steps(undefined, undefined, platform)) }) + "\\n");
`;

interface Answer {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

let servers: ChildProcess;
let urls: string[];
/** What `npm run start:excel` says on Windows, Mac and Linux. */
let steps: string[][];
let ended = false;

beforeAll(async () => {
  mkdirSync(inFolder("files"));
  writeFileSync(inFolder("files/index.html"), "page");
  writeFileSync(inFolder("files/taskpane.html"), "pane");
  writeFileSync(inFolder("files/a.js"), "1;");
  writeFileSync(inFolder("secret.txt"), "secret");
  servers = spawn(process.execPath, ["--input-type=module", "-e", START], {
    cwd: join(__dirname, ".."),
    stdio: ["ignore", "pipe", "inherit"],
  });
  servers.once("exit", () => (ended = true));
  ({ urls, steps } = await new Promise<{ urls: string[]; steps: string[][] }>((resolve, reject) => {
    servers.stdout!.once("data", (data: Buffer) => resolve(JSON.parse(String(data)) as { urls: string[]; steps: string[][] }));
    servers.once("exit", (code) => reject(new Error(`The servers ended: ${code}`)));
  }));
}, 120_000);
afterAll(() => void servers?.kill());

/** What a server answers, under the name and by the method given. */
function answerOf(url: string, path: string, options: RequestOptions = {}): Promise<Answer> {
  const { port, protocol } = new URL(url);
  const all = { host: "127.0.0.1", servername: "localhost", port, path, headers: { host: "localhost" }, agent: false as const, ...options };
  return new Promise((resolve, reject) => {
    const secure = { ...all, ca: protocol === "https:" ? readFileSync(inFolder("ca.crt")) : undefined };
    const sent = (protocol === "https:" ? askSecurely : ask)(secure, (response) => {
      let body = "";
      response.on("data", (data: Buffer) => (body += String(data)));
      response.on("end", () => resolve({ status: response.statusCode, headers: response.headers, body }));
    });
    sent.once("error", reject).end();
  });
}

const HANDED_OUT = [
  ["the page", 0, "/", "page"],
  ["the page", 0, "/a.js", "1;"],
  ["the pane", 1, "/", "pane"],
  ["the pane", 1, "/a.js?version=1", "1;"],
  ["the playground", 2, "/office/office.js", undefined],
] as const;

test.each(HANDED_OUT)("%s hands out its files, none of which is taken for anything else (%#)", async (_, index, path, content) => {
  for (const host of ["localhost", "localhost:1", "127.0.0.1", "[::1]:3443"]) {
    const { status, headers, body } = await answerOf(urls[index]!, path, { headers: { host } });
    expect([host, status, headers["x-content-type-options"]]).toEqual([host, 200, "nosniff"]);
    expect(headers["content-type"]).toMatch(/^text\/(html|javascript); charset=utf-8$/);
    if (content !== undefined) expect(body).toBe(content);
  }
  const head = await answerOf(urls[index]!, path, { method: "HEAD" });
  expect([head.status, head.body]).toEqual([200, ""]);
});

test("the way into Excel on the web names the question of the browser about this machine, wherever the server runs", () => {
  for (const said of steps) expect(said.join("\n")).toMatch(/网页版 Excel[\s\S]*本地网络[\s\S]*“允许”/);
  expect(new Set(steps.map(({ length }) => length)).size).toBeGreaterThan(1);
});

const PATHS = ["/nothing", "/%ff", "/%", "/%00", "/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/..%5csecret.txt", "//"];
const FOREIGN: readonly (readonly [string, RequestOptions])[] = [
  ["another name", { headers: { host: "elsewhere.example" } }],
  ["a name that begins like ours", { headers: { host: "localhost.elsewhere.example" } }],
  ["no method of reading", { method: "POST" }],
  ["no method of reading", { method: "OPTIONS" }],
  ["no method of reading", { method: "DELETE" }],
];

test.each([
  ["the page", 0, "/a.js"],
  ["the pane", 1, "/a.js"],
  ["the playground", 2, "/office/office.js"],
] as const)("%s answers nobody else, nothing outside its folder, and no broken address ends it", async (_, index, good) => {
  const url = urls[index]!;
  for (const path of [...PATHS, "http://[::1"]) {
    const { status, headers } = await answerOf(url, path);
    expect([path, status, headers["x-content-type-options"]]).toEqual([path, 404, "nosniff"]);
  }
  for (const [what, options] of FOREIGN) expect([what, (await answerOf(url, good, options)).status]).toEqual([what, 404]);
  expect((await answerOf(url, good)).status).toBe(200);
  expect(ended).toBe(false);
});
