/**
 * Answers what the pane asks of other machines from this one: the pane is served byte for byte as it is built, so it asks Microsoft's
 * addresses for office.js. They are answered with the files of the npm package, everything else with an error: no request leaves.
 */
interface Fetching extends Event {
  readonly request: Request;
  respondWith(answer: Promise<Response> | Response): void;
}
const worker = self as unknown as EventTarget & { skipWaiting(): Promise<void>; clients: { claim(): Promise<void> } };

/** In front of the loader: only here, before it, can a window be told which Excel holds it. */
const CONNECT = "window.parent.playground?.connect(window);\n";
/** Behind the loader: before it loads the rest, it can be told where that Excel runs. */
const LOADER_LOADED = "\n;window.parent.playground?.loaderLoaded(window);\n";
/** Behind the client of Excel: its requests can be told apart by what they were run with. */
const CLIENT_LOADED = "\n;window.parent.playground?.clientLoaded(window);\n";

/** The file of the package behind an address: what follows the folder that office.js lies in. */
function packaged(address: URL): string {
  const [, path = ""] = /\/hosted\/(.+)$/.exec(address.pathname) ?? [];
  return path || (address.pathname.split("/").at(-1) ?? "");
}

async function office(path: string): Promise<Response> {
  const file = await fetch(`/office/${path}`);
  const client = /^excel-.*\.js$/.test(path);
  if (!file.ok || (path !== "office.js" && !client)) return file;
  const text = await file.text();
  return new Response(client ? text + CLIENT_LOADED : CONNECT + text + LOADER_LOADED, {
    headers: { "content-type": "text/javascript; charset=utf-8" },
  });
}

worker.addEventListener("install", () => void worker.skipWaiting());
worker.addEventListener("activate", (event) =>
  (event as Event & { waitUntil(done: Promise<void>): void }).waitUntil(worker.clients.claim()),
);
worker.addEventListener("fetch", (event) => {
  const fetching = event as Fetching;
  const address = new URL(fetching.request.url);
  if (address.origin === location.origin) return;
  fetching.respondWith(/\.js$/.test(address.pathname) ? office(packaged(address)) : Response.error());
});

export {};
