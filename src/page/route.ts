import { useSyncExternalStore } from "react";

/** Where one is on the page. */
export type Route = "home" | "take" | "check" | "consolidate" | "help";

const ROUTES: readonly Route[] = ["home", "take", "check", "consolidate", "help"];

function routeOf(hash: string): Route {
  return ROUTES.find((route) => hash === `#/${route}`) ?? "home";
}

function listen(heard: () => void): () => void {
  window.addEventListener("hashchange", heard);
  return () => window.removeEventListener("hashchange", heard);
}

/** The place that stands behind the # of the address: the browser's own way back works, from a plain folder, too. */
export function useRoute(): Route {
  return useSyncExternalStore(listen, () => routeOf(location.hash));
}
