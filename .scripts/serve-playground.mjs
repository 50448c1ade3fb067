import { spawnSync } from "node:child_process";
import { existsSync, statSync, utimesSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { newest } from "./serve-page.mjs";
import { fileAt, pathOf, serveFiles } from "./serve.mjs";

/** `npm run playground`: the task pane as it is built, beside a grid, in a browser of this machine. Never part of a build that ships. */

const root = resolve(fileURLToPath(new URL("..", import.meta.url)));
const require = createRequire(import.meta.url);
const FIRST_PORT = 8180;
const PANE = join(root, "dist", "pane");
const PLAYGROUND = join(root, "node_modules", ".cache", "playground");
/** The recording kit, where `npm run record` has built it. */
const RECORDER = join(root, "node_modules", ".cache", "recorder");
/** What stands at which path. */
const FOLDERS = [
  ["/pane/", PANE],
  ["/recorder/", RECORDER],
  ["/office/", dirname(require.resolve("@microsoft/office-js/dist/office.js"))],
  ["/", PLAYGROUND],
];
/** What the page is made from, in test/playground; beside it lie its tests. */
const PARTS = ["gallery", "grid", "page", "trace", "index.ts", "play-excel.ts", "words.ts", "webpack.cjs"];
/** The grid sets styles on elements; scripts come from this machine only, and nothing is sent anywhere. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; frame-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

function find(address) {
  const path = pathOf(address);
  if (path === undefined) return undefined;
  const [start, folder] = FOLDERS.find(([one]) => path.startsWith(one));
  return fileAt(`/${path.slice(start.length)}`, folder);
}

/** The pane brings a policy of its own; it must be the one that ships. */
function more(file) {
  return file.startsWith(PLAYGROUND) ? { "Content-Security-Policy": POLICY } : {};
}

/** Serves the playground on this machine only. @returns the server and its address */
export function serve(port = FIRST_PORT) {
  return serveFiles({ find, more, port });
}

/** Runs webpack where a file is missing, or older than what it is made from. */
function build(what, file, sources, args) {
  if (existsSync(file) && statSync(file).mtimeMs > Math.max(...sources.map((source) => newest(join(root, source))))) return;
  const start = new Date();
  process.stderr.write(`构建${what}…\n`);
  const cli = join(dirname(require.resolve("webpack-cli/package.json")), "bin", "cli.js");
  const { status } = spawnSync(process.execPath, [cli, "--stats", "errors-only", ...args], { cwd: root, stdio: "inherit" });
  if (status !== 0) throw new Error(`webpack: ${status}`);
  // webpack leaves a file alone whose bytes did not change.
  utimesSync(file, start, start);
}

/** Builds the page of the playground; the pane, too, as `npm run build` does, where it is not built yet. */
export function buildIfNeeded({ pane = true } = {}) {
  if (pane)
    build(
      "加载项 Building the pane",
      join(PANE, "taskpane.html"),
      ["src", "assets", "manifest.xml"],
      ["--mode", "production", "--config-name", "pane"],
    );
  build(
    "试用台 Building the playground",
    join(PLAYGROUND, "index.html"),
    ["src", "test/host", "test/second-form", "test/fill.ts", "package-lock.json", ...PARTS.map((part) => `test/playground/${part}`)],
    ["--config", "test/playground/webpack.cjs"],
  );
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  buildIfNeeded({ pane: !process.argv.includes("--pane-as-built") });
  const { url } = await serve(Number(process.env.PORT ?? FIRST_PORT));
  process.stdout.write(
    `\n  ${url}\n\n  在浏览器中打开上面的地址：这不是 Excel。按 Ctrl+C 结束。\n  Open the address in a browser; this is not Excel. Press Ctrl+C to end.\n\n`,
  );
}
