/// <reference lib="webworker" />

/** Put in by the build: a name that changes with any built file, and all those files. */
declare const PRECACHE: { readonly version: string; readonly files: readonly string[] };

const worker = globalThis as unknown as ServiceWorkerGlobalScope;
const NAME = `cluster-report-${PRECACHE.version}`;

// All or nothing: a page of which a part is missing would fail only when that part is wanted.
worker.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(NAME)
      .then((cache) => cache.addAll(PRECACHE.files.map((file) => new Request(file, { cache: "reload" }))))
      .then(() => worker.skipWaiting()),
  );
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      // Others may live on the same origin: only our own caches of other versions go.
      .then((names) =>
        Promise.all(names.filter((name) => name.startsWith("cluster-report-") && name !== NAME).map((name) => caches.delete(name))),
      )
      .then(() => worker.clients.claim()),
  );
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== worker.location.origin) return;
  // The page is asked for anew where there is a network, so that a new version is never more than a reload away; its parts carry their contents in their names.
  event.respondWith(
    request.mode === "navigate" ? fetch(request).catch(() => cached(request, "./")) : cached(request).then((found) => found),
  );
});

async function cached(request: Request, instead?: string): Promise<Response> {
  const cache = await caches.open(NAME);
  return (
    (await cache.match(request, { ignoreSearch: true })) ??
    (instead === undefined ? undefined : await cache.match(instead)) ??
    fetch(request)
  );
}
