import { createReadStream, existsSync, readdirSync, statSync, utimesSync } from "node:fs";
import { createServer } from "node:http";
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { extname, join, resolve, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = resolve(fileURLToPath(new URL("..", import.meta.url)));
const folder = join(root, "dist", "page");
const FIRST_PORT = 8080;
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".txt": "text/plain; charset=utf-8",
  ".xml": "text/xml; charset=utf-8",
};

/** The file an address asks for; undefined where there is none, or where it leads out of the folder. */
export function fileFor(address, base = folder) {
  let path;
  try {
    path = decodeURIComponent(new URL(address, "http://localhost").pathname);
  } catch {
    return undefined;
  }
  if (path.includes("\0")) return undefined;
  const file = resolve(base, `.${path.endsWith("/") ? `${path}index.html` : path}`);
  if (!file.startsWith(base + sep)) return undefined;
  return existsSync(file) && statSync(file).isFile() ? file : undefined;
}

/**
 * Answers a request with a file, or with 404.
 * @param find which file an address asks for, if any @param more headers that a file has beside those of all
 */
export function answer(request, response, find, more) {
  // A name that somebody pointed at this machine is not ours: its page must not read what this one keeps.
  const host = (request.headers.host ?? "").replace(/:\d+$/, "");
  const file =
    ["GET", "HEAD"].includes(request.method) && ["localhost", "127.0.0.1", "[::1]"].includes(host) ? find(request.url ?? "/") : undefined;
  if (!file) {
    response.writeHead(404, { "Content-Type": "text/plain; charset=utf-8" }).end("404\n");
    return;
  }
  response.writeHead(200, {
    "Content-Type": TYPES[extname(file)] ?? "application/octet-stream",
    "Content-Length": statSync(file).size,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
    ...more(file),
  });
  if (request.method === "HEAD") response.end();
  else createReadStream(file).pipe(response);
}

/** Listens on this machine only. @returns the server and its address, at the first port that is free */
export function listen(answer, port, first) {
  return new Promise((done, fail) => {
    const server = createServer(answer);
    server.once("error", (error) => {
      if (error.code === "EADDRINUSE" && port !== 0 && port < first + 100) done(listen(answer, port + 1, first));
      else fail(error);
    });
    server.listen(port, "127.0.0.1", () => done({ server, url: `http://localhost:${server.address().port}/` }));
  });
}

function ofPage(file) {
  return {
    "Cross-Origin-Opener-Policy": "same-origin",
    ...(/\.[0-9a-f]{12}\.js$/.test(file) ? { "Cache-Control": "public, max-age=31536000, immutable" } : {}),
    ...(file.endsWith(".html") ? { "Content-Security-Policy": "frame-ancestors 'none'" } : {}),
  };
}

/** Serves the page, or another folder, on this machine only. @returns the server and its address */
export function serve(port = FIRST_PORT, base = folder) {
  return listen((request, response) => answer(request, response, (address) => fileFor(address, base), ofPage), port, FIRST_PORT);
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
