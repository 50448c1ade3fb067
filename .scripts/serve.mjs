import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { extname, resolve, sep } from "node:path";
import { pipeline } from "node:stream";

/** One server for what this machine shows itself: the page, the pane for Excel, the playground. */

const NAMES = ["localhost", "127.0.0.1", "[::1]"];
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

/** The path that an address asks for, decoded; undefined where it is none. */
export function pathOf(address) {
  try {
    return decodeURIComponent(new URL(address, "http://localhost").pathname);
  } catch {
    return undefined;
  }
}

/** The file at a path; undefined where there is none, or where it leads out of the folder. @param index stands for a path that ends with `/` */
export function fileAt(path, folder, index = "index.html") {
  if (path === undefined || path.includes("\0")) return undefined;
  const file = resolve(folder, `.${path.endsWith("/") ? path + index : path}`);
  return file.startsWith(folder + sep) && sizeOf(file) !== undefined ? file : undefined;
}

/** Bytes of a file; undefined where there is none, or none any more. */
function sizeOf(file) {
  const found = statSync(file, { throwIfNoEntry: false });
  return found?.isFile() ? found.size : undefined;
}

/** Whether a request may be answered: a name that somebody pointed at this machine is not ours, and its page must not read what this one keeps. */
function isOurs({ method, headers }) {
  return ["GET", "HEAD"].includes(method) && NAMES.includes((headers.host ?? "").replace(/:\d+$/, ""));
}

function answer(request, response, find, more) {
  const file = isOurs(request) ? find(request.url ?? "/") : undefined;
  const size = file && sizeOf(file);
  if (size === undefined) {
    response.writeHead(404, { "Content-Type": "text/plain; charset=utf-8", "X-Content-Type-Options": "nosniff" }).end("404\n");
    return;
  }
  response.writeHead(200, {
    "Content-Type": TYPES[extname(file)] ?? "application/octet-stream",
    "Content-Length": size,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-cache",
    ...more(file),
  });
  if (request.method === "HEAD") response.end();
  // A file that a new build takes away meanwhile ends its own answer alone.
  else pipeline(createReadStream(file), response, () => response.destroy());
}

/**
 * Serves files on this machine only.
 * @param find which file an address asks for, if any
 * @param more headers that a file has beside those of all
 * @param port the first one to try; 0 for any
 * @param ports how many to try
 * @param certificate for https: `{ cert, key }`
 * @returns the server and its address
 */
export function serveFiles({ find, more = () => ({}), port, ports = 100, certificate }) {
  const listener = (request, response) => answer(request, response, find, more);
  const server = certificate ? createSecureServer(certificate, listener) : createServer(listener);
  return new Promise((done, fail) => {
    server.once("error", (error) => {
      if (error.code === "EADDRINUSE" && port !== 0 && ports > 1)
        done(serveFiles({ find, more, port: port + 1, ports: ports - 1, certificate }));
      else fail(error);
    });
    server.listen(port, "127.0.0.1", () =>
      done({ server, url: `${certificate ? "https" : "http"}://localhost:${server.address().port}/` }),
    );
  });
}
