import { existsSync, readdirSync, statSync, utimesSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { fileAt, pathOf, serveFiles } from "./serve.mjs";

const root = resolve(fileURLToPath(new URL("..", import.meta.url)));
const folder = join(root, "dist", "page");
const FIRST_PORT = 8080;

function ofPage(file) {
  return {
    "Cross-Origin-Opener-Policy": "same-origin",
    ...(/\.[0-9a-f]{12}\.js$/.test(file) ? { "Cache-Control": "public, max-age=31536000, immutable" } : {}),
    ...(file.endsWith(".html") ? { "Content-Security-Policy": "frame-ancestors 'none'" } : {}),
  };
}

/** Serves the page, or another folder, on this machine only. @returns the server and its address */
export function serve(port = FIRST_PORT, base = folder) {
  return serveFiles({ find: (address) => fileAt(pathOf(address), base), more: ofPage, port });
}

/** When the newest file of a folder was written, or a file itself. */
export function newest(path) {
  if (!statSync(path).isDirectory()) return statSync(path).mtimeMs;
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((time, entry) => Math.max(time, statSync(join(entry.parentPath ?? entry.path, entry.name)).mtimeMs), 0);
}

/** Builds the page where it is missing, or older than what it is made from. */
export function buildIfNeeded() {
  const built = join(folder, "index.html");
  if (existsSync(built) && statSync(built).mtimeMs > newest(join(root, "src"))) return;
  const start = new Date();
  process.stderr.write("构建网页… Building the page…\n");
  const cli = join(createRequire(import.meta.url).resolve("webpack-cli/package.json"), "..", "bin", "cli.js");
  const { status } = spawnSync(process.execPath, [cli, "--mode", "production", "--config-name", "page", "--stats", "errors-only"], {
    cwd: root,
    stdio: "inherit",
  });
  if (status !== 0) process.exit(status ?? 1);
  // webpack leaves a file alone whose bytes did not change.
  utimesSync(built, start, start);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (!process.argv.includes("--no-build")) buildIfNeeded();
  const { url } = await serve(Number(process.env.PORT) || FIRST_PORT);
  process.stdout.write(
    `\n  ${url}\n\n  在浏览器中打开上面的地址。按 Ctrl+C 结束。\n  Open the address in a browser. Press Ctrl+C to end.\n\n`,
  );
}
